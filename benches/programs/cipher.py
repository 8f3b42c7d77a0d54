"""A block cipher and a hash over bytes: rounds of shifts, masks and tables on ints of 32 bits."""

MASK = 0xFFFFFFFF


def rotate(x, by):
    return (x << by | x >> 32 - by) & MASK


def primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
        n += 1
    return found


def root_bits(n, root):
    """The first 32 bits of what follows the point in a square or cube root."""
    wanted = n << 32 * root
    low, high = 0, 1 << 40
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** root <= wanted:
            low = middle
        else:
            high = middle - 1
    return low & MASK


ROUND = [root_bits(p, 3) for p in primes(64)]
START = [root_bits(p, 2) for p in primes(8)]


def digest(data):
    """SHA-256."""
    length = len(data) * 8
    data += b"\x80" + b"\0" * ((55 - len(data)) % 64) + length.to_bytes(8, "big")
    state = list(START)
    for start in range(0, len(data), 64):
        words = [int.from_bytes(data[at:at + 4], "big") for at in range(start, start + 64, 4)]
        for i in range(16, 64):
            x, y = words[i - 15], words[i - 2]
            s0 = rotate(x, 25) ^ rotate(x, 14) ^ x >> 3
            s1 = rotate(y, 15) ^ rotate(y, 13) ^ y >> 10
            words.append((words[i - 16] + s0 + words[i - 7] + s1) & MASK)
        a, b, c, d, e, f, g, h = state
        for constant, word in zip(ROUND, words):
            s1 = rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7)
            t1 = h + s1 + (e & f ^ ~e & MASK & g) + constant + word
            s0 = rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10)
            t2 = s0 + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = (t1 + t2) & MASK, a, b, c, (d + t1) & MASK, e, f, g
        state = [(old + new) & MASK for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(word.to_bytes(4, "big") for word in state).hex()


class Stream:
    """ChaCha's blocks: a key, a count and a nonce stirred by twenty rounds."""

    def __init__(self, key, nonce):
        self.words = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574]
        self.words += [int.from_bytes(key[at:at + 4], "little") for at in range(0, 32, 4)] + [0]
        self.words += [int.from_bytes(nonce[at:at + 4], "little") for at in range(0, 12, 4)]

    @staticmethod
    def quarter(x, a, b, c, d):
        for into, plus, turn, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            x[into] = (x[into] + x[plus]) & MASK
            x[turn] = rotate(x[turn] ^ x[into], by)

    def block(self, count):
        self.words[12] = count
        x = list(self.words)
        for _ in range(10):
            for i in range(4):
                self.quarter(x, i, 4 + i, 8 + i, 12 + i)
            for i in range(4):
                self.quarter(x, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4)
        return b"".join((a + b & MASK).to_bytes(4, "little") for a, b in zip(x, self.words))

    def apply(self, data):
        out = bytearray()
        for count, start in enumerate(range(0, len(data), 64), 1):
            out += bytes(a ^ b for a, b in zip(data[start:start + 64], self.block(count)))
        return bytes(out)


def crc_table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ (0xEDB88320 if n & 1 else 0)
        table.append(n)
    return table


def crc(data, table):
    value = MASK
    for byte in data:
        value = table[(value ^ byte) & 0xFF] ^ value >> 8
    return value ^ MASK


assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
assert crc(b"123456789", crc_table()) == 0xCBF43926
key = bytes(range(32))
text = b"Ladies and gentlemen of the class of '99. " * 4000
secret = Stream(key, b"\0\0\0\x4a\0\0\0\0\0\0\0\0"[:12]).apply(text[:45_000])
assert Stream(key, b"\0\0\0\x4a\0\0\0\0\0\0\0\0"[:12]).apply(secret) == text[:45_000]
print(digest(text[:120_000]), secret[:8].hex(), hex(crc(text, crc_table())))
