# The type of unions can be subscripted.
Union = type(int | str)
print(Union[int, str], Union[int], Union[int, None] == int | None)
