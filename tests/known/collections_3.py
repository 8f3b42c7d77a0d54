# bytes and bytearray have __buffer__, so collections.abc.Buffer recognises them.
from collections.abc import Buffer

print(hasattr(bytes, "__buffer__"), hasattr(bytearray, "__buffer__"), hasattr(str, "__buffer__"))
print(issubclass(bytes, Buffer), isinstance(bytearray(), Buffer), isinstance("", Buffer))
