# Packages: __init__, relative imports, dotted names.
import shop
print(shop.title, shop.price(200), shop.storage.items, shop.prices.__name__, shop.__doc__)
import shop.tax.rates
import shop.tax.rates as r
from shop.tax import rates, name
from shop import stock, tax as t
print(shop.tax.rates is r is rates, r.where, name, stock is shop.storage, t.name, shop.tax.__package__, r.__package__)
import sys
print(sorted(m for m in sys.modules if m.startswith("shop")))
try:
    import shop.missing
except ModuleNotFoundError as error:
    print(error, "|", error.name)
try:
    import shop.prices.deeper
except ModuleNotFoundError as error:
    print(error)
try:
    from shop import absent
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    from . import anything
except ImportError as error:
    print(error)
try:
    import shop.lazy
except ImportError as error:
    print(error)
print("shop.lazy" in sys.modules)
