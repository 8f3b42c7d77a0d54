//! Lines of text: dedenting, indenting, and widths on a terminal.

use unicode_width::UnicodeWidthChar;

/// Removes the indentation that all lines have in common; lines of blanks become empty.
pub(super) fn dedent(lines: &[&str]) -> Vec<String> {
    let blank = |line: &str| line.chars().all(char::is_whitespace);
    let mut margin: Option<&str> = None;
    for line in lines.iter().filter(|line| !blank(line)) {
        let own = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        margin = Some(match margin {
            None => own,
            Some(margin) => {
                let common = margin.bytes().zip(own.bytes()).take_while(|(a, b)| a == b).count();
                &margin[..common]
            }
        });
    }
    let margin = margin.map_or(0, str::len);
    lines.iter().map(|line| if blank(line) { String::new() } else { line[margin..].to_owned() }).collect()
}

/// Puts a prefix before every line of a text.
pub(super) fn indent(text: &str, prefix: &str) -> String {
    text.split_inclusive('\n').flat_map(|line| [prefix, line]).collect()
}

/// How wide the first `count` characters of a line are shown.
pub(super) fn width(line: &str, count: usize) -> usize {
    if line.is_ascii() {
        return count;
    }
    line.chars().take(count).map(|c| if c.width() == Some(2) { 2 } else { 1 }).sum()
}

/// Characters before a byte offset; an offset within a character counts it.
pub(super) fn chars_before(line: &str, offset: usize) -> usize {
    line.char_indices().take_while(|(at, _)| *at < offset).count()
}

/// The byte offset of a character.
pub(super) fn byte_of(line: &str, count: usize) -> usize {
    line.char_indices().nth(count).map_or(line.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dedent_takes_the_common_margin() {
        assert_eq!(dedent(&["  a", "    b", "   "]), ["a", "  b", ""]);
        assert_eq!(dedent(&["\ta", "  b"]), ["\ta", "  b"]);
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(width("日本 x", 3), 5);
        assert_eq!(width("abc", 2), 2);
    }
}
