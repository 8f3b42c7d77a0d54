"""What holds arguments: parsers and groups. Groups share the tables of the parser that they belong to."""
from . import _actions
from ._actions import ArgumentError, FileType
from ._matching import is_negative_number
from ._constants import ONE_OR_MORE, OPTIONAL, REMAINDER, SUPPRESS, ZERO_OR_MORE

_ACTION_CLASSES = {
    None: _actions._StoreAction,
    "store": _actions._StoreAction,
    "store_const": _actions._StoreConstAction,
    "store_true": _actions._StoreTrueAction,
    "store_false": _actions._StoreFalseAction,
    "append": _actions._AppendAction,
    "append_const": _actions._AppendConstAction,
    "count": _actions._CountAction,
    "help": _actions._HelpAction,
    "version": _actions._VersionAction,
    "parsers": _actions._SubParsersAction,
    "extend": _actions._ExtendAction,
}
_SHARED_BY_GROUPS = ("_registries", "_actions", "_option_string_actions", "_defaults", "_has_negative_number_optionals",
                     "_mutually_exclusive_groups")


class _ActionsContainer:
    """Takes arguments, and groups of them."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._registries = {"action": dict(_ACTION_CLASSES)}
        self._get_handler()
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._has_negative_number_optionals = []

    # Registries.

    def register(self, registry_name, value, object):
        """Let a value stand for an object, as "store_true" does for its action."""
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        known = self._registries.get(registry_name, {})
        try:
            return known[value] if value in known else default
        except TypeError:
            return default  # not hashable

    # Defaults.

    def set_defaults(self, **kwargs):
        """Set defaults, also for names without argument."""
        self._defaults |= kwargs
        for action in self._actions:
            action.default = kwargs.get(action.dest, action.default)

    def get_default(self, dest):
        """Give the default for a name."""
        own = (action.default for action in self._actions if action.dest == dest and action.default is not None)
        return next(own, self._defaults.get(dest))

    # Adding.

    def add_argument(self, *args, **kwargs):
        """Add an argument: a positional's name, or the names of an option; gives its action."""
        if not args or len(args) == 1 and args[0][0] not in self.prefix_chars:
            if args and "dest" in kwargs:
                raise TypeError("dest supplied twice for positional argument, did you mean metavar?")
            kwargs = self._get_positional_kwargs(*args, **kwargs)
        else:
            kwargs = self._get_optional_kwargs(*args, **kwargs)
        if "default" not in kwargs:
            default = self._defaults.get(kwargs["dest"], self.argument_default)
            if default is not None or kwargs["dest"] in self._defaults:
                kwargs["default"] = default
        name = kwargs.get("action")
        make = self._pop_action_class(kwargs)
        if not callable(make):
            raise ValueError(f"unknown action {make!r}")
        action = make(**kwargs)
        if action.nargs == 0 and not action.option_strings:
            raise ValueError(f"action {name!r} is not valid for positional arguments")
        self._check_type(action)
        self._check_metavar(action)
        self._check_help(action)
        return self._add_action(action)

    def _check_type(self, action):
        kind = action.type
        if kind is None:
            return
        kind = self._registry_get("type", kind, kind)
        if not callable(kind):
            raise TypeError(f"{kind!r} is not callable")
        if kind is FileType:
            raise TypeError(f"{kind!r} is a FileType class object, instance of it must be passed")

    def _check_metavar(self, action):
        nargs = action.nargs
        # Only a formatter knows; but what is most common is right.
        if not isinstance(action.metavar, tuple) and (
                nargs is None or isinstance(nargs, int)
                or nargs in (OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, SUPPRESS)):
            return
        if hasattr(self, "_get_validation_formatter"):
            try:
                self._get_validation_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs") from None

    def _check_help(self, action):
        # Without a percent sign nothing is filled in. A group leaves the test to the parser.
        if not action.help or "%" not in action.help or not hasattr(self, "_get_validation_formatter"):
            return
        try:
            self._get_validation_formatter()._expand_help(action)
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError("badly formed help string") from error

    def add_argument_group(self, *args, **kwargs):
        """Add a group with a heading of its own in the help."""
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        """Add a group of which only one argument may be given."""
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        self._check_conflict(action)
        action.container = self
        self._actions.append(action)
        names = action.option_strings
        self._option_string_actions |= dict.fromkeys(names, action)
        # The list is shared by all groups, so it is filled and not replaced.
        if not self._has_negative_number_optionals and any(is_negative_number(name) for name in names):
            self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        """Take over the arguments of a parent, with its groups; groups of one title become one."""
        own = {group.title: group for group in self._action_groups}
        if len(own) < len(self._action_groups):
            titles = [group.title for group in self._action_groups]
            twice = next(title for at, title in enumerate(titles) if title in titles[:at])
            raise ValueError(f"cannot merge actions - two groups are named {twice!r}")
        place = {}
        for other in container._action_groups:
            group = own.get(other.title)
            if group is None:
                group = own[other.title] = self.add_argument_group(
                    other.title, other.description, conflict_handler=other.conflict_handler)
            place |= dict.fromkeys(other._group_actions, group)
        for other in container._mutually_exclusive_groups:
            holder = self if other._container is container else own[other._container.title]
            place |= dict.fromkeys(other._group_actions, holder.add_mutually_exclusive_group(required=other.required))
        for action in container._actions:
            place.get(action, self)._add_action(action)

    # Names.

    def _get_positional_kwargs(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        made = dict(kwargs, dest=dest, option_strings=[])
        nargs = made.get("nargs")
        if nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS):
            made["required"] = True
        if nargs != 0:
            return made
        raise ValueError("nargs for positionals must be != 0")

    def _get_optional_kwargs(self, *args, **kwargs):
        chars = self.prefix_chars
        for name in args:
            if name[0] not in chars:
                raise ValueError(f"invalid option string {name!r}: must start with a character {chars!r}")
        dest = kwargs.pop("dest", None)
        if dest is None:
            # The first long name says it, or else the first.
            named = next((name for name in args if len(name) > 1 and name[1] in chars), args[0])
            dest = named.lstrip(chars)
            if not dest:
                raise TypeError(f"dest= is required for options like {args[-1]!r}")
            dest = dest.replace("-", "_")
        return {**kwargs, "dest": dest, "option_strings": list(args)}

    def _pop_action_class(self, kwargs, default=None):
        name = kwargs.pop("action", default)
        return self._registry_get("action", name, name)

    # Conflicts.

    def _get_handler(self):
        name = f"_handle_conflict_{self.conflict_handler}"
        try:
            return getattr(self, name)
        except AttributeError:
            raise ValueError(f"invalid conflict_resolution value: {self.conflict_handler!r}")

    def _check_conflict(self, action):
        known = self._option_string_actions
        conflicts = [(name, known[name]) for name in action.option_strings if name in known]
        if conflicts:
            self._get_handler()(action, conflicts)

    def _handle_conflict_error(self, action, conflicting_actions):
        names = ", ".join(name for name, other in conflicting_actions)
        plural = "" if len(conflicting_actions) == 1 else "s"
        raise ArgumentError(action, f"conflicting option string{plural}: {names}")

    def _handle_conflict_resolve(self, action, conflicting_actions):
        known = self._option_string_actions
        for name, other in conflicting_actions:
            known.pop(name, None)
            names = other.option_strings
            names.remove(name)
            if not names:
                other.container._remove_action(other)


class _ArgumentGroup(_ActionsContainer):
    """Arguments that stand under one heading in the help."""

    def __init__(self, container, title=None, description=None, **kwargs):
        if "prefix_chars" in kwargs:
            import warnings
            warnings.warn("The use of the undocumented 'prefix_chars' parameter in "
                          "ArgumentParser.add_argument_group() is deprecated.", DeprecationWarning, stacklevel=3)
        for name in "conflict_handler", "prefix_chars", "argument_default":
            kwargs.setdefault(name, getattr(container, name))
        super().__init__(description=description, **kwargs)
        self.title = title
        self._group_actions = []
        for name in _SHARED_BY_GROUPS:
            setattr(self, name, getattr(container, name))

    def _add_action(self, action):
        super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        """Refuse: groups do not nest."""
        raise ValueError("argument groups cannot be nested")


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Arguments of which only one may be given."""

    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required
        self._container = container

    def _add_action(self, action):
        if not action.required:
            self._container._add_action(action)
            self._group_actions.append(action)
            return action
        raise ValueError("mutually exclusive arguments must be optional")

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, **kwargs):
        """Refuse: such groups do not nest."""
        raise ValueError("mutually exclusive groups cannot be nested")
