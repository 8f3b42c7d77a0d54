"""A decoder in the manner of bzip2: bits, Huffman codes, runs, move-to-front and the sorted-rotations transform
undone. The packer that makes its input is here too, simple where the decoder is not."""


class BitReader:
    def __init__(self, data):
        self.data = data
        self.at = 0
        self.bits = 0
        self.count = 0

    def read(self, n):
        while self.count < n:
            if self.at == len(self.data):
                raise EOFError("no more bits")
            self.bits = self.bits << 8 | self.data[self.at]
            self.at += 1
            self.count += 8
        self.count -= n
        value = self.bits >> self.count
        self.bits &= (1 << self.count) - 1
        return value


class BitWriter:
    def __init__(self):
        self.data = bytearray()
        self.bits = 0
        self.count = 0

    def write(self, value, n):
        self.bits = self.bits << n | value
        self.count += n
        while self.count >= 8:
            self.count -= 8
            self.data.append(self.bits >> self.count)
            self.bits &= (1 << self.count) - 1

    def finish(self):
        if self.count:
            self.write(0, 8 - self.count)
        return bytes(self.data)


RUN_A, RUN_B = 0, 1


def canonical(lengths):
    """Codes for symbols by the lengths of their codes: (length, code) -> symbol."""
    table = {}
    code = previous = 0
    for length, symbol in sorted((length, symbol) for symbol, length in enumerate(lengths) if length):
        code <<= length - previous
        table[length, code] = symbol
        code += 1
        previous = length
    return table


def code_lengths(counts):
    """Huffman's lengths: the two rarest groups are joined until one is left."""
    groups = sorted((count, [symbol]) for symbol, count in enumerate(counts) if count)
    lengths = [0] * len(counts)
    while len(groups) > 1:
        (a, first), (b, second) = groups.pop(0), groups.pop(0)
        joined = (a + b, first + second)
        for symbol in joined[1]:
            lengths[symbol] += 1
        at = 0
        while at < len(groups) and groups[at][0] <= joined[0]:
            at += 1
        groups.insert(at, joined)
    return lengths


def transform(block):
    doubled = block + block
    n = len(block)
    order = sorted(range(n), key=lambda i: doubled[i:i + n])
    return bytes(block[i - 1] for i in order), order.index(0)


def move_to_front(data):
    alphabet = sorted(set(data))
    out = []
    for byte in data:
        at = alphabet.index(byte)
        out.append(at)
        alphabet.insert(0, alphabet.pop(at))
    return sorted(set(data)), out


def runs(places):
    """Runs of zeros as digits of base two without a zero; everything else one higher."""
    out = []
    zeros = 0
    for place in places + [None]:
        if place == 0:
            zeros += 1
            continue
        while zeros:
            out.append(RUN_A if zeros & 1 else RUN_B)
            zeros = (zeros - 1) // 2
        if place is not None:
            out.append(place + 1)
    return out


def pack(data, size):
    writer = BitWriter()
    for start in range(0, len(data), size):
        block, origin = transform(data[start:start + size])
        alphabet, places = move_to_front(block)
        symbols = runs(places)
        end = len(alphabet) + 1
        counts = [0] * (end + 1)
        for symbol in symbols + [end]:
            counts[symbol] += 1
        lengths = code_lengths(counts)
        codes = {symbol: pair for pair, symbol in canonical(lengths).items()}
        writer.write(1, 1)
        writer.write(origin, 24)
        writer.write(len(alphabet), 9)
        for byte in alphabet:
            writer.write(byte, 8)
        for length in lengths:
            writer.write(length, 5)
        for symbol in symbols + [end]:
            length, code = codes[symbol]
            writer.write(code, length)
    writer.write(0, 1)
    return writer.finish()


def read_symbols(reader, table, end):
    shortest = min(length for length, _ in table)
    while True:
        length = shortest
        code = reader.read(length)
        while (length, code) not in table:
            code = code << 1 | reader.read(1)
            length += 1
        symbol = table[length, code]
        if symbol == end:
            return
        yield symbol


def unrun(symbols, alphabet):
    out = bytearray()
    weight, run = 1, 0
    for symbol in symbols:
        if symbol <= RUN_B:
            run += weight << symbol
            weight <<= 1
            continue
        if run:
            out += alphabet[:1] * run
            weight, run = 1, 0
        byte = alphabet[symbol - 1]
        del alphabet[symbol - 1]
        alphabet.insert(0, byte)
        out.append(byte)
    out += alphabet[:1] * run
    return out


def untransform(block, origin):
    counts = [0] * 256
    for byte in block:
        counts[byte] += 1
    starts = []
    total = 0
    for count in counts:
        starts.append(total)
        total += count
    links = [0] * len(block)
    for i, byte in enumerate(block):
        links[starts[byte]] = i
        starts[byte] += 1
    out = bytearray()
    at = links[origin]
    for _ in block:
        out.append(block[at])
        at = links[at]
    return bytes(out)


def unpack(data):
    reader = BitReader(data)
    blocks = []
    while reader.read(1):
        origin = reader.read(24)
        alphabet = bytearray(reader.read(8) for _ in range(reader.read(9)))
        lengths = [reader.read(5) for _ in range(len(alphabet) + 2)]
        table = canonical(lengths)
        block = unrun(read_symbols(reader, table, len(alphabet) + 1), alphabet)
        blocks.append(untransform(block, origin))
    return b"".join(blocks)


def checksum(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def prose(size, seed):
    words = b"the ship sailed over a grey sea and nobody on board knew where it would land or when".split()
    out = bytearray()
    while len(out) < size:
        seed = (seed * 1103515245 + 12345) % 2147483648
        out += words[(seed >> 16) % len(words)] + (b" " if seed >> 20 & 15 else b"......\n")
    return bytes(out[:size])


text = prose(24_000, 5)
packed = pack(text, 2000)
for _ in range(25):
    again = unpack(packed)
    assert again == text
print(len(packed), hex(checksum(packed)), hex(checksum(again)), again[:42])
