# Building, indexing and searching long texts takes time in proportion to their length, whatever the characters.
class Holder:
    pass


whole = ""
holder = Holder()
holder.text = ""
items = [""]
table = {"text": ""}


def build(n):
    global whole
    own = other = ""
    for i in range(n):
        own += "aé"
        other = other + "b" + "c"
        whole += "xy"
        holder.text += "é"
        items[0] += "ab"
        table["text"] = table["text"] + "z" + "ж"
    return own, other


own, other = build(60_000)
for text in (own, other, whole, holder.text, items[0], table["text"]):
    print(len(text), text[:3], text[-3:], text.count(text[1]), text[len(text) // 2])
early = own[:70_000]
forks = [early + c for c in "uvé"]
more = early + "1" + "2"
print([len(fork) for fork in forks], [fork[-2:] for fork in forks], more[-3:], early[-1], len(early))

at = steps = 0
while (at := own.find("é", at)) >= 0:
    at += 1
    steps += 1
print(steps, own.index("a", 100_001), own.rfind("a", 0, 99_999), own.startswith("é", 60_001), own[50_001:50_004])
total = 0
for i in range(0, len(own), 3):
    total += ord(own[i]) + ord(own[-i - 1])
print(total)

grown = "é"
lengths = 0
for i in range(60_000):
    grown += "x"
    lengths += len(grown) + (grown[-1] == "x")
print(lengths, grown[:2], grown[30_000])
