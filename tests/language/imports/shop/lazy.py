print("lazy loaded")
from .. import nothing_above
