# Appending in a loop leaves other names alone.
text = ""
kept = []
for n in range(12):
    text += str(n)
    if n % 4 == 0:
        kept.append(text)
print(text, kept)


def grow(text):
    text += "!"
    return text


other = "hi"
print(grow(other), other)
alias = text
text += "é"
text += "日"
print(alias, text, len(text), text[-2:])
parts = []
for ch in "abc":
    parts += ch
print(parts, "".join(parts), "".join(reversed(parts)))
class Log:
    text = ""
log = Log()
for n in range(5):
    log.text += f"{n};"
print(log.text, repr(Log.text))
