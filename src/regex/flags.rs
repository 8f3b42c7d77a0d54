//! The flags of a pattern, with the numbers that Python's `re.RegexFlag` gives them.

/// A set of flags.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Flags(pub u32);

impl Flags {
    pub const NONE: Flags = Flags(0);
    pub const IGNORECASE: Flags = Flags(2);
    pub const LOCALE: Flags = Flags(4);
    pub const MULTILINE: Flags = Flags(8);
    pub const DOTALL: Flags = Flags(16);
    pub const UNICODE: Flags = Flags(32);
    pub const VERBOSE: Flags = Flags(64);
    pub const ASCII: Flags = Flags(256);
    /// The flags of which one excludes the others: they say what a letter is.
    pub const ALPHABETS: Flags = Flags(Flags::ASCII.0 | Flags::LOCALE.0 | Flags::UNICODE.0);

    /// Whether one of `other` is set.
    #[inline]
    pub fn has(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }

    pub fn with(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }

    pub fn without(self, other: Flags) -> Flags {
        Flags(self.0 & !other.0)
    }

    /// The flags inside a group that turns some on and some off. An alphabet replaces the one before.
    pub fn scoped(self, on: Flags, off: Flags) -> Flags {
        let base = if on.has(Flags::ALPHABETS) { self.without(Flags::ALPHABETS) } else { self };
        base.with(on).without(off)
    }

    /// The flag that a letter of `(?…)` stands for.
    pub fn of_letter(letter: u32) -> Option<Flags> {
        Some(match char::from_u32(letter)? {
            'i' => Flags::IGNORECASE,
            'L' => Flags::LOCALE,
            'm' => Flags::MULTILINE,
            's' => Flags::DOTALL,
            'u' => Flags::UNICODE,
            'x' => Flags::VERBOSE,
            'a' => Flags::ASCII,
            _ => return None,
        })
    }
}
