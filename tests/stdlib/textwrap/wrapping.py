# wrap and fill: widths, white space, hyphens, dashes, long words.
from textwrap import TextWrapper, fill, wrap

text = "Hello there, how are you this fine day?  I'm glad to hear it!"
for width in (12, 42, 80, 1, 3):
    print(wrap(text, width))
print(wrap(""), wrap("   "), wrap(" leading"), wrap("", 6), wrap("a"), repr(fill("")))
print(wrap(" This is a sentence with leading whitespace.", 30))
print(wrap("Tabs\tand\nnew\r\nlines\x0b\x0c vanish", 12))

# Where a line may be broken inside a word.
samples = [
    "this-is-a-useful-feature-for-reformatting posts from tim-peters'ly",
    "Hello there -- you goof-ball, use the -b option!",
    "what-d'you-call-it, em-dash--like this--and---this, too--",
    "'(see foo-bar) and (a--b)' --option -n4 --a-b=c-d 'x-y'",
    "foo-1bar 12-34-56 e-mail co-op-er-ate a-b-c-d ab-c a-bc--d",
    "schön-über no\u00a0break\u2003em space \u00e9-\u00e9-\u00e9\u00e9",
    "ends- -starts - -- --- a- -b a-- --b !--x x--! ,--y",
    "x" * 30 + " " + "supercalifragilistic-expialidocious-word",
]
for sample in samples:
    print(wrap(sample, 10))
    print(wrap(sample, 10, break_on_hyphens=False))
    print(wrap(sample, 10, break_long_words=False))
    print(wrap(sample, 1)[-12:])

print(wrap("A sentence ends here. Another begins!  Yes?\" no 'x.' Z.", 60, fix_sentence_endings=True))
print(wrap("file.txt is one. E.g. this. x.\nNext", 30, fix_sentence_endings=True))
print(wrap("  keep   my    spaces  ", 8, drop_whitespace=False), wrap("  keep   my    spaces  ", 8))
print(wrap("a\tb\tc", 40, expand_tabs=False), wrap("a\tb\tc", 40, tabsize=4), wrap("a\tb", 40, replace_whitespace=False, expand_tabs=False))
print(wrap("one\ntwo  three\n\nfour", 40, replace_whitespace=False))
print(fill("one two three four five six", 16, initial_indent="* ", subsequent_indent="  "))
print(wrap("aaaa bbbb", 6, initial_indent="> ", subsequent_indent="      "))

w = TextWrapper(width=20, placeholder="~")
w.max_lines, w.initial_indent = 2, "- "
print(w.wrap("one two three four five six seven eight"), w.fill("one two"))
print({key: value for key, value in sorted(vars(TextWrapper()).items())})
for bad in ({"width": 0}, {"width": -3}, {"width": 4, "max_lines": 1}, {"width": 5, "max_lines": 2, "subsequent_indent": "    "}):
    try:
        wrap("some text to wrap", **bad)
    except ValueError as error:
        print(error)
try:
    wrap("a", wide=3)
except TypeError as error:
    print(str(error).replace("TextWrapper.", ""))
