"""Text wrangling: a made-up chronicle is wrapped, indexed, counted, translated and put into columns."""

SYLLABLES = "ka lo mi ran ter sul ven dor eth qua bri on as il or".split()
STOPS = [".", ".", ".", ",", ",", ";", "!", "?", ":"]


def chronicle(words, seed):
    """Sentences of made-up words, with numbers and dates here and there."""
    out = []
    capital = True
    for _ in range(words):
        seed = (seed * 1103515245 + 12345) % 2147483648
        pick = seed >> 12
        if pick % 29 == 0:
            word = f"{pick % 28 + 1:02d}/{pick % 12 + 1:02d}/{1500 + pick % 500}"
        elif pick % 31 == 0:
            word = str(pick % 100000)
        else:
            word = "".join(SYLLABLES[(pick >> shift) % len(SYLLABLES)] for shift in range(0, 4 + pick % 9, 4))
        if capital:
            word = word.capitalize()
            capital = False
        if pick % 11 == 0:
            stop = STOPS[pick % len(STOPS)]
            word += stop
            capital = stop in ".!?"
        out.append(word)
    return " ".join(out)


def sentences(text):
    start = 0
    for i, letter in enumerate(text):
        if letter in ".!?":
            yield text[start:i + 1].strip()
            start = i + 1
    if text[start:].strip():
        yield text[start:].strip()


def wrap(text, width):
    lines = []
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    return lines


def justify(line, width):
    words = line.split(" ")
    if len(words) == 1:
        return line.ljust(width)
    gaps = len(words) - 1
    every, more = divmod(width - sum(map(len, words)), gaps)
    return "".join(word + " " * (every + (i < more)) for i, word in enumerate(words[:-1])) + words[-1]


def count(text):
    counts = {}
    for word in text.lower().split():
        word = word.strip(".,;:!?")
        if word.isalpha():
            counts[word] = counts.get(word, 0) + 1
    return counts


def index(lines):
    places = {}
    for number, line in enumerate(lines, 1):
        for word in line.split():
            word = word.rstrip(".,;:!?")
            if word[:1].isupper():
                places.setdefault(word, []).append(number)
    return places


def ranges(numbers):
    """1, 2, 3, 7 as 1-3, 7."""
    parts = []
    start = last = None
    for number in sorted(set(numbers)):
        if last is not None and number == last + 1:
            last = number
            continue
        if start is not None:
            parts.append(f"{start}-{last}" if last > start else str(start))
        start = last = number
    parts.append(f"{start}-{last}" if last > start else str(start))
    return ", ".join(parts)


def iso_dates(text):
    words = []
    found = 0
    for word in text.split(" "):
        bare = word.rstrip(".,;:!?")
        if bare.count("/") == 2:
            day, month, year = bare.split("/")
            if day.isdigit() and month.isdigit() and year.isdigit():
                word = "-".join((year, month, day)) + word[len(bare):]
                found += 1
        words.append(word)
    return " ".join(words), found


def rotate(text, by):
    letters = "abcdefghijklmnopqrstuvwxyz"
    turned = letters[by:] + letters[:by]
    return text.translate(str.maketrans(letters + letters.upper(), turned + turned.upper()))


def pig(word):
    at = 0
    while at < len(word) and word[at] not in "aeiou":
        at += 1
    return word[at:] + word[:at] + "ay"


def columns(items, width, across):
    rows = (len(items) + across - 1) // across
    for row in range(rows):
        yield "|".join("%-*s%4d" % (width, name[:width], number) for name, number in items[row::rows]).rstrip()


def common_prefix(words):
    for i, letters in enumerate(zip(*words)):
        if len(set(letters)) > 1:
            return words[0][:i]
    return min(words, key=len)


text = chronicle(150_000, 11)
found = list(sentences(text))
lines = wrap(text, 72)
straight = [justify(line, 72) for line in lines]
assert all(len(line) == 72 for line in straight)
assert " ".join(" ".join(straight).split()) == text
counts = count(text)
top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:12]
print(len(text), len(found), len(lines), len(counts), max(map(len, found)))
print("\n".join(columns(top, 12, 4)))
places = index(lines)
widest = max(places, key=lambda name: (len(places[name]), name))
print(widest, ranges(places[widest])[:60])
dated, dates = iso_dates(text)
print(dates, dated.replace("-", "").count("15"), text.upper().swapcase() == text.lower())
assert rotate(rotate(text, 13), 13) == text
print(rotate(found[0], 5))
print(" ".join(pig(word) for word in counts)[:70], sum(len(pig(word)) for word in counts))
groups = {}
for word in sorted(counts):
    groups.setdefault(word[:2], []).append(word)
print(" ".join(f"{common_prefix(words)}:{len(words)}" for words in groups.values() if len(words) > 40)[:76])
palindromes = [word for word in counts if word == word[::-1] and len(word) > 1]
print(len(palindromes), text.partition(", ")[0][-10:], text.rfind("Kalo"), text.startswith(found[0]))
