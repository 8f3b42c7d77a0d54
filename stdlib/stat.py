"""Bits and names of what `os.stat` says."""

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)

S_IFIFO, S_IFCHR, S_IFDIR, S_IFBLK, S_IFREG, S_IFLNK, S_IFSOCK = 0o010000, 0o020000, 0o040000, 0o060000, 0o100000, 0o120000, 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0

S_ISUID, S_ISGID, S_ISVTX, S_ENFMT = 0o4000, 0o2000, 0o1000, 0o2000
S_IREAD, S_IWRITE, S_IEXEC = 0o400, 0o200, 0o100
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001

UF_NODUMP, UF_IMMUTABLE, UF_APPEND, UF_OPAQUE, UF_NOUNLINK = 0x1, 0x2, 0x4, 0x8, 0x10
UF_SETTABLE, UF_COMPRESSED, UF_TRACKED, UF_DATAVAULT, UF_HIDDEN = 0xFFFF, 0x20, 0x40, 0x80, 0x8000
SF_ARCHIVED, SF_IMMUTABLE, SF_APPEND, SF_RESTRICTED, SF_NOUNLINK = 0x10000, 0x20000, 0x40000, 0x80000, 0x100000
SF_SETTABLE, SF_SUPPORTED, SF_SYNTHETIC = 0x3FFF0000, 0x9F0000, 0xC0000000
SF_SNAPSHOT, SF_FIRMLINK, SF_DATALESS = 0x200000, 0x800000, 0x40000000

FILE_ATTRIBUTE_READONLY, FILE_ATTRIBUTE_HIDDEN, FILE_ATTRIBUTE_SYSTEM = 0x1, 0x2, 0x4
FILE_ATTRIBUTE_DIRECTORY, FILE_ATTRIBUTE_ARCHIVE, FILE_ATTRIBUTE_DEVICE, FILE_ATTRIBUTE_NORMAL = 0x10, 0x20, 0x40, 0x80
FILE_ATTRIBUTE_TEMPORARY, FILE_ATTRIBUTE_SPARSE_FILE, FILE_ATTRIBUTE_REPARSE_POINT = 0x100, 0x200, 0x400
FILE_ATTRIBUTE_COMPRESSED, FILE_ATTRIBUTE_OFFLINE, FILE_ATTRIBUTE_NOT_CONTENT_INDEXED = 0x800, 0x1000, 0x2000
FILE_ATTRIBUTE_ENCRYPTED, FILE_ATTRIBUTE_INTEGRITY_STREAM, FILE_ATTRIBUTE_VIRTUAL = 0x4000, 0x8000, 0x10000
FILE_ATTRIBUTE_NO_SCRUB_DATA = 0x20000


def S_IMODE(mode):
    """The part of a mode that can be set."""
    return mode & 0o7777


def S_IFMT(mode):
    """The part of a mode that says what the file is."""
    return mode & 0o170000


def _kind(name, bits, what):
    def test(mode):
        return mode & 0o170000 == bits != 0

    test.__name__ = test.__qualname__ = name
    test.__doc__ = f"Whether a mode is that of {what}."
    return test


S_ISDIR = _kind("S_ISDIR", S_IFDIR, "a folder")
S_ISCHR = _kind("S_ISCHR", S_IFCHR, "a device of characters")
S_ISBLK = _kind("S_ISBLK", S_IFBLK, "a device of blocks")
S_ISREG = _kind("S_ISREG", S_IFREG, "a regular file")
S_ISFIFO = _kind("S_ISFIFO", S_IFIFO, "a named pipe")
S_ISLNK = _kind("S_ISLNK", S_IFLNK, "a symbolic link")
S_ISSOCK = _kind("S_ISSOCK", S_IFSOCK, "a socket")
S_ISDOOR = _kind("S_ISDOOR", S_IFDOOR, "a door")
S_ISPORT = _kind("S_ISPORT", S_IFPORT, "an event port")
S_ISWHT = _kind("S_ISWHT", S_IFWHT, "a whiteout")

_LETTERS = {S_IFLNK: "l", S_IFSOCK: "s", S_IFREG: "-", S_IFBLK: "b", S_IFDIR: "d", S_IFCHR: "c", S_IFIFO: "p"}


def filemode(mode):
    """A mode as `ls -l` shows it."""
    shown = [_LETTERS.get(S_IFMT(mode), "?")]
    for shift, special, letter in ((6, S_ISUID, "s"), (3, S_ISGID, "s"), (0, S_ISVTX, "t")):
        rights = mode >> shift
        shown.append("r" if rights & 4 else "-")
        shown.append("w" if rights & 2 else "-")
        if mode & special:
            shown.append(letter if rights & 1 else letter.upper())
        else:
            shown.append("x" if rights & 1 else "-")
    return "".join(shown)
