"""Users by name and number."""
import pwd
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


show("root", lambda: pwd.getpwnam("root"))
show("0", lambda: pwd.getpwuid(0))
show("all", lambda: len(pwd.getpwall()))
show("x", lambda: pwd.getpwnam("nosuch"))
show("x", lambda: pwd.getpwuid(987654))
show("x", lambda: pwd.getpwuid("a"))
show("x", lambda: pwd.getpwuid(-1))
show("x", lambda: pwd.getpwuid(-2))
show("x", lambda: pwd.getpwuid(2**40))
show("x", lambda: pwd.getpwnam(5))
show("x", lambda: pwd.getpwuid(1.5))
show("nul", lambda: pwd.getpwnam("a\0"))
r=pwd.getpwuid(0)
show("attr", lambda: (r.pw_name, r.pw_dir, r.pw_shell, r.pw_uid, tuple(r)==r, r[0:2], type(r).__name__, type(r).__module__, r.n_fields, r==tuple(r), len(r)))
show("red", lambda: r.__reduce__())
show("mk", lambda: pwd.struct_passwd((1,2,3)))
show("mk", lambda: pwd.struct_passwd(range(7)))
