# Where a list is made, the object is asked how many items there will be; what it says must be sensible.
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration("val")
        return self.n
    def __length_hint__(self):
        match self.n:
            case 3: return -5
            case 4: return "x"
            case 5: raise KeyError("hint")
            case 6: raise TypeError("no hint")
            case 7: return 10**18
            case 8: return True
        return NotImplemented
makers = {"list": list, "tuple": tuple, "set": set, "sum": sum, "sorted": sorted, "fromkeys": dict.fromkeys, "bytes": bytes, "bytearray": bytearray, "join": "".join, "max": max, "any": any, "star": lambda it: [*it], "args": lambda it: (lambda *a: a)(*it), "extend": lambda it: [].extend(it), "slice": lambda it: [0, 0].__setitem__(slice(0, 1), it), "update": lambda it: set().update(it), "array": lambda it: bytearray(b"x").extend(it)}
for n in range(2, 9):
    for name, make in makers.items():
        if n == 7 and name in ("bytes", "bytearray", "array"): continue
        try: r = make(It(n)); print(n, name, r)
        except (Exception, MemoryError) as e: print(n, name, type(e).__name__, e)
class Len:
    def __init__(self, v): self.v = v
    def __len__(self):
        if self.v == 9: raise OSError("len")
        return self.v
    def __getitem__(self, i): raise IndexError
for v in (-1, "x", 1.5, True, 3, 9):
    for fn in (len, list, sorted, lambda o: [*o], tuple, lambda o: [*reversed(o)]):
        try: print(v, fn(Len(v)))
        except Exception as e: print(v, type(e).__name__, e)
