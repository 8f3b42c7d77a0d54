# Every method of list.
a = [3, 1, 2]
a.append(4); print(a)
a.extend("xy"); a.extend(range(2)); print(a)
a.insert(0, "first"); a.insert(-1, "almost last"); a.insert(99, "end"); a.insert(-99, "begin"); print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove("x"); print(a, a.index(1), a.index(4, 2), a.count(1), a.count("none"))
a.reverse(); print(a)
b = a.copy(); b.clear(); print(a, b, a is not b)
n = [5, 2, 9, 1]
n.sort(); print(n); n.sort(reverse=True); print(n); n.sort(key=lambda x: x % 5); print(n)
pairs = [("b", 1), ("a", 1), ("c", 0)]
print(sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: p[1], reverse=True))
for bad in [lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1, "a"].sort(), lambda: [1].index(1, 1),
            lambda: [].append(), lambda: [].extend(5), lambda: [1].insert("x", 1), lambda: [2, 1].sort(lambda x: x), lambda: [].pop("a"), lambda: [1].sort(key=5)]:
    try:
        print(bad())
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(list(), list("ab"), list({1: 2}), list((1, 2)), [1, 2] + [3], [0] * 3, 2 * [1, 2], [1] * -1, [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0])
print([1, [2, [3]]], [[]] * 2, 1 in [1.0], len([[], []]), [] == (), not [])
c = [1]; c += (2, 3); c *= 2; print(c)
c.append(c); print(c, c == c)
