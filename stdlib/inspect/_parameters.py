"""What a callable takes: `Parameter`, `Signature` and `BoundArguments`.

Invariant: the parameters of a signature stand in the order of their kinds under names of their own. Objects that are
made of a function's code skip the checks, as the compiler has made them already."""
from enum import IntEnum

_MappingProxy = type(vars(int))
_new = object.__new__


class _void:
    """Stands for an argument of `replace` that was not given."""

    __module__ = "inspect"


class _empty:
    """Says that a parameter has no default or no annotation."""

    __module__ = "inspect"


class _ParameterKind(IntEnum):
    """How a parameter takes its value."""

    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        kind = int.__new__(cls, len(cls.__members__))
        kind._value_ = int(kind)
        kind.description = description
        return kind

    def __str__(self):
        return self.name


_ParameterKind.__module__ = "inspect"
_KINDS = tuple(_ParameterKind)
POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS
_STARS = {VAR_POSITIONAL: "*", VAR_KEYWORD: "**"}


class _Ordered(dict):
    """A dict that shows itself and compares as an ordered one, without the cost of one."""

    __slots__ = ()

    def __repr__(self):
        return f"OrderedDict({dict.__repr__(self)})" if self else "OrderedDict()"

    def __eq__(self, other):
        if isinstance(other, _MappingProxy):
            other = _Ordered(other)
        same = dict.__eq__(self, other)
        return same if same is not True or type(other) is dict else list(self) == list(other)

    __hash__ = None

    def copy(self):
        """The same entries in a dict of the collections module."""
        from collections import OrderedDict
        return OrderedDict(self)


class Parameter:
    """One parameter of a callable; not to be changed."""

    __module__ = "inspect"
    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = VAR_POSITIONAL
    KEYWORD_ONLY = KEYWORD_ONLY
    VAR_KEYWORD = VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and kind in _STARS:
            raise ValueError(f"{kind.description} parameters cannot have default values")
        self._name, self._kind = _checked_name(name, kind)
        self._default = default
        self._annotation = annotation

    @property
    def name(self):
        """What it is called."""
        return self._name

    @property
    def kind(self):
        """How it takes its value."""
        return self._kind

    @property
    def default(self):
        """Its default, or `empty`."""
        return self._default

    @property
    def annotation(self):
        """Its annotation, or `empty`."""
        return self._annotation

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """The same parameter with something changed."""
        return type(self)(
            self._name if name is _void else name,
            self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def _format(self, *, quote_annotation_strings=True):
        text = _STARS.get(self._kind, "") + self._name
        equals = "="
        if self._annotation is not _empty:
            from inspect._texts import formatannotation
            shown = formatannotation(self._annotation, quote_annotation_strings=quote_annotation_strings)
            text = f"{text}: {shown}"
            equals = " = "
        return text if self._default is _empty else f"{text}{equals}{self._default!r}"

    def __str__(self):
        return self._format()

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]

    def _parts(self):
        return self._name, self._kind, self._annotation, self._default

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash(self._parts())


def _checked_name(name, kind):
    if name is _empty:
        raise ValueError("name is a required attribute for Parameter")
    if not isinstance(name, str):
        raise TypeError(f"name must be a str, not a {type(name).__name__}")
    if name[0] == "." and name[1:].isdigit():
        # The first iterable of a comprehension or generator expression.
        if kind is not POSITIONAL_OR_KEYWORD:
            raise ValueError("implicit arguments must be passed as positional or keyword arguments, "
                             f"not {kind.description}")
        return f"implicit{name[1:]}", POSITIONAL_ONLY
    if not name.isidentifier() or kind is not POSITIONAL_ONLY and _is_keyword(name):
        raise ValueError(f"{name!r} is not a valid parameter name")
    return name, kind


def _is_keyword(name):
    from keyword import iskeyword
    return iskeyword(name)


def made_parameter(cls, name, kind, default, annotation):
    """A parameter whose parts are known to be right."""
    if cls is not Parameter or name[0] == ".":
        return cls(name, kind, default=default, annotation=annotation)
    made = _new(Parameter)
    made._name = name
    made._kind = kind
    made._default = default
    made._annotation = annotation
    return made


class BoundArguments:
    """Arguments of a call by the names of the parameters that take them."""

    __module__ = "inspect"
    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        """The signature that bound them."""
        return self._signature

    @property
    def args(self):
        """What a call passes by position."""
        return self._split()[0]

    @property
    def kwargs(self):
        """What a call passes by name."""
        return self._split()[1]

    def _split(self):
        """Positional up to the first that is missing; everything after it by name."""
        positional, named, by_name = [], {}, False
        for name, parameter in self._signature._parameters.items():
            kind = parameter._kind
            if kind is KEYWORD_ONLY or kind is VAR_KEYWORD:
                by_name = True
            if name not in self.arguments:
                by_name = True
                continue
            value = self.arguments[name]
            if kind is VAR_KEYWORD:
                named.update(value)
            elif not by_name:
                positional.extend(value) if kind is VAR_POSITIONAL else positional.append(value)
            elif kind is not VAR_POSITIONAL and kind is not POSITIONAL_ONLY:
                named[name] = value
        return tuple(positional), named

    def apply_defaults(self):
        """Adds what was not passed, with its default, in the order of the parameters."""
        given, filled = self.arguments, {}
        for name, parameter in self._signature._parameters.items():
            if name in given:
                filled[name] = given[name]
            elif parameter._default is not _empty:
                filled[name] = parameter._default
            elif parameter._kind is VAR_POSITIONAL:
                filled[name] = ()
            elif parameter._kind is VAR_KEYWORD:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        if isinstance(other, BoundArguments):
            return self.arguments == other.arguments and self._signature == other._signature
        return NotImplemented

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __setstate__(self, state):
        self._signature = state["_signature"]
        self.arguments = state["arguments"]

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<{type(self).__name__} ({shown})>"


class Signature:
    """The parameters of a callable and what it returns; not to be changed."""

    __module__ = "inspect"
    __slots__ = ("_return_annotation", "_parameters")

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        named = _Ordered()
        if parameters is not None:
            for parameter in parameters:
                if __validate_parameters__:
                    _check_next(named, parameter)
                named[parameter.name] = parameter
        self._parameters = _MappingProxy(named)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False,
                      annotation_format=1):
        """The signature of a callable."""
        from inspect._signature import read
        return read(obj, cls, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str,
                    annotation_format=annotation_format)

    @property
    def parameters(self):
        """The parameters by name, in order."""
        return self._parameters

    @property
    def return_annotation(self):
        """The annotation of what is returned, or `empty`."""
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """The same signature with something changed."""
        return type(self)(
            self._parameters.values() if parameters is _void else parameters,
            return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def __replace__(self, /, **changes):
        return self.replace(**changes)

    def bind(self, /, *args, **kwargs):
        """The arguments of a call by parameter, or the TypeError that the call would raise."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """As `bind`, where arguments may be missing."""
        return self._bind(args, kwargs, partial=True)

    def _bind(self, args, kwargs, *, partial=False):
        bound, misplaced, place, rest, by_place = {}, [], 0, None, True
        kwargs = dict(kwargs)
        for name, parameter in self._parameters.items():
            kind = parameter._kind
            if kind is VAR_POSITIONAL:
                if place < len(args):
                    bound[name] = tuple(args[place:])
                else:
                    by_place = False
                place = len(args)
            elif kind is VAR_KEYWORD:
                rest = name
            elif place < len(args) and kind is not KEYWORD_ONLY:
                if kind is not POSITIONAL_ONLY and name in kwargs:
                    raise TypeError(f"multiple values for argument {name!r}")
                bound[name] = args[place]
                place += 1
            else:
                if place < len(args):
                    raise TypeError("too many positional arguments")
                if kind is not POSITIONAL_ONLY and name in kwargs:
                    bound[name] = kwargs.pop(name)
                elif parameter._default is _empty:
                    if not partial or kind is POSITIONAL_ONLY and name in kwargs:
                        raise TypeError(_missing(parameter, name in kwargs, by_place))
                elif kind is POSITIONAL_ONLY and name in kwargs:
                    misplaced.append(name)
                by_place = False
        if place < len(args):
            raise TypeError("too many positional arguments")
        if kwargs:
            if rest is None:
                if misplaced:
                    raise TypeError("got some positional-only arguments passed as keyword arguments: "
                                    f"{', '.join(misplaced)!r}")
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            bound[rest] = kwargs
        return self._bound_arguments_cls(self, bound)

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """The text of the signature; on several lines where it is wider than `max_width`."""
        shown, before = [], None
        for parameter in self._parameters.values():
            kind = parameter._kind
            if before is POSITIONAL_ONLY and kind is not POSITIONAL_ONLY:
                shown.append("/")
            if kind is KEYWORD_ONLY and before is not KEYWORD_ONLY and before is not VAR_POSITIONAL:
                shown.append("*")
            before = kind
            shown.append(parameter._format(quote_annotation_strings=quote_annotation_strings))
        if before is POSITIONAL_ONLY:
            shown.append("/")
        text = f"({', '.join(shown)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    {}\n)".format(",\n    ".join(shown))
        if self._return_annotation is not _empty:
            from inspect._texts import formatannotation
            returned = formatannotation(self._return_annotation, quote_annotation_strings=quote_annotation_strings)
            text = f"{text} -> {returned}"
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def _comparable(self):
        """What two equal signatures have in common: of keyword-only parameters the order says nothing."""
        ordered, free = [], {}
        for name, parameter in self._parameters.items():
            if parameter._kind is KEYWORD_ONLY:
                free[name] = parameter
            else:
                ordered.append(parameter)
        return ordered, free, self._return_annotation

    def __eq__(self, other):
        if isinstance(other, Signature):
            return self is other or self._comparable() == other._comparable()
        return NotImplemented

    def __hash__(self):
        ordered, free, returned = self._comparable()
        return hash((tuple(ordered), frozenset(free.values()), returned))


def _check_next(before, parameter):
    """Whether a parameter may stand behind those before it."""
    kind, name = parameter.kind, parameter.name
    if kind in _STARS and any(earlier.kind is kind for earlier in before.values()):
        raise ValueError(f"more than one {kind.description} parameter")
    if before:
        last = before[next(reversed(before))]
        if kind < last.kind:
            raise ValueError(f"wrong parameter order: {last.kind.description} parameter before "
                             f"{kind.description} parameter")
        if kind <= POSITIONAL_OR_KEYWORD and parameter.default is _empty and last.default is not _empty:
            raise ValueError("non-default argument follows default argument")
    if name in before:
        raise ValueError(f"duplicate parameter name: {name!r}")


def _missing(parameter, named, first):
    """What is said of an argument that is missing; a keyword-only one is called so where it is the first not given."""
    kind = parameter._kind
    if kind is KEYWORD_ONLY and first:
        return f"missing a required keyword-only argument: {parameter._name!r}"
    if named and kind is POSITIONAL_ONLY:
        return f"missing a required positional-only argument: {parameter._name!r}"
    return f"missing a required argument: {parameter._name!r}"


def made_signature(cls, parameters, returned=_empty):
    """A signature whose parameters are known to be right."""
    if cls is not Signature:
        return cls(parameters, return_annotation=returned, __validate_parameters__=False)
    made = _new(Signature)
    made._parameters = _MappingProxy(_Ordered([(parameter._name, parameter) for parameter in parameters]))
    made._return_annotation = returned
    return made
