# A user's file of code and its tests, run as a script.
import sys
import unittest


class InsufficientFunds(Exception):
    def __init__(self, missing):
        super().__init__(f"{missing} missing")
        self.missing = missing


class Account:
    def __init__(self, balance=0):
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("in", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(amount - self.balance)
        self.balance -= amount
        self.history.append(("out", amount))


class AccountTest(unittest.TestCase):
    def setUp(self):
        self.account = Account(100)

    def test_deposit(self):
        self.account.deposit(50)
        self.assertEqual(self.account.balance, 150)
        self.assertListEqual(self.account.history, [("in", 50)])

    def test_wrong_amounts(self):
        """Amounts that are no amounts."""
        for amount in 0, -1, 0.5:
            with self.subTest(amount=amount), self.assertRaises(ValueError):
                self.account.deposit(amount)

    def test_withdraw_too_much(self):
        with self.assertRaises(InsufficientFunds) as caught:
            self.account.withdraw(130)
        self.assertEqual(caught.exception.missing, 30)
        self.assertAlmostEqual(self.account.balance / 3, 33.3333, places=3)

    def test_history(self):
        self.account.withdraw(10)
        self.account.deposit(5)
        self.assertEqual(self.account.history, [("out", 10), ("in", 6)])

    @unittest.skipUnless(hasattr(Account, "transfer"), "no transfers yet")
    def test_transfer(self):
        self.account.transfer(Account(), 10)


class Report:
    def write(self, text):
        text = text.replace(__file__, "account.py")
        sys.stdout.write(text if not text.startswith("Ran ") else text.rpartition(" in ")[0] + "\n")

    def flush(self):
        pass


if __name__ == "__main__":
    unittest.main(testRunner=unittest.TextTestRunner(Report(), verbosity=2))
