"""Where objects are written: files, modules, lines and blocks of lines.

Invariant: lines come from `linecache`, after it has been told to look whether the file has changed."""
import linecache
import sys

from inspect import (
    FrameType, TracebackType, isclass, iscode, isframe, isfunction, ismethod, ismodule, istraceback, unwrap,
)

modulesbyfile = {}


class EndOfBlock(Exception):
    """Says that a block of lines is over."""

    __module__ = "inspect"


class ClassFoundException(Exception):
    """Says that the lines of a class have been found."""

    __module__ = "inspect"


# Files and modules.

def getfile(object):
    """The file in which an object was written."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        file = getattr(sys.modules.get(getattr(object, "__module__", None)), "__file__", None)
        if file:
            return file
        if getattr(object, "__module__", None) == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if code is None:
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, "
                        f"got {type(object).__name__}")
    return code.co_filename


def _code_of(obj):
    """The code behind a method, function, traceback or frame, or None."""
    if ismethod(obj):
        obj = obj.__func__
    if isfunction(obj):
        return obj.__code__
    if istraceback(obj):
        obj = obj.tb_frame
    if isframe(obj):
        return obj.f_code
    return obj if iscode(obj) else None


def getmodulename(path):
    """The name of the module that a file of that name holds, or None."""
    name = path.rpartition("/")[2]
    from importlib.machinery import all_suffixes
    for suffix in sorted(all_suffixes(), key=len, reverse=True):
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def getsourcefile(object):
    """The file with the source of an object, or None where there is none."""
    filename = getfile(object)
    for suffix in (".pyc", ".pyo"):
        if filename.endswith(suffix):
            filename = filename[:-1]
    if filename.endswith(".so"):
        return None
    if filename in linecache.cache or _exists(filename):
        return filename
    # Without a file only the module's loader can know the text.
    return filename if getmodule(object, filename) is not None else None


def _exists(path):
    from os.path import exists
    return exists(path)


def getabsfile(object, _filename=None):
    """The absolute path of the file in which an object was written."""
    from os.path import abspath, normcase
    path = _filename if _filename is not None else getsourcefile(object) or getfile(object)
    return normcase(abspath(path))


def getmodule(object, _filename=None):
    """The module in which an object was made, or None if that can't be told."""
    if ismodule(object):
        return object
    name = getattr(object, "__module__", None)
    if name is not None:
        return sys.modules.get(name)
    try:
        file = getabsfile(object, _filename)
    except (TypeError, OSError):
        return None
    if file not in modulesbyfile:
        _note_files()
    if file in modulesbyfile:
        return sys.modules.get(modulesbyfile[file])
    return _module_by_name(object)


def _note_files():
    from os.path import abspath, normcase, realpath
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if ismodule(module) and isinstance(file, str):
            path = normcase(abspath(file))
            modulesbyfile[path] = modulesbyfile[realpath(path)] = module.__name__


def _module_by_name(obj):
    """The main module or the builtins, where they have this very object."""
    name = getattr(obj, "__name__", None)
    for module in (sys.modules["__main__"], sys.modules["builtins"]):
        if name is not None and getattr(module, name, None) is obj:
            return module
    return None


# Lines.

def findsource(object):
    """All lines of the file of an object, and the number from zero of the line where it begins."""
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if not (file.startswith("<") and file.endswith(">")):
            raise OSError("source code not available")
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        start = vars(object).get("__firstlineno__")
        if start is None:
            raise OSError("source code not available")
    else:
        code = _code_of(object)
        if code is None:
            raise OSError("could not find code object")
        start = code.co_firstlineno
    if start > len(lines):
        raise OSError("lineno is out of bounds")
    return lines, start - 1


def getsourcelines(object):
    """The lines of an object, and the number of the first."""
    wanted = unwrap(object)
    lines, start = findsource(wanted)
    frame = wanted.tb_frame if isinstance(wanted, TracebackType) else wanted
    whole = ismodule(wanted) or isinstance(frame, FrameType) and frame.f_code.co_name == "<module>"
    return (lines, 0) if whole else (getblock(lines[start:]), start + 1)


def getsource(object):
    """The text of an object's source."""
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    """The comment lines directly above an object's source, or at the top of a module's; None if there are none."""
    try:
        lines, start = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        return _comments_on_top(lines)
    if start == 0:
        return None
    indent, found = indentsize(lines[start]), []
    for line in reversed(lines[:start]):
        if not line.lstrip().startswith("#") or indentsize(line) != indent:
            break
        found.append(line.expandtabs().lstrip())
    # What is above the object without being a comment ends the comments, also where nothing was found.
    return "".join(reversed(found)) or None


def _comments_on_top(lines):
    start = 1 if lines[0].startswith("#!") else 0
    while start < len(lines) and lines[start].strip() in ("", "#"):
        start += 1
    end = start
    while end < len(lines) and lines[end].startswith("#"):
        end += 1
    return "".join(line.expandtabs() for line in lines[start:end]) or None


def indentsize(line):
    """How many columns a line is indented."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


# Blocks.

def getblock(lines):
    """The lines at the start of a list that belong to one definition or statement."""
    header_indent, body_indent, last, place, is_block = None, None, 0, 0, False
    while place < len(lines):
        bare = lines[place].strip()
        if not bare or bare.startswith("#"):
            # A comment as deep as the body belongs to it.
            if bare and body_indent is not None and indentsize(lines[place]) >= body_indent:
                last = place + 1
            place += 1
            continue
        indent = indentsize(lines[place])
        end, goes_deeper = _statement(lines, place)
        if header_indent is None:
            last = end
            if not bare.startswith("@"):
                header_indent = indent
                is_block = bare.split("(")[0].split(":")[0].split()[0] in ("def", "class", "async") and goes_deeper
                if not is_block:
                    break
        elif indent <= header_indent:
            break
        else:
            if body_indent is None:
                body_indent = indent
            last = end
        place = end
    return lines[:last]


def _statement(lines, place):
    """Where the statement that begins in a line ends, and whether it ends in a colon."""
    open_, code = [], ""
    while place < len(lines):
        code = _scan(lines[place], open_)
        place += 1
        if not open_ and not code.endswith("\\"):
            break
    return place, code.endswith(":")


def _scan(line, open_):
    """Follows brackets and strings through a line, the open ones in `open_`; returns the code without a comment.

    A string is its quote, and `f` before it where braces in it hold code."""
    at, end = 0, len(line)
    while at < end:
        char = line[at]
        top = open_[-1] if open_ else ""
        if top[-1:] in ("'", '"') and top:
            at = _in_string(line, at, top, open_)
            continue
        if char == "#":
            end = at
            break
        if char in "'\"":
            quote = char * 3 if line.startswith(char * 3, at) else char
            open_.append(("f" if _is_formatted(line, at) else "") + quote)
            at += len(quote)
            continue
        if char in "([{":
            open_.append(char)
        elif char in ")]}" and open_:
            open_.pop()
        at += 1
    code = line[:end].rstrip()
    # A string in single quotes goes on only behind a backslash.
    while open_ and open_[-1].lstrip("f") in ("'", '"') and not code.endswith("\\"):
        open_.pop()
    return code


def _in_string(line, at, top, open_):
    """One step inside a string; returns the next place to look at."""
    if line[at] == "\\":
        return at + 2
    quote = top.lstrip("f")
    if line.startswith(quote, at):
        open_.pop()
        return at + len(quote)
    if line[at] == "{" and top[0] == "f":
        if line.startswith("{{", at):
            return at + 2
        open_.append("{")
    return at + 1


def _is_formatted(line, at):
    start = at
    while start and line[start - 1].isalpha():
        start -= 1
    prefix = line[start:at].lower()
    return len(prefix) < 3 and ("f" in prefix or "t" in prefix)
