# Two modules that import each other.
import _ring_a
import _ring_b
print(_ring_a.value, _ring_b.value, _ring_b._ring_a is _ring_a)
