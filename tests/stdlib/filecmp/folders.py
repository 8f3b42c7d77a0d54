# Files and folders compared.
import mimetypes as m, secrets, uuid, filecmp, fileinput, os, io, sys, tempfile, warnings
warnings.simplefilter('ignore')


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


base = tempfile.mkdtemp()
os.chdir(base)
for p, c in {'a/x': '1', 'b/x': '1', 'a/y': '1', 'b/y': '2', 'a/l': '', 'b/r': '', 'a/s/q': '1',
        'b/s/q': '12', 'a/z': '', 'b/w/k': '', 'a/.git/h': ''}.items():
    os.makedirs(os.path.dirname(p), exist_ok=True)
    open(p, 'w').write(c)
os.makedirs('a/f')
open('b/f', 'w').close()
os.utime('a/y', (1, 1))
os.utime('b/y', (2, 2))
show(lambda: (filecmp.cmp('a/x', 'b/x'), filecmp.cmp('a/y', 'b/y'), filecmp.cmp('a/y', 'b/y', False),
        filecmp.cmp('a/s', 'b/s'), filecmp.cmp('a/x', 'b/x', shallow=False)))
show(lambda: filecmp.cmp('a/x', 'nope'))
show(lambda: filecmp.cmpfiles('a', 'b', ['x', 'y', 'f', 'l', 's']))
d = filecmp.dircmp('a', 'b')
show(lambda: (d.left_list, d.right_list, d.common, d.left_only, d.right_only, d.common_dirs, d.common_files,
        d.common_funny, d.same_files, d.diff_files, d.funny_files, list(d.subdirs),
        d.subdirs['s'].diff_files, type(d.subdirs['s']).__name__))
d.report()
d.report_partial_closure()
d.report_full_closure()
show(lambda: d.nope)
show(lambda: filecmp.clear_cache())
show(lambda: filecmp.dircmp('a', 'b', ignore=['x']).common)
show(lambda: filecmp.DEFAULT_IGNORES)
show(lambda: filecmp.dircmp('a', 'b', hide=[]).left_list)
