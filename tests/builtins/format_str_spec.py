# Format specifications of strings and of types that have none.


def show(text, run):
    try:
        print(text, "=>", ascii(run()))
    except Exception as error:
        print(text, "!!", type(error).__name__, ascii(str(error)))


show('format("a", 5)', lambda: (format("a", 5)))
show('format("abc","=5")', lambda: (format("abc","=5")))
show('format("abc","05")', lambda: (format("abc","05")))
show('format("abc","+5")', lambda: (format("abc","+5")))
show('format("abc"," ")', lambda: (format("abc"," ")))
show('format("abc","#")', lambda: (format("abc","#")))
show('format("abc",",")', lambda: (format("abc",",")))
show('format("abc","z")', lambda: (format("abc","z")))
show('format("abc","_")', lambda: (format("abc","_")))
show('format("abc","\xe9^7.2s")', lambda: (format("abc","é^7.2s")))
show('format("abc","d")', lambda: (format("abc","d")))
show('format("abc","5.")', lambda: (format("abc","5.")))
show('format("abc","5x5")', lambda: (format("abc","5x5")))
show('format("abc",".99999999999999999999")', lambda: (format("abc",".99999999999999999999")))
show('format("abc","99999999999999999999")', lambda: (format("abc","99999999999999999999")))
show('format("abc","<<5")', lambda: (format("abc","<<5")))
show('format("abc","\\u20ac")', lambda: (format("abc","\u20ac")))
show('format("abc","s5")', lambda: (format("abc","s5")))
show('format("abc","0<5")', lambda: (format("abc","0<5")))
show('format(None,"s")', lambda: (format(None,"s")))
show('format([1],"5")', lambda: (format([1],"5")))
show('format(object(),"x")', lambda: (format(object(),"x")))
show('format({},"")', lambda: (format({},"")))
