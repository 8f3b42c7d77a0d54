//! The machine: tries a program at one place of a text, with a stack of choices instead of recursion.
//!
//! Invariants: a variable is overwritten only after its old value went to the log, unless there is no choice to go back to; going back to a
//! choice takes the log down to the height that it had then. A choice is never below the height that an open atomic group or lookaround
//! remembers. In a wide text (`WIDE`: UTF-8 with characters beyond ASCII), every place is the beginning of a character or the end.
//!
//! Where the text ends, `endpos` of Python is meant: the caller cuts the text there.

use super::ast::{At, Greed, UNBOUNDED};
use super::class::{Beyond, is_word_byte};
use super::fold::{Fold, lower};
use super::program::{Instruction, NO_TABLE, Program};
use super::properties::Properties;
use super::utf8;

/// A variable without a value.
pub const UNSET: usize = usize::MAX;
/// In `Choice::limit`: the choice is only a place to go on at.
const PLAIN: usize = usize::MAX;
/// Steps between two calls of the caller's check.
const STEPS: u32 = 4096;
/// Entries of the stack and the log together, from which on a match fails for want of memory: at most 800 MB.
const MOST_ENTRIES: usize = 1 << 25;
/// Entries for which room is kept between searches.
const KEPT_ENTRIES: usize = 1 << 14;

/// Why a search was given up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stop {
    /// The caller's check said so.
    Interrupted,
    /// The stack of choices grew too large: `MemoryError`.
    Memory,
}

/// A way back.
#[derive(Clone, Copy)]
struct Choice {
    pc: u32,
    /// The height of the log.
    log: u32,
    at: usize,
    /// `PLAIN`, or of a single-width loop: the least place (greedy), or the rounds that it may still take (lazy).
    limit: usize,
}

/// An old value.
#[derive(Clone, Copy)]
struct Undo {
    variable: u32,
    value: usize,
}

/// What the machine works with; kept between searches so that they need no memory.
#[derive(Default)]
pub struct Scratch {
    pub(super) variables: Vec<usize>,
    choices: Vec<Choice>,
    log: Vec<Undo>,
    /// Steps since the caller's check was last called: many short searches add up.
    pub(super) steps: u32,
}

impl Scratch {
    /// Gives back room that only a long search needs.
    pub(super) fn shrink(&mut self) {
        if self.choices.capacity() + self.log.capacity() > KEPT_ENTRIES {
            self.choices = Vec::new();
            self.log = Vec::new();
        }
    }
}

/// How a match must end, and the caller's check.
pub struct Rules<'c> {
    /// A match must reach the end of the text.
    pub full: bool,
    /// The place at which a match must not be empty, or `UNSET`.
    pub not_empty_at: usize,
    /// Called now and then; false stops the search.
    pub check: &'c mut dyn FnMut() -> bool,
}

/// What an instruction leads to.
enum Step {
    /// To the next one, at a place.
    On(usize),
    /// To another one, at the same place.
    To(u32),
    /// It failed.
    Back,
    /// The program is at its end.
    Match,
}

impl Step {
    #[inline(always)]
    fn on(place: Option<usize>) -> Step {
        place.map_or(Step::Back, Step::On)
    }

    #[inline(always)]
    fn on_if(holds: bool, at: usize) -> Step {
        if holds { Step::On(at) } else { Step::Back }
    }
}

/// One search.
pub struct Machine<'p, 'c, const WIDE: bool> {
    pub program: &'p Program,
    pub properties: &'p dyn Properties,
    pub text: &'p [u8],
    pub scratch: &'p mut Scratch,
    pub rules: Rules<'c>,
    /// Where the loop that the pattern begins with ended.
    pub lead_end: usize,
    pub steps: u32,
}

/// What a loop over so many bytes counts for.
#[inline(always)]
fn steps_for(bytes: usize) -> u32 {
    (bytes / 32) as u32
}

type Outcome<T> = std::result::Result<T, Stop>;

/// Whether two slices of one length are equal. Most are short or differ at once, so a call of the library would cost more.
#[inline(always)]
fn same_bytes(one: &[u8], two: &[u8]) -> bool {
    if one.len() > 16 { one == two } else { one.iter().zip(two).all(|(one, two)| one == two) }
}

impl<'p, const WIDE: bool> Machine<'p, '_, WIDE> {
    /// Counts steps; now and then, asks whether to go on.
    #[inline(always)]
    pub fn tick(&mut self, steps: u32) -> Outcome<()> {
        self.steps += steps;
        if self.steps >= STEPS { self.pause() } else { Ok(()) }
    }

    #[cold]
    #[inline(never)]
    fn pause(&mut self) -> Outcome<()> {
        self.steps = 0;
        if self.scratch.choices.len() + self.scratch.log.len() > MOST_ENTRIES {
            return Err(Stop::Memory);
        }
        if (self.rules.check)() { Ok(()) } else { Err(Stop::Interrupted) }
    }

    /// Sets a variable so that going back restores it.
    #[inline(always)]
    fn set(&mut self, variable: u32, value: usize) {
        let place = &mut self.scratch.variables[variable as usize];
        if !self.scratch.choices.is_empty() {
            self.scratch.log.push(Undo { variable, value: *place });
        }
        *place = value;
    }

    #[inline(always)]
    fn get(&self, variable: u32) -> usize {
        self.scratch.variables[variable as usize]
    }

    #[inline(always)]
    fn push(&mut self, pc: u32, at: usize, limit: usize) {
        let log = self.scratch.log.len() as u32;
        self.scratch.choices.push(Choice { pc, log, at, limit });
    }

    fn unwind(&mut self, height: u32) {
        while self.scratch.log.len() > height as usize {
            let Some(undo) = self.scratch.log.pop() else { break };
            self.scratch.variables[undo.variable as usize] = undo.value;
        }
    }

    /// Tries to match at a place; gives where the match ends.
    pub fn run(&mut self, start: usize) -> Outcome<Option<usize>> {
        self.scratch.choices.clear();
        self.scratch.log.clear();
        let (mut pc, mut at) = (0, start);
        loop {
            match self.step(pc, at)? {
                Step::On(next) => (pc, at) = (pc + 1, next),
                Step::To(other) => pc = other,
                Step::Match if self.accepts(start, at) => return Ok(Some(at)),
                Step::Match | Step::Back => match self.go_back()? {
                    Some(there) => (pc, at) = there,
                    None => return Ok(None),
                },
            }
        }
    }

    /// Carries out one instruction.
    #[inline(always)]
    fn step(&mut self, pc: u32, at: usize) -> Outcome<Step> {
        let program = self.program;
        let text = self.text;
        Ok(match program.code[pc as usize] {
            Instruction::Byte(byte) => Step::on_if(text.get(at) == Some(&byte), at + 1),
            Instruction::Letter(byte) => Step::on_if(text.get(at).is_some_and(|found| found | 0x20 == byte), at + 1),
            Instruction::Literal { start, length } => Step::on(self.literal(at, start, length)),
            Instruction::Class(class) => Step::on(self.class(class, at)),
            Instruction::Grab { class, group } => Step::on(self.grab(class, group, at)),
            Instruction::Run(number) => Step::on(self.single_width(number, pc, at)?),
            Instruction::Assert(place) => Step::on_if(self.holds(place, at), at),
            Instruction::Back(width) => Step::on(self.back(at, width)),
            Instruction::Backreference { group, fold } => Step::on(self.backreference(group, fold, at)),
            Instruction::Open(variable) => Step::On(self.open(variable, at)),
            Instruction::Close(group) => Step::On(self.close(group, at)),
            Instruction::Jump(to) => Step::To(self.jump(to)?),
            Instruction::Branch(other) => Step::To(self.branch(other, pc, at)?),
            Instruction::Choose { set, other } if self.comes(set, at) => Step::To(self.branch(other, pc, at)?),
            Instruction::Choose { other, .. } => Step::To(self.jump(other)?),
            Instruction::Decide { set, .. } if self.comes(set, at) => Step::On(at),
            Instruction::Decide { other, .. } => Step::To(other),
            Instruction::Switch(NO_TABLE) => Step::On(at),
            Instruction::Switch(table) => {
                let table = &program.tables[table as usize];
                Step::To(text.get(at).map_or(table.end, |byte| table.targets[usize::from(*byte)]))
            }
            Instruction::LoopStart(number) => Step::On(self.start_loop(number, at)),
            Instruction::LoopTop(number) => Step::To(self.loop_top(number, pc, at)?),
            Instruction::LoopAgain(number) => Step::On(self.next_round(number, at)),
            Instruction::AtomicStart(register) => Step::On(self.remember(register, at)),
            Instruction::AtomicEnd(register) => Step::On(self.cut(register, at)),
            Instruction::LookStart(register) => Step::On(self.remember_place(register, at)),
            Instruction::LookEnd(register) => Step::On(self.cut(register, self.get(register + 1))),
            Instruction::NotStart { register, end } => Step::On(self.enter_not(register, end, at)),
            Instruction::NotEnd(register) => self.leave_not(register),
            Instruction::Unless { group, .. } if self.is_set(group) => Step::On(at),
            Instruction::Unless { other, .. } => Step::To(other),
            Instruction::Match => Step::Match,
            Instruction::Fail => Step::Back,
        })
    }

    /// Whether a match that began at a place may end at another.
    fn accepts(&self, start: usize, at: usize) -> bool {
        let empty = at == start && at == self.rules.not_empty_at;
        !empty && (!self.rules.full || at == self.text.len())
    }

    #[inline(always)]
    fn class(&self, class: u32, at: usize) -> Option<usize> {
        if at < self.text.len() {
            self.program.classes[class as usize].step::<WIDE>(self.text, at, self.properties)
        } else {
            None
        }
    }

    #[inline(always)]
    fn grab(&mut self, class: u32, group: u32, at: usize) -> Option<usize> {
        let next = self.class(class, at)?;
        self.set(2 * group, at);
        Some(self.close(group, next))
    }

    #[inline(always)]
    fn open(&mut self, variable: u32, at: usize) -> usize {
        self.set(variable, at);
        at
    }

    #[inline(always)]
    fn close(&mut self, group: u32, at: usize) -> usize {
        self.set(2 * group + 1, at);
        self.set(self.program.registers - 1, group as usize);
        at
    }

    /// Jumps may go back, so they count.
    #[inline(always)]
    fn jump(&mut self, to: u32) -> Outcome<u32> {
        self.tick(1)?;
        Ok(to)
    }

    #[inline(always)]
    fn branch(&mut self, other: u32, pc: u32, at: usize) -> Outcome<u32> {
        self.tick(1)?;
        self.push(other, at, PLAIN);
        Ok(pc + 1)
    }

    fn remember(&mut self, register: u32, at: usize) -> usize {
        self.scratch.variables[register as usize] = self.scratch.choices.len();
        at
    }

    fn remember_place(&mut self, register: u32, at: usize) -> usize {
        self.scratch.variables[register as usize + 1] = at;
        self.remember(register, at)
    }

    fn cut(&mut self, register: u32, at: usize) -> usize {
        self.scratch.choices.truncate(self.get(register));
        at
    }

    fn enter_not(&mut self, register: u32, end: u32, at: usize) -> usize {
        self.remember(register, at);
        self.push(end, at, PLAIN);
        at
    }

    /// Goes back to the last choice: where to go on, or None if there is none.
    #[inline(always)]
    fn go_back(&mut self) -> Outcome<Option<(u32, usize)>> {
        loop {
            self.tick(1)?;
            let Some(choice) = self.scratch.choices.last().copied() else { return Ok(None) };
            self.unwind(choice.log);
            if choice.limit == PLAIN {
                self.scratch.choices.pop();
                return Ok(Some((choice.pc, choice.at)));
            }
            if let Some(at) = self.other_width(choice)? {
                return Ok(Some((choice.pc + 1, at)));
            }
        }
    }

    /// Another end of a single-width loop. Takes the choice away when it was the last; None: there was none.
    #[inline]
    fn other_width(&mut self, choice: Choice) -> Outcome<Option<usize>> {
        let Instruction::Run(number) = self.program.code[choice.pc as usize] else { return Ok(None) };
        let run = &self.program.runs[number as usize];
        if run.greed == Greed::Lazy {
            return self.longer(choice, number);
        }
        let shorter = if WIDE { utf8::previous(self.text, choice.at) } else { choice.at - 1 };
        let found = self.last_follow(run.follow, choice.limit, shorter);
        self.tick(steps_for(shorter - found.unwrap_or(choice.limit)))?;
        match found {
            Some(at) if at > choice.limit => {
                if let Some(top) = self.scratch.choices.last_mut() {
                    top.at = at;
                }
            }
            _ => {
                self.scratch.choices.pop();
            }
        }
        Ok(found)
    }

    /// The last place from `low` to `high` where what must follow begins.
    #[inline(always)]
    fn last_follow(&self, follow: Option<u32>, low: usize, high: usize) -> Option<usize> {
        let Some(follow) = follow else { return Some(high) };
        let set = &self.program.sets[follow as usize];
        let mut at = high;
        loop {
            // What follows never begins inside a character, as its set holds no byte that goes on with one.
            if self.text.get(at).is_some_and(|byte| set.has(*byte)) {
                return Some(at);
            }
            if at <= low {
                return None;
            }
            at -= 1;
        }
    }

    /// A lazy loop takes another character, or more, if what must follow is known.
    fn longer(&mut self, choice: Choice, number: u32) -> Outcome<Option<usize>> {
        let run = &self.program.runs[number as usize];
        let class = &self.program.classes[run.class as usize];
        let follow = run.follow.map(|set| &self.program.sets[set as usize]);
        let (mut at, mut left) = (choice.at, choice.limit);
        let from = at;
        loop {
            let step = if left > 0 && at < self.text.len() { class.step::<WIDE>(self.text, at, self.properties) } else { None };
            let Some(next) = step else {
                self.scratch.choices.pop();
                self.tick(steps_for(at - from))?;
                return Ok(None);
            };
            (at, left) = (next, if left == PLAIN - 1 { left } else { left - 1 });
            if follow.is_none_or(|set| self.text.get(at).is_some_and(|byte| set.has(*byte))) {
                break;
            }
        }
        if let Some(top) = self.scratch.choices.last_mut() {
            (top.at, top.limit) = (at, left);
        }
        self.tick(steps_for(at - from))?;
        Ok(Some(at))
    }

    /// A single-width loop: where it ends at first.
    #[inline]
    fn single_width(&mut self, number: u32, pc: u32, at: usize) -> Outcome<Option<usize>> {
        let run = &self.program.runs[number as usize];
        if run.greed == Greed::Lazy {
            let Some((least, _)) = self.scan(number, at, run.min, run.min) else { return Ok(None) };
            let left = if run.max == UNBOUNDED { PLAIN - 1 } else { (run.max - run.min) as usize };
            self.push(pc, least, left);
            let follows = run.follow.is_none_or(|set| self.comes(set, least));
            return Ok(if follows { Some(least) } else { None });
        }
        let Some((end, least)) = self.scan(number, at, run.min, run.max) else { return Ok(None) };
        self.tick(1 + steps_for(end - at))?;
        if run.leads {
            self.lead_end = end;
        }
        if run.greed == Greed::Possessive {
            return Ok(Some(end));
        }
        let found = self.last_follow(run.follow, least, end);
        if let Some(at) = found
            && at > least
        {
            self.push(pc, at, least);
        }
        Ok(found)
    }

    /// How far a single-width loop can go, and the place that `min` rounds reach.
    #[inline(always)]
    fn scan(&self, number: u32, at: usize, min: u32, max: u32) -> Option<(usize, usize)> {
        let run = &self.program.runs[number as usize];
        let class = &self.program.classes[run.class as usize];
        let bytewise = !WIDE || class.beyond == Beyond::None || class.beyond == Beyond::All && max == UNBOUNDED && min <= 1;
        if !bytewise {
            return self.scan_wide(number, at, min, max);
        }
        let rest = &self.text[at.min(self.text.len())..];
        let rest = if max == UNBOUNDED { rest } else { &rest[..rest.len().min(max as usize)] };
        let taken = rest.iter().position(|byte| class.table[usize::from(*byte)] == 0).unwrap_or(rest.len());
        if taken < min as usize {
            return None;
        }
        let least = if WIDE && min == 1 { utf8::next(self.text, at) } else { at + min as usize };
        Some((at + taken, least))
    }

    fn scan_wide(&self, number: u32, start: usize, min: u32, max: u32) -> Option<(usize, usize)> {
        let run = &self.program.runs[number as usize];
        let class = &self.program.classes[run.class as usize];
        let (mut at, mut least, mut count) = (start, start, 0);
        while count < max && at < self.text.len() {
            let Some(next) = class.step::<WIDE>(self.text, at, self.properties) else { break };
            at = next;
            count += 1;
            if count == min {
                least = at;
            }
        }
        (count >= min).then_some((at, least))
    }

    /// Whether a byte of a set comes next.
    #[inline(always)]
    fn comes(&self, set: u32, at: usize) -> bool {
        self.text.get(at).is_some_and(|byte| self.program.sets[set as usize].has(*byte))
    }

    #[inline(always)]
    fn literal(&self, at: usize, start: u32, length: u32) -> Option<usize> {
        let literal = &self.program.literals[start as usize..start as usize + length as usize];
        let end = at + literal.len();
        same_bytes(self.text.get(at..end)?, literal).then_some(end)
    }

    /// At the top of a loop: the instruction to go on with.
    fn loop_top(&mut self, number: u32, pc: u32, at: usize) -> Outcome<u32> {
        self.tick(1)?;
        let this = self.program.loops[number as usize];
        let (again, body) = (pc + 1, pc + 2);
        let count = self.get(this.register);
        if count < this.min as usize {
            self.set(this.register, count + 1);
            return Ok(body);
        }
        // A round that would begin where the last one began has taken nothing: it isn't tried again.
        let may = (this.max == UNBOUNDED || count < this.max as usize) && self.get(this.register + 1) != at;
        if !may || this.enter.is_some_and(|set| !self.comes(set, at)) {
            return Ok(this.exit);
        }
        if this.lazy {
            self.push(again, at, PLAIN);
            return Ok(this.exit);
        }
        if !this.alone {
            self.push(this.exit, at, PLAIN);
        }
        self.next_round(number, at);
        Ok(body)
    }

    fn start_loop(&mut self, number: u32, at: usize) -> usize {
        let register = self.program.loops[number as usize].register;
        self.set(register, 0);
        self.set(register + 1, UNSET);
        at
    }

    fn next_round(&mut self, number: u32, at: usize) -> usize {
        let register = self.program.loops[number as usize].register;
        let count = self.get(register);
        self.set(register, count + 1);
        self.set(register + 1, at);
        at
    }

    /// What must not match has matched: drops its choices, and what it did to the variables.
    fn leave_not(&mut self, register: u32) -> Step {
        let height = self.get(register);
        if let Some(choice) = self.scratch.choices.get(height).copied() {
            self.scratch.choices.truncate(height);
            self.unwind(choice.log);
        }
        Step::Back
    }

    fn back(&self, at: usize, width: u32) -> Option<usize> {
        if !WIDE {
            return at.checked_sub(width as usize);
        }
        let mut at = at;
        for _ in 0..width {
            if at == 0 {
                return None;
            }
            at = utf8::previous(self.text, at);
        }
        Some(at)
    }

    /// Whether a group has matched. One that has begun anew behind its last end is not set until it ends.
    fn is_set(&self, group: u32) -> bool {
        let (start, end) = (self.get(2 * group), self.get(2 * group + 1));
        start != UNSET && end != UNSET && start <= end
    }

    fn backreference(&self, group: u32, fold: Fold, at: usize) -> Option<usize> {
        let (start, end) = (self.get(2 * group), self.get(2 * group + 1));
        if !self.is_set(group) {
            return None;
        }
        let text = self.text;
        if fold == Fold::None {
            return same_bytes(text.get(at..at + (end - start))?, &text[start..end]).then_some(at + (end - start));
        }
        let read = |place: usize| if WIDE { utf8::decode(text, place) } else { (u32::from(text[place]), place + 1) };
        let (mut there, mut here) = (start, at);
        while there < end {
            if here >= text.len() {
                return None;
            }
            let ((one, after_one), (two, after_two)) = (read(there), read(here));
            if one != two && self.lower(one, fold) != self.lower(two, fold) {
                return None;
            }
            (there, here) = (after_one, after_two);
        }
        Some(here)
    }

    #[inline]
    fn lower(&self, c: u32, fold: Fold) -> u32 {
        let known = fold == Fold::Unicode && c >= 0x80;
        if known && !self.program.uppers.get(c, |c| self.properties.lower(c) != c) {
            c
        } else {
            lower(c, fold, self.properties)
        }
    }

    #[inline]
    fn holds(&self, place: At, at: usize) -> bool {
        let text = self.text;
        match place {
            At::TextStart => at == 0,
            At::LineStart => at == 0 || text[at - 1] == b'\n',
            At::TextEnd => at == text.len(),
            At::LineEnd => at == text.len() || text[at] == b'\n',
            At::LastLineEnd => at == text.len() || at + 1 == text.len() && text[at] == b'\n',
            At::Boundary { ascii } => self.is_boundary(at, ascii),
            At::NotBoundary { ascii } => !self.is_boundary(at, ascii),
        }
    }

    #[inline]
    fn is_boundary(&self, at: usize, ascii: bool) -> bool {
        let before = at > 0 && self.is_word(if WIDE { utf8::previous(self.text, at) } else { at - 1 }, ascii);
        let after = at < self.text.len() && self.is_word(at, ascii);
        before != after
    }

    #[inline(always)]
    fn is_word(&self, at: usize, ascii: bool) -> bool {
        let byte = self.text[at];
        if byte < 0x80 || !WIDE || ascii {
            return is_word_byte(byte);
        }
        let word = self.program.word.map(|word| &self.program.classes[word as usize]);
        word.is_some_and(|word| word.step::<WIDE>(self.text, at, self.properties).is_some())
    }
}
