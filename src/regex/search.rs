//! Searches: which places of a text are tried, and walks over all matches.

use super::machine::{Machine, Rules, Scratch, Stop, UNSET};
use super::prefilter::Prefilter;
use super::program::Program;
use super::properties::Properties;
use super::utf8;

/// A text to search. Places are counted in bytes.
#[derive(Clone, Copy)]
pub struct Subject<'t> {
    /// Cut at `endpos`.
    pub text: &'t [u8],
    /// Whether it is UTF-8 with characters beyond ASCII; false for bytes and for ASCII.
    pub wide: bool,
}

/// Where a match may begin and must end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Anywhere.
    Search,
    /// Only at the first place.
    Match,
    /// There, and it must reach the end.
    FullMatch,
}

/// A request: a mode, the place from where on, and whether a match there must not be empty.
#[derive(Clone, Copy)]
pub struct Request {
    pub mode: Mode,
    pub from: usize,
    pub not_empty: bool,
}

/// Looks for a match. The spans of its groups are left in `scratch`.
pub fn find(
    program: &Program,
    properties: &dyn Properties,
    subject: Subject,
    request: Request,
    scratch: &mut Scratch,
    check: &mut dyn FnMut() -> bool,
) -> Result<bool, Stop> {
    if request.from > subject.text.len() {
        return Ok(false);
    }
    if subject.wide {
        find_in::<true>(program, properties, subject.text, request, scratch, check)
    } else {
        find_in::<false>(program, properties, subject.text, request, scratch, check)
    }
}

fn find_in<const WIDE: bool>(
    program: &Program,
    properties: &dyn Properties,
    text: &[u8],
    request: Request,
    scratch: &mut Scratch,
    check: &mut dyn FnMut() -> bool,
) -> Result<bool, Stop> {
    scratch.variables.clear();
    scratch.variables.resize(program.variables as usize, UNSET);
    let not_empty_at = if request.not_empty { request.from } else { UNSET };
    let rules = Rules { full: request.mode == Mode::FullMatch, not_empty_at, check };
    let steps = scratch.steps;
    let mut machine = Machine::<WIDE> { program, properties, text, scratch, rules, lead_end: UNSET, steps };
    let found = if request.mode == Mode::Search {
        machine.search(request.from)
    } else {
        machine.run(request.from).map(|end| end.map(|end| (request.from, end)))
    };
    machine.scratch.steps = machine.steps;
    scratch.shrink();
    let Some((start, end)) = found? else { return Ok(false) };
    scratch.variables[0] = start;
    scratch.variables[1] = end;
    Ok(true)
}

impl<const WIDE: bool> Machine<'_, '_, WIDE> {
    /// Tries each place where a match may begin.
    fn search(&mut self, from: usize) -> Result<Option<(usize, usize)>, Stop> {
        let program = self.program;
        let Some(last) = self.text.len().checked_sub(program.min_length) else { return Ok(None) };
        let mut at = from;
        while at <= last {
            match program.prefilter.next(self.text, at) {
                Some(place) if place <= last => at = place,
                _ => return Ok(None),
            }
            if WIDE && !self.may_begin(at) {
                at = utf8::next(self.text, at);
                continue;
            }
            if let Some(end) = self.run(at)? {
                return Ok(Some((at, end)));
            }
            if matches!(program.prefilter, Prefilter::TextStart) {
                return Ok(None);
            }
            self.forget();
            at = self.after(at);
            self.tick(1)?;
        }
        Ok(None)
    }

    /// Whether the character at a place can begin a match; a byte alone has not decided it.
    #[inline(always)]
    fn may_begin(&self, at: usize) -> bool {
        let Some(class) = self.program.begins else { return true };
        let class = &self.program.classes[class as usize];
        self.text.get(at).is_none_or(|byte| *byte < 0x80) || class.step::<WIDE>(self.text, at, self.properties).is_some()
    }

    /// The next place to try after one that failed.
    #[inline(always)]
    fn after(&mut self, at: usize) -> usize {
        let from = if self.lead_end == UNSET { at } else { self.lead_end };
        self.lead_end = UNSET;
        if from >= self.text.len() {
            from + 1
        } else if WIDE {
            utf8::next(self.text, from)
        } else {
            from + 1
        }
    }

    /// Groups that a failed attempt has set are unset again.
    #[inline(always)]
    fn forget(&mut self) {
        let groups = self.program.last_variable();
        match &mut self.scratch.variables[2..=groups] {
            [_] => {}
            // One group: a call that fills memory costs more.
            [start, end, last] => (*start, *end, *last) = (UNSET, UNSET, UNSET),
            more => more.fill(UNSET),
        }
    }
}

/// A walk over all matches by the rules of Python's `finditer`, `split` and `sub`: an empty match may follow directly on another match, but
/// not on an empty one at the same place.
#[derive(Clone, Copy)]
pub struct Walk {
    request: Request,
}

impl Walk {
    /// Begins at a place. `Mode::Match` walks as a scanner does that only matches where it stands.
    pub fn new(from: usize, mode: Mode) -> Walk {
        Walk { request: Request { mode, from, not_empty: false } }
    }

    /// Where the next search begins.
    pub fn place(&self) -> usize {
        self.request.from
    }

    /// The next match; its spans are left in `scratch`.
    pub fn next(
        &mut self,
        program: &Program,
        properties: &dyn Properties,
        subject: Subject,
        scratch: &mut Scratch,
        check: &mut dyn FnMut() -> bool,
    ) -> Result<bool, Stop> {
        if !find(program, properties, subject, self.request, scratch, check)? {
            return Ok(false);
        }
        let (start, end) = (scratch.variables[0], scratch.variables[1]);
        self.request.not_empty = start == end;
        self.request.from = end;
        Ok(true)
    }
}
