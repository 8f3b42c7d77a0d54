# An error while handling another.
def handle():
    try:
        1 / 0
    except ZeroDivisionError:
        undefined_function()


handle()
