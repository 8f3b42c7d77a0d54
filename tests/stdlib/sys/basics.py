# sys: what scripts use.
import sys

print(sys.argv[1:], sys.argv[0].endswith("basics.py"), sys.maxsize, sys.byteorder, sys.platform, sys.version_info[:2], sys.version_info >= (3, 14), sys.version_info.major, sys.version_info.minor, sys.version.startswith("3.14"), hex(sys.hexversion)[:5])
print(sys.getrecursionlimit(), sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.default_max_str_digits, sys.get_int_max_str_digits(), sys.maxunicode, sys.getdefaultencoding())
print("sys" in sys.modules, sys.modules["__main__"].__name__, type(sys.path).__name__, sys.path[0].endswith("tests/stdlib/sys"), sys.stdin.readline() == "", sys.stdout.write("x\n"), sys.stderr.write(""))
sys.stdout.flush()
print(sys.intern("a") == "a", sys.getrefcount([]) > 0, sys.getsizeof(5) > 0, sys.exc_info(), sys.flags.optimize, sys.executable != None, sys.is_finalizing())
x = []
before = sys.getrefcount(x)
y = x
print(sys.getrefcount(x) - before)
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
print(sys._getframe().f_lineno, sys._getframe().f_code.co_name, (lambda: sys._getframe().f_code.co_name)(), (lambda: sys._getframe(1).f_code.co_name)())
