print(sum([True, True, 2]), sum(x > 2 for x in range(5)), sum([1, 2.5, True]), sum((True for _ in range(3)), 0.5), sum([0.1] * 10), sum([True, 0.1, 0.2, 10**400 > 1]))
print(sum([2**63 - 1, True]), sum([2**63 - 1, 1, 0.5]), type(sum([True])), sum([1.5, 2j]), sum([], 7))
try: print(sum([1, "a"]))
except TypeError as e: print(e)
print(sum(map(len, ["a", "bb"])), list(map(len, [[], [1]])), max(map(abs, [-3, 2])), "".join(map(chr, [97, 98])), sum(map(int, ["1", "2"])))
try: print(list(map(len, [[1], 5])))
except TypeError as e: print(e)
async def co(a, b=2): return a + b
def gen(a, b=2): yield a; yield b
class G:
    def g(self, n):
        for i in range(n): yield i
    async def c(self, x): return x
    @classmethod
    def k(cls, x): yield cls.__name__; yield x
import asyncio
async def main():
    print(await co(1), await co(1, 3), await co(b=1, a=4), await G().c(5), list(gen(1)), list(gen(1, 3)), list(G().g(3)), list(G.k(2)))
    for f in (lambda: co(), lambda: gen(1, 2, 3), lambda: G().g(), lambda: G().c(1, 2)):
        try: f()
        except TypeError as e: print(e)
asyncio.run(main())
