"""Timer and its command line, with a clock that counts."""
import contextlib
import io
import timeit
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


n=0
def tick():
    global n; n+=1; return float(n)
T=timeit.Timer("x=1; pass", "y=2", tick)
print(T.src); print(T.timer is tick, vars(T).keys())
show("t", lambda: T.timeit(3))
show("r", lambda: T.repeat(3,2)); 
calls=[]
show("call", lambda: timeit.timeit(lambda: calls.append(1), lambda: calls.append("s"), tick, 3)); print(calls)
print(timeit.Timer(lambda: 1, timer=tick).src)
show("cb", lambda: timeit.Timer("1", timer=tick).autorange(lambda a,b: print(a,b)))
def slow():
    global n; n+=0.3; return float(n)
show("bad", lambda: timeit.Timer(5))
show("bad", lambda: timeit.Timer("pass", 5))
show("multi", lambda: timeit.Timer("for i in range(2):\n    pass\nx = 1", "a = 1\nb = 2").src)
show("glob", lambda: timeit.timeit("foo()", globals={"foo": lambda: calls.append(9)}, number=2, timer=tick)); print(calls)
def run(*args, timer=True):
    o=io.StringIO(); e=io.StringIO()
    with contextlib.redirect_stdout(o), contextlib.redirect_stderr(e):
        try: r = timeit.main(list(args), _wrap_timer=lambda timer: tick)
        except SystemExit as x: r = ("exit", x.code)
    print(args, r, "OUT", o.getvalue().replace(timeit.__file__,"TIMEIT"), "ERR", e.getvalue().replace(timeit.__file__,"TIMEIT")[:1500])
run("-n","3","pass"); run("-n","10","-r","2","-u","msec","x=1"); run("-v","-n","3","pass"); run("-n","2","-s","a=1","-s","b=2","a+b","c=3"); run("-z"); run("-u","foo"); run("-n","0","-r","0","pass"); run("-vv","pass"); run("-p","-n","1","pass"); run(); run("--unit=sec","-n1","pass"); run("-n2","-v","-v","pass")
