//! What a pattern is compiled to: instructions of at most twelve bytes, and tables that they point into.
//!
//! Invariants: each index in an instruction lies within its table; each `Instruction` but `Match`, `Fail` and `Jump` has one behind it;
//! variables below `Program::registers` are the ends of groups, and those from there on belong to one loop, atomic group or lookaround.

use super::ast::{At, Greed};
use super::class::Class;
use super::first::ByteSet;
use super::fold::Fold;
use super::pages::Pages;
use super::prefilter::Prefilter;

/// An instruction. Most take characters at the current place or fail; a failure goes back to the last choice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Instruction {
    /// The whole pattern matches here.
    Match,
    Fail,
    /// One byte.
    Byte(u8),
    /// One ASCII letter in either case; the operand is the lower case.
    Letter(u8),
    /// A row of bytes.
    Literal {
        start: u32,
        length: u32,
    },
    /// One character of a class.
    Class(u32),
    /// A group of one character of a class.
    Grab {
        class: u32,
        group: u32,
    },
    /// A single-width loop: the number of a `Run`.
    Run(u32),
    Assert(At),
    /// The beginning of a group: variable.
    Open(u32),
    /// The end of a group: number.
    Close(u32),
    Jump(u32),
    /// Goes on here; the way back leads to the operand.
    Branch(u32),
    /// As `Branch`, where the next byte is in a set; elsewhere goes to `other` at once.
    Choose {
        set: u32,
        other: u32,
    },
    /// As `Choose`, but no way back is needed: what begins at `other` cannot match before a byte of the set.
    Decide {
        set: u32,
        other: u32,
    },
    /// Before alternatives: goes at once to the first one that can begin with the next byte. The number of a table, or `NO_TABLE`.
    Switch(u32),
    /// A loop's counter begins at 0: the number of a `Loop`.
    LoopStart(u32),
    /// The top of a loop: another round or not. `LoopAgain` stands behind it, then the body.
    LoopTop(u32),
    /// Another round of a lazy loop, reached by going back.
    LoopAgain(u32),
    /// Remembers the height of the choices in a register.
    AtomicStart(u32),
    /// Drops the choices above that height.
    AtomicEnd(u32),
    /// A lookaround that must match: registers for the height and the place.
    LookStart(u32),
    LookEnd(u32),
    /// A lookaround that must not match: register, and where to go on when it didn't.
    NotStart {
        register: u32,
        end: u32,
    },
    NotEnd(u32),
    /// Back by so many characters.
    Back(u32),
    Backreference {
        group: u32,
        fold: Fold,
    },
    /// Goes to the operand unless the group is set.
    Unless {
        group: u32,
        other: u32,
    },
}

/// In `Switch`: there is no table, as too little is known about the alternatives.
pub const NO_TABLE: u32 = u32::MAX;

/// Where a `Switch` leads for each byte, and at the end of the text.
pub struct Table {
    pub targets: [u32; 256],
    pub end: u32,
}

/// A single-width loop.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    pub class: u32,
    pub min: u32,
    pub max: u32,
    pub greed: Greed,
    /// What must come behind it, if that is known: the number of a byte set.
    pub follow: Option<u32>,
    /// The pattern begins with it, and where it fails, no match begins inside what it took.
    pub leads: bool,
}

/// A loop over more than a single character.
#[derive(Clone, Copy, Debug)]
pub struct Loop {
    pub min: u32,
    pub max: u32,
    pub lazy: bool,
    /// The variable of the counter; the next one holds where the last round began.
    pub register: u32,
    pub exit: u32,
    /// The bytes that a round begins with, if they are known: the number of a set.
    pub enter: Option<u32>,
    /// What comes behind the loop cannot begin with one of these bytes.
    pub alone: bool,
}

/// A compiled pattern.
pub struct Program {
    pub code: Vec<Instruction>,
    pub literals: Vec<u8>,
    pub classes: Vec<Class>,
    pub sets: Vec<ByteSet>,
    pub tables: Vec<Table>,
    pub runs: Vec<Run>,
    pub loops: Vec<Loop>,
    /// The class `\w`, if `\b` or `\B` asks for it about characters beyond ASCII.
    pub word: Option<u32>,
    /// Whether the lower case of a character is another one.
    pub uppers: Pages,
    /// A class of which a match must begin with a character, if it is known.
    pub begins: Option<u32>,
    /// Groups, that of the whole match not counted.
    pub groups: u32,
    /// Variables: two for each group, one for the last group that closed, then the registers.
    pub registers: u32,
    pub variables: u32,
    /// The least number of bytes that a match takes.
    pub min_length: usize,
    pub prefilter: Prefilter,
}

impl Program {
    /// The variable that holds the number of the group that was closed last.
    pub fn last_variable(&self) -> usize {
        self.registers as usize - 1
    }
}
