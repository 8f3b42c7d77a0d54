# The format language for numbers and text.
for spec in ["", "d", "5", "<5", ">5", "^5", "05", "+", " ", "-", ",", "_", "x", "X", "o", "b", "#x", "#b", "#o", "c", "e", ".2f", "n", "*>8", "=+8", "0=8", "%", "_x", "+,", "#010x"]:
    print(f"{spec}:", format(1234 if spec != "c" else 65, spec), "|", format(-56 if spec != "c" else 66, spec))
for spec in ["", "f", ".2f", ".0f", "e", ".3e", "E", "g", ".3g", "G", "%", ".1%", "10.2f", "<10.2f", "+.1f", ",.2f", "_.2f", "010.2f", "n", "#.0f", "^12.1f", ".10g", "z.1f", "=+10.1f"]:
    print(f"{spec}:", format(1234.5678, spec), "|", format(-0.04, spec), "|", format(1e20, spec))
for value in [float("inf"), float("-inf"), float("nan"), 0.0, -0.0, 1e-10]:
    print(format(value, ""), format(value, ".2f"), format(value, "e"), format(value, "g"), format(value, "%"), format(value, "+"), format(value, "06.1f"))
for spec in ["", "s", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", "=<8s", "010"]:
    print(f"{spec}:", format("text", spec) + "|")
print(format(True), format(True, "d"), format(None), format([1]), format(2 ** 70, ","), format(2 ** 70, "e"), format(12, "08b"), f"{3:{'>'}{5}}", f"{1e6:,}", f"{0.1:.20f}", f"{1e300:.3g}", f"{123456789:.3e}", round(0.5), round(1.5), round(2.345, 2))
for value, spec in [(5, "q"), (5, ".2"), ("x", "d"), ("x", "+"), (1.5, "d"), (5, ",x"), ("x", ","), ("x", "=5"), (5, "s"), (None, "5"), ([], ">5"), (300, ".2c"), (5, "5 5"), (-1, "c"), (1.5, "x"), (5, "99999999999999999999")]:
    try:
        print(format(value, spec))
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
