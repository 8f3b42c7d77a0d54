"""Buffers in and out of band, and files that read nonsense."""
import pickle
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


show("bad read", lambda: pickle.load(type("F",(),{"read":lambda s,n:5,"readline":lambda s: b""})()))
show("bad read", lambda: pickle.load(type("F",(),{"read":lambda s,n:"a","readline":lambda s: b""})()))
show("PB", lambda: pickle.PickleBuffer(5))
show("PB", lambda: pickle.PickleBuffer()); pb=pickle.PickleBuffer(bytearray(b"abc"))
show("PB4", lambda: pickle.dumps(pb,4))
show("PB5", lambda: pickle.dumps(pb,5))
show("PB5", lambda: pickle.dumps(pickle.PickleBuffer(b"xy"),5))
L=[]
show("PBo", lambda: pickle.dumps([pb,pickle.PickleBuffer(b"q")],5,buffer_callback=L.append)); print(len(L))
show("PBo", lambda: pickle.loads(pickle.dumps([pb, pickle.PickleBuffer(b"q")],5,buffer_callback=L.append), buffers=[bytearray(b"z"),b"q"]))
show("few", lambda: pickle.loads(pickle.dumps([pb, pb],5,buffer_callback=L.append), buffers=[b"z"])); 
show("true", lambda: pickle.dumps(pb,5,buffer_callback=lambda b: True)); pb.release()
show("released", lambda: pickle.dumps(pb,5))
