"""How annotations and arguments look as text.

Invariant: a class of the builtins is shown by its qualified name alone, any other with its module before it."""

_GenericAlias = type(list[int])


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """The text of an annotation, as a signature shows it."""
    if not quote_annotation_strings and isinstance(annotation, str):
        return annotation
    module = getattr(annotation, "__module__", None)
    if module == "typing":
        return _without_typing(repr(annotation))
    if type(annotation) is _GenericAlias:
        return str(annotation)
    if isinstance(annotation, type):
        if module in ("builtins", base_module):
            return annotation.__qualname__
        return f"{module}.{annotation.__qualname__}"
    if module == "annotationlib" and type(annotation).__name__ == "ForwardRef":
        return annotation.__forward_arg__
    return repr(annotation)


def _without_typing(text):
    import re
    return re.sub(r"[\w.]+", lambda found: found.group().removeprefix("typing."), text)


def formatannotationrelativeto(object):
    """A function that formats annotations as they look from the module of an object."""
    home = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, home)


def _starred(name):
    return "*" + name


def _twice_starred(name):
    return "**" + name


def _equals(value):
    return "=" + repr(value)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=_starred, formatvarkw=_twice_starred,
                    formatvalue=_equals):
    """The text of what `getargvalues` returns."""
    shown = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        shown.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        shown.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(shown)})"
