# Programs that work with temporary files as users do.
import os
import shutil
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'data.txt')
    with open(path, 'w') as file:
        file.write('one\ntwo\n')
    shutil.copy(path, os.path.join(folder, 'copy.txt'))
    print(sorted(os.listdir(folder)))
    with tempfile.NamedTemporaryFile('w', dir=folder, prefix='new_', suffix='.txt', delete=False) as file:
        file.write('three\n')
    os.replace(file.name, path)
    print(open(path).read(), sorted(os.listdir(folder)))
print(os.path.exists(folder))

descriptor, path = tempfile.mkstemp(text=True)
with os.fdopen(descriptor, 'w') as file:
    file.write('kept until it is removed')
print(os.path.getsize(path), oct(os.stat(path).st_mode & 0o777))
os.remove(path)

with tempfile.TemporaryFile() as file:
    file.write(b'0123456789')
    file.seek(3)
    print(file.read(4))

with tempfile.SpooledTemporaryFile(max_size=8, mode='w+') as file:
    for word in ('some', 'more', 'words'):
        print(word, file=file)
    file.seek(0)
    print(list(file), file.closed)
print(file.closed)

names = {tempfile.mkdtemp(prefix='many_') for _ in range(20)}
print(len(names), all(os.path.isdir(name) for name in names))
for name in names:
    os.rmdir(name)
try:
    with tempfile.TemporaryDirectory() as folder:
        raise KeyError('within')
except KeyError as error:
    print(error, os.path.exists(folder))
