name = "tax"
