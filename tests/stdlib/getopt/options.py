# getopt and gnu_getopt with every kind of option, and their mistakes.
import getopt

cases = [
    (["-a", "-b", "x", "--foo=1", "--ba", "rest", "-a"], "ab:", ["foo=", "bar"]),
    (["-abx", "r", "--", "-a"], "ab:"), (["-b"], "ab:"), (["-c"], "ab:"), (["-ac"], "ab:"), (["-:"], "a:"), ([], "a"),
    (["--foo"], "", ["foo="]), (["--foo", "v"], "", ["foo="]), (["--foo=", "x"], "", ["foo="]), (["--bar=2"], "", ["bar"]), (["--zz"], "", ["bar"]),
    (["--b"], "", ["bar", "baz"]), (["--ba"], "", ["bar", "ba"]), (["--ba"], "", ["bar=", "ba=", "baz"]), (["--f=1"], "", ["foo=", "foobar=?"]),
    (["-"], "a"), (["-a", "-"], "a"), (["x", "-a"], "a"), (["x", "-a"], "+a"), (["x", "-a", "--", "y"], "-a"), (["-a", "x", "y", "-a", "z"], "-a"),
    (["x", "--f", "1"], "", "foo="), (["-ob", "-o", "c"], "o::"), (["--opt", "--opt=3", "--op=4"], "", ["opt=?"]), (["--opt=", "x"], "", ["opt=?"]),
    (["--=x"], "", ["foo="]), (["--foo", "--bar"], "", ["foo="]), (["-b", "-a"], "ab:"), (["-a"], "a", ("foo",)), (["-bc"], "b:c"), (["--ab=c=d"], "", ["ab="]),
    (["x", "--", "y"], "-a"), (["x", "-a", "q", "--", "y"], "-a"), (("-a", "b"), "a"), (["--long-name", "-x"], "x", ["long-name", "long"]),
]
for parse in (getopt.getopt, getopt.gnu_getopt):
    for case in cases:
        try:
            print(parse.__name__, *case, "->", parse(*case))
        except getopt.GetoptError as error:
            print(parse.__name__, *case, "->", error.msg, "|", error.opt, "|", error.args)

error = getopt.GetoptError("message", "o")
print(str(error), error.msg, error.opt, repr(error), getopt.error is getopt.GetoptError, getopt.GetoptError("only").opt == "", getopt.GetoptError.msg == "")
print(getopt.__all__, getopt.getopt(args=["-v"], shortopts="v"), getopt.gnu_getopt(args=["x", "--yes"], shortopts="", longopts=["yes"]))


def main(argv):
    """A program that packs files."""
    try:
        options, files = getopt.gnu_getopt(argv, "hvo:l::", ["help", "verbose", "output=", "level=?"])
    except getopt.GetoptError as error:
        print("pack:", error)
        return 2
    output, level, verbose = "out", 1, 0
    for option, value in options:
        match option:
            case "-h" | "--help":
                print("usage: pack [-v] [-o FILE] [-l[N]] FILE…")
                return 0
            case "-v" | "--verbose":
                verbose += 1
            case "-o" | "--output":
                output = value
            case "-l" | "--level":
                level = int(value or 9)
    print(f"{files} to {output}, level {level}, verbose {verbose}")
    return 0


for line in ("a b -vv -o c", "--out=z -l5 f --level", "-l --verb x -- -v", "--help me", "-o", "--nothing", "-x", ""):
    print(main(line.split()))
