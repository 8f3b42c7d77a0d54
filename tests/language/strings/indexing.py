# Indexing and slicing, ASCII and not.
for text in ["hello world", "héllo wörld", "日本語テキスト😀!"]:
    print(text[0], text[-1], text[3], text[2:5], text[:3], text[-4:], text[::2], text[::-1], text[5:2], text[-100:100])
    print(len(text), [c for c in text][:3], text[len(text) - 1:], text[1:-1:3])
    for bad in (len(text), -len(text) - 1):
        try:
            text[bad]
        except IndexError as error:
            print(error)
try:
    text["1"]
except TypeError as error:
    print(error)
try:
    text[0] = "x"
except TypeError as error:
    print(error)
try:
    "abc"[::0]
except ValueError as error:
    print(error)
print("abc" * 2, 3 * "ab", "x" * 0, "x" * -1, "ab" in "cabs", "" in "abc", "é" in "café", "abc" < "abd", "Z" < "a", "a" < "ab")
