//! UTF-8 in which lone surrogates may stand as three bytes, as the project's strings hold it. Nothing here panics on other bytes.

/// Whether a byte goes on with a character.
#[inline(always)]
pub fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// The character at a place, and where the next begins. The place must lie within the text.
#[inline]
pub fn decode(text: &[u8], at: usize) -> (u32, usize) {
    let rest = &text[at..];
    let low = |byte: u8| u32::from(byte & 0x3f);
    match *rest {
        [one, ..] if one < 0x80 => (u32::from(one), at + 1),
        [one, two, ..] if one < 0xe0 => (u32::from(one & 31) << 6 | low(two), at + 2),
        [one, two, three, ..] if one < 0xf0 => (u32::from(one & 15) << 12 | low(two) << 6 | low(three), at + 3),
        [one, two, three, four, ..] => (u32::from(one & 7) << 18 | low(two) << 12 | low(three) << 6 | low(four), at + 4),
        // A character that was cut off: no text has one.
        _ => (0xfffd, text.len()),
    }
}

/// Where the next character begins. The place must lie within the text.
#[inline(always)]
pub fn next(text: &[u8], at: usize) -> usize {
    let width = match text[at] {
        0..0x80 => return at + 1,
        0xf0.. => 4,
        0xe0.. => 3,
        _ => 2,
    };
    (at + width).min(text.len())
}

/// Where the character before a place begins. The place must not be 0.
#[inline(always)]
pub fn previous(text: &[u8], mut at: usize) -> usize {
    at -= 1;
    while at > 0 && is_continuation(text[at]) {
        at -= 1;
    }
    at
}

/// Appends a character.
pub fn encode(c: u32, out: &mut Vec<u8>) {
    let last = |shift: u32| 0x80 | (c >> shift & 0x3f) as u8;
    match c {
        0..0x80 => out.push(c as u8),
        0x80..0x800 => out.extend([0xc0 | (c >> 6) as u8, last(0)]),
        0x800..0x10000 => out.extend([0xe0 | (c >> 12) as u8, last(6), last(0)]),
        _ => out.extend([0xf0 | (c >> 18) as u8, last(12), last(6), last(0)]),
    }
}

/// The byte that a character begins with.
pub fn lead(c: u32) -> u8 {
    match c {
        0..0x80 => c as u8,
        0x80..0x800 => 0xc0 | (c >> 6) as u8,
        0x800..0x10000 => 0xe0 | (c >> 12) as u8,
        _ => 0xf0 | (c >> 18 & 7) as u8,
    }
}
