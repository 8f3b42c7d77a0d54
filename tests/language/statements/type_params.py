# Type parameters (PEP 695, 696): functions, classes, aliases.
def first[T](items: list[T]) -> T: return items[0]
def many[K, *Ts, **P](k: K, *args: *Ts) -> K: return k, args


class Stack[T]:
    def __init__(self): self.items: list[T] = []
    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self
    def map[U](self, f) -> "Stack[U]":
        result = Stack()
        for item in self.items: result.push(f(item))
        return result


type Pair[A, B = int] = tuple[A, B]
type Alias = list[Later]
type Recursive = int | list[Recursive]
Later = str
print(first([1, 2]), many(1, 2, 3), Stack().push(1).push(2).map(str).items)
print(first.__type_params__, Stack.__type_params__, Pair, Pair.__name__, Alias.__value__)
print([type(p).__name__ for p in many.__type_params__], Stack[int]().push("any").items)
def bounded[T: (int, str), U: int = bool](x: T, y: U = 1) -> T: return x
T, U = bounded.__type_params__
print(T, T.__constraints__, U.__bound__, U.__default__)
class Child(Stack[int]): pass
print(Child().push(3).items, Child.__mro__[1].__name__, isinstance(Child(), Stack))
type = 5
print(type)
