"""Frames and tracebacks as records with the source lines around them.

Invariant: the records are tuples of five or six; the positions are an attribute besides."""
import sys
from collections import namedtuple

from inspect import isframe, istraceback

Positions = namedtuple("Positions", "lineno end_lineno col_offset end_col_offset", defaults=(None,) * 4, module="dis")


class Traceback(namedtuple("_Traceback", "filename lineno function code_context index")):
    """Where a frame is."""

    __module__ = "inspect"

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        record = super().__new__(cls, filename, lineno, function, code_context, index)
        record.positions = positions
        return record

    def __repr__(self):
        return _shown(self)


class FrameInfo(namedtuple("_FrameInfo", "frame filename lineno function code_context index")):
    """A frame and where it is."""

    __module__ = "inspect"

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        record = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        record.positions = positions
        return record

    def __repr__(self):
        return _shown(self)


def _shown(record):
    fields = [f"{name}={value!r}" for name, value in zip(record._fields, record)]
    return f"{type(record).__name__}({', '.join(fields)}, positions={record.positions!r})"


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def getlineno(frame):
    """The number of the line that a frame is at."""
    return frame.f_lineno


def getframeinfo(frame, context=1):
    """Where a frame or traceback is, with that many lines of source around it."""
    from inspect._source import findsource, getfile, getsourcefile
    if istraceback(frame):
        lineno, lasti, frame = frame.tb_lineno, frame.tb_lasti, frame.tb_frame
    else:
        lineno, lasti = frame.f_lineno, frame.f_lasti
    if not isframe(frame):
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    lines = index = None
    if context > 0:
        try:
            lines, _ = findsource(frame)
        except OSError:
            pass
        else:
            start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(getsourcefile(frame) or getfile(frame), lineno, frame.f_code.co_name, lines, index,
                     positions=_position(frame.f_code, lasti, lineno))


def _position(code, lasti, lineno):
    """The place in the source of an instruction; where only the line is known, that alone."""
    if lasti >= 0:
        for number, position in enumerate(code.co_positions()):
            if number == lasti // 2:
                return Positions(*position)
    return Positions(lineno)


def getouterframes(frame, context=1):
    """Records of a frame and of those that called it."""
    records = []
    while frame:
        records.append(_record(frame, frame, context))
        frame = frame.f_back
    return records


def getinnerframes(tb, context=1):
    """Records of the frames of a traceback, outermost first."""
    records = []
    while tb:
        records.append(_record(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return records


def _record(frame, place, context):
    where = getframeinfo(place, context)
    return FrameInfo(frame, *where, positions=where.positions)


def stack(context=1):
    """Records of the caller's frame and of those that called it."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """Records from the caller's frame to where the exception that is being handled was raised."""
    error = sys.exception()
    return getinnerframes(None if error is None else error.__traceback__, context)
