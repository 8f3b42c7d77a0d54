# Searches in a small tree: hidden names, '**', folders only, links, bytes, root_dir.
import glob
import os
import tempfile
import warnings

os.chdir(tempfile.mkdtemp())
base = 'tree_for_glob'
for folder in ('a/b/c', 'a/.h/i', 'empty', 'x[1]'):
    os.makedirs(os.path.join(base, folder))
for name in ('top.txt', 'a/one.txt', 'a/two.py', 'a/.hidden', 'a/b/three.txt', 'a/b/c/four.py', 'a/.h/five.txt', 'x[1]/six.txt'):
    with open(os.path.join(base, name), 'w') as file:
        file.write(name)
os.symlink('a', os.path.join(base, 'link'))
os.symlink('nowhere', os.path.join(base, 'broken'))


def show(pattern, **options):
    print(repr(pattern), options, sorted(glob.glob(pattern, **options)))


for pattern in ('*', '*.txt', '*/*.txt', '*/', 'a/*', 'a/.*', '.*', 'top.txt', 'missing', 'a/', 'top.txt/', '', 'broken', 'brok*',
                'a//*', './*', 'x[1]/*', 'x[[]1]/*', 'a/b/*.txt', '[ae]*', '[!ae]*', '*/b/c/*', '*/*/*', 'a/*/', '?', 'a/../top.txt',
                '**', '**/', '**/*.py', 'a/**', 'a/**/', '**/c', '**/**/*.py', 'empty/**', 'none/**', 'a/**/c/**', 'top.txt/**'):
    show(pattern, root_dir=base)
    if '**' in pattern:
        show(pattern, root_dir=base, recursive=True)
        show(pattern, root_dir=base, recursive=True, include_hidden=True)
    elif '*' in pattern:
        show(pattern, root_dir=base, include_hidden=True)
show(base + '/*.txt')
show(base + '/**/*.txt', recursive=True)
show(os.fsencode(base) + b'/*')
show(b'a/*', root_dir=os.fsencode(base))
print(glob.escape(base + '/x[1]'), glob.glob(glob.escape(base + '/x[1]') + '/*'))
found = glob.iglob(base + '/a/b/*')
print(iter(found) is found, next(found), list(found))
print(sorted(glob.glob(os.path.abspath(base) + '/t*')) == [os.path.abspath(base) + '/top.txt'])
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(sorted(glob.glob1(base, '*.txt')), glob.glob0(base, 'a'), glob.glob0(base, 'zz'))
for warning in seen:
    print(warning.category.__name__, warning.message)
for call in (lambda: glob.glob(3), lambda: glob.glob('*', root_dir=3)):
    try:
        call()
    except TypeError as error:
        print(type(error).__name__)
