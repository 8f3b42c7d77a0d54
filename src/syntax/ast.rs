//! The syntax tree of Python 3.14.
//!
//! Names and fields follow CPython's `ast` module (Python.asdl), with these differences, each to spare later
//! stages work: sync and async forms share one node with a flag; `elif` branches are a flat list, so that a long chain
//! nests no deeper than a short one; a parameter carries its own default; expression contexts are not stored, since
//! `targets.rs` has checked what is assigned to before the tree is handed out.
//!
//! A node's span is CPython's: parentheses around an expression are not part of it, except around tuples and
//! generator expressions. Decorators lie outside the span of what they decorate.
//!
//! Depth is bounded: `depth.rs` refuses text that would nest deeper than whoever has it parsed can bear, so recursion over a tree is safe.

use compact_str::CompactString;
use num_bigint::BigInt;

use crate::source::Span;

/// An identifier's text; up to 24 bytes live in place.
pub type Name = CompactString;

/// An identifier and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Ident {
    /// The text; for an imported module, with its dots.
    pub name: Name,
    /// Where it stands.
    pub span: Span,
}

/// A whole file.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// The statements.
    pub body: Vec<Stmt>,
    /// From the first to the last statement.
    pub span: Span,
    /// What CPython's parser would warn of.
    pub warnings: Vec<Warning>,
}

/// A lone expression, as `eval` takes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Lone {
    /// The expression.
    pub expr: Expr,
    /// What CPython's parser would warn of.
    pub warnings: Vec<Warning>,
}

/// A SyntaxWarning about a literal.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// What it is about.
    pub span: Span,
    /// CPython's words.
    pub message: String,
}

/// What was typed at the REPL's prompt.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The statements.
    pub body: Vec<Stmt>,
    /// Whether the last statement is an expression whose value is to be shown.
    pub last_is_expr: bool,
    /// What CPython's parser would warn of.
    pub warnings: Vec<Warning>,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// From its first to its last token; for compound statements the last statement of the body.
    pub span: Span,
}

/// The kinds of statement.
#[derive(Clone, Debug, PartialEq)]
pub enum StmtKind {
    /// `def` and `async def`.
    FunctionDef(Box<FunctionDef>),
    /// `class`.
    ClassDef(Box<ClassDef>),
    /// `return`.
    Return(Option<Box<Expr>>),
    /// `del`.
    Delete(Vec<Expr>),
    /// `a = b = value`.
    Assign {
        /// Left to right.
        targets: Vec<Expr>,
        /// The right-hand side.
        value: Box<Expr>,
    },
    /// `type Name[T] = value`.
    TypeAlias(Box<TypeAlias>),
    /// `target += value`.
    AugAssign {
        /// A name, attribute or subscript.
        target: Box<Expr>,
        /// The operator.
        op: Operator,
        /// The right-hand side.
        value: Box<Expr>,
    },
    /// `target: annotation = value`.
    AnnAssign {
        /// A name, attribute or subscript.
        target: Box<Expr>,
        /// After the colon.
        annotation: Box<Expr>,
        /// After the `=`.
        value: Option<Box<Expr>>,
        /// Whether the target is a plain name without parentheses around it.
        simple: bool,
    },
    /// `for` and `async for`.
    For(Box<For>),
    /// `while`.
    While {
        /// The condition.
        test: Box<Expr>,
        /// The block.
        body: Vec<Stmt>,
        /// The `else` block.
        orelse: Vec<Stmt>,
    },
    /// `if`, its `elif`s and `else`.
    If {
        /// The condition.
        test: Box<Expr>,
        /// The block.
        body: Vec<Stmt>,
        /// In order.
        elifs: Vec<Elif>,
        /// The `else` block.
        orelse: Vec<Stmt>,
    },
    /// `with` and `async with`.
    With {
        /// `async with`.
        is_async: bool,
        /// In order, at least one.
        items: Vec<WithItem>,
        /// The block.
        body: Vec<Stmt>,
    },
    /// `match`.
    Match {
        /// What is matched.
        subject: Box<Expr>,
        /// In order, at least one.
        cases: Vec<MatchCase>,
    },
    /// `raise exc from cause`.
    Raise {
        /// The exception.
        exc: Option<Box<Expr>>,
        /// After `from`.
        cause: Option<Box<Expr>>,
    },
    /// `try`.
    Try(Box<Try>),
    /// `assert test, msg`.
    Assert {
        /// The condition.
        test: Box<Expr>,
        /// After the comma.
        msg: Option<Box<Expr>>,
    },
    /// `import a.b as c, d`.
    Import(Vec<Alias>),
    /// `from ..module import a as b`; one alias named `*` for a star import.
    ImportFrom {
        /// None in `from . import x`.
        module: Option<Ident>,
        /// What is imported.
        names: Vec<Alias>,
        /// How many dots lead.
        level: u32,
    },
    /// `global`.
    Global(Vec<Ident>),
    /// `nonlocal`.
    Nonlocal(Vec<Ident>),
    /// An expression for its effect.
    Expr(Box<Expr>),
    /// `pass`.
    Pass,
    /// `break`.
    Break,
    /// `continue`.
    Continue,
}

/// `def name[T](params) -> returns: body`.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionDef {
    /// `async def`.
    pub is_async: bool,
    /// The name.
    pub name: Ident,
    /// In brackets after the name.
    pub type_params: Vec<TypeParam>,
    /// The parameters.
    pub params: Parameters,
    /// After `->`.
    pub returns: Option<Expr>,
    /// The block.
    pub body: Vec<Stmt>,
    /// Outermost first.
    pub decorators: Vec<Expr>,
}

/// `class Name[T](bases, keywords): body`.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassDef {
    /// The name.
    pub name: Ident,
    /// In brackets after the name.
    pub type_params: Vec<TypeParam>,
    /// Positional arguments; may be `Starred`.
    pub bases: Vec<Expr>,
    /// `metaclass=M`, `**kw`.
    pub keywords: Vec<Keyword>,
    /// The block.
    pub body: Vec<Stmt>,
    /// Outermost first.
    pub decorators: Vec<Expr>,
}

/// `type Name[T] = value`.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeAlias {
    /// The name.
    pub name: Ident,
    /// In brackets after the name.
    pub type_params: Vec<TypeParam>,
    /// After the `=`; evaluated lazily.
    pub value: Expr,
}

/// `for target in iter: body else: orelse`.
#[derive(Clone, Debug, PartialEq)]
pub struct For {
    /// `async for`.
    pub is_async: bool,
    /// The target.
    pub target: Expr,
    /// What is iterated over.
    pub iter: Expr,
    /// The block.
    pub body: Vec<Stmt>,
    /// The `else` block.
    pub orelse: Vec<Stmt>,
}

/// One `elif` branch.
#[derive(Clone, Debug, PartialEq)]
pub struct Elif {
    /// The condition.
    pub test: Expr,
    /// The block.
    pub body: Vec<Stmt>,
    /// From `elif` to the end of the block.
    pub span: Span,
}

/// `context as target` in a `with`.
#[derive(Clone, Debug, PartialEq)]
pub struct WithItem {
    /// The context manager.
    pub context: Expr,
    /// After `as`.
    pub target: Option<Expr>,
}

/// One `case` of a `match`.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchCase {
    /// The pattern.
    pub pattern: Pattern,
    /// After `if`.
    pub guard: Option<Expr>,
    /// The block.
    pub body: Vec<Stmt>,
    /// From `case` to the end of the block.
    pub span: Span,
}

/// `try` with its clauses.
#[derive(Clone, Debug, PartialEq)]
pub struct Try {
    /// The `try` block.
    pub body: Vec<Stmt>,
    /// In order.
    pub handlers: Vec<ExceptHandler>,
    /// The `else` block.
    pub orelse: Vec<Stmt>,
    /// The `finally` block.
    pub finalbody: Vec<Stmt>,
    /// The handlers are `except*`.
    pub is_star: bool,
}

/// `except type as name: body`.
#[derive(Clone, Debug, PartialEq)]
pub struct ExceptHandler {
    /// None for a bare `except:`; a tuple for `except A, B:`.
    pub typ: Option<Expr>,
    /// After `as`.
    pub name: Option<Ident>,
    /// The block.
    pub body: Vec<Stmt>,
    /// From `except` to the end of the block.
    pub span: Span,
}

/// `name as asname` in an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    /// The module's (dotted) or the imported name; `*` in a star import.
    pub name: Ident,
    /// After `as`.
    pub asname: Option<Ident>,
    /// Both.
    pub span: Span,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of expression.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// `a and b and c`; runs of one operator are one node.
    BoolOp {
        /// `and` or `or`.
        op: BoolOp,
        /// At least two.
        values: Vec<Expr>,
    },
    /// `(name := value)`.
    NamedExpr {
        /// The name.
        target: Ident,
        /// The value.
        value: Box<Expr>,
    },
    /// `left op right`.
    BinOp {
        /// Left operand.
        left: Box<Expr>,
        /// The operator.
        op: Operator,
        /// Right operand.
        right: Box<Expr>,
    },
    /// `op operand`.
    UnaryOp {
        /// The operator.
        op: UnaryOp,
        /// The operand.
        operand: Box<Expr>,
    },
    /// `lambda params: body`.
    Lambda(Box<Lambda>),
    /// `body if test else orelse`.
    IfExp {
        /// The condition.
        test: Box<Expr>,
        /// The value if true.
        body: Box<Expr>,
        /// The value if false.
        orelse: Box<Expr>,
    },
    /// `{k: v, **m}`.
    Dict(Vec<DictItem>),
    /// `{a, b}`.
    Set(Vec<Expr>),
    /// `[e for …]`.
    ListComp(Box<Comprehension>),
    /// `{e for …}`.
    SetComp(Box<Comprehension>),
    /// `{k: v for …}`.
    DictComp(Box<DictComprehension>),
    /// `(e for …)`.
    GeneratorExp(Box<Comprehension>),
    /// `await value`.
    Await(Box<Expr>),
    /// `yield value`.
    Yield(Option<Box<Expr>>),
    /// `yield from value`.
    YieldFrom(Box<Expr>),
    /// `left op a op b`; each operand is evaluated once.
    Compare {
        /// The first operand.
        left: Box<Expr>,
        /// Operators with the operand after each, at least one.
        rest: Vec<(CmpOp, Expr)>,
    },
    /// `func(args, keywords)`.
    Call {
        /// What is called.
        func: Box<Expr>,
        /// Positional, in order; may be `Starred`.
        args: Vec<Expr>,
        /// `name=value` and `**mapping`, in order.
        keywords: Vec<Keyword>,
    },
    /// An f-string; adjacent literals are merged.
    JoinedStr(Vec<StrPart>),
    /// A t-string.
    TemplateStr(Vec<StrPart>),
    /// A literal.
    Constant(Constant),
    /// `value.attr`.
    Attribute {
        /// The object.
        value: Box<Expr>,
        /// The attribute.
        attr: Ident,
    },
    /// `value[index]`.
    Subscript {
        /// The container.
        value: Box<Expr>,
        /// The index: a `Slice`, a `Tuple` (whose elements may be `Slice` or `Starred`), or any expression.
        index: Box<Expr>,
    },
    /// `*value` in calls, displays, subscripts and targets.
    Starred(Box<Expr>),
    /// A variable.
    Name(Name),
    /// `[a, b]`.
    List(Vec<Expr>),
    /// `a, b` or `(a, b)`.
    Tuple(Vec<Expr>),
    /// `lower:upper:step`, only in a subscript.
    Slice(Box<Slice>),
}

/// `lambda params: body`.
#[derive(Clone, Debug, PartialEq)]
pub struct Lambda {
    /// The parameters.
    pub params: Parameters,
    /// The value.
    pub body: Expr,
}

/// An entry of a dict display.
#[derive(Clone, Debug, PartialEq)]
pub struct DictItem {
    /// None for `**value`.
    pub key: Option<Expr>,
    /// The value or mapping.
    pub value: Expr,
}

/// The inside of a list, set or generator comprehension.
#[derive(Clone, Debug, PartialEq)]
pub struct Comprehension {
    /// What is produced.
    pub element: Expr,
    /// At least one.
    pub generators: Vec<Generator>,
}

/// The inside of a dict comprehension.
#[derive(Clone, Debug, PartialEq)]
pub struct DictComprehension {
    /// The key.
    pub key: Expr,
    /// The value.
    pub value: Expr,
    /// At least one.
    pub generators: Vec<Generator>,
}

/// `for target in iter if … if …`: the ast module's `comprehension`.
#[derive(Clone, Debug, PartialEq)]
pub struct Generator {
    /// `async for`.
    pub is_async: bool,
    /// The target.
    pub target: Expr,
    /// What is iterated over.
    pub iter: Expr,
    /// The conditions.
    pub ifs: Vec<Expr>,
    /// From `for` (or `async`) on.
    pub span: Span,
}

/// `name=value` or `**value` in a call or class header.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// None for `**value`.
    pub arg: Option<Ident>,
    /// The value.
    pub value: Expr,
    /// The whole.
    pub span: Span,
}

/// `lower:upper:step`.
#[derive(Clone, Debug, PartialEq)]
pub struct Slice {
    /// Before the first colon.
    pub lower: Option<Expr>,
    /// After it.
    pub upper: Option<Expr>,
    /// After the second.
    pub step: Option<Expr>,
}

/// A piece of an f-string or t-string.
#[derive(Clone, Debug, PartialEq)]
pub enum StrPart {
    /// Text, escapes decoded; never empty.
    Literal {
        /// The text.
        text: Box<str>,
        /// Where it stands.
        span: Span,
    },
    /// `{expr}`: `FormattedValue` in an f-string, `Interpolation` in a t-string.
    Field(Box<Replacement>),
}

/// `{value!conversion:format_spec}`. With `{value=}` the text before it is already a `Literal` part, and the
/// conversion is `Repr` where neither conversion nor format stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Replacement {
    /// The expression.
    pub value: Expr,
    /// Its source text (`Interpolation.expression`).
    pub text: Box<str>,
    /// After `!`.
    pub conversion: Option<Conversion>,
    /// After `:`; None where there is no colon. Within it `Field`s format as in an f-string, in t-strings too.
    pub format_spec: Option<Vec<StrPart>>,
    /// With its braces.
    pub span: Span,
}

/// `!s`, `!r`, `!a`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// A literal's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// `None`
    None,
    /// `True`
    True,
    /// `False`
    False,
    /// `...`
    Ellipsis,
    /// An int that fits.
    Int(i64),
    /// An int that does not.
    BigInt(Box<BigInt>),
    /// A float.
    Float(f64),
    /// `2j`
    Imaginary(f64),
    /// A string; adjacent literals are joined.
    Str(Box<str>),
    /// A bytes literal.
    Bytes(Box<[u8]>),
}

/// The parameters of a function or lambda.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Parameters {
    /// Before `/`.
    pub posonly: Vec<Param>,
    /// Positional or by keyword.
    pub args: Vec<Param>,
    /// `*args`; its annotation may be `Starred`.
    pub vararg: Option<Box<Param>>,
    /// After `*`.
    pub kwonly: Vec<Param>,
    /// `**kwargs`.
    pub kwarg: Option<Box<Param>>,
}

/// One parameter: the ast module's `arg` with its default.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// The name.
    pub name: Ident,
    /// After the colon.
    pub annotation: Option<Expr>,
    /// After the `=`.
    pub default: Option<Expr>,
    /// Name and annotation.
    pub span: Span,
}

/// `T: bound = default`, `*Ts`, `**P` in brackets after a name.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeParam {
    /// What it stands for.
    pub kind: TypeParamKind,
    /// The name.
    pub name: Ident,
    /// After the `=`; may be `Starred` for a `TypeVarTuple`.
    pub default: Option<Expr>,
    /// The whole.
    pub span: Span,
}

/// The kinds of type parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeParamKind {
    /// `T: bound`
    TypeVar {
        /// After the colon; a tuple means constraints.
        bound: Option<Expr>,
    },
    /// `**P`
    ParamSpec,
    /// `*Ts`
    TypeVarTuple,
}

/// A pattern of `case`.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// What it is.
    pub kind: PatternKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of pattern.
#[derive(Clone, Debug, PartialEq)]
pub enum PatternKind {
    /// Compared with `==`: a number, string, dotted name, `-1`, `1+2j`.
    Value(Expr),
    /// Compared with `is`: None, True, False.
    Singleton(Constant),
    /// `[a, *b]`; at most one `Star`.
    Sequence(Vec<Pattern>),
    /// `{key: pattern, **rest}`.
    Mapping {
        /// Keys with the pattern of each.
        items: Vec<(Expr, Pattern)>,
        /// After `**`.
        rest: Option<Ident>,
    },
    /// `cls(a, b, name=c)`.
    Class {
        /// A name or dotted name.
        cls: Expr,
        /// Positional.
        patterns: Vec<Pattern>,
        /// By name.
        keywords: Vec<(Ident, Pattern)>,
    },
    /// `*name`; None for `*_`. Only in a sequence.
    Star(Option<Ident>),
    /// `pattern as name`, `name` (no pattern), `_` (neither).
    As {
        /// The inner pattern.
        pattern: Option<Box<Pattern>>,
        /// The name bound; None only for the wildcard.
        name: Option<Ident>,
    },
    /// `a | b`; at least two.
    Or(Vec<Pattern>),
}

/// `and`, `or`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoolOp {
    /// `and`
    And,
    /// `or`
    Or,
}

/// Binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mult,
    /// `@`
    MatMult,
    /// `/`
    Div,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `<<`
    LShift,
    /// `>>`
    RShift,
    /// `|`
    BitOr,
    /// `^`
    BitXor,
    /// `&`
    BitAnd,
    /// `//`
    FloorDiv,
}

/// Unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// `~`
    Invert,
    /// `not`
    Not,
    /// `+`
    UAdd,
    /// `-`
    USub,
}

/// Comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CmpOp {
    /// `==`
    Eq,
    /// `!=`
    NotEq,
    /// `<`
    Lt,
    /// `<=`
    LtE,
    /// `>`
    Gt,
    /// `>=`
    GtE,
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `in`
    In,
    /// `not in`
    NotIn,
}
