"""Configurations in files of sections and options.

Invariant: options are kept as they are in the files; what they stand for is worked out when they are asked for.
"""

from collections.abc import MutableMapping

from configparser._errors import (DuplicateOptionError, DuplicateSectionError, Error, InterpolationDepthError,
                                  InterpolationError, InterpolationMissingOptionError, InterpolationSyntaxError,
                                  InvalidWriteError, MAX_INTERPOLATION_DEPTH, MissingSectionHeaderError,
                                  MultilineContinuationError, NoOptionError, NoSectionError, ParsingError,
                                  UnnamedSectionDisabledError)
from configparser._interpolation import BasicInterpolation, ExtendedInterpolation, Interpolation
from configparser._lines import Reading as _Reading, Syntax as _Syntax

__all__ = ("NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "MultilineContinuationError", "UnnamedSectionDisabledError",
           "InvalidWriteError", "ConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation",
           "ExtendedInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH",
           "UNNAMED_SECTION")

DEFAULTSECT = 'DEFAULT'


class _Unnamed:
    """The name of the section without a name."""

    def __repr__(self):
        return '<UNNAMED_SECTION>'


UNNAMED_SECTION = _Unnamed()
_UNSET = object()


class _Expression:
    """An expression that is compiled when someone asks for it."""

    def __init__(self, text):
        self.text = text

    def __get__(self, instance, owner=None):
        import re
        return re.compile(self.text, re.VERBOSE)


class RawConfigParser(MutableMapping):
    """Reads, changes and writes configurations, and takes values as they are."""

    SECTCRE = _Expression(r'\[ (?P<header>.+) \]')
    OPTCRE = _Expression(r'(?P<option>.*?) \s* (?: (?P<vi>=|:) \s* (?P<value>.*) )$')
    OPTCRE_NV = _Expression(r'(?P<option>.*?) \s* (?: (?P<vi>=|:) \s* (?P<value>.*) )?$')
    NONSPACECRE = _Expression(r'\S')
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True,
                      '0': False, 'no': False, 'false': False, 'off': False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                 comment_prefixes=('#', ';'), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET, allow_unnamed_section=False):
        self._dict = dict_type
        self._sections, self._defaults, self._proxies = dict_type(), dict_type(), dict_type()
        self.default_section = default_section
        self._converters = ConverterMapping(self)
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._syntax = _Syntax(delimiters, comment_prefixes, inline_comment_prefixes, strict, empty_lines_in_values,
                               allow_no_value, UNNAMED_SECTION if allow_unnamed_section else None)
        self._take_expressions()
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        if interpolation is None:
            interpolation = Interpolation()
        if not isinstance(interpolation, Interpolation):
            raise TypeError('interpolation= must be None or an instance of Interpolation; '
                            f'got an object of type {type(interpolation)}')
        self._interpolation = interpolation
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    def _take_expressions(self):
        """Goes by a subclass's own expressions, where it has some."""
        for name, field in (('SECTCRE', 'section_expression'),
                            ('OPTCRE_NV' if self._syntax.allow_no_value else 'OPTCRE', 'option_expression')):
            for cls in type(self).__mro__:
                if name in vars(cls):
                    if cls is not RawConfigParser:
                        setattr(self._syntax, field, vars(cls)[name])
                    break

    def _new_section(self, name):
        self._sections[name] = self._dict()
        self._proxies[name] = SectionProxy(self, name)

    def defaults(self):
        """The options that every section has."""
        return self._defaults

    def sections(self):
        """The names of the sections, without the default one."""
        return list(self._sections)

    def add_section(self, section):
        """Makes a section."""
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        if section is UNNAMED_SECTION and self._syntax.unnamed is None:
            raise UnnamedSectionDisabledError
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._new_section(section)

    def has_section(self, section):
        """True if there is a section of that name."""
        return section in self._sections

    def options(self, section):
        """The names of a section's options, with the defaults."""
        if section not in self._sections:
            raise NoSectionError(section) from None
        return list({**self._sections[section], **self._defaults})

    def read(self, filenames, encoding=None):
        """Reads files, leaves out those that can't be opened, and gives the names of the others."""
        import os
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            done.append(os.fspath(name) if isinstance(name, os.PathLike) else name)
        return done

    def read_file(self, f, source=None):
        """Reads from an open file, or from other lines."""
        if source is None:
            source = getattr(f, 'name', '<???>')
        self._read(f, source)

    def read_string(self, string, source='<string>'):
        """Reads from text."""
        from io import StringIO
        self.read_file(StringIO(string), source)

    def _read(self, lines, source):
        _Reading(self, source, self._syntax).read(lines)

    def read_dict(self, dictionary, source='<dict>'):
        """Reads from dicts of options by section."""
        seen = set()
        strict = self._syntax.strict
        for section, options in dictionary.items():
            try:
                self.add_section(section if section is UNNAMED_SECTION else (section := str(section)))
            except (DuplicateSectionError, ValueError):
                if strict and section in seen:
                    raise
            seen.add(section)
            for key, value in options.items() if hasattr(options, 'items') else options:
                key = self.optionxform(str(key))
                if strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, value if value is None else str(value))

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value

    def _layers(self, section, vars):
        """The options of a section from what counts least to what counts most."""
        try:
            own = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
            own = {}
        if not vars:
            return {**self._defaults, **own}
        given = {self.optionxform(key): value if value is None else str(value) for key, value in vars.items()}
        return {**self._defaults, **own, **given}

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """The value of an option."""
        if fallback is not _UNSET and section != self.default_section and section not in self._sections:
            return fallback
        options = self._layers(section, vars)
        name = self.optionxform(option)
        if name in options:
            found = options[name]
            return found if raw or found is None else self._interpolation.before_get(self, section, name, found,
                                                                                     options)
        if fallback is _UNSET:
            raise NoOptionError(name, section) from None
        return fallback

    def _converted(self, section, convert, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            value = self.get(section, option, raw=raw, vars=vars, **kwargs)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return convert(value)

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """The value as an integer."""
        return self._converted(section, int, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """The value as a float."""
        return self._converted(section, float, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """The value as true or false."""
        return self._converted(section, self._convert_to_boolean, option, raw=raw, vars=vars, fallback=fallback,
                               **kwargs)

    def _convert_to_boolean(self, value):
        try:
            return self.BOOLEAN_STATES[value.lower()]
        except KeyError:
            raise ValueError(f'Not a boolean: {value}') from None

    def items(self, section=_UNSET, raw=False, vars=None):
        """The sections, or the options of one and their values."""
        if section is _UNSET:
            return super().items()
        options = {**self._defaults}
        if section in self._sections:
            options.update(self._sections[section])
        elif section != self.default_section:
            raise NoSectionError(section) from None
        names = list(options)
        for key, value in (vars or {}).items():
            options[self.optionxform(key)] = value
        if raw:
            return [(name, options[name]) for name in names]
        change = self._interpolation.before_get
        return [(name, options[name] if options[name] is None else
                 change(self, section, name, options[name], options)) for name in names]

    def popitem(self):
        """Takes the first section away and gives its name and the section."""
        first = next(iter(self._sections), _UNSET)
        if first is _UNSET:
            raise KeyError
        proxy = self._proxies[first]
        self.remove_section(first)
        return first, proxy

    def optionxform(self, optionstr):
        """What the name of an option is kept as."""
        return optionstr.lower()

    def has_option(self, section, option):
        """True if a section has an option, or the defaults have it."""
        own = self._own(section)
        if own is None:
            return False
        name = self.optionxform(option)
        return name in own or name in self._defaults

    def set(self, section, option, value=None):
        """Sets an option."""
        kept = self._interpolation.before_set(self, section, option, value) if value else value
        self._own_or_fail(section)[self.optionxform(option)] = kept

    def _own(self, section):
        """A section's own options, or None if there is no such section; no name means the defaults."""
        if section and section != self.default_section:
            return self._sections.get(section)
        return self._defaults

    def _own_or_fail(self, section):
        own = self._own(section)
        if own is None:
            raise NoSectionError(section) from None
        return own

    def write(self, fp, space_around_delimiters=True):
        """Writes all sections into a file."""
        mark = self._syntax.delimiters[0]
        if space_around_delimiters:
            mark = f' {mark} '
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), mark)
        if UNNAMED_SECTION in self._sections and self._sections[UNNAMED_SECTION]:
            self._write_section(fp, UNNAMED_SECTION, self._sections[UNNAMED_SECTION].items(), mark)
        for name, options in self._sections.items():
            if name is not UNNAMED_SECTION:
                self._write_section(fp, name, options.items(), mark)

    def _write_section(self, fp, name, options, mark):
        if name is not UNNAMED_SECTION:
            fp.write(f'[{name}]\n')
        for key, value in options:
            self._check_key(key)
            value = self._interpolation.before_write(self, name, key, value)
            if value is not None or not self._syntax.allow_no_value:
                lines = str(value).replace('\r\n', '\n').replace('\r', '\n').replace('\n', '\n\t')
                fp.write(f'{key}{mark}{lines}\n')
            else:
                fp.write(key + '\n')
        fp.write('\n')

    def _check_key(self, key):
        if key and self._syntax.header(key):
            raise InvalidWriteError(f'Cannot write key {key}; begins with section pattern')
        for mark in self._syntax.delimiters:
            if mark in key:
                raise InvalidWriteError(f'Cannot write key {key}; contains delimiter {mark}')

    def remove_option(self, section, option):
        """Removes an option; true if it was there."""
        own = self._own_or_fail(section)
        count = len(own)
        own.pop(self.optionxform(option), None)
        return len(own) < count

    def remove_section(self, section):
        """Removes a section; true if it was there."""
        if section not in self._sections:
            return False
        for kept in (self._sections, self._proxies):
            kept.pop(section)
        return True

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if self._proxies.get(key) is not value:
            own = self._own(key)
            if own is not None:
                own.clear()
            self.read_dict({key: value})

    def __delitem__(self, key):
        gone = key != self.default_section and self.remove_section(key)
        if not gone:
            raise KeyError(key) if key != self.default_section else ValueError('Cannot remove the default section.')

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections

    @property
    def converters(self):
        """The converters behind the methods whose names begin with 'get'."""
        return self._converters


class ConfigParser(RawConfigParser):
    """Reads, changes and writes configurations whose values are text and may stand for others."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def _check_types(self, option='', value=''):
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        if (not self._syntax.allow_no_value or value) and not isinstance(value, str):
            raise TypeError('option values must be strings')

    def set(self, section, option, value=None):
        """Sets an option to a text."""
        self._check_types(option, value)
        super().set(section, option, value)

    def add_section(self, section):
        """Makes a section."""
        if not isinstance(section, str) and section is not UNNAMED_SECTION:
            raise TypeError('section names must be strings or UNNAMED_SECTION')
        super().add_section(section)

    def _read_defaults(self, defaults):
        # Defaults take no part in interpolation while they are read.
        kept, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = kept


class SectionProxy(MutableMapping):
    """A section as a mapping."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for key in parser.converters:
            self._add_getter('get' + key)

    def _add_getter(self, name):
        method = getattr(self._parser, name)

        def getter(option, fallback=None, *, raw=False, vars=None, **kwargs):
            return method(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)
        setattr(self, name, getter)

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        check = getattr(self._parser, '_check_types', None)
        if check is not None:
            check(key, value)
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        parser = self._parser
        if not (parser.has_option(self._name, key) and parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def _options(self):
        parser = self._parser
        return list(parser.defaults()) if self._name == parser.default_section else parser.options(self._name)

    @property
    def parser(self):
        """The parser the section belongs to."""
        return self._parser

    @property
    def name(self):
        """The name of the section."""
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        """The value of an option, or the fallback."""
        get = self._parser.get if _impl is None else _impl
        return get(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """The converters of a parser by name; each is a method of the parser and of its sections."""

    def __init__(self, parser):
        self._parser = parser
        self._known = {}
        for name in dir(parser):
            if len(name) > 3 and name.startswith('get') and callable(getattr(parser, name)):
                self._known[name[3:]] = None

    def __getitem__(self, key):
        return self._known[key]

    def __setitem__(self, key, value):
        if not key:
            raise ValueError('Incompatible key: cannot use "" as a name')
        name, parser = 'get' + key, self._parser

        def method(section, option, **kwargs):
            return parser._converted(section, value, option, **kwargs)
        method.converter = value
        self._known[key] = value
        setattr(parser, name, method)
        for proxy in parser._proxies.values():
            proxy._add_getter(name)

    def __delitem__(self, key):
        del self._known[key]
        name = 'get' + key
        for owner in (self._parser, *self._parser._proxies.values()):
            try:
                delattr(owner, name)
            except AttributeError:
                # A method of a class stays.
                continue

    def __iter__(self):
        return iter(self._known)

    def __len__(self):
        return len(self._known)
