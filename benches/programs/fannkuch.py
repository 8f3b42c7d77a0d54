"""Pancake flipping over all permutations of nine: the longest run of flips, and a checksum."""


def fannkuch(n):
    perm = list(range(n))
    count = [0] * n
    longest = checksum = 0
    sign = 1
    level = n
    while True:
        while level != 1:
            count[level - 1] = level
            level -= 1
        first = perm[0]
        if first:
            flipped = perm[:]
            flips = 0
            while first:
                flipped[:first + 1] = flipped[first::-1]
                flips += 1
                first = flipped[0]
            longest = max(longest, flips)
            checksum += sign * flips
        sign = -sign
        while True:
            if level == n:
                return checksum, longest
            perm.insert(level, perm.pop(0))
            count[level] -= 1
            if count[level] > 0:
                break
            level += 1


print(*fannkuch(9))
