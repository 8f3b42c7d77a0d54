# raise from prints both.
def load(name):
    try:
        return {}[name]
    except KeyError as error:
        raise ValueError(f"no setting {name!r}") from error


load("colour")
