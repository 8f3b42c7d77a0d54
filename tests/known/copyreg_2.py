# A structure's reduction has the fields that are not in the tuple.
import time
print(time.gmtime(0).__reduce__())
