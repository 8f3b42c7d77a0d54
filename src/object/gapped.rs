//! The bytes of a bytearray: what is taken from the front leaves a gap, so that the rest is not moved each time.

use std::ops::{Deref, DerefMut};

/// Bytes behind a gap, which is never longer than they are.
#[derive(Default)]
pub struct Gapped {
    all: Vec<u8>,
    gap: usize,
}

impl From<Vec<u8>> for Gapped {
    fn from(all: Vec<u8>) -> Gapped {
        Gapped { all, gap: 0 }
    }
}

impl Deref for Gapped {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        &self.all[self.gap..]
    }
}

impl DerefMut for Gapped {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.all[self.gap..]
    }
}

impl Gapped {
    /// The bytes as a vector, for all that changes their number: without a gap.
    pub fn vec(&mut self) -> &mut Vec<u8> {
        self.all.drain(..self.gap);
        self.gap = 0;
        &mut self.all
    }

    /// Adds a byte.
    pub fn push(&mut self, byte: u8) {
        self.all.push(byte);
    }

    /// Adds bytes.
    pub fn extend_from_slice(&mut self, bytes: &[u8]) {
        self.all.extend_from_slice(bytes);
    }

    /// Removes a byte.
    pub fn remove(&mut self, place: usize) -> u8 {
        let byte = self[place];
        self.cut(place..place + 1);
        byte
    }

    /// Removes a part.
    pub fn cut(&mut self, part: std::ops::Range<usize>) {
        if part.start > 0 {
            self.all.drain(self.gap + part.start..self.gap + part.end);
            return;
        }
        self.gap += part.end;
        if self.gap * 2 > self.all.len() {
            self.vec();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Gapped;

    #[test]
    fn what_is_cut_is_gone_and_nothing_else() {
        let mut model: Vec<u8> = (0..200).collect();
        let mut bytes = Gapped::from(model.clone());
        for n in 0..60usize {
            let start = if n % 3 == 0 { 0 } else { n % 5 };
            let end = (start + n % 4).min(model.len());
            model.drain(start..end);
            bytes.cut(start..end);
            model.push(n as u8);
            bytes.push(n as u8);
            assert_eq!(model[..], bytes[..]);
        }
        assert_eq!(bytes.vec(), &model);
    }
}
