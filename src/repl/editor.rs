//! Lines edited on a terminal, with a history that outlives the session.

use std::path::PathBuf;

use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{Config, EditMode};

use super::Input;

/// Entries kept.
const ENTRIES: usize = 5000;

/// The editor of one session.
pub struct Editor {
    inner: rustyline::Editor<(), DefaultHistory>,
    history: Option<PathBuf>,
}

impl Editor {
    /// An editor on the process's terminal; none where that can't be edited on.
    pub fn open() -> Option<Editor> {
        let config =
            Config::builder().max_history_size(ENTRIES).ok()?.edit_mode(EditMode::Emacs).tab_stop(4).indent_size(4).build();
        let mut inner = rustyline::Editor::with_config(config).ok()?;
        let history = history_file();
        if let Some(path) = &history {
            // There is none before the first session ends.
            let _ = inner.load_history(path);
        }
        Some(Editor { inner, history })
    }

    /// Reads one line.
    pub fn read(&mut self, prompt: &str) -> Input {
        match self.inner.readline(prompt) {
            Ok(line) => Input::Line(line),
            Err(ReadlineError::Interrupted) => Input::Dropped,
            Err(_) => Input::End,
        }
    }

    /// Puts an entry, of one line or several, into the history.
    pub fn remember(&mut self, entry: &str) {
        let _ = self.inner.add_history_entry(entry);
    }

    /// Saves the history. A history that can't be saved is no reason to bother anyone.
    pub fn close(&mut self) {
        let Some(path) = &self.history else { return };
        if let Some(folder) = path.parent() {
            let _ = std::fs::create_dir_all(folder);
        }
        let _ = self.inner.save_history(path);
    }
}

/// Where the XDG Base Directory Specification puts what is worth keeping between runs.
fn history_file() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let state = set("XDG_STATE_HOME").filter(|path| path.is_absolute()).or_else(|| Some(set("HOME")?.join(".local/state")))?;
    Some(state.join("acli").join("history"))
}
