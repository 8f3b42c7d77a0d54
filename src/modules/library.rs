//! The part of the standard library that is written in the language: every file under `stdlib/`, found when acli is built (`build.rs`).

/// A module's text.
pub struct Text {
    /// The module's full name.
    pub name: &'static str,
    /// Whether it has submodules: it is an `__init__.py`.
    pub package: bool,
    /// The text.
    pub text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// The text of a module, by its full name.
pub fn find(name: &str) -> Option<&'static Text> {
    let place = LIBRARY.binary_search_by(|text| text.name.cmp(name)).ok()?;
    LIBRARY.get(place)
}
