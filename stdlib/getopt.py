"""Parses command lines in the manner of C's getopt().

Invariant: arguments are looked at from left to right, and each once.
"""

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    """An option that is not known, or not used as declared."""

    opt = ''
    msg = ''

    def __init__(self, msg, opt=''):
        super().__init__(msg, opt)
        self.msg, self.opt = msg, opt

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Gives the list of options and values, and the arguments from the first that is no option."""
    options, _, rest = _parse(args, shortopts, longopts, 'first')
    return options, rest


def gnu_getopt(args, shortopts, longopts=[]):
    """Does what getopt() does, but finds options between other arguments too."""
    way = 'anywhere'
    if shortopts.startswith('-'):
        way, shortopts = 'in order', shortopts[1:]
    elif shortopts.startswith('+'):
        way, shortopts = 'first', shortopts[1:]
    elif _is_posix():
        way = 'first'
    options, others, rest = _parse(args, shortopts, longopts, way)
    return options, others + list(rest)


def _is_posix():
    try:
        from os import environ
    except ImportError:
        return False
    return bool(environ.get('POSIXLY_CORRECT'))


def _parse(args, shortopts, longopts, way):
    """Options, the other arguments met between them, and the arguments that were not looked at."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    options, others, at = [], [], 0
    while at < len(args):
        arg = args[at]
        if arg == '--':
            at += 1
            break
        if arg == '-' or not arg.startswith('-'):
            if way == 'first':
                break
            others.append(arg)
            at += 1
            continue
        if way == 'in order' and others:
            options.append((None, others))
            others = []
        at += 1
        if arg.startswith('--'):
            at = _long(options, arg[2:], longopts, args, at)
        else:
            at = _short(options, arg[1:], shortopts, args, at)
    return options, others, args[at:]


def _value(name, args, at):
    """The argument that belongs to an option."""
    if at == len(args):
        raise GetoptError(f'option {name} requires argument', name.lstrip('-'))
    return args[at]


def _short(options, letters, shortopts, args, at):
    """Reads a group of short options; gives the place behind what belongs to them."""
    while letters:
        letter, letters = letters[0], letters[1:]
        declared = -1 if letter == ':' else shortopts.find(letter)
        if declared < 0:
            raise GetoptError(f'option -{letter} not recognized', letter)
        value = ''
        if shortopts.startswith(':', declared + 1):
            if not letters and not shortopts.startswith('::', declared + 1):
                letters = _value('-' + letter, args, at)
                at += 1
            value, letters = letters, ''
        options.append(('-' + letter, value))
    return at


def _long(options, text, longopts, args, at):
    """Reads a long option; gives the place behind what belongs to it."""
    name, given, value = text.partition('=')
    name, takes = _declared(name, longopts)
    if given and not takes:
        raise GetoptError(f'option --{name} must not have an argument', name)
    if takes == '=' and not given:
        value = _value('--' + name, args, at)
        at += 1
    options.append(('--' + name, value))
    return at


def _declared(name, longopts):
    """The full name of a long option, and '=' or '=?' if it takes or may take a value."""
    similar = [option for option in longopts if option.startswith(name)]
    if not similar:
        raise GetoptError(f'option --{name} not recognized', name)
    for takes in ('', '=', '=?'):
        if name + takes in similar:
            return name, takes
    if len(similar) > 1:
        raise GetoptError(f"option --{name} not a unique prefix; possible options: {', '.join(similar)}", name)
    for takes in ('=?', '='):
        if similar[0].endswith(takes):
            return similar[0].removesuffix(takes), takes
    return similar[0], ''
