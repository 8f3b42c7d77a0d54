"""How Windows writes paths, wherever the program runs.

Invariant: nothing here asks a file system.
"""

sep = '\\'
altsep = '/'


def splitroot(path):
    """A path as drive, root and the rest."""
    plain = path.replace('/', '\\')
    if plain[1:2] == ':' and plain[:1] != '\\':
        end = 3 if plain[2:3] == '\\' else 2
        return path[:2], path[2:end], path[end:]
    if plain[:2] != '\\\\':
        end = 1 if plain[:1] == '\\' else 0
        return '', path[:end], path[end:]
    # A share: host and name belong to the drive.
    host = plain.find('\\', 8 if plain[:8].upper() == '\\\\?\\UNC\\' else 2)
    end = plain.find('\\', host + 1) if host >= 0 else -1
    if end < 0:
        return path, '', ''
    return path[:end], path[end:end + 1], path[end + 1:]


def splitdrive(path):
    """A path as drive and the rest."""
    drive, root, rest = splitroot(path)
    return drive, root + rest


def join(first, *others):
    """Paths one after the other; one with a drive or a root of its own starts anew."""
    drive, root, rest = splitroot(first)
    for other in others:
        its_drive, its_root, its_rest = splitroot(other)
        if its_root:
            if its_drive or not drive:
                drive = its_drive
            root, rest = its_root, its_rest
            continue
        if its_drive:
            if its_drive.lower() != drive.lower():
                drive, root, rest = its_drive, its_root, its_rest
                continue
            drive = its_drive
        if rest and rest[-1] not in '\\/':
            rest += '\\'
        rest += its_rest
    if rest and drive and not root and drive[-1] not in ':\\/':
        return drive + '\\' + rest
    return drive + root + rest


def normcase(path):
    """The text by which Windows compares."""
    return path.replace('/', '\\').lower()


def isabs(path):
    """True if the path is the same from every folder and drive."""
    plain = path[:3].replace('/', '\\')
    return plain[:2] == '\\\\' or plain[1:3] == ':\\'


def splitext(path):
    """A path as stem and suffix."""
    start = max(path.rfind('\\'), path.rfind('/')) + 1
    dot = path.rfind('.', start)
    if dot > start and path[start:dot].strip('.'):
        return path[:dot], path[dot:]
    return path, ''


_DEVICES = frozenset(['CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$']
                     + [name + digit for name in ('COM', 'LPT') for digit in '123456789\xb9\xb2\xb3'])


def isreserved(path):
    """True if Windows keeps one of the names for a device, or can't store it."""
    rest = splitroot(path)[2].replace('/', '\\')
    return any([_reserved(name) for name in rest.split('\\')])


def _reserved(name):
    if name in ('.', '..', ''):
        return False
    if name[-1] in '. ' or any([char in '"*:<>?|/\\' or char < ' ' for char in name]):
        return True
    return name.partition('.')[0].rstrip(' ').upper() in _DEVICES
