"""The functions of urllib.parse that only old programs use.

Invariant: each but unwrap() warns.
"""

import warnings


def _warn(name, other='urllib.parse.urlparse()'):
    text = f'urllib.parse.{name}() is deprecated as of 3.8'
    if other:
        text += f', use {other} instead'
    warnings.warn(text, DeprecationWarning, stacklevel=3)


def _cut_last(text, mark):
    """The text in front of the last mark and behind it; None for what isn't there."""
    before, there, after = text.rpartition(mark)
    return (before, after) if there else (text, None)


def splittype(url):
    """The scheme in lower case, and the rest."""
    _warn('splittype')
    scheme, there, rest = url.partition(':')
    if not there or not scheme or '/' in scheme:
        return None, url
    return scheme.lower(), rest


def _host(url):
    if url[:2] != '//':
        return None, url
    rest = url[2:]
    end = min([at for at in (rest.find('/'), rest.find('?'), rest.find('#'), len(rest)) if at >= 0])
    host, path = rest[:end], rest[end:]
    return host, '/' + path if path and path[0] != '/' else path


def splithost(url):
    """The host of '//host/path', and the path."""
    _warn('splithost')
    return _host(url)


def _port(host):
    before, there, after = host.rpartition(':')
    if there and (not after or (after.isdigit() and after.isascii())):
        return before, after or None
    return host, None


def splitport(host):
    """The host, and the port as text."""
    _warn('splitport')
    return _port(host)


def splitnport(host, defport=-1):
    """The host, and the port as a number."""
    _warn('splitnport')
    before, there, after = host.rpartition(':')
    if not there:
        return host, defport
    if not after:
        return before, defport
    return before, int(after) if after.isdigit() and after.isascii() else None


def splitquery(url):
    """The address, and the query."""
    _warn('splitquery')
    return _cut_last(url, '?')


def splittag(url):
    """The address, and the fragment."""
    _warn('splittag')
    return _cut_last(url, '#')


def splituser(host):
    """The login, and the host."""
    _warn('splituser')
    login, there, rest = host.rpartition('@')
    return (login if there else None), rest


def splitpasswd(user):
    """The user, and the password."""
    _warn('splitpasswd')
    name, there, password = user.partition(':')
    return name, (password if there else None)


def splitattr(url):
    """The path, and its attributes."""
    _warn('splitattr')
    path, *attributes = url.split(';')
    return path, attributes


def splitvalue(attr):
    """The name, and the value."""
    _warn('splitvalue', 'urllib.parse.parse_qsl()')
    name, there, value = attr.partition('=')
    return name, (value if there else None)


def to_bytes(url):
    """The address, if it is ASCII."""
    _warn('to_bytes', None)
    if isinstance(url, str):
        try:
            url = url.encode('ASCII').decode()
        except UnicodeError:
            raise UnicodeError('URL ' + repr(url) + ' contains non-ASCII characters') from None
    return url


def unwrap(url):
    """The address within '<URL:…>'."""
    url = str(url).strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == 'URL:' else url
