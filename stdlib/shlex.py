"""Splits text into words as a Unix shell does, and quotes words for a shell.

Invariant: `state` is ' ' between tokens, 'a' in a word, 'c' in a run of punctuation, the very character in quotes and
after an escape, and None when the text is at its end.
"""

__all__ = ["shlex", "split", "quote", "join"]

_HARMLESS = b'%+,-./0123456789:=@_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'


class _Text:
    """A string to be read like a file."""

    def __init__(self, text):
        self.text, self.at = text, 0

    def read(self, size):
        start = self.at
        self.at = start + size
        return self.text[start:start + size]

    def readline(self):
        start = self.at
        end = self.text.find('\n', start) + 1
        self.at = end or len(self.text)
        return self.text[start:self.at]

    def close(self):
        self.text = ''


class shlex:
    """Reads tokens from a string or a stream."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if instream is None:
            import sys
            instream = sys.stdin
        elif isinstance(instream, str):
            instream = _Text(instream)
        self.instream, self.infile, self.lineno = instream, infile, 1
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters, self.whitespace, self.whitespace_split = '#', ' \t\r\n', False
        self.quotes, self.escape, self.escapedquotes = '\'"', '\\', '"'
        self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
        if posix:
            self.wordchars += 'ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ'
        self._punctuation = '();<>|&' if punctuation_chars is True else punctuation_chars or ''
        if self._punctuation:
            # Words may hold what names of files, wildcards and options need.
            self.wordchars = ''.join([char for char in self.wordchars + '~-./*?=' if char not in self._punctuation])
        self.debug, self.token, self.state, self.source = 0, '', ' ', None
        self.pushback, self.filestack = [], []
        self._unread = []

    @property
    def punctuation_chars(self):
        """The characters whose runs are tokens of their own."""
        return self._punctuation

    def push_token(self, tok):
        """Puts a token back, to be the next."""
        if self.debug >= 1:
            print("shlex: pushing token " + repr(tok))
        self.pushback.insert(0, tok)

    def push_source(self, newstream, newfile=None):
        """Reads from another source until that ends."""
        if isinstance(newstream, str):
            newstream = _Text(newstream)
        self.filestack.append((self.infile, self.instream, self.lineno))
        self.infile, self.instream, self.lineno = newfile, newstream, 1
        if self.debug:
            print(f'shlex: pushing to file {newfile}' if newfile is not None
                  else f'shlex: pushing to stream {newstream}')

    def pop_source(self):
        """Goes back to the source from before push_source()."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.pop()
        self.state = ' '
        if self.debug:
            print(f'shlex: popping to {self.instream}, line {self.lineno}')

    def get_token(self):
        """Gives the next token, which may be one put back or one of an included file."""
        if self.pushback:
            token = self.pushback.pop(0)
            if self.debug >= 1:
                print("shlex: popping token " + repr(token))
            return token
        token = self.read_token()
        while self.source is not None and token == self.source:
            found = self.sourcehook(self.read_token())
            if found:
                self.push_source(found[1], found[0])
            token = self.get_token()
        while token == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            token = self.get_token()
        if self.debug >= 1:
            print("shlex: token=" + (repr(token) if token != self.eof else 'EOF'))
        return token

    def read_token(self):
        """Reads the next token from the source, whatever was put back."""
        self._was_quoted, self._behind_escape = False, ' '
        while True:
            char = self._unread.pop() if self._unread else self.instream.read(1)
            if char == '\n':
                self.lineno += 1
            state = self.state
            if self.debug >= 3:
                print(f"shlex: in state {state!r} I see character: {char!r}")
            if state is None:
                self.token = ''
                break
            if state == ' ':
                complete = self._between(char)
            elif state in self.quotes:
                complete = self._in_quotes(char)
            elif state in self.escape:
                complete = self._escaped(char)
            else:
                complete = self._in_word(char)
            if complete:
                break
        token, self.token = self.token, ''
        if self.posix and not token and not self._was_quoted:
            token = None
        if self.debug > 1:
            print("shlex: raw token=" + (repr(token) if token else 'EOF'))
        return token

    def _tell(self, what):
        if self.debug >= 2:
            print('shlex: I see ' + what)

    def _end(self):
        """Ends the token if there is one; one of quotes may be empty."""
        self.state = ' '
        return bool(self.token) or self.posix and self._was_quoted

    def _skip_line(self):
        self.instream.readline()
        self.lineno += 1

    def _between(self, char):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            self._tell("whitespace in whitespace state")
            return self._end()
        if char in self.commenters:
            self._skip_line()
        elif self.posix and char in self.escape:
            self._behind_escape, self.state = 'a', char
        elif char in self.wordchars:
            self.token, self.state = char, 'a'
        elif char in self._punctuation:
            self.token, self.state = char, 'c'
        elif char in self.quotes:
            if not self.posix:
                self.token = char
            self.state = char
        else:
            self.token = char
            if not self.whitespace_split:
                return self._end()
            self.state = 'a'
        return False

    def _in_quotes(self, char):
        self._was_quoted = True
        if not char:
            self._tell("EOF in quotes state")
            raise ValueError("No closing quotation")
        if char == self.state:
            if not self.posix:
                self.token += char
                self.state = ' '
                return True
            self.state = 'a'
        elif self.posix and char in self.escape and self.state in self.escapedquotes:
            self._behind_escape, self.state = self.state, char
        else:
            self.token += char
        return False

    def _escaped(self, char):
        if not char:
            self._tell("EOF in escape state")
            raise ValueError("No escaped character")
        # In quotes only the quotes and the escape itself can be escaped.
        if self._behind_escape in self.quotes and char != self.state and char != self._behind_escape:
            self.token += self.state
        self.token += char
        self.state = self._behind_escape
        return False

    def _in_word(self, char):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            self._tell("whitespace in word state")
            return self._end()
        if char in self.commenters:
            self._skip_line()
            return self.posix and self._end()
        if self.state == 'c':
            if char not in self._punctuation:
                self._unread.append(char)
                self.state = ' '
                return True
            self.token += char
        elif self.posix and char in self.quotes:
            self.state = char
        elif self.posix and char in self.escape:
            self._behind_escape, self.state = 'a', char
        elif (char in self.wordchars or char in self.quotes
              or self.whitespace_split and char not in self._punctuation):
            self.token += char
        else:
            if self._punctuation:
                self._unread.append(char)
            else:
                self.pushback.insert(0, char)
            self._tell("punctuation in word state")
            return self._end()
        return False

    def sourcehook(self, newfile):
        """Opens a file that the text includes: gives its name and stream."""
        from os import path
        name = newfile[1:-1] if newfile[0] == '"' else newfile
        if isinstance(self.infile, str):
            # A relative name starts from the including file; join() leaves an absolute one alone.
            name = path.join(path.dirname(self.infile), name)
        return name, open(name)

    def error_leader(self, infile=None, lineno=None):
        """Gives the beginning of a message in the form that editors understand."""
        infile = self.infile if infile is None else infile
        lineno = self.lineno if lineno is None else lineno
        return f'"{infile}", line {lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        if (token := self.get_token()) != self.eof:
            return token
        raise StopIteration


def split(s, comments=False, posix=True):
    """Splits a string into words as a shell does."""
    if s is None:
        raise ValueError("s argument must not be None")
    words = shlex(s, posix=posix)
    words.whitespace_split, words.commenters = True, '#' if comments else ''
    return list(words)


def join(split_command):
    """Makes one command line of words, each quoted where a shell needs it."""
    return ' '.join(map(quote, split_command))


def quote(s):
    """Makes a string one word for a shell."""
    if s and not isinstance(s, str):
        raise TypeError(f"expected string object, got {type(s).__name__!r}")
    # A word is harmless if nothing is left of it without the harmless characters.
    if s and s.isascii() and not s.encode().translate(None, _HARMLESS):
        return s
    return "'{}'".format((s or '').replace("'", "'\"'\"'"))
