//! `%` formatting of strings and bytes: reading directives and handing arguments to them. `conversion` renders them.

use std::ops::Range;

use crate::builtins::text::search::first_byte;
use crate::heap::{self, NoMemory};
use crate::object::{ByteArray, Bytes, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Vm, storage};

use super::conversion;

/// Whether text or bytes are made: conversions and errors differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// `str % …`
    Text,
    /// `bytes % …`
    Bytes,
}

/// What is made: a text or bytes.
pub trait Sink {
    /// Which of the two.
    const TARGET: Target;
    /// What it is made of.
    type Template: AsRef<[u8]> + ?Sized;
    /// Makes room for a large text, if that can be had.
    fn make_room(&mut self, more: usize) -> std::result::Result<(), NoMemory>;
    /// Appends a text.
    fn push(&mut self, text: &str);
    /// Appends bytes that are whole characters.
    fn push_bytes(&mut self, data: &[u8]);
    /// Appends a part of the template.
    fn push_part(&mut self, template: &Self::Template, part: Range<usize>);
}

impl Sink for String {
    const TARGET: Target = Target::Text;
    type Template = str;
    #[inline]
    fn make_room(&mut self, more: usize) -> std::result::Result<(), NoMemory> {
        heap::grow_text(self, more)
    }
    #[inline]
    fn push(&mut self, text: &str) {
        self.push_str(text);
    }
    #[inline]
    fn push_bytes(&mut self, data: &[u8]) {
        self.push_str(std::str::from_utf8(data).unwrap_or_default());
    }
    #[inline]
    fn push_part(&mut self, template: &str, part: Range<usize>) {
        self.push_str(&template[part]);
    }
}

impl Sink for Vec<u8> {
    const TARGET: Target = Target::Bytes;
    type Template = [u8];
    #[inline]
    fn make_room(&mut self, more: usize) -> std::result::Result<(), NoMemory> {
        heap::grow(self, more)
    }
    #[inline]
    fn push(&mut self, text: &str) {
        self.extend_from_slice(text.as_bytes());
    }
    #[inline]
    fn push_bytes(&mut self, data: &[u8]) {
        self.extend_from_slice(data);
    }
    #[inline]
    fn push_part(&mut self, template: &[u8], part: Range<usize>) {
        self.extend_from_slice(&template[part]);
    }
}

/// What stands between `%` and the conversion.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Directive {
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A blank.
    pub blank: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// The least width, in characters.
    pub width: usize,
    /// What follows the dot.
    pub precision: Option<usize>,
}

/// The arguments: a tuple's items one after the other, a mapping's by name, or one value.
struct Arguments<'a> {
    target: Target,
    whole: &'a Value,
    items: Option<&'a [Value]>,
    next: usize,
    /// The value of the key in parentheses, until it is used.
    keyed: Option<Value>,
    /// A key was used: the whole is not an argument any more.
    spent: bool,
}

impl<'a> Arguments<'a> {
    fn new(target: Target, whole: &'a Value) -> Arguments<'a> {
        let items = storage::<Tuple>(whole).map(|tuple| tuple.items());
        Arguments { target, whole, items, next: 0, keyed: None, spent: false }
    }

    /// Whether the whole may be asked for keys.
    fn mapping(&self, vm: &Vm) -> bool {
        let whole = self.whole;
        let text = storage::<Str>(whole).is_some();
        let bytes =
            self.target == Target::Bytes && (storage::<Bytes>(whole).is_some() || storage::<ByteArray>(whole).is_some());
        self.items.is_none() && !text && !bytes && vm.lookup_special(whole, &vm.names.getitem).is_some()
    }

    fn next(&mut self, vm: &Vm) -> Result {
        if let Some(value) = self.keyed.take() {
            return Ok(value);
        }
        let value = match self.items {
            Some(items) => items.get(self.next),
            None if self.next == 0 && !self.spent => Some(self.whole),
            None => None,
        };
        self.next += 1;
        value.cloned().ok_or_else(|| vm.type_error("not enough arguments for format string"))
    }

    /// Whether arguments are left over at the end.
    fn left_over(&self, vm: &Vm) -> bool {
        match self.items {
            Some(items) => self.next < items.len(),
            None => self.next == 0 && !self.mapping(vm),
        }
    }
}

/// `template % arguments`
pub fn format_str(vm: &mut Vm, template: &str, arguments: &Value) -> Result {
    vm.compose(template.len() + 16, |vm, out| format(vm, template, arguments, out))
}

/// `template % arguments` for bytes.
pub fn format_bytes(vm: &mut Vm, template: &[u8], arguments: &Value) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(template.len() + 16);
    format(vm, template, arguments, &mut out)?;
    Ok(out)
}

fn format<S: Sink>(vm: &mut Vm, whole: &S::Template, arguments: &Value, out: &mut S) -> Result<()> {
    let template = whole.as_ref();
    let mut arguments = Arguments::new(S::TARGET, arguments);
    let mut at = 0;
    while let Some(percent) = first_byte(&template[at..], b'%') {
        if percent > 0 {
            out.push_part(whole, at..at + percent);
        }
        at += percent + 1;
        if template.get(at) == Some(&b'%') {
            out.push("%");
            at += 1;
            continue;
        }
        let mut reader = Reader { target: S::TARGET, template, at };
        let directive = match template.get(at) {
            // Nothing stands in between.
            Some(b'd' | b's' | b'r' | b'x' | b'f') => Directive::default(),
            _ => reader.directive(vm, &mut arguments)?,
        };
        let place = reader.at;
        let Some(conversion) = reader.take() else { return Err(vm.value_error("incomplete format")) };
        at = reader.at;
        let value = arguments.next(vm)?;
        if directive.width > 0 {
            vm.check_bytes(directive.width)?;
        }
        if !conversion::convert(vm, directive, conversion, &value, out)? {
            return Err(unsupported(vm, S::TARGET, template, place));
        }
    }
    if at < template.len() {
        out.push_part(whole, at..template.len());
    }
    if arguments.left_over(vm) {
        let what = if S::TARGET == Target::Text { "string" } else { "bytes" };
        return Err(vm.type_error(format!("not all arguments converted during {what} formatting")));
    }
    Ok(())
}

/// ValueError for a conversion that there is not.
#[cold]
fn unsupported(vm: &Vm, target: Target, template: &[u8], place: usize) -> crate::vm::Raised {
    let (code, index) = match target {
        Target::Bytes => (u32::from(template[place]), place),
        Target::Text => {
            let text = String::from_utf8_lossy(&template[place..]);
            let index = String::from_utf8_lossy(&template[..place]).chars().count();
            (text.chars().next().map_or(0, |c| c as u32), index)
        }
    };
    let shown = char::from_u32(code).filter(|c| (' '..='~').contains(c)).unwrap_or('?');
    vm.value_error(format!("unsupported format character '{shown}' (0x{code:x}) at index {index}"))
}

struct Reader<'a> {
    target: Target,
    template: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.template.get(self.at).copied()
    }

    fn take(&mut self) -> Option<u8> {
        let byte = self.peek();
        self.at += 1;
        byte
    }

    /// Reads everything up to the conversion.
    fn directive(&mut self, vm: &mut Vm, arguments: &mut Arguments<'_>) -> Result<Directive> {
        if self.peek() == Some(b'(') {
            self.key(vm, arguments)?;
        }
        let mut directive = Directive::default();
        loop {
            match self.peek() {
                Some(b'-') => directive.left = true,
                Some(b'+') => directive.plus = true,
                Some(b' ') => directive.blank = true,
                Some(b'#') => directive.alternate = true,
                Some(b'0') => directive.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        if let Some(width) = self.number(vm, arguments, "width too big", i64::MAX)? {
            directive.left |= width < 0;
            directive.width = width.unsigned_abs() as usize;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            let error = if self.target == Target::Text { "precision too big" } else { "prec too big" };
            directive.precision = Some(self.number(vm, arguments, error, i64::from(i32::MAX))?.unwrap_or(0).max(0) as usize);
        }
        if matches!(self.peek(), Some(b'h' | b'l' | b'L')) {
            self.at += 1;
        }
        Ok(directive)
    }

    /// Reads a key in parentheses and looks it up.
    fn key(&mut self, vm: &mut Vm, arguments: &mut Arguments<'_>) -> Result<()> {
        if !arguments.mapping(vm) {
            return Err(vm.type_error("format requires a mapping"));
        }
        let start = self.at + 1;
        let mut open = 0;
        let end = loop {
            match self.take() {
                Some(b'(') => open += 1,
                Some(b')') if open == 1 => break self.at - 1,
                Some(b')') => open -= 1,
                Some(_) => {}
                None => return Err(vm.value_error("incomplete format key")),
            }
        };
        let key = &self.template[start..end];
        let key = match self.target {
            Target::Text => Str::value(String::from_utf8_lossy(key).into_owned()),
            Target::Bytes => Bytes::value(key),
        };
        arguments.keyed = Some(vm.get_item(arguments.whole, &key)?);
        arguments.spent = true;
        Ok(())
    }

    /// Reads a number or, for `*`, takes it from the arguments.
    fn number(&mut self, vm: &mut Vm, arguments: &mut Arguments<'_>, too_big: &str, most: i64) -> Result<Option<i64>> {
        if self.peek() == Some(b'*') {
            self.at += 1;
            let value = vm.payload(&arguments.next(vm)?);
            return match value {
                Value::Int(number) if (-most..=most).contains(&number) => Ok(Some(number)),
                Value::Bool(bool) => Ok(Some(i64::from(bool))),
                Value::Int(_) => Err(vm.overflow_error("Python int too large to convert to C int")),
                _ if value.is::<crate::object::BigIntObject>() => {
                    Err(vm.overflow_error("Python int too large to convert to C int"))
                }
                _ => Err(vm.type_error("* wants int")),
            };
        }
        let mut number = None;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            let next = number.unwrap_or(0i64).checked_mul(10).and_then(|tens| tens.checked_add(i64::from(digit - b'0')));
            let Some(next) = next.filter(|next| *next <= most) else { return Err(vm.value_error(too_big)) };
            number = Some(next);
            self.at += 1;
        }
        Ok(number)
    }
}
