//! Annotations as text, for `from __future__ import annotations`: normal form as CPython gives it.
//!
//! What hardly stands in an annotation (lambdas, comprehensions, f-strings) keeps the text of the source.

use std::fmt::Write;

use crate::source::SourceFile;
use crate::syntax::ast::{BoolOp, CmpOp, Constant, Expr, ExprKind, Operator, Slice, UnaryOp};

/// Binding strength, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
struct Level(u8);

const TUPLE: Level = Level(0);
const TEST: Level = Level(1);
const OR: Level = Level(2);
const AND: Level = Level(3);
const NOT: Level = Level(4);
const COMPARE: Level = Level(5);
const BIT_OR: Level = Level(6);
const BIT_XOR: Level = Level(7);
const BIT_AND: Level = Level(8);
const SHIFT: Level = Level(9);
const SUM: Level = Level(10);
const TERM: Level = Level(11);
const FACTOR: Level = Level(12);
const POWER: Level = Level(13);
const ATOM: Level = Level(15);

/// An annotation's text.
pub(super) fn unparse(expr: &Expr, source: &SourceFile) -> String {
    let mut writer = Writer { out: String::new(), source };
    writer.expr(expr, TEST);
    writer.out
}

struct Writer<'a> {
    out: String,
    source: &'a SourceFile,
}

impl Writer<'_> {
    fn expr(&mut self, expr: &Expr, level: Level) {
        match &expr.kind {
            ExprKind::Name(name) => self.out.push_str(name),
            ExprKind::Constant(constant) => self.constant(constant),
            ExprKind::Attribute { value, attr } => {
                self.expr(value, ATOM);
                if matches!(value.kind, ExprKind::Constant(Constant::Int(_))) {
                    self.out.push(' ');
                }
                self.out.push('.');
                self.out.push_str(&attr.name);
            }
            ExprKind::Subscript { value, index } => {
                self.expr(value, ATOM);
                self.out.push('[');
                match &index.kind {
                    ExprKind::Tuple(items) if !items.is_empty() => self.items(items, true),
                    _ => self.expr(index, TUPLE),
                }
                self.out.push(']');
            }
            ExprKind::Tuple(items) => {
                self.out.push('(');
                self.items(items, true);
                self.out.push(')');
            }
            ExprKind::List(items) => {
                self.out.push('[');
                self.items(items, false);
                self.out.push(']');
            }
            ExprKind::Set(items) => {
                self.out.push('{');
                self.items(items, false);
                self.out.push('}');
            }
            ExprKind::Starred(value) => {
                self.out.push('*');
                self.expr(value, BIT_OR);
            }
            ExprKind::Slice(slice) => self.slice(slice),
            ExprKind::Call { func, args, keywords } => {
                self.expr(func, ATOM);
                self.out.push('(');
                self.items(args, false);
                for (at, keyword) in keywords.iter().enumerate() {
                    if at > 0 || !args.is_empty() {
                        self.out.push_str(", ");
                    }
                    match &keyword.arg {
                        Some(arg) => {
                            self.out.push_str(&arg.name);
                            self.out.push('=');
                        }
                        None => self.out.push_str("**"),
                    }
                    self.expr(&keyword.value, TEST);
                }
                self.out.push(')');
            }
            _ => self.operation(expr, level),
        }
    }

    fn operation(&mut self, expr: &Expr, level: Level) {
        let own = match &expr.kind {
            ExprKind::BinOp { op, .. } => operator(*op).1,
            ExprKind::UnaryOp { op: UnaryOp::Not, .. } => NOT,
            ExprKind::UnaryOp { .. } => FACTOR,
            ExprKind::BoolOp { op: BoolOp::And, .. } => AND,
            ExprKind::BoolOp { .. } => OR,
            ExprKind::Compare { .. } => COMPARE,
            ExprKind::IfExp { .. } => TEST,
            _ => {
                self.out.push_str(self.source.slice(expr.span));
                return;
            }
        };
        let wrapped = own < level;
        if wrapped {
            self.out.push('(');
        }
        self.bare_operation(expr, own);
        if wrapped {
            self.out.push(')');
        }
    }

    fn bare_operation(&mut self, expr: &Expr, own: Level) {
        let tighter = Level(own.0 + 1);
        match &expr.kind {
            ExprKind::BinOp { left, op, right } => {
                let (text, _) = operator(*op);
                let power = *op == Operator::Pow;
                self.expr(left, if power { tighter } else { own });
                let _ = write!(self.out, " {text} ");
                self.expr(right, if power { FACTOR } else { tighter });
            }
            ExprKind::UnaryOp { op, operand } => {
                self.out.push_str(match op {
                    UnaryOp::Invert => "~",
                    UnaryOp::Not => "not ",
                    UnaryOp::UAdd => "+",
                    UnaryOp::USub => "-",
                });
                self.expr(operand, own);
            }
            ExprKind::BoolOp { op, values } => {
                let word = if *op == BoolOp::And { " and " } else { " or " };
                for (at, value) in values.iter().enumerate() {
                    if at > 0 {
                        self.out.push_str(word);
                    }
                    self.expr(value, tighter);
                }
            }
            ExprKind::Compare { left, rest } => {
                self.expr(left, tighter);
                for (op, right) in rest {
                    let _ = write!(self.out, " {} ", comparison(*op));
                    self.expr(right, tighter);
                }
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.expr(body, tighter);
                self.out.push_str(" if ");
                self.expr(test, tighter);
                self.out.push_str(" else ");
                self.expr(orelse, TEST);
            }
            _ => {}
        }
    }

    fn items(&mut self, items: &[Expr], tuple: bool) {
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.out.push_str(", ");
            }
            self.expr(item, TEST);
        }
        if tuple && items.len() == 1 {
            self.out.push(',');
        }
    }

    fn slice(&mut self, slice: &Slice) {
        if let Some(lower) = &slice.lower {
            self.expr(lower, TEST);
        }
        self.out.push(':');
        if let Some(upper) = &slice.upper {
            self.expr(upper, TEST);
        }
        if let Some(step) = &slice.step {
            self.out.push(':');
            self.expr(step, TEST);
        }
    }

    fn constant(&mut self, constant: &Constant) {
        let _ = match constant {
            Constant::None => write!(self.out, "None"),
            Constant::True => write!(self.out, "True"),
            Constant::False => write!(self.out, "False"),
            Constant::Ellipsis => write!(self.out, "..."),
            Constant::Int(value) => write!(self.out, "{value}"),
            Constant::BigInt(value) => write!(self.out, "{value}"),
            Constant::Float(value) => write!(self.out, "{value:?}"),
            Constant::Imaginary(value) => write!(self.out, "{value}j"),
            Constant::Str(text) => {
                self.quoted(text);
                Ok(())
            }
            Constant::Bytes(bytes) => write!(self.out, "b'{}'", bytes.escape_ascii()),
        };
    }

    /// A string as `repr` shows it.
    fn quoted(&mut self, text: &str) {
        let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
        self.out.push(quote);
        for c in text.chars() {
            match c {
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                c if c == quote => {
                    self.out.push('\\');
                    self.out.push(c);
                }
                c if c.is_ascii_control() => {
                    let _ = write!(self.out, "\\x{:02x}", c as u32);
                }
                c => self.out.push(c),
            }
        }
        self.out.push(quote);
    }
}

fn operator(op: Operator) -> (&'static str, Level) {
    match op {
        Operator::Add => ("+", SUM),
        Operator::Sub => ("-", SUM),
        Operator::Mult => ("*", TERM),
        Operator::MatMult => ("@", TERM),
        Operator::Div => ("/", TERM),
        Operator::Mod => ("%", TERM),
        Operator::FloorDiv => ("//", TERM),
        Operator::Pow => ("**", POWER),
        Operator::LShift => ("<<", SHIFT),
        Operator::RShift => (">>", SHIFT),
        Operator::BitOr => ("|", BIT_OR),
        Operator::BitXor => ("^", BIT_XOR),
        Operator::BitAnd => ("&", BIT_AND),
    }
}

fn comparison(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => "==",
        CmpOp::NotEq => "!=",
        CmpOp::Lt => "<",
        CmpOp::LtE => "<=",
        CmpOp::Gt => ">",
        CmpOp::GtE => ">=",
        CmpOp::Is => "is",
        CmpOp::IsNot => "is not",
        CmpOp::In => "in",
        CmpOp::NotIn => "not in",
    }
}
