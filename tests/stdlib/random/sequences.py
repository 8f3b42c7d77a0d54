# The sequences that belong to seeds, for every function of random, and its errors.

import random
random.seed(42)
print([random.random() for _ in range(5)])
print([random.randint(1,100) for _ in range(10)], random.randrange(10), random.randrange(0,100,7), random.randrange(10,0,-3), random.randrange(2**100), random.randint(-2**70,2**70))
print(random.getrandbits(7), random.getrandbits(32), random.getrandbits(33), random.getrandbits(64), random.getrandbits(65), random.getrandbits(200), random.getrandbits(0))
print(random.choice("abcdef"), random.choices([1,2,3],k=5), random.choices("abc",weights=[1,2,3],k=8), random.choices("abc",cum_weights=[1,1.5,3],k=8))
l=list(range(20)); random.shuffle(l); print(l)
print(random.sample(range(1000),10), random.sample("abcdefgh",3), random.sample(list(range(30)),30), random.sample([1,2,3],4,counts=[2,3,4]), random.sample(range(10**9),30))
print(random.uniform(1,10), random.uniform(-1.5,2.5), random.triangular(), random.triangular(1,5,2), random.triangular(3,3,3))
print([random.gauss() for _ in range(3)], [random.normalvariate(5,2) for _ in range(3)], random.gauss(mu=1,sigma=0.5))
print(random.expovariate(2), random.expovariate(), random.lognormvariate(0,1), random.betavariate(2,3), random.gammavariate(2,3), random.gammavariate(0.5,1), random.gammavariate(1,2), random.vonmisesvariate(0,4), random.vonmisesvariate(1,0), random.paretovariate(3), random.weibullvariate(1,1.5))
print(random.binomialvariate(), random.binomialvariate(10,0.3), [random.binomialvariate(100,0.4) for _ in range(6)], random.binomialvariate(1000,0.9), random.binomialvariate(5,0), random.binomialvariate(5,1))
print(random.randbytes(5), random.randbytes(0), random.randbytes(13))
for s in ["hello","",b"bytes",bytearray(b"x"),3.5,-7,2**200,True,0,"ünï"]:
    random.seed(s); print(s, random.random(), random.getrandbits(40))
random.seed("abc",version=1); print(random.random()); random.seed(b"abc",1); print(random.random())
st=random.getstate(); a=random.random(); random.setstate(st); print(a==random.random(), len(st), st[0], len(st[1]), st[2], st[1][:3], st[1][-1])
r=random.Random(5); print(r.random(), r.randint(1,6), r.choice([1,2]), r.gauss(0,1)); r2=random.Random(5); print(r2.random()); r2.seed(9); print(r2.random())
class R(random.Random): pass
print(R(3).random())
def t(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, e)
t(random.choice,[]); t(random.randint,5,1); t(random.randrange,0); t(random.randrange,1,1); t(random.randrange,1,5,0); t(random.randrange,5,1,2); t(random.randrange,1.5); t(random.randrange,"a"); t(random.sample,[1,2],3); t(random.sample,{1,2},1); t(random.sample,[1],-1); t(random.choices,[1,2],[1]); t(random.choices,[1,2],[0,0]); t(random.choices,[1,2],5); t(random.choices,[1,2],[1,2],cum_weights=[1,2]); t(random.getrandbits,-1); t(random.seed,[1]); t(random.gammavariate,0,1); t(random.setstate,(1,2,3)); t(random.binomialvariate,-1); t(random.binomialvariate,5,2); t(random.sample,[1,2],1,counts=[1]); t(random.shuffle,(1,2)); t(random.choices,[],k=1); t(random.choices,[],k=0); t(random.randrange,10,None,2)
random.seed(1); d=[random.random() for _ in range(700)]; print(sum(d), d[-1])
s=random.SystemRandom(); print(0<=s.random()<1, 1<=s.randint(1,6)<=6)
random.seed(); print(0<=random.random()<1)
