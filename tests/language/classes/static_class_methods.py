# staticmethod and classmethod.
class Date:
    count = 0

    def __init__(self, year): self.year = year

    @classmethod
    def parse(cls, text):
        cls.count += 1
        return cls(int(text))

    @staticmethod
    def valid(text): return text.isdigit()

    plain = staticmethod(len)

    @classmethod
    def name(cls): return cls.__name__


class Special(Date): pass


print(Date.parse("2024").year, type(Special.parse("1")).__name__, Date.count, Special.count)
print(Date.valid("12"), Date(1).valid("x"), Date.plain("abc"), Date(1).plain("ab"))
print(Special.name(), Special(1).name(), Date.name.__self__, Date.name.__func__(Special))
print(type(Date.__dict__["valid"]).__name__, type(Date.__dict__["parse"]).__name__)
s = staticmethod(lambda x: x + 1)
print(s(1), Date.__dict__["valid"]("5"))
bound = Special.parse
print(bound("7").year)
