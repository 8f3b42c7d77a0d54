# A strict realpath() names the part that failed.
import os
open('file_here', 'w').close()
try:
    os.path.realpath('file_here/more', strict=True)
except NotADirectoryError as error:
    print(os.path.basename(error.filename))
os.unlink('file_here')
