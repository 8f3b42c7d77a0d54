# Subclasses with state of their own, pickling, and a program that tidies a folder.
import os
import tempfile
from pathlib import Path, PurePath, PurePosixPath


class Tagged(PurePosixPath):
    def __init__(self, *segments, tag='none'):
        super().__init__(*segments)
        self.tag = tag

    def with_segments(self, *segments):
        return type(self)(*segments, tag=self.tag)


path = Tagged('a/b.txt', tag='mine')
for other in (path / 'c', path.parent, path.with_suffix('.py'), path.relative_to('a'), path.parents[0], 'x' / path,
              path.joinpath('y', 'z'), path.with_name('q'), path.with_stem('r')):
    print(repr(other), other.tag)
print(path == PurePosixPath('a/b.txt'), hash(path) == hash(PurePosixPath('a/b.txt')), isinstance(path, os.PathLike))
print(type(PurePath('a')).__name__, type(Path('a')).__name__, issubclass(Path, PurePath), PurePath.__module__)


class Home(type(Path())):
    def notes(self):
        return sorted(child.name for child in self.iterdir() if child.suffix == '.note')


with tempfile.TemporaryDirectory() as name:
    home = Home(name)
    for number in range(4):
        (home / f'{number}.note').write_text('line\n' * number)
    (home / 'deep' / 'er').mkdir(parents=True)
    print(home.notes(), type(home / 'deep').__name__)
    for note in sorted(home.glob('*.note')):
        if note.stat().st_size == 0:
            note.unlink()
        elif note.stem == '2':
            note.move_into(home / 'deep')
        else:
            note.rename(note.with_suffix('.old'))
    print(sorted(str(each.relative_to(home)) for each in home.rglob('*')))
    for folder, folders, files in home.walk():
        print(folder.relative_to(home), sorted(folders), sorted(files))
    copied = (home / 'deep').copy(home / 'copy')
    print(copied.name, copied.is_dir(), sorted(each.name for each in copied.iterdir()), type(copied).__name__)
    with (home / 'log').open('a', encoding='utf-8') as log:
        print('one', 'two', sep='\n', file=log)
    print((home / 'log').read_text().splitlines(), (home / 'log').exists(), (home / 'none').exists())
    try:
        (home / 'none' / 'x').touch()
    except FileNotFoundError as error:
        print(error.errno, Path(error.filename).name)
    print(os.fspath(home) == name, home.samefile(name), (home / 'deep/..').resolve() == home.resolve())
