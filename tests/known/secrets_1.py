# Too few random bytes.
import os
import random
for call in (lambda: os.urandom(-1), lambda: random.SystemRandom().randbytes(-1)):
    try:
        call()
    except ValueError as error:
        print(error)
