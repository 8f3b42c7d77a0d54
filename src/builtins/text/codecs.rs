//! Codecs: text to bytes and back, with CPython's names, error ranges and handlers.
//!
//! Strings hold no lone surrogates, so the handlers that make them (`surrogateescape`, `surrogatepass`) work only where nothing is wrong.

use crate::object::push_code;

/// A character encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Codec {
    /// UTF-8; with a signature (byte order mark) if so.
    Utf8 {
        /// Whether a byte order mark is written, and left out when reading.
        signature: bool,
    },
    /// ASCII.
    Ascii,
    /// Latin-1.
    Latin1,
    /// UTF-16 or UTF-32.
    Wide {
        /// Bytes of a unit: 2 or 4.
        unit: usize,
        /// The order of bytes.
        order: Order,
    },
}

/// The order of bytes of a wide encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// The lowest byte first.
    Little,
    /// The highest byte first.
    Big,
    /// As the byte order mark says; little where there is none.
    Marked,
}

/// What to do with what can't be encoded or decoded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Handler {
    Strict,
    Ignore,
    Replace,
    Backslash,
    XmlReference,
    Surrogates,
    Unknown,
}

/// Why text can't be encoded or bytes can't be decoded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// These bytes (or characters) are wrong: the codec's name, start, end, reason.
    At(&'static str, usize, usize, &'static str),
    /// Something is wrong, and the handler is not known.
    UnknownHandler,
    /// Something is wrong, and the handler works only for the other direction.
    WrongDirection,
    /// Something is wrong, and the handler would make lone surrogates.
    Surrogates,
}

/// The codec of a name.
pub fn lookup(name: &str) -> Option<Codec> {
    if name == "utf-8" {
        return Some(Codec::Utf8 { signature: false });
    }
    let mut normal = String::with_capacity(name.len());
    for c in name.trim().chars() {
        match c {
            'A'..='Z' => normal.push(c.to_ascii_lowercase()),
            'a'..='z' | '0'..='9' | '.' => normal.push(c),
            _ if normal.ends_with('_') => {}
            _ => normal.push('_'),
        }
    }
    use Order::{Big, Little, Marked};
    Some(match normal.as_str() {
        "utf_8" | "utf8" | "u8" | "utf" | "utf8_ucs2" | "utf8_ucs4" | "cp65001" => Codec::Utf8 { signature: false },
        "utf_8_sig" | "utf8_sig" => Codec::Utf8 { signature: true },
        "ascii" | "us_ascii" | "us" | "646" | "ansi_x3.4_1968" | "iso646_us" | "iso_646.irv_1991" | "iso_ir_6" | "cp367" => {
            Codec::Ascii
        }
        "latin_1" | "latin1" | "latin" | "l1" | "iso_8859_1" | "iso8859_1" | "iso8859" | "8859" | "cp819" => Codec::Latin1,
        "utf_16" | "utf16" | "u16" => Codec::Wide { unit: 2, order: Marked },
        "utf_16_le" | "utf_16le" | "unicodelittleunmarked" => Codec::Wide { unit: 2, order: Little },
        "utf_16_be" | "utf_16be" | "unicodebigunmarked" => Codec::Wide { unit: 2, order: Big },
        "utf_32" | "utf32" | "u32" => Codec::Wide { unit: 4, order: Marked },
        "utf_32_le" | "utf_32le" => Codec::Wide { unit: 4, order: Little },
        "utf_32_be" | "utf_32be" => Codec::Wide { unit: 4, order: Big },
        _ => return None,
    })
}

impl Codec {
    /// Whether ASCII text is the same bytes.
    pub fn keeps_ascii(self) -> bool {
        matches!(self, Codec::Utf8 { signature: false } | Codec::Ascii | Codec::Latin1)
    }
}

impl Handler {
    /// The handler of a name.
    pub fn lookup(name: &str) -> Handler {
        match name {
            "strict" => Handler::Strict,
            "ignore" => Handler::Ignore,
            "replace" => Handler::Replace,
            "backslashreplace" => Handler::Backslash,
            "xmlcharrefreplace" => Handler::XmlReference,
            "surrogateescape" | "surrogatepass" => Handler::Surrogates,
            _ => Handler::Unknown,
        }
    }

    /// What takes the place of bytes that can't be decoded.
    fn replace_bytes(self, bad: &[u8], fault: Fault, out: &mut String) -> Result<(), Fault> {
        match self {
            Handler::Strict => return Err(fault),
            Handler::Unknown => return Err(Fault::UnknownHandler),
            Handler::XmlReference => return Err(Fault::WrongDirection),
            Handler::Surrogates => return Err(Fault::Surrogates),
            Handler::Ignore => {}
            Handler::Replace => out.push('\u{fffd}'),
            Handler::Backslash => bad.iter().for_each(|byte| push_code(out, *byte as char)),
        }
        Ok(())
    }
}

/// Decodes bytes.
pub fn decode(codec: Codec, data: &[u8], handler: Handler) -> Result<String, Fault> {
    match codec {
        Codec::Utf8 { signature } => {
            let body = if signature { data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data) } else { data };
            decode_utf8(body, data.len() - body.len(), handler)
        }
        Codec::Ascii => decode_ascii(data, handler),
        Codec::Latin1 => Ok(data.iter().map(|byte| char::from(*byte)).collect()),
        Codec::Wide { unit, order } => decode_wide(data, unit, order, handler),
    }
}

fn decode_utf8(data: &[u8], offset: usize, handler: Handler) -> Result<String, Fault> {
    if let Ok(text) = std::str::from_utf8(data) {
        return Ok(text.to_string());
    }
    let mut out = String::with_capacity(data.len());
    let mut start = 0;
    for chunk in data.utf8_chunks() {
        out.push_str(chunk.valid());
        start += chunk.valid().len();
        let bad = chunk.invalid();
        if !bad.is_empty() {
            let reason = match bad[0] {
                0x80..=0xc1 | 0xf5.. => "invalid start byte",
                _ if start + bad.len() == data.len() && wants_more(bad) => "unexpected end of data",
                _ => "invalid continuation byte",
            };
            handler.replace_bytes(bad, Fault::At("utf-8", offset + start, offset + start + bad.len(), reason), &mut out)?;
            start += bad.len();
        }
    }
    Ok(out)
}

/// Whether bytes are the beginning of a longer sequence.
fn wants_more(bad: &[u8]) -> bool {
    let long = match bad[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    bad.len() < long
}

fn decode_ascii(data: &[u8], handler: Handler) -> Result<String, Fault> {
    let mut out = String::with_capacity(data.len());
    for (at, byte) in data.iter().enumerate() {
        if byte.is_ascii() {
            out.push(*byte as char);
        } else {
            handler.replace_bytes(&[*byte], Fault::At("ascii", at, at + 1, "ordinal not in range(128)"), &mut out)?;
        }
    }
    Ok(out)
}

fn decode_wide(data: &[u8], unit: usize, order: Order, handler: Handler) -> Result<String, Fault> {
    let marks: [&[u8]; 2] = if unit == 2 { [b"\xff\xfe", b"\xfe\xff"] } else { [b"\xff\xfe\0\0", b"\0\0\xfe\xff"] };
    let (big, mut at) = match order {
        Order::Marked if data.starts_with(marks[1]) => (true, unit),
        Order::Marked if data.starts_with(marks[0]) => (false, unit),
        other => (other == Order::Big, 0),
    };
    let codec = match (unit, big) {
        (2, false) => "utf-16-le",
        (2, true) => "utf-16-be",
        (_, false) => "utf-32-le",
        (_, true) => "utf-32-be",
    };
    if unit == 2
        && let Some(text) = from_utf16(&data[at..], big)
    {
        return Ok(text);
    }
    let read = |at: usize| {
        let bytes = data.get(at..at + unit)?;
        let push = |code: u32, byte: &u8| code << 8 | u32::from(*byte);
        Some(if big { bytes.iter().fold(0, push) } else { bytes.iter().rev().fold(0, push) })
    };
    let mut out = String::with_capacity(data.len() / unit);
    while at < data.len() {
        let (long, what) = match read(at) {
            None => (data.len() - at, Err("truncated data")),
            Some(code) if unit == 2 => utf16_at(code, || read(at + 2), data.len() - at),
            Some(0xd800..=0xdfff) => (4, Err("code point in surrogate code point range(0xd800, 0xe000)")),
            Some(code) => (4, char::from_u32(code).ok_or("code point not in range(0x110000)")),
        };
        match what {
            Ok(c) => out.push(c),
            Err(reason) => handler.replace_bytes(&data[at..at + long], Fault::At(codec, at, at + long, reason), &mut out)?,
        }
        at += long;
    }
    Ok(out)
}

/// The character at a unit of UTF-16, and how many bytes it (or what is wrong) takes.
fn utf16_at(code: u32, next: impl Fn() -> Option<u32>, left: usize) -> (usize, Result<char, &'static str>) {
    match code {
        0xd800..=0xdbff => match next() {
            Some(low @ 0xdc00..=0xdfff) => {
                let code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                (4, char::from_u32(code).ok_or("illegal UTF-16 surrogate"))
            }
            Some(_) => (2, Err("illegal UTF-16 surrogate")),
            None => (left, Err("unexpected end of data")),
        },
        0xdc00..=0xdfff => (2, Err("illegal encoding")),
        _ => (2, char::from_u32(code).ok_or("illegal encoding")),
    }
}

/// Encodes text; positions in faults count characters.
pub fn encode(codec: Codec, text: &str, handler: Handler) -> Result<Vec<u8>, Fault> {
    match codec {
        Codec::Utf8 { signature: false } => Ok(text.as_bytes().to_vec()),
        Codec::Utf8 { signature: true } => Ok([b"\xef\xbb\xbf", text.as_bytes()].concat()),
        Codec::Ascii => encode_narrow(text, "ascii", 0x80, "ordinal not in range(128)", handler),
        Codec::Latin1 => encode_narrow(text, "latin-1", 0x100, "ordinal not in range(256)", handler),
        Codec::Wide { unit, order } => Ok(encode_wide(text, unit, order)),
    }
}

fn encode_narrow(
    text: &str,
    codec: &'static str,
    limit: u32,
    reason: &'static str,
    handler: Handler,
) -> Result<Vec<u8>, Fault> {
    if text.is_ascii() {
        return Ok(text.as_bytes().to_vec());
    }
    if limit == 0x100
        && let Some(out) = to_latin1(text.as_bytes())
    {
        return Ok(out);
    }
    let mut out = Vec::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        if (c as u32) < limit {
            out.push(c as u8);
            continue;
        }
        match handler {
            Handler::Strict | Handler::Surrogates => {
                let bad = text.chars().skip(at).take_while(|c| *c as u32 >= limit).count();
                return Err(Fault::At(codec, at, at + bad, reason));
            }
            Handler::Unknown => return Err(Fault::UnknownHandler),
            Handler::Ignore => {}
            Handler::Replace => out.push(b'?'),
            Handler::XmlReference => out.extend(format!("&#{};", c as u32).bytes()),
            Handler::Backslash => {
                let mut escape = String::new();
                push_code(&mut escape, c);
                out.extend(escape.bytes());
            }
        }
    }
    Ok(out)
}

/// Valid UTF-8 as Latin-1; none where a character has no place in it.
fn to_latin1(text: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.iter();
    while let Some(byte) = rest.next() {
        out.push(match byte {
            0..0x80 => *byte,
            0xC2 | 0xC3 => byte << 6 | rest.next()? & 0x3F,
            _ => return None,
        });
    }
    Some(out)
}

/// UTF-16 without faults as text; none where there is one.
fn from_utf16(data: &[u8], big: bool) -> Option<String> {
    let units = data.chunks_exact(2);
    if !units.remainder().is_empty() {
        return None;
    }
    let unit = |pair: &[u8]| if big { u16::from_be_bytes([pair[0], pair[1]]) } else { u16::from_le_bytes([pair[0], pair[1]]) };
    let mut out = String::with_capacity(data.len() / 2 + data.len() / 8);
    let mut units = units.map(unit);
    while let Some(code) = units.next() {
        let code = match code {
            0xd800..0xdc00 => match units.next()? {
                low @ 0xdc00..0xe000 => 0x10000 + (u32::from(code - 0xd800) << 10) + u32::from(low - 0xdc00),
                _ => return None,
            },
            code => u32::from(code),
        };
        out.push(char::from_u32(code)?);
    }
    Some(out)
}

fn encode_wide(text: &str, unit: usize, order: Order) -> Vec<u8> {
    let mut out = Vec::with_capacity((text.len() + 1) * unit);
    if unit == 2 {
        let mark = (order == Order::Marked).then_some(0xfeff);
        if text.is_ascii() {
            out.resize(text.len() * 2, 0);
            let low = usize::from(order == Order::Big);
            out.chunks_exact_mut(2).zip(text.bytes()).for_each(|(place, byte)| place[low] = byte);
            if mark.is_some() {
                out.splice(0..0, [0xff, 0xfe]);
            }
            return out;
        }
        out.resize((text.len() + 1) * 2, 0);
        let mut end = 0;
        for (place, code) in out.chunks_exact_mut(2).zip(mark.into_iter().chain(text.encode_utf16())) {
            place.copy_from_slice(&if order == Order::Big { code.to_be_bytes() } else { code.to_le_bytes() });
            end += 2;
        }
        out.truncate(end);
        return out;
    }
    let mut push = |code: u32| {
        let bytes = code.to_le_bytes();
        if order == Order::Big { out.extend(bytes[..unit].iter().rev()) } else { out.extend(&bytes[..unit]) }
    };
    if order == Order::Marked {
        push(0xfeff);
    }
    text.chars().for_each(|c| push(c as u32));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const UTF8: Codec = Codec::Utf8 { signature: false };

    fn fault(data: &[u8]) -> (usize, usize, &'static str) {
        match decode(UTF8, data, Handler::Strict) {
            Err(Fault::At(_, start, end, reason)) => (start, end, reason),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn faults_of_utf8() {
        assert_eq!(fault(b"a\xff"), (1, 2, "invalid start byte"));
        assert_eq!(fault(b"\xe2\x82"), (0, 2, "unexpected end of data"));
        assert_eq!(fault(b"a\xe2("), (1, 2, "invalid continuation byte"));
        assert_eq!(fault(b"\xed\xa0\x80"), (0, 1, "invalid continuation byte"));
        assert_eq!(fault(b"\xf0\x9f\x98"), (0, 3, "unexpected end of data"));
    }

    #[test]
    fn handlers() {
        assert_eq!(decode(UTF8, b"a\xff\xe2\x82(b", Handler::Replace).unwrap(), "a\u{fffd}\u{fffd}(b");
        assert_eq!(decode(UTF8, b"a\xff\xe2\x82(b", Handler::Backslash).unwrap(), "a\\xff\\xe2\\x82(b");
        assert_eq!(encode(Codec::Ascii, "é€", Handler::XmlReference).unwrap(), b"&#233;&#8364;");
        assert_eq!(encode(Codec::Ascii, "a€€b", Handler::Strict), Err(Fault::At("ascii", 1, 3, "ordinal not in range(128)")));
    }

    #[test]
    fn wide_encodings_come_back() {
        for name in ["utf-16", "utf-16-be", "utf-32", "utf-32-le"] {
            let codec = lookup(name).unwrap();
            let data = encode(codec, "aé😀", Handler::Strict).unwrap();
            assert_eq!(decode(codec, &data, Handler::Strict).unwrap(), "aé😀");
        }
    }
}
