"""`open`: the stack of streams that a mode asks for."""

from _io.file import FileIO


def text_encoding(encoding, stacklevel=2, /):
    """The encoding that is meant: None stands for that of the locale."""
    return "locale" if encoding is None else encoding


def _check_types(mode, encoding, errors):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    for name, value in (("encoding", encoding), ("errors", errors)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"open() argument '{name}' must be str or None, not {type(value).__name__}")


def _check_mode(mode, encoding, errors, newline):
    if len(set(mode)) < len(mode) or set(mode) - set("axrwb+t"):
        raise ValueError(f"invalid mode: {mode!r}")
    if "t" in mode and "b" in mode:
        raise ValueError("can't have text and binary mode at once")
    kinds = len(set(mode) & set("axrw"))
    if kinds > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not kinds:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if "b" in mode:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                article = "an" if name[0] in "aeiou" else "a"
                raise ValueError(f"binary mode doesn't take {article} {name} argument")


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Opens a file and returns a stream for it."""
    _check_types(mode, encoding, errors)
    _check_mode(mode, encoding, errors, newline)
    raw = FileIO(file, "".join(letter for letter in mode if letter not in "bt"), closefd, opener)
    stream = raw
    try:
        terminal = buffering < 0 and raw.isatty()
        by_line = buffering == 1 or terminal
        if buffering == 0:
            if "b" in mode:
                return raw
            raise ValueError("can't have unbuffered text I/O")
        size = buffering if buffering > 1 else 128 * 1024
        stream = _buffer(raw, mode, size)
        if "b" in mode:
            return stream
        from _io.text import TextIOWrapper

        stream = TextIOWrapper(stream, encoding, errors, newline, by_line)
        stream.mode = mode
        return stream
    except:
        stream.close()
        raise


def _buffer(raw, mode, size):
    from _io import buffered

    if "+" in mode:
        return buffered.BufferedRandom(raw, size)
    if "r" in mode:
        return buffered.BufferedReader(raw, size)
    return buffered.BufferedWriter(raw, size)
