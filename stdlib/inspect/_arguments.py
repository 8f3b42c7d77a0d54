"""Arguments of functions and frames as the older records describe them.

Invariant: the fields of each record are strings, tuples and dicts; nothing here makes a `Signature` of its own but
`getfullargspec`, which reads one without following wrappers and without leaving out what is bound."""
from collections import namedtuple

from inspect import iscode, isfunction, ismethod

Arguments = namedtuple("Arguments", "args, varargs, varkw", module="inspect")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals", module="inspect")
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound", module="inspect")
FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations",
                         module="inspect")


def getargs(co):
    """The names of the parameters of a code object."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names, end = co.co_varnames, co.co_argcount + co.co_kwonlyargcount
    rest = iter(names[end:])
    varargs = next(rest) if co.co_flags & 4 else None
    varkw = next(rest) if co.co_flags & 8 else None
    return Arguments(list(names[:end]), varargs, varkw)


def getargvalues(frame):
    """The parameters of a frame's function and all its local variables."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def getfullargspec(func):
    """The parameters of a callable, what is bound among them."""
    from inspect._parameters import (
        KEYWORD_ONLY, VAR_KEYWORD, VAR_POSITIONAL, Signature, _empty,
    )
    from inspect._signature import read
    try:
        signature = read(func, Signature, follow_wrapped=False, skip_bound=False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    positional, defaults, named, named_defaults, annotations = [], [], [], {}, {}
    variadic = {VAR_POSITIONAL: None, VAR_KEYWORD: None}
    if signature.return_annotation is not _empty:
        annotations["return"] = signature.return_annotation
    for name, parameter in signature.parameters.items():
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
        if parameter.kind in variadic:
            variadic[parameter.kind] = name
        elif parameter.kind is KEYWORD_ONLY:
            named.append(name)
            if parameter.default is not _empty:
                named_defaults[name] = parameter.default
        else:
            positional.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
    return FullArgSpec(positional, variadic[VAR_POSITIONAL], variadic[VAR_KEYWORD], tuple(defaults) or None, named,
                       named_defaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    """What each parameter would get in a call, or the TypeError that the call would raise."""
    spec = getfullargspec(func)
    name, args = func.__name__, spec.args
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    values = dict(zip(args, positional))
    if spec.varargs:
        values[spec.varargs] = tuple(positional[len(args):])
    extra = {}
    for key, value in named.items():
        if key not in args and key not in spec.kwonlyargs:
            if not spec.varkw:
                raise TypeError(f"{name}() got an unexpected keyword argument {key!r}")
            extra[key] = value
        elif key in values:
            raise TypeError(f"{name}() got multiple values for argument {key!r}")
        else:
            values[key] = value
    if spec.varkw:
        values[spec.varkw] = extra
    defaults = spec.defaults or ()
    if len(positional) > len(args) and not spec.varargs:
        raise TypeError(_too_many(name, spec, len(positional), values))
    required = args[:len(args) - len(defaults)]
    _refuse_missing(name, [one for one in required if one not in values], "positional")
    for one, default in zip(args[len(required):], defaults):
        values.setdefault(one, default)
    named_defaults = spec.kwonlydefaults or {}
    for one in spec.kwonlyargs:
        if one not in values and one in named_defaults:
            values[one] = named_defaults[one]
    _refuse_missing(name, [one for one in spec.kwonlyargs if one not in values], "keyword-only")
    return values


def _too_many(name, spec, given, values):
    most = len(spec.args)
    least = most - len(spec.defaults or ())
    takes = f"from {least} to {most}" if least != most else str(most)
    by_name = sum(one in values for one in spec.kwonlyargs)
    noun = "argument" if takes == "1" else "arguments"
    if by_name:
        # Only with some given by name does the message say which are meant.
        given_text = (f"{given} positional argument{'s' * (given != 1)} "
                      f"(and {by_name} keyword-only argument{'s' * (by_name != 1)}) were")
    else:
        given_text = f"{given} {'was' if given == 1 else 'were'}"
    return f"{name}() takes {takes} positional {noun} but {given_text} given"


def _refuse_missing(name, missing, kind):
    if not missing:
        return
    shown = [repr(one) for one in missing]
    listed = f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]
    raise TypeError(f"{name}() missing {len(shown)} required {kind} argument{'s' * (len(shown) != 1)}: {listed}")


def getclosurevars(func):
    """What the names that a function uses stand for: from around it, from its module, builtin, or nothing."""
    import builtins
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    around = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    module = func.__globals__
    native = module.get("__builtins__", vars(builtins))
    native = vars(native) if not isinstance(native, dict) else native
    of_module, of_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in module:
            of_module[name] = module[name]
        elif name in native:
            of_builtins[name] = native[name]
        else:
            unbound.add(name)
    return ClosureVars(around, of_module, of_builtins, unbound)
