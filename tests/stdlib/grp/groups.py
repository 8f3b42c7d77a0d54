"""Groups by name and number."""
import grp
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


show("root", lambda: grp.getgrnam("root"))
show("0", lambda: grp.getgrgid(0))
show("all", lambda: [type(x) for x in grp.getgrall()][:1])
show("x", lambda: grp.getgrnam("nosuch"))
show("x", lambda: grp.getgrgid(987654))
show("x", lambda: grp.getgrgid("a"))
show("x", lambda: grp.getgrgid(-1))
show("x", lambda: grp.getgrgid(-2))
show("x", lambda: grp.getgrgid(2**40))
show("x", lambda: grp.getgrnam(5))
show("kw", lambda: grp.getgrgid(id=0)[0])
