"""Goes through the lines of several files as if they were one.

Invariant: at most one file is open; the state of the module is the one that input() made last.
"""

import os
import sys

__all__ = ["input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin",
           "FileInput", "hook_compressed", "hook_encoded"]

_COMPRESSED = {'.gz': ('gzip', 'open'), '.bz2': ('bz2', 'BZ2File')}

_state = None


def input(files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None):
    """Begins with the files given, those of the command line, or standard input."""
    global _state
    busy = _state is not None and _state._file is not None
    if busy:
        raise RuntimeError('input() already active')
    text_options = {'encoding': encoding, 'errors': errors}
    made = _state = FileInput(files, inplace=inplace, backup=backup, openhook=openhook, mode=mode, **text_options)
    return made


def _active():
    if not _state:
        raise RuntimeError('no active input()')
    return _state


def close():
    """Ends."""
    global _state
    if _state is None:
        return
    ended = _state
    _state = None
    ended.close()


def nextfile():
    """Leaves the rest of the file."""
    return _active().nextfile()


def filename():
    """The name of the file."""
    return _active().filename()


def lineno():
    """The number of the line over all files."""
    return _active().lineno()


def filelineno():
    """The number of the line in the file."""
    return _active().filelineno()


def fileno():
    """The descriptor of the file, -1 if none is open."""
    return _active().fileno()


def isfirstline():
    """True at the first line of a file."""
    return _active().isfirstline()


def isstdin():
    """True while standard input is read."""
    return _active().isstdin()


class FileInput:
    """The lines of several files; with inplace what is printed takes the place of each file."""

    def __init__(self, files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None):
        if isinstance(files, str):
            files = (files,)
        elif isinstance(files, os.PathLike):
            files = (os.fspath(files),)
        else:
            files = tuple(sys.argv[1:] if files is None else files) or ('-',)
        self._names = iter(files)
        self._inplace, self._backup = inplace, backup
        self._encoding, self._errors = encoding, errors
        if mode not in ('r', 'rb'):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if openhook and inplace:
            raise ValueError('FileInput cannot use an opening hook in inplace mode')
        if openhook and not callable(openhook):
            raise ValueError('FileInput openhook must be callable')
        self._mode, self._hook = mode, openhook
        self._file = self._output = self._stdout = self._kept = None
        self._filename, self._first = None, 0
        self._lineno, self._stdin = 0, False

    def __del__(self):
        if '_file' in self.__dict__:
            self.close()

    def close(self):
        """Closes the file and leaves the others."""
        self._names = iter(())
        self.nextfile()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self._line()
        if not line:
            raise StopIteration
        return line

    def _line(self):
        while True:
            if self._file is None and not self._open_next():
                return b'' if self._mode == 'rb' else ''
            line = self._file.readline()
            if line:
                self._lineno += 1
                return line
            self.nextfile()

    def readline(self):
        """The next line; empty at the end."""
        return self._line()

    def nextfile(self):
        """Leaves the rest of the file."""
        stdout, self._stdout = self._stdout, None
        output, self._output = self._output, None
        file, self._file = self._file, None
        kept, self._kept = self._kept, None
        if stdout is not None:
            sys.stdout = stdout
        try:
            if output is not None:
                output.close()
        finally:
            try:
                if file is not None and not self._stdin:
                    file.close()
            finally:
                self._stdin = False
                if kept and not self._backup:
                    try:
                        os.unlink(kept)
                    except OSError:
                        pass

    def _open_next(self):
        name = next(self._names, None)
        if name is None:
            return False
        self._filename, self._first = name, self._lineno
        text = 'b' not in self._mode
        encoding = self._encoding if text else None
        if name == '-':
            self._filename = '<stdin>'
            self._file = sys.stdin if text else getattr(sys.stdin, 'buffer', sys.stdin)
            self._stdin = True
        elif self._inplace:
            self._open_inplace(name, text, encoding)
        elif self._hook:
            # Hooks of older programs take no encoding.
            if self._encoding is None:
                self._file = self._hook(name, self._mode)
            else:
                self._file = self._hook(name, self._mode, encoding=self._encoding, errors=self._errors)
        else:
            self._file = open(name, self._mode, encoding=encoding, errors=self._errors)
        return True

    def _open_inplace(self, name, text, encoding):
        self._kept = os.fspath(name) + (self._backup or '.bak')
        try:
            os.unlink(self._kept)
        except OSError:
            pass
        os.rename(name, self._kept)
        self._file = open(self._kept, self._mode, encoding=encoding, errors=self._errors)
        mode = os.fstat(self._file.fileno()).st_mode
        number = os.open(name, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, mode)
        self._output = os.fdopen(number, self._mode.replace('r', 'w'), encoding=encoding, errors=self._errors)
        try:
            os.chmod(name, mode & 0o7777)
        except OSError:
            pass
        self._stdout, sys.stdout = sys.stdout, self._output

    def filename(self):
        """The name of the file."""
        return self._filename

    def lineno(self):
        """The number of the line over all files."""
        return self._lineno

    def filelineno(self):
        """The number of the line in the file."""
        return self._lineno - self._first

    def fileno(self):
        """The descriptor of the file, -1 if none is open."""
        try:
            return self._file.fileno() if self._file else -1
        except ValueError:
            return -1

    def isfirstline(self):
        """True at the first line of a file."""
        return self._lineno - self._first == 1

    def isstdin(self):
        """True while standard input is read."""
        return self._stdin

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    """Opens files that end in .gz or .bz2 as what they hold."""
    as_text = 'b' not in mode
    text_options = {'encoding': 'locale' if as_text and encoding is None else encoding, 'errors': errors}
    module, opener = _COMPRESSED.get(os.path.splitext(filename)[1], ('builtins', 'open'))
    opened = getattr(__import__(module), opener)
    if module == 'builtins':
        return opened(filename, mode, **text_options)
    stream = opened(filename, mode)
    if as_text:
        from io import TextIOWrapper
        stream = TextIOWrapper(stream, **text_options)
    return stream


def hook_encoded(encoding, errors=None):
    """An opening hook for files of an encoding."""
    text_options = {'encoding': encoding, 'errors': errors}
    return lambda filename, mode: open(filename, mode, **text_options)
