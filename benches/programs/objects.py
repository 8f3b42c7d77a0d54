"""Five million method calls that update attributes of objects."""


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0
        self.moves = 0

    def deposit(self, amount):
        self.balance += amount
        self.moves += 1


class Savings(Account):
    def __init__(self, owner, rate):
        super().__init__(owner)
        self.rate = rate
        self.interest = 0

    def deposit(self, amount):
        self.balance += amount
        self.moves += 1
        self.interest += amount * self.rate


def run(rounds):
    accounts = [Account("ann"), Savings("bob", 3), Account("cyd"), Savings("dee", 5)]
    for amount in range(rounds):
        for account in accounts:
            account.deposit(amount)
    return [(account.owner, account.balance, account.moves) for account in accounts]


print(run(1_250_000))
