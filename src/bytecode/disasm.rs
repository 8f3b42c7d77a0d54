//! Code as a readable listing: `acli dis`, golden files, learners.

use std::fmt::Write;

use super::{Code, Const, Instr, Intrinsic, NONE, Op};

/// A code and all codes nested in it.
pub fn disassemble(code: &Code) -> String {
    let mut out = String::new();
    listing(code, &mut out);
    out
}

fn listing(code: &Code, out: &mut String) {
    let _ = writeln!(out, "{} {:?} ({} registers)", code.qualname, code.kind, code.registers);
    header(code, out);
    let mut line = 0;
    for (at, &instr) in code.instrs.iter().enumerate() {
        let span = code.spans.get(at).copied().unwrap_or_default();
        let here = if span.is_empty() { line } else { code.source.line(span.start) };
        if here != line {
            let _ = write!(out, "{here:>5} ");
            line = here;
        } else {
            out.push_str("      ");
        }
        let _ = writeln!(out, "{at:>5}  {}", instruction(code, at, instr).trim_end());
    }
    for handler in &code.handlers {
        let register = register(code, handler.register);
        let _ = writeln!(out, "  {}..{} -> {} in {register}", handler.start, handler.end, handler.target);
    }
    for constant in &code.consts {
        if let Const::Code(inner) = constant {
            out.push('\n');
            listing(inner, out);
        }
    }
}

fn header(code: &Code, out: &mut String) {
    if code.parameters() > 0 {
        let _ = write!(out, "  parameters: {} positional", code.positional);
        for (count, word) in [(code.positional_only, "positional-only"), (code.keyword_only, "keyword-only")] {
            if count > 0 {
                let _ = write!(out, ", {count} {word}");
            }
        }
        out.push_str(if code.varargs { ", *args" } else { "" });
        out.push_str(if code.varkw { ", **kwargs" } else { "" });
        out.push('\n');
    }
    for (word, names) in [("locals", &code.locals), ("free", &code.free)] {
        if !names.is_empty() {
            let _ = writeln!(out, "  {word}: {}", names.join(", "));
        }
    }
    if !code.cells.is_empty() {
        let cells: Vec<String> = code.cells.iter().map(|&cell| register(code, cell)).collect();
        let _ = writeln!(out, "  cells: {}", cells.join(", "));
    }
}

fn instruction(code: &Code, at: usize, instr: Instr) -> String {
    let info = instr.op.info();
    let mut text = format!("{:<18}", info.name);
    let mut parts = Vec::new();
    for group in info.operands.split_whitespace() {
        let Some((field, kind)) = group.split_once(':') else { continue };
        parts.push(operand(code, at, instr, field, kind));
    }
    text.push_str(&parts.join(", "));
    text
}

fn operand(code: &Code, at: usize, instr: Instr, field: &str, kind: &str) -> String {
    let value = match field {
        "a" => u32::from(instr.a),
        "b" => u32::from(instr.b),
        "c" => u32::from(instr.c),
        "n" => u32::from(instr.n),
        _ => instr.bc(),
    };
    let short = value as u16;
    let next = at as i64 + 1;
    match kind {
        "o" if short == NONE => "-".to_owned(),
        "w" | "r" | "t" | "m" | "o" => register(code, short),
        "k" | "K" => constant(code.consts.get(value as usize)),
        "s" => {
            let name = code.sites.get(value as usize).and_then(|&name| code.names.get(usize::from(name)));
            name.map_or_else(|| format!("site {value}?"), |name| format!(".{name}"))
        }
        "v" => code.names.get(value as usize).map_or_else(|| format!("name {value}?"), |name| name.to_string()),
        "f" => code.free.get(value as usize).map_or_else(|| format!("free {value}?"), |name| format!("free {name}")),
        "j" => format!("-> {}", next + i64::from(instr.jump16())),
        "x" => format!("-> {}", next + i64::from(instr.c)),
        "J" => format!("-> {}", next + i64::from(instr.jump32())),
        _ if instr.op == Op::Intrinsic => match Intrinsic::ALL.get(value as usize) {
            Some(intrinsic) => format!("{intrinsic:?}"),
            None => format!("intrinsic {value}?"),
        },
        _ => value.to_string(),
    }
}

fn register(code: &Code, at: u16) -> String {
    match code.locals.get(usize::from(at)) {
        Some(name) => format!("r{at}({name})"),
        None => format!("r{at}"),
    }
}

fn constant(constant: Option<&Const>) -> String {
    let Some(constant) = constant else { return "constant?".to_owned() };
    match constant {
        Const::None => "None".to_owned(),
        Const::Bool(true) => "True".to_owned(),
        Const::Bool(false) => "False".to_owned(),
        Const::Ellipsis => "...".to_owned(),
        Const::Int(value) => value.to_string(),
        Const::BigInt(value) => value.to_string(),
        Const::Float(value) => format!("{value:?}"),
        Const::Imaginary(value) => format!("{value}j"),
        Const::Str(text) => format!("{text:?}"),
        Const::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Const::Tuple(items) => format!("({})", join(items)),
        Const::FrozenSet(items) => format!("frozenset({})", join(items)),
        Const::Code(code) => format!("<code {}>", code.qualname),
    }
}

fn join(items: &[Const]) -> String {
    items.iter().map(|item| constant(Some(item))).collect::<Vec<_>>().join(", ")
}
