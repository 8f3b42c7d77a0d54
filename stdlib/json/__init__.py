"""Reading and writing of JSON.

Invariant: what is called without settings uses one decoder and one encoder that are made once.
"""

from .decoder import JSONDecodeError, JSONDecoder
from .encoder import JSONEncoder

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']

_encoder, _decoder = JSONEncoder(), JSONDecoder()


def _encoder_for(cls, kw, *settings):
    """An encoder for settings in the order of the parameters of dumps()."""
    if cls is None and not kw and settings == (False, True, True, True, None, None, None, False):
        return _encoder
    names = ('skipkeys', 'ensure_ascii', 'check_circular', 'allow_nan', 'indent', 'separators', 'default', 'sort_keys')
    return (cls or JSONEncoder)(**dict(zip(names, settings)), **kw)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    """Writes an object as JSON to a text file, piece by piece."""
    encoder = _encoder_for(cls, kw, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default,
                           sort_keys)
    write = fp.write
    for piece in encoder.iterencode(obj):
        write(piece)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    """Gives the JSON text of an object."""
    return _encoder_for(cls, kw, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default,
                        sort_keys).encode(obj)


def detect_encoding(b):
    """The encoding of JSON in bytes, told by a byte order mark or by where the zeros are."""
    for mark, encoding in ((b'\xff\xfe\0\0', 'utf-32'), (b'\0\0\xfe\xff', 'utf-32'), (b'\xff\xfe', 'utf-16'),
                           (b'\xfe\xff', 'utf-16'), (b'\xef\xbb\xbf', 'utf-8-sig')):
        if b.startswith(mark):
            return encoding
    # The first two characters are ASCII, or the only one is.
    if len(b) == 2:
        return 'utf-16-be' if not b[0] else 'utf-16-le' if not b[1] else 'utf-8'
    if len(b) > 3:
        if not b[0]:
            return 'utf-16-be' if b[1] else 'utf-32-be'
        if not b[1]:
            return 'utf-16-le' if b[2] or b[3] else 'utf-32-le'
    return 'utf-8'


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):
    """Reads an object from a file of JSON."""
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                 parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    """Reads an object from a string or bytes of JSON."""
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s), 'surrogatepass')
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {type(s).__name__}')
    hooks = {'object_hook': object_hook, 'object_pairs_hook': object_pairs_hook, 'parse_float': parse_float,
             'parse_int': parse_int, 'parse_constant': parse_constant}
    for name, hook in hooks.items():
        if hook is not None:
            kw[name] = hook
    if cls is None and not kw:
        return _decoder.decode(s)
    return (cls or JSONDecoder)(**kw).decode(s)
