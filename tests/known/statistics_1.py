# erfc() in the tails, as the system's C library rounds it.
import math
print([math.erfc(x / 8) for x in range(-48, 220)])
print([math.erf(x / 8) for x in range(-48, 50)])
print([math.lgamma(x / 8) for x in range(1, 200)] == [], math.erfc(4 / math.sqrt(2)))
