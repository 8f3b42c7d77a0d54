"""Who is there, by the environment and by the system."""
import getpass
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


import os
os.environ["LOGNAME"]="me"
show("u", getpass.getuser); del os.environ["LOGNAME"]
for n in ("USER","LNAME","USERNAME"): os.environ.pop(n,None)
show("u", getpass.getuser); print(getpass.__all__, getpass.GetPassWarning.__mro__)
show("echo", lambda: getpass.getpass(echo_char="ab"))
show("echo", lambda: getpass.getpass(echo_char="\n"))
show("echo", lambda: getpass.getpass(echo_char=5))
show("echo", lambda: getpass.getpass(echo_char=""))
