# Errors name a class of the library that CPython has in C with its module: "decimal.Decimal"; a class in the language can't say so.
from decimal import Decimal
for call in (lambda: Decimal(1) + 1.0, lambda: Decimal(1) < 'x', lambda: 'x' * Decimal(1), lambda: Decimal(1).nothing):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(error)
