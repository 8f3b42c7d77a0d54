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

/// Whether there are letters among ASCII characters, all in upper case, or all in lower case.
pub fn has_only_case(text: &[u8], upper: bool) -> bool {
    let mut found = false;
    for chunk in text.chunks(64) {
        let any = |is: fn(&u8) -> bool| chunk.iter().fold(0, |any, byte| any | u8::from(is(byte))) != 0;
        let (lower, capital) = (any(u8::is_ascii_lowercase), any(u8::is_ascii_uppercase));
        if if upper { lower } else { capital } {
            return false;
        }
        found |= lower || capital;
    }
    found
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

/// Appends what a character is in lower case, a capital sigma as inside a word. What is frequent in texts goes without a look at the tables.
#[inline]
pub fn push_lower(c: char, out: &mut String) {
    match c {
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        'à'..='ö' | 'ø'..='ÿ' | 'ß' | 'а'..='џ' | 'α'..='ω' | '\u{3041}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => {
            out.push(c)
        }
        'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => out.push(char::from_u32(c as u32 + 0x20).unwrap_or(c)),
        _ => out.extend(c.to_lowercase()),
    }
}

/// Appends what a character is in upper case.
#[inline]
pub fn push_upper(c: char, out: &mut String) {
    match c {
        _ if c.is_ascii() => out.push(c.to_ascii_uppercase()),
        'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' | '\u{3041}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => out.push(c),
        'à'..='ö' | 'ø'..='þ' | 'а'..='я' => out.push(char::from_u32(c as u32 - 0x20).unwrap_or(c)),
        _ => out.extend(c.to_uppercase()),
    }
}

/// Appends what a character is in title case.
pub fn push_title(c: char, out: &mut String) {
    match special(mappings::TITLE, c) {
        Some(text) => out.push_str(text),
        None => push_upper(c, out),
    }
}

/// Appends what a character is for comparisons that ignore case.
pub fn push_folded(c: char, out: &mut String) {
    match special(mappings::FOLDED, c) {
        Some(text) => out.push_str(text),
        None => push_lower(c, out),
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
    fn cases_are_those_of_the_tables() {
        for c in '\0'..=char::MAX {
            let (mut lower, mut upper) = (String::new(), String::new());
            push_lower(c, &mut lower);
            push_upper(c, &mut upper);
            assert!(lower.chars().eq(c.to_lowercase()) && upper.chars().eq(c.to_uppercase()), "{c:?}");
        }
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
