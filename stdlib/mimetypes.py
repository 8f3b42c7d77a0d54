"""The kinds of contents that names of files tell of.

Invariant: a kind and its suffixes stand in one line of the table; the first suffix is the one that is proposed.
"""

import os

__all__ = ["knownfiles", "inited", "MimeTypes", "guess_type", "guess_file_type", "guess_all_extensions",
           "guess_extension", "add_type", "init", "read_mime_types", "suffix_map", "encodings_map", "types_map",
           "common_types"]

knownfiles = ["/etc/mime.types", "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types", "/etc/apache/mime.types",
              "/etc/apache2/mime.types", "/usr/local/etc/httpd/conf/mime.types",
              "/usr/local/lib/netscape/mime.types", "/usr/local/etc/httpd/conf/mime.types",
              "/usr/local/etc/mime.types"]
inited = False
_shared = None

_REGISTERED = """
application/epub+zip epub
application/gzip gz
application/json json
application/manifest+json webmanifest
application/msword doc dot wiz
application/n-quads nq
application/n-triples nt
application/octet-stream bin a dll exe o obj so
application/oda oda
application/ogg ogx
application/pdf pdf
application/pkcs7-mime p7c
application/postscript ps ai eps
application/trig trig
application/vnd.apple.mpegurl m3u m3u8
application/vnd.ms-excel xls xlb
application/vnd.ms-fontobject eot
application/vnd.ms-powerpoint ppt pot ppa pps pwz
application/vnd.oasis.opendocument.graphics odg
application/vnd.oasis.opendocument.presentation odp
application/vnd.oasis.opendocument.spreadsheet ods
application/vnd.oasis.opendocument.text odt
application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
application/vnd.rar rar
application/wasm wasm
application/x-7z-compressed 7z
application/x-bcpio bcpio
application/x-cpio cpio
application/x-csh csh
application/x-debian-package deb
application/x-dvi dvi
application/x-gtar gtar
application/x-hdf hdf
application/x-hdf5 h5
application/x-httpd-php php
application/x-latex latex
application/x-mif mif
application/x-netcdf cdf nc
application/x-pkcs12 p12 pfx
application/x-pn-realaudio ram
application/x-python-code pyc pyo
application/x-rpm rpm
application/x-sh sh
application/x-shar shar
application/x-shockwave-flash swf
application/x-sv4cpio sv4cpio
application/x-sv4crc sv4crc
application/x-tar tar
application/x-tcl tcl
application/x-tex tex
application/x-texinfo texi texinfo
application/x-troff roff t tr
application/x-troff-man man
application/x-troff-me me
application/x-troff-ms ms
application/x-ustar ustar
application/x-wais-source src
application/xml xsl rdf wsdl xpdl
application/yaml yaml yml
application/zip zip
audio/3gpp 3gp 3gpp
audio/3gpp2 3g2 3gpp2
audio/aac aac adts loas ass
audio/basic au snd
audio/flac flac
audio/matroska mka
audio/mp4 m4a
audio/mpeg mp3 mp2
audio/ogg ogg
audio/opus opus
audio/vnd.wave wav
audio/webm weba
audio/x-aiff aif aifc aiff
audio/x-pn-realaudio ra
font/otf otf
font/ttf ttf
font/woff woff
font/woff2 woff2
image/avif avif
image/bmp bmp
image/emf emf
image/fits fits
image/g3fax g3
image/gif gif
image/heic heic
image/heif heif
image/ief ief
image/jp2 jp2
image/jpeg jpg jpe jpeg
image/jpm jpm
image/jpx jpx
image/png png
image/svg+xml svg
image/t38 t38
image/tiff tiff tif
image/tiff-fx tfx
image/vnd.microsoft.icon ico
image/webp webp
image/wmf wmf
image/x-cmu-raster ras
image/x-portable-anymap pnm
image/x-portable-bitmap pbm
image/x-portable-graymap pgm
image/x-portable-pixmap ppm
image/x-rgb rgb
image/x-xbitmap xbm
image/x-xpixmap xpm
image/x-xwindowdump xwd
message/rfc822 eml mht mhtml nws
model/gltf+json gltf
model/gltf-binary glb
model/stl stl
text/css css
text/csv csv
text/html html htm
text/javascript js mjs
text/markdown md markdown
text/n3 n3
text/plain txt bat c h ksh pl srt
text/richtext rtx
text/rtf rtf
text/tab-separated-values tsv
text/vtt vtt
text/x-python py
text/x-rst rst
text/x-setext etx
text/x-sgml sgm sgml
text/x-vcard vcf
text/xml xml
video/matroska mkv
video/matroska-3d mk3d
video/mp4 mp4
video/mpeg mpeg m1v mpa mpe mpg
video/ogg ogv
video/quicktime mov qt
video/vnd.avi avi
video/webm webm
video/x-m4v m4v
video/x-ms-wmv wmv
video/x-sgi-movie movie
"""
_COMMON = """
application/rtf rtf
application/vnd.android.package-archive apk
audio/midi midi mid
image/jpg jpg
image/pict pict pct pic
text/xul xul
"""


def _table(lines):
    found = {}
    for line in lines.split('\n'):
        kind, *suffixes = line.split() or ['']
        for suffix in suffixes:
            found['.' + suffix] = kind
    return found


suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz', '.tbz2': '.tar.bz2',
              '.txz': '.tar.xz'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}
types_map = _table(_REGISTERED)
common_types = _table(_COMMON)
_first_maps = suffix_map, encodings_map, types_map, common_types


class MimeTypes:
    """A table of kinds, with what files of such tables add."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        suffixes, encodings, types, common = _first_maps
        self.encodings_map, self.suffix_map = encodings.copy(), suffixes.copy()
        self.types_map, self.types_map_inv = ({}, {}), ({}, {})
        for counts, table in ((True, types), (False, common)):
            for suffix, kind in table.items():
                self.add_type(kind, suffix, counts)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        """Adds a kind for a suffix."""
        if ext and not ext.startswith('.'):
            import warnings
            warnings.warn('Using undotted extensions is deprecated and will raise a ValueError in Python 3.16',
                          DeprecationWarning, stacklevel=2)
        if type:
            kinds, known = self.types_map[strict], self.types_map_inv[strict]
            kinds[ext] = type
            if type not in known:
                known[type] = [ext]
            elif ext not in known[type]:
                known[type].append(ext)

    def guess_type(self, url, strict=True):
        """Kind and encoding of what is at an address."""
        url = os.fspath(url)
        if not isinstance(url, str):
            return self.guess_file_type(url, strict=strict)
        from urllib.parse import urlsplit
        parts = urlsplit(url)
        if len(parts.scheme) < 2:
            return self.guess_file_type(url, strict=strict)
        if parts.scheme == 'data':
            head, comma, _ = parts.path.partition(',')
            if not comma:
                return None, None
            kind = head.partition(';')[0]
            return ('text/plain' if '=' in kind or '/' not in kind else kind), None
        return self._guess(parts.path, strict)

    def guess_file_type(self, path, *, strict=True):
        """Kind and encoding of a file."""
        path = os.fsdecode(path)
        return self._guess(os.path.splitdrive(path)[1], strict)

    def _guess(self, path, strict):
        base, suffix = os.path.splitext(path)
        while suffix.lower() in self.suffix_map:
            base, suffix = os.path.splitext(base + self.suffix_map[suffix.lower()])
        encoding = self.encodings_map.get(suffix)
        if encoding is not None:
            base, suffix = os.path.splitext(base)
        suffix = suffix.lower()
        kind = self.types_map[True].get(suffix)
        if kind is None and not strict:
            kind = self.types_map[False].get(suffix)
        return kind, encoding

    def guess_all_extensions(self, type, strict=True):
        """All suffixes of a kind."""
        type = type.lower()
        found = list(self.types_map_inv[True].get(type, ()))
        if not strict:
            found += [suffix for suffix in self.types_map_inv[False].get(type, ()) if suffix not in found]
        return found

    def guess_extension(self, type, strict=True):
        """A suffix for a kind, or None."""
        found = self.guess_all_extensions(type, strict)
        return found[0] if found else None

    def read(self, filename, strict=True):
        """Adds the kinds of a file."""
        with open(filename, encoding='utf-8') as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        """Adds the kinds of an open file."""
        for line in fp:
            words = []
            for word in line.split():
                if word[0] == '#':
                    break
                words.append(word)
            for suffix in words[1:]:
                self.add_type(words[0], '.' + suffix, strict)

    def read_windows_registry(self, strict=True):
        """Adds the kinds that Windows knows; there are none elsewhere."""


def _known():
    if _shared is None:
        init()
    return _shared


def guess_type(url, strict=True):
    """Kind and encoding of what is at an address."""
    return _known().guess_type(url, strict)


def guess_file_type(path, *, strict=True):
    """Kind and encoding of a file."""
    return _known().guess_file_type(path, strict=strict)


def guess_all_extensions(type, strict=True):
    """All suffixes of a kind."""
    return _known().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    """A suffix for a kind, or None."""
    return _known().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    """Adds a kind for a suffix."""
    return _known().add_type(type, ext, strict)


def init(files=None):
    """Makes the module's table anew, with the system's files and others."""
    global suffix_map, encodings_map, types_map, common_types, inited, _shared
    inited = True
    if files is None or _shared is None:
        found = MimeTypes()
        names = list(knownfiles) + list(files or ())
    else:
        found, names = _shared, files
    for name in names:
        if os.path.isfile(name):
            found.read(name)
    encodings_map, suffix_map = found.encodings_map, found.suffix_map
    types_map, common_types = found.types_map[True], found.types_map[False]
    _shared = found


def read_mime_types(file):
    """The kinds of a file by suffix, or None if it can't be opened."""
    found = MimeTypes()
    try:
        found.read(file)
    except OSError:
        return None
    return found.types_map[True]
