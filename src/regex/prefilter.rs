//! Where a match may begin, found without running the program.

use memchr::{memchr, memchr2, memchr3, memmem};

use super::ast::At;
use super::first::First;
use super::program::{Instruction, Program};

/// What a search looks for.
pub enum Prefilter {
    /// Every place may begin a match.
    None,
    /// Only the beginning of the text.
    TextStart,
    /// The beginnings of lines.
    LineStart,
    /// A row of bytes that each match begins with.
    Literal(Box<memmem::Finder<'static>>),
    /// A row of bytes that each match comes directly behind.
    Behind(Box<memmem::Finder<'static>>),
    /// One byte that each match begins with, or one of two or three.
    One(u8),
    Two(u8, u8),
    Three(u8, u8, u8),
    /// A byte that is marked in the table.
    Table(Box<[bool; 256]>),
}

/// Bytes of which a table is worth it: with nearly all of them, each place is as good.
const TOO_MANY: u32 = 250;

impl Prefilter {
    pub fn of(program: &Program, first: &First) -> Prefilter {
        let begin = program.code.iter().position(|code| !matches!(code, Instruction::Open(_))).unwrap_or(0);
        let literal = |start: u32, length: u32| {
            let bytes = &program.literals[start as usize..(start + length) as usize];
            Box::new(memmem::Finder::new(bytes).into_owned())
        };
        match program.code[begin..] {
            [Instruction::Assert(At::TextStart), ..] => return Prefilter::TextStart,
            [Instruction::Assert(At::LineStart), ..] => return Prefilter::LineStart,
            [Instruction::Literal { start, length }, ..] => return Prefilter::Literal(literal(start, length)),
            [
                Instruction::LookStart(_),
                Instruction::Back(_),
                Instruction::Literal { start, length },
                Instruction::LookEnd(_),
                ..,
            ] => {
                return Prefilter::Behind(literal(start, length));
            }
            _ => {}
        }
        if !first.takes() || first.set.count() > TOO_MANY {
            return Prefilter::None;
        }
        let mut bytes = first.set.iter();
        match (bytes.next(), bytes.next(), bytes.next(), bytes.next()) {
            (Some(one), None, ..) => Prefilter::One(one),
            (Some(one), Some(two), None, _) => Prefilter::Two(one, two),
            (Some(one), Some(two), Some(three), None) => Prefilter::Three(one, two, three),
            _ => {
                let mut table = Box::new([false; 256]);
                first.set.iter().for_each(|byte| table[usize::from(byte)] = true);
                Prefilter::Table(table)
            }
        }
    }

    /// The next place from `at` on where a match may begin.
    #[inline(always)]
    pub fn next(&self, text: &[u8], at: usize) -> Option<usize> {
        match self {
            // Most places of a text may do, so a call for each would cost as much as the match.
            Prefilter::Table(table) => {
                let found = text.get(at..)?.iter().position(|byte| table[usize::from(*byte)])?;
                Some(at + found)
            }
            _ => self.next_by_call(text, at),
        }
    }

    #[inline(never)]
    fn next_by_call(&self, text: &[u8], at: usize) -> Option<usize> {
        let rest = text.get(at..)?;
        let found = match self {
            Prefilter::None => Some(0),
            Prefilter::TextStart => (at == 0).then_some(0),
            Prefilter::LineStart if at == 0 || text[at - 1] == b'\n' => Some(0),
            Prefilter::LineStart => memchr(b'\n', rest).map(|newline| newline + 1),
            Prefilter::Literal(finder) => finder.find(rest),
            Prefilter::Behind(finder) => {
                let before = at.saturating_sub(finder.needle().len());
                return finder.find(&text[before..]).map(|found| before + found + finder.needle().len());
            }
            Prefilter::One(one) => memchr(*one, rest),
            Prefilter::Two(one, two) => memchr2(*one, *two, rest),
            Prefilter::Three(one, two, three) => memchr3(*one, *two, *three, rest),
            Prefilter::Table(table) => rest.iter().position(|byte| table[usize::from(*byte)]),
        };
        found.map(|found| at + found)
    }
}
