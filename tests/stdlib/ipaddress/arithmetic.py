# Comparing, summarizing, subnets.
from ipaddress import *
import ipaddress as I


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


N = ip_network
n = N('10.0.0.0/29')
A = ip_address
show(lambda: A('1.2.3.4') >= A('1.2.3.4'))
show(lambda: n < N('10.0.0.0/30'))
show(lambda: n < N('::/0'))
show(lambda: n < A('1.1.1.1'))
show(lambda: A('1.1.1.1') < n)
show(lambda: n == N('10.0.0.0/29'))
show(lambda: n == 5)
show(lambda: sorted([ip_interface('1.1.1.1/8'), ip_interface('1.1.1.1/24'), ip_interface('1.1.1.0/24')]))
show(lambda: ip_interface('1.1.1.1/8') == ip_interface('1.1.1.1/9'))
show(lambda: ip_interface('1.1.1.1/32') == A('1.1.1.1'))
show(lambda: ip_interface('1.1.1.1/8') < A('1.1.1.1'))
show(lambda: A('1.1.1.1') < ip_interface('1.1.1.1/8'))
show(lambda: ip_interface('1.1.1.1/8') + 1)
show(lambda: ip_interface('::1%a/64'))
show(lambda: ip_interface('::1%a/64').scope_id)
show(lambda: list(summarize_address_range(A('1.1.1.0'), A('1.1.1.130'))))
show(lambda: list(summarize_address_range(A('1.1.1.1'), A('1.1.1.0'))))
show(lambda: list(summarize_address_range(A('1.1.1.1'), A('::'))))
show(lambda: list(summarize_address_range(n, n)))
show(lambda: list(collapse_addresses([N('1.1.0.0/24'), N('1.1.1.0/24'), A('1.1.2.0'), A('1.1.2.1')])))
show(lambda: list(collapse_addresses([A('1.1.1.1'), N('::/0')])))
show(lambda: list(collapse_addresses([A('1.1.1.1'), A('::')])))
show(lambda: list(collapse_addresses([N('10.0.0.0/8'), N('10.1.0.0/16')])))
show(lambda: sorted([A('1.1.1.1'), N('1.1.1.0/24'), A('::')], key=get_mixed_type_key))
show(lambda: get_mixed_type_key(5))
show(lambda: v4_int_to_packed(-1))
show(lambda: v6_int_to_packed(1))
show(lambda: v6_int_to_packed(-1))
show(lambda: v4_int_to_packed(1))
show(lambda: v4_int_to_packed(2 ** 33))
show(lambda: A('1.2.3.4').__reduce__()[1:])
show(lambda: n.__reduce__()[1:])
show(lambda: A('1.2.3.4').ipv6_mapped)
show(lambda: I.IPV4LENGTH + I.IPV6LENGTH)
show(lambda: format(A('1.2.3.4'), 'q'))
show(lambda: f"{A('1.2.3.4'):>10}")
show(lambda: f"{A('1.2.3.4'):>20s}")
show(lambda: ip_interface('1.2.3.4/24').exploded)
show(lambda: f'{n}')
show(lambda: ip_interface(5))
show(lambda: ip_network('é'))
show(lambda: ip_interface('q'))
show(lambda: list(n.subnets(0)))
