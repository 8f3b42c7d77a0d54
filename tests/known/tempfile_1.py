# The mode that a file tells, and the name of its class in messages.
with open('mode_here', 'w+b') as file:
    print(file.mode, file.raw.mode if hasattr(file, 'raw') else '')
    try:
        file.nothing
    except AttributeError as error:
        print(error)
import os
fd = os.open('mode_here', os.O_RDWR)
with open(fd, 'w+b') as file:
    print(file.mode)
os.unlink('mode_here')
