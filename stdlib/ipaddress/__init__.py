"""Addresses and networks of the internet protocol, versions 4 and 6.

Invariant: an address is a number and a version, a network its first address and the length of its prefix; none of them
changes.
"""

import functools

from ipaddress import _parsing
from ipaddress._parsing import AddressValueError, NetmaskValueError

IPV4LENGTH = 32
IPV6LENGTH = 128


def _either(value, kinds, what):
    for kind in kinds:
        try:
            return kind(value)
        except (AddressValueError, NetmaskValueError):
            continue
    raise ValueError(f'{value!r} does not appear to be an IPv4 or IPv6 {what}')


def ip_address(address):
    """The address, of whichever version."""
    return _either(address, (IPv4Address, IPv6Address), 'address')


def ip_network(address, strict=True):
    """The network, of whichever version."""
    return _either(address, (lambda value: IPv4Network(value, strict), lambda value: IPv6Network(value, strict)),
                   'network')


def ip_interface(address):
    """The interface, of whichever version."""
    return _either(address, (IPv4Interface, IPv6Interface), 'interface')


def _packed(number, size, version):
    try:
        return number.to_bytes(size)
    except OverflowError:
        raise ValueError(f'Address negative or too large for IPv{version}') from None


def v4_int_to_packed(address):
    """The four bytes of a number."""
    return _packed(address, 4, 4)


def v6_int_to_packed(address):
    """The sixteen bytes of a number."""
    return _packed(address, 16, 6)


def _mixed(one, other, what='version'):
    return TypeError(f'{one} and {other} are not of the same {what}')


def summarize_address_range(first, last):
    """The networks that make up exactly the addresses from one to another."""
    if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise _mixed(first, last)
    if first > last:
        raise ValueError('last IP address must be greater than first')
    start, end, bits = first._ip, last._ip, first.max_prefixlen
    network = IPv4Network if first.version == 4 else IPv6Network
    while start <= end:
        # As many addresses as the start is a multiple of, and as fit.
        free = (start & -start).bit_length() - 1 if start else bits
        free = min(free, (end - start + 1).bit_length() - 1)
        yield network((start, bits - free))
        start += 1 << free


def collapse_addresses(addresses):
    """The fewest networks that hold the same addresses."""
    ranges, alone, networks = [], [], []
    for item in addresses:
        kind = alone if isinstance(item, _BaseAddress) else networks
        if kind and item.version != kind[-1].version:
            raise _mixed(item, kind[-1])
        kind.append(item)
        if kind is alone:
            ranges.append((item._ip, item._ip))
        else:
            ranges.append((item.network_address._ip, item.broadcast_address._ip))
    if alone and networks and alone[0].version != networks[0].version:
        raise _mixed(ip_network(str(getattr(alone[0], 'ip', alone[0]))), networks[0])
    return _collapsed(ranges, (alone or networks or [None])[0])


def _collapsed(ranges, sample):
    address = None if sample is None else IPv4Address if sample.version == 4 else IPv6Address
    ranges.sort()
    joined = []
    for first, last in ranges:
        if joined and first <= joined[-1][1] + 1:
            joined[-1][1] = max(joined[-1][1], last)
        else:
            joined.append([first, last])
    for first, last in joined:
        yield from summarize_address_range(address(first), address(last))


def get_mixed_type_key(obj):
    """A key by which addresses and networks can be sorted together."""
    if isinstance(obj, (_BaseNetwork, _BaseAddress)):
        return obj._key()
    return NotImplemented


class _IPAddressBase:
    """What addresses and networks have in common."""

    __slots__ = ()

    @property
    def exploded(self):
        """The text with all zeros."""
        return self._long()

    @property
    def compressed(self):
        """The short text."""
        return str(self)

    @property
    def reverse_pointer(self):
        """The name to ask the domain name system for."""
        if self.version == 4:
            return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'
        text = self.exploded.replace(':', '')
        if '.' in text and isinstance(self, _BaseAddress):
            text = f'{self._ip:032x}'
        return '.'.join(reversed(text)) + '.ip6.arpa'

    def _long(self):
        return str(self)


@functools.total_ordering
class _BaseAddress(_IPAddressBase):
    """An address."""

    __slots__ = ()

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        if not isinstance(other, _BaseAddress):
            return NotImplemented
        return other.version == self.version and other._ip == self._ip

    def __lt__(self, other):
        if isinstance(other, _BaseAddress):
            if other.version == self.version:
                return self._ip < other._ip
            raise _mixed(self, other)
        return NotImplemented

    def __add__(self, other):
        return self.__class__(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return self.__class__(self._ip - other) if isinstance(other, int) else NotImplemented

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __str__(self):
        return str(self._text(self._ip))

    def __hash__(self):
        return hash(hex(int(self._ip)))

    def __reduce__(self):
        return self.__class__, (self._ip,)

    def _key(self):
        return self.version, self

    def __format__(self, fmt):
        if not fmt or fmt[-1] == 's':
            return format(str(self), fmt)
        base, flags = fmt[-1], fmt[:-1]
        if base not in 'xbnX' or flags not in ('', '#', '_', '#_'):
            return super().__format__(fmt)
        if base == 'n':
            base = 'b' if self.version == 4 else 'x'
        width = self.max_prefixlen if base == 'b' else self.max_prefixlen // 4
        if '_' in flags:
            width += width // 4 - 1
        if '#' in flags:
            width += 2
        return format(self._ip, f'{flags.replace("_", "")}0{width}{"_" if "_" in flags else ""}{base}')

    def _take_number(self, address):
        """Takes a number or bytes; true if the address was such."""
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f'{address} (< 0) is not permitted as an IPv{self.version} address')
            if address >> self.max_prefixlen:
                raise AddressValueError(f'{address} (>= 2**{self.max_prefixlen}) is not permitted as an '
                                        f'IPv{self.version} address')
            self._ip = address
            return True
        if isinstance(address, bytes):
            size = self.max_prefixlen // 8
            if len(address) != size:
                raise AddressValueError(f'{address!r} (len {len(address)} != {size}) is not permitted as an '
                                        f'IPv{self.version} address')
            self._ip = int.from_bytes(address)
            return True
        return False

    @property
    def packed(self):
        """The bytes."""
        return self._ip.to_bytes(self.max_prefixlen // 8)

    def _in(self, names):
        return any([self._ip >> shift == start for start, shift in _parsing.ranges(names, self.version)])


class IPv4Address(_BaseAddress):
    """An address of version 4."""

    __slots__ = ('_ip', '__weakref__')
    version = 4
    max_prefixlen = 32
    _text = staticmethod(_parsing.v4_text)
    _private = ('0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.0.170/31 '
                '192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 '
                '255.255.255.255/32')
    _not_private = '192.0.0.9/32 192.0.0.10/32'
    _shared = '100.64.0.0/10'

    def __init__(self, address):
        if self._take_number(address):
            return
        text = str(address)
        if '/' in text:
            raise AddressValueError(f"Unexpected '/' in {address!r}")
        self._ip = _parsing.v4_number(text)

    @property
    def is_reserved(self):
        """True for addresses kept for later."""
        return self._in('240.0.0.0/4')

    @property
    def is_private(self):
        """True for addresses that are not for the whole internet."""
        return self._in(self._private) and not self._in(self._not_private)

    @property
    def is_global(self):
        """True for addresses for the whole internet."""
        return not self._in(self._shared) and not self.is_private

    @property
    def is_multicast(self):
        """True for addresses of groups."""
        return self._in('224.0.0.0/4')

    @property
    def is_unspecified(self):
        """True for the address of nobody."""
        return self._ip == 0

    @property
    def is_loopback(self):
        """True for the machine's own addresses."""
        return self._in('127.0.0.0/8')

    @property
    def is_link_local(self):
        """True for addresses within one net."""
        return self._in('169.254.0.0/16')

    @property
    def ipv6_mapped(self):
        """The address of version 6 that stands for this one."""
        return IPv6Address(0xffff << 32 | self._ip)


def _or_mapped(method):
    """A property that an address takes from the one of version 4 that it stands for."""
    name = method.__name__

    def read(self):
        mapped = self.ipv4_mapped
        return method(self) if mapped is None else getattr(mapped, name)
    read.__doc__ = method.__doc__
    return property(read)


class IPv6Address(_BaseAddress):
    """An address of version 6."""

    __slots__ = ('_ip', '_scope_id', '__weakref__')
    version = 6
    max_prefixlen = 128
    _text = staticmethod(_parsing.v6_text)
    _private = ('::1/128 ::/128 ::ffff:0:0/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 '
                'fc00::/7 fe80::/10')
    _not_private = '2001:1::1/128 2001:1::2/128 2001:3::/32 2001:4:112::/48 2001:20::/28 2001:30::/28'

    def __init__(self, address):
        self._scope_id = None
        if self._take_number(address):
            return
        text = str(address)
        if '/' in text:
            raise AddressValueError(f"Unexpected '/' in {address!r}")
        text, percent, scope = text.partition('%')
        if percent:
            if not scope or '%' in scope:
                raise AddressValueError(f'Invalid IPv6 address: "{address!r}"')
            self._scope_id = scope
        self._ip = _parsing.v6_number(text)

    def __str__(self):
        text = _parsing.v6_text(self._ip)
        return text if self._scope_id is None else text + '%' + self._scope_id

    def _long(self):
        scope = '' if self._scope_id is None else '%' + self._scope_id
        mapped = self.ipv4_mapped
        digits = f'{self._ip:032x}'
        parts = [digits[at:at + 4] for at in range(0, 24 if mapped else 32, 4)]
        return ':'.join(parts + [str(mapped)] if mapped else parts) + scope

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        same = _BaseAddress.__eq__(self, other)
        if same is True:
            return self._scope_id == getattr(other, '_scope_id', None)
        return same

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def scope_id(self):
        """The zone behind '%', or None."""
        return self._scope_id

    @property
    def ipv4_mapped(self):
        """The address of version 4 that this one stands for, or None."""
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @_or_mapped
    def is_multicast(self):
        """True for addresses of groups."""
        return self._in('ff00::/8')

    @_or_mapped
    def is_reserved(self):
        """True for addresses kept for later."""
        return self._in('::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 '
                        'e000::/4 f000::/5 f800::/6 fe00::/9')

    @_or_mapped
    def is_link_local(self):
        """True for addresses within one net."""
        return self._in('fe80::/10')

    @property
    def is_site_local(self):
        """True for addresses within one site."""
        return self._in('fec0::/10')

    @_or_mapped
    def is_private(self):
        """True for addresses that are not for the whole internet."""
        return self._in(self._private) and not self._in(self._not_private)

    @_or_mapped
    def is_global(self):
        """True for addresses for the whole internet."""
        return not self.is_private

    @_or_mapped
    def is_unspecified(self):
        """True for the address of nobody."""
        return self._ip == 0

    @_or_mapped
    def is_loopback(self):
        """True for the machine's own address."""
        return self._ip == 1

    @property
    def teredo(self):
        """Server and client of an address of Teredo, or None."""
        prefix, server, rest = self._ip >> 96, self._ip >> 64 & 0xffffffff, self._ip & 0xffffffff
        # The client's address is written with all bits turned round.
        return (IPv4Address(server), IPv4Address(rest ^ 0xffffffff)) if prefix == 0x20010000 else None

    @property
    def sixtofour(self):
        """The address of version 4 within one of 6to4, or None."""
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None


def _both(name, text):
    def read(self):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)
    read.__doc__ = text
    return property(read)


@functools.total_ordering
class _BaseNetwork(_IPAddressBase):
    """A network."""

    def __init__(self, address, strict=True):
        kind = self._address_class
        value, mask = _parsing.cut(address, self.max_prefixlen)
        self.network_address = kind(value)
        self._prefixlen = _parsing.prefix_length(mask, self.version)
        self._take_mask()
        number = self.network_address._ip
        if number & self.netmask._ip != number:
            if strict:
                raise ValueError(f'{self} has host bits set')
            self.network_address = kind(number & self.netmask._ip)

    def _take_mask(self):
        host = (1 << self.max_prefixlen - self._prefixlen) - 1
        self.netmask = self._address_class(((1 << self.max_prefixlen) - 1) ^ host)

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __str__(self):
        return f'{self.network_address}/{self._prefixlen}'

    def _long(self):
        return f'{self._address_class(self.network_address._ip).exploded}/{self._prefixlen}'

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __iter__(self):
        for number in range(self.network_address._ip, self.broadcast_address._ip + 1):
            yield self._address_class(number)

    def hosts(self):
        """The addresses that hosts can have."""
        first, last = self.network_address._ip, self.broadcast_address._ip
        if last - first < 2:
            return map(self._address_class, range(first, last + 1))
        return map(self._address_class, range(first + 1, last + (self.version == 6)))

    def __getitem__(self, n):
        first, last = self.network_address._ip, self.broadcast_address._ip
        number = first + n if n >= 0 else last + n + 1
        if not first <= number <= last:
            raise IndexError('address out of range')
        return self._address_class(number)

    def __lt__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        if self.version != other.version:
            raise _mixed(self, other)
        return self._place() < other._place()

    def _place(self):
        return self.network_address._ip, self.netmask._ip

    def __eq__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        return (self.version == other.version and self.network_address == other.network_address
                and self._prefixlen == other._prefixlen)

    def __hash__(self):
        return hash(self._place())

    def __contains__(self, other):
        if self.version != other.version or isinstance(other, _BaseNetwork):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def overlaps(self, other):
        """True if the networks have addresses in common."""
        return (self.network_address in other or self.broadcast_address in other
                or other.network_address in self or other.broadcast_address in self)

    @functools.cached_property
    def broadcast_address(self):
        """The last address."""
        return self._address_class(self.network_address._ip | self.hostmask._ip)

    @functools.cached_property
    def hostmask(self):
        """The bits that differ within the network."""
        return self._address_class(self.netmask._ip ^ (1 << self.max_prefixlen) - 1)

    @property
    def with_prefixlen(self):
        """The text with the length of the prefix."""
        return f'{self.network_address}/{self._prefixlen}'

    @property
    def with_netmask(self):
        """The text with the netmask."""
        return f'{self.network_address}/{self.netmask}'

    @property
    def with_hostmask(self):
        """The text with the hostmask."""
        return f'{self.network_address}/{self.hostmask}'

    @property
    def num_addresses(self):
        """How many addresses there are."""
        return 1 << self.max_prefixlen - self._prefixlen

    @property
    def prefixlen(self):
        """The length of the prefix."""
        return self._prefixlen

    def _key(self):
        return self.version, self.network_address, self.netmask

    def address_exclude(self, other):
        """The networks that are left without another one."""
        if self.version != other.version:
            raise _mixed(self, other)
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f'{other} is not a network object')
        if not other.subnet_of(self):
            raise ValueError(f'{other} not contained in {self}')
        here = self
        while here != other:
            left, right = here.subnets()
            here, rest = (left, right) if other.subnet_of(left) else (right, left)
            yield rest

    def compare_networks(self, other):
        """-1, 0 or 1: by address first, then by netmask."""
        if self.version != other.version:
            raise _mixed(self, other, 'type')
        mine, its = self._place(), other._place()
        return (mine > its) - (mine < its)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The networks of a longer prefix within this one."""
        if self._prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        length = self._prefixlen + prefixlen_diff
        if length > self.max_prefixlen:
            raise ValueError(f'prefix length diff {length} is invalid for netblock {self}')
        step = 1 << self.max_prefixlen - length
        for number in range(self.network_address._ip, self.broadcast_address._ip + 1, step):
            yield self.__class__((number, length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network of a shorter prefix around this one."""
        here = self._prefixlen
        if not here:
            return self
        if new_prefix is None:
            length = here - prefixlen_diff
        elif new_prefix > here:
            raise ValueError('new prefix must be shorter')
        elif prefixlen_diff != 1:
            raise ValueError('cannot set prefixlen_diff and new_prefix')
        else:
            length = new_prefix
        if length < 0:
            raise ValueError(f'current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of '
                             f'{prefixlen_diff}')
        return self.__class__((self.network_address._ip, length), False)

    def _lies_in(self, other):
        if not isinstance(other, _BaseNetwork) or self.version != other.version:
            raise _mixed(self, other) if isinstance(other, _BaseNetwork) else TypeError(
                f'Unable to test subnet containment between {self} and {other}')
        return (other.network_address._ip <= self.network_address._ip
                and other.broadcast_address._ip >= self.broadcast_address._ip)

    def subnet_of(self, other):
        """True if this network lies within another one."""
        return self._lies_in(other)

    def supernet_of(self, other):
        """True if another network lies within this one."""
        return other._lies_in(self)

    is_reserved = _both('is_reserved', 'True for addresses kept for later.')
    is_link_local = _both('is_link_local', 'True for addresses within one net.')
    is_multicast = _both('is_multicast', 'True for addresses of groups.')
    is_unspecified = _both('is_unspecified', 'True for the address of nobody.')
    is_loopback = _both('is_loopback', "True for the machine's own addresses.")

    def _within(self, names):
        """True if all of the network lies in one of others."""
        first, last = self.network_address._ip, self.broadcast_address._ip
        return any([first >> shift == start and last >> shift == start
                    for start, shift in _parsing.ranges(names, self.version)])

    @property
    def is_private(self):
        """True for addresses that are not for the whole internet."""
        kind = self._address_class
        return self._within(kind._private) and not self._within(kind._not_private)

    @property
    def is_global(self):
        """True for addresses for the whole internet."""
        return not self.is_private


class IPv4Network(_BaseNetwork):
    """A network of version 4."""

    version = 4
    max_prefixlen = 32
    _address_class = IPv4Address

    @property
    def is_global(self):
        """True for addresses for the whole internet."""
        return not self._within(IPv4Address._shared) and not self.is_private


class IPv6Network(_BaseNetwork):
    """A network of version 6."""

    version = 6
    max_prefixlen = 128
    _address_class = IPv6Address
    is_site_local = _both('is_site_local', 'True for addresses within one site.')


class _Interface:
    """What both kinds of interfaces have in common: an address, and the network it stands in."""

    def __init__(self, address):
        value, mask = _parsing.cut(address, self.max_prefixlen)
        self._plain.__init__(self, value)
        self.network = self._network_class((value, mask), strict=False)
        self.netmask, self._prefixlen = self.network.netmask, self.network._prefixlen

    @functools.cached_property
    def hostmask(self):
        """The bits that differ within the network."""
        return self.network.hostmask

    def __str__(self):
        return f'{self._plain.__str__(self)}/{self._prefixlen}'

    def _long(self):
        text = str(self.ip) if self.version == 4 else IPv6Address._long(self)
        return f'{text}/{self._prefixlen}'

    def __eq__(self, other):
        same = self._plain.__eq__(self, other)
        if same is True:
            return isinstance(other, _Interface) and self.network == other.network
        return same

    def __lt__(self, other):
        less = self._plain.__lt__(self, other)
        if less is NotImplemented:
            return NotImplemented
        if not isinstance(other, _Interface):
            return False if isinstance(self, _Interface) else less
        return self.network < other.network or (self.network == other.network and less)

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def ip(self):
        """The address without the network."""
        return self._plain(self._ip)

    @property
    def with_prefixlen(self):
        """The text with the length of the prefix."""
        return f'{self.ip}/{self._prefixlen}'

    @property
    def with_netmask(self):
        """The text with the netmask."""
        return f'{self.ip}/{self.netmask}'

    @property
    def with_hostmask(self):
        """The text with the hostmask."""
        return f'{self.ip}/{self.hostmask}'


class IPv4Interface(_Interface, IPv4Address):
    """An address of version 4 with its network."""

    _plain, _network_class = IPv4Address, IPv4Network


class IPv6Interface(_Interface, IPv6Address):
    """An address of version 6 with its network."""

    _plain, _network_class = IPv6Address, IPv6Network
