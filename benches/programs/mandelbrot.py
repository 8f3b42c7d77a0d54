"""The Mandelbrot set, row by row as bits: once with complex numbers, once with pairs of floats."""


def complex_row(y, width, height, limit):
    row = []
    for x in range(width):
        c = complex(2.0 * x / width - 1.5, 2.0 * y / height - 1.0)
        z = 0j
        for _ in range(limit):
            if abs(z) > 2.0:
                break
            z = z * z + c
        row.append(abs(z) <= 2.0)
    return row


def float_row(y, width, height, limit):
    bits = []
    ci = 2.0 * y / height - 1.0
    byte = 0
    for x in range(width):
        cr = 2.0 * x / width - 1.5
        zr = zi = tr = ti = 0.0
        i = 0
        while i < limit and tr + ti <= 4.0:
            zi = 2.0 * zr * zi + ci
            zr = tr - ti + cr
            tr = zr * zr
            ti = zi * zi
            i += 1
        byte = byte << 1 | (tr + ti <= 4.0)
        if x % 8 == 7:
            bits.append(byte)
            byte = 0
    return bytes(bits)


size = 96
rows = [complex_row(y, size, size, 50) for y in range(size)]
for row in rows[::12]:
    print("".join(".#"[inside] for inside in row[::3]))
size = 400
image = bytearray()
for y in range(size):
    image += float_row(y, size, size, 50)
print(len(image), sum(byte.bit_count() for byte in image))
