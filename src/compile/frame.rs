//! One code object under construction: registers, flow, labels, blocks.
//!
//! Invariants. Temporaries are used in stack discipline: `top` is the first free register. `flow` tells, for the place where
//! the next instruction goes, whether it can be reached, which locals are surely bound there, and which temporaries may hold an
//! object that nothing needs any more once they lie above `top`. Where control can't go nothing is emitted.

use super::bits::Bits;
use super::blocks::Block;
use super::emit::{Emitter, Finished, Label, Overflow};
use crate::bytecode::{Const, Instr, NONE, Op, YIELD_UNUSED};
use crate::resolve::ScopeId;
use crate::source::Span;

/// What is known of a place in the code.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    pub reachable: bool,
    /// Locals that are surely bound.
    pub bound: Bits,
    /// Temporaries that may hold an object that keeps others alive.
    pub dirty: Bits,
    /// Temporaries that may hold anything counted, the dirty ones among them.
    held: Bits,
}

impl Flow {
    fn merge(&mut self, other: &Flow) {
        self.bound.intersect(&other.bound);
        self.dirty.unite(&other.dirty);
        self.held.unite(&other.held);
    }

    /// Notes that a temporary may hold an object that keeps others alive.
    pub fn soil(&mut self, register: u16) {
        self.dirty.insert(register);
        self.held.insert(register);
    }

    /// Notes that a temporary holds nothing.
    pub fn clean(&mut self, register: u16) {
        self.dirty.remove(register);
        self.held.remove(register);
    }
}

/// A code object under construction.
pub(super) struct Frame<'a> {
    pub emitter: Emitter,
    pub flow: Flow,
    incoming: Vec<Option<Flow>>,
    /// The frame's own scope.
    pub home: ScopeId,
    /// The scope that code is now compiled in: `home` or a comprehension inlined into it.
    pub scope: ScopeId,
    pub name: Box<str>,
    pub qualname: Box<str>,
    /// Registers of locals.
    pub locals: u16,
    /// The first free register.
    pub top: u16,
    highest: u16,
    /// One past the highest temporary that may hold something counted at the end of a loop's body.
    looped: u16,
    /// Set where registers have run out.
    pub overflow: bool,
    /// Locals that something unbinds somewhere.
    pub deleted: Bits,
    /// Locals that a walrus binds somewhere: not to be read in place beside other operands.
    pub walrus: Bits,
    pub blocks: Vec<Block<'a>>,
    /// Whether there is a first parameter, which `super()` passes on.
    pub has_parameter: bool,
}

impl<'a> Frame<'a> {
    pub fn new(home: ScopeId, locals: u16) -> Frame<'a> {
        Frame {
            emitter: Emitter::default(),
            flow: Flow { reachable: true, ..Flow::default() },
            incoming: Vec::new(),
            home,
            scope: home,
            name: "".into(),
            qualname: "".into(),
            locals,
            top: locals,
            highest: locals,
            looped: 0,
            overflow: false,
            deleted: Bits::default(),
            walrus: Bits::default(),
            blocks: Vec::new(),
            has_parameter: false,
        }
    }

    /// Takes the next temporary.
    pub fn push(&mut self) -> u16 {
        self.push_many(1)
    }

    /// Takes consecutive temporaries; the first of them.
    pub fn push_many(&mut self, count: usize) -> u16 {
        let first = self.top;
        match u16::try_from(usize::from(first) + count) {
            Ok(top) if top < NONE => self.top = top,
            _ => self.overflow = true,
        }
        self.highest = self.highest.max(self.top);
        first
    }

    /// Gives back the temporaries from `mark` on.
    pub fn release(&mut self, mark: u16) {
        self.top = mark;
    }

    pub fn is_temp(&self, register: u16) -> bool {
        register >= self.locals
    }

    /// Emits an instruction and notes what it does to its registers, single takes included.
    pub fn emit(&mut self, span: Span, op: Op, n: u8, a: u16, b: u16, c: u16) {
        if !self.flow.reachable {
            return;
        }
        self.emitter.push(span, Instr::new(op, n, a, b, c), None);
        if op == Op::Yield && n & YIELD_UNUSED != 0 {
            self.flow.clean(b);
        } else {
            self.note(op, a, b);
        }
    }

    /// Emits an instruction with a 32-bit operand that is no jump.
    pub fn emit_wide(&mut self, span: Span, op: Op, n: u8, a: u16, bc: u32) {
        if !self.flow.reachable {
            return;
        }
        self.emitter.push(span, Instr::wide(op, n, a, bc), None);
        self.note(op, a, NONE);
    }

    fn note(&mut self, op: Op, a: u16, b: u16) {
        use Op::{EndAsyncFor, ListToTuple, PopExc, Raise, Reraise, Return, ReturnNone, Take, Yield, YieldFrom};
        match op {
            Take | Yield | ListToTuple | YieldFrom => self.flow.clean(b),
            PopExc | EndAsyncFor => self.flow.clean(a),
            _ => {}
        }
        if matches!(op, Return | ReturnNone | Raise | Reraise) {
            self.flow.reachable = false;
        }
        if op.info().operands.starts_with("a:w") {
            self.wrote(op, a);
        }
    }

    fn wrote(&mut self, op: Op, a: u16) {
        if !self.is_temp(a) {
            self.flow.bound.insert(a);
        } else if yields_object(op) {
            self.flow.soil(a);
        } else {
            self.flow.clean(a);
            if !yields_plain(op) {
                self.flow.held.insert(a);
            }
        }
    }

    /// Notes that an instruction has taken registers.
    pub fn taken(&mut self, first: u16, count: usize) {
        for at in 0..count {
            self.flow.clean(first + at as u16);
        }
    }

    /// Notes that an instruction has taken a register, if that is a temporary.
    pub fn taken_if_temp(&mut self, register: u16) {
        if self.is_temp(register) {
            self.flow.clean(register);
        }
    }

    /// The register from which on none holds an object, but for a result about to be returned.
    fn objects_end(&self) -> u16 {
        let low = self.top.max(self.locals);
        self.flow.held.range_from(low).map_or(low, |(_, last)| last + 1)
    }

    /// Registers in all, and the instructions. A `return` that stands before the end of a loop's body comes after it, too.
    pub fn finish(mut self) -> Result<(u16, Finished), Overflow> {
        self.emitter.raise_return_ends(self.looped);
        Ok((self.highest, self.emitter.finish()?))
    }

    /// Emits the return of a register's value, or of None.
    pub fn emit_return(&mut self, span: Span, result: Option<u16>) {
        let end = self.objects_end();
        match result {
            Some(result) => self.emit(span, Op::Return, 0, result, end, 0),
            None => self.emit(span, Op::ReturnNone, 0, 0, end, 0),
        }
    }

    /// Notes that an instruction has written registers beyond its first.
    pub fn written(&mut self, first: u16, count: usize) {
        for at in 0..count {
            let register = first + at as u16;
            if self.is_temp(register) {
                self.flow.soil(register);
            } else {
                self.flow.bound.insert(register);
            }
        }
    }

    pub fn label(&mut self) -> Label {
        self.incoming.push(None);
        self.emitter.new_label()
    }

    /// Emits a conditional jump.
    pub fn branch(&mut self, span: Span, instr: Instr, target: Label) {
        if !self.flow.reachable {
            return;
        }
        self.emitter.push(span, instr, Some(target));
        self.flows_to(target);
    }

    /// Emits a jump forward.
    pub fn jump(&mut self, span: Span, target: Label) {
        self.branch(span, Instr::new(Op::Jump, 0, 0, 0, 0), target);
        self.flow.reachable = false;
    }

    /// Emits a jump backward.
    pub fn jump_back(&mut self, span: Span, target: Label) {
        if self.flow.reachable {
            self.looped = self.looped.max(self.flow.held.range_from(self.locals).map_or(0, |(_, last)| last + 1));
            self.emitter.push(span, Instr::new(Op::JumpBack, 0, 0, 0, 0), Some(target));
            self.flow.reachable = false;
        }
    }

    /// Notes that control goes to a label with the current state.
    pub fn flows_to(&mut self, target: Label) {
        let flow = &self.flow;
        match &mut self.incoming[target.0 as usize] {
            Some(known) => known.merge(flow),
            empty => *empty = Some(flow.clone()),
        }
    }

    /// Places a label that only forward jumps go to.
    pub fn bind(&mut self, label: Label) {
        self.emitter.place(label);
        match (self.incoming[label.0 as usize].take(), self.flow.reachable) {
            (Some(known), true) => self.flow.merge(&known),
            (Some(known), false) => self.flow = known,
            (None, _) => {}
        }
    }

    /// Places the label at the head of a loop: what the body may unbind is no longer sure.
    pub fn bind_head(&mut self, label: Label) {
        self.bind(label);
        self.flow.bound.subtract(&self.deleted);
    }

    /// Goes on at a handler: `before` is the flow where its region began.
    pub fn bind_handler(&mut self, label: Label, before: &Flow, register: u16) {
        self.emitter.place(label);
        self.highest = self.highest.max(register + 1);
        self.flow = before.clone();
        self.flow.bound.subtract(&self.deleted);
        for at in before.held.iter().filter(|&at| at >= register) {
            self.flow.clean(at);
        }
        self.flow.soil(register);
    }

    /// Unsets the temporaries that lie above `top` and may hold an object.
    pub fn flush(&mut self) {
        let low = self.top.max(self.locals);
        let Some((first, last)) = self.flow.dirty.range_from(low) else { return };
        if self.flow.reachable {
            let count = last - first + 1;
            self.emitter.push(self.last_span(), Instr::new(Op::Clear, 0, first, 0, count), None);
        }
        (first..=last).for_each(|at| self.flow.clean(at));
    }

    fn last_span(&self) -> Span {
        self.emitter.last_span()
    }

    pub fn load_const(&mut self, span: Span, dst: u16, constant: Const) {
        use Const::{Bool, Ellipsis, Float, Int, None};
        let plain = matches!(constant, None | Bool(_) | Ellipsis | Int(_) | Float(_));
        let at = self.emitter.constant(constant);
        self.emit_wide(span, Op::LoadConst, 0, dst, at);
        if plain {
            self.flow.held.remove(dst);
        }
    }
}

/// Whether what an opcode writes is never counted.
fn yields_plain(op: Op) -> bool {
    matches!(op, Op::Not | Op::Is | Op::In | Op::GetLen | Op::MatchSequence | Op::MatchMapping)
}

/// Whether what an opcode writes may keep other objects alive, so that a leftover must be unset.
fn yields_object(op: Op) -> bool {
    use Op::*;
    !matches!(
        op,
        LoadConst
            | Sub
            | Mul
            | TrueDiv
            | FloorDiv
            | Pow
            | LShift
            | RShift
            | AddK
            | SubK
            | MulK
            | TrueDivK
            | FloorDivK
            | ModK
            | BitAndK
            | LShiftK
            | RShiftK
            | Negative
            | Positive
            | Invert
            | Not
            | Lt
            | Le
            | Gt
            | Ge
            | Eq
            | Ne
            | Is
            | In
            | BuildString
            | Format
            | GetLen
            | MatchSequence
            | MatchMapping
            | LoadAssertionError
            | LoadBuildClass
    )
}
