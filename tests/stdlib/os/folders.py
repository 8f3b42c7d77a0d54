# Files, folders, links, the environment.
import errno
import os
import stat

top = f"/tmp/acli_os_folders_{os.getpid()}"
os.makedirs(os.path.join(top, "a", "b"))
os.makedirs(os.path.join(top, "a", "b"), exist_ok=True)
print(os.path.isdir(top + "/a/b"), sorted(os.listdir(top)), os.listdir(top + "/a"))
for name in ("one.txt", "a/two.txt", "a/b/three"):
    with open(os.path.join(top, name), "w") as f:
        f.write(name)
os.symlink("one.txt", top + "/link")
os.link(top + "/one.txt", top + "/hard")
os.symlink("nowhere", top + "/broken")
print(os.readlink(top + "/link"), os.path.islink(top + "/link"), os.path.exists(top + "/broken"), os.path.lexists(top + "/broken"))
print(os.path.realpath(top + "/link") == os.path.realpath(top) + "/one.txt", os.path.samefile(top + "/hard", top + "/one.txt"))
for folder, folders, files in os.walk(top):
    folders.sort()
    print(folder.removeprefix(top), folders, sorted(files))
print([folder.removeprefix(top) for folder, _, _ in os.walk(top, topdown=False)])
with os.scandir(top) as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(entry.name, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.path == os.path.join(top, entry.name), entry)
known = os.stat(top + "/one.txt")
print(known.st_size, known[6], len(known), stat.S_ISREG(known.st_mode), known.st_nlink, known.st_mtime_ns // 10**9 == int(known.st_mtime) == known[8], type(known.st_mtime).__name__)
os.chmod(top + "/one.txt", 0o640)
print(stat.filemode(os.stat(top + "/one.txt").st_mode), oct(stat.S_IMODE(os.stat(top + "/one.txt").st_mode)), stat.S_ISLNK(os.lstat(top + "/link").st_mode))
print([stat.filemode(mode) for mode in (0o100644, 0o040755, 0o120777, 0o104755, 0o102644, 0o041777, 0o020600, 0)])
os.utime(top + "/one.txt", (1_000_000_000, 1_100_000_000.5))
print(os.path.getmtime(top + "/one.txt"), os.path.getatime(top + "/one.txt"), os.stat(top + "/one.txt").st_mtime_ns)
os.utime(top + "/one.txt", ns=(5, 7))
print(os.stat(top + "/one.txt").st_mtime_ns, os.access(top, os.R_OK | os.X_OK), os.access(top + "/nope", os.F_OK))
os.rename(top + "/hard", top + "/moved")
os.replace(top + "/moved", top + "/link")
print(sorted(os.listdir(top)))
os.truncate(top + "/link", 3)
print(open(top + "/link").read(), os.path.getsize(top + "/one.txt"))


def failing(call, *args):
    try:
        call(*args)
    except OSError as error:
        print(type(error).__name__, errno.errorcode[error.errno], str(error).replace(top, "T"), (error.filename2 or "").replace(top, "T"))


failing(os.mkdir, top)
failing(os.rmdir, top)
failing(os.remove, top + "/none")
failing(os.listdir, top + "/none")
failing(os.rename, top + "/none", top + "/x")
failing(os.readlink, top + "/one.txt")
failing(os.stat, top + "/none")
failing(os.chdir, top + "/one.txt")
failing(os.close, 999)
failing(os.read, 999, 1)
failing(os.makedirs, top + "/a")
failing(os.symlink, "x", top + "/link")
for call, *args in ((os.stat, 1.5), (os.listdir, 1.5), (os.mkdir, 3), (os.open, "a\0b", 0), (os.getenv, 3)):
    try:
        print(call(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
before = os.getcwd()
os.chdir(top)
print(os.getcwd() == os.path.realpath(top), os.path.abspath("x") == os.path.join(os.getcwd(), "x"), os.listdir(b".") != [], sorted(os.listdir())[0])
os.chdir(before)
fd = os.open(top + "/data", os.O_RDWR | os.O_CREAT, 0o600)
print(os.write(fd, b"hello world"), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5), os.pread(fd, 5, 6), os.fstat(fd).st_size, os.isatty(fd))
os.ftruncate(fd, 4)
copy = os.dup(fd)
print(os.lseek(copy, 0, os.SEEK_END), os.get_inheritable(copy), os.pwrite(fd, b"X", 0), os.pread(fd, 9, 0))
os.close(fd)
os.close(copy)
os.environ["ACLI_TEST"] = "1"
print(os.getenv("ACLI_TEST"), os.environ.get("ACLI_NOPE"), os.getenv("ACLI_NOPE", "d"), os.environb[b"ACLI_TEST"], "ACLI_TEST" in os.environ)
print(os.system("test \"$ACLI_TEST\" = 1"), os.waitstatus_to_exitcode(os.system("exit 3")))
del os.environ["ACLI_TEST"]
print(os.system("test -z \"$ACLI_TEST\""), os.environ.pop("ACLI_TEST", "gone"))
for bad in (("a", 3), (3, "a")):
    try:
        os.environ[bad[0]] = bad[1]
    except TypeError as error:
        print(error)
print(os.getpid() > 0, os.getppid() > 0, os.cpu_count() >= 1, len(os.urandom(5)), os.strerror(2), os.terminal_size((80, 24)), os.get_exec_path({"PATH": "/a:/b"}))
print(errno.ENOENT, errno.errorcode[13], os.error is OSError, os.path.getsize(top + "/a/two.txt"))
for folder, folders, files in os.walk(top, topdown=False):
    for name in files:
        os.unlink(os.path.join(folder, name))
    for name in folders:
        os.rmdir(os.path.join(folder, name))
os.removedirs(top)
print(os.path.exists(top))
