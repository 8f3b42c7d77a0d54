# Arithmetic far beyond a machine word.
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


a, b = factorial(30), 3 ** 50
print(a, b)
print(a + b, a - b, b - a)
print(a * b)
print(a // b, a % b, -a // b, -a % b, a // -b, a % -b)
print(divmod(a, 10 ** 20), a / b)
print(a & b, a | b, a ^ b, ~a, a >> 40, a << 5, -a >> 40)
print(a > b, a < b, a == a + 0, a != b, a >= a, -a < b)
print(a.bit_length(), b.bit_length(), (-b).bit_count(), len(str(2 ** 1000)))
print(pow(2, 1000, 10 ** 9 + 7), pow(a, 3, b))
print(int("123456789012345678901234567890") + 1, int("-ff" * 1, 16), hex(2 ** 70), oct(2 ** 70), bin(2 ** 65))
print(float(2 ** 80), 2 ** 80 + 0.0, int(1e30), 10 ** 25 == 1e25, 10 ** 22 == 1e22)
print(f"{2 ** 80:,}", f"{2 ** 80:x}", f"{-(2 ** 80):_d}", "%d" % 2 ** 70)
try:
    print(float(10 ** 400))
except OverflowError as error:
    print(error)
try:
    print(10 ** 400 / 3)
except OverflowError as error:
    print(error)
