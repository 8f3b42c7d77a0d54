# All six conversions, round trips and limits.
import colorsys
from colorsys import hls_to_rgb, hsv_to_rgb, rgb_to_hls, rgb_to_hsv, rgb_to_yiq, yiq_to_rgb

colours = [(0, 0, 0), (1, 1, 1), (1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 0), (0.5, 0.5, 0.5), (0.2, 0.4, 0.4), (0.3, 0.7, 0.1), (0.9, 0.8, 0.85), (1 / 3, 0.25, 0.75)]
for colour in colours:
    print(colour, rgb_to_yiq(*colour), rgb_to_hls(*colour), rgb_to_hsv(*colour))
    for there, back in ((rgb_to_yiq, yiq_to_rgb), (rgb_to_hls, hls_to_rgb), (rgb_to_hsv, hsv_to_rgb)):
        again = back(*there(*colour))
        print("  ", again, all(abs(a - b) < 1e-6 for a, b in zip(again, colour)))
for args in ((0.5, 1.0, -1.0), (-0.5, 0.2, 0.2), (1.5, 0, 0), (0.5, 0.1, -0.3)):
    print(args, yiq_to_rgb(*args))
for h in (0.0, 0.1, 1 / 6, 0.3, 0.5, 0.7, 5 / 6, 0.99, 1.0, 1.25, -0.3):
    print(h, hsv_to_rgb(h, 0.6, 0.8), hls_to_rgb(h, 0.3, 0.9), hls_to_rgb(h, 0.8, 0.4), hsv_to_rgb(h, 0, 0.5), hls_to_rgb(h, 0.5, 0))
print(rgb_to_hsv(255, 128, 0), rgb_to_hsv(-0.5, 0.25, 1))
for bad in (lambda: rgb_to_hls(2, 0, 0), lambda: rgb_to_hsv("a", 1, 2), lambda: rgb_to_yiq(1, 2)):
    try:
        print(bad())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
print(colorsys.__all__)


def ramp(start, end, steps):
    """Web colours from one to another by hue."""
    h1, s1, v1 = rgb_to_hsv(*[int(start[at:at + 2], 16) / 255 for at in (1, 3, 5)])
    h2, s2, v2 = rgb_to_hsv(*[int(end[at:at + 2], 16) / 255 for at in (1, 3, 5)])
    for step in range(steps):
        share = step / (steps - 1)
        mixed = hsv_to_rgb(h1 + (h2 - h1) * share, s1 + (s2 - s1) * share, v1 + (v2 - v1) * share)
        yield "#" + "".join(f"{round(part * 255):02x}" for part in mixed)


print(*ramp("#ff0000", "#0000ff", 6), *ramp("#336699", "#ffcc00", 3))
