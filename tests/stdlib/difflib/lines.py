# Differ, ndiff and restore.
import difflib

old = "1. Beautiful is better than ugly.\n2. Explicit is better than implicit.\n3. Simple is better than complex.\n4. Complex is better than complicated.\n".splitlines(True)
new = "1. Beautiful is better than ugly.\n3.   Simple is better than complex.\n4. Complicated is better than complex.\n5. Flat is better than nested.\n".splitlines(True)
delta = list(difflib.Differ().compare(old, new))
print("".join(delta))
print(list(difflib.restore(delta, 1)) == old, list(difflib.restore(delta, 2)) == new, list(difflib.restore(delta, "2")) == new)
try:
    list(difflib.restore(delta, 3))
except ValueError as error:
    print(error)

print("".join(difflib.ndiff(["one\n", "two\n", "three\n"], ["ore\n", "tree\n", "emu\n"])), end="")
print("".join(difflib.ndiff(["\tI am a buggy\n"], ["\t\tI am a bug\n"])), end="")
print(list(difflib.ndiff([], [])), list(difflib.ndiff(["a"], [])), list(difflib.ndiff([], ["a"])))
print(list(difflib.ndiff(["a\n"], ["x\n", "y\n"])), list(difflib.ndiff(["x\n", "y\n"], ["a\n"])))

# Lines of junk that are equal still count as equal.
a = ["#\n", "first line of text\n", "\n", "#\n", "second line of text\n"]
b = ["\n", "first line of test\n", "#\n", "\n", "second lime of text\n", "\n"]
for junk in (None, difflib.IS_LINE_JUNK):
    print("".join(difflib.ndiff(a, b, junk)), end="--\n")
for chars in (None, lambda ch: ch == "x"):
    print("".join(difflib.ndiff(["private x Thread current;\n"], ["private volatile x Thread current;\n"], charjunk=chars)), end="--\n")
print([difflib.IS_LINE_JUNK(line) for line in ("\n", "  #   \n", "hello\n", "##\n", "")])
print([difflib.IS_LINE_JUNK(line, lambda text: text[:1] == "x" or None) for line in ("x", "y")])
print([difflib.IS_CHARACTER_JUNK(ch) for ch in " \t\nx"], difflib.IS_CHARACTER_JUNK("x", ws="xy"))

# Similar lines are paired near each other, the rest is told as a whole.
a = [f"line number {n} of the text\n" for n in range(8)]
b = ["something else\n"] + [f"line number {n} of the test\n" for n in range(2, 7)] + ["and more\n"]
print("".join(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(a, b)), end="")

print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
print(difflib.get_close_matches("wheel", ["exception", "while", "with", "else"], 2), difflib.get_close_matches("pineapple", ["x"]))
print(difflib.get_close_matches("aa", ["aa", "ab", "aa", "aab"], n=3, cutoff=0.5), difflib.get_close_matches("", ["", "a"]))
print(difflib.get_close_matches([1, 2, 3], [[1, 2], [3], [1, 2, 4]]))
for args in ((0,), (1, 1.5), (1, -1)):
    try:
        difflib.get_close_matches("a", ["a"], *args)
    except ValueError as error:
        print(error)
