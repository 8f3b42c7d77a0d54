//! The emitter: instructions with symbolic jumps, spans, pools, exception table.
//!
//! Jumps are resolved at the end, when every label has its place; a short jump that doesn't reach is then widened to
//! `jump-if +1; Jump +1; Jump target`, which holds for every kind of conditional jump.

use rustc_hash::FxHashMap;

use crate::bytecode::{Const, Handler, Instr, Op};
use crate::source::Span;

/// A place to jump to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Label(pub u32);

const UNPLACED: u32 = u32::MAX;
const NO_LABEL: u32 = u32::MAX;

/// Why code can't be finished: a pool has more entries than an operand can number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Overflow(pub &'static str);

#[derive(Default)]
pub(super) struct Emitter {
    instrs: Vec<Instr>,
    labels: Vec<u32>,
    places: Vec<u32>,
    spans: Vec<Span>,
    consts: Vec<Const>,
    const_index: FxHashMap<Key, u32>,
    names: Vec<Box<str>>,
    name_index: FxHashMap<Box<str>, u16>,
    sites: Vec<u16>,
    handlers: Vec<(u32, u32, Label, u16)>,
    overflow: Option<Overflow>,
}

/// What the emitter hands over.
pub(super) struct Finished {
    pub instrs: Box<[Instr]>,
    pub spans: Box<[Span]>,
    pub consts: Box<[Const]>,
    pub names: Box<[Box<str>]>,
    pub sites: Box<[u16]>,
    pub handlers: Box<[Handler]>,
}

/// A constant as a key: equal keys are the same constant, type and sign of zero included.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    None,
    Bool(bool),
    Ellipsis,
    Int(i64),
    Big(num_bigint::BigInt),
    Float(u64),
    Imaginary(u64),
    Str(Box<str>),
    Bytes(Box<[u8]>),
    Tuple(Vec<Key>),
}

fn key(constant: &Const) -> Option<Key> {
    Some(match constant {
        Const::None => Key::None,
        Const::Bool(value) => Key::Bool(*value),
        Const::Ellipsis => Key::Ellipsis,
        Const::Int(value) => Key::Int(*value),
        Const::BigInt(value) => Key::Big(value.clone()),
        Const::Float(value) => Key::Float(value.to_bits()),
        Const::Imaginary(value) => Key::Imaginary(value.to_bits()),
        Const::Str(text) => Key::Str(text.clone()),
        Const::Bytes(bytes) => Key::Bytes(bytes.clone()),
        Const::Tuple(items) => Key::Tuple(items.iter().map(key).collect::<Option<_>>()?),
        Const::FrozenSet(_) | Const::Code(_) => return None,
    })
}

impl Emitter {
    /// Where the next instruction goes.
    pub fn here(&self) -> u32 {
        self.instrs.len() as u32
    }

    pub fn new_label(&mut self) -> Label {
        self.places.push(UNPLACED);
        Label(self.places.len() as u32 - 1)
    }

    pub fn place(&mut self, label: Label) {
        self.places[label.0 as usize] = self.here();
    }

    pub fn push(&mut self, span: Span, instr: Instr, target: Option<Label>) {
        self.instrs.push(instr);
        self.labels.push(target.map_or(NO_LABEL, |label| label.0));
        self.spans.push(span);
    }

    /// The source of the last instruction.
    pub fn last_span(&self) -> Span {
        self.spans.last().copied().unwrap_or_default()
    }

    /// Index of a constant, for a 32-bit operand.
    pub fn constant(&mut self, constant: Const) -> u32 {
        let Some(key) = key(&constant) else {
            self.consts.push(constant);
            return self.consts.len() as u32 - 1;
        };
        let consts = &mut self.consts;
        *self.const_index.entry(key).or_insert_with(|| {
            consts.push(constant);
            consts.len() as u32 - 1
        })
    }

    /// Index of a constant, for a 16-bit operand; None where the pool has grown past it.
    pub fn short_constant(&mut self, constant: Const) -> Option<u16> {
        u16::try_from(self.constant(constant)).ok()
    }

    /// Index of a constant that no other instruction shares, where the operand has 16 bits only.
    pub fn own_constant(&mut self, constant: Const) -> u16 {
        self.consts.push(constant);
        u16::try_from(self.consts.len() - 1).unwrap_or_else(|_| {
            self.overflow = Some(Overflow("constants"));
            0
        })
    }

    /// Index of a constant, where the operand has 16 bits only.
    pub fn forced_constant(&mut self, constant: Const) -> u16 {
        match self.short_constant(constant) {
            Some(at) => at,
            None => {
                self.overflow = Some(Overflow("constants"));
                0
            }
        }
    }

    pub fn name(&mut self, name: &str) -> u16 {
        if let Some(&at) = self.name_index.get(name) {
            return at;
        }
        if self.names.len() >= usize::from(u16::MAX) {
            self.overflow = Some(Overflow("names"));
            return 0;
        }
        let at = self.names.len() as u16;
        self.names.push(name.into());
        self.name_index.insert(name.into(), at);
        at
    }

    /// A new site for a name.
    pub fn site(&mut self, name: &str) -> u16 {
        let name = self.name(name);
        if self.sites.len() >= usize::from(u16::MAX) {
            self.overflow = Some(Overflow("uses of names"));
            return 0;
        }
        self.sites.push(name);
        self.sites.len() as u16 - 1
    }

    /// An entry of the exception table; inner ones are added first.
    pub fn handler(&mut self, start: u32, end: u32, target: Label, register: u16) {
        if start < end {
            self.handlers.push((start, end, target, register));
        }
    }

    /// Sees to it that each `return` looks at the registers before this one at least.
    pub fn raise_return_ends(&mut self, end: u16) {
        for instr in self.instrs.iter_mut().filter(|instr| matches!(instr.op, Op::Return | Op::ReturnNone)) {
            instr.b = instr.b.max(end);
        }
    }

    /// Resolves the jumps.
    pub fn finish(mut self) -> Result<Finished, Overflow> {
        if let Some(overflow) = self.overflow {
            return Err(overflow);
        }
        let wide = self.find_wide();
        let at = self.positions(&wide);
        let target_of = |label: u32, places: &[u32]| at[places[label as usize] as usize];
        let mut instrs = Vec::with_capacity(at[self.instrs.len()] as usize);
        let mut spans = Vec::with_capacity(instrs.capacity());
        for (index, &instr) in self.instrs.iter().enumerate() {
            let (mut instr, span, label) = (instr, self.spans[index], self.labels[index]);
            if label != NO_LABEL {
                let target = i64::from(target_of(label, &self.places));
                if wide[index] {
                    instr.c = 1;
                    instrs.push(instr);
                    instrs.push(Instr::wide(Op::Jump, 0, 0, 1));
                    let from = instrs.len() as i64 + 1;
                    let op = if target < from { Op::JumpBack } else { Op::Jump };
                    instrs.push(Instr::wide(op, 0, 0, (target - from) as i32 as u32));
                    spans.extend([span; 3]);
                    continue;
                }
                let distance = target - instrs.len() as i64 - 1;
                instr = if is_wide_jump(instr.op) {
                    Instr::wide(instr.op, instr.n, instr.a, distance as i32 as u32)
                } else {
                    Instr { c: distance as i16 as u16, ..instr }
                };
                if instr.op == Op::ForIter {
                    instr.c = distance as u16;
                }
            }
            instrs.push(instr);
            spans.push(span);
        }
        let handlers = std::mem::take(&mut self.handlers);
        let handlers = handlers.into_iter().map(|(start, end, target, register)| Handler {
            start: at[start as usize],
            end: at[end as usize],
            target: target_of(target.0, &self.places),
            register,
        });
        Ok(Finished {
            instrs: instrs.into(),
            spans: spans.into(),
            handlers: handlers.collect(),
            consts: self.consts.into(),
            names: self.names.into(),
            sites: self.sites.into(),
        })
    }

    /// The short jumps that don't reach.
    fn find_wide(&self) -> Vec<bool> {
        let mut wide = vec![false; self.instrs.len()];
        if self.instrs.len() < 16_000 {
            return wide;
        }
        loop {
            let at = self.positions(&wide);
            let mut changed = false;
            for (index, instr) in self.instrs.iter().enumerate() {
                let label = self.labels[index];
                if label == NO_LABEL || wide[index] || is_wide_jump(instr.op) {
                    continue;
                }
                let distance = i64::from(at[self.places[label as usize] as usize]) - i64::from(at[index]) - 1;
                let fits = match instr.op {
                    Op::ForIter => u16::try_from(distance).is_ok(),
                    _ => i16::try_from(distance).is_ok(),
                };
                if !fits {
                    wide[index] = true;
                    changed = true;
                }
            }
            if !changed {
                return wide;
            }
        }
    }

    /// The final place of each instruction, and of the end.
    fn positions(&self, wide: &[bool]) -> Vec<u32> {
        let mut at = Vec::with_capacity(wide.len() + 1);
        let mut next = 0;
        for &wide in wide {
            at.push(next);
            next += if wide { 3 } else { 1 };
        }
        at.push(next);
        at
    }
}

fn is_wide_jump(op: Op) -> bool {
    matches!(op, Op::Jump | Op::JumpBack | Op::JumpIf | Op::JumpIfNone)
}
