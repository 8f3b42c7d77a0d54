# Kinds by names, suffixes by kinds, tables of ones own.
import mimetypes as m, secrets, uuid, filecmp, fileinput, os, io, sys, tempfile, warnings
warnings.simplefilter('ignore')


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


for u in ['a.html', 'a.tar.gz', 'a.tgz', 'http://x/a.PNG?q', 'data:text/html,x', 'data:,x', 'data:x',
        'data:;charset=u,x', 'a', '.bashrc', 'a.xyz', 'a.GZ', 'a.svgz', 'a.Z', 'http://x/', 'file.jpg',
        'C:/a.txt', 'a.JPG', 'b/c.d/e', 'ftp://h/a.tar.bz2', 'a.webp', 'a.rtf', 'a.xul', 'x.py',
        'http:a.gif', 'a.mp4;x']:
    show(lambda: (m.guess_type(u), m.guess_type(u, False), m.guess_file_type(u)))
for k in ['text/html', 'image/jpeg', 'text/plain', 'application/octet-stream', 'nope/x', 'TEXT/HTML',
        'image/jpg', 'application/json']:
    show(lambda: (m.guess_extension(k), m.guess_all_extensions(k), m.guess_extension(k, False),
            m.guess_all_extensions(k, False)))
show(lambda: (m.add_type('x/y', '.yy'), m.guess_type('a.yy'), m.guess_extension('x/y'), m.types_map['.yy']))
show(lambda: (len(m.types_map) > 190, m.common_types['.jpg'], m.suffix_map['.tgz'], m.encodings_map['.gz']))
show(lambda: m.read_mime_types('/nope'))
show(lambda: m.guess_type(5))
show(lambda: m.guess_type(b'a.html'))
d = m.MimeTypes()
show(lambda: (d.guess_type('a.html'), d.add_type('q/r', '.qr', False), d.guess_type('a.qr'),
        d.guess_type('a.qr', False)))
show(lambda: d.readfp(io.StringIO('# c\na/b c d # e\n')))
show(lambda: d.guess_type('x.d'))
show(lambda: d.add_type('a/z', 'zz'))
show(lambda: sorted(m.types_map.items())[:50])
show(lambda: m.init())
show(lambda: m.guess_type('a.yy'))
show(lambda: m.inited)
