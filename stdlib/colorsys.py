"""Colours of RGB (red, green, blue) in other systems and back.

Invariant: all coordinates are floats from 0 to 1, but I and Q of YIQ may be negative.
"""

__all__ = ['rgb_to_yiq', 'yiq_to_rgb', 'rgb_to_hls', 'hls_to_rgb', 'rgb_to_hsv', 'hsv_to_rgb']

ONE_THIRD, ONE_SIXTH, TWO_THIRD = 1.0/3.0, 1.0/6.0, 2.0/3.0


def rgb_to_yiq(r, g, b):
    """Turns RGB into luma and two chromas."""
    y = 0.30*r + 0.59*g + 0.11*b
    red, blue = r - y, b - y
    return y, 0.74*red - 0.27*blue, 0.48*red + 0.41*blue


def yiq_to_rgb(y, i, q):
    """Turns luma and two chromas into RGB."""
    # The inverse of the matrix above, in the same limits as all colours.
    colour = (y + 0.9468822170900693*i + 0.6235565819861433*q,
              y - 0.27478764629897834*i - 0.6356910791873801*q,
              y - 1.1085450346420322*i + 1.7090069284064666*q)
    return tuple([0.0 if part < 0.0 else 1.0 if part > 1.0 else part for part in colour])


def _hue(r, g, b, high, spread):
    red, green, blue = (high - r) / spread, (high - g) / spread, (high - b) / spread
    if r == high:
        turn = blue - green
    elif g == high:
        turn = 2.0 + red - blue
    else:
        turn = 4.0 + green - red
    return turn / 6.0 % 1.0


def rgb_to_hls(r, g, b):
    """Turns RGB into hue, lightness and saturation."""
    high, low = max(r, g, b), min(r, g, b)
    both = high + low
    lightness = both / 2.0
    if high == low:
        return 0.0, lightness, 0.0
    spread = high - low
    saturation = spread / (both if lightness <= 0.5 else 2.0 - high - low)
    return _hue(r, g, b, high, spread), lightness, saturation


def hls_to_rgb(h, l, s):
    """Turns hue, lightness and saturation into RGB."""
    if s == 0.0:
        return l, l, l
    high = l * (1.0 + s) if l <= 0.5 else l + s - l * s
    low = 2.0 * l - high

    def part(hue):
        hue %= 1.0
        if hue < ONE_SIXTH:
            return low + (high - low) * hue * 6.0
        if hue < 0.5:
            return high
        return low + (high - low) * (TWO_THIRD - hue) * 6.0 if hue < TWO_THIRD else low

    return part(h + ONE_THIRD), part(h), part(h - ONE_THIRD)


def rgb_to_hsv(r, g, b):
    """Turns RGB into hue, saturation and value."""
    high, low = max(r, g, b), min(r, g, b)
    if high == low:
        return 0.0, 0.0, high
    spread = high - low
    return _hue(r, g, b, high, spread), spread / high, high


def hsv_to_rgb(h, s, v):
    """Turns hue, saturation and value into RGB."""
    if s == 0.0:
        return v, v, v
    sixths = h * 6.0
    sector = int(sixths)
    rest = sixths - sector
    low, falling, rising = v * (1.0 - s), v * (1.0 - s * rest), v * (1.0 - s * (1.0 - rest))
    return ((v, rising, low), (falling, v, low), (low, v, rising),
            (low, falling, v), (rising, low, v), (v, low, falling))[sector % 6]
