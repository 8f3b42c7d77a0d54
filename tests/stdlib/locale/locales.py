"""The locales C and C.UTF-8."""
import locale
import os
import re
os.environ["LC_ALL"] = "C.UTF-8"
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


show("q", lambda: locale.setlocale(locale.LC_ALL))
show("n", lambda: locale.setlocale(locale.LC_NUMERIC))
show("c", lambda: locale.getlocale())
show("cv", locale.localeconv)
show("pe", locale.getpreferredencoding)
show("pe", lambda: locale.getpreferredencoding(False))
show("ge", locale.getencoding)
for v in ("", "C", "C.UTF-8", "POSIX", "C.utf8", "de_DE.UTF-8", "nope", ("en_US","UTF-8"), ("C",None), (None,None), ("a",), 5, None):
    show(v, lambda: locale.setlocale(locale.LC_ALL, v)); show("   ", lambda: (locale.setlocale(locale.LC_CTYPE), locale.getlocale(), locale.getlocale(locale.LC_NUMERIC)))
show("bad", lambda: locale.setlocale(99,"C"))
show("bad", lambda: locale.getlocale(locale.LC_ALL))
show("bad", lambda: locale.setlocale("x","C"))
show("mixed", lambda: (locale.setlocale(locale.LC_ALL,"C"), locale.setlocale(locale.LC_CTYPE,"C.UTF-8"), locale.setlocale(locale.LC_ALL), locale.setlocale(locale.LC_ALL, locale.setlocale(locale.LC_ALL))))
for a in (("%d",1234567),("%.2f",1234567.891,True),("%s %d",("a",5),True),("%%",()),("%(a)d",{"a":3},True),("%5.1f|",2.5),("%d %d",(1,)),("%*d",(5,3)),("%.*f",(2,3.14159)),("%g",1e10,True),("%.2f",5.5,False,True),("%s","a"),("%z",1)):
    show(a, lambda: locale.format_string(*a))
locale.setlocale(locale.LC_ALL,"C.UTF-8")
show("cur", lambda: locale.currency(5))
show("str", lambda: (locale.str(1.5), locale.atof("1.5"), locale.atoi("12"), locale.strcoll("a","b"), locale.strcoll("b","a"), locale.strcoll("a","a"), locale.strxfrm("abc"), locale.delocalize("1,000.5"), locale.localize("1000.5"), locale.atof("3", int)))
show("bad", lambda: locale.atof("1,5"))
show("nl", lambda: (locale.nl_langinfo(locale.CODESET), locale.nl_langinfo(locale.RADIXCHAR), locale.nl_langinfo(locale.THOUSEP), locale.nl_langinfo(locale.DAY_1), locale.nl_langinfo(locale.ABMON_12), locale.nl_langinfo(locale.D_T_FMT), locale.nl_langinfo(locale.D_FMT), locale.nl_langinfo(locale.T_FMT), locale.nl_langinfo(locale.T_FMT_AMPM), locale.nl_langinfo(locale.AM_STR), locale.nl_langinfo(locale.YESEXPR), locale.nl_langinfo(locale.NOEXPR), locale.nl_langinfo(locale.CRNCYSTR), locale.nl_langinfo(locale.ERA), locale.nl_langinfo(locale.ALT_DIGITS)))
show("nl", lambda: locale.nl_langinfo(-1))
show("strcoll", lambda: locale.strcoll(1,2))
show("Error", lambda: (locale.Error.__mro__, locale.Error.__module__))
