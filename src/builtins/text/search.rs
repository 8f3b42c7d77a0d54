//! Searching and splitting bytes, and so UTF-8 text: a match of valid text in valid text begins and ends between characters.

use std::ops::Range;

use memchr::memmem;

/// Places that are tried one by one before a searcher is prepared.
const TRIES: usize = 6;
/// Bytes that are looked at one by one before a search is prepared.
const NEAR: usize = 32;

/// The first place of a needle.
pub fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(0),
        [byte] => first_byte(haystack, *byte),
        [first, ..] => {
            if haystack.len() < NEAR {
                return (0..(haystack.len() + 1).saturating_sub(needle.len())).find(|at| begins(&haystack[*at..], needle));
            }
            // Few places begin as the needle does: trying those is quicker than preparing a searcher.
            for at in memchr::memchr_iter(*first, haystack).take(TRIES) {
                if haystack[at..].starts_with(needle) {
                    return Some(at);
                }
            }
            let tried = memchr::memchr_iter(*first, haystack).nth(TRIES)?;
            memmem::find(&haystack[tried..], needle).map(|at| tried + at)
        }
    }
}

/// The first place of a byte.
#[inline]
pub fn first_byte(haystack: &[u8], byte: u8) -> Option<usize> {
    if haystack.len() < NEAR / 2 { haystack.iter().position(|other| *other == byte) } else { memchr::memchr(byte, haystack) }
}

/// Whether bytes begin as a needle does that is not longer.
#[inline(always)]
fn begins(bytes: &[u8], needle: &[u8]) -> bool {
    let last = needle.len() - 1;
    bytes[0] == needle[0] && bytes[last] == needle[last] && (last < 2 || bytes[1..last] == needle[1..last])
}

/// The places of a needle (not empty) that don't overlap, in order.
pub struct Matches<'a> {
    haystack: &'a [u8],
    needle: &'a [u8],
    at: usize,
    /// What is prepared once a place is far away.
    far: Option<memmem::Finder<'a>>,
}

impl<'a> Matches<'a> {
    /// All places.
    pub fn new(haystack: &'a [u8], needle: &'a [u8]) -> Matches<'a> {
        Matches { haystack, needle, at: 0, far: None }
    }

    /// The first place that is not near, counted from `at`.
    #[inline(never)]
    fn far(&mut self, at: usize) -> Option<usize> {
        let rest = &self.haystack[at..];
        match self.needle {
            [byte] => memchr::memchr(*byte, rest),
            needle if rest.len() < 2 * NEAR => find(rest, needle),
            needle => self.far.get_or_insert_with(|| memmem::Finder::new(needle)).find(rest),
        }
    }
}

impl Iterator for Matches<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let (from, length) = (self.at, self.needle.len());
        // Where the needle may begin.
        let end = (self.haystack.len() + 1).saturating_sub(length);
        let (near, mut at) = (end.min(from + NEAR), from);
        let found = loop {
            let first = self.haystack.get(at..near).and_then(|bytes| bytes.iter().position(|byte| *byte == self.needle[0]));
            match first {
                Some(first) if begins(&self.haystack[at + first..], self.needle) => break at + first,
                Some(first) => at += first + 1,
                None if near >= end => return None,
                None => break near + self.far(near)?,
            }
        };
        self.at = found + length;
        Some(found)
    }
}

/// The last place of a needle.
pub fn rfind(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(haystack.len()),
        [byte] => memchr::memrchr(*byte, haystack),
        _ => memmem::rfind(haystack, needle),
    }
}

/// Number of places of a needle (not empty) that don't overlap.
pub fn count(haystack: &[u8], needle: &[u8]) -> usize {
    match needle {
        [byte] => occurrences(haystack, *byte),
        _ => Matches::new(haystack, needle).count(),
    }
}

/// How often a byte occurs.
pub fn occurrences(haystack: &[u8], byte: u8) -> usize {
    if haystack.len() < NEAR {
        return haystack.iter().filter(|other| **other == byte).count();
    }
    memchr::memchr_iter(byte, haystack).count()
}

/// The first place of a byte from another one on: near ones are looked for without a call.
#[inline(always)]
fn byte_from(haystack: &[u8], byte: u8, from: usize) -> Option<usize> {
    let near = haystack.len().min(from + NEAR);
    let mut at = from;
    while at < near {
        if haystack[at] == byte {
            return Some(at);
        }
        at += 1;
    }
    if near == haystack.len() { None } else { memchr::memchr(byte, &haystack[near..]).map(|found| near + found) }
}

/// The first `most` places of a byte, in order.
pub fn byte_places(haystack: &[u8], byte: u8, most: usize) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let found = byte_from(haystack, byte, from)?;
        from = found + 1;
        Some(found)
    })
    .take(most)
}

/// The first place from another one on of a byte that is a blank or below it; the end where there is none.
#[inline(always)]
fn low_from(data: &[u8], from: usize) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const ABOVE: u64 = EACH * (b' ' as u64 + 1);
    let mut at = from;
    while let Some(eight) = data.get(at..at + 8) {
        let word = u64::from_le_bytes(eight.try_into().unwrap_or_default());
        // The lowest bit that is set belongs to the first such byte; what is borrowed only reaches those behind it.
        let low = word.wrapping_sub(ABOVE) & !word & (EACH << 7);
        if low != 0 {
            return at + low.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while data.get(at).is_some_and(|byte| *byte > b' ') {
        at += 1;
    }
    at
}

/// Memory for how many pieces of so many bytes is asked for at first.
pub fn expected_pieces(length: usize, most: usize) -> usize {
    most.saturating_add(1).min(length / 2 + 1).min(12)
}

/// Bytes that a text has where `old` was replaced by `new` at most so often; a bound is enough where it is small.
pub fn replaced_size(data: &[u8], old: &[u8], new: &[u8], most: usize) -> usize {
    /// Below this nobody asks how much it is.
    const SMALL: usize = 64 << 10;
    let bound = |times: usize| data.len().saturating_add(new.len().saturating_mul(times.min(most)));
    let places = if old.is_empty() { data.len() + 1 } else { data.len() / old.len() };
    if new.len() <= old.len() || bound(places) <= SMALL || old.is_empty() {
        return if new.len() <= old.len() { data.len() } else { bound(places) };
    }
    bound(count(data, old))
}

/// The pieces between some places of a separator of so many bytes.
struct Pieces<P> {
    places: P,
    separator: usize,
    from: usize,
    length: usize,
}

impl<P: Iterator<Item = usize>> Iterator for Pieces<P> {
    type Item = Range<usize>;

    #[inline(always)]
    fn next(&mut self) -> Option<Range<usize>> {
        let from = self.from;
        if from > self.length {
            return None;
        }
        match self.places.next() {
            Some(at) => {
                self.from = at + self.separator;
                Some(from..at)
            }
            None => {
                self.from = usize::MAX;
                Some(from..self.length)
            }
        }
    }
}

/// The pieces between the first `most` places of a byte, in order.
#[inline(always)]
pub fn split_at_byte(haystack: &[u8], byte: u8, most: usize) -> impl Iterator<Item = Range<usize>> {
    Pieces { places: byte_places(haystack, byte, most), separator: 1, from: 0, length: haystack.len() }
}

/// The pieces between the first `most` places of a separator (not empty), in order.
pub fn split<'a>(haystack: &'a [u8], separator: &'a [u8], most: usize) -> impl Iterator<Item = Range<usize>> + 'a {
    let places = Matches::new(haystack, separator).take(most);
    Pieces { places, separator: separator.len(), from: 0, length: haystack.len() }
}

/// As [`split`], from the end: the pieces come in reverse order.
pub fn rsplit<E>(
    haystack: &[u8],
    separator: &[u8],
    most: usize,
    mut piece: impl FnMut(Range<usize>) -> Result<(), E>,
) -> Result<(), E> {
    let mut to = haystack.len();
    for _ in 0..most {
        let Some(at) = rfind(&haystack[..to], separator) else { break };
        piece(at + separator.len()..to)?;
        to = at;
    }
    piece(0..to)
}

/// The words of bytes, in order; after `most` of them the rest is one more, without the white space before it.
pub struct Words<'a, S> {
    data: &'a [u8],
    at: usize,
    left: usize,
    space: S,
}

/// The words of bytes, between those that `space` accepts, of which none is above a blank.
pub fn words<S: Fn(u8) -> bool>(data: &[u8], most: usize, space: S) -> Words<'_, S> {
    Words { data, at: 0, left: most, space }
}

impl<S: Fn(u8) -> bool> Iterator for Words<'_, S> {
    type Item = Range<usize>;

    #[inline(always)]
    fn next(&mut self) -> Option<Range<usize>> {
        let mut start = self.at;
        while (self.space)(*self.data.get(start)?) {
            start += 1;
        }
        if self.left == 0 {
            self.at = self.data.len();
            return Some(start..self.at);
        }
        self.left -= 1;
        let mut end = low_from(self.data, start + 1);
        while let Some(byte) = self.data.get(end)
            && !(self.space)(*byte)
        {
            end = low_from(self.data, end + 1);
        }
        self.at = end;
        Some(start..end)
    }
}

/// As [`words`], from the end: the words come in reverse order, and the rest lacks the white space behind it.
pub fn rwords<E>(
    data: &[u8],
    most: usize,
    space: impl Fn(u8) -> bool,
    mut word: impl FnMut(Range<usize>) -> Result<(), E>,
) -> Result<(), E> {
    let mut at = data.len();
    let mut left = most;
    loop {
        while at > 0 && space(data[at - 1]) {
            at -= 1;
        }
        if at == 0 {
            return Ok(());
        }
        if left == 0 {
            return word(0..at);
        }
        let end = at;
        while at > 0 && !space(data[at - 1]) {
            at -= 1;
        }
        word(at..end)?;
        left -= 1;
    }
}

/// Hands over the lines of bytes; `\r\n` is one break. With `keep` a line includes its break. `width` tells the length of the
/// break at the start of the bytes it gets, 0 where there is none.
pub fn lines<E>(
    data: &[u8],
    keep: bool,
    width: impl Fn(&[u8]) -> usize,
    mut line: impl FnMut(Range<usize>) -> Result<(), E>,
) -> Result<(), E> {
    let (mut start, mut at) = (0, 0);
    while at < data.len() {
        let long = width(&data[at..]);
        if long == 0 {
            at += 1;
            continue;
        }
        line(start..if keep { at + long } else { at })?;
        at += long;
        start = at;
    }
    if start < data.len() { line(start..data.len()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Take<'a> = &'a mut dyn FnMut(Range<usize>) -> Result<(), ()>;

    fn pieces(run: impl FnOnce(Take<'_>) -> Result<(), ()>, text: &str) -> Vec<String> {
        let mut all = Vec::new();
        let taken = run(&mut |range| {
            all.push(text[range].to_string());
            Ok(())
        });
        assert_eq!(taken, Ok(()));
        all
    }

    fn texts(ranges: impl Iterator<Item = Range<usize>>, text: &str) -> Vec<&str> {
        ranges.map(|range| &text[range]).collect()
    }

    #[test]
    fn splits_from_both_ends() {
        let text = "a, b, c";
        assert_eq!(texts(split(text.as_bytes(), b", ", 1), text), ["a", "b, c"]);
        assert_eq!(texts(split(text.as_bytes(), b",", usize::MAX), text), ["a", " b", " c"]);
        assert_eq!(texts(split_at_byte(text.as_bytes(), b',', usize::MAX), text), ["a", " b", " c"]);
        assert_eq!(texts(split_at_byte(b",", b',', usize::MAX), ","), ["", ""]);
        assert_eq!(pieces(|f| rsplit(text.as_bytes(), b", ", 1, f), text), ["c", "a, b"]);
    }

    #[test]
    fn near_and_far_places() {
        let text = format!("ab{}abab{}ab", "x".repeat(100), "a".repeat(70));
        let naive: Vec<usize> = text.match_indices("ab").map(|(at, _)| at).collect();
        assert_eq!(Matches::new(text.as_bytes(), b"ab").collect::<Vec<_>>(), naive);
        assert_eq!(Matches::new(b"aaa", b"aa").collect::<Vec<_>>(), [0]);
        assert_eq!(Matches::new(b"a", b"aa").next(), None);
        assert_eq!((count(text.as_bytes(), b"ab"), count(text.as_bytes(), b"a")), (4, 74));
    }

    #[test]
    fn words_keep_the_space_behind_the_rest() {
        let space = |byte| byte == b' ';
        let text = "  a  b  c  ";
        let long = "some_longer\u{1}word and \u{80}others_too";
        assert_eq!(texts(words(long.as_bytes(), usize::MAX, space), long), ["some_longer\u{1}word", "and", "\u{80}others_too"]);
        assert_eq!(texts(words(text.as_bytes(), usize::MAX, space), text), ["a", "b", "c"]);
        assert_eq!(texts(words(text.as_bytes(), 1, space), text), ["a", "b  c  "]);
        assert_eq!(pieces(|f| rwords(text.as_bytes(), 1, space, f), text), ["c", "  a  b"]);
    }
}
