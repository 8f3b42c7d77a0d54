//! Which bytes a match can begin with, from any place of a program on.
//!
//! The answer is never too small: a byte that isn't in the set cannot begin what the program takes from there. What matches without
//! taking anything is told apart, since the callers judge it differently.

use super::ast::At;
use super::program::{Instruction, Program};

/// A set of bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ByteSet(pub [u64; 4]);

impl ByteSet {
    pub const ALL: ByteSet = ByteSet([u64::MAX; 4]);

    #[inline(always)]
    pub fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte >> 6)] >> (byte & 63) & 1 != 0
    }

    pub fn add(&mut self, byte: u8) {
        self.0[usize::from(byte >> 6)] |= 1 << (byte & 63);
    }

    pub fn add_all(&mut self, other: &ByteSet) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine |= theirs;
        }
    }

    pub fn meets(&self, other: &ByteSet) -> bool {
        self.0.iter().zip(other.0).any(|(mine, theirs)| mine & theirs != 0)
    }

    pub fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    pub fn iter(&self) -> impl Iterator<Item = u8> {
        let set = *self;
        (0..=255).filter(move |byte| set.has(*byte))
    }

    /// The bytes whose entry in a table of a class isn't 0.
    pub fn of_table(table: &[u8; 256]) -> ByteSet {
        let mut set = ByteSet::default();
        for (word, entries) in set.0.iter_mut().zip(table.chunks(64)) {
            for (place, entry) in entries.iter().enumerate() {
                *word |= u64::from(*entry != 0) << place;
            }
        }
        set
    }
}

/// What can come first.
#[derive(Clone, Copy, Default, Debug)]
pub struct First {
    pub set: ByteSet,
    /// The whole pattern may match here without taking anything.
    pub accepts: bool,
    /// So it may, at places that the characters before decide, or nothing is known.
    pub loose: bool,
    /// It may go on at the end of the text, and only there.
    pub ends: bool,
    /// The end of the lookaround or atomic group that it began in was reached: what is inside has matched then, whatever comes.
    leaves: bool,
}

impl First {
    const UNKNOWN: First = First { set: ByteSet::ALL, accepts: true, loose: true, ends: true, leaves: true };

    /// Whether a byte of the set must come.
    pub fn takes(&self) -> bool {
        !self.may_stop() && !self.ends && self.set != ByteSet::ALL
    }

    /// Whether a match, or the lookaround or atomic group in question, may end without another byte.
    pub fn may_stop(&self) -> bool {
        self.accepts || self.loose || self.leaves
    }
}

/// Instructions that one question looks at before it gives up; for what a match begins with, it looks at more.
const PATIENCE: usize = 256;
const MUCH_PATIENCE: usize = 8192;

/// Asks about a program; it keeps its memory between questions.
#[derive(Default)]
pub struct Asker {
    /// For each instruction, the question that last looked at it, twice: with `\b` and the like on the way or without.
    seen: Vec<[u32; 2]>,
    question: u32,
    todo: Vec<(u32, bool)>,
}

impl Asker {
    /// What can come first from an instruction on.
    pub fn first(&mut self, program: &Program, from: u32) -> First {
        self.first_within(program, from, 0)
    }

    fn first_within(&mut self, program: &Program, from: u32, depth: u32) -> First {
        self.seen.resize(program.code.len(), [0; 2]);
        self.question += 1;
        let question = self.question;
        let bottom = self.todo.len();
        self.todo.push((from, false));
        let mut first = First::default();
        let (mut looked, patience) = (0, if from == 0 { MUCH_PATIENCE } else { PATIENCE });
        while self.todo.len() > bottom {
            let Some((mut at, mut loose)) = self.todo.pop() else { break };
            while let Some(next) = self.look(program, at, &mut loose, &mut first, (from, question, depth)) {
                at = next;
                looked += 1;
                if looked > patience {
                    break;
                }
            }
            looked += 1;
            if looked > patience {
                self.todo.truncate(bottom);
                return First::UNKNOWN;
            }
        }
        first
    }

    /// Looks at one instruction; gives the next if it may take nothing.
    fn look(
        &mut self,
        program: &Program,
        at: u32,
        loose: &mut bool,
        first: &mut First,
        (from, question, depth): (u32, u32, u32),
    ) -> Option<u32> {
        let seen = &mut self.seen[at as usize][usize::from(*loose)];
        if *seen == question {
            return None;
        }
        *seen = question;
        let next = at + 1;
        match program.code[at as usize] {
            Instruction::Match if *loose => first.loose = true,
            Instruction::Match => first.accepts = true,
            Instruction::Fail => {}
            Instruction::Byte(byte) => first.set.add(byte),
            Instruction::Letter(byte) => {
                first.set.add(byte);
                first.set.add(byte ^ 0x20);
            }
            Instruction::Literal { start, .. } => first.set.add(program.literals[start as usize]),
            Instruction::Class(class) | Instruction::Grab { class, .. } => {
                first.set.add_all(&program.classes[class as usize].firsts)
            }
            Instruction::Run(run) => {
                let run = program.runs[run as usize];
                first.set.add_all(&program.classes[run.class as usize].firsts);
                return (run.min == 0).then_some(next);
            }
            Instruction::Assert(At::LineEnd | At::LastLineEnd) => {
                first.set.add(b'\n');
                first.ends = true;
            }
            Instruction::Assert(At::TextEnd) => first.ends = true,
            Instruction::Assert(_) => {
                *loose = true;
                return Some(next);
            }
            Instruction::Jump(to) => return Some(to),
            Instruction::Branch(other)
            | Instruction::Choose { other, .. }
            | Instruction::Decide { other, .. }
            | Instruction::Unless { other, .. } => {
                self.todo.push((other, *loose));
                return Some(next);
            }
            // The top is passed the first time if there must be a round.
            Instruction::LoopStart(number) if program.loops[number as usize].min > 0 => return Some(next + 2),
            Instruction::LoopStart(_) => return Some(next),
            Instruction::LoopTop(number) => {
                self.todo.push((program.loops[number as usize].exit, *loose));
                return Some(next + 1);
            }
            Instruction::LookStart(register) => return self.look_ahead(program, at, register, loose, first, depth),
            Instruction::LookEnd(_) | Instruction::NotEnd(_) => {
                first.leaves = true;
                first.loose |= *loose;
            }
            Instruction::AtomicEnd(register) => {
                let start = program.code[..at as usize].iter().rposition(|code| *code == Instruction::AtomicStart(register));
                let begun_inside = start.is_none_or(|start| start < from as usize) && from <= at;
                first.leaves |= begun_inside;
                first.loose |= begun_inside && *loose;
                return (!begun_inside).then_some(next);
            }
            Instruction::NotStart { end, .. } => {
                *loose = true;
                return Some(end);
            }
            Instruction::Back(_) | Instruction::Backreference { .. } => *first = First::UNKNOWN,
            Instruction::Open(_)
            | Instruction::Close(_)
            | Instruction::Switch(_)
            | Instruction::LoopAgain(_)
            | Instruction::AtomicStart(_) => return Some(next),
        }
        None
    }

    /// A lookahead that must take something says what comes; past any other, only what comes behind it is known.
    fn look_ahead(
        &mut self,
        program: &Program,
        at: u32,
        register: u32,
        loose: &mut bool,
        first: &mut First,
        depth: u32,
    ) -> Option<u32> {
        if depth < 4 {
            let inner = self.first_within(program, at + 1, depth + 1);
            if inner.takes() {
                first.set.add_all(&inner.set);
                return None;
            }
        }
        *loose = true;
        let end = program.code[at as usize..].iter().position(|code| *code == Instruction::LookEnd(register));
        match end {
            Some(distance) => Some(at + distance as u32 + 1),
            None => {
                *first = First::UNKNOWN;
                None
            }
        }
    }
}
