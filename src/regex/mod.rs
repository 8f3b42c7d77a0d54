//! Regular expressions with the syntax and the meaning of Python's `re`.
//!
//! A pattern is parsed (`parse`) to a tree (`ast`), compiled (`compile`) to a program (`program`), and the program is refined (`refine`);
//! a machine (`machine`) runs it at the places that a search (`search`) chooses. Texts are bytes, or UTF-8 with lone surrogates as three
//! bytes; all places in texts are counted in bytes. What is known about characters comes from a `Properties`.
//!
//! Known differences from CPython 3.14: where `pos` lies behind `endpos` nothing matches, as its documentation says (`match` may find an
//! empty match there); a conditional that asks for a group from inside that group does not see marks that a failed alternative left behind;
//! `LOCALE` knows the C locale alone; messages show a lone surrogate as U+FFFD; the depth of groups at which `RecursionError` comes is
//! fixed, not what is left of the stack.

mod ast;
mod class;
mod compile;
mod error;
mod first;
mod flags;
mod fold;
mod machine;
mod pages;
mod parse;
mod prefilter;
mod program;
mod properties;
mod quote;
mod refine;
mod search;
mod template;
#[cfg(test)]
mod tests;
mod utf8;

pub use error::{Error, ErrorKind, Warning};
pub use flags::Flags;
pub use machine::{Scratch, Stop};
pub use parse::Kind;
pub use properties::Properties;
pub use search::{Mode, Request, Subject, Walk};
pub use template::{Part, Template};

use machine::UNSET;
use program::Program;

/// A compiled pattern.
pub struct Regex {
    program: Program,
    properties: &'static dyn Properties,
    pub kind: Kind,
    /// The flags in the end.
    pub flags: Flags,
    /// Groups with a number, without the whole match.
    pub groups: u32,
    /// Names of groups and their numbers, in the order of the numbers.
    pub names: Vec<(String, u32)>,
    pub warnings: Vec<Warning>,
}

impl Regex {
    /// Compiles a pattern: UTF-8 for text.
    pub fn new(pattern: &[u8], flags: Flags, kind: Kind, properties: &'static dyn Properties) -> Result<Regex, Error> {
        let parsed = parse::parse(pattern, flags, kind, properties)?;
        let mut program = compile::compile(&parsed, kind, properties)?;
        refine::refine(&mut program);
        Ok(Regex {
            program,
            properties,
            kind,
            flags: parsed.flags,
            groups: parsed.groups,
            names: parsed.names,
            warnings: parsed.warnings,
        })
    }

    /// Looks for a match; its spans are left in `scratch`. `check` is called every few thousand steps and stops the search with false.
    pub fn find(
        &self,
        subject: Subject,
        request: Request,
        scratch: &mut Scratch,
        check: &mut dyn FnMut() -> bool,
    ) -> Result<bool, Stop> {
        search::find(&self.program, self.properties, subject, request, scratch, check)
    }

    /// The next match of a walk over all of them; its spans are left in `scratch`.
    pub fn next(
        &self,
        walk: &mut Walk,
        subject: Subject,
        scratch: &mut Scratch,
        check: &mut dyn FnMut() -> bool,
    ) -> Result<bool, Stop> {
        walk.next(&self.program, self.properties, subject, scratch, check)
    }

    /// The number of a named group.
    pub fn group_named(&self, name: &str) -> Option<u32> {
        self.names.iter().find(|(known, _)| known == name).map(|(_, number)| *number)
    }

    /// The bytes that a group took in the match that `scratch` holds; None: it took no part.
    pub fn span(&self, scratch: &Scratch, group: u32) -> Option<(usize, usize)> {
        let place = 2 * group as usize;
        let (start, end) = (*scratch.variables.get(place)?, *scratch.variables.get(place + 1)?);
        (group <= self.groups && start != UNSET && end != UNSET).then_some((start, end))
    }

    /// The number of the group that was closed last (`Match.lastindex`).
    pub fn last_index(&self, scratch: &Scratch) -> Option<u32> {
        let last = scratch.variables.get(self.program.last_variable()).copied()?;
        (last != UNSET).then_some(last as u32)
    }

    /// The program, for people who look for what a pattern became.
    pub fn listing(&self) -> String {
        self.program.code.iter().enumerate().map(|(place, code)| format!("{place:4} {code:?}\n")).collect()
    }
}
