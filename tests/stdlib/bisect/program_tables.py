# Programs as a user would write them: grades, neighbours in a sorted list, intervals, weighted choice.
from bisect import bisect, bisect_left, bisect_right, insort


def grade(score, breakpoints=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect(breakpoints, score)]


print([grade(score) for score in [33, 99, 77, 70, 89, 90, 100]])


def index(a, x):
    place = bisect_left(a, x)
    if place != len(a) and a[place] == x:
        return place
    raise ValueError(f"{x} is not there")


def below(a, x):
    place = bisect_left(a, x)
    return a[place - 1] if place else None


def at_most(a, x):
    place = bisect_right(a, x)
    return a[place - 1] if place else None


def above(a, x):
    place = bisect_right(a, x)
    return a[place] if place != len(a) else None


def at_least(a, x):
    place = bisect_left(a, x)
    return a[place] if place != len(a) else None


a = [1, 3, 3, 7, 9]
for x in (0, 1, 3, 4, 9, 10):
    print(x, below(a, x), at_most(a, x), above(a, x), at_least(a, x), bisect_right(a, x) - bisect_left(a, x))
print(index(a, 7))
try:
    index(a, 4)
except ValueError as error:
    print(error)


class Movie:
    def __init__(self, name, year):
        self.name, self.year = name, year

    def __repr__(self):
        return f"{self.name} ({self.year})"


movies = [Movie("Jaws", 1975), Movie("Titanic", 1997), Movie("Avatar", 2009)]
insort(movies, Movie("Alien", 1979), key=lambda movie: movie.year)
insort(movies, Movie("Zodiac", 1997), key=lambda movie: movie.year)
print(movies, bisect(movies, 1997, key=lambda movie: movie.year))


class Calendar:
    """Meetings that don't overlap, sorted by their begin."""

    def __init__(self):
        self.meetings = []

    def book(self, begin, end):
        place = bisect_left(self.meetings, (begin, end))
        if place and self.meetings[place - 1][1] > begin:
            return False
        if place < len(self.meetings) and self.meetings[place][0] < end:
            return False
        self.meetings.insert(place, (begin, end))
        return True


calendar = Calendar()
print([calendar.book(*hours) for hours in [(10, 12), (9, 10), (11, 13), (12, 13), (8, 11), (14, 15), (13, 14)]],
      calendar.meetings)


def cumulative(weights):
    total, sums = 0, []
    for weight in weights:
        total += weight
        sums.append(total)
    return sums


sums = cumulative([5, 1, 10, 4])
print(sums, "".join("abcd"[bisect(sums, n)] for n in range(sums[-1])))


def longest_rise(numbers):
    tails = []
    for number in numbers:
        place = bisect_left(tails, number)
        tails[place:place + 1] = [number]
    return len(tails)


print(longest_rise([10, 9, 2, 5, 3, 7, 101, 18]), longest_rise(range(9, 0, -1)), longest_rise([]))
root = bisect(range(10**6), 999, key=lambda n: n * n) - 1
print(root, bisect_left(range(1000), 961, key=lambda n: n**2))
