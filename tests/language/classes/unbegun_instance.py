# A call of a class with too few arguments makes one instance, not two: its finaliser shows it.
class Account:
    def __init__(self, owner, balance, limit=0):
        self.owner = owner

    def __del__(self):
        print("closed")


for arguments in [(), ("ann",), ("ann", 1, 2, 3)]:
    try:
        Account(*arguments) if len(arguments) == 4 else None
        Account("ann") if len(arguments) == 1 else None
        Account() if not arguments else None
    except TypeError as error:
        print(error)
Account("ann", 1)


# Constant keys reach a script's `__getitem__` as computed ones do, and deep ones don't nest natively.
class Nested:
    def __getitem__(self, key):
        return key if key != "down" else self["up"]


key = "down"
print(Nested()[0], Nested()["up"], Nested()["down"], Nested()[key])
