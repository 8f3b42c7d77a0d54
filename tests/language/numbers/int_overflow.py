# Small ints become big ones and come back without a seam.
big = 2 ** 62
print(big + big - 1, big + big, big + big + 1)
print(-big - big, -big - big - 1)
print(9223372036854775807 + 1, -9223372036854775808 - 1, -(-9223372036854775808))
print(9223372036854775807 * 9223372036854775807)
print((9223372036854775807 + 1) - 1 == 9223372036854775807)
print(3037000500 * 3037000500, 3037000499 * 3037000499)
print(1 << 62, 1 << 63, 1 << 64, -1 << 63, (1 << 64) >> 64)
print(-9223372036854775808 // -1, -9223372036854775808 % -1, abs(-9223372036854775808))
total = 9223372036854775800
for step in range(12):
    total += 1
print(total)
while total > 9223372036854775800:
    total -= 3
print(total)
print(hash(2 ** 61 - 1), hash(2 ** 61), hash(-1), hash(2 ** 64), hash(-(2 ** 100)))
print({2 ** 64: "big"}[2 ** 64], 2 ** 64 in {2 ** 64}, 2 ** 64 == 2.0 ** 64)
