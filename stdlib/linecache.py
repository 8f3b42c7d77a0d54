"""Lines of source files by number, read once and kept.

Invariant: an entry of `cache` is `(size, mtime, lines, fullname)`, where an mtime of None says that no file stands
behind it, or a tuple of one function that fetches the text when a line is first asked for. Every line ends in a line
feed."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def clearcache():
    """Forgets all lines."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """The line of that number with its line feed, or an empty string where there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    """All lines of a file, from the cache if it has them."""
    entry = cache.get(filename, ())
    if len(entry) < 2:
        try:
            return updatecache(filename, module_globals)
        except MemoryError:
            cache.clear()
            return []
    return entry[2]


def checkcache(filename=None):
    """Drops what no longer agrees with its file; without a name, looks at every entry."""
    from os import stat
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name, ())
        if len(entry) < 2 or entry[1] is None:
            continue
        try:
            now = stat(entry[3])
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if (now.st_size, now.st_mtime) != entry[:2]:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Reads a file anew and returns its lines; an empty list where that fails."""
    if len(cache.get(filename, ())) > 1:
        del cache[filename]
    if _no_file(filename):
        return []
    found = _locate(filename)
    if found is None:
        # No file of that name: the module's loader may know the text.
        if not lazycache(filename, module_globals):
            return []
        return _fetch_lazy(filename)
    fullname, status = found
    try:
        with open(fullname, "rb") as stream:
            text = decode(stream.read())
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    lines = _split(text)
    cache[filename] = status.st_size, status.st_mtime, lines, fullname
    return lines


def lazycache(filename, module_globals):
    """Notes a module's loader, so that the text can be fetched when a line is asked for; tells whether there is one."""
    entry = cache.get(filename)
    if entry is not None:
        return len(entry) == 1
    if _no_file(filename) or not module_globals:
        return False
    spec = module_globals.get("__spec__")
    name = getattr(spec, "name", None) or module_globals.get("__name__")
    loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
    get_source = getattr(loader, "get_source", None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True


def decode(data):
    """The text of source bytes, by byte order mark or encoding declaration, with line feeds only."""
    if data.startswith(b"\xef\xbb\xbf"):
        return _line_feeds(data[3:].decode())
    return _line_feeds(data.decode(_declared(data) or "utf-8"))


def _no_file(filename):
    return not filename or filename.startswith("<") and filename.endswith(">")


def _locate(filename):
    """The path and status of a file; a relative name is also looked for along sys.path."""
    import os
    try:
        return filename, os.stat(filename)
    except ValueError:
        return None
    except OSError:
        if os.path.isabs(filename):
            return None
    import sys
    for folder in sys.path:
        if not isinstance(folder, str):
            continue
        path = os.path.join(folder, filename)
        try:
            return path, os.stat(path)
        except (OSError, ValueError):
            pass
    return None


def _fetch_lazy(filename):
    try:
        text = cache[filename][0]()
    except (ImportError, OSError):
        return []
    if text is None:
        return []
    lines = _split(text)
    cache[filename] = len(text), None, lines, filename
    return lines


def _split(text):
    """Lines as a file gives them: form feeds and the like don't end one."""
    lines = [line + "\n" for line in text.split("\n")]
    if lines[-1] == "\n":
        lines.pop()
    return lines or ["\n"]


def _line_feeds(text):
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _declared(data):
    """The encoding that one of the first two lines declares in a comment, or None."""
    for line in data.split(b"\n", 2)[:2]:
        line = line.strip()
        if line and not line.startswith(b"#"):
            return None
        _, sign, rest = line.partition(b"coding")
        if sign and rest[:1] in (b":", b"="):
            name = rest[1:].lstrip()
            end = 0
            while end < len(name) and (name[end:end + 1].isalnum() or name[end] in b"-_."):
                end += 1
            if end:
                try:
                    "".encode(name[:end].decode())
                except LookupError:
                    raise SyntaxError(f"unknown encoding: {name[:end].decode()}") from None
                return name[:end].decode()
    return None
