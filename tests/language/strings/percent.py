# The % operator on strings.
print("%s %r %a %d %i %5.2f %e %g %x %o %X %c %c %%" % ("s", "r", "é", 1, 2, 3.14159, 12345.678, 1e-5, 255, 8, 255, "c", 65))
print("%5s|%-5s|%05d|%+d|% d|%#x|%#o|%.3s|%*d|%-*s|" % ("a", "b", 42, 3, 4, 255, 8, "abcdef", 6, 7, 4, "z"))
print("%(name)s is %(age)03d" % {"name": "Bob", "age": 7}, "%s" % (1,), "%s" % [1, 2], "%d" % 3.99, "%s" % None)
for fmt, args in [("%d", "x"), ("%s %s", (1,)), ("%s", (1, 2)), ("%q", 1), ("%(a)s", (1,)), ("%c", "ab"), ("%x", 1.5), ("%", ())]:
    try:
        print(fmt % args)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
