"""Takes addresses of the web apart and puts them together, and quotes what may not stand in them.

Invariant: text in gives text out, bytes in give bytes out; bytes are read as ASCII.
"""

from collections import namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs",
           "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes",
           "DefragResult", "ParseResult", "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero',
                 'rtsp', 'rtsps', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp', 'snews',
               'prospero', 'rtsp', 'rtsps', 'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh', 'ws',
               'wss', 'itms-services']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps', 'rtspu', 'sip', 'sips',
               'mms', 'sftp', 'tel']
non_hierarchical = ['gopher', 'hdl', 'mailto', 'news', 'telnet', 'wais', 'imap', 'snews', 'sip', 'sips']
uses_query = ['', 'http', 'wais', 'imap', 'https', 'shttp', 'mms', 'gopher', 'rtsp', 'rtsps', 'rtspu', 'sip', 'sips']
uses_fragment = ['', 'ftp', 'hdl', 'http', 'gopher', 'news', 'nntp', 'wais', 'https', 'shttp', 'snews', 'file',
                 'prospero']
scheme_chars = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'

_SCHEME = frozenset(scheme_chars)
_CONTROLS = ''.join([chr(code) for code in range(33)])
# The characters that turn into one of "/?#@:" when compatible ones are made equal.
_LOOKALIKES = '\u2048\u2047\u2049\u2100\u2101\u2105\u2106\u2a74\ufe13\ufe16\ufe55\ufe56\ufe5f\ufe6b\uff03\uff0f\uff1a\uff1f\uff20'


class _Text:
    """What results of text can do."""

    __slots__ = ()

    def encode(self, encoding='ascii', errors='strict'):
        """The same result as bytes."""
        return _COUNTERPARTS[type(self)](*[part.encode(encoding, errors) for part in self])


class _Bytes:
    """What results of bytes can do."""

    __slots__ = ()

    def decode(self, encoding='ascii', errors='strict'):
        """The same result as text."""
        return _COUNTERPARTS[type(self)](*[part.decode(encoding, errors) for part in self])


class _Place:
    """What is within the network location."""

    __slots__ = ()

    def _marks(self):
        return (b'@', b':', b'[', b']', b'%') if isinstance(self.netloc, bytes) else ('@', ':', '[', ']', '%')

    def _login(self):
        at, colon = self._marks()[:2]
        login, there, _ = self.netloc.rpartition(at)
        if not there:
            return None, None
        user, there, password = login.partition(colon)
        return user, password if there else None

    def _server(self):
        at, colon, left, right, _ = self._marks()
        _, _, server = self.netloc.rpartition(at)
        _, bracket, inner = server.partition(left)
        if bracket:
            name, _, port = inner.partition(right)
            _, _, port = port.partition(colon)
        else:
            name, _, port = server.partition(colon)
        return name, port or None

    @property
    def username(self):
        """The user, or None."""
        return self._login()[0]

    @property
    def password(self):
        """The password, or None."""
        return self._login()[1]

    @property
    def hostname(self):
        """The host in lower case, or None."""
        name = self._server()[0]
        if not name:
            return None
        # The zone of an IPv6 address keeps its case.
        host, mark, zone = name.partition(self._marks()[4])
        return host.lower() + mark + zone

    @property
    def port(self):
        """The port as a number, or None."""
        digits = self._server()[1]
        if not digits:
            return None
        if not digits.isascii() or not digits.isdigit():
            raise ValueError(f'Port could not be cast to integer value as {digits!r}')
        number = int(digits)
        if number >> 16:
            raise ValueError('Port out of range 0-65535')
        return number

    __class_getitem__ = classmethod(lambda cls, item: _alias(cls, item))


def _alias(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


_DefragResultBase = namedtuple('_DefragResultBase', 'url fragment')
_SplitResultBase = namedtuple('_SplitResultBase', 'scheme netloc path query fragment')
_ParseResultBase = namedtuple('_ParseResultBase', 'scheme netloc path params query fragment')


class DefragResult(_DefragResultBase, _Text):
    """An address without its fragment, and the fragment."""

    __slots__ = ()

    def geturl(self):
        """The address."""
        return self.url + '#' + self.fragment if self.fragment else self.url


class SplitResult(_SplitResultBase, _Place, _Text):
    """The five parts of an address."""

    __slots__ = ()

    def geturl(self):
        """The address."""
        return urlunsplit(self)


class ParseResult(_ParseResultBase, _Place, _Text):
    """The six parts of an address."""

    __slots__ = ()

    def geturl(self):
        """The address."""
        return urlunparse(self)


class DefragResultBytes(_DefragResultBase, _Bytes):
    """An address without its fragment, and the fragment, as bytes."""

    __slots__ = ()

    def geturl(self):
        """The address."""
        return self.url + b'#' + self.fragment if self.fragment else self.url


class SplitResultBytes(_SplitResultBase, _Place, _Bytes):
    """The five parts of an address as bytes."""

    __slots__ = ()

    def geturl(self):
        """The address."""
        return urlunsplit(self)


class ParseResultBytes(_ParseResultBase, _Place, _Bytes):
    """The six parts of an address as bytes."""

    __slots__ = ()

    def geturl(self):
        """The address."""
        return urlunparse(self)


ResultBase = _Place
_COUNTERPARTS = {DefragResult: DefragResultBytes, SplitResult: SplitResultBytes, ParseResult: ParseResultBytes}
_COUNTERPARTS.update([(other, one) for one, other in _COUNTERPARTS.items()])


def _same(value):
    return value


def _encoded(value):
    return value.encode('ascii', 'strict')


def _as_text(*args):
    """The arguments as text, and what turns a result into their kind."""
    text = isinstance(args[0], str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != text:
            raise TypeError('Cannot mix str and non-str arguments')
    if text:
        return (*args, _same)
    return (*[arg.decode('ascii', 'strict') if arg else '' for arg in args], _encoded)


def _split(url, scheme, allow_fragments):
    """The five parts of an address that is text."""
    scheme, netloc, path, query, fragment = _split_known(url, scheme, allow_fragments)
    return scheme, netloc or '', path, query or '', fragment or ''


def _split_known(url, scheme, allow_fragments):
    """The five parts, None for those that aren't there; an empty one has its mark."""
    url = url.lstrip(_CONTROLS)
    scheme = scheme.strip(_CONTROLS)
    for char in '\t\r\n':
        if char in url:
            url = url.replace(char, '')
        if char in scheme:
            scheme = scheme.replace(char, '')
    netloc = query = fragment = None
    colon = url.find(':')
    if colon > 0 and url[0].isascii() and url[0].isalpha() and _SCHEME.issuperset(url[:colon]):
        scheme, url = url[:colon].lower(), url[colon + 1:]
    if url[:2] == '//':
        end = min([at for at in (url.find('/', 2), url.find('?', 2), url.find('#', 2), len(url)) if at >= 0])
        netloc, url = url[2:end], url[end:]
        if '[' in netloc or ']' in netloc:
            _check_brackets(netloc)
    if allow_fragments and '#' in url:
        url, _, fragment = url.partition('#')
    if '?' in url:
        url, _, query = url.partition('?')
    if netloc and not netloc.isascii():
        for char in netloc:
            if char in _LOOKALIKES:
                raise ValueError(f'netloc {netloc!r} contains invalid characters under NFKC normalization')
    return scheme, netloc, url, query, fragment


def _check_brackets(netloc):
    """Only an address of IPv6 or of a later kind may stand in brackets, and only alone."""
    if ('[' in netloc) != (']' in netloc):
        raise ValueError('Invalid IPv6 URL')
    before, bracket, inner = netloc.rpartition('@')[2].partition('[')
    if not bracket:
        host = before.partition(':')[0]
    else:
        host, _, after = inner.partition(']')
        if before or (after and after[0] != ':'):
            raise ValueError('Invalid IPv6 URL')
    if host[:1] in ('v', 'V'):
        version, dot, rest = host[1:].partition('.')
        if not dot or not rest or '\n' in rest or not version or version.strip('0123456789abcdefABCDEF'):
            raise ValueError('IPvFuture address is invalid')
        return
    from ipaddress import IPv4Address, ip_address
    if isinstance(ip_address(host), IPv4Address):
        raise ValueError('An IPv4 address cannot be in brackets')


def urlsplit(url, scheme='', allow_fragments=True):
    """An address as scheme, location, path, query and fragment."""
    if type(url) is str and type(scheme) is str:
        return SplitResult(*_split(url, scheme, allow_fragments))
    url, scheme, back = _as_text(url, scheme)
    found = SplitResult(*_split(url, scheme, allow_fragments))
    return found.encode() if back is _encoded else found


def _cut_params(path):
    slash = path.rfind('/')
    mark = path.find(';', max(slash, 0))
    return (path, '') if mark < 0 else (path[:mark], path[mark + 1:])


def urlparse(url, scheme='', allow_fragments=True):
    """An address as scheme, location, path, parameters, query and fragment."""
    url, scheme, back = _as_text(url, scheme)
    scheme, netloc, path, query, fragment = _split(url, scheme, allow_fragments)
    params = ''
    if ';' in path and scheme in uses_params:
        path, params = _cut_params(path)
    found = ParseResult(scheme, netloc, path, params, query, fragment)
    return found.encode() if back is _encoded else found


def _join_parts(scheme, netloc, url, query, fragment):
    """The address of parts; None stands for one that isn't there."""
    if netloc is not None:
        url = '//' + netloc + (url if not url or url[0] == '/' else '/' + url)
    elif url[:2] == '//':
        url = '//' + url
    if scheme:
        url = scheme + ':' + url
    if query is not None:
        url += '?' + query
    return url if fragment is None else url + '#' + fragment


def _join_given(scheme, netloc, url, query, fragment):
    """The address of parts as users give them: empty ones aren't there, but for the slashes of a location."""
    if not netloc:
        netloc = '' if scheme and scheme in uses_netloc and (not url or url[0] == '/') and url[:2] != '//' else None
    return _join_parts(scheme, netloc, url, query or None, fragment or None)


def urlunsplit(components):
    """The address of five parts."""
    *parts, back = _as_text(*components)
    scheme, netloc, url, query, fragment = parts
    return back(_join_given(scheme, netloc, url, query, fragment))


def urlunparse(components):
    """The address of six parts."""
    *parts, back = _as_text(*components)
    scheme, netloc, url, params, query, fragment = parts
    if params:
        url = url + ';' + params
    return back(_join_given(scheme, netloc, url, query, fragment))


def _walk(segments):
    """The segments of a path without '.' and '..'."""
    kept = []
    for segment in segments:
        if segment == '..':
            if kept:
                kept.pop()
        elif segment != '.':
            kept.append(segment)
    if segments[-1] in ('.', '..'):
        kept.append('')
    return '/'.join(kept) or '/'


def urljoin(base, url, allow_fragments=True):
    """The address that a link means on a page."""
    if not base:
        return url
    if not url:
        return base
    base, url, back = _as_text(base, url)
    page_scheme, page_netloc, page_path, page_query, page_fragment = _split_known(base, '', allow_fragments)
    scheme, netloc, path, query, fragment = _split_known(url, page_scheme, allow_fragments)
    if scheme != page_scheme or scheme not in uses_relative:
        return back(url)
    if scheme in uses_netloc:
        if netloc:
            return back(_join_parts(scheme, netloc, path, query, fragment))
        netloc = page_netloc
    if not path:
        if query is None:
            query = page_query
            if fragment is None:
                fragment = page_fragment
        return back(_join_parts(scheme, netloc, page_path, query, fragment))
    segments = path.split('/')
    if path[:1] != '/':
        above = page_path.split('/')
        if above[-1]:
            above.pop()
        segments = above + segments
        # An empty segment in the middle says nothing; the first may be the root, the last a slash at the end.
        segments = segments[:1] + [segment for segment in segments[1:-1] if segment] + segments[1:][-1:]
    return back(_join_parts(scheme, netloc, _walk(segments), query, fragment))


def urldefrag(url):
    """An address without its fragment, and the fragment."""
    url, back = _as_text(url)
    fragment = None
    if '#' in url:
        *parts, fragment = _split_known(url, '', True)
        url = _join_parts(*parts, None)
    found = DefragResult(url, fragment or '')
    return found.encode() if back is _encoded else found


_HEX = '0123456789abcdefABCDEF'
_codes = {}


def unquote_to_bytes(string):
    """The bytes that a quoted text stands for."""
    if not string:
        # What is no text at all fails here.
        string.split
        return b''
    if isinstance(string, str):
        string = string.encode('utf-8')
    first, *pieces = string.split(b'%')
    if not pieces:
        return string
    if not _codes:
        for high in _HEX:
            for low in _HEX:
                _codes[(high + low).encode()] = bytes((int(high + low, 16),))
    found = [first]
    for piece in pieces:
        code = _codes.get(piece[:2])
        if code is None:
            found.append(b'%')
            found.append(piece)
        else:
            found.append(code)
            found.append(piece[2:])
    return b''.join(found)


def unquote(string, encoding='utf-8', errors='replace'):
    """The text that a quoted one stands for."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode('utf-8' if encoding is None else encoding,
                                               'replace' if errors is None else errors)
    if '%' not in string:
        string.split
        return string
    encoding = 'utf-8' if encoding is None else encoding
    errors = 'replace' if errors is None else errors
    if string.isascii():
        return unquote_to_bytes(string).decode(encoding, errors)
    # What is not ASCII stays, so each run of ASCII is decoded by itself.
    found, start = [], 0
    for at, char in enumerate(string):
        if char > '\x7f':
            if start < at:
                found.append(unquote_to_bytes(string[start:at]).decode(encoding, errors))
            found.append(char)
            start = at + 1
    found.append(unquote_to_bytes(string[start:]).decode(encoding, errors))
    return ''.join(found)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    """As unquote(), and '+' stands for a space."""
    return unquote(string.replace('+', ' '), encoding, errors)


_SAFE = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~'
_quoted = {}


def _quoting(safe):
    """All characters that may stay as bytes, and what each byte becomes."""
    try:
        return _quoted[safe]
    except KeyError:
        pass
    if isinstance(safe, str):
        kept = _SAFE + safe.encode('ascii', 'ignore')
    else:
        kept = _SAFE + bytes([byte for byte in safe if byte < 128])
    table = ['%%%02X' % byte for byte in range(256)]
    for byte in kept:
        table[byte] = chr(byte)
    if len(_quoted) > 100:
        _quoted.clear()
    found = _quoted[safe] = kept, table
    return found


def clear_cache():
    """Forgets the tables for quoting."""
    _quoted.clear()


def quote(string, safe='/', encoding=None, errors=None):
    """Text with everything quoted that has a meaning in addresses."""
    if not isinstance(string, str):
        for name, value in (('encoding', encoding), ('errors', errors)):
            if value is not None:
                raise TypeError(f"quote() doesn't support {name!r} for bytes")
        return quote_from_bytes(string, safe)
    if not string:
        return string
    return quote_from_bytes(string.encode(encoding or 'utf-8', errors or 'strict'), safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    """As quote(), and a space becomes '+'."""
    space = ' ' if isinstance(string, str) else b' '
    if (isinstance(string, str) or isinstance(string, bytes)) and space not in string:
        return quote(string, safe, encoding, errors)
    text = quote(string, safe + (' ' if isinstance(safe, str) else b' '), encoding, errors)
    return text.replace(' ', '+')


def quote_from_bytes(bs, safe='/'):
    """Bytes as quoted text."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if not bs:
        return ''
    kept, table = _quoting(safe)
    if not bs.rstrip(kept):
        return bs.decode()
    return ''.join([table[byte] for byte in bs])


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
             max_num_fields=None, separator='&'):
    """The fields of a query: lists of values by name."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator,
                                 _stacklevel=2):
        found.setdefault(name, []).append(value)
    return found


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
              max_num_fields=None, separator='&', *, _stacklevel=1):
    """The fields of a query: pairs of name and value."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    as_bytes = not isinstance(qs, str)
    if not as_bytes:
        if not isinstance(separator, str):
            separator = str(separator, 'ascii')
        equals, plus, space = '=', '+', ' '

        def plain(text):
            return unquote(text.replace(plus, space), encoding, errors)
    else:
        if not qs:
            if qs is not None and not isinstance(qs, (bytes, bytearray)):
                import warnings
                warnings.warn(f'Accepting {type(qs).__name__} objects with false value in urllib.parse.parse_qsl() is '
                              'deprecated as of 3.14', DeprecationWarning, stacklevel=_stacklevel + 1)
            return []
        if not isinstance(qs, (bytes, bytearray)):
            if isinstance(qs, (int, float)):
                raise TypeError(f"memoryview: a bytes-like object is required, not '{type(qs).__name__}'")
            qs = memoryview(qs)
        qs = bytes(qs)
        if isinstance(separator, str):
            separator = bytes(separator, 'ascii')
        equals, plus, space = b'=', b'+', b' '

        def plain(text):
            return unquote_to_bytes(text.replace(plus, space))
    if not qs:
        return []
    if max_num_fields is not None and qs.count(separator) + 1 > max_num_fields:
        raise ValueError('Max number of fields exceeded')
    found = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, there, value = field.partition(equals)
        if not there and strict_parsing:
            raise ValueError(f'bad query field: {field!r}')
        if value or keep_blank_values:
            found.append((plain(name), plain(value)))
    return found


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    """The query of a mapping or of pairs; with doseq each value of a sequence is a field."""
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            fits = not len(query) or isinstance(query[0], tuple)
        except TypeError:
            fits = False
        if not fits:
            raise TypeError('not a valid non-string sequence or mapping object')

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(value if isinstance(value, str) else str(value), safe, encoding, errors)

    fields = []
    for name, value in query:
        name = quoted(name)
        values = [value]
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
            except TypeError:
                pass
            else:
                values = value
        fields.extend([name + '=' + quoted(each) for each in values])
    return '&'.join(fields)


_OLD = {'splittype', 'splithost', 'splitport', 'splitquery', 'splittag', 'splituser', 'splitpasswd', 'splitattr',
        'splitvalue', 'splitnport', 'to_bytes', 'unwrap'}


def __getattr__(name):
    # The functions that are only kept for old programs come when someone asks.
    if name in _OLD:
        from urllib import _pieces
        return getattr(_pieces, name)
    raise AttributeError(f"module 'urllib.parse' has no attribute {name!r}")
