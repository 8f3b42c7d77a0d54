"""`__mro_entries__` that returns something else than a tuple."""
class Entries:
    def __mro_entries__(self, bases):
        return None
try:
    class Derived(Entries()): pass
except TypeError as error:
    print(error)
