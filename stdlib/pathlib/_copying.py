"""Copies files and trees.

Invariant: nothing is written before source and target are known to be different things.
"""

import os
from errno import EINVAL, EXDEV

_CHUNK = 1 << 18


def _refuse(text, source, target):
    error = OSError(EINVAL, text)
    error.filename, error.filename2 = str(source), str(target)
    raise error


def check_apart(source, target):
    """Refuses one path for both, and a target within the source."""
    if source == target:
        _refuse('Source and target are the same path', source, target)
    if source in target.parents:
        _refuse('Source path is a parent of target path', source, target)


def check_different(source, target):
    """Refuses two paths of one file."""
    try:
        same = os.path.samestat(source.stat(), target.stat())
    except (OSError, ValueError):
        return
    if same:
        _refuse('Source and target are the same file', source, target)


def copy_tree(source, target, follow_symlinks, preserve_metadata):
    """Copies what is at the source to where nothing is yet, or over a file."""
    info = source.info
    if not follow_symlinks and info.is_symlink():
        os.symlink(os.readlink(source), target, info.is_dir())
    elif info.is_dir():
        children = source.iterdir()
        os.mkdir(target)
        for child in children:
            target.joinpath(child.name)._copy_from(child, follow_symlinks, preserve_metadata)
    else:
        check_different(source, target)
        with source.open('rb') as reader, target.open('wb') as writer:
            while chunk := reader.read(_CHUNK):
                writer.write(chunk)
    if preserve_metadata:
        _copy_metadata(source, target, follow_symlinks)


def _copy_metadata(source, target, follow_symlinks):
    state = source.stat(follow_symlinks=follow_symlinks)
    os.utime(target, ns=(state.st_atime_ns, state.st_mtime_ns), follow_symlinks=follow_symlinks)
    if follow_symlinks or not source.is_symlink():
        os.chmod(target, state.st_mode & 0o7777)


def renamed(source, target):
    """Renames; false where the target lies in another file system."""
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno == EXDEV:
            return False
        raise
    return True


def delete(path):
    """Removes a file or a whole tree."""
    if path.is_symlink() or not path.is_dir():
        path.unlink()
        return
    for folder, folders, others in path.walk(top_down=False):
        for name in others:
            folder.joinpath(name).unlink()
        folder.rmdir()
