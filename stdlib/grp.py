"""The groups that `/etc/group` lists.

Invariant: the file is read anew for each call. Groups that are known only elsewhere (LDAP, NIS) are not found.
"""
from _userfiles import index_of, record, rows, text_of

struct_group = record("grp.struct_group", "gr_name gr_passwd gr_gid gr_mem")


def _groups():
    for name, password, gid, members in rows("/etc/group", 4):
        yield struct_group((name, password, int(gid), [member for member in members.split(",") if member]))


def getgrall():
    """All groups."""
    return list(_groups())


def getgrnam(name):
    """The group of a name."""
    text_of(name, "getgrnam", "argument 'name'")
    for group in _groups():
        if group[0] == name:
            return group
    raise KeyError(f"getgrnam(): name not found: {name!r}")


def getgrgid(id):
    """The group of a number."""
    gid = index_of(id, "gid")
    for group in _groups():
        if group[2] == gid:
            return group
    raise KeyError(f"getgrgid(): gid not found: {gid}")
