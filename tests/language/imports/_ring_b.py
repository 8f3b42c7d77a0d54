print("b starts")
import _ring_a
print("b sees", hasattr(_ring_a, "value"))
value = "b's value"
