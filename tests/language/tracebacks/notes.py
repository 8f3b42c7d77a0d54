# Notes stand below the message, one line each.
error = ValueError("bad\nvalue")
error.add_note("while reading line 3")
error.add_note("two\nlines")
raise error
