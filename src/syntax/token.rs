//! The kinds of token.
//!
//! One enum serves the logos lexer, the layout pass and the grammar. A token carries no text: its span does. Below the
//! operators stand the kinds that logos never produces itself: keywords come from names by `keyword`, layout and
//! formatted-string tokens from `layout.rs`, soft keywords from `soft_keywords.rs`.

use logos::Logos;

use crate::source::Span;

/// A token and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub tok: Tok,
    /// Where it stands.
    pub span: Span,
}

macro_rules! tokens {
    (
        words { $($(#[$attribute:meta])* $word:ident = $description:literal,)* }
        operators { $($operator:ident = $text:literal,)* }
        keywords { $($keyword:ident = $spelling:literal,)* }
    ) => {
        /// The kinds of token.
        #[derive(Logos, Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[logos(skip r"[ \t\x0C]+")]
        pub enum Tok {
            $($(#[$attribute])* $word,)*
            $(#[doc = $text] #[token($text)] $operator,)*
            $(#[doc = $spelling] $keyword,)*
        }

        impl Tok {
            /// The token's spelling where it has but one, else a description.
            pub fn describe(self) -> &'static str {
                match self {
                    $(Tok::$word => $description,)*
                    $(Tok::$operator => $text,)*
                    $(Tok::$keyword => $spelling,)*
                }
            }

            /// The reserved word with this spelling.
            pub fn keyword(text: &str) -> Option<Tok> {
                match text {
                    $($spelling => Some(Tok::$keyword),)*
                    _ => None,
                }
            }
        }
    };
}

tokens! {
    words {
        /// An identifier.
        #[regex("[A-Za-z_][A-Za-z0-9_]*")] Name = "name",
        /// A number; the pattern finds its beginning, `number.rs` its end.
        #[regex(r"\.?[0-9]")] Number = "number",
        /// A string or bytes literal; the pattern finds its beginning, `layout.rs` its end.
        #[regex(r#"([rRuUbBfFtT]|[bB][rR]|[rR][bB]|[fF][rR]|[rR][fF]|[tT][rR]|[rR][tT])?["']"#)] Str = "string",
        /// A line end: with meaning after layout, any before it.
        #[regex(r"\r\n|\n|\r")] Newline = "newline",
        /// A comment; layout drops it.
        #[regex(r"#[^\r\n]*", allow_greedy = true)] Comment = "comment",
        /// A backslash; layout drops it with the line end that must follow.
        #[token("\\")] Backslash = "\\",
        /// A character that has no meaning in Python.
        #[regex("[$?`]")] Stray = "character",
        /// A block begins.
        Indent = "indent",
        /// A block ends.
        Dedent = "dedent",
        /// `f"` with its prefix.
        FStringStart = "f-string",
        /// `t"` with its prefix.
        TStringStart = "t-string",
        /// Text between fields; undecoded.
        FMiddle = "f-string text",
        /// Text between fields of a raw one.
        FMiddleRaw = "raw f-string text",
        /// The closing quote.
        FStringEnd = "f-string end",
        /// `match` as a keyword.
        Match = "match",
        /// `case` as a keyword.
        Case = "case",
        /// `type` as a keyword.
        Type = "type",
        /// The parenthesis around the items of a `with`.
        WithParen = "( of with",
        /// Leads the tokens of a file.
        StartModule = "start of file",
        /// Leads the tokens of a REPL cell.
        StartCell = "start of cell",
        /// Leads the tokens of an expression.
        StartExpression = "start of expression",
    }
    operators {
        LParen = "(",
        RParen = ")",
        LBracket = "[",
        RBracket = "]",
        LBrace = "{",
        RBrace = "}",
        Colon = ":",
        Comma = ",",
        Semi = ";",
        Dot = ".",
        Ellipsis = "...",
        Arrow = "->",
        At = "@",
        Equal = "=",
        ColonEqual = ":=",
        Exclam = "!",
        Plus = "+",
        Minus = "-",
        Star = "*",
        DoubleStar = "**",
        Slash = "/",
        DoubleSlash = "//",
        Percent = "%",
        Amp = "&",
        Pipe = "|",
        Caret = "^",
        Tilde = "~",
        LShift = "<<",
        RShift = ">>",
        EqEq = "==",
        NotEq = "!=",
        Less = "<",
        LessEq = "<=",
        Greater = ">",
        GreaterEq = ">=",
        PlusEq = "+=",
        MinusEq = "-=",
        StarEq = "*=",
        SlashEq = "/=",
        DoubleSlashEq = "//=",
        PercentEq = "%=",
        AtEq = "@=",
        AmpEq = "&=",
        PipeEq = "|=",
        CaretEq = "^=",
        LShiftEq = "<<=",
        RShiftEq = ">>=",
        DoubleStarEq = "**=",
    }
    keywords {
        KwFalse = "False",
        KwNone = "None",
        KwTrue = "True",
        KwAnd = "and",
        KwAs = "as",
        KwAssert = "assert",
        KwAsync = "async",
        KwAwait = "await",
        KwBreak = "break",
        KwClass = "class",
        KwContinue = "continue",
        KwDef = "def",
        KwDel = "del",
        KwElif = "elif",
        KwElse = "else",
        KwExcept = "except",
        KwFinally = "finally",
        KwFor = "for",
        KwFrom = "from",
        KwGlobal = "global",
        KwIf = "if",
        KwImport = "import",
        KwIn = "in",
        KwIs = "is",
        KwLambda = "lambda",
        KwNonlocal = "nonlocal",
        KwNot = "not",
        KwOr = "or",
        KwPass = "pass",
        KwRaise = "raise",
        KwReturn = "return",
        KwTry = "try",
        KwWhile = "while",
        KwWith = "with",
        KwYield = "yield",
    }
}
