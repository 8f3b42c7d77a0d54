//! The tree as text, one node a line: kind, scalar fields, place (`line:column-line:column`); children below, by field.
//!
//! Goldens are written in it, and so that a dump of CPython's own tree can be compared with it line by line, kinds and fields have
//! CPython's names.

use std::fmt::Write;

use super::ast::*;
use super::layout;
use super::soft_keywords;
use super::token::{Tok, Token};
use crate::source::{SourceFile, Span};

/// The tokens of a file, one a line, and what stopped the lexer.
pub fn tokens(source: &SourceFile) -> String {
    let mut layout = layout::lay_out(source.text(), Tok::StartModule, super::MAX_DEPTH);
    soft_keywords::mark(source.text(), &mut layout.tokens);
    let mut out = String::new();
    for Token { tok, span } in layout.tokens.into_iter().skip(1) {
        let (start, text) = (source.line_col(span.start), source.slice(span));
        let _ = write!(out, "{}:{} {}", start.line, start.col, tok.describe());
        let _ = if text.is_empty() || text == tok.describe() { writeln!(out) } else { writeln!(out, " {}", quoted(text)) };
    }
    if let Some(fault) = layout.fault {
        let _ = writeln!(out, "{}: {}", fault.kind.name(), fault.message);
    }
    out
}

/// A whole file.
pub fn module(source: &SourceFile, module: &Module) -> String {
    let mut dump = Dump { source, out: String::new(), depth: 0 };
    module.body.iter().for_each(|stmt| dump.stmt(stmt));
    dump.out
}

/// One expression.
pub fn expression(source: &SourceFile, expr: &Expr) -> String {
    let mut dump = Dump { source, out: String::new(), depth: 0 };
    dump.expr(expr);
    dump.out
}

struct Dump<'a> {
    source: &'a SourceFile,
    out: String,
    depth: usize,
}

impl Dump<'_> {
    fn place(&self, span: Span) -> String {
        let (start, end) = (self.source.line_col(span.start), self.source.line_col(span.end));
        format!("{}:{}-{}:{}", start.line, start.col, end.line, end.col)
    }

    fn line(&mut self, text: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.out, "{:width$}{text}", "", width = self.depth * 2);
    }

    /// A node's line and, one deeper, what `children` writes.
    fn node(&mut self, head: std::fmt::Arguments<'_>, span: Span, children: impl FnOnce(&mut Self)) {
        let place = self.place(span);
        self.line(format_args!("{head} {place}"));
        self.depth += 1;
        children(self);
        self.depth -= 1;
    }

    /// A field's name and, one deeper, what `children` writes.
    fn field(&mut self, name: &str, children: impl FnOnce(&mut Self)) {
        self.line(format_args!(".{name}"));
        self.depth += 1;
        children(self);
        self.depth -= 1;
    }

    fn one(&mut self, name: &str, expr: &Expr) {
        self.field(name, |dump| dump.expr(expr));
    }

    fn maybe(&mut self, name: &str, expr: Option<&Expr>) {
        if let Some(expr) = expr {
            self.one(name, expr);
        }
    }

    fn exprs(&mut self, name: &str, list: &[Expr]) {
        if !list.is_empty() {
            self.field(name, |dump| list.iter().for_each(|expr| dump.expr(expr)));
        }
    }

    fn block(&mut self, name: &str, list: &[Stmt]) {
        if !list.is_empty() {
            self.field(name, |dump| list.iter().for_each(|stmt| dump.stmt(stmt)));
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::FunctionDef(def) => self.function(def, span),
            StmtKind::ClassDef(def) => self.class(def, span),
            StmtKind::For(node) => {
                self.node(format_args!("{}", if node.is_async { "AsyncFor" } else { "For" }), span, |dump| {
                    dump.one("target", &node.target);
                    dump.one("iter", &node.iter);
                    dump.block("body", &node.body);
                    dump.block("orelse", &node.orelse);
                });
            }
            StmtKind::While { test, body, orelse } => self.node(format_args!("While"), span, |dump| {
                dump.one("test", test);
                dump.block("body", body);
                dump.block("orelse", orelse);
            }),
            StmtKind::If { test, body, elifs, orelse } => self.node(format_args!("If"), span, |dump| {
                dump.one("test", test);
                dump.block("body", body);
                for elif in elifs {
                    dump.field("elif", |dump| {
                        dump.one("test", &elif.test);
                        dump.block("body", &elif.body);
                    });
                }
                dump.block("orelse", orelse);
            }),
            StmtKind::With { is_async, items, body } => {
                self.node(format_args!("{}", if *is_async { "AsyncWith" } else { "With" }), span, |dump| {
                    for item in items {
                        dump.one("context_expr", &item.context);
                        dump.maybe("optional_vars", item.target.as_ref());
                    }
                    dump.block("body", body);
                });
            }
            StmtKind::Match { subject, cases } => self.node(format_args!("Match"), span, |dump| {
                dump.one("subject", subject);
                for case in cases {
                    dump.field("case", |dump| {
                        dump.pattern(&case.pattern);
                        dump.maybe("guard", case.guard.as_ref());
                        dump.block("body", &case.body);
                    });
                }
            }),
            StmtKind::Try(node) => self.try_stmt(node, span),
            kind => self.simple(kind, span),
        }
    }

    fn simple(&mut self, kind: &StmtKind, span: Span) {
        match kind {
            StmtKind::Return(value) => self.node(format_args!("Return"), span, |dump| dump.maybe("value", value.as_deref())),
            StmtKind::Delete(targets) => self.node(format_args!("Delete"), span, |dump| dump.exprs("targets", targets)),
            StmtKind::Assign { targets, value } => self.node(format_args!("Assign"), span, |dump| {
                dump.exprs("targets", targets);
                dump.one("value", value);
            }),
            StmtKind::TypeAlias(node) => self.node(format_args!("TypeAlias {}", node.name.name), span, |dump| {
                dump.type_params(&node.type_params);
                dump.one("value", &node.value);
            }),
            StmtKind::AugAssign { target, op, value } => self.node(format_args!("AugAssign {op:?}"), span, |dump| {
                dump.one("target", target);
                dump.one("value", value);
            }),
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.node(format_args!("AnnAssign {}", u8::from(*simple)), span, |dump| {
                    dump.one("target", target);
                    dump.one("annotation", annotation);
                    dump.maybe("value", value.as_deref());
                });
            }
            StmtKind::Raise { exc, cause } => self.node(format_args!("Raise"), span, |dump| {
                dump.maybe("exc", exc.as_deref());
                dump.maybe("cause", cause.as_deref());
            }),
            StmtKind::Assert { test, msg } => self.node(format_args!("Assert"), span, |dump| {
                dump.one("test", test);
                dump.maybe("msg", msg.as_deref());
            }),
            StmtKind::Import(names) => self.node(format_args!("Import"), span, |dump| dump.aliases(names)),
            StmtKind::ImportFrom { module, names, level } => {
                let module = module.as_ref().map_or("None", |module| &module.name);
                self.node(format_args!("ImportFrom {module} {level}"), span, |dump| dump.aliases(names));
            }
            StmtKind::Global(names) => self.node(format_args!("Global {}", join(names)), span, |_| ()),
            StmtKind::Nonlocal(names) => self.node(format_args!("Nonlocal {}", join(names)), span, |_| ()),
            StmtKind::Expr(value) => self.node(format_args!("Expr"), span, |dump| dump.expr(value)),
            StmtKind::Pass => self.node(format_args!("Pass"), span, |_| ()),
            StmtKind::Break => self.node(format_args!("Break"), span, |_| ()),
            StmtKind::Continue => self.node(format_args!("Continue"), span, |_| ()),
            _ => {}
        }
    }

    fn function(&mut self, def: &FunctionDef, span: Span) {
        let kind = if def.is_async { "AsyncFunctionDef" } else { "FunctionDef" };
        self.node(format_args!("{kind} {}", def.name.name), span, |dump| {
            dump.exprs("decorator_list", &def.decorators);
            dump.type_params(&def.type_params);
            dump.parameters(&def.params);
            dump.maybe("returns", def.returns.as_ref());
            dump.block("body", &def.body);
        });
    }

    fn class(&mut self, def: &ClassDef, span: Span) {
        self.node(format_args!("ClassDef {}", def.name.name), span, |dump| {
            dump.exprs("decorator_list", &def.decorators);
            dump.type_params(&def.type_params);
            dump.exprs("bases", &def.bases);
            dump.keywords(&def.keywords);
            dump.block("body", &def.body);
        });
    }

    fn try_stmt(&mut self, node: &Try, span: Span) {
        self.node(format_args!("{}", if node.is_star { "TryStar" } else { "Try" }), span, |dump| {
            dump.block("body", &node.body);
            for handler in &node.handlers {
                let name = handler.name.as_ref().map_or("None", |name| &name.name);
                dump.node(format_args!("ExceptHandler {name}"), handler.span, |dump| {
                    dump.maybe("type", handler.typ.as_ref());
                    dump.block("body", &handler.body);
                });
            }
            dump.block("orelse", &node.orelse);
            dump.block("finalbody", &node.finalbody);
        });
    }

    fn aliases(&mut self, names: &[Alias]) {
        for Alias { name, asname, span } in names {
            let asname = asname.as_ref().map_or("None", |asname| &asname.name);
            self.node(format_args!("alias {} {asname}", name.name), *span, |_| ());
        }
    }

    fn keywords(&mut self, list: &[Keyword]) {
        for keyword in list {
            let name = keyword.arg.as_ref().map_or("None", |arg| &arg.name);
            self.node(format_args!("keyword {name}"), keyword.span, |dump| dump.expr(&keyword.value));
        }
    }

    fn type_params(&mut self, list: &[TypeParam]) {
        for param in list {
            let (kind, bound) = match &param.kind {
                TypeParamKind::TypeVar { bound } => ("TypeVar", bound.as_ref()),
                TypeParamKind::ParamSpec => ("ParamSpec", None),
                TypeParamKind::TypeVarTuple => ("TypeVarTuple", None),
            };
            self.node(format_args!("{kind} {}", param.name.name), param.span, |dump| {
                dump.maybe("bound", bound);
                dump.maybe("default_value", param.default.as_ref());
            });
        }
    }

    fn parameters(&mut self, params: &Parameters) {
        let Parameters { posonly, args, vararg, kwonly, kwarg } = params;
        let groups = [
            ("posonlyargs", posonly.as_slice()),
            ("args", args),
            ("vararg", vararg.as_deref().map_or(&[], std::slice::from_ref)),
            ("kwonlyargs", kwonly),
            ("kwarg", kwarg.as_deref().map_or(&[], std::slice::from_ref)),
        ];
        for (group, param) in groups.iter().flat_map(|(group, list)| list.iter().map(move |param| (group, param))) {
            self.node(format_args!("{group} {}", param.name.name), param.span, |dump| {
                dump.maybe("annotation", param.annotation.as_ref());
                dump.maybe("default", param.default.as_ref());
            });
        }
    }

    fn expr(&mut self, expr: &Expr) {
        let span = expr.span;
        match &expr.kind {
            ExprKind::BoolOp { op, values } => self.node(format_args!("BoolOp {op:?}"), span, |dump| {
                values.iter().for_each(|value| dump.expr(value));
            }),
            ExprKind::NamedExpr { target, value } => {
                self.node(format_args!("NamedExpr {}", target.name), span, |dump| dump.expr(value));
            }
            ExprKind::BinOp { left, op, right } => self.node(format_args!("BinOp {op:?}"), span, |dump| {
                dump.expr(left);
                dump.expr(right);
            }),
            ExprKind::UnaryOp { op, operand } => self.node(format_args!("UnaryOp {op:?}"), span, |dump| dump.expr(operand)),
            ExprKind::Lambda(lambda) => self.node(format_args!("Lambda"), span, |dump| {
                dump.parameters(&lambda.params);
                dump.expr(&lambda.body);
            }),
            ExprKind::IfExp { test, body, orelse } => self.node(format_args!("IfExp"), span, |dump| {
                [test, body, orelse].into_iter().for_each(|part| dump.expr(part));
            }),
            ExprKind::Await(value) => self.node(format_args!("Await"), span, |dump| dump.expr(value)),
            ExprKind::Yield(value) => self.node(format_args!("Yield"), span, |dump| {
                value.iter().for_each(|value| dump.expr(value));
            }),
            ExprKind::YieldFrom(value) => self.node(format_args!("YieldFrom"), span, |dump| dump.expr(value)),
            ExprKind::Compare { left, rest } => self.node(format_args!("Compare"), span, |dump| {
                dump.expr(left);
                for (op, right) in rest {
                    dump.field(&format!("{op:?}"), |dump| dump.expr(right));
                }
            }),
            ExprKind::Call { func, args, keywords } => self.node(format_args!("Call"), span, |dump| {
                dump.expr(func);
                dump.exprs("args", args);
                dump.keywords(keywords);
            }),
            ExprKind::JoinedStr(parts) => self.node(format_args!("JoinedStr"), span, |dump| dump.parts(parts)),
            ExprKind::TemplateStr(parts) => self.node(format_args!("TemplateStr"), span, |dump| {
                dump.parts(parts);
                for part in parts {
                    if let StrPart::Field(field) = part {
                        dump.field("str", |dump| dump.line(format_args!("{}", quoted(&field.text))));
                    }
                }
            }),
            ExprKind::Constant(constant) => self.node(format_args!("Constant {}", literal(constant)), span, |_| ()),
            ExprKind::Attribute { value, attr } => {
                self.node(format_args!("Attribute {}", attr.name), span, |dump| dump.expr(value));
            }
            ExprKind::Subscript { value, index } => self.node(format_args!("Subscript"), span, |dump| {
                dump.expr(value);
                dump.expr(index);
            }),
            ExprKind::Starred(value) => self.node(format_args!("Starred"), span, |dump| dump.expr(value)),
            ExprKind::Name(name) => self.node(format_args!("Name {name}"), span, |_| ()),
            kind => self.display(kind, span),
        }
    }

    /// Displays, comprehensions and slices.
    fn display(&mut self, kind: &ExprKind, span: Span) {
        match kind {
            ExprKind::List(items) => self.items("List", items, span),
            ExprKind::Tuple(items) => self.items("Tuple", items, span),
            ExprKind::Set(items) => self.items("Set", items, span),
            ExprKind::Dict(items) => self.node(format_args!("Dict"), span, |dump| {
                for item in items {
                    dump.maybe("key", item.key.as_ref());
                    dump.one("value", &item.value);
                }
            }),
            ExprKind::ListComp(inner) => self.comprehension("ListComp", inner, span),
            ExprKind::SetComp(inner) => self.comprehension("SetComp", inner, span),
            ExprKind::GeneratorExp(inner) => self.comprehension("GeneratorExp", inner, span),
            ExprKind::DictComp(inner) => self.node(format_args!("DictComp"), span, |dump| {
                dump.expr(&inner.key);
                dump.expr(&inner.value);
                dump.generators(&inner.generators);
            }),
            ExprKind::Slice(slice) => self.node(format_args!("Slice"), span, |dump| {
                dump.maybe("lower", slice.lower.as_ref());
                dump.maybe("upper", slice.upper.as_ref());
                dump.maybe("step", slice.step.as_ref());
            }),
            _ => {}
        }
    }

    fn items(&mut self, kind: &str, items: &[Expr], span: Span) {
        self.node(format_args!("{kind}"), span, |dump| items.iter().for_each(|item| dump.expr(item)));
    }

    fn comprehension(&mut self, kind: &str, inner: &Comprehension, span: Span) {
        self.node(format_args!("{kind}"), span, |dump| {
            dump.expr(&inner.element);
            dump.generators(&inner.generators);
        });
    }

    fn generators(&mut self, list: &[Generator]) {
        for generator in list {
            self.field(if generator.is_async { "async for" } else { "for" }, |dump| {
                dump.expr(&generator.target);
                dump.expr(&generator.iter);
                dump.exprs("ifs", &generator.ifs);
            });
        }
    }

    fn parts(&mut self, parts: &[StrPart]) {
        for part in parts {
            match part {
                StrPart::Literal { text, .. } => self.line(format_args!("{}", quoted(text))),
                StrPart::Field(field) => {
                    let conversion = match field.conversion {
                        None => "",
                        Some(Conversion::Str) => " !s",
                        Some(Conversion::Repr) => " !r",
                        Some(Conversion::Ascii) => " !a",
                    };
                    self.node(format_args!("Field{conversion}"), field.span, |dump| {
                        dump.expr(&field.value);
                        if let Some(spec) = &field.format_spec {
                            dump.field("format_spec", |dump| dump.parts(spec));
                        }
                    });
                }
            }
        }
    }

    fn pattern(&mut self, pattern: &Pattern) {
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::Value(value) => self.node(format_args!("MatchValue"), span, |dump| dump.expr(value)),
            PatternKind::Singleton(value) => self.node(format_args!("MatchSingleton {}", literal(value)), span, |_| ()),
            PatternKind::Sequence(list) => self.patterns("MatchSequence", list, span),
            PatternKind::Or(list) => self.patterns("MatchOr", list, span),
            PatternKind::Mapping { items, rest } => {
                let rest = rest.as_ref().map_or("None", |rest| &rest.name);
                self.node(format_args!("MatchMapping {rest}"), span, |dump| {
                    for (key, value) in items {
                        dump.one("key", key);
                        dump.pattern(value);
                    }
                });
            }
            PatternKind::Class { cls, patterns, keywords } => self.node(format_args!("MatchClass"), span, |dump| {
                dump.one("cls", cls);
                patterns.iter().for_each(|item| dump.pattern(item));
                for (name, value) in keywords {
                    dump.field(&name.name, |dump| dump.pattern(value));
                }
            }),
            PatternKind::Star(name) => {
                let name = name.as_ref().map_or("None", |name| &name.name);
                self.node(format_args!("MatchStar {name}"), span, |_| ());
            }
            PatternKind::As { pattern: inner, name } => {
                let name = name.as_ref().map_or("None", |name| &name.name);
                self.node(format_args!("MatchAs {name}"), span, |dump| {
                    inner.iter().for_each(|inner| dump.pattern(inner));
                });
            }
        }
    }

    fn patterns(&mut self, kind: &str, list: &[Pattern], span: Span) {
        self.node(format_args!("{kind}"), span, |dump| list.iter().for_each(|item| dump.pattern(item)));
    }
}

fn join(names: &[Ident]) -> String {
    let names: Vec<&str> = names.iter().map(|ident| ident.name.as_str()).collect();
    names.join(" ")
}

/// Text in double quotes; what is not printable ASCII as `\u{…}`.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            ' '..='~' if !matches!(c, '"' | '\\') => out.push(c),
            _ => {
                let _ = write!(out, "\\u{{{:x}}}", c as u32);
            }
        }
    }
    out.push('"');
    out
}

fn literal(constant: &Constant) -> String {
    match constant {
        Constant::None => "None".to_owned(),
        Constant::True => "True".to_owned(),
        Constant::False => "False".to_owned(),
        Constant::Ellipsis => "Ellipsis".to_owned(),
        Constant::Int(value) => value.to_string(),
        Constant::BigInt(value) => value.to_string(),
        Constant::Float(value) => format!("float {:016x}", value.to_bits()),
        Constant::Imaginary(value) => format!("imaginary {:016x}", value.to_bits()),
        Constant::Str(text) => quoted(text),
        Constant::Bytes(bytes) => format!("b{}", quoted(&bytes.iter().map(|&byte| char::from(byte)).collect::<String>())),
    }
}
