"""Compares files and folders.

Invariant: what was found is kept by the signatures of both files; a file that changed is compared again.
"""

import os
import stat

__all__ = ['clear_cache', 'cmp', 'dircmp', 'cmpfiles', 'DEFAULT_IGNORES']

BUFSIZE = 8192
DEFAULT_IGNORES = ['RCS', 'CVS', 'tags', '.git', '.hg', '.bzr', '_darcs', '__pycache__']

_found = {}


def clear_cache():
    """Forgets what was found."""
    _found.clear()


def _signature(path):
    state = os.stat(path)
    return stat.S_IFMT(state.st_mode), state.st_size, state.st_mtime


def cmp(f1, f2, shallow=True):
    """True if two files are the same; by their signatures if these are equal and shallow is true."""
    left, right = _signature(f1), _signature(f2)
    if left[0] != stat.S_IFREG or right[0] != stat.S_IFREG:
        return False
    if shallow and left == right:
        return True
    if left[1] != right[1]:
        return False
    key = f1, f2, left, right
    same = _found.get(key)
    if same is None:
        same = _same_contents(f1, f2)
        if len(_found) > 100:
            clear_cache()
        _found[key] = same
    return same


def _same_contents(one, other):
    with open(one, 'rb') as left, open(other, 'rb') as right:
        while True:
            data = left.read(BUFSIZE)
            if data != right.read(BUFSIZE):
                return False
            if not data:
                return True


def cmpfiles(a, b, common, shallow=True):
    """The names of files in two folders: equal ones, others, and those that can't be compared."""
    equal, different, failed = [], [], []
    for name in common:
        try:
            same = cmp(os.path.join(a, name), os.path.join(b, name), shallow)
        except (OSError, ValueError):
            failed.append(name)
        else:
            (equal if same else different).append(name)
    return equal, different, failed


class dircmp:
    """What two folders have in common and what not; each answer is worked out when asked for."""

    def __init__(self, a, b, ignore=None, hide=None, *, shallow=True):
        self.left, self.right, self.shallow = a, b, shallow
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def phase0(self):
        """Lists both folders."""
        hidden = {*self.hide, *self.ignore}
        self.left_list, self.right_list = [sorted([name for name in os.listdir(folder) if name not in hidden])
                                           for folder in (self.left, self.right)]

    def phase1(self):
        """Parts the names into common ones and others."""
        left = {os.path.normcase(name): name for name in self.left_list}
        right = {os.path.normcase(name): name for name in self.right_list}
        self.common = [name for key, name in left.items() if key in right]
        self.left_only = [name for key, name in left.items() if key not in right]
        self.right_only = [name for key, name in right.items() if key not in left]

    def phase2(self):
        """Parts the common names into folders, files and others."""
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            kinds = []
            for folder in (self.left, self.right):
                try:
                    kinds.append(stat.S_IFMT(os.stat(os.path.join(folder, name)).st_mode))
                except (OSError, ValueError):
                    kinds.append(None)
            if kinds[0] == kinds[1] == stat.S_IFDIR:
                self.common_dirs.append(name)
            elif kinds[0] == kinds[1] == stat.S_IFREG:
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def phase3(self):
        """Compares the common files."""
        self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files,
                                                                      self.shallow)

    def phase4(self):
        """Makes the comparisons of the common folders."""
        self.subdirs = {name: self.__class__(os.path.join(self.left, name), os.path.join(self.right, name),
                                             self.ignore, self.hide, shallow=self.shallow)
                        for name in self.common_dirs}

    def phase4_closure(self):
        """Makes the comparisons of all folders below."""
        self.phase4()
        for inner in self.subdirs.values():
            inner.phase4_closure()

    def report(self):
        """Prints what is the same and what differs."""
        print('diff', self.left, self.right)
        for text, names in (('Only in ' + str(self.left), self.left_only),
                            ('Only in ' + str(self.right), self.right_only),
                            ('Identical files', self.same_files), ('Differing files', self.diff_files),
                            ('Trouble with common files', self.funny_files),
                            ('Common subdirectories', self.common_dirs),
                            ('Common funny cases', self.common_funny)):
            if names:
                names.sort()
                print(text, ':', names)

    def report_partial_closure(self):
        """Prints the reports of the folders and of those directly below."""
        self._report_down_to(1)

    def report_full_closure(self):
        """Prints the reports of the folders and of all below."""
        self._report_down_to(-1)

    def _report_down_to(self, depth):
        """Prints the report and, unless the depth is used up, those of the folders below, each after an empty line."""
        self.report()
        if depth:
            for name in self.subdirs:
                print()
                self.subdirs[name]._report_down_to(depth - 1)

    methodmap = {'subdirs': phase4, 'same_files': phase3, 'diff_files': phase3, 'funny_files': phase3,
                 'common_dirs': phase2, 'common_files': phase2, 'common_funny': phase2,
                 'common': phase1, 'left_only': phase1, 'right_only': phase1,
                 'left_list': phase0, 'right_list': phase0}

    def __getattr__(self, attr):
        work_out = type(self).methodmap.get(attr)
        if work_out is None:
            raise AttributeError(attr)
        work_out(self)
        return self.__dict__[attr]

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)
