//! The variables of the environment as a script has changed them.
//!
//! The process's own are never written: other threads may be reading them. What was changed stands beside them, and children get it.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::sync::Mutex;

/// What was set, and (none) what was removed.
static CHANGED: Mutex<BTreeMap<OsString, Option<OsString>>> = Mutex::new(BTreeMap::new());

/// Sets a variable, or removes it.
pub fn set(name: &OsStr, value: Option<&OsStr>) {
    let mut changed = CHANGED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    changed.insert(name.to_owned(), value.map(OsStr::to_owned));
}

/// A variable.
pub fn get(name: &str) -> Option<OsString> {
    let changed = CHANGED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    match changed.get(OsStr::new(name)) {
        Some(value) => value.clone(),
        None => std::env::var_os(name),
    }
}

/// All variables, if any of them was changed.
pub fn changed() -> Option<Vec<(OsString, OsString)>> {
    let changed = CHANGED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if changed.is_empty() {
        return None;
    }
    let own = std::env::vars_os().filter(|(name, _)| !changed.contains_key(name));
    let new = changed.iter().filter_map(|(name, value)| value.clone().map(|value| (name.clone(), value)));
    Some(own.chain(new).collect())
}
