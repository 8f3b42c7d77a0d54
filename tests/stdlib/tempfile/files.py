# Temporary files and folders.
import tempfile, shutil, os, io, sys


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, str(e).replace(base, 'BASE'))


base = tempfile.mkdtemp()
os.chdir(base)
fd, p = tempfile.mkstemp('.x', 'pre', base)
show(lambda: (os.path.basename(p)[:3], p[-2:], len(os.path.basename(p)), oct(os.stat(p).st_mode), os.write(fd,
        b'a')))
os.close(fd)
os.unlink(p)
show(lambda: tempfile.mkstemp(b'a', 'b'))
show(lambda: type(tempfile.mkdtemp(dir=os.fsencode(base))))
show(lambda: os.path.exists(tempfile.mktemp()))
with tempfile.NamedTemporaryFile() as f:
    show(lambda: (f.write(b'abc'), f.seek(0), f.read(), os.path.exists(f.name), f.closed))
    n = f.name
show(lambda: (os.path.exists(n), f.closed))
with tempfile.NamedTemporaryFile('w+', delete_on_close=False, suffix='.t') as f:
    f.write('x\ny\n')
    f.close()
    show(lambda: os.path.exists(f.name))
    n = f.name
show(lambda: os.path.exists(n))
f = tempfile.NamedTemporaryFile('w+', delete=False, encoding='utf-8')
print(f.write('é'), f.encoding, f.mode, f.name == f.file.name)
f.close()
show(lambda: os.path.exists(f.name))
os.unlink(f.name)
f = tempfile.NamedTemporaryFile('w+')
f.write('a\nb\n')
f.seek(0)
show(lambda: list(f))
f.close()
f.close()
show(lambda: tempfile.NamedTemporaryFile('w', newline='x'))
show(lambda: tempfile.NamedTemporaryFile('q'))
with tempfile.TemporaryFile('w+') as f:
    show(lambda: (f.write('abc'), f.seek(0), f.read(), type(f.name)))
s = tempfile.SpooledTemporaryFile(max_size=5)
s.close()
show(lambda: s.closed)
show(lambda: s.__enter__())
s = tempfile.SpooledTemporaryFile(mode='w+', max_size=4)
show(lambda: (s.write('ab'), s.encoding, s.errors, s.newlines, s.truncate(1), s.writelines(['a', 'bcd', 'e',
        'f']), s._rolled, s.seek(0), s.read()))
s.close()
s = tempfile.SpooledTemporaryFile()
show(lambda: (s.fileno() > 2, s._rolled))
s.close()
with tempfile.TemporaryDirectory(prefix='q', dir=base) as d:
    os.makedirs(d + '/a/b')
    open(d + '/a/f', 'w').close()
    os.symlink('/tmp', d + '/ln')
    os.chmod(d + '/a', 320)
show(lambda: os.path.exists(d))
T = tempfile.TemporaryDirectory()
show(lambda: repr(T) == '<TemporaryDirectory %r>' % T.name)
T.cleanup()
T.cleanup()
show(lambda: os.path.exists(T.name))
with tempfile.TemporaryDirectory(delete=False) as d:
    pass
show(lambda: os.path.exists(d))
os.rmdir(d)
os.chdir('/')
shutil.rmtree(base)
show(lambda: os.path.exists(base))
