# types.CellType: the empty cell's message, no subclasses.
Cell = type((lambda x: lambda: x)(1).__closure__[0])
for call in (lambda: Cell().cell_contents, lambda: Cell(1) < Cell(2), lambda: Cell() < Cell(1), lambda: type("C", (Cell,), {})):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
