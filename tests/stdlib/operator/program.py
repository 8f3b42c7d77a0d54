# Operators where users put them: in tables, as keys, as class attributes, in folds.
import operator
from operator import attrgetter, itemgetter, methodcaller

OPERATORS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod, "**": operator.pow, "<<": operator.lshift, "&": operator.and_, "|": operator.or_,
    "==": operator.eq, "<": operator.lt, "in": lambda a, b: operator.contains(b, a),
}


def reverse_polish(text):
    stack = []
    for word in text.split():
        if word in OPERATORS:
            right, left = stack.pop(), stack.pop()
            stack.append(OPERATORS[word](left, right))
        else:
            stack.append(int(word))
    return stack.pop()


for text in ("1 2 +", "2 3 ** 1 -", "7 2 // 3 *", "7 2 /", "6 3 & 8 |", "1 2 3 * + 7 =="):
    print(text, "=", reverse_polish(text))

# A function of this module is no method of the class that it is kept in.


class Rule:
    compare = operator.lt
    pick = itemgetter(0)
    tidy = methodcaller("strip")
    size = attrgetter("__class__.__name__")

    def __init__(self, limit):
        self.limit = limit

    def holds(self, text):
        return self.compare(self.pick(self.tidy(text)), self.limit)


rule = Rule("m")
print([word for word in (" apple", "zebra ", "melon", "kiwi") if rule.holds(word)], rule.size([]))


class Special(Rule):
    compare = operator.__ge__


print([word for word in ("apple", "zebra", "melon") if Special("m").holds(word)])

people = [("Ann", 31, "Rome"), ("Bob", 25, "Oslo"), ("Cid", 31, "Bern"), ("Dee", 25, "Rome")]
print(sorted(people, key=itemgetter(1, 0)))
print(sorted(people, key=itemgetter(2), reverse=True))
print(max(people, key=itemgetter(1)), min(people, key=itemgetter(1)))
print(list(map(itemgetter(0), people)), list(filter(itemgetter(1), [(1, 0), (2, 3)])))
print(list(map(operator.mul, range(5), range(5, 10))), sum(map(operator.mul, [1, 2, 3], [4, 5, 6])))


class Person:
    def __init__(self, name, age, town):
        self.name, self.age, self.town = name, age, town

    def __repr__(self):
        return self.name


crowd = [Person(*person) for person in people]
print(sorted(crowd, key=attrgetter("town", "name")), sorted(crowd, key=attrgetter("age")))
print(list(map(attrgetter("town"), crowd)), list(map(methodcaller("lower"), map(attrgetter("name"), crowd))))


def fold(function, items, start):
    for item in items:
        start = function(start, item)
    return start


print(fold(operator.ior, [{1}, {2}, {1, 3}], set()), fold(operator.iconcat, [[1], [2]], []))
print(fold(operator.xor, range(9), 0))
print(fold(operator.getitem, ["a", "b", 1], {"a": {"b": [1, 2]}}))
