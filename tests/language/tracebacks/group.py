# An uncaught group is drawn as a tree.
def fail(kind, text):
    raise kind(text)


errors = []
for kind in (ValueError, TypeError):
    try:
        fail(kind, "from " + kind.__name__)
    except Exception as error:
        errors.append(error)
raise ExceptionGroup("several", [errors[0], ExceptionGroup("inner", [errors[1], KeyError("bare")])])
