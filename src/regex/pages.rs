//! A property of characters beyond ASCII, remembered: asking a table of ranges costs too much for each character of a text.
//!
//! Nothing is remembered before the property was asked for often. Then, for characters of the basic plane, answers are kept in pages of 64,
//! each filled at its first use. A page may be filled by two threads at once: both write the same.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

/// Questions that are answered without remembering anything.
const PATIENCE: u32 = 48;
/// Characters that have pages.
const COVERED: u32 = 0x1_0000;

/// Answers to one question.
#[derive(Default)]
pub struct Pages {
    asked: AtomicU32,
    known: OnceLock<Box<Known>>,
}

struct Known {
    /// For each page, whether it is filled.
    filled: [AtomicU64; 16],
    pages: [AtomicU64; 1024],
}

impl Pages {
    /// The answer for a character; `ask` gives it if it isn't known.
    #[inline(always)]
    pub fn get(&self, c: u32, ask: impl Fn(u32) -> bool) -> bool {
        match self.known.get() {
            Some(known) if c < COVERED => {
                let page = c as usize >> 6;
                if known.filled[page >> 6].load(Ordering::Acquire) >> (page & 63) & 1 == 0 {
                    known.fill(page, ask);
                }
                known.pages[page].load(Ordering::Relaxed) >> (c & 63) & 1 != 0
            }
            _ => self.ask(c, ask),
        }
    }

    #[cold]
    #[inline(never)]
    fn ask(&self, c: u32, ask: impl Fn(u32) -> bool) -> bool {
        if self.asked.fetch_add(1, Ordering::Relaxed) > PATIENCE {
            self.known.get_or_init(|| {
                Box::new(Known { filled: [const { AtomicU64::new(0) }; 16], pages: [const { AtomicU64::new(0) }; 1024] })
            });
            // A character outside the pages should not come here so often that the counter turns over.
            self.asked.store(0, Ordering::Relaxed);
        }
        ask(c)
    }
}

impl Known {
    #[cold]
    #[inline(never)]
    fn fill(&self, page: usize, ask: impl Fn(u32) -> bool) {
        let first = (page as u32) << 6;
        let bits = (0..64).filter(|place| ask(first + place)).fold(0, |bits, place| bits | 1 << place);
        self.pages[page].store(bits, Ordering::Relaxed);
        self.filled[page >> 6].fetch_or(1 << (page & 63), Ordering::Release);
    }
}
