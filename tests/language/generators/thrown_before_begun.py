import traceback
def gen():
    yield 1
async def co(): pass
async def agen(): yield
def show(f):
    try: f()
    except Exception as e: print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(e.__traceback__)], "".join(traceback.format_exception_only(e)), end="")
show(lambda: gen().throw(ValueError("x")))
show(lambda: co().throw(ValueError("y")))
show(lambda: (lambda: (yield))().throw(OSError(13, "denied", "f.txt")))
