//! Checks by data flow that no instruction reads a register that may be unset there, and that a return leaves no object behind in the
//! registers that it does not look at.
//!
//! A walk over all paths, exceptions included, with a few bits a register. The check knows what each opcode takes, writes and
//! leaves behind beyond the letters of the opcode table: windows of calls, receivers of methods, items of unpacking.

use super::{Code, CodeKind, Const, Instr, Intrinsic, NONE, Op, YIELD_UNUSED};

const UNSET: u8 = 1;
const SET: u8 = 2;
/// The second register of a looked-up method: a receiver, or unset on purpose.
const RECEIVER: u8 = 4;
/// May hold an object: anything but a number, a bool, None and the like.
const OBJECT: u8 = 8;
/// What a register that was just taken had, of the two bits before: shifted out of their way until its value is written elsewhere.
const TAKEN: u32 = 4;
/// What is written may be anything.
const ANY: u8 = SET | OBJECT;

type State = Vec<u8>;

/// The first instruction that may read an unset register, and which one.
pub(super) fn check(code: &Code) -> Result<(), (usize, String)> {
    let mut walk = Walk { code, states: vec![None; code.instrs.len()], queue: Vec::new() };
    walk.reach(0, &entry(code));
    while let Some(at) = walk.queue.pop() {
        if let Some(state) = walk.states[at].clone() {
            walk.step(at, state).map_err(|text| (at, text))?;
        }
    }
    Ok(())
}

fn entry(code: &Code) -> State {
    let mut state = vec![UNSET; usize::from(code.registers)];
    let namespace = code.kind == CodeKind::Class || code.locals.first().is_some_and(|name| &**name == ".namespace");
    state[..code.parameters()].fill(ANY);
    if namespace {
        state[0] = ANY;
    }
    state
}

struct Walk<'a> {
    code: &'a Code,
    states: Vec<Option<State>>,
    queue: Vec<usize>,
}

impl Walk<'_> {
    /// Control may come to an instruction in a state.
    fn reach(&mut self, at: usize, state: &State) {
        let Some(slot) = self.states.get_mut(at) else { return };
        match slot {
            None => *slot = Some(state.clone()),
            Some(known) => {
                let mut changed = false;
                for (old, new) in known.iter_mut().zip(state) {
                    changed |= *old | new != *old;
                    *old |= new;
                }
                if !changed {
                    return;
                }
            }
        }
        self.queue.push(at);
    }

    fn step(&mut self, at: usize, mut state: State) -> Result<(), String> {
        let instr = self.code.instrs[at];
        let before = state.clone();
        reads(instr, &mut state)?;
        if can_raise(instr.op) {
            self.raise(at, &before);
            self.raise(at, &state);
        }
        let next = at as i64 + 1;
        match instr.op {
            Op::Jump | Op::JumpBack => self.reach((next + i64::from(instr.jump32())) as usize, &state),
            Op::JumpIf | Op::JumpIfNone => {
                self.reach((next + i64::from(instr.jump32())) as usize, &state);
                self.reach(at + 1, &state);
            }
            Op::ForIter => {
                let mut ended = state.clone();
                ended[usize::from(instr.b)] = UNSET;
                self.reach(at + 1 + usize::from(instr.c), &ended);
                writes(self.code, instr, &mut state);
                self.reach(at + 1, &state);
            }
            Op::Return | Op::ReturnNone => {
                let end = usize::from(instr.b);
                if let Some(left) = state.iter().skip(end).position(|bits| bits & OBJECT != 0) {
                    return Err(format!(
                        "register {} may hold an object, but no register from {end} on is looked at",
                        end + left
                    ));
                }
            }
            Op::Raise | Op::Reraise => {}
            _ => {
                if instr.op.info().operands.contains("c:j") {
                    self.reach((next + i64::from(instr.jump16())) as usize, &state);
                }
                writes(self.code, instr, &mut state);
                self.reach(at + 1, &state);
            }
        }
        Ok(())
    }

    /// An exception at an instruction goes to its handler.
    fn raise(&mut self, at: usize, state: &State) {
        let covers = |handler: &&super::Handler| (handler.start as usize..handler.end as usize).contains(&at);
        let Some(&handler) = self.code.handlers.iter().find(covers) else { return };
        let mut state = state.clone();
        let register = usize::from(handler.register);
        state[register.max(self.code.locals.len())..].fill(UNSET);
        state[register] = ANY;
        self.reach(handler.target as usize, &state);
    }
}

fn can_raise(op: Op) -> bool {
    !matches!(op, Op::Clear | Op::LoadConst | Op::Move | Op::Take | Op::MakeCell | Op::PushExc | Op::PopExc | Op::Jump)
}

fn need(state: &State, register: u16) -> Result<(), String> {
    match state.get(usize::from(register)) {
        Some(&bits) if bits & UNSET == 0 => Ok(()),
        _ => Err(format!("register {register} may be unset")),
    }
}

fn take(state: &mut State, first: u16, count: usize) -> Result<(), String> {
    for register in usize::from(first)..usize::from(first) + count {
        need(state, register as u16)?;
        state[register] = UNSET;
    }
    Ok(())
}

/// Checks what an instruction reads, and unsets what it takes.
fn reads(instr: Instr, state: &mut State) -> Result<(), String> {
    let (n, a, b, c) = (usize::from(instr.n), instr.a, instr.b, usize::from(instr.c));
    match instr.op {
        Op::Clear => state[usize::from(a)..usize::from(a) + c].fill(UNSET),
        Op::MakeCell | Op::CheckBound | Op::DeleteLocal => {}
        Op::Move | Op::Take => {
            let bits = state[usize::from(b)];
            if bits & UNSET != 0 && bits & RECEIVER == 0 {
                return Err(format!("register {b} may be unset"));
            }
            if instr.op == Op::Take {
                state[usize::from(b)] = UNSET | (bits & (RECEIVER | OBJECT)) << TAKEN;
            }
        }
        Op::Call | Op::CallKw => take(state, b, n + 1)?,
        Op::CallMethod | Op::Append | Op::CallMethodKw => {
            take(state, b, 1)?;
            if state[usize::from(b) + 1] & RECEIVER == 0 {
                need(state, b + 1)?;
            }
            state[usize::from(b) + 1] = UNSET;
            take(state, b + 2, n)?;
        }
        Op::Invoke => take(state, b + 1, n + 1)?,
        Op::CallEx => {
            take(state, b, 2)?;
            state[usize::from(b) + 2] = UNSET;
        }
        Op::LoadSuperAttr => take(state, b, 3)?,
        Op::MakeFunction => take(state, a + 1, instr.n.count_ones() as usize)?,
        Op::BuildTuple | Op::BuildList | Op::BuildSet | Op::BuildString => take(state, b, c)?,
        Op::BuildDict => take(state, b, 2 * c)?,
        Op::BuildSlice => take(state, b, n)?,
        Op::YieldFrom => take(state, b, 1)?,
        Op::Intrinsic => match Intrinsic::ALL.get(n) {
            Some(Intrinsic::PrintExpr) | None => need(state, b)?,
            Some(what) => take(state, b, what.operands())?,
        },
        Op::MatchClass => {
            need(state, b)?;
            need(state, instr.c)?;
            need(state, instr.c + 1)?;
        }
        Op::Unpack => {
            need(state, b)?;
            if c == 1 {
                state[usize::from(b)] = UNSET;
            }
        }
        _ => plain_reads(instr, state)?,
    }
    Ok(())
}

/// Reads as the letters of the table say, and the bits of jumps that unset their operands.
fn plain_reads(instr: Instr, state: &mut State) -> Result<(), String> {
    for group in instr.op.info().operands.split_whitespace() {
        let register = match group.as_bytes()[0] {
            b'a' => instr.a,
            b'b' => instr.b,
            _ => instr.c,
        };
        match &group[group.len() - 2..] {
            ":r" | ":m" => need(state, register)?,
            ":o" if register != NONE => need(state, register)?,
            ":t" => take(state, register, 1)?,
            _ => {}
        }
    }
    match instr.op {
        Op::StoreAttr if instr.n == 1 => state[usize::from(instr.b)] = UNSET,
        Op::SetItem if instr.n == 1 => state[usize::from(instr.c)] = UNSET,
        _ => {}
    }
    if instr.op.info().name.starts_with("Jump") {
        if instr.n & 2 != 0 {
            state[usize::from(instr.a)] = UNSET;
        }
        if instr.n & 4 != 0 {
            state[usize::from(instr.b)] = UNSET;
        }
    }
    Ok(())
}

/// Whether what an instruction writes is never an object.
fn writes_plain(code: &Code, instr: Instr) -> bool {
    match instr.op {
        Op::Not | Op::Is | Op::In | Op::GetLen | Op::MatchSequence | Op::MatchMapping => true,
        Op::LoadConst => matches!(
            code.consts.get(instr.bc() as usize),
            Some(Const::None | Const::Bool(_) | Const::Ellipsis | Const::Int(_) | Const::Float(_))
        ),
        _ => false,
    }
}

/// Notes what an instruction writes.
fn writes(code: &Code, instr: Instr, state: &mut State) {
    let (n, a, c) = (usize::from(instr.n), usize::from(instr.a), usize::from(instr.c));
    match instr.op {
        Op::Clear => {}
        Op::DeleteLocal => state[a] = UNSET,
        Op::Yield if instr.n & YIELD_UNUSED != 0 => {}
        Op::MakeCell => state[a] = ANY,
        Op::CheckBound => state[a] = SET | state[a] & OBJECT,
        Op::LoadMethod | Op::LoadAppend | Op::LoadSpecial => {
            state[a] = ANY;
            state[a + 1] = ANY | UNSET | RECEIVER;
        }
        Op::LoadSuperAttr => {
            state[a] = ANY;
            if n == 1 {
                state[a + 1] = ANY | UNSET | RECEIVER;
            }
        }
        Op::Take | Op::Move => {
            let source = usize::from(instr.b);
            let had = (state[source] | state[source] >> TAKEN) & (RECEIVER | OBJECT);
            state[a] = if had & RECEIVER != 0 { ANY | UNSET | RECEIVER } else { SET | had };
            state[source] &= SET | UNSET | RECEIVER | OBJECT;
        }
        Op::Unpack => state[a..a + n].fill(ANY),
        Op::UnpackMany => state[a..a + c].fill(ANY),
        Op::UnpackEx => state[a..a + n + 1 + c].fill(ANY),
        Op::ExcTriple => state[a..a + 3].fill(ANY),
        _ if instr.op.info().operands.starts_with("a:w") => state[a] = if writes_plain(code, instr) { SET } else { ANY },
        _ => {}
    }
}
