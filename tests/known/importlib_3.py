# compile takes bytes with an encoding declaration, a byte order mark, or neither.
for data in ("# coding: latin-1\nname = 'é'\n".encode("latin-1"), b"\xef\xbb\xbfname = 'bom'\n", "name = 'ü'\n".encode(),
             b"# -*- coding: ascii -*-\nname = 'plain'\n"):
    space = {}
    exec(compile(data, "made", "exec"), space)
    print(space["name"])
try:
    compile("name = 'é'\n".encode("latin-1"), "made", "exec")
except SyntaxError as error:
    print(type(error).__name__, error)
