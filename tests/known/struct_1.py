# memoryview is missing.
view = memoryview(b'abcd')
print(view[1:3].tobytes(), len(view), view.nbytes)
