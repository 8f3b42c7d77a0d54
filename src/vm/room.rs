//! How deep natives may nest: as deep as the native stack goes that they run on.
//!
//! Whatever can recurse natively (a native that calls back, an operation that looks into what its operand holds) passes one of the checks
//! of this file on its way, which compare the address of a local variable with the lowest one that may be reached. Below that there is
//! room for whatever runs between two checks, and above it nothing is counted: a frame takes what it takes, in every build.

use crate::vm::{Raised, Result, Vm};

/// Bytes of stack below the lowest address that checks let pass: for what runs without checking.
const SLACK: usize = 1 << 20;
/// Bytes of stack that natives use at most, however much there is: memory once touched is not given back.
const MOST: usize = 128 << 20;
/// Bytes of stack assumed where nobody says how much there is: threads usually have at least 2 MiB.
const ASSUMED: usize = SLACK + (768 << 10);
/// Bytes of stack that compiling a text takes at most: its nesting is bounded.
const COMPILING: usize = 4 << 20;

/// Roughly the lowest address in use on the running stack. Never in line: an instruction whose own frame holds a local variable would
/// end in a call instead of a jump.
#[inline(never)]
fn here() -> usize {
    let local = 0u8;
    (&raw const local).addr()
}

/// How far down a native stack may be used.
#[derive(Clone, Copy)]
pub struct Room {
    /// The lowest address for natives.
    natives: usize,
    /// The lowest one from which a text may be compiled.
    compiler: usize,
}

impl Room {
    /// That of a stack of so many bytes with its lowest address.
    pub(super) fn of_stack(limit: usize, size: usize) -> Room {
        let usable = size.min(MOST + SLACK).saturating_sub(SLACK.min(size / 2));
        let natives = limit + size - usable;
        Room { natives, compiler: natives + (COMPILING - SLACK).min(usable / 2) }
    }

    /// That of the running thread, which has a stack of so many bytes and has used hardly any of it.
    pub fn of_thread(size: usize) -> Room {
        Room::of_stack(here().saturating_sub(size), size)
    }
}

impl Default for Room {
    fn default() -> Room {
        Room::of_thread(ASSUMED)
    }
}

impl Vm {
    /// Says how far down natives may use the running stack.
    pub fn set_room(&mut self, room: Room) {
        self.room = room;
    }

    /// Whether natives may nest deeper.
    #[inline(always)]
    pub(super) fn has_room(&self) -> bool {
        here() >= self.room.natives
    }

    /// RecursionError where natives nest too deep.
    #[inline(always)]
    pub fn check_room(&self) -> Result<()> {
        if self.has_room() { Ok(()) } else { Err(self.no_room()) }
    }

    /// The same before a text is compiled, which nests natively as the text does.
    pub fn check_room_to_compile(&self) -> Result<()> {
        if here() >= self.room.compiler { Ok(()) } else { Err(self.no_room()) }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn no_room(&self) -> Raised {
        self.recursion_error("maximum recursion depth exceeded")
    }

    /// Runs something that may nest natively, within the limit.
    #[inline]
    pub fn guard<R>(&mut self, body: impl FnOnce(&mut Vm) -> Result<R>) -> Result<R> {
        self.check_room()?;
        body(self)
    }
}
