//! Private names: `__x` in `class C` is `_C__x`.

use std::borrow::Cow;

/// A name as it is stored, in a class of that name.
pub fn mangle<'a>(class: Option<&str>, name: &'a str) -> Cow<'a, str> {
    let Some(class) = class else { return Cow::Borrowed(name) };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return Cow::Borrowed(name);
    }
    let class = class.trim_start_matches('_');
    if class.is_empty() { Cow::Borrowed(name) } else { Cow::Owned(format!("_{class}{name}")) }
}

#[cfg(test)]
mod tests {
    use super::mangle;

    #[test]
    fn only_private_names_in_classes_change() {
        assert_eq!(mangle(Some("_C"), "__x"), "_C__x");
        assert_eq!(mangle(Some("C"), "__x__"), "__x__");
        assert_eq!(mangle(Some("__"), "__x"), "__x");
        assert_eq!(mangle(None, "__x"), "__x");
        assert_eq!(mangle(Some("C"), "_x"), "_x");
    }
}
