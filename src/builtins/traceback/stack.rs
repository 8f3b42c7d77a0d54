//! The places of a traceback as text: the `File` line, the source, and carets under what failed.

use super::FrameInfo;
use super::lines::{byte_of, chars_before, dedent, indent, width};
use crate::vm::Vm;

/// Places alike in a row that are shown; further ones are counted.
const REPEATS: usize = 3;

/// The source lines that an instruction spans, dedented, and what of them it is.
struct Extent {
    lines: Vec<String>,
    /// Characters before it on the first line.
    start: usize,
    /// Characters up to its end on the last line.
    end: usize,
}

/// What gets another caret than the rest: from a line and column up to another.
struct Mark {
    from: (usize, usize),
    to: (usize, usize),
}

/// Places as text, one string each; repetitions collapse into one line that counts them.
pub fn format_stack(vm: &Vm, frames: &[FrameInfo]) -> Vec<String> {
    let mut all = Vec::new();
    let mut last: Option<&FrameInfo> = None;
    let mut count = 0;
    for frame in frames {
        let same = last.is_some_and(|last| {
            last.file == frame.file && last.line == frame.line && last.name.as_str() == frame.name.as_str()
        });
        if !same {
            all.extend(repeated(count));
            count = 0;
            last = Some(frame);
        }
        count += 1;
        if count <= REPEATS {
            all.push(format_place(vm, frame));
        }
    }
    all.extend(repeated(count));
    all
}

fn repeated(count: usize) -> Option<String> {
    let more = count.checked_sub(REPEATS).filter(|more| *more > 0)?;
    let plural = if more > 1 { "s" } else { "" };
    Some(format!("  [Previous line repeated {more} more time{plural}]\n"))
}

/// One place as text.
pub fn format_place(vm: &Vm, frame: &FrameInfo) -> String {
    let mut text = format!("  File \"{}\", line {}, in {}\n", frame.file, frame.line, frame.name);
    if !frame.shows_source() {
        return text;
    }
    if frame.span.is_empty() {
        let line = frame.source.line_text(frame.line).trim();
        if !line.is_empty() {
            text.push_str(&format!("    {line}\n"));
        }
        return text;
    }
    let extent = Extent::of(frame);
    if extent.lines.iter().all(|line| line.trim().is_empty()) {
        return text;
    }
    let shown = extent.show(vm);
    let shown: Vec<&str> = shown.split('\n').collect();
    text.push_str(&indent(&dedent(&shown).join("\n"), "    "));
    text
}

impl Extent {
    fn of(frame: &FrameInfo) -> Extent {
        let source = &frame.source;
        let (first, last) = (source.line_col(frame.span.start), source.line_col(frame.span.end));
        let original: Vec<&str> = (first.line..=last.line).map(|line| source.line_text(line).trim_end()).collect();
        let lines = dedent(&original);
        let (first_line, last_line) = (original[0], original[original.len() - 1]);
        let removed = first_line.chars().count() - lines[0].chars().count();
        Extent {
            start: chars_before(first_line, first.col as usize).saturating_sub(removed),
            end: chars_before(last_line, last.col as usize).saturating_sub(removed),
            lines,
        }
    }

    /// Byte offsets of start and end in the lines joined by newlines.
    fn range(&self, joined: &str) -> std::ops::Range<usize> {
        let last = &self.lines[self.lines.len() - 1];
        let start = byte_of(&self.lines[0], self.start);
        let end = joined.len() - last.len() + byte_of(last, self.end);
        start..end.max(start)
    }

    /// Line and character column of a byte offset in the joined lines.
    fn place(&self, mut offset: usize) -> (usize, usize) {
        for (number, line) in self.lines.iter().enumerate() {
            if offset <= line.len() {
                return (number, chars_before(line, offset));
            }
            offset -= line.len() + 1;
        }
        (self.lines.len() - 1, self.end)
    }

    fn mark(&self, vm: &Vm, joined: &str) -> Option<Mark> {
        let range = self.range(joined);
        let span = (vm.hooks.operator_span)(&joined[range.clone()])?;
        let place = |offset: u32| {
            let (line, column) = self.place(range.start + offset as usize);
            (line, width(&self.lines[line], column))
        };
        Some(Mark { from: place(span.start), to: place(span.end) })
    }

    /// Carets help nobody where they would mark all of a line, or all of the call in `x = f()`.
    fn wants_carets(&self, vm: &Vm, joined: &str, mark: bool) -> bool {
        if let Some(call) = (vm.hooks.assigned_call)(joined) {
            let range = self.range(joined);
            if call.start as usize == range.start && call.end as usize == range.end {
                return false;
            }
        }
        let last = &self.lines[self.lines.len() - 1];
        let before = &self.lines[0][..byte_of(&self.lines[0], self.start)];
        let after = &last[byte_of(last, self.end)..];
        mark || !before.trim_start().is_empty() || !after.trim_end().is_empty()
    }

    /// The lines that matter: first, last, and those around the mark; others are left out.
    fn show(&self, vm: &Vm) -> String {
        let joined = self.lines.join("\n");
        let mark = self.mark(vm, &joined);
        let carets = self.wants_carets(vm, &joined, mark.is_some());
        let mut lines: Vec<usize> = vec![0, self.lines.len() - 1];
        if let Some(mark) = &mark {
            for around in [mark.from.0, mark.to.0] {
                lines.extend(around.saturating_sub(1)..=around + 1);
            }
        }
        lines.retain(|line| *line < self.lines.len());
        lines.sort_unstable();
        lines.dedup();
        let mut text = String::new();
        let mut before: Option<usize> = None;
        for line in lines {
            match before.map(|before| line - before) {
                Some(2) => self.show_line(line - 1, carets, mark.as_ref(), &mut text),
                Some(gap) if gap > 2 => text.push_str(&format!("...<{} lines>...\n", gap - 1)),
                _ => {}
            }
            self.show_line(line, carets, mark.as_ref(), &mut text);
            before = Some(line);
        }
        text
    }

    fn show_line(&self, number: usize, carets: bool, mark: Option<&Mark>, text: &mut String) {
        let line = &self.lines[number];
        text.push_str(line);
        text.push('\n');
        if !carets {
            return;
        }
        let indented = line.chars().count() - line.trim_start().chars().count();
        let start = width(&self.lines[0], self.start);
        let count = if number == self.lines.len() - 1 { width(line, self.end) } else { width(line, line.chars().count()) };
        for column in 0..count {
            text.push(match mark {
                _ if column < indented || (number == 0 && column < start) => ' ',
                Some(mark) if (number, column) < mark.from || (number, column) >= mark.to => '~',
                _ => '^',
            });
        }
        text.push('\n');
    }
}
