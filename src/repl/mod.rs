//! The prompt: lines in, answers out.
//!
//! On a terminal rustyline edits the lines; otherwise they are read as they come, without prompts. `await` may stand at the top, and one event
//! loop serves the whole session. Ctrl-C stops the statement, Ctrl-D ends the session.

mod editor;

use std::io::{BufRead, IsTerminal};

use crate::diag::{say, show};
use crate::report::{self, Style};
use crate::runtime::{Answer, Ending, Session, Settings};

use editor::Editor;

const HELP: &str = "\
Type a statement or an expression; the value of an expression is shown.
  a block            goes on until an empty line
  await something    works here, on one event loop for the whole session
  _                  is the last value shown
  Ctrl-C             stops what runs, or drops the line
  Ctrl-D, exit()     ends the session
  help(something)    prints its documentation
  :help  :quit       commands of the prompt itself
";

/// One line of input, or why there is none.
enum Input {
    Line(String),
    /// Ctrl-C: what was begun is dropped.
    Dropped,
    End,
}

/// Runs a session from its first prompt to its end.
pub fn run(virtual_time: bool, plain: bool) -> Ending {
    let settings = Settings { virtual_time, plain, argv: vec![String::new()], folder: String::new() };
    let mut session = Session::new(&settings);
    let style = Style::of_stderr(plain);
    let mut editor = std::io::stdin().is_terminal().then(Editor::open).flatten();
    if editor.is_some() {
        let version = env!("CARGO_PKG_VERSION");
        answer(&format!("acli {version}, for Python 3.14 with await at the prompt. :help helps, Ctrl-D leaves.\n"));
    }
    let mut begun = String::new();
    let ending = loop {
        let input = match &mut editor {
            Some(editor) => editor.read(if begun.is_empty() { ">>> " } else { "... " }),
            None => piped(),
        };
        let last = match input {
            Input::Line(line) => {
                if begun.is_empty() && command(&line) {
                    if line.trim() == ":quit" {
                        break Ending::Status(0);
                    }
                    continue;
                }
                if begun.is_empty() && line.trim().is_empty() {
                    continue;
                }
                if !begun.is_empty() {
                    begun.push('\n');
                }
                begun.push_str(&line);
                // The beginning of a block is never the empty text.
                false
            }
            Input::Dropped => {
                say("KeyboardInterrupt\n");
                begun.clear();
                continue;
            }
            Input::End if begun.is_empty() => break Ending::Status(0),
            Input::End => true,
        };
        match session.enter(&begun, last) {
            Answer::More => continue,
            Answer::Done => {}
            Answer::Refused(error) => say(&report::error(&error.diagnostic, error.kind.name(), style)),
            Answer::Leave(ending) => break ending,
        }
        if let Some(editor) = &mut editor {
            editor.remember(&begun);
        }
        begun.clear();
    };
    if let Some(editor) = &mut editor {
        editor.close();
    }
    session.leave(ending)
}

/// Whether a line is a command of the prompt, which is then obeyed as far as it can be here.
fn command(line: &str) -> bool {
    match line.trim() {
        ":help" => answer(HELP),
        ":quit" => {}
        other if other.starts_with(':') => say(&format!("there is no command {other}: :help lists them\n")),
        _ => return false,
    }
    true
}

/// Shows what is the prompt's own, not a script's; a session goes on where that can't be seen.
fn answer(text: &str) {
    if let Err(error) = show(text) {
        say(&format!("acli: can't write to standard output: {error}\n"));
    }
}

fn piped() -> Input {
    let mut line = String::new();
    match std::io::stdin().lock().read_line(&mut line) {
        Ok(0) | Err(_) => Input::End,
        Ok(_) => Input::Line(line.trim_end_matches(['\n', '\r']).to_owned()),
    }
}
