"""A package."""
print("shop init", __name__, __package__)
from .prices import price
from . import stock as storage
title = "shop"
