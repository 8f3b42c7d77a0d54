# Arguments for type parameters: how many, defaults, unpacked ones.
class X[A,B]: pass
class Y[A,B=int,C=str]: pass
class V[A,*Ts]: pass
class W[A,*Ts,B]: pass
class Q[T,**P]: pass
A,B=X.__type_params__
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: X[int]); t(lambda: X[int,str,int]); t(lambda: X[A,B][int]); t(lambda: X[A,int][str]);t(lambda: X[A,B][int,str,int]);t(lambda: dict[A,B][int]);t(lambda: dict[A,B][int,str,int])
t(lambda: Y[()]); t(lambda: Y[1,2,3,4]); t(lambda: Y[int]); t(lambda: Y[int,str])
t(lambda: V[()]); t(lambda: V[int]); t(lambda: V[int,str,str]); t(lambda: W[int]); t(lambda: W[int,str]); t(lambda: W[int,str,bool,float])
t(lambda: (A|B)[int,str]); t(lambda: (int|str)[int]); t(lambda: (A|B).__parameters__)
type Al[K, W2=int] = dict[K, W2]
t(lambda: Al[int]); t(lambda: Al[int,str,int]); t(lambda: Al[A].__parameters__); t(lambda: Al[A][int]); t(lambda: Al[int].__value__)
print(callable(X[int,str]), X[int,str]() .__class__, bool(X[int,str]))
