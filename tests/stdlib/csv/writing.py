# Writing under many rules.
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


for k in [dict(delimiter=''), dict(delimiter=',,'), dict(delimiter=None), dict(delimiter=1),
        dict(quotechar=''), dict(quotechar='xx'), dict(quotechar=1), dict(quotechar=None),
        dict(escapechar='xx'), dict(escapechar=1), dict(quoting=9), dict(quoting='x'), dict(quoting=-1),
        dict(lineterminator=None), dict(lineterminator=4), dict(foo=1), dict(delimiter='\n'),
        dict(delimiter='\r'), dict(quotechar='\n'), dict(escapechar='\r'), dict(delimiter='"'),
        dict(delimiter=' ', skipinitialspace=True), dict(quotechar=' ', skipinitialspace=True),
        dict(escapechar=' ', skipinitialspace=True), dict(delimiter=',', escapechar=','),
        dict(quotechar='"', escapechar='"'), dict(lineterminator=',x'), dict(lineterminator='"'),
        dict(doublequote=None), dict(strict=3), dict(dialect='nope'), dict(dialect=None), dict(dialect=3),
        dict(dialect='excel-tab'), dict(dialect=csv.unix_dialect), dict(dialect=csv.unix_dialect())]:
    show(lambda: R('a', **k))
    show(lambda: W(['a'], **k))
show(lambda: csv.reader(5))
show(lambda: csv.reader())
show(lambda: csv.writer(5))
show(lambda: csv.writer())
show(lambda: list(csv.reader([b'a'])))
show(lambda: list(csv.reader([5])))
r = csv.reader(['a', '"b\n', 'c"', 'd'])
show(lambda: (next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter, r.dialect.lineterminator,
        r.dialect.quoting, r.dialect.strict, r.dialect.skipinitialspace, r.dialect.doublequote,
        r.dialect.escapechar, r.dialect.quotechar))
show(lambda: iter(r) is r)
show(lambda: type(r))
show(lambda: type(r.dialect))
show(lambda: setattr(r.dialect, 'delimiter', 'x'))
o = io.StringIO()
w = csv.writer(o)
show(lambda: (w.writerow([1]), w.writerows([[1, 2], 'ab']), w.dialect.delimiter, type(w)))
show(lambda: w.writerows(5))
