try:
    (3).startswith
except AttributeError as error:
    print(vars(error), error.name, error.obj)
try:
    nothing
except NameError as error:
    print(vars(error), error.name)
try:
    import no_such_module_here
except ImportError as error:
    print(vars(error), error.name)
