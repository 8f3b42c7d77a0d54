before = "set before the error"
raise ValueError("the module fails")
