# Reading under many rules.
import csv, io


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


def R(s, **k):
    return list(csv.reader(s if isinstance(s, list) else [s], **k))


def W(row, **k):
    o = io.StringIO()
    csv.writer(o, **k).writerow(row)
    return o.getvalue()


for s in ['', 'a,b', 'a,"b,c",d', 'a,"b""c"', 'a,b"c', '"a"b', '"a', 'a\n', 'a\r\n', 'a\nb', '"a\nb"', ',',
        ' a, b', '"a" ,b', 'a\rb', ['"a', 'b"'], ['"a\n', 'b"\n'], ['a', '', 'b'], 'a\\,b', '"a\\"b"',
        "'a,b'", ['\n'], ['"'], ['"a" '], ['a,"\n'], 'a\x00b', '"a"\r\n', ',"",', 'a\\']:
    for k in ({}, dict(strict=True), dict(escapechar='\\'), dict(escapechar='\\', doublequote=False),
            dict(skipinitialspace=True), dict(quotechar="'"), dict(quoting=3), dict(quoting=csv.QUOTE_NONE,
            escapechar='\\'), dict(quoting=csv.QUOTE_NOTNULL), dict(quoting=csv.QUOTE_STRINGS),
            dict(delimiter='\t'), dict(quotechar=None, quoting=3)):
        show(lambda: R(s, **k))
for s in ['1,"2",x', '1,2', '"a",3.5', '1,,""', ' 1 ,2']:
    for q in range(6):
        show(lambda: R(s, quoting=q))
for row in [['a', 'b'], ['a,b', 'c"d'], [1, 2.5, None], ['', ''], [''], [None], [], ['a\nb', 'c\rd'],
        ["it's"], [' a'], ['a\\b'], [True, 'x y'], 'abc', 5, None, ['a\r\n'], ['"'], [','], ['é;'], ['a',
        None, ''], [1e+300, 10 ** 20], ['\t'], ['#']]:
    for k in ({}, dict(quoting=1), dict(quoting=2), dict(quoting=3), dict(quoting=3, escapechar='\\'),
            dict(quoting=4), dict(quoting=5), dict(doublequote=False, escapechar='\\'),
            dict(doublequote=False), dict(lineterminator='!'), dict(delimiter=' '), dict(delimiter=' ',
            skipinitialspace=True), dict(quotechar="'"), dict(quotechar=None, quoting=3), dict(quoting=3,
            quotechar=None, escapechar='"'), dict(escapechar='\\'), dict(delimiter=';', quoting=0,
            lineterminator='\n')):
        show(lambda: W(row, **k))
