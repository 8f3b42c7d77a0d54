"""Annotate functions in other formats: they run with made-up names, and what is done to these is written down.

An `_Expression` is the text of what a made-up name has become; operators give new ones. In the format FORWARDREF
only the names that are not defined are made up, and at the end each expression becomes a ForwardRef where it
stands.
"""
import builtins

from . import _FORWARDREF, _LAYOUT, _STRING, _VALUE, _VALUE_WITH_FAKE_GLOBALS
from . import ForwardRef, annotations_to_string, type_repr

# How tightly operators bind.
_TEST, _COMPARE, _OR, _XOR, _AND, _SHIFT, _SUM, _TERM, _FACTOR, _POWER, _ATOM = range(11)


class _Recorder:
    """What the expressions of one run have in common."""

    def __init__(self, *, owner=None, is_class=False, globals=None, keep_values=False):
        self.owner, self.is_class, self.globals = owner, is_class, globals
        self.keep_values = keep_values  # values in expressions get names, so that they can be evaluated
        self.made = []
        self.values = 0
        self.cells = {}

    def expression(self, source, rank=_ATOM, extra=None):
        """A new expression."""
        made = _Expression(source, rank, extra, self)
        self.made.append(made)
        return made

    def finish(self):
        """Makes references of all expressions."""
        for made in self.made:
            source = made.__arg__
            made._recorder = made._rank = None
            made.__globals__, made.__owner__ = self.globals, self.owner
            made.__forward_is_class__ = self.is_class
            made.__cell__ = self.cells.get(source) if source in self.cells else (dict(self.cells) or None)
            made.__class__ = ForwardRef


def _text(value, recorder, extra, least=_TEST):
    """The text of an operand, in parentheses where it binds less tightly than `least`."""
    if type(value) is _Expression:
        if value.__extra_names__:
            extra.update(value.__extra_names__)
        return f"({value.__arg__})" if value._rank < least else value.__arg__
    if value is None or isinstance(value, (str, bytes, int, float, complex)):
        return repr(value)
    if value is ... and not recorder.keep_values:
        return "..."
    kind = type(value)
    if kind is tuple:
        return "(" + _items(value, recorder, extra) + ")"
    if kind is list:
        return "[" + ", ".join(_text(item, recorder, extra) for item in value) + "]"
    if kind is set and value:
        return "{" + ", ".join(_text(item, recorder, extra) for item in value) + "}"
    if kind is dict:
        pairs = (f"{_text(key, recorder, extra)}: {_text(item, recorder, extra)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if kind is slice:
        return _slice(value, recorder, extra)
    if recorder.keep_values:
        recorder.values += 1
        name = f"__annotationlib_name_{recorder.values}__"
        extra[name] = value
        return name
    return template_text(value, recorder) if kind.__name__ == "Template" else repr(value)


def _items(values, recorder, extra):
    return ", ".join(_text(value, recorder, extra) for value in values) + ("," if len(values) == 1 else "")


def _slice(value, recorder, extra):
    part = lambda bound: "" if bound is None else _text(bound, recorder, extra)
    text = f"{part(value.start)}:{part(value.stop)}"
    return text if value.step is None else f"{text}:{part(value.step)}"


def _index(value, recorder, extra):
    """The text between brackets: a tuple without its parentheses."""
    if type(value) is tuple and value:
        lone_star = len(value) == 1 and type(value[0]) is _Expression and value[0].__arg__.startswith("*")
        return _text(value[0], recorder, extra) if lone_star else _items(value, recorder, extra)
    return _text(value, recorder, extra)


def _binary(symbol, rank, power=False):
    left_rank, right_rank = (rank + 1, rank) if power else (rank, rank + 1)

    def forward(self, other):
        return _joined(self, other, self)

    def reflected(self, other):
        return _joined(other, self, self)

    def _joined(left, right, known):
        extra, recorder = {}, known._recorder
        left, right = _text(left, recorder, extra, left_rank), _text(right, recorder, extra, right_rank)
        return recorder.expression(f"{left} {symbol} {right}", rank, extra)
    return forward, reflected


def _comparison(symbol):
    def compare(self, other):
        extra, recorder = {}, self._recorder
        left, right = _text(self, recorder, extra, _OR), _text(other, recorder, extra, _OR)
        return recorder.expression(f"{left} {symbol} {right}", _COMPARE, extra)
    return compare


def _unary(symbol):
    def apply(self):
        return self._recorder.expression(symbol + _text(self, self._recorder, {}, _FACTOR), _FACTOR,
                                         self.__extra_names__)
    return apply


class _Expression:
    """A made-up name, and what has been done to it."""

    __slots__ = _LAYOUT

    def __init__(self, source, rank, extra, recorder):
        self.__arg__, self._rank, self._recorder = source, rank, recorder
        self._shown = self._code = self.__globals__ = self.__cell__ = self.__owner__ = self.__forward_module__ = None
        self.__extra_names__ = extra or None
        self.__forward_is_argument__, self.__forward_is_class__ = True, False

    __hash__ = object.__hash__

    def __getattr__(self, name):
        if name in ("__typing_subst__", "__typing_prepare_subst__", "__parameters__", "__typing_unpacked_tuple_args__",
                    "__typing_is_unpacked_typevartuple__", "__unpacked__", "__set_name__"):
            raise AttributeError(name)
        return self._recorder.expression(f"{_text(self, self._recorder, {}, _ATOM)}.{name}", _ATOM,
                                         self.__extra_names__)

    def __getitem__(self, key):
        extra, recorder = {}, self._recorder
        text = f"{_text(self, recorder, extra, _ATOM)}[{_index(key, recorder, extra)}]"
        return recorder.expression(text, _ATOM, extra)

    def __call__(self, *args, **kwargs):
        extra, recorder = {}, self._recorder
        texts = [_text(arg, recorder, extra) for arg in args]
        texts += [f"{name}={_text(arg, recorder, extra)}" for name, arg in kwargs.items()]
        return recorder.expression(f"{_text(self, recorder, extra, _ATOM)}({', '.join(texts)})", _ATOM, extra)

    def __iter__(self):
        yield self._recorder.expression("*" + _text(self, self._recorder, {}, _OR), _TEST, self.__extra_names__)

    def __repr__(self):
        return self.__arg__

    def __format__(self, spec):
        raise TypeError("Cannot stringify annotation containing string formatting")

    __or__, __ror__ = _binary("|", _OR)
    __xor__, __rxor__ = _binary("^", _XOR)
    __and__, __rand__ = _binary("&", _AND)
    __lshift__, __rlshift__ = _binary("<<", _SHIFT)
    __rshift__, __rrshift__ = _binary(">>", _SHIFT)
    __add__, __radd__ = _binary("+", _SUM)
    __sub__, __rsub__ = _binary("-", _SUM)
    __mul__, __rmul__ = _binary("*", _TERM)
    __matmul__, __rmatmul__ = _binary("@", _TERM)
    __truediv__, __rtruediv__ = _binary("/", _TERM)
    __floordiv__, __rfloordiv__ = _binary("//", _TERM)
    __mod__, __rmod__ = _binary("%", _TERM)
    __pow__, __rpow__ = _binary("**", _POWER, power=True)
    __neg__, __pos__, __invert__ = _unary("-"), _unary("+"), _unary("~")
    __eq__, __ne__ = _comparison("=="), _comparison("!=")
    __lt__, __le__, __gt__, __ge__ = _comparison("<"), _comparison("<="), _comparison(">"), _comparison(">=")


def template_text(template, recorder=None):
    """The source of a template string."""
    if any(not part.expression for part in template.interpolations):
        return repr(template)  # made by hand, not written as a template string
    parts = []
    for part in template:
        if isinstance(part, str):
            parts.append(part.replace("{", "{{").replace("}", "}}"))
            continue
        # The expression is kept as it was written, also where its value is made up.
        conversion = f"!{part.conversion}" if part.conversion else ""
        spec = f":{part.format_spec}" if part.format_spec else ""
        parts.append(f"{{{part.expression}{conversion}{spec}}}")
    text = "".join(parts)
    if "\n" in text:
        return f't"""{text}"""'
    shown = repr(text)
    return "t" + shown


# Running a function with other names.

def _names(code):
    """The names that a code looks up in namespaces, with those of functions within it."""
    yield from code.co_names
    for constant in code.co_consts:
        if type(constant) is type(code):
            yield from _names(constant)


class _MadeUp(dict):
    """A namespace in which each name that is missing is made up."""

    def __init__(self, known, recorder):
        super().__init__(known)
        self.recorder = recorder

    def __missing__(self, name):
        made = self[name] = self.recorder.expression(name)
        return made


def _rebuilt(function, globals, values):
    """The function with other globals, and values for its free variables."""
    names = function.__code__.co_freevars
    if not names:
        text = "def annotate(format, /): pass"
    else:
        text = f"def outer({', '.join(names)}):\n def annotate(format, /): return {', '.join(names)},\n return annotate"
    made = {}
    exec(text, globals, made)
    made = made["outer"](*values) if names else made["annotate"]
    made.__code__ = function.__code__
    made.__defaults__, made.__kwdefaults__ = function.__defaults__, function.__kwdefaults__
    return made


def _run(annotate, recorder, known, keep_cells):
    """Calls an annotate function with the names of `known`, and made-up ones for all others."""
    function = getattr(annotate, "__func__", annotate)
    names = set(_names(function.__code__))
    namespace = _MadeUp(known, recorder)
    for name in names:
        namespace[name]
    values = []
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
        values.append(_cell_value(name, cell, recorder, keep_cells))
    rebuilt = _rebuilt(function, namespace, values)
    args = (annotate.__self__,) if function is not annotate else ()
    return rebuilt(*args, _VALUE_WITH_FAKE_GLOBALS)


def _cell_value(name, cell, recorder, keep):
    """What stands in a free variable."""
    if name == "__classdict__":
        # Names of the class body come before globals.
        return cell.cell_contents if keep else _MadeUp({}, recorder)
    if name == "__conditional_annotations__":
        return _Everything()
    if keep:
        try:
            return cell.cell_contents
        except ValueError:
            pass
    recorder.cells[name] = cell
    return recorder.expression(name)


class _Everything:
    """Contains everything: annotations behind conditions count as executed."""

    def __contains__(self, item):
        return True


def _is_function(annotate):
    return hasattr(getattr(annotate, "__func__", annotate), "__code__")


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    """Call an annotate function, and make the format that it doesn't know itself."""
    if format == _VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    if format == _STRING:
        return _strings(annotate, _is_evaluate)
    if format == _FORWARDREF:
        return _references(annotate, owner, _is_evaluate)
    if format == _VALUE:
        raise RuntimeError("annotate function does not support VALUE format")
    raise ValueError(f"Invalid format: {format!r}")


def _allows_fakes(annotate):
    """Whether an annotate function lets its names be made up; asked with its real ones, so that its conditions hold."""
    try:
        annotate(_VALUE_WITH_FAKE_GLOBALS)
    except NotImplementedError:
        return False
    except Exception:
        pass
    return True


def _strings(annotate, single):
    if not _allows_fakes(annotate):
        found = annotate(_VALUE)
        return type_repr(found) if single else annotations_to_string(found)
    recorder = _Recorder()
    found = _run(annotate, recorder, {}, keep_cells=False)
    if single:
        return _final_text(found, recorder)
    return {name: _final_text(value, recorder) for name, value in found.items()}


def _final_text(value, recorder):
    return value if isinstance(value, str) else _text(value, recorder, {})


def _references(annotate, owner, single):
    function = getattr(annotate, "__func__", annotate)
    known = {**vars(builtins), **function.__globals__}
    options = dict(owner=owner, is_class=isinstance(owner, type), globals=function.__globals__, keep_values=True)
    recorder = _Recorder(**options)
    try:
        return _run(annotate, recorder, known, keep_cells=True)
    except NotImplementedError:
        return annotate(_VALUE)
    except Exception:
        pass  # an operation on what is there failed: each annotation is tried alone
    finally:
        recorder.finish()
    if not _allows_fakes(annotate):
        return annotate(_VALUE)
    recorder = _Recorder(**options)
    try:
        found = _run(annotate, recorder, {}, keep_cells=False)
    finally:
        recorder.finish()
    if single:
        return _tried(found)
    return {name: _tried(value) for name, value in found.items()}


def _tried(value):
    """The value of a reference, as far as it can be had."""
    return value.evaluate(format=_FORWARDREF) if isinstance(value, ForwardRef) else value


def call_evaluate_function(evaluate, format, *, owner=None):
    """Call an evaluate function of a type parameter or alias, and make the format that it doesn't know itself."""
    return call_annotate_function(evaluate, format, owner=owner, _is_evaluate=True)


def evaluate_partly(reference, globals, locals, owner):
    """A reference's value, with references for the names that are missing; the reference itself if it cannot be had."""
    recorder = _Recorder(owner=owner, is_class=reference.__forward_is_class__, globals=globals, keep_values=True)
    namespace = _MadeUp({**vars(builtins), **globals, **locals}, recorder)
    try:
        found = eval(reference.__forward_code__, {}, namespace)
    except Exception:
        return reference
    finally:
        recorder.finish()
    return found
