"""Streams that are wrong, and old codes."""
import pickle
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


for b in (b"", b"\x80", b"\x80\x06.", b"\x80\x04", b"\x80\x04.", b"N", b"x.", b"K", b"J\x01", b"X\x05\0\0\0ab", b"U\x05ab", b"0.", b"t.", b"l.", b"d.", b"a.", b"e.", b"s.", b"u.", b"R.", b"NR.", b"NNR.", b"N)R.", b"b.", b"]Nb.", b"]N\x86.",b"\x85.", b"cos\nnosuch\n.", b"cnosuchmod\nx\n.", b"cos\n", b"h\x05.", b"g5\n.", b"gx\n.", b"j\x05\0\0\0.", b"p0\n.", b"Np-1\n.", b"Nq\x01h\x01.", b"Ix\n.", b"I5\n.", b"I01\n.", b"I00\n.", b"I", b"L5L\n.", b"L5\n.", b"Lx\n.", b"Fx\n.", b"F1.5\n.", b"S'a'\n.", b"S\"a\"\n.", b"Sa\n.", b"S'a\\x41\\n'\n.", b"S'\n.", b"S'\xe9'\n.", b"T\x01\0\0\0a.", b"T\xff\xff\xff\xffa.", b"B\x01\0\0\0a.", b"C\x01a.", b"\x8a\x01\xff.", b"\x8a\0.", b"\x8b\xff\xff\xff\xff.", b"\x8b\x01\0\0\0\x7f.", b"\x82\x01.", b"\x82\0.", b"\x83\x01\0.", b"\x84\xff\xff\xff\xff.", b"Vab\\u0041\\n\n.", b"Pabc\n.", b"NQ.", b"\x97.", b"\x98.", b"]\x90.", b"](N\x90.", b"(\x91.", b"N)\x81.", b"N)}\x92.", b"NN\x81.", b"cbuiltins\nint\nN\x81.", b"\x93.", b"NN\x93.", b"(cbuiltins\nint\no.", b"(o.", b"(ibuiltins\nint\n.", b"(ibuiltins\nint", b"i.", b"\x95\x05\0\0\0\0\0\0\0N.", b"\x95\x02\0\0\0\0\0\0\0N.", b"\x95\x01\0\0\0\0\0\0\0N.",b"\x95\x01\0\0\0\0\0\0\0K\x05.", b"\x8e\xff\xff\xff\xff\xff\xff\xff\xff.", b"\x96\xff\xff\xff\xff\xff\xff\xff\xff.", b"\x96\x01\0\0\0\0\0\0\0a.", b"\x8d\x01\0\0\0\0\0\0\0a.", b"\x8c\x01\xe9.", b"N(1.", b"1.", b"(.", b"N(N1.", b"}(Nu.", b"}NNs.", b"Ns.", b"NNs.", b"NNNs.", b"(N(Nd.", b"N2.", b"2.", b"\x94.", b"N\x94h\0.", b"r\0.", b"\xff.", b"](Ne.", b"N(Ne.", b"NNa.", b"N}b.",b"cbuiltins\nint\n}b.",b"K\x01}b.", b"cbuiltins\nint.x\n.", b"\x80\x04\x8c\x08builtins\x8c\x05int.x\x93.", b"\x80\x04\x8c\x08builtins\x8c\x08int.real\x93."):
    show(b, lambda: pickle.loads(b))
