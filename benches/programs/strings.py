"""Building, splitting, joining, searching and formatting strings."""


def build(count):
    text = ""
    for n in range(count):
        text += str(n)
        text += ","
    return text


def rows(count):
    lines = []
    for n in range(count):
        lines.append(f"{n:06d};item {n % 97};{n / 8:.3f};{n % 3 == 0!r}")
    return lines


def parse(lines):
    total = 0.0
    names = set()
    for line in lines:
        number, name, price, flag = line.split(";")
        total += int(number) + float(price)
        names.add(name.strip().upper())
        if flag.startswith("T"):
            total -= 1
    return round(total, 3), len(names)


text = build(600_000)
print(len(text), text[:20], text[-10:])
parts = text.split(",")
print(len(parts), len("-".join(parts)))
lines = rows(250_000)
print(parse(lines))
joined = "\n".join(lines)
print(joined.count("item 5;"), joined.find("249999"), len(joined.replace("item", "thing")))
print(sum(1 for line in joined.splitlines() if "True" in line))
print("%d lines, %s, %5.2f" % (len(lines), lines[-1], 3.14159), "{:>10}|{:<8}|{:^7}".format("right", "left", "mid"))
