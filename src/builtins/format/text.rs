//! The specification of strings: fill, alignment, width, precision.

use compact_str::CompactString;

use crate::builtins::number::format::{FormatError, FormatSpec, unknown_code};
use crate::vm::{Result, Vm};

/// `format(text, spec)` for a specification that is not empty.
pub fn format_text(vm: &Vm, text: &str, spec: &str) -> Result<CompactString> {
    render(text, spec).map_err(|error| error.raise(vm))
}

/// The same, with the error as data.
pub(super) fn render(text: &str, spec: &str) -> std::result::Result<CompactString, FormatError> {
    let spec = FormatSpec::parse(spec, "str", Some('s'))?;
    let refuse = |message: &str| Err(FormatError::Value(format!("{message} not allowed in string format specifier")));
    match (spec.ty, spec.sign) {
        (None | Some('s'), None) => {}
        (None | Some('s'), Some(' ')) => return refuse("Space"),
        (None | Some('s'), Some(_)) => return refuse("Sign"),
        (Some(other), _) => return Err(unknown_code(other, "str")),
    }
    if spec.z {
        return refuse("Negative zero coercion (z)");
    }
    if spec.alternate {
        return refuse("Alternate form (#)");
    }
    if spec.align == Some('=') {
        return Err(FormatError::Value("'=' alignment not allowed in string format specifier".into()));
    }
    let cut = match spec.precision {
        Some(most) => text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end]),
        None => text,
    };
    spec.pad(cut, '<')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pads_and_cuts() {
        for (spec, text) in
            [("5", "abc  "), (">5", "  abc"), ("é^6.2", "ééabéé"), ("05", "abc00"), ("s", "abc"), ("<<4", "abc<")]
        {
            assert_eq!(render("abc", spec).as_deref(), Ok(text), "{spec}");
        }
        let error = |spec| match render("abc", spec) {
            Err(FormatError::Value(message)) => message,
            other => panic!("{other:?}"),
        };
        assert_eq!(error("=5"), "'=' alignment not allowed in string format specifier");
        assert_eq!(error("d"), "Unknown format code 'd' for object of type 'str'");
        assert_eq!(error("+"), "Sign not allowed in string format specifier");
    }
}
