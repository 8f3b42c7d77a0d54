//! Parts of a pattern as they stand in messages.

use super::properties::Properties;

/// Characters as they are. A lone surrogate becomes the replacement character: Rust's strings have no place for it.
pub fn plain(chars: &[u32]) -> String {
    chars.iter().map(|c| char::from_u32(*c).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// As `repr` writes a string; with `ascii`, as `ascii` does.
pub fn quoted(chars: &[u32], ascii: bool, properties: &dyn Properties) -> String {
    let has = |quote: u8| chars.contains(&u32::from(quote));
    let quote = if has(b'\'') && !has(b'"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for c in chars {
        match char::from_u32(*c) {
            Some(c) if c == quote || c == '\\' => out.extend(['\\', c]),
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some(c @ ' '..='~') => out.push(c),
            Some(shown) if !ascii && *c > 0x7f && properties.is_printable(*c) => out.push(shown),
            _ if *c < 0x100 => out.push_str(&format!("\\x{c:02x}")),
            _ if *c < 0x10000 => out.push_str(&format!("\\u{c:04x}")),
            _ => out.push_str(&format!("\\U{c:08x}")),
        }
    }
    out.push(quote);
    out
}

/// Whether characters make an identifier.
pub fn is_identifier(chars: &[u32], ascii: bool, properties: &dyn Properties) -> bool {
    let ok = |place: usize, c: u32| match u8::try_from(c) {
        Ok(byte) if byte.is_ascii() => byte == b'_' || byte.is_ascii_alphabetic() || place > 0 && byte.is_ascii_digit(),
        _ if ascii => false,
        _ if place == 0 => properties.begins_identifier(c),
        _ => properties.continues_identifier(c),
    };
    !chars.is_empty() && chars.iter().enumerate().all(|(place, c)| ok(place, *c))
}
