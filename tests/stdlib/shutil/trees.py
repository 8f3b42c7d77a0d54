# Copying, moving and removing of trees; programs; sizes.
import tempfile, shutil, os, io, sys


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, str(e).replace(base, 'BASE'))


base = tempfile.mkdtemp()
os.chdir(base)
for x in ('src/a/b', 'src/c'):
    os.makedirs(x)
for x in ('src/1.txt', 'src/a/2.py', 'src/a/b/3.txt'):
    open(x, 'w').write(x)
os.symlink('1.txt', 'src/ln')
os.symlink('nope', 'src/br')
os.symlink('a', 'src/da')


def tree(d):
    return sorted(((os.path.relpath(os.path.join(r, n), d), os.path.islink(os.path.join(r, n))) for r, ds,
            fs in os.walk(d) for n in ds + fs))


show(lambda: shutil.copytree('src', 't1'))
show(lambda: tree('t1'))
show(lambda: shutil.copytree('src', 't2', symlinks=True))
show(lambda: tree('t2'))
show(lambda: shutil.copytree('src', 't3', ignore_dangling_symlinks=True, ignore=shutil.ignore_patterns('*.py',
        'c')))
show(lambda: tree('t3'))
show(lambda: shutil.copytree('src', 't3'))
show(lambda: shutil.copytree('src', 't2', dirs_exist_ok=True, ignore_dangling_symlinks=True))
show(lambda: shutil.copytree('nope', 't9'))
L = []
show(lambda: shutil.copytree('src', 't4', copy_function=lambda a, b: L.append((a, b)), ignore=lambda p,
        n: (L.append((p, sorted(n))), ['br'])[1]))
show(lambda: sorted(map(str, L)))
show(lambda: shutil.copy('src/1.txt', 'x'))
show(lambda: shutil.copy('src/1.txt', 'src/c'))
show(lambda: shutil.copy2('src/1.txt', 'y'))
show(lambda: os.stat('y').st_mtime_ns == os.stat('src/1.txt').st_mtime_ns)
show(lambda: shutil.copyfile('x', 'x'))
show(lambda: shutil.copyfile('x', 'src'))
show(lambda: shutil.copyfile('nope', 'z'))
show(lambda: shutil.copyfile('x', 'no/z'))
show(lambda: shutil.copyfile('src/ln', 'l2', follow_symlinks=False))
show(lambda: os.readlink('l2'))
os.chmod('x', 416)
show(lambda: (shutil.copymode('x', 'y'), oct(os.stat('y').st_mode)))
os.mkfifo('ff')
show(lambda: shutil.copyfile('ff', 'z'))
show(lambda: shutil.copyfile('x', 'ff'))
show(lambda: shutil.copyfile('x', 'newdir/'))
i, o = (io.BytesIO(b'x' * 100), io.BytesIO())
show(lambda: (shutil.copyfileobj(i, o, 7), len(o.getvalue())))
show(lambda: shutil.move('x', 'x2'))
show(lambda: shutil.move('x2', 'src/c'))
show(lambda: shutil.move('src/c/x2', 'src/c'))
show(lambda: shutil.move('src', 'src/a'))
show(lambda: shutil.move('t1', 't5'))
show(lambda: shutil.move('t5', 'src/c/'))
show(lambda: shutil.move('nope', 'q'))
show(lambda: shutil.move('l2', 'l3'))
show(lambda: os.path.islink('l3'))
show(lambda: shutil.move('t2/', 't6'))
show(lambda: shutil.move('t6/', 'src/c'))
show(lambda: os.path.exists('src/c/t6'))
show(lambda: shutil.rmtree('nope'))
show(lambda: shutil.rmtree('nope', ignore_errors=True))
show(lambda: shutil.rmtree('y'))
show(lambda: shutil.rmtree('l3'))
os.symlink('src', 'sl')
show(lambda: shutil.rmtree('sl'))
E = []
show(lambda: shutil.rmtree('nope', onexc=lambda f, p, e: E.append((f.__name__, p, type(e).__name__))))
show(lambda: shutil.rmtree('nope', onerror=lambda f, p, e: E.append((f.__name__, p, e[0].__name__))))
show(lambda: shutil.rmtree('y', onexc=lambda f, p, e: E.append((f.__name__, p, type(e).__name__))))
show(lambda: shutil.rmtree('sl', onexc=lambda f, p, e: E.append((f.__name__, p, type(e).__name__))))
show(lambda: E)
show(lambda: (shutil.rmtree('src'), os.path.exists('src')))
os.mkdir('bin')
open('bin/prog', 'w').close()
os.chmod('bin/prog', 493)
open('bin/data', 'w').close()
show(lambda: shutil.which('prog', path='bin'))
show(lambda: shutil.which('data', path='bin'))
show(lambda: shutil.which('data', os.F_OK, path='bin'))
show(lambda: shutil.which('bin/prog'))
show(lambda: shutil.which('bin'))
show(lambda: shutil.which(b'prog', path=b'bin'))
show(lambda: shutil.which('prog', path=''))
show(lambda: shutil.which('prog', path='x:bin:bin'))
show(lambda: shutil.which('nope'))
show(lambda: shutil.which('./prog', path='bin'))
os.environ['COLUMNS'] = '33'
os.environ['LINES'] = '7'
show(lambda: shutil.get_terminal_size())
os.environ['LINES'] = 'x'
show(lambda: shutil.get_terminal_size((5, 6)))
del os.environ['COLUMNS']
show(lambda: shutil.get_terminal_size((5, 6)))
show(lambda: shutil.chown('y'))
show(lambda: shutil.chown('y', user='nouser9'))
show(lambda: shutil.chown('y', group='nogr9'))
show(lambda: shutil.chown('y', 0, 0))
show(lambda: shutil.Error.__mro__)
show(lambda: shutil.SameFileError.__mro__)
show(lambda: shutil.SpecialFileError.__mro__)
show(lambda: [c.__name__ for c in shutil.ReadError.__mro__])
os.chdir('/')
shutil.rmtree(base)
show(lambda: os.path.exists(base))
