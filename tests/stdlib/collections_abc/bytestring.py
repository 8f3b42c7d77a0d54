# ByteString: there until 3.17, and a warning where it is used.
import warnings
from collections.abc import ByteString, Sequence

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(issubclass(bytes, ByteString), issubclass(bytearray, ByteString), issubclass(str, ByteString),
          issubclass(ByteString, Sequence))
    print(len(caught))
    print(isinstance(b"", ByteString), isinstance("", ByteString))

    class Mine(ByteString):
        def __getitem__(self, index):
            return 0

        def __len__(self):
            return 0

    print(issubclass(Mine, ByteString), len(Mine()))
for warning in caught:
    print(warning.category.__name__, warning.message)
