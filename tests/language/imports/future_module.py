"""doc"""
from __future__ import annotations, division
from __future__ import generator_stop as gs
import __future__
def f(x: Undefined, y: 1 + 2) -> "str": pass
print(f.__annotations__, __doc__, annotations, gs.getMandatoryRelease(), __future__.all_feature_names, division.compiler_flag, annotations.getOptionalRelease())
class A:
    z: Missing[int]
print(A.__annotations__)
for text in ("from __future__ import braces", "from __future__ import nothing", "x = 1\nfrom __future__ import division"):
    try: exec(text)
    except SyntaxError as e: print(e.msg)
