# How options may be written: joined, parted, optional values, unique beginnings.
from getopt import GetoptError, getopt, gnu_getopt

for args in (["-ovalue"], ["-o", "value"], ["-o=value"], ["-o", ""], ["-o", "-v"], ["-vovalue"], ["-vvo", "value", "-v"], ["-ov"], ["-o", "--", "-v"]):
    print(args, getopt(args, "vo:"), gnu_getopt(args, "vo:"))
for args in (["-l"], ["-l5"], ["-l", "5"], ["-vl"], ["-vl3v"], ["-l", "-v"]):
    print(args, getopt(args, "vl::"), gnu_getopt(args, "vl::"))
for args in (["--level"], ["--level=5"], ["--level", "5"], ["--level="], ["--lev=a=b"], ["--l"]):
    print(args, getopt(args, "", ["level=?", "verbose"]), gnu_getopt(args, "", ["level=?", "verbose"]))
for args in (["--name", "x"], ["--name=x"], ["--name="], ["--n=x"], ["--na", "--name"], ["--name", "--", "x"]):
    print(args, getopt(args, "", ["name="]), gnu_getopt(args, "", ["name="]))

known = ["help", "header=", "head", "verbose", "version"]
for text in ("--help", "--hel", "--he", "--head", "--heade=1", "--header", "--ver", "--verb", "--versi", "--x", "--", "---", "--=", "--help=", "--help=yes", "--HELP"):
    try:
        print(text, getopt([text, "rest"], "", known))
    except GetoptError as error:
        print(text, error, repr(error.opt))

# Options between other arguments.
line = "first -v second --name=x -- -v --name y".split()
for short in ("v", "+v", "-v", "-+v", "+-v"):
    print(short, gnu_getopt(line, short, ["name="]))
    try:
        print(short, getopt(line[1:], short, ["name="]))
    except GetoptError as error:
        print(short, error)
line = ["a", "-v", "b", "c", "-v", "d"]
print(gnu_getopt(line, "-v"), line)

# What comes out are lists and tuples of strings of one's own.
args = ("-v", "x", "y")
options, rest = getopt(args, "v")
print(options, rest, type(options), type(rest), type(gnu_getopt(args, "v")[1]))
print(getopt(["-é", "--ü=ö"], "é", ["ü="]), getopt([], ""), getopt([""], "a"), gnu_getopt(["", "-a"], "a"))
for bad in (lambda: getopt(["-a", 3], "a"), lambda: getopt([3], "a"), lambda: getopt(["-a"]), lambda: getopt(5, "a")):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)


class Refused(GetoptError):
    def __str__(self):
        return f"{self.opt}: {self.msg}"


try:
    raise Refused("not today", "x")
except GetoptError as error:
    print(error, error.args, isinstance(error, Exception))
