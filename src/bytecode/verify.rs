//! Checks that a code is well formed: what the machine relies on without looking. Builds with debug assertions check every code that is
//! loaded; the compiler is tested and fuzzed against it. `vm/ops` names these guarantees where its unsafe blocks need them:
//!
//! 1. *Operands.* Each register that an instruction names, by a letter of the opcode table or as part of a window of consecutive ones, is one
//!    of the frame's; each constant, site, name and free variable exists; each small number is one that the instruction knows; constants that
//!    must be of one kind are.
//! 2. *Control.* Each jump and each handler leads to an instruction of the code, and no way runs off its end, so that there is always a next
//!    instruction to look at.
//! 3. *Bound.* No register is read that may be unset (`flow`), on any path, exceptions included; receivers of methods may be unset on
//!    purpose.
//! 4. *Left.* Where a frame is left by a return, no register from the instruction's `b` on holds an object, so that the first ones are all
//!    that has to be dropped.
//! 5. *Rest.* Only the codes of generators, coroutines and asynchronous generators, whose frames live apart from the stack, have
//!    instructions that rest.
//! 6. *Parts.* A function's code has free variables exactly where it is made with a closure.
//!
//! What it does not promise: types. An instruction looks at the kind of each value before it goes by it.

use super::{Code, CodeKind, Const, DEFERRED, Instr, Intrinsic, NONE, Op, YIELD_ASYNC};

/// What is wrong with a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// `co_qualname` of the code.
    pub code: String,
    /// The instruction, if it is one.
    pub at: Option<usize>,
    /// What is wrong.
    pub text: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.at {
            Some(at) => write!(f, "{} at {at}: {}", self.code, self.text),
            None => write!(f, "{}: {}", self.code, self.text),
        }
    }
}

/// Checks a code and all codes nested in it.
pub fn verify(code: &Code) -> Result<(), Fault> {
    let fault = |at, text: String| Fault { code: code.qualname.to_string(), at, text };
    frame(code).map_err(|text| fault(None, text))?;
    for (at, &instr) in code.instrs.iter().enumerate() {
        instruction(code, at, instr).map_err(|text| fault(Some(at), format!("{}: {text}", instr.op.info().name)))?;
    }
    super::flow::check(code).map_err(|(at, text)| fault(Some(at), text))?;
    code.consts.iter().try_for_each(|constant| match constant {
        Const::Code(inner) => verify(inner),
        _ => Ok(()),
    })
}

fn frame(code: &Code) -> Result<(), String> {
    let registers = usize::from(code.registers);
    if code.locals.len() > registers || code.parameters() > code.locals.len() {
        return Err("more locals than registers, or more parameters than locals".to_owned());
    }
    if code.positional_only > code.positional {
        return Err("more positional-only parameters than positional ones".to_owned());
    }
    if code.spans.len() != code.instrs.len() {
        return Err("spans and instructions don't match".to_owned());
    }
    if let Some(cell) = code.cells.iter().find(|&&cell| usize::from(cell) >= code.locals.len()) {
        return Err(format!("cell register {cell} is no local"));
    }
    if let Some(site) = code.sites.iter().find(|&&name| usize::from(name) >= code.names.len()) {
        return Err(format!("site of name {site} of {}", code.names.len()));
    }
    if code.kind == CodeKind::Class && code.locals.is_empty() {
        return Err("a class body without a namespace".to_owned());
    }
    match code.instrs.last().map(|instr| instr.op) {
        Some(Op::Return | Op::ReturnNone | Op::Jump | Op::JumpBack | Op::Reraise | Op::Raise) => {}
        _ => return Err("control can run off the end".to_owned()),
    }
    let count = code.instrs.len();
    for handler in &code.handlers {
        let bad = handler.start >= handler.end
            || handler.end as usize > count
            || handler.target as usize >= count
            || !(code.locals.len()..registers).contains(&usize::from(handler.register));
        if bad {
            return Err(format!("handler {handler:?} out of range"));
        }
    }
    Ok(())
}

fn instruction(code: &Code, at: usize, instr: Instr) -> Result<(), String> {
    for group in instr.op.info().operands.split_whitespace() {
        let Some((field, kind)) = group.split_once(':') else { continue };
        let value = match field {
            "a" => u32::from(instr.a),
            "b" => u32::from(instr.b),
            "c" => u32::from(instr.c),
            "n" => u32::from(instr.n),
            _ => instr.bc(),
        };
        let within = |limit: usize, what: &str| {
            if (value as usize) < limit { Ok(()) } else { Err(format!("{field} is {what} {value} of {limit}")) }
        };
        let next = at as i64 + 1;
        let target = |offset: i64| match usize::try_from(next + offset) {
            Ok(to) if to < code.instrs.len() => Ok(()),
            _ => Err(format!("jump to {}", next + offset)),
        };
        match kind {
            "o" if value == u32::from(NONE) => {}
            "w" | "r" | "t" | "m" | "o" => within(usize::from(code.registers), "register")?,
            "k" | "K" => within(code.consts.len(), "constant")?,
            "s" => within(code.sites.len(), "site")?,
            "v" => within(code.names.len(), "name")?,
            "f" => within(code.free.len(), "free variable")?,
            "j" => target(i64::from(instr.jump16()))?,
            "x" => target(i64::from(instr.c))?,
            "J" => target(i64::from(instr.jump32()))?,
            _ => {}
        }
    }
    window(code, instr)?;
    number(code, instr)?;
    constants(code, instr)
}

/// Small numbers that the instruction must know, directions of jumps, and where an instruction may stand.
fn number(code: &Code, instr: Instr) -> Result<(), String> {
    let n = instr.n;
    let good = match instr.op {
        Op::LoadSpecial => n <= 3,
        Op::Format => n <= DEFERRED,
        Op::MakeFunction => n < 16,
        Op::BuildSlice => n == 2 || n == 3,
        Op::Intrinsic => usize::from(n) < Intrinsic::ALL.len(),
        Op::Jump => instr.jump32() >= 0,
        Op::JumpBack => instr.jump32() < 0,
        Op::Yield => match code.kind {
            CodeKind::Generator | CodeKind::Coroutine => n & YIELD_ASYNC == 0,
            CodeKind::AsyncGenerator => true,
            _ => false,
        },
        Op::YieldFrom => matches!(code.kind, CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator),
        _ => true,
    };
    if good { Ok(()) } else { Err(format!("{n} in a code of kind {:?}", code.kind)) }
}

/// Consecutive registers that an instruction uses beyond those that its operands name.
fn window(code: &Code, instr: Instr) -> Result<(), String> {
    let n = usize::from(instr.n);
    let c = usize::from(instr.c);
    let (first, count) = match instr.op {
        Op::Clear => (instr.a, c),
        Op::LoadMethod | Op::LoadAppend | Op::LoadSpecial => (instr.a, 2),
        Op::LoadSuperAttr => (instr.b, 3),
        Op::Call | Op::CallKw => (instr.b, n + 1),
        Op::CallMethod | Op::Append | Op::CallMethodKw | Op::Invoke => (instr.b, n + 2),
        Op::CallEx => (instr.b, 3),
        Op::MakeFunction => (instr.a, 1 + instr.n.count_ones() as usize),
        Op::Unpack => (instr.a, n),
        Op::UnpackMany => (instr.a, c),
        Op::UnpackEx => (instr.a, n + 1 + c),
        Op::BuildTuple | Op::BuildList | Op::BuildSet | Op::BuildString => (instr.b, c),
        Op::BuildDict => (instr.b, 2 * c),
        Op::BuildSlice => (instr.b, n),
        Op::ExcTriple => (instr.a, 3),
        Op::Intrinsic => (instr.b, Intrinsic::ALL.get(n).map_or(0, |what| what.operands())),
        _ => return Ok(()),
    };
    let registers = usize::from(code.registers);
    if usize::from(first) + count <= registers { Ok(()) } else { Err(format!("{count} registers from {first} of {registers}")) }
}

/// Constants that must be of one kind.
fn constants(code: &Code, instr: Instr) -> Result<(), String> {
    let good = match instr.op {
        Op::MakeFunction => match &code.consts[instr.bc() as usize] {
            Const::Code(inner) => inner.free.is_empty() == (instr.n & 8 == 0),
            _ => false,
        },
        Op::CallKw | Op::CallMethodKw => match &code.consts[usize::from(instr.c)] {
            Const::Tuple(names) => names.len() <= usize::from(instr.n),
            _ => false,
        },
        Op::ImportName => matches!(code.consts[usize::from(instr.b)], Const::Tuple(_) | Const::None),
        _ => true,
    };
    if good { Ok(()) } else { Err("a constant of the wrong kind".to_owned()) }
}
