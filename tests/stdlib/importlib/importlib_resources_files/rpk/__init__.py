from importlib.resources import files
own = files()
