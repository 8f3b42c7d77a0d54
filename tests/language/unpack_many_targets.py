# Unpacking into more targets than one byte counts, in every place that unpacks.
def names(count, start=0):
    return ", ".join("a%d" % i for i in range(start, start + count))


def run(text):
    space = {}
    try:
        exec(text, space)
    except (SyntaxError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
    else:
        print([space.get(name) for name in ("a0", "a254", "a255", "a256", "a299", "r")])


run(names(300) + " = range(300)")
run("[" + names(300) + "] = [x * 2 for x in range(300)]")
run("(" + names(300) + ") = tuple(range(300))")
run(names(300) + " = iter(range(300))")
run(names(300) + " = dict.fromkeys(range(300))")
run(names(300) + " = 'x' * 300")
run(names(255) + ", *r = range(300)")
run(names(256) + ", *r = range(300)")
run("*r, " + names(300) + " = range(305)")
run("a0, *r, " + names(299, 1) + " = range(305)")
run("for " + names(300) + " in [range(300), range(1, 301)]: pass")
run("x = " + names(300) + " = list(range(300)); r = len(x)")
run("def f():\n  [" + names(300) + "] = range(300)\n  return a299\nr = f()")
run("r = [a299 for " + names(300) + " in [range(300)]]")
run("match list(range(300)):\n  case [" + names(300) + "]: r = 'matched'")
run("match list(range(301)):\n  case [" + names(300) + "]: r = 'matched'")
run("match list(range(400)):\n  case [*r, " + names(300) + "]: r = len(r)")
run("match {i: -i for i in range(300)}:\n  case {" + ", ".join("%d: a%d" % (i, i) for i in range(300)) + "}: r = 'matched'")
run("class C: pass\nc = C()\nfor i in range(300): setattr(c, 'n%d' % i, i)\nmatch c:\n  case C("
    + ", ".join("n%d=a%d" % (i, i) for i in range(300)) + "): r = 'matched'")
run(names(300) + " = range(299)")
run(names(300) + " = range(301)")
run(names(300) + " = [1] * 301")
run(names(300) + " = (1,) * 3")
run(names(300) + " = 5")
