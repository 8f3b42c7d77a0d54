# \N{...}: names, aliases, in formatted strings, and what is wrong with others.
print("\N{GREEK SMALL LETTER ALPHA}\N{snowman}\N{Latin Small Letter E With Acute}", "\N{LINE FEED}x".encode(), "\N{NULL}" == "\0", "\N{BELL}", "\N{ALERT}".encode(), "\N{NBSP}".encode(), "\N{LF}".encode(), "\N{CJK UNIFIED IDEOGRAPH-4E00}", "\N{HANGUL SYLLABLE GA}", "\N{EM DASH}", "\N{BOM}".encode(), "\N{ZERO WIDTH NO-BREAK SPACE}".encode(), "\N{ESCAPE}".encode(), "\N{CHARACTER TABULATION}".encode(), "\N{TAB}".encode(), "\N{DELETE}".encode(), "\N{GRINNING FACE}", "\N{ZWJ}".encode(), "\N{WEIERSTRASS ELLIPTIC FUNCTION}", "\N{SCRIPT CAPITAL P}", "\N{HYPHEN-MINUS}", "\N{TIBETAN LETTER -A}", "\N{SIGN OF THE HORNS}")
x = 5
print(f"\N{DIGIT ONE}{x}\N{BULLET}{x:\N{BULLET}>3}", f"{'\N{DIGIT TWO}'}", "\\N{x}", r"\N{DIGIT ONE}", t"\N{DIGIT ONE}{x}".strings, rf"\N{x}", '''\N{DIGIT THREE}''', f'''\N{LEFT CURLY BRACKET}{x}''')
for bad in [r"'\N{NOPE}'", r"'ab\N{}'", r"'\N'", r"'\Nx'", r"'\N{DIGIT ONE'", r"'é\N{NO SUCH}'", r"f'\N{NOPE}'", r"'\N{digit  one}'", r"'\N{DIGIT_ONE}'", r"'\N{DIGITONE}'", r"'\N{LATIN SMALL LETTER A WITH MACRON AND GRAVE}'", r"'\N{ DIGIT ONE}'", r"b'\N{DIGIT ONE}'"]:
    try: print(bad, eval(bad))
    except SyntaxError as e: print(bad, e)
