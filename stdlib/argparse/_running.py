"""One pass over a command line: strings are told apart, given to arguments, and what is left over is kept."""
from ._actions import ArgumentError, _get_action_name
from ._constants import PARSER, REMAINDER, SUPPRESS
from ._matching import counts, partial_counts


class Pass:
    """The state of a parse. `letters` says of each string what it is (see `_matching`)."""

    def __init__(self, parser, strings, namespace, intermixed):
        self.parser = parser
        self.strings = strings
        self.namespace = namespace
        self.intermixed = intermixed
        self.waiting = parser._get_positional_actions()
        self.seen = set()
        self.seen_not_default = set()
        self.warned = set()
        self.extras = []        # (letter, string) of what no argument took
        self.options = {}       # index of a string: which options it can mean
        self.letters = self.tell_apart()

    def tell_apart(self):
        letters = []
        for at, string in enumerate(self.strings):
            if string == "--":
                return "".join(letters) + "-" + "A" * (len(self.strings) - at - 1)
            meant = self.parser._parse_optional(string)
            if meant is None:
                letters.append("A")
            else:
                self.options[at] = meant
                letters.append("O")
        return "".join(letters)

    def run(self):
        """Parse all; give the strings that no argument took."""
        at = 0
        last = max(self.options, default=-1)
        while at <= last:
            following = at
            while following not in self.options:
                following += 1
            if not self.intermixed and at != following:
                end = self.take_positionals(at)
                if end > at:
                    # The positionals may have taken the option as well.
                    at = end
                    continue
            self.leave(at, following)
            at = self.take_option(following)
        if self.intermixed:
            self.leave(at, len(self.strings))
            extras = self.take_positionals_among_extras()
        else:
            self.leave(self.take_positionals(at), len(self.strings))
            extras = [string for letter, string in self.extras]
        self.check_required()
        return extras

    def leave(self, begin, end):
        self.extras += zip(self.letters[begin:end], self.strings[begin:end])

    # Giving strings to arguments.

    def give(self, action, strings, option=None):
        """Have an action take its strings."""
        self.seen.add(action)
        values = self.parser._get_values(action, strings)
        # A positional that gets nothing is served by its default, which conflicts with nothing.
        if action.option_strings or strings:
            self.seen_not_default.add(action)
            self.check_conflicts(action)
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def check_conflicts(self, action):
        for group in self.parser._mutually_exclusive_groups:
            if action not in group._group_actions:
                continue
            for other in group._group_actions:
                if other is not action and other in self.seen_not_default:
                    raise ArgumentError(action, f"not allowed with argument {_get_action_name(other)}")

    def warn(self, name, text):
        if name not in self.warned:
            self.parser._warning(f"{text} is deprecated")
            self.warned.add(name)

    def take_option(self, at):
        """Serve the option at an index and give the index behind what it took."""
        meant = self.options[at]
        if len(meant) > 1:
            matches = ", ".join(each[1] for each in meant)
            raise ArgumentError(None, f"ambiguous option: {self.strings[at]} could match {matches}")
        action, option, separator, value = meant[0]
        if action is None:
            self.extras.append(("O", self.strings[at]))
            return at + 1
        if value is None:
            flags, end = [], self.end_of_values(action, at + 1)
            last = action, option, self.strings[at + 1:end]
        else:
            flags, last, rest = self.split_value(action, option, separator, value)
            end = at + 1
            if rest is not None:
                if rest[0] is not None:
                    # The last of several letters takes its values from what follows.
                    end = self.end_of_values(rest[0], end)
                    last = *rest, self.strings[at + 1:end]
                else:
                    self.extras.append(("O", rest[1]))
        for action, option, strings in flags + ([last] if last is not None else []):
            if action.deprecated:
                self.warn(option, f"option '{option}'")
            self.give(action, strings, option)
        return end

    def end_of_values(self, action, begin):
        return begin + self.parser._match_argument(action, self.letters[begin:])

    def split_value(self, action, option, separator, value):
        """Read what is joined to an option: its value, or further letters behind a single prefix.

        Gives the options without value, the one with the value or None, and then perhaps what remains: (action,
        option) whose values follow, or (None, text) that nobody knows.
        """
        prefixes = self.parser.prefix_chars
        flags = []
        while True:
            wanted = self.parser._match_argument(action, "A")
            if wanted == 1:
                return flags, (action, option, [value]), None
            single = option[1] not in prefixes
            if wanted or not single or value == "" or separator or value[0] in prefixes:
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            flags.append((action, option, []))
            option = option[0] + value[0]
            action = self.parser._option_string_actions.get(option)
            if action is None:
                return flags, None, (None, option[0] + value)
            value = value[1:]
            if not value:
                return flags, None, (action, option)
            separator = "=" if value[0] == "=" else ""
            value = value[len(separator):]

    def take_positionals(self, at):
        """Serve as many positionals as possible from an index on and give the index behind what they took."""
        found = partial_counts(self.waiting, self.letters[at:])
        for action, count in zip(self.waiting, found):
            strings = self.strings[at:at + count]
            separator = self.letters.find("-", at, at + count)
            # A parser of a subcommand reads a later separator itself.
            if separator == at or separator > at and action.nargs != PARSER:
                if action.nargs != REMAINDER:
                    del strings[separator - at]
            at += count
            if strings and action.deprecated:
                self.warn(action.dest, f"argument '{_get_action_name(action)}'")
            self.give(action, strings)
        del self.waiting[:len(found)]
        return at

    def take_positionals_among_extras(self):
        """Serve all positionals from the strings between the options; give what is left, in order."""
        plain = [at for at, (letter, string) in enumerate(self.extras) if letter != "O"]
        self.strings = [self.extras[at][1] for at in plain]
        self.letters = "".join(self.extras[at][0] for at in plain)
        used = set(plain[:self.take_positionals(0)])
        return [string for at, (letter, string) in enumerate(self.extras) if at not in used]

    # The end.

    def check_required(self):
        """Convert defaults that are strings, and tell what is missing."""
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif isinstance(action.default, str) and getattr(self.namespace, action.dest, None) is action.default:
                setattr(self.namespace, action.dest, self.parser._get_value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_not_default for action in group._group_actions):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")


_NUMBERS_OF_ARGUMENTS = {
    None: "expected one argument", "?": "expected at most one argument", "+": "expected at least one argument",
}


def match_argument(action, letters):
    """Give how many strings an option takes from the start of what follows it."""
    found = counts([action], letters)
    if found is None:
        nargs = action.nargs
        text = _NUMBERS_OF_ARGUMENTS.get(nargs)
        if text is None:
            text = f"expected {nargs} argument{'' if nargs == 1 else 's'}"
        raise ArgumentError(action, text)
    return found[0]
