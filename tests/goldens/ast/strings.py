'a' "b" r'\n' '\n\x41\u00e9\U0001F600\101\7\q\
continued'
b'a' b'\xff\0' rb'\x'
f'' 'a' f'b{c}' 'd'
f'{x}{y!r:>{w}.{p}}{z=}{z = }{z=:5}{z=!s}'
f'{{literal}} {x:%Y-%m-%d} {a, b} {yield_} {*a, b}'
f'''{
    x  # comment
}'''
f"{f'{f"{1}"}'}"
rf'\d{x}\n'
t'a{x}b{y!r:{z}}' t'c'
f'{x:}'
f'{a["b"]:{"c"}}'
'it''s'
'''line 1
line 2'''
t'{ x } {y =} { z !r:>{x}} {w=:5} {v # c
}'
