"""A module that other scripts import."""
print("_counter runs")
count = 0
_hidden = "hidden"


def add(n=1):
    global count
    count += n
    return count


class Thing:
    pass
