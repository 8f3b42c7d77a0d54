//! Characters of UTF-8 text by number: counting them, stepping over them, and an index of where they begin.
//!
//! Invariant: offsets that are handed in lie between characters.

use std::cell::RefCell;

/// Characters between two marks of an index.
const STRIDE: usize = 16;
/// Bytes that are looked at at once.
const STEP: usize = 8;
/// The highest bit of each of those bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// How many characters there are.
#[inline]
pub fn count(text: &[u8]) -> usize {
    text.iter().filter(|byte| begins(**byte)).count()
}

/// Whether a byte is the first one of a character.
#[inline(always)]
fn begins(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// The offset of the character that is `number` characters behind the one at `from`; the text's length where there are fewer.
#[inline]
pub fn advance(text: &[u8], from: usize, number: usize) -> usize {
    let (mut at, mut left) = (from, number);
    while let Some(word) = text.get(at..at + STEP) {
        let word = u64::from_le_bytes(word.try_into().unwrap_or_default());
        let mut first = !(word & !(word << 1)) & HIGH;
        let begun = ((first >> 7).wrapping_mul(0x0101_0101_0101_0101) >> 56) as usize;
        if begun > left {
            (0..left).for_each(|_| first &= first - 1);
            return at + first.trailing_zeros() as usize / 8;
        }
        left -= begun;
        at += STEP;
    }
    while let Some(byte) = text.get(at) {
        if begins(*byte) {
            if left == 0 {
                return at;
            }
            left -= 1;
        }
        at += 1;
    }
    at
}

/// Offsets of every 16th character of a text, as far as anybody has asked. What is appended to the text leaves them right.
#[derive(Default)]
pub struct CharIndex(RefCell<Vec<usize>>);

impl CharIndex {
    /// The offset of a character; the text's length for the position behind the last one.
    pub fn offset(&self, text: &[u8], position: usize) -> usize {
        let wanted = position / STRIDE;
        let known = self.0.borrow().get(wanted).copied();
        match known.or_else(|| self.mark(text, wanted)) {
            Some(mark) => advance(text, mark, position % STRIDE),
            None => text.len(),
        }
    }

    /// A mark that nobody has asked for yet.
    #[cold]
    fn mark(&self, text: &[u8], wanted: usize) -> Option<usize> {
        let mut marks = self.0.borrow_mut();
        extend(&mut marks, text, |marks, _| marks.len() > wanted);
        marks.get(wanted).copied()
    }

    /// The number of the character at an offset.
    pub fn position(&self, text: &[u8], offset: usize) -> usize {
        let mut marks = self.0.borrow_mut();
        extend(&mut marks, text, |_, last| last > offset);
        let before = marks.partition_point(|mark| *mark <= offset).saturating_sub(1);
        let mark = marks.get(before).copied().unwrap_or(0);
        before * STRIDE + count(&text[mark..offset])
    }

    /// Forgets what lies behind an offset.
    pub fn cut(&self, offset: usize) {
        self.0.borrow_mut().retain(|mark| *mark < offset);
    }
}

/// Adds marks until there are enough, or the text ends.
fn extend(marks: &mut Vec<usize>, text: &[u8], enough: impl Fn(&[usize], usize) -> bool) {
    if marks.is_empty() {
        marks.push(0);
    }
    while let Some(last) = marks.last().copied()
        && !enough(marks, last)
    {
        let next = advance(text, last, STRIDE);
        if next >= text.len() {
            break;
        }
        marks.push(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_and_positions_are_inverse() {
        let text = "aé€😀".repeat(57);
        let index = CharIndex::default();
        let all: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
        for (position, offset) in all.iter().enumerate().rev() {
            assert_eq!(index.position(text.as_bytes(), *offset), position);
            assert_eq!(index.offset(text.as_bytes(), position), *offset);
        }
        assert_eq!(count(text.as_bytes()), all.len() - 1);
        let longer = text.clone() + &text;
        assert_eq!(index.offset(longer.as_bytes(), all.len() - 1 + 5), text.len() + 11);
    }
}
