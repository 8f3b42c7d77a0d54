"""The users that `/etc/passwd` lists.

Invariant: the file is read anew for each call. Users that are known only elsewhere (LDAP, NIS) are not found.
"""
from _userfiles import index_of, record, rows, text_of

struct_passwd = record("pwd.struct_passwd", "pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell")


def _users():
    for name, password, uid, gid, comment, home, shell in rows("/etc/passwd", 7):
        yield struct_passwd((name, password, int(uid), int(gid), comment, home, shell))


def getpwall():
    """All users."""
    return list(_users())


def getpwnam(name, /):
    """The user of a name."""
    text_of(name, "getpwnam")
    for user in _users():
        if user[0] == name:
            return user
    raise KeyError(f"getpwnam(): name not found: {name!r}")


def getpwuid(uidobj, /):
    """The user of a number."""
    try:
        uid = index_of(uidobj, "uid")
    except OverflowError:
        raise KeyError("getpwuid(): uid not found") from None
    for user in _users():
        if user[2] == uid:
            return user
    raise KeyError(f"getpwuid(): uid not found: {uid}")
