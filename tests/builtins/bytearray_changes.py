# Changing a bytearray in place.


def show(text, change):
    b = bytearray(b"abcdef")
    try:
        b = change(b)
        print(text, "=>", b)
    except Exception as error:
        print(text, "!!", type(error).__name__, error, b)


def change(b):
    b.append(1)
    return b


show('b.append(1)', change)


def change(b):
    b.append(256)
    return b


show('b.append(256)', change)


def change(b):
    b.append("a")
    return b


show('b.append("a")', change)


def change(b):
    b.append(1.5)
    return b


show('b.append(1.5)', change)


def change(b):
    b.extend(b"xy")
    return b


show('b.extend(b"xy")', change)


def change(b):
    b.extend("xy")
    return b


show('b.extend("xy")', change)


def change(b):
    b.extend([1,256])
    return b


show('b.extend([1,256])', change)


def change(b):
    b.extend(["a"])
    return b


show('b.extend(["a"])', change)


def change(b):
    b.extend(1)
    return b


show('b.extend(1)', change)


def change(b):
    b.insert(1,65)
    return b


show('b.insert(1,65)', change)


def change(b):
    b.insert(-100,65)
    return b


show('b.insert(-100,65)', change)


def change(b):
    b.insert(100,65)
    return b


show('b.insert(100,65)', change)


def change(b):
    b.insert("x",65)
    return b


show('b.insert("x",65)', change)


def change(b):
    b.insert(1,"a")
    return b


show('b.insert(1,"a")', change)


def change(b):
    b.pop()
    return b


show('b.pop()', change)


def change(b):
    print(b.pop())
    return b


show('print(b.pop())', change)


def change(b):
    print(b.pop(0))
    return b


show('print(b.pop(0))', change)


def change(b):
    b.pop(10)
    return b


show('b.pop(10)', change)


def change(b):
    b.clear()
    b.pop()
    return b


show('b.clear();b.pop()', change)


def change(b):
    b.remove(97)
    return b


show('b.remove(97)', change)


def change(b):
    b.remove(1)
    return b


show('b.remove(1)', change)


def change(b):
    b.remove(256)
    return b


show('b.remove(256)', change)


def change(b):
    b.remove("a")
    return b


show('b.remove("a")', change)


def change(b):
    b.reverse()
    return b


show('b.reverse()', change)


def change(b):
    b[0]=65
    return b


show('b[0]=65', change)


def change(b):
    b[-1]=65
    return b


show('b[-1]=65', change)


def change(b):
    b[10]=65
    return b


show('b[10]=65', change)


def change(b):
    b[0]=256
    return b


show('b[0]=256', change)


def change(b):
    b[0]="a"
    return b


show('b[0]="a"', change)


def change(b):
    b["x"]=1
    return b


show('b["x"]=1', change)


def change(b):
    b[1:3]=b"XYZ"
    return b


show('b[1:3]=b"XYZ"', change)


def change(b):
    b[1:3]="XYZ"
    return b


show('b[1:3]="XYZ"', change)


def change(b):
    b[1:3]=[1,2]
    return b


show('b[1:3]=[1,2]', change)


def change(b):
    b[1:3]=5
    return b


show('b[1:3]=5', change)


def change(b):
    b[1:3]=[256]
    return b


show('b[1:3]=[256]', change)


def change(b):
    b[::2]=b"XYZ"
    return b


show('b[::2]=b"XYZ"', change)


def change(b):
    b[::2]=b"XY"
    return b


show('b[::2]=b"XY"', change)


def change(b):
    b[::-1]=b"123456"
    return b


show('b[::-1]=b"123456"', change)


def change(b):
    b[10:2]=b"Q"
    return b


show('b[10:2]=b"Q"', change)


def change(b):
    b[::2]=b""
    return b


show('b[::2]=b""', change)


def change(b):
    del b[0]
    return b


show('del b[0]', change)


def change(b):
    del b[10]
    return b


show('del b[10]', change)


def change(b):
    del b[1:3]
    return b


show('del b[1:3]', change)


def change(b):
    del b[::2]
    return b


show('del b[::2]', change)


def change(b):
    del b["x"]
    return b


show('del b["x"]', change)


def change(b):
    b+=b"x"
    return b


show('b+=b"x"', change)


def change(b):
    b+="x"
    return b


show('b+="x"', change)


def change(b):
    b+=1
    return b


show('b+=1', change)


def change(b):
    b*=2
    return b


show('b*=2', change)


def change(b):
    b*=2.5
    return b


show('b*=2.5', change)


def change(b):
    b[1:1]=b
    return b


show('b[1:1]=b', change)


def change(b):
    b.extend(b)
    return b


show('b.extend(b)', change)


def change(b):
    b=b.copy()
    return b


show('b=b.copy()', change)


def change(b):
    b.resize(3)
    return b


show('b.resize(3)', change)


def change(b):
    b.resize(9)
    return b


show('b.resize(9)', change)


def change(b):
    b.resize(-1)
    return b


show('b.resize(-1)', change)


def change(b):
    b.__init__(b"zz")
    return b


show('b.__init__(b"zz")', change)


def change(b):
    b.__init__(3)
    return b


show('b.__init__(3)', change)


def change(b):
    b.foo=1
    return b


show('b.foo=1', change)


def change(b):
    b.extend(x for x in [1,2])
    return b


show('b.extend(x for x in [1,2])', change)


