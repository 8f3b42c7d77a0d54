"""Files and streams: what `io` shows. Each part is loaded when it is first asked for."""

_parts = {
    "base": ("UnsupportedOperation", "_IOBase", "_RawIOBase", "_BufferedIOBase", "_TextIOBase"),
    "file": ("FileIO", "open_code"),
    "memory": ("BytesIO", "StringIO"),
    "buffered": ("BufferedReader", "BufferedWriter", "BufferedRandom", "BufferedRWPair"),
    "text": ("TextIOWrapper",),
    "newlines": ("IncrementalNewlineDecoder",),
    "opening": ("text_encoding",),
}

DEFAULT_BUFFER_SIZE = 128 * 1024
open = open


def __getattr__(name):
    for part, names in _parts.items():
        if name in names:
            value = getattr(__import__("_io." + part, fromlist=[name]), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module '_io' has no attribute '{name}'")
