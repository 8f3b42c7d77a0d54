"""Line ends: `\n`, `\r` and `\r\n`, as they are read."""

_LF, _CR, _CRLF = 1, 2, 4
_SEEN = (None, "\n", "\r", ("\r", "\n"), "\r\n", ("\n", "\r\n"), ("\r", "\r\n"), ("\r", "\n", "\r\n"))


class IncrementalNewlineDecoder:
    """Decodes piece by piece with a decoder (none for text), notes the line ends and makes them `\n` where it is told to."""

    __module__ = "_io"

    def __init__(self, decoder, translate, errors="strict"):
        self._decoder, self._translates, self.errors = decoder, translate, errors
        self._pending, self._seen = False, 0

    def decode(self, input, final=False):
        """The text of the next piece."""
        text = input if self._decoder is None else self._decoder.decode(input, final)
        if self._pending and (text or final):
            text, self._pending = "\r" + text, False
        # What may be the first half of a pair waits for the second.
        if text.endswith("\r") and not final:
            text, self._pending = text[:-1], True
        return self._note(text)

    def _note(self, text):
        if "\r" not in text:
            if not self._seen & _LF and "\n" in text:
                self._seen |= _LF
            return text
        pairs = text.count("\r\n")
        if pairs:
            self._seen |= _CRLF
        if text.count("\r") > pairs:
            self._seen |= _CR
        if text.count("\n") > pairs:
            self._seen |= _LF
        if self._translates:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    @property
    def newlines(self):
        """The line ends that were seen."""
        return _SEEN[self._seen]

    def getstate(self):
        """What `setstate` takes."""
        data, flag = (b"", 0) if self._decoder is None else self._decoder.getstate()
        return data, flag << 1 | self._pending

    def setstate(self, state, /):
        """Goes on from a state."""
        data, flag = state
        self._pending = bool(flag & 1)
        if self._decoder is not None:
            self._decoder.setstate((data, flag >> 1))

    def reset(self):
        """Begins anew."""
        self._pending, self._seen = False, 0
        if self._decoder is not None:
            self._decoder.reset()
