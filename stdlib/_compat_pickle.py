"""Names of Python 2's standard library and what they are called now, for pickles of protocols 0 to 2.

Invariant: of names that became one, the reverse tables hold the one that Python 2 itself preferred.
"""


def _pairs(text):
    return dict(pair.split("=") for pair in text.split())


# Modules: then=now.
IMPORT_MAPPING = _pairs("""
    __builtin__=builtins copy_reg=copyreg Queue=queue SocketServer=socketserver ConfigParser=configparser repr=reprlib
    tkFileDialog=tkinter.filedialog tkSimpleDialog=tkinter.simpledialog tkColorChooser=tkinter.colorchooser
    tkCommonDialog=tkinter.commondialog Dialog=tkinter.dialog Tkdnd=tkinter.dnd tkFont=tkinter.font
    tkMessageBox=tkinter.messagebox ScrolledText=tkinter.scrolledtext Tkconstants=tkinter.constants ttk=tkinter.ttk
    Tkinter=tkinter markupbase=_markupbase _winreg=winreg thread=_thread dummy_thread=_dummy_thread dbhash=dbm.bsd
    dumbdbm=dbm.dumb dbm=dbm.ndbm gdbm=dbm.gnu xmlrpclib=xmlrpc.client SimpleXMLRPCServer=xmlrpc.server
    httplib=http.client htmlentitydefs=html.entities HTMLParser=html.parser Cookie=http.cookies
    cookielib=http.cookiejar BaseHTTPServer=http.server test.test_support=test.support commands=subprocess
    urlparse=urllib.parse robotparser=urllib.robotparser urllib2=urllib.request anydbm=dbm _abcoll=collections.abc
""")
REVERSE_IMPORT_MAPPING = {now: then for then, now in IMPORT_MAPPING.items()}
REVERSE_IMPORT_MAPPING |= _pairs("_bz2=bz2 _dbm=dbm _functools=functools _gdbm=gdbm _pickle=pickle")
IMPORT_MAPPING |= _pairs("""
    cPickle=pickle _elementtree=xml.etree.ElementTree FileDialog=tkinter.filedialog SimpleDialog=tkinter.simpledialog
    DocXMLRPCServer=xmlrpc.server SimpleHTTPServer=http.server CGIHTTPServer=http.server UserDict=collections
    UserList=collections UserString=collections whichdb=dbm StringIO=io cStringIO=io
""")

# Exceptions: the same names in another module.
PYTHON2_EXCEPTIONS = tuple("""
    ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError
    EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
    IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError
    OverflowError PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError
    SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
    UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
""".split())
MULTIPROCESSING_EXCEPTIONS = ("AuthenticationError", "BufferTooShort", "ProcessError", "TimeoutError")
PYTHON3_OSERROR_EXCEPTIONS = tuple("""
    BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
    FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError
    ProcessLookupError TimeoutError
""".split())
PYTHON3_IMPORTERROR_EXCEPTIONS = ("ModuleNotFoundError",)


def _names(text):
    # A row: the module then, the module now, the names (then=now where they differ).
    table = {}
    for row in text.split("\n"):
        then, now, *names = row.split() or ("", "")
        for name in names:
            old, _, new = name.partition("=")
            table[then, old] = now, new or old
    return table


# Single names: (module, name) then, (module, name) now.
NAME_MAPPING = _names("""
    __builtin__ builtins xrange=range unichr=chr unicode=str long=int
    __builtin__ functools reduce
    __builtin__ sys intern
    itertools builtins izip=zip imap=map ifilter=filter
    itertools itertools ifilterfalse=filterfalse izip_longest=zip_longest
    UserDict collections IterableUserDict=UserDict
    UserList collections UserList
    UserString collections UserString
    whichdb dbm whichdb
    _socket socket fromfd
    _multiprocessing multiprocessing.connection Connection
    multiprocessing.process multiprocessing.context Process
    multiprocessing.forking multiprocessing.popen_fork Popen
    urllib urllib.error ContentTooShortError
    urllib urllib.request getproxies pathname2url url2pathname urlcleanup urlopen urlretrieve
    urllib urllib.parse quote_plus quote unquote_plus unquote urlencode
    urllib2 urllib.error HTTPError URLError
""")
NAME_MAPPING |= {("exceptions", name): ("builtins", name) for name in PYTHON2_EXCEPTIONS}
NAME_MAPPING |= {("multiprocessing", name): ("multiprocessing.context", name) for name in MULTIPROCESSING_EXCEPTIONS}
REVERSE_NAME_MAPPING = {now: then for then, now in NAME_MAPPING.items()}
REVERSE_NAME_MAPPING |= {now: then for then, now in _names("""
    __builtin__ _functools reduce
    FileDialog tkinter.filedialog FileDialog LoadFileDialog SaveFileDialog
    SimpleDialog tkinter.simpledialog SimpleDialog
    DocXMLRPCServer xmlrpc.server ServerHTMLDoc XMLRPCDocGenerator DocXMLRPCRequestHandler DocXMLRPCServer
    DocXMLRPCServer xmlrpc.server DocCGIXMLRPCRequestHandler
    SimpleHTTPServer http.server SimpleHTTPRequestHandler
    CGIHTTPServer http.server CGIHTTPRequestHandler
    socket _socket _socketobject=socket
""").items()}
REVERSE_NAME_MAPPING |= {("builtins", name): ("exceptions", "OSError") for name in PYTHON3_OSERROR_EXCEPTIONS}
REVERSE_NAME_MAPPING["builtins", "ModuleNotFoundError"] = "exceptions", "ImportError"
NAME_MAPPING |= _names("""
    __builtin__ builtins basestring=str
    exceptions builtins StandardError=Exception
    UserDict collections UserDict
    socket socket _socketobject=SocketType
""")
