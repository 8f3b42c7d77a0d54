//! The prompt.

use crate::runtime::Ending;

/// Runs a session.
pub fn run(_virtual_time: bool, _plain: bool) -> Ending {
    Ending::Status(0)
}
