# Dicts as rows, and guessing.
import csv, io


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


o = io.StringIO()
w = csv.writer(o)
d = csv.DictReader(['a,b', '1,2', '3', '4,5,6', '', '7,8'], restkey='rest', restval='?')
d = csv.DictReader([])
d = csv.DictReader(['1,2', '3,4,5'], ['x', 'y'])
show(lambda: list(d))
show(lambda: csv.DictReader(['a'], iter(['x', 'y'])).fieldnames)
o = io.StringIO()
w = csv.DictWriter(o, ['a', 'b'], restval='-', extrasaction='ignore')
show(lambda: (w.writeheader(), w.writerow({'a': 1, 'c': 2}), w.writerows([{'b': 1}]), o.getvalue(),
        w.fieldnames))
show(lambda: csv.DictWriter(o, ['a'], extrasaction='x'))
w = csv.DictWriter(o, ['a'])
show(lambda: w.writerow({'a': 1, 'zz': 1}))
show(lambda: csv.DictWriter(o, iter('ab')).fieldnames)
show(lambda: csv.DictWriter(o, ['a'], extrasaction='RAISE').extrasaction)
show(lambda: w.writerows([{'q': 1}]))
show(lambda: csv.DictWriter(o, {'a': 1, 'b': 2}).writerow({'a': 3}))
S = csv.Sniffer()
for s in ['a,b,c\n1,2,3\n4,5,6\n', 'a;b\n1;2\n3;4\n', "'a','b'\n'c','d'\n", '"a"\t"b"\n"c"\t"d"\n',
        'a b\nc d\n', 'x', '', 'a: b\nc: d\n', '"a", "b"\n"c", "d"\n',
        "Harry's, Arlington Heights, IL, 2/1/03, Kimi Hayes\nShark City, Glendale Heights, IL, 12/28/02, Prezence\n", '"a""b";c\n"d";e\n', 'abc\ndef\n', 'a|b|c\n1|2|3\n', "a,'b',c\n", "'a';'b'\n"]:

    def sn(**k):
        d = S.sniff(s, **k)
        return (d.delimiter, d.quotechar, d.doublequote, d.skipinitialspace, d.lineterminator, d.quoting,
                d._name, d.__name__)
    show(sn)
    show(lambda: sn(delimiters=';:'))
    show(lambda: S.has_header(s))
show(lambda: S.has_header('name,age\nbob,3\nal,4\n'))
show(lambda: S.has_header('name,xy\nabc,de\nfgh,ij\n'))
show(lambda: S.preferred)
show(lambda: csv.__all__)
show(lambda: csv.excel().lineterminator)
show(lambda: csv.unix_dialect().quoting)
show(lambda: csv.excel_tab.delimiter)
show(lambda: csv.Dialect.delimiter)
show(lambda: csv.Error.__module__)
show(lambda: csv.excel._name)
