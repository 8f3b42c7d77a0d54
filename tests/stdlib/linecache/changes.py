# What happens when files change, and lines that a module's loader gives.
import linecache
import os
import tempfile

FOLDER = tempfile.mkdtemp()
PATH = os.path.join(FOLDER, "linecache_changes_text.py")


def write(text):
    with open(PATH, "w") as stream:
        stream.write(text)


write("a\nb\n")
print(linecache.getlines(PATH))
write("a\nb\nc\n")
print(linecache.getlines(PATH))
linecache.checkcache("some other file")
print(linecache.getlines(PATH))
linecache.checkcache(PATH)
print(PATH in linecache.cache, linecache.getlines(PATH))
write("shorter\n")
linecache.checkcache()
print(linecache.getlines(PATH))
write("longer than it was\n")
print(linecache.updatecache(PATH))
os.utime(PATH, (5, 5))
linecache.checkcache()
print(PATH in linecache.cache)
linecache.getlines(PATH)
os.remove(PATH)
print(linecache.getlines(PATH))
linecache.checkcache()
print(linecache.getlines(PATH))


class Loader:
    def __init__(self, text):
        self.text = text
        self.calls = 0

    def get_source(self, name):
        self.calls += 1
        if isinstance(self.text, Exception):
            raise self.text
        return f"# {name}\n{self.text}" if self.text is not None else None


class Spec:
    def __init__(self, name, loader):
        self.name = name
        self.loader = loader


def globals_of(loader):
    return {"__name__": "wrong", "__spec__": Spec("right", loader)}


loader = Loader("x = 1\n")
print(linecache.lazycache("zipped.py", globals_of(loader)), loader.calls)
print(linecache.lazycache("zipped.py", globals_of(loader)), linecache.lazycache("zipped.py", None))
print(len(linecache.cache["zipped.py"]))
linecache.checkcache()
print(len(linecache.cache["zipped.py"]))
print(linecache.getlines("zipped.py"), loader.calls)
size, mtime, lines, name = linecache.cache["zipped.py"]
print(size, mtime, lines, name)
print(linecache.lazycache("zipped.py", globals_of(loader)))
linecache.checkcache()
print("zipped.py" in linecache.cache)
for text in (None, ImportError("no"), OSError("no")):
    linecache.clearcache()
    print(linecache.getlines("zipped.py", globals_of(Loader(text))))
linecache.clearcache()
print(linecache.getline("zipped.py", 2, globals_of(Loader("direct"))))
linecache.clearcache()
for name, module_globals in (("", {}), ("<x>", globals_of(loader)), ("a.py", None), ("a.py", {}),
                             ("a.py", {"__name__": "a"}), ("a.py", {"__name__": "a", "__loader__": object()})):
    print(name, linecache.lazycache(name, module_globals))
try:
    linecache.getlines("zipped.py", globals_of(Loader(ValueError("passes through"))))
except ValueError as error:
    print(error)
