# `str.encode` and `bytes.decode` ask for codecs and error handlers that scripts registered.
import codecs
codecs.register(lambda name: codecs.CodecInfo(lambda s, e="strict": (s.upper().encode(), len(s)),
                                              lambda b, e="strict": (bytes(b).decode().lower(), len(b)), name="mine")
                if name == "mine" else None)
codecs.register_error("mine", lambda error: ("<%d>" % error.start, error.end))
print("abc".encode("mine"), b"ABC".decode("mine"))
print("aéb".encode("ascii", "mine"), b"a\xffb".decode("ascii", "mine"))
try:
    "abc".encode("rot13")
except LookupError as error:
    print(error)
