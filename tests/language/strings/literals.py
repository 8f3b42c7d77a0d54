# Every form of a string literal.
print('single', "double", 'it''s' "joined", "tab\tnewline\\n", '\x41\u00e9\U0001F600\N{GREEK SMALL LETTER ALPHA}')
print(r"raw \n \x41", R'\'', rb"raw \n", b"bytes \x00\xff\t\\", b'it' b's')
print("""three
lines "quoted" here
""", end="")
print('''with \
continuation''', "octal \101\60", "bell %r" % "\a\b\f\v\r\0")
print(len("\
"), len(''), len("é"), len("😀"), len("e\u0301"))
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\n\t\x7f\u200b é 😀"), repr(b"it's \x01"))
print("a" "b" 'c', ("split "
      "over lines"))
print(ascii("é😀\n"), u"prefix")
