print(bytes([0x80, 0x9f]).decode("cp1252"), "é".encode("cp1252"))
