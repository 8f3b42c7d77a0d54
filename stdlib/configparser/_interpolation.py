"""Values that stand for other values.

Invariant: the base class changes nothing; the others replace references when a value is asked for.
"""

from configparser._errors import (InterpolationDepthError, InterpolationMissingOptionError, InterpolationSyntaxError,
                                  MAX_INTERPOLATION_DEPTH, NoOptionError, NoSectionError)


class Interpolation:
    """Leaves all values as they are."""

    __module__ = 'configparser'

    def before_get(self, parser, section, option, value, defaults):
        """What a value that is asked for becomes."""
        return value

    def before_set(self, parser, section, option, value):
        """What a value that is set becomes."""
        return value

    def before_read(self, parser, section, option, value):
        """What a value from a file becomes."""
        return value

    def before_write(self, parser, section, option, value):
        """What a value becomes in a file."""
        return value


class _Referring(Interpolation):
    """References that begin with a mark; the mark twice means itself."""

    def before_get(self, parser, section, option, value, defaults):
        pieces = []
        self._resolve(parser, option, pieces, value, section, defaults, 1)
        return ''.join(pieces)

    def before_set(self, parser, section, option, value):
        rest, mark = value.replace(self._mark * 2, ''), self._mark
        # References that are complete are fine; any mark left is not.
        at = rest.find(mark)
        while at >= 0:
            end = rest.find(self._close, at + 2)
            if rest[at + 1:at + 2] != self._open or end <= at + 2:
                raise ValueError(f'invalid interpolation syntax in {value!r} at position {value.find(mark)}')
            after = end + len(self._close)
            rest = rest[:at] + rest[after:]
            at = rest.find(mark)
        return value

    def _resolve(self, parser, option, pieces, rest, section, options, depth):
        rawval = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, rawval)
        mark = self._mark
        while rest:
            at = rest.find(mark)
            if at < 0:
                pieces.append(rest)
                return
            pieces.append(rest[:at])
            rest = rest[at:]
            following = rest[1:2]
            if following == mark:
                pieces.append(mark)
                rest = rest[2:]
            elif following == self._open:
                end = rest.find(self._close)
                if end <= 2:
                    raise InterpolationSyntaxError(option, section,
                                                   f'bad interpolation variable reference {rest!r}')
                name, rest = rest[2:end], rest[end + len(self._close):]
                self._replace(parser, option, pieces, name, rest, section, options, depth, rawval)
            else:
                raise InterpolationSyntaxError(option, section,
                                               f"{mark!r} must be followed by {mark!r} or {self._open!r}, "
                                               f'found: {rest!r}')


class BasicInterpolation(_Referring):
    """'%(name)s' stands for the option of that name."""

    __module__ = 'configparser'
    _mark, _open, _close = '%', '(', ')s'

    def _replace(self, parser, option, pieces, name, rest, section, options, depth, rawval):
        try:
            value = options[parser.optionxform(name)]
        except KeyError:
            raise InterpolationMissingOptionError(option, section, rawval, parser.optionxform(name)) from None
        if value and '%' in value:
            self._resolve(parser, option, pieces, value, section, options, depth + 1)
        else:
            pieces.append(value or '')


class ExtendedInterpolation(_Referring):
    """'${name}' stands for an option, '${section:name}' for one of another section."""

    __module__ = 'configparser'
    _mark, _open, _close = '$', '{', '}'

    def _replace(self, parser, option, pieces, name, rest, section, options, depth, rawval):
        path = name.split(':')
        try:
            if len(path) == 1:
                where, value = section, options[parser.optionxform(name)]
                wanted = option
            elif len(path) == 2:
                where, wanted = path[0], parser.optionxform(path[1])
                value = parser.get(where, wanted, raw=True)
            else:
                raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, rawval, ':'.join(path)) from None
        if value and '$' in value:
            if len(path) == 2:
                options = dict(parser.items(where, raw=True))
            self._resolve(parser, wanted if len(path) == 2 else option, pieces, value, where, options, depth + 1)
        else:
            pieces.append(value or '')
