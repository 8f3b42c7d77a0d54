# Addresses of all kinds and their properties.
from ipaddress import *
import ipaddress as I


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


for a in ['1.2.3.4', '0.0.0.0', '255.255.255.255', '1.2.3', '1.2.3.4.5', '1.2.3.256', '01.2.3.4', '1..2.3',
        'a.b.c.d', '', '1.2.3.4/24', ' 1.2.3.4', '1.2.3.4 ', '1.2.3.-4', '1.2.3.1234', '٣.1.1.1', 5, -1,
        2 ** 32, 2 ** 128, b'\x01\x02\x03\x04', b'\x01\x02\x03', None, 1.5, '::', '::1', '1::',
        '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '::1::2', '1:2:3:4:5:6:7::',
        '::2:3:4:5:6:7:8', '12345::', 'g::', '::1.2.3.4', '::ffff:1.2.3.4', '1:2:3:4:5:6:1.2.3.4', ':1',
        '1:', '::1%eth0', '::1%', 'fe80::1%a%b', '2001:db8::', '2002:102:304::', '2001:0:102:304::1',
        b'\x00' * 16, ':::', '1.2.3.4::', '::1/64', '::1.2.3', '1:::2', '0:0:0:0:0:0:0:0',
        '1:0:0:2:0:0:0:3', '1:2:0:3:4:5:6:7', 'ff02::1', 'fc00::1', 'fe80::', '64:ff9b::1.2.3.4',
        '1' * 40]:
    show(lambda: ip_address(a))
    show(lambda: IPv4Address(a))
    show(lambda: IPv6Address(a))
    show(lambda: str(ip_interface(a)))
    show(lambda: ip_network(a))

    def props():
        x = ip_address(a)
        return [(n, getattr(x, n)) for n in ('version', 'max_prefixlen', 'is_multicast', 'is_private',
                'is_global', 'is_unspecified', 'is_reserved', 'is_loopback', 'is_link_local', 'exploded',
                'compressed', 'packed', 'reverse_pointer')] + [getattr(x, n, '-') for n in ('is_site_local',
                'ipv4_mapped', 'sixtofour', 'teredo', 'scope_id', 'ipv6_mapped')]
    show(props)
    show(lambda: int(ip_address(a)))
    show(lambda: [format(ip_address(a), f) for f in ('', 's', 'b', 'x', 'n', 'X', '#x', '#_b', '_n', '#n')])
for a in ['10.0.0.1', '192.168.3.4', '172.16.0.1', '169.254.1.1', '127.0.0.1', '224.0.0.1', '240.0.0.1',
        '100.64.0.1', '198.18.0.1', '192.0.0.9', '192.0.2.1', '203.0.113.5', '8.8.8.8', '192.88.99.1',
        '192.0.0.170', '2001:db8::1', '2001:4:112::', '2001:1::1', '2001:20::', '3fff::', '5f00::',
        '100::1', '64:ff9b:1::1', '2002::', 'fec0::1', '2001::1', '::ffff:8.8.8.8', '::ffff:10.0.0.1',
        '4000::', 'fe00::1']:
    x = ip_address(a)
    show(lambda: (a, x.is_private, x.is_global, x.is_reserved, x.is_multicast, x.is_link_local, x.is_loopback,
            getattr(x, 'is_site_local', None)))
N = ip_network
n = N('10.0.0.0/29')
show(lambda: list(n))
show(lambda: list(n.hosts()))
show(lambda: list(N('10.0.0.0/31').hosts()))
show(lambda: list(N('10.0.0.0/32').hosts()))
show(lambda: list(N('::/126').hosts()))
show(lambda: list(N('::/127').hosts()))
show(lambda: list(N('::/128').hosts()))
show(lambda: n[0])
show(lambda: n[-1])
show(lambda: n[8])
show(lambda: n[-9])
show(lambda: ip_address('10.0.0.3') in n)
show(lambda: ip_address('::') in n)
show(lambda: '10.0.0.1' in n)
