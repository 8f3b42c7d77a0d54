'a' "b" '''c
d''' r'\n' Rb'\x' u'é' f'' f'a{b}c' rf'\d{x}\{y}' t'{z!r}'
f'{{}} {a:{b}.{c}} {d=!s:>{w}} {e!r}'
f"{f'{f"{x}"}'}" f'''
{
  y  # comment
}
'''
f'{x:=5} {(x:=5)} {x!=y} {d["k"]} {lambda_} {x:%H:%M} {x:a{{b}}c}'
f'\N{DASH} \{x} {{' 'it\'s' "\\"
