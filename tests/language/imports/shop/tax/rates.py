from ..  import __name__ as top
from . import name
rate = 20
where = f"{top}/{name}"
