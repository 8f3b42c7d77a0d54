# Bytes that are no text must survive: the handler surrogateescape.
text = b"a\xff".decode("ascii", "surrogateescape")
print(ascii(text), text.encode("ascii", "surrogateescape"), ascii(chr(0xD800)))
try:
    b"\xff".decode("utf-8", "surrogatepass")
except UnicodeDecodeError as error:
    print(error)
