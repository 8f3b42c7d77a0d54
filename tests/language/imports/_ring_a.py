print("a starts")
import _ring_b
value = "a's value"
print("a ends", _ring_b.value)
