//! The Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), seeded by arrays of words as in the authors' reference of 2002.

/// Words of state.
pub const WORDS: usize = 624;
const MIDDLE: usize = 397;

/// A generator of 32-bit words.
pub struct Twister {
    words: Box<[u32]>,
    place: usize,
}

impl Twister {
    fn by_word(seed: u32) -> Twister {
        let mut words = vec![seed; WORDS].into_boxed_slice();
        for place in 1..WORDS {
            let before = words[place - 1];
            words[place] = 1_812_433_253u32.wrapping_mul(before ^ before >> 30).wrapping_add(place as u32);
        }
        Twister { words, place: WORDS }
    }

    /// The generator that belongs to a key of at least one word.
    pub fn by_words(key: &[u32]) -> Twister {
        let mut twister = Twister::by_word(19_650_218);
        let words = &mut twister.words;
        let mut place = 1;
        let step = |words: &mut [u32], place: &mut usize, factor: u32, mix: &dyn Fn(u32) -> u32| {
            let before = words[*place - 1];
            words[*place] = mix(words[*place] ^ (before ^ before >> 30).wrapping_mul(factor));
            *place += 1;
            if *place >= WORDS {
                words[0] = words[WORDS - 1];
                *place = 1;
            }
        };
        for turn in 0..WORDS.max(key.len()) {
            let at = turn % key.len().max(1);
            let word = key.get(at).copied().unwrap_or(0);
            step(words, &mut place, 1_664_525, &|mixed| mixed.wrapping_add(word).wrapping_add(at as u32));
        }
        for _ in 1..WORDS {
            let own = place as u32;
            step(words, &mut place, 1_566_083_941, &|mixed| mixed.wrapping_sub(own));
        }
        words[0] = 0x8000_0000;
        twister
    }

    /// The generator in a state; none where it is impossible.
    pub fn of_state(words: Vec<u32>, place: usize) -> Option<Twister> {
        (words.len() == WORDS && place <= WORDS).then(|| Twister { words: words.into(), place })
    }

    /// The state: words and place.
    pub fn state(&self) -> (&[u32], usize) {
        (&self.words, self.place)
    }

    fn refill(&mut self) {
        let words = &mut self.words;
        for place in 0..WORDS {
            let mixed = words[place] & 0x8000_0000 | words[(place + 1) % WORDS] & 0x7FFF_FFFF;
            let odd = if mixed & 1 == 1 { 0x9908_B0DF } else { 0 };
            words[place] = words[(place + MIDDLE) % WORDS] ^ mixed >> 1 ^ odd;
        }
        self.place = 0;
    }

    /// The next word.
    pub fn word(&mut self) -> u32 {
        if self.place >= WORDS {
            self.refill();
        }
        let mut word = self.words[self.place];
        self.place += 1;
        word ^= word >> 11;
        word ^= word << 7 & 0x9D2C_5680;
        word ^= word << 15 & 0xEFC6_0000;
        word ^ word >> 18
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_authors_first_numbers() {
        let mut twister = Twister::by_words(&[0x123, 0x234, 0x345, 0x456]);
        let first: Vec<u32> = (0..5).map(|_| twister.word()).collect();
        assert_eq!(first, [1067595299, 955945823, 477289528, 4107218783, 4228976476]);
    }
}
