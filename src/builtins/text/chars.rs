//! Properties and case mappings of characters, as CPython's `str` methods see them.

use super::{mappings, properties};

/// Whether a sorted list of places where a property begins and ends holds a code point.
fn holds(boundaries: &[u32], c: char) -> bool {
    boundaries.partition_point(|boundary| *boundary <= c as u32) % 2 == 1
}

/// Whether `repr` shows a character as it is.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() { (' '..='~').contains(&c) } else { holds(properties::PRINTABLE, c) }
}

/// Letters.
pub fn is_alphabetic(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { holds(properties::ALPHABETIC, c) }
}

/// Digits of decimal numbers in any script.
pub fn is_decimal(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { holds(properties::DECIMAL, c) }
}

/// The value of a decimal digit in any script.
pub fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let place = properties::DECIMAL.partition_point(|boundary| *boundary <= c as u32);
    (place % 2 == 1).then(|| (c as u32 - properties::DECIMAL[place - 1]) % 10)
}

/// Digits, superscripts and the like included.
pub fn is_digit(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { holds(properties::DIGIT, c) }
}

/// Characters that stand for a number.
pub fn is_numeric(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { holds(properties::NUMERIC, c) }
}

/// Letters and numbers of any kind.
pub fn is_alphanumeric(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { is_alphabetic(c) || is_numeric(c) }
}

/// Upper-case characters.
pub fn is_upper(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { holds(properties::UPPER, c) }
}

/// Lower-case characters.
pub fn is_lower(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_lowercase() } else { holds(properties::LOWER, c) }
}

/// Title-case digraphs (general category Lt).
pub fn is_title(c: char) -> bool {
    matches!(c, '\u{1c5}' | '\u{1c8}' | '\u{1cb}' | '\u{1f2}' | '\u{1fbc}' | '\u{1fcc}' | '\u{1ffc}')
        || matches!(c, '\u{1f88}'..='\u{1f8f}' | '\u{1f98}'..='\u{1f9f}' | '\u{1fa8}'..='\u{1faf}')
}

/// Characters that have a case.
pub fn is_cased(c: char) -> bool {
    is_lower(c) || is_upper(c) || is_title(c)
}

/// White space as `str.split` sees it.
pub fn is_space(c: char) -> bool {
    match c {
        '\t'..='\r' | '\u{1c}'..='\u{1f}' | ' ' => true,
        _ if c.is_ascii() => false,
        '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' => true,
        _ => matches!(c, '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'),
    }
}

/// Whether `str.splitlines` splits at a character.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Appends what a character is in title case.
pub fn push_title(c: char, out: &mut String) {
    match special(mappings::TITLE, c) {
        Some(text) => out.push_str(text),
        None => out.extend(c.to_uppercase()),
    }
}

/// Appends what a character is for comparisons that ignore case.
pub fn push_folded(c: char, out: &mut String) {
    match special(mappings::FOLDED, c) {
        Some(text) => out.push_str(text),
        None => out.extend(c.to_lowercase()),
    }
}

fn special(table: &'static [(char, &'static str)], c: char) -> Option<&'static str> {
    if c.is_ascii() {
        return None;
    }
    table.binary_search_by_key(&c, |(from, _)| *from).ok().map(|place| table[place].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_of_characters_beyond_ascii() {
        assert!(is_alphabetic('é') && is_lower('é') && is_upper('É') && is_title('ǅ'));
        assert!(is_decimal('٣') && is_digit('²') && !is_decimal('²') && is_numeric('½') && !is_digit('½'));
        assert_eq!((decimal_value('٣'), decimal_value('²'), decimal_value('7')), (Some(3), None, Some(7)));
        assert!(!is_printable('\u{a0}') && !is_printable('\u{ad}') && is_printable('é') && !is_printable('\u{378}'));
    }

    #[test]
    fn title_and_folded_forms() {
        let mut out = String::new();
        push_title('ǆ', &mut out);
        push_title('ß', &mut out);
        push_folded('ß', &mut out);
        push_folded('A', &mut out);
        assert_eq!(out, "ǅSsssa");
    }
}
