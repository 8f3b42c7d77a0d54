//! The one table of diagnostic codes, read by `acli explain`.
//!
//! A code is never reused for another meaning. E01xx: reading and parsing.

/// What kind of diagnostic it is; prints as its identifier (`E0101`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(u16);

struct Row {
    id: &'static str,
    name: &'static str,
    explanation: &'static str,
}

macro_rules! codes {
    ($($constant:ident $id:literal $name:literal $explanation:literal)*) => {
        #[expect(non_camel_case_types, reason = "the variants only number the rows of the table")]
        #[expect(clippy::upper_case_acronyms, reason = "they are named as the constants are")]
        enum Index { $($constant),* }
        impl Code {
            $(#[doc = $name] pub const $constant: Code = Code(Index::$constant as u16);)*
        }
        const TABLE: &[Row] = &[$(Row { id: $id, name: $name, explanation: $explanation }),*];
    };
}

impl Code {
    /// The identifier, as printed beside the message.
    pub fn id(self) -> &'static str {
        TABLE[self.0 as usize].id
    }

    /// The name in words.
    pub fn name(self) -> &'static str {
        TABLE[self.0 as usize].name
    }

    /// What it means and what to do, in some sentences.
    pub fn explanation(self) -> &'static str {
        TABLE[self.0 as usize].explanation
    }

    /// The code with this identifier or name, upper or lower case.
    pub fn find(text: &str) -> Option<Code> {
        Code::all().find(|code| code.id().eq_ignore_ascii_case(text) || code.name().eq_ignore_ascii_case(text))
    }

    /// All codes, in the table's order.
    pub fn all() -> impl Iterator<Item = Code> {
        (0..TABLE.len()).map(|index| Code(index as u16))
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}({})", self.id(), self.name())
    }
}

codes! {
    UNREADABLE_SOURCE "E0100" "unreadable source"
    "The file is not text that a script can be read from. Scripts are UTF-8 (with or without a byte order mark) and hold no zero \
     bytes; a coding comment may name UTF-8 only. Save the file as UTF-8 in your editor, or convert it: \
     iconv -f latin1 -t utf-8 old.py > new.py"

    INVALID_SYNTAX "E0101" "invalid syntax"
    "The text is no Python here. The caret stands under the first token that cannot continue what comes before it, so the \
     mistake is there or a little earlier: often a missing operator, comma, colon or bracket on the same line or the line above."

    UNCLOSED_BRACKET "E0102" "bracket never closed"
    "An opening bracket has no partner. The caret stands under the opening bracket, since where it should have been closed is \
     not known; the lines that follow were read as part of it."

    MISMATCHED_BRACKET "E0103" "bracket does not match"
    "A closing bracket has no opening partner, or its partner is of another kind. Every ( is closed by ), [ by ] and { by }, \
     innermost first."

    UNTERMINATED_STRING "E0104" "string never closed"
    "A string literal ends with the kind of quote it began with, on the same line; a triple-quoted one may span lines but must \
     end before the file does. To put the quote itself into the string, write a backslash before it or use the other kind."

    INDENTATION "E0105" "indentation"
    "Blocks are made by indentation. After a line that ends with a colon the next line is indented deeper; all lines of a block \
     are indented alike; a line that is indented less returns to the indentation of some line above it. An empty block is \
     written: pass"

    TABS "E0106" "tabs and spaces"
    "Indentation mixes tabs and spaces in a way that depends on how wide a tab is. Use spaces only."

    BAD_NUMBER "E0107" "number literal"
    "A number literal is malformed. Decimal integers have no leading zeros, hexadecimal ones begin with 0x, octal with 0o, \
     binary with 0b; an underscore may stand between two digits; a name cannot follow a number without a space."

    BAD_CHARACTER "E0108" "character outside strings"
    "A character that has no meaning outside strings and comments, often pasted from a document: a typographic quote or dash, \
     or a space that is not the plain one. Type it anew."

    BAD_ESCAPE "E0109" "escape sequence"
    "A backslash sequence in a string cannot be decoded: \\x takes two hexadecimal digits, \\u four, \\U eight; \\N{...} takes \
     a character's name. To write a backslash itself double it, or make the string raw: r'C:\\new'."

    BAD_TARGET "E0110" "cannot be assigned to"
    "Only names, attributes (a.b), subscripts (a[i]), and lists or tuples of these can stand on the left of =, after for, as, \
     del or +=. To compare, write == ."

    ARGUMENT_ORDER "E0111" "order of arguments"
    "In a call, positional arguments come before name=value, and *args before **kwargs. In a definition, parameters without a \
     default come before those with one, / comes before *, and **kwargs is last."

    MISSING_COLON "E0112" "colon expected"
    "The header of a block (if, for, while, def, class, with, try, match and their parts) ends with a colon."

    FORMATTED_STRING "E0113" "formatted string"
    "A replacement field of an f-string or t-string is malformed: {expression}, then optionally = to show the expression's text, \
     !r, !s or !a, and : with a format. To write a brace itself, double it: {{ or }}."

    INCOMPLETE_TRY "E0114" "try without except or finally"
    "A try block is followed by at least one except block or a finally block; except and except* do not mix in one try."

    PATTERN "E0115" "pattern of a case"
    "What stands after case is a pattern, not an expression: literals, names to bind, dotted names to compare with, sequences, \
     mappings and classes with patterns inside, joined by |, bound with as."

    TOO_DEEP "E0116" "nested too deeply"
    "The text nests deeper than acli follows: 200 brackets, 100 blocks, or a thousand operators within one another. \
     Split the expression, or build the value in a loop."

    UNSUPPORTED_SYNTAX "E0117" "not supported"
    "CPython accepts this text, acli does not: lone surrogates in string literals, and identifiers that Unicode normalisation \
     would change. The message names which."

    MISPLACED "E0201" "out of place"
    "The statement or expression is right in itself but can't stand here: return and yield belong into functions, break and \
     continue into loops, await, async for and async with into async def functions."

    SCOPE "E0202" "scope of a name"
    "A name can't be what two statements make of it: a parameter stands twice, a name is used before it is declared global or \
     nonlocal, or nonlocal names a variable that no function around has. Declare names at the top of the function."

    ASSIGNMENT "E0203" "assignment not possible here"
    "What is assigned to can't be bound at this place, such as __debug__, two starred names in one target, or a comprehension's \
     own variable by :=."

    FUTURE_IMPORT "E0204" "future import"
    "from __future__ imports change how the file is compiled, so they stand at its very top (after the docstring) and name \
     features that exist."

    NOT_COMPILED "E0205" "not supported yet"
    "CPython runs this construct, acli does not yet. It is refused rather than run with another meaning."

    TOO_LARGE "E0206" "too large to compile"
    "One function or module has more variables, constants or names than its code can number (65,535 of each). \
     Split it, or move data into a file."

    SYNTAX_WARNING "W0201" "suspicious syntax"
    "The text is legal but hardly means what it says: is with a literal, a call of a constant (often a missing comma), an \
     assertion that is always true, a return that leaves a finally block."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_and_names_are_unique_and_sorted() {
        let ids: Vec<_> = Code::all().map(Code::id).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{ids:?}");
        let mut names: Vec<_> = Code::all().map(Code::name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
        assert_eq!(Code::find("e0102"), Some(Code::UNCLOSED_BRACKET));
        assert_eq!(Code::find("nonsense"), None);
    }
}
