"""Reads addresses and networks that are written down, and writes addresses.

Invariant: an address is a number here; what is wrong with a text is said by an AddressValueError or a
NetmaskValueError.
"""


class AddressValueError(ValueError):
    """Raised for what is no address."""

    __module__ = 'ipaddress'


class NetmaskValueError(ValueError):
    """Raised for what is no netmask."""

    __module__ = 'ipaddress'


known_ranges = {}


def ranges(names, version):
    """Networks given as text, as pairs of first bits and the number of bits behind them."""
    found = known_ranges.get(names)
    if found is None:
        found = known_ranges[names] = []
        parse = v4_number if version == 4 else v6_number
        for name in names.split():
            address, _, length = name.partition('/')
            shift = (32 if version == 4 else 128) - int(length)
            found.append((parse(address) >> shift, shift))
    return found


def v4_number(text):
    if not text:
        raise AddressValueError('Address cannot be empty')
    octets = text.split('.')
    if len(octets) != 4:
        raise AddressValueError(f'Expected 4 octets in {text!r}')
    number = 0
    for octet in octets:
        if not octet:
            raise AddressValueError(f'Empty octet not permitted in {text!r}')
        if not (octet.isascii() and octet.isdigit()):
            raise AddressValueError(f'Only decimal digits permitted in {octet!r} in {text!r}')
        if len(octet) > 3:
            raise AddressValueError(f'At most 3 characters permitted in {octet!r} in {text!r}')
        if octet != '0' and octet[0] == '0':
            raise AddressValueError(f'Leading zeros are not permitted in {octet!r} in {text!r}')
        value = int(octet)
        if value > 255:
            raise AddressValueError(f'Octet {value} (> 255) not permitted in {text!r}')
        number = number << 8 | value
    return number


def v4_text(number):
    return f'{number >> 24}.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}'


def v6_number(text):
    if not text:
        raise AddressValueError('Address cannot be empty')
    if len(text) > 45:
        shown = text if len(text) <= 100 else f'{text[:45]}({len(text) - 90} chars elided){text[-45:]}'
        raise AddressValueError(f'At most 45 characters expected in {shown!r}')
    parts = text.split(':')
    if len(parts) < 3:
        raise AddressValueError(f'At least 3 parts expected in {text!r}')
    if '.' in parts[-1]:
        try:
            last = v4_number(parts.pop())
        except AddressValueError as error:
            raise AddressValueError(f'{error} in {text!r}') from None
        parts += [f'{last >> 16:x}', f'{last & 0xffff:x}']
    if len(parts) > 9:
        raise AddressValueError(f'At most 8 colons permitted in {text!r}')
    gaps = [at for at in range(1, len(parts) - 1) if not parts[at]]
    if len(gaps) > 1:
        raise AddressValueError(f"At most one '::' permitted in {text!r}")
    if not gaps and len(parts) != 8:
        raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
    for end, following, name in ((0, 1, 'Leading'), (-1, -2, 'Trailing')):
        if not parts[end] and (not gaps or parts[following]):
            raise AddressValueError(f"{name} ':' only permitted as part of '::' in {text!r}")
    head, tail = (parts[:gaps[0]], parts[gaps[0] + 1:]) if gaps else (parts, [])
    if gaps:
        # Beside the gap an end may be empty.
        head, tail = head if head[0] else head[1:], tail if tail[-1] else tail[:-1]
        if len(head) + len(tail) > 7:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
    number = 0
    for part in head + ['0'] * (8 - len(head) - len(tail)) + tail:
        if part.strip('0123456789abcdefABCDEF'):
            raise AddressValueError(f'Only hex digits permitted in {part!r} in {text!r}')
        if len(part) > 4:
            raise AddressValueError(f'At most 4 characters permitted in {part!r} in {text!r}')
        number = number << 16 | int(part, 16)
    return number


def v6_text(number):
    if number >> 32 == 0xffff:
        return '::ffff:' + v4_text(number & 0xffffffff)
    parts = [f'{number >> shift & 0xffff:x}' for shift in range(112, -1, -16)]
    # The first of the longest runs of zeros, two at least, becomes '::'.
    best, length, at = 0, 1, 0
    while at < 8:
        end = at
        while end < 8 and parts[end] == '0':
            end += 1
        if end - at > length:
            best, length = at, end - at
        at = end + 1
    if length < 2:
        return ':'.join(parts)
    return ':'.join(parts[:best]) + '::' + ':'.join(parts[best + length:])


def prefix_length(mask, version):
    """The length of a prefix given as number, as text, or in version 4 as netmask or hostmask."""
    bits = 32 if version == 4 else 128
    wrong = NetmaskValueError(f'{mask!r} is not a valid netmask')
    if isinstance(mask, int):
        length = mask
    elif mask.isascii() and mask.isdigit():
        length = int(mask)
    else:
        if version == 6:
            raise wrong
        try:
            number = v4_number(mask)
        except AddressValueError:
            raise wrong from None
        for value in (number, number ^ 0xffffffff):
            # Ones and then zeros: the rest and one more is a power of two.
            rest = value ^ 0xffffffff
            if not rest & rest + 1:
                return 32 - rest.bit_length()
        raise wrong
    if not 0 <= length <= bits:
        raise wrong
    return length


def cut(address, bits):
    """Address and mask of what users give."""
    if isinstance(address, (bytes, int)):
        return address, bits
    if not isinstance(address, tuple):
        address = str(address).split('/')
        if len(address) > 2:
            raise AddressValueError(f"Only one '/' permitted in {'/'.join(address)!r}")
    if len(address) == 1:
        return address[0], bits
    value, mask = address
    return value, mask
