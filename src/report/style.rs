//! What the reader's screen can show.

use std::fmt::Write;
use std::io::IsTerminal;

/// Columns where the terminal does not tell its own.
const WIDTH: usize = 80;

/// How to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    terminal: Option<usize>,
    color: bool,
}

impl Style {
    /// As CPython prints.
    pub const PLAIN: Style = Style { terminal: None, color: false };

    /// For a terminal so many columns wide.
    pub const fn terminal(width: usize, color: bool) -> Style {
        Style { terminal: Some(width), color }
    }

    /// What stderr can show; plain if that is asked for.
    pub fn of_stderr(plain: bool) -> Style {
        if plain || !std::io::stderr().is_terminal() {
            return Style::PLAIN;
        }
        let size = rustix::termios::tcgetwinsize(rustix::stdio::stderr()).map(|size| usize::from(size.ws_col));
        let width = size.ok().filter(|width| *width >= 20).unwrap_or(WIDTH);
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Style::terminal(width, !set("NO_COLOR") && !dumb)
    }

    /// Whether to print as CPython does.
    pub fn is_plain(self) -> bool {
        self.terminal.is_none()
    }

    pub(super) fn width(self) -> usize {
        self.terminal.unwrap_or(WIDTH)
    }

    pub(super) fn color(self) -> bool {
        self.color
    }

    /// Advice of acli's own, indented below what CPython says.
    pub fn help(self, text: &str) -> String {
        let mut out = String::new();
        for (number, line) in super::wrapped(text, self.width().saturating_sub(8)).iter().enumerate() {
            let (on, off) = if self.color { ("\x1b[36m", "\x1b[0m") } else { ("", "") };
            let margin = if number == 0 { format!("{on}help:{off}") } else { "     ".to_owned() };
            let _ = writeln!(out, "  {margin} {line}");
        }
        out
    }
}
