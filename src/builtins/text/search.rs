//! Searching and splitting bytes, and so UTF-8 text: a match of valid text in valid text begins and ends between characters.

use std::ops::Range;

use memchr::memmem;

/// Places that are tried one by one before a searcher is prepared.
const TRIES: usize = 6;
/// Haystacks shorter than this are searched without preparing a searcher.
const SHORT: usize = 96;

/// The first place of a needle.
pub fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(0),
        [byte] => memchr::memchr(*byte, haystack),
        [first, ..] => {
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
        [byte] => memchr::memchr_iter(*byte, haystack).count(),
        _ if haystack.len() < needle.len() => 0,
        _ => memmem::find_iter(haystack, needle).count(),
    }
}

/// Hands over the pieces between the first `most` places of a separator (not empty), in order.
pub fn split(haystack: &[u8], separator: &[u8], most: usize, mut piece: impl FnMut(Range<usize>)) {
    let mut from = 0;
    let mut cut = |at: usize| {
        piece(from..at);
        from = at + separator.len();
    };
    if let [byte] = separator {
        memchr::memchr_iter(*byte, haystack).take(most).for_each(&mut cut);
    } else if haystack.len() < SHORT {
        let mut start = 0;
        for _ in 0..most {
            let Some(at) = find(&haystack[start..], separator) else { break };
            cut(start + at);
            start += at + separator.len();
        }
    } else {
        memmem::find_iter(haystack, separator).take(most).for_each(&mut cut);
    }
    piece(from..haystack.len());
}

/// As [`split`], from the end: the pieces come in reverse order.
pub fn rsplit(haystack: &[u8], separator: &[u8], most: usize, mut piece: impl FnMut(Range<usize>)) {
    let mut to = haystack.len();
    for _ in 0..most {
        let Some(at) = rfind(&haystack[..to], separator) else { break };
        piece(at + separator.len()..to);
        to = at;
    }
    piece(0..to);
}

/// Hands over the words of bytes, in order; after `most` of them the rest is one more, without the white space before it.
pub fn words(data: &[u8], most: usize, space: impl Fn(u8) -> bool, mut word: impl FnMut(Range<usize>)) {
    let mut at = 0;
    let mut left = most;
    loop {
        while at < data.len() && space(data[at]) {
            at += 1;
        }
        if at == data.len() {
            return;
        }
        if left == 0 {
            return word(at..data.len());
        }
        let start = at;
        while at < data.len() && !space(data[at]) {
            at += 1;
        }
        word(start..at);
        left -= 1;
    }
}

/// As [`words`], from the end: the words come in reverse order, and the rest lacks the white space behind it.
pub fn rwords(data: &[u8], most: usize, space: impl Fn(u8) -> bool, mut word: impl FnMut(Range<usize>)) {
    let mut at = data.len();
    let mut left = most;
    loop {
        while at > 0 && space(data[at - 1]) {
            at -= 1;
        }
        if at == 0 {
            return;
        }
        if left == 0 {
            return word(0..at);
        }
        let end = at;
        while at > 0 && !space(data[at - 1]) {
            at -= 1;
        }
        word(at..end);
        left -= 1;
    }
}

/// Hands over the lines of bytes; `\r\n` is one break. With `keep` a line includes its break. `width` tells the length of the
/// break at the start of the bytes it gets, 0 where there is none.
pub fn lines(data: &[u8], keep: bool, width: impl Fn(&[u8]) -> usize, mut line: impl FnMut(Range<usize>)) {
    let (mut start, mut at) = (0, 0);
    while at < data.len() {
        let long = width(&data[at..]);
        if long == 0 {
            at += 1;
            continue;
        }
        line(start..if keep { at + long } else { at });
        at += long;
        start = at;
    }
    if start < data.len() {
        line(start..data.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(run: impl FnOnce(&mut dyn FnMut(Range<usize>)), text: &str) -> Vec<String> {
        let mut all = Vec::new();
        run(&mut |range| all.push(text[range].to_string()));
        all
    }

    #[test]
    fn splits_from_both_ends() {
        let text = "a, b, c";
        assert_eq!(pieces(|f| split(text.as_bytes(), b", ", 1, f), text), ["a", "b, c"]);
        assert_eq!(pieces(|f| split(text.as_bytes(), b",", usize::MAX, f), text), ["a", " b", " c"]);
        assert_eq!(pieces(|f| rsplit(text.as_bytes(), b", ", 1, f), text), ["c", "a, b"]);
    }

    #[test]
    fn words_keep_the_space_behind_the_rest() {
        let space = |byte| byte == b' ';
        let text = "  a  b  c  ";
        assert_eq!(pieces(|f| words(text.as_bytes(), usize::MAX, space, f), text), ["a", "b", "c"]);
        assert_eq!(pieces(|f| words(text.as_bytes(), 1, space, f), text), ["a", "b  c  "]);
        assert_eq!(pieces(|f| rwords(text.as_bytes(), 1, space, f), text), ["c", "  a  b"]);
    }
}
