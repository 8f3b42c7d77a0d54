# The abstract classes, the decorator mixins, and the module's names.
import asyncio
import contextlib
from contextlib import (AbstractAsyncContextManager, AbstractContextManager, AsyncContextDecorator, AsyncExitStack,
                        ContextDecorator, ExitStack, aclosing, closing, nullcontext, redirect_stdout, suppress)


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


print(contextlib.__all__)


class Whole:
    def __enter__(self): return self
    def __exit__(self, *details): pass


class Half:
    def __enter__(self): return self


class Revoked(Whole):
    __exit__ = None


class AWhole:
    async def __aenter__(self): return self
    async def __aexit__(self, *details): pass


for cls in Whole, Half, Revoked, AWhole, int:
    print(cls.__name__, issubclass(cls, AbstractContextManager), issubclass(cls, AbstractAsyncContextManager),
          isinstance(cls(), AbstractContextManager))
print(AbstractContextManager[int], AbstractAsyncContextManager[str], closing[int])
show(lambda: AbstractContextManager())
show(lambda: AbstractAsyncContextManager())
for cls in closing, suppress, ExitStack, redirect_stdout, nullcontext, aclosing, AsyncExitStack:
    print(cls.__name__, [base.__name__ for base in cls.__mro__[1:]])


class Minimal(AbstractContextManager):
    def __exit__(self, kind, error, traceback):
        print("minimal", kind and kind.__name__)
        return super().__exit__(kind, error, traceback)


with Minimal() as m:
    print(type(m).__name__)
show(lambda: type("No", (AbstractContextManager,), {})())


class Strict(AbstractContextManager):
    def __exit__(self, *details): pass


class Inherited(Strict): pass


print(issubclass(Inherited, Strict), issubclass(Whole, Strict))


class Timed(ContextDecorator):
    def __init__(self, name): self.name, self.count = name, 0
    def __enter__(self): self.count += 1; print("start", self.name, self.count); return self
    def __exit__(self, *details): print("stop", self.name); return self.name == "swallow"


@Timed("t")
def work(a, b=2):
    """Works."""
    print("working")
    return a + b


print(work(1), work(b=3, a=4), work.__name__, work.__doc__, work.__wrapped__(1, 1))


@Timed("swallow")
def fail(): raise KeyError("inside")


print(fail())


class Thing:
    @Timed("method")
    def act(self, x): return x

    @classmethod
    @Timed("class")
    def make(cls): return cls.__name__


print(Thing().act(5), Thing.make())
with Timed("plain") as t:
    print(t.count)


class Fresh(ContextDecorator):
    made = 0
    def __init__(self): Fresh.made += 1
    def _recreate_cm(self): return Fresh()
    def __enter__(self): return self
    def __exit__(self, *details): pass


fresh = Fresh()(lambda: Fresh.made)
print(fresh(), fresh())
show(lambda: ContextDecorator()(lambda: 1)())


class ATimed(AsyncContextDecorator):
    async def __aenter__(self): print("astart"); await asyncio.sleep(0); return self
    async def __aexit__(self, *details): print("astop", details[0]); return True


@ATimed()
async def awork(x):
    """Works later."""
    await asyncio.sleep(0)
    return 10 // x


async def main():
    print(await awork(5), await awork(0), awork.__doc__, asyncio.iscoroutine(pending := awork(1)))
    await pending

    class AMinimal(AbstractAsyncContextManager):
        async def __aexit__(self, *details): print("aminimal", details)

    async with AMinimal() as m:
        print(type(m).__name__)


asyncio.run(main())
