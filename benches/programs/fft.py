"""Fast Fourier transforms of lists of complex numbers: recursive, in place, and a product of long numbers by them."""

import math


def recursive(values):
    n = len(values)
    if n == 1:
        return values
    even = recursive(values[0::2])
    odd = recursive(values[1::2])
    half = n // 2
    turned = [complex(math.cos(-2 * math.pi * k / n), math.sin(-2 * math.pi * k / n)) * odd[k] for k in range(half)]
    return [even[k] + turned[k] for k in range(half)] + [even[k] - turned[k] for k in range(half)]


def in_place(re, im, sign):
    """Transforms two lists of floats, the real and the imaginary parts."""
    n = len(re)
    j = 0
    for i in range(1, n):
        bit = n >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit
        if i < j:
            re[i], re[j] = re[j], re[i]
            im[i], im[j] = im[j], im[i]
    span = 1
    while span < n:
        angle = sign * math.pi / span
        step_re, step_im = math.cos(angle), math.sin(angle)
        for start in range(0, n, 2 * span):
            w_re, w_im = 1.0, 0.0
            for k in range(start, start + span):
                m = k + span
                t_re = re[m] * w_re - im[m] * w_im
                t_im = re[m] * w_im + im[m] * w_re
                re[m] = re[k] - t_re
                im[m] = im[k] - t_im
                re[k] += t_re
                im[k] += t_im
                w_re, w_im = w_re * step_re - w_im * step_im, w_re * step_im + w_im * step_re
        span *= 2


def multiply(a, b):
    """The product of two numbers given as decimal digits, by convolution."""
    size = 1
    while size < len(a) + len(b):
        size *= 2
    re = [float(digit) for digit in reversed(a)] + [0.0] * (size - len(a))
    im = [float(digit) for digit in reversed(b)] + [0.0] * (size - len(b))
    in_place(re, im, -1)
    out_re, out_im = [0.0] * size, [0.0] * size
    for k in range(size):
        m = -k % size
        f_re, f_im = (re[k] + re[m]) / 2, (im[k] - im[m]) / 2
        g_re, g_im = (im[k] + im[m]) / 2, (re[m] - re[k]) / 2
        out_re[k] = f_re * g_re - f_im * g_im
        out_im[k] = f_re * g_im + f_im * g_re
    in_place(out_re, out_im, 1)
    digits = []
    carry = 0
    for value in out_re:
        carry, digit = divmod(carry + round(value / size), 10)
        digits.append(str(digit))
    return "".join(reversed(digits)).lstrip("0")


signal = [complex(n * n % 17, n % 5) for n in range(65536)]
spectrum = recursive(signal)
re, im = [z.real for z in signal], [z.imag for z in signal]
in_place(re, im, -1)
print(max(abs(z - complex(x, y)) for z, x, y in zip(spectrum, re, im)) < 1e-6, f"{abs(spectrum[1]):.6f}")
a, b = 7 ** 2000, 11 ** 1600
print(multiply(str(a), str(b)) == str(a * b))
