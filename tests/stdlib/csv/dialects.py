# Dialects, what is wrong with them, dicts.
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


o = io.StringIO()
w = csv.writer(o)
show(lambda: w.writerows([5]))
show(lambda: o.getvalue())
show(lambda: csv.field_size_limit())
show(lambda: csv.field_size_limit(5))
show(lambda: R('abcdef'))
show(lambda: R('abcde'))
show(lambda: csv.field_size_limit('a'))
show(lambda: csv.field_size_limit(131072))
show(lambda: csv.field_size_limit(1, 2))
show(lambda: csv.list_dialects())
show(lambda: csv.register_dialect('p', delimiter='|'))
show(lambda: csv.get_dialect('p').delimiter)
show(lambda: csv.get_dialect('zz'))
show(lambda: csv.unregister_dialect('p'))
show(lambda: csv.unregister_dialect('p'))
show(lambda: csv.register_dialect(5))
show(lambda: csv.register_dialect())


class D(csv.Dialect):
    delimiter = ';'


show(lambda: D())


class D2(csv.excel):
    delimiter = ';'
    quoting = csv.QUOTE_ALL


show(lambda: D2().delimiter)
show(lambda: W(['a'], dialect=D2))
show(lambda: W(['a', 'b'], dialect=D2, delimiter='|'))
show(lambda: csv.Dialect())


class D3(csv.excel):
    quotechar = 3


show(lambda: D3())
show(lambda: W(['a'], dialect=D3))


class D4(csv.excel):
    quoting = 9


show(lambda: D4())
d = csv.DictReader(['a,b', '1,2', '3', '4,5,6', '', '7,8'], restkey='rest', restval='?')
show(lambda: (d.fieldnames, list(d), d.line_num))
d = csv.DictReader([])
show(lambda: (d.fieldnames, list(d)))
d = csv.DictReader(['1,2', '3,4,5'], ['x', 'y'])
