# UserList and UserString: operators, methods, classes of results, subclasses.
from collections import UserList, UserString


def attempt(text):
    try:
        result = eval(text, globals())
        print(text, "->", repr(result), type(result).__name__)
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


for text in ("UserList()", "UserList([1, 2])", "UserList('ab')", "UserList(UserList([1]))", "UserList(None)",
             "UserList(initlist=[1])",
             "UserList(3)", "UserList(1, 2)"):
    attempt(text)
given = [1]
print(UserList(given).data is given, UserList(UserList(given)).data is given)
l = UserList([3, 1, 2])
for text in ("l[0]", "l[-1]", "l[1:]", "len(l)", "1 in l", "l == [3, 1, 2]", "[3, 1, 2] == l",
             "l == UserList([3, 1, 2])", "l != [1]",
             "l < [4]", "l <= UserList([3])", "l > [1]", "[9] > l", "l == 5", "list(reversed(l))", "l[9]", "l['a']",
             "l < 5", "hash(l)",
             "l + [4]", "[4] + l", "l + UserList([4])", "l + (4,)", "(4,) + l", "l + 'ab'", "l + 5", "5 + l", "l * 2",
             "2 * l", "l * 'a'",
             "l.count(3)", "l.index(2)", "l.index(99)", "l.index(2, 0, 1)", "l.copy()", "l.copy().data is l.data",
             "repr(l), str(l)"):
    attempt(text)
m = l
l[0] = 9
l[1:2] = [7, 8]
del l[0]
del l[:1]
l[:] = UserList([1, 2, 3])
l += [7]
l += UserList([8])
l += (9,)
l += "z"
l *= 2
print(l, m is l)
l = UserList([3, 1, 2])
for text in ("l.append(5)", "l.insert(0, 0)", "l.pop()", "l.pop(0)", "l.remove(1)", "l.remove(99)", "l.extend([4])",
             "l.extend(UserList([5]))",
             "l.extend('x')", "l.extend(3)", "l", "l.reverse()", "l", "l.sort()", "l.sort(key=str)", "l",
             "l.sort(reverse=True, key=str)",
             "l", "l.sort(1)", "l.clear()", "l.pop()", "bool(l)", "l.__iadd__(5)"):
    attempt(text)


class Sub(UserList):
    pass


s = Sub([1, 2])
s.note = 1
print([type(t).__name__ for t in (s + [1], s[:1], s * 2, s.copy(), [0] + s, 2 * s)], s.copy().__dict__,
      s.__copy__().__dict__)
r = UserList()
r.append(r)
print(r)

# UserString
for text in ("UserString('ab')", "UserString(5)", "UserString(UserString('x'))", "UserString(None)",
             "UserString(seq='k')", "UserString()"):
    attempt(text)
u, h = UserString("hello World"), UserString("l")
for text in ("str(u)", "u.data", "len(u)", "u[0]", "u[1:3]", "'ell' in u", "h in u", "hash(u) == hash('hello World')",
             "u == 'hello World'",
             "'hello World' == u", "u == UserString('hello World')", "u != 'x'", "u < 'z'", "u <= h", "u > 'a'",
             "'z' > u", "u == 5",
             "list(UserString('ab'))", "u < 5", "5 in u", "u[99]", "u['a']", "u + '!'", "'>' + u", "u + h", "u + 5",
             "5 + u", "h * 3", "3 * h",
             "h * 'a'", "UserString('%s-%d') % ('a', 1)", "'%s!' % u", "'%s' % h", "UserString('%(a)s') % {'a': 1}",
             "h.__rmod__('%s')",
             "int(UserString('12'))", "float(UserString('1.5'))", "complex(UserString('1j'))", "int(u)",
             "h.__getnewargs__()", "f'{u}'",
             "u.capitalize()", "u.casefold()", "u.title()", "u.swapcase()", "u.upper()", "u.lower()",
             "u.center(15, '*')", "u.center(15)",
             "u.ljust(13, '-')", "u.rjust(13)", "u.zfill(13)", "u.center()", "u.count('l')", "u.count(h, 3)",
             "u.find('l')", "u.find(h, 5, 99)",
             "u.rfind(h)", "u.index(h)", "u.rindex('z')", "u.find('z')", "u.removeprefix('he')",
             "u.removesuffix(UserString('ld'))",
             "u.encode()", "u.encode('ascii', 'strict')", "u.encode(None, None)", "u.startswith('he')",
             "u.startswith(('x', 'l'), 2)",
             "u.endswith('ld')", "UserString('a\\tb').expandtabs(4)", "UserString('{} {a}').format(1, a=h)",
             "UserString('{x}').format_map({'x': 3})", "h.join('ab')", "u.strip('hd')", "u.lstrip('h')", "u.rstrip()",
             "u.partition('o')",
             "u.rpartition('o')", "u.replace(h, UserString('L'))", "u.replace('l', 'L', 1)", "u.split()",
             "u.split('o', 1)", "u.rsplit('o', 1)",
             "u.rsplit(None, maxsplit=1)", "UserString('a\\nb').splitlines(True)", "u.translate({104: 'J'})",
             "u.translate(UserString.maketrans('he', 'HE'))",
             "[name for name in dir(u) if name.startswith('is') and getattr(u, name)()]", "UserString('42').isdigit()"):
    attempt(text)


class Tag(UserString):
    def __init__(self, seq):
        super().__init__(seq)
        self.data = self.data.lower()


t = Tag("ABC")
print([type(v).__name__ for v in (t + "a", "a" + t, t[0], t * 2, t % (), t.upper(), t.replace("q", "w"), t.join("ab"),
                                  t.split()[0])], t.upper(), t + "XYZ")
print(sorted([UserString("b"), UserString("a")]), {UserString("a"): 1}["a"], "".join(map(str, [t, u])))
