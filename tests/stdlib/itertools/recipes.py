# A program as one would write it: a shop's log, grouped, joined, ranked and paged.
from itertools import (accumulate, batched, chain, combinations, count, cycle, dropwhile, groupby, islice, pairwise,
                       product, repeat, starmap, takewhile, tee, zip_longest)
from operator import itemgetter

log = """2024-03-01 anna apple 3
2024-03-01 ben pear 2
2024-03-01 anna pear 1
2024-03-02 carl apple 7
2024-03-02 ben plum 4
2024-03-04 anna plum 2""".splitlines()

sales = [(day, who, what, int(n)) for day, who, what, n in map(str.split, log)]

for day, rows in groupby(sales, key=itemgetter(0)):
    rows = list(rows)
    print(day, sum(map(itemgetter(3), rows)), ", ".join(sorted({r[1] for r in rows})))

by_fruit = {k: sum(r[3] for r in g) for k, g in groupby(sorted(sales, key=itemgetter(2)), key=itemgetter(2))}
print(by_fruit)
print("running:", list(accumulate(r[3] for r in sales)), "peak:", list(accumulate((r[3] for r in sales), max)))
print("steps:", [b - a for a, b in pairwise(r[3] for r in sales)])

numbers = zip(count(1), sales)
for page, rows in enumerate(batched(numbers, 4), 1):
    print("page", page, [n for n, _ in rows])

names = sorted({r[1] for r in sales})
fruit = sorted(by_fruit)
sold = {(r[1], r[2]) for r in sales}
print("never:", [pair for pair in product(names, fruit) if pair not in sold])
print("together:",
      [f"{a}&{b}" for a,
       b in combinations(names, 2) if {r[0] for r in sales if r[1] == a} & {r[0] for r in sales if r[1] == b}])

desks = dict(zip(chain(names, ["dora", "emil"]), cycle(["left", "right"])))
print(desks)
print(list(zip_longest(names, fruit, [1], fillvalue="-")))


def window(iterable, n):
    readers = tee(iterable, n)
    return zip(*(islice(reader, i, None) for i, reader in enumerate(readers)))


print([sum(w) for w in window((r[3] for r in sales), 3)])


def primes():
    yield 2
    known = []
    for n in count(3, 2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, known)):
            known.append(n)
            yield n


print(list(islice(primes(), 12)), next(dropwhile(lambda p: p < 100, primes())))
print(list(starmap(str.rjust, zip(names, repeat(6), ".*"))))
