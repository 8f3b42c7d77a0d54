# print: sep, end, any object, file.
import sys
print()
print(1, "a", None, 1.5, [1, "x"], sep=", ", end=".\n")
print("a", "b", sep="")
print("no newline", end="")
print("", "x", "")
print(*[], sep="x", end="-\n")
print("to stdout", file=sys.stdout, flush=True)
print("to stderr", file=sys.stderr)
class Writer:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
    def flush(self): self.parts.append("flushed")
w = Writer()
print("a", 1, sep="+", end="!", file=w, flush=True)
print(w.parts)
print("x", file=None)
for bad in [lambda: print("x", sep=1), lambda: print("x", end=5), lambda: print("x", nope=1), lambda: print("x", file=5)]:
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(error)
print("é 日本 😀", "tab\there")
print(sys.stdout.write("via write\n"))
