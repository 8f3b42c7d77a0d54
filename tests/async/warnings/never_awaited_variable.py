# stderr: lines
# The warning comes when the last reference goes.
import sys


class Client:
    async def fetch(self, url):
        return url


def make():
    c = Client().fetch("x")
    print("made")
    c = None
    print("dropped", file=sys.stderr)


make()
async def kept(): pass
k = kept()
k.close()
print("closed: no warning")
[kept()]
print("end", file=sys.stderr)
