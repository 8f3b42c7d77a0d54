from . import prices
from .tax import rates, name as tax_name
items = {"apple": prices.price(100)}
