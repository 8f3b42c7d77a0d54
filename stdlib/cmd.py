"""A loop that reads lines and hands each to the method of its command.

Invariant: a command NAME is the method do_NAME, its help the method help_NAME or the docstring.
"""

__all__ = ["Cmd"]


def _clean(doc):
    """A docstring without the indentation of its code and without blank lines around it."""
    first, *rest = doc.expandtabs().split('\n')
    margin = min([len(line) - len(line.lstrip()) for line in rest if line.strip()], default=0)
    return '\n'.join([first.lstrip(), *[line[margin:] for line in rest]]).strip('\n')


class Cmd:
    """The base of interpreters of commands."""

    prompt = '(Cmd) '
    identchars = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_'
    ruler = '='
    lastcmd = ''
    intro = None
    doc_leader = ''
    doc_header = 'Documented commands (type help <topic>):'
    misc_header = 'Miscellaneous help topics:'
    undoc_header = 'Undocumented commands:'
    nohelp = '*** No help on %s'
    use_rawinput = 1

    def __init__(self, completekey='tab', stdin=None, stdout=None):
        import sys
        self.stdin = sys.stdin if stdin is None else stdin
        self.stdout = sys.stdout if stdout is None else stdout
        self.cmdqueue = []
        self.completekey = completekey

    def cmdloop(self, intro=None):
        """Reads and runs commands until one of them tells to stop."""
        self.preloop()
        restore = self._bind_key() if self.use_rawinput and self.completekey else None
        try:
            if intro is not None:
                self.intro = intro
            if self.intro:
                self.stdout.write(str(self.intro) + '\n')
            stop = None
            while not stop:
                line = self.precmd(self.cmdqueue.pop(0) if self.cmdqueue else self._read())
                stop = self.postcmd(self.onecmd(line), line)
            self.postloop()
        finally:
            if restore:
                restore()

    def _read(self):
        """The next line that the user types; at the end of the input the command EOF."""
        if self.use_rawinput:
            try:
                return input(self.prompt)
            except EOFError:
                return 'EOF'
        self.stdout.write(self.prompt)
        self.stdout.flush()
        line = self.stdin.readline()
        return line.rstrip('\r\n') if line else 'EOF'

    def _bind_key(self):
        """Lets the key complete words, where lines can be edited; gives the function that undoes it."""
        try:
            import readline
        except ImportError:
            return None
        before = readline.get_completer()
        readline.set_completer(self.complete)
        if getattr(readline, 'backend', '') == 'editline':
            key = '^I' if self.completekey == 'tab' else self.completekey
            readline.parse_and_bind(f'bind {key} rl_complete')
        else:
            readline.parse_and_bind(f'{self.completekey}: complete')
        return lambda: readline.set_completer(before)

    def precmd(self, line):
        """Called with each line before it is run; gives the line to run."""
        return line

    def postcmd(self, stop, line):
        """Called after each command; tells whether to stop."""
        return stop

    def preloop(self):
        """Called once before the loop."""

    def postloop(self):
        """Called once after the loop."""

    def parseline(self, line):
        """Gives the command, its arguments and the line; None for what cannot be told."""
        line = line.strip()
        if line[:1] == '?':
            line = 'help ' + line[1:]
        elif line[:1] == '!':
            if not hasattr(self, 'do_shell'):
                return None, None, line
            line = 'shell ' + line[1:]
        elif not line:
            return None, None, line
        end = 0
        while end < len(line) and line[end] in self.identchars:
            end += 1
        return line[:end], line[end:].strip(), line

    def onecmd(self, line):
        """Runs one line; gives whether to stop."""
        command, argument, line = self.parseline(line)
        if not line:
            return self.emptyline()
        if command is None:
            return self.default(line)
        self.lastcmd = '' if line == 'EOF' else line
        method = getattr(self, 'do_' + command, None) if command else None
        return self.default(line) if method is None else method(argument)

    def emptyline(self):
        """Called for an empty line: runs the last command again."""
        if self.lastcmd:
            return self.onecmd(self.lastcmd)

    def default(self, line):
        """Called for a line whose command is not known."""
        self.stdout.write(f'*** Unknown syntax: {line}\n')

    def get_names(self):
        """Lists the names of the class and of its bases."""
        return dir(self.__class__)

    def do_help(self, arg):
        # Shown to the user by "help help".
        'List available commands with "help" or detailed help with "help cmd".'
        if not arg:
            self._list_help()
            return
        method = getattr(self, 'help_' + arg, None)
        if method is not None:
            method()
            return
        command = getattr(self, 'do_' + arg, None)
        text = _clean(command.__doc__ or '') if command is not None else ''
        self.stdout.write(f'{text or str(self.nohelp % (arg,))}\n')

    def _list_help(self):
        names = self.get_names()
        topics = {name[5:] for name in names if name.startswith('help_')}
        documented, undocumented = [], []
        for name in sorted({name for name in names if name.startswith('do_')}):
            command = name[3:]
            if command in topics:
                topics.remove(command)
                documented.append(command)
            else:
                (documented if getattr(self, name).__doc__ else undocumented).append(command)
        self.stdout.write(f'{self.doc_leader}\n')
        self.print_topics(self.doc_header, documented, 15, 80)
        self.print_topics(self.misc_header, sorted(topics), 15, 80)
        self.print_topics(self.undoc_header, undocumented, 15, 80)

    def print_topics(self, header, cmds, cmdlen, maxcol):
        """Writes a header, ruled off, and names in columns below; nothing without names."""
        if cmds:
            lines = [header, self.ruler * len(header)] if self.ruler else [header]
            self.stdout.write('\n'.join(lines) + '\n')
            self.columnize(cmds, maxcol - 1)
            self.stdout.write('\n')

    def columnize(self, list, displaywidth=80):
        """Writes strings in as few rows as a width allows, one column after the other."""
        if not list:
            self.stdout.write('<empty>\n')
            return
        wrong = [str(number) for number, item in enumerate(list) if not isinstance(item, str)]
        if wrong:
            raise TypeError('list[i] not a string for i in ' + ', '.join(wrong))
        size = len(list)
        for rows in range(1, size + 1):
            columns = [list[start:start + rows] for start in range(0, size, rows)]
            widths = [max(map(len, column)) for column in columns]
            if sum(widths) + 2 * (len(widths) - 1) <= displaywidth:
                break
        if rows == size:
            # One below another: nothing to align.
            widths = [0]
        for row in range(rows):
            cells = [column[row].ljust(width) for column, width in zip(columns, widths) if row < len(column)]
            while cells and not cells[-1].strip(' '):
                cells.pop()
            self.stdout.write('  '.join(cells) + '\n')

    def completedefault(self, *ignored):
        """Completes the arguments of commands without a complete_ method: nothing."""
        return []

    def completenames(self, text, *ignored):
        """Lists the commands that begin with text."""
        return [name[3:] for name in self.get_names() if name.startswith('do_' + text)]

    def complete(self, text, state):
        """Gives the completion number `state` of text; asked for number 0 it finds them all."""
        if state == 0:
            import readline
            typed = readline.get_line_buffer()
            line = typed.lstrip()
            cut = len(typed) - len(line)
            begin, end = readline.get_begidx() - cut, readline.get_endidx() - cut
            finder = self.completenames
            if begin > 0:
                command = self.parseline(line)[0]
                finder = getattr(self, 'complete_' + command, None) if command else None
                finder = finder or self.completedefault
            self.completion_matches = finder(text, line, begin, end)
        return self.completion_matches[state] if state < len(self.completion_matches) else None

    def complete_help(self, *args):
        """Completes the argument of help: commands and topics."""
        topics = [name[5:] for name in self.get_names() if name.startswith('help_' + args[0])]
        return list(set(self.completenames(*args)) | set(topics))
