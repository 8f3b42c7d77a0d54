//! The standard library's native modules, one file or folder each, and the texts of those that are written in the language.
//!
//! A module `x` is `src/modules/x`, or `stdlib/x`, or both: a face in the language over a native core that is named as CPython names it (`_x`).

pub mod asyncio;
pub mod atexit;
pub mod collections;
pub mod errno;
pub mod gc;
pub mod library;
pub mod math;
mod native;
pub mod posix;
pub mod random;
pub mod re;
pub mod string;
pub mod sys;
pub mod time;
pub mod traceback;
pub mod warnings;
pub mod weakref;

pub use native::{Constant, Lazy, NativeModule};

/// All native modules, by name.
pub static MODULES: &[&NativeModule] = &[
    &collections::MODULE,
    &re::MODULE,
    &weakref::MODULE,
    &asyncio::MODULE,
    &atexit::MODULE,
    &errno::MODULE,
    &gc::MODULE,
    &math::MODULE,
    &posix::MODULE,
    &random::MODULE,
    &string::MODULE,
    &string::TEMPLATELIB,
    &sys::MODULE,
    &time::MODULE,
    &traceback::MODULE,
    &warnings::MODULE,
];

/// A native module by its full name.
pub fn find(name: &str) -> Option<&'static NativeModule> {
    let place = MODULES.binary_search_by(|module| module.name.cmp(name)).ok()?;
    MODULES.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::MODULES;

    /// The search is by halves.
    #[test]
    fn names_are_in_order() {
        assert!(MODULES.is_sorted_by(|one, next| one.name < next.name));
    }
}
