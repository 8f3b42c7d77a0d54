//! Parameters and type parameters: their order is checked here.

use super::{Parsed, refuse};
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::*;
use crate::syntax::fault::Fault;

/// What stands between two commas of a parameter list.
pub enum ParamItem {
    /// `name` or `name=default`
    Plain(Param),
    /// `/`
    Slash(u32),
    /// `*` alone
    Star(u32),
    /// `*name`
    VarPositional(Param),
    /// `**name`
    VarKeyword(Param),
}

/// `name: annotation`.
pub fn param(name: Ident, annotation: Option<Expr>) -> Param {
    let span = annotation.as_ref().map_or(name.span, |annotation| name.span.to(annotation.span));
    Param { name, annotation, default: None, span }
}

/// The same with its default.
pub fn with_default(mut param: Param, default: Option<Expr>) -> Param {
    param.default = default;
    param
}

/// `*name`; `equals` is where a default would begin.
pub fn var_positional(param: Param, equals: Option<u32>) -> Parsed<ParamItem> {
    match equals {
        None => Ok(ParamItem::VarPositional(param)),
        Some(at) => order(Span::new(at, at + 1), "var-positional argument cannot have default value"),
    }
}

/// `**name`; `equals` is where a default would begin.
pub fn var_keyword(param: Param, equals: Option<u32>) -> Parsed<ParamItem> {
    match equals {
        None => Ok(ParamItem::VarKeyword(param)),
        Some(at) => order(Span::new(at, at + 1), "var-keyword argument cannot have default value"),
    }
}

fn order<T>(span: Span, message: impl Into<String>) -> Parsed<T> {
    refuse(Fault::new(Code::ARGUMENT_ORDER, span, message))
}

#[derive(Default)]
struct Builder {
    parameters: Parameters,
    slash: bool,
    /// Where a lone `*` stands that no parameter has followed yet.
    bare_star: Option<u32>,
    star: bool,
    default_seen: bool,
}

/// The parameters of a function or lambda.
pub fn parameters(items: Vec<ParamItem>) -> Parsed<Parameters> {
    let mut builder = Builder::default();
    for item in items {
        builder.add(item)?;
    }
    if let Some(at) = builder.bare_star {
        return order(Span::new(at, at + 1), "named arguments must follow bare *");
    }
    check_duplicates(&builder.parameters)?;
    Ok(builder.parameters)
}

impl Builder {
    fn add(&mut self, item: ParamItem) -> Parsed<()> {
        if self.parameters.kwarg.is_some() {
            return order(item_span(&item), "arguments cannot follow var-keyword argument");
        }
        match item {
            ParamItem::Plain(param) => self.plain(param),
            ParamItem::Slash(at) => self.slash(Span::new(at, at + 1)),
            ParamItem::Star(at) => {
                self.star(Span::new(at, at + 1))?;
                self.bare_star = Some(at);
                Ok(())
            }
            ParamItem::VarPositional(param) => {
                self.star(Span::new(param.span.start - 1, param.span.start))?;
                self.parameters.vararg = Some(Box::new(param));
                Ok(())
            }
            ParamItem::VarKeyword(param) => {
                if let Some(at) = self.bare_star {
                    return order(Span::new(at, at + 1), "named arguments must follow bare *");
                }
                self.parameters.kwarg = Some(Box::new(param));
                Ok(())
            }
        }
    }

    fn plain(&mut self, param: Param) -> Parsed<()> {
        if self.star {
            self.bare_star = None;
            self.parameters.kwonly.push(param);
            return Ok(());
        }
        if param.default.is_none() && self.default_seen {
            return order(param.span, "parameter without a default follows parameter with a default");
        }
        self.default_seen |= param.default.is_some();
        self.parameters.args.push(param);
        Ok(())
    }

    fn slash(&mut self, span: Span) -> Parsed<()> {
        if self.slash {
            return order(span, "/ may appear only once");
        }
        if self.star {
            return order(span, "/ must be ahead of *");
        }
        if self.parameters.args.is_empty() {
            return order(span, "at least one argument must precede /");
        }
        self.slash = true;
        self.parameters.posonly = std::mem::take(&mut self.parameters.args);
        Ok(())
    }

    fn star(&mut self, span: Span) -> Parsed<()> {
        if self.star {
            return order(span, "* argument may appear only once");
        }
        self.star = true;
        Ok(())
    }
}

fn item_span(item: &ParamItem) -> Span {
    match item {
        ParamItem::Plain(param) => param.span,
        ParamItem::Slash(at) | ParamItem::Star(at) => Span::new(*at, at + 1),
        ParamItem::VarPositional(param) => Span::new(param.span.start - 1, param.span.start),
        ParamItem::VarKeyword(param) => Span::new(param.span.start - 2, param.span.start),
    }
}

fn check_duplicates(parameters: &Parameters) -> Parsed<()> {
    let Parameters { posonly, args, vararg, kwonly, kwarg } = parameters;
    let named = posonly.iter().chain(args).chain(vararg.as_deref()).chain(kwonly).chain(kwarg.as_deref());
    let mut seen: Vec<&Name> = Vec::new();
    for param in named {
        let name = &param.name.name;
        if name == "__debug__" {
            return refuse(Fault::new(Code::BAD_TARGET, param.name.span, "cannot assign to __debug__"));
        }
        if seen.contains(&name) {
            let message = format!("duplicate argument '{name}' in function definition");
            return order(param.name.span, message);
        }
        seen.push(name);
    }
    Ok(())
}

/// Type parameters: no default before one without, no name twice.
pub fn type_params(list: Vec<TypeParam>) -> Parsed<Vec<TypeParam>> {
    for (index, param) in list.iter().enumerate() {
        let (name, before) = (&param.name.name, &list[..index]);
        if before.iter().any(|other| other.name.name == *name) {
            return refuse(Fault::new(Code::INVALID_SYNTAX, param.span, format!("duplicate type parameter '{name}'")));
        }
        if param.default.is_none() && before.iter().any(|other| other.default.is_some()) {
            return order(param.span, format!("non-default type parameter '{name}' follows default type parameter"));
        }
    }
    Ok(list)
}

/// One type parameter.
pub fn type_param((kind, name, default): (TypeParamKind, Ident, Option<Expr>), l: u32, r: u32) -> TypeParam {
    TypeParam { kind, name, default, span: Span::new(l, r) }
}
