# Lines of several files, in place, hooks.
import mimetypes as m, secrets, uuid, filecmp, fileinput, os, io, sys, tempfile, warnings
warnings.simplefilter('ignore')


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


base = tempfile.mkdtemp()
os.chdir(base)
open('1', 'w').write('a\nb\n')
open('2', 'w').write('c\n')
open('e', 'w').close()
F = fileinput
show(lambda: [(l, F.filename(), F.lineno(), F.filelineno(), F.isfirstline(), F.isstdin(),
        F.fileno() > 2) for l in F.input(['1', 'e', '2'])])
show(lambda: (F.lineno(), F.filename(), F.fileno()))
F.close()
show(lambda: F.lineno())
show(lambda: F.nextfile())
show(lambda: F.close())
with F.input('1') as f:
    show(lambda: (f.readline(), f.lineno(), f.nextfile(), f.readline(), f.filename(), f.lineno()))
with F.input(['1', '2'], inplace=True, backup='.k') as f:
    for l in f:
        print(l.strip().upper(), F.filename())
show(lambda: (open('1').read(), open('2').read(), sorted(os.listdir('.'))))
with F.FileInput(files=('2',), inplace=1) as f:
    for l in f:
        sys.stdout.write('x' + l)
show(lambda: (open('2').read(), os.path.exists('2.bak')))
show(lambda: F.FileInput(['1'], mode='w'))
show(lambda: F.FileInput(['1'], inplace=1, openhook=F.hook_compressed))
show(lambda: F.FileInput(['1'], openhook=5))
show(lambda: list(F.FileInput(['nope'])))
show(lambda: list(F.FileInput('1', mode='rb')))
show(lambda: list(F.FileInput('1', openhook=F.hook_encoded('utf-8'))))
show(lambda: list(F.FileInput('1', openhook=F.hook_compressed, encoding='utf-8')))
f = F.input('1')
next(f)
show(lambda: F.input('2'))
F.close()
import pathlib
show(lambda: list(F.FileInput(pathlib.Path('1'))))
sys.stdin = io.StringIO('in\n')
show(lambda: [(l, f.filename(), f.isstdin()) for f in [F.FileInput('-')] for l in f])
sys.argv = ['p', '1']
show(lambda: list(F.input()))
show(lambda: F.FileInput('1')[0])
f = F.FileInput(['1', '2'])
show(lambda: (next(f), f.close(), list(f)))
