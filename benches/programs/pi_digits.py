"""Digits of pi, one after the other from a stream of fractions; then all at once from arctangents."""


def stream():
    """Transforms are composed until the next digit is certain (Gibbons' spigot)."""
    q, r, t, k, digit, step = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < digit * t:
            yield digit
            rest = 10 * (r - digit * t)
            digit = (10 * (3 * q + r)) // t - 10 * digit
            q *= 10
            r = rest
        else:
            rest = (2 * q + r) * step
            digit = (q * (7 * k) + 2 + r * step) // (t * step)
            q *= k
            t *= step
            step += 2
            k += 1
            r = rest


def arctangent_of_inverse(x, unit):
    term = total = unit // x
    n, square, sign = 3, x * x, -1
    while term:
        term //= square
        total += sign * (term // n)
        sign = -sign
        n += 2
    return total


def machin(digits):
    unit = 10 ** (digits + 10)
    return 4 * (4 * arctangent_of_inverse(5, unit) - arctangent_of_inverse(239, unit)) // 10 ** 10


count = 3000
digits = []
for digit in stream():
    digits.append(str(digit))
    if len(digits) == count:
        break
text = "".join(digits)
for start in range(0, 100, 10):
    print(text[start:start + 10], f"\t:{start + 10}")
long = machin(9000)
print(long // 10 ** (9001 - count) == int(text), long % 10 ** 10)
