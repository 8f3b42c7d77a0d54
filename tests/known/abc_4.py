# classmethod and staticmethod take their function in __init__, and a subclass may call it.
class mark(classmethod):
    def __init__(self, function):
        super().__init__(function)
        self.marked = True


class still(staticmethod):
    def __init__(self, function):
        super().__init__(function)


class A:
    f = mark(lambda cls: cls.__name__)
    g = still(lambda: "static")


print(A.f(), A.g(), vars(A)["f"].marked)
