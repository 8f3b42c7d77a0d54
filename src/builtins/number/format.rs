//! The format mini-language: its specifier for all types, padding, and numbers in it.

use compact_str::{CompactString, ToCompactString};
use num_traits::Signed;

use super::repr::{Style, magnitude};
use crate::heap;
use crate::vm::{Fault, Number, Raised, Vm};

/// Widths and precisions beyond this only exhaust the memory.
const MOST_PADDING: usize = 1 << 32;

/// A format specifier: `[[fill]align][sign][z][#][0][width][grouping][.precision][grouping][type]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatSpec {
    /// What pads.
    pub fill: char,
    /// `<`, `>`, `=`, `^`
    pub align: Option<char>,
    /// `+`, `-` or a space, where one is written.
    pub sign: Option<char>,
    /// `z`: no negative zero.
    pub z: bool,
    /// `#`
    pub alternate: bool,
    /// A `0` before the width, with no fill given; `fill` is `0` then. Numbers without `align` are padded after the sign.
    pub zero: bool,
    /// Least number of characters; 0 where not given.
    pub width: usize,
    /// `,` or `_` between groups of digits before the point.
    pub grouping: Option<char>,
    /// Number of digits.
    pub precision: Option<usize>,
    /// `,` or `_` between groups of digits after the point.
    pub frac_grouping: Option<char>,
    /// The presentation type.
    pub ty: Option<char>,
}

impl Default for FormatSpec {
    fn default() -> FormatSpec {
        FormatSpec {
            fill: ' ',
            align: None,
            sign: None,
            z: false,
            alternate: false,
            zero: false,
            width: 0,
            grouping: None,
            precision: None,
            frac_grouping: None,
            ty: None,
        }
    }
}

/// Why formatting failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// A ValueError with this message.
    Value(String),
    /// An OverflowError with this message.
    Overflow(String),
    /// The text would not fit the memory.
    Memory,
}

impl FormatError {
    /// The exception.
    pub fn raise(self, vm: &Vm) -> Raised {
        match self {
            FormatError::Value(message) => vm.value_error(message),
            FormatError::Overflow(message) => vm.overflow_error(message),
            FormatError::Memory => vm.fault(Fault::Memory),
        }
    }
}

type Formatted<T = CompactString> = Result<T, FormatError>;

fn value_error<T>(message: impl Into<String>) -> Formatted<T> {
    Err(FormatError::Value(message.into()))
}

/// The characters of a specifier that are still to be read.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Takes one of some ASCII characters.
    fn take(&mut self, wanted: &[char]) -> Option<char> {
        let c = *self.rest.as_bytes().first()? as char;
        if !wanted.contains(&c) {
            return None;
        }
        self.rest = self.rest.get(1..)?;
        Some(c)
    }

    fn number(&mut self) -> Formatted<Option<usize>> {
        let length = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(length);
        self.rest = rest;
        if digits.is_empty() {
            return Ok(None);
        }
        match digits.parse::<i64>() {
            Ok(number) => Ok(Some(number as usize)),
            Err(_) => value_error("Too many decimal digits in format string"),
        }
    }

    fn grouping(&mut self) -> Formatted<Option<char>> {
        let comma = self.take(&[',']);
        let underscore = self.take(&['_']);
        if (comma.is_some() && underscore.is_some()) || (underscore.is_some() && self.peek() == Some(',')) {
            return value_error("Cannot specify both ',' and '_'.");
        }
        Ok(comma.or(underscore))
    }
}

/// A presentation type for messages.
fn quoted(ty: char) -> String {
    if ty > ' ' && ty.is_ascii() { format!("'{ty}'") } else { format!("'\\x{:x}'", ty as u32) }
}

/// The error for a presentation type that a type doesn't have.
pub fn unknown_code(ty: char, type_name: &str) -> FormatError {
    FormatError::Value(format!("Unknown format code {} for object of type '{type_name}'", quoted(ty)))
}

impl FormatSpec {
    /// Parses a specifier for a value of a type; `default_type` is what an omitted presentation type stands for in messages: `s` for strings.
    pub fn parse(spec: &str, type_name: &str, default_type: Option<char>) -> Formatted<FormatSpec> {
        if let Some(parsed) = FormatSpec::parse_plain(spec.as_bytes()) {
            return Ok(parsed);
        }
        let mut parsed = FormatSpec::default();
        let mut reader = Reader { rest: spec };
        let mut filled = false;
        let mut chars = spec.chars();
        if let (Some(fill), Some(align @ ('<' | '>' | '=' | '^'))) = (chars.next(), chars.next()) {
            parsed.fill = fill;
            parsed.align = Some(align);
            filled = true;
            reader.rest = chars.as_str();
        } else {
            parsed.align = reader.take(&['<', '>', '=', '^']);
        }
        parsed.sign = reader.take(&[' ', '+', '-']);
        parsed.z = reader.take(&['z']).is_some();
        parsed.alternate = reader.take(&['#']).is_some();
        if !filled && reader.take(&['0']).is_some() {
            parsed.zero = true;
            parsed.fill = '0';
        }
        parsed.width = reader.number()?.unwrap_or(0);
        parsed.grouping = reader.grouping()?;
        if reader.take(&['.']).is_some() {
            parsed.precision = reader.number()?;
            parsed.frac_grouping = reader.grouping()?;
            if parsed.precision.is_none() && parsed.frac_grouping.is_none() {
                return value_error("Format specifier missing precision");
            }
        }
        let mut rest = reader.rest.chars();
        parsed.ty = rest.next();
        if rest.next().is_some() {
            return value_error(format!("Invalid format specifier '{spec}' for object of type '{type_name}'"));
        }
        parsed.check_grouping(default_type)?;
        Ok(parsed)
    }

    /// Parses the usual specifiers, `[align][0][width][.precision][type]`, quickly; none where there is more.
    fn parse_plain(spec: &[u8]) -> Option<FormatSpec> {
        let mut parsed = FormatSpec::default();
        let mut rest = spec;
        if let [align @ (b'<' | b'>' | b'=' | b'^'), after @ ..] = rest {
            parsed.align = Some(char::from(*align));
            rest = after;
        }
        if let [b'0', after @ ..] = rest {
            (parsed.zero, parsed.fill) = (true, '0');
            rest = after;
        }
        let number = |rest: &mut &[u8]| {
            let mut number = 0;
            let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            for digit in &rest[..length.min(9)] {
                number = number * 10 + usize::from(digit - b'0');
            }
            *rest = &rest[length.min(9)..];
            (length > 0).then_some(number)
        };
        parsed.width = number(&mut rest).unwrap_or(0);
        if let [b'.', after @ ..] = rest {
            rest = after;
            parsed.precision = Some(number(&mut rest)?);
        }
        match rest {
            [] => {}
            [ty] if (ty.is_ascii_alphabetic() && *ty != b'z') || *ty == b'%' => parsed.ty = Some(char::from(*ty)),
            _ => return None,
        }
        Some(parsed)
    }

    fn check_grouping(&self, default_type: Option<char>) -> Formatted<()> {
        let (Some(separator), Some(ty)) = (self.grouping, self.ty.or(default_type)) else { return Ok(()) };
        match ty {
            'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' => Ok(()),
            'b' | 'o' | 'x' | 'X' if separator == '_' => Ok(()),
            _ => value_error(format!("Cannot specify '{separator}' with {}.", quoted(ty))),
        }
    }

    /// Pads a text to the width; `align` is used where the specifier has none.
    pub fn pad(&self, text: &str, align: char) -> Formatted {
        let missing = if self.width == 0 { 0 } else { self.width.saturating_sub(text.chars().count()) };
        if missing == 0 {
            return Ok(text.into());
        }
        let before = match self.align.unwrap_or(align) {
            '<' => 0,
            '^' => missing / 2,
            _ => missing,
        };
        let mut padded = reserve(text.len() + missing * self.fill.len_utf8())?;
        repeat(&mut padded, self.fill, before);
        padded.push_str(text);
        repeat(&mut padded, self.fill, missing - before);
        Ok(padded)
    }

    fn number_align(&self) -> char {
        self.align.unwrap_or(if self.zero { '=' } else { '>' })
    }
}

fn reserve(size: usize) -> Formatted {
    if size > MOST_PADDING {
        return Err(FormatError::Memory);
    }
    heap::can_have(size).map_err(|_| FormatError::Memory)?;
    Ok(CompactString::with_capacity(size))
}

/// A number in parts, ready to be grouped and padded.
struct Parts<'a> {
    sign: &'static str,
    prefix: &'static str,
    /// Digits before the point.
    whole: &'a str,
    /// The point and the digits behind it.
    fraction: &'a str,
    /// Exponent, `%`, or all of `inf`.
    rest: &'a str,
    /// Digits in a group.
    group: usize,
}

impl Parts<'_> {
    fn assemble(&self, spec: &FormatSpec) -> Formatted {
        if spec.grouping.is_none() && spec.frac_grouping.is_none() {
            return self.padded(spec);
        }
        let fraction = group_fraction(self.fraction, spec.frac_grouping);
        let fixed = self.sign.len() + self.prefix.len() + fraction.len() + self.rest.chars().count();
        let align = spec.number_align();
        let least = if spec.fill == '0' && align == '=' { spec.width.saturating_sub(fixed) } else { 0 };
        if least > MOST_PADDING {
            return Err(FormatError::Memory);
        }
        let whole = group_whole(self.whole, spec.grouping, self.group, least);
        Parts { whole: &whole, fraction: &fraction, ..*self }.padded(spec)
    }

    /// The parts in order, padded to the width.
    fn padded(&self, spec: &FormatSpec) -> Formatted {
        let length = self.sign.len() + self.prefix.len() + self.whole.len() + self.fraction.len() + self.rest.len();
        // All that is not ASCII is the fill.
        let missing = spec.width.saturating_sub(length);
        let mut text = reserve(missing.saturating_mul(spec.fill.len_utf8()).saturating_add(length))?;
        let (before, inner) = match spec.number_align() {
            '<' => (0, 0),
            '^' => (missing / 2, 0),
            '=' => (0, missing),
            _ => (missing, 0),
        };
        repeat(&mut text, spec.fill, before);
        for part in [self.sign, self.prefix] {
            if !part.is_empty() {
                text.push_str(part);
            }
        }
        repeat(&mut text, spec.fill, inner);
        for part in [self.whole, self.fraction, self.rest] {
            if !part.is_empty() {
                text.push_str(part);
            }
        }
        repeat(&mut text, spec.fill, missing - before - inner);
        Ok(text)
    }
}

/// Appends a character so many times.
fn repeat(text: &mut CompactString, fill: char, count: usize) {
    const RUN: usize = 16;
    if count == 0 {
        return;
    }
    let mut left = count;
    if let Some(run) = [(' ', "                "), ('0', "0000000000000000")].iter().find(|(c, _)| *c == fill) {
        while left >= RUN {
            text.push_str(run.1);
            left -= RUN;
        }
        text.push_str(&run.1[..left]);
        return;
    }
    text.extend(std::iter::repeat_n(fill, left));
}

/// Digits with separators between groups counted from the right, with zeros in front up to a least length.
fn group_whole(digits: &str, separator: Option<char>, size: usize, least: usize) -> String {
    if digits.is_empty() {
        return String::new();
    }
    let Some(separator) = separator else {
        return format!("{}{digits}", "0".repeat(least.saturating_sub(digits.len())));
    };
    let mut count = digits.len();
    if count + (count - 1) / size < least {
        // As many digits as make the length, and one more where a separator would come first.
        count = least - least / (size + 1);
        count += usize::from(least.is_multiple_of(size + 1));
        count = count.max(digits.len());
    }
    let zeros = count - digits.len();
    let mut grouped = String::with_capacity(count + count / size);
    for (place, digit) in std::iter::repeat_n('0', zeros).chain(digits.chars()).enumerate() {
        if place > 0 && (count - place).is_multiple_of(size) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// The point and its digits with separators between groups counted from the left.
fn group_fraction(fraction: &str, separator: Option<char>) -> String {
    let Some(separator) = separator else { return fraction.to_owned() };
    let mut grouped = String::with_capacity(fraction.len() * 4 / 3);
    for (place, c) in fraction.chars().enumerate() {
        if place > 1 && (place - 1).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(c);
    }
    grouped
}

fn sign_of(negative: bool, sign: Option<char>) -> &'static str {
    match (negative, sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    }
}

/// The digits of an int's magnitude; decimal ones are limited (`sys.set_int_max_str_digits`, 0 for no limit).
pub fn int_digits(number: Number<'_>, base: u32, limit: usize) -> Formatted {
    let text = match number {
        Number::Int(int) => match base {
            2 => digits_of_bits(int.unsigned_abs(), 1, ""),
            8 => digits_of_bits(int.unsigned_abs(), 3, ""),
            16 => digits_of_bits(int.unsigned_abs(), 4, ""),
            _ => int.unsigned_abs().to_compact_string(),
        },
        // Converting to decimal takes quadratic time: numbers far over the limit are refused unconverted.
        Number::Big(big) if base == 10 && limit > 0 && big.bits() as f64 > (limit as f64 + 2.0) * std::f64::consts::LOG2_10 => {
            return too_long(limit);
        }
        Number::Big(big) => big.magnitude().to_str_radix(base).into(),
        Number::Float(_) => CompactString::default(),
    };
    if base == 10 && limit > 0 && text.len() > limit { too_long(limit) } else { Ok(text) }
}

/// The digits of a number, each of so many bits, behind a prefix of at most three characters.
pub fn digits_of_bits(number: u64, bits: u32, prefix: &str) -> CompactString {
    let mut text = [0; 67];
    let (mut at, mut left) = (text.len(), number);
    loop {
        at -= 1;
        text[at] = b"0123456789abcdef"[(left & ((1 << bits) - 1)) as usize & 15];
        left >>= bits;
        if left == 0 {
            break;
        }
    }
    at -= prefix.len();
    text[at..at + prefix.len()].copy_from_slice(prefix.as_bytes());
    CompactString::from_utf8(&text[at..]).unwrap_or_default()
}

fn too_long(limit: usize) -> Formatted {
    value_error(format!(
        "Exceeds the limit ({limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
    ))
}

fn is_negative(number: Number<'_>) -> bool {
    match number {
        Number::Int(int) => int < 0,
        Number::Big(big) => big.is_negative(),
        Number::Float(float) => float.is_sign_negative(),
    }
}

/// An int in a format; presentation types of floats convert it. `limit` as for [`int_digits`].
pub fn format_int(number: Number<'_>, spec: &FormatSpec, type_name: &str, limit: usize) -> Formatted {
    let ty = spec.ty.unwrap_or('d');
    let (base, prefix) = match ty {
        'd' | 'n' => (10, ""),
        'b' => (2, "0b"),
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        'c' => return format_char(number, spec),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => {
            let float = number.to_float().map_err(|_| FormatError::Overflow("int too large to convert to float".into()))?;
            return format_float(float, spec, type_name);
        }
        _ => return Err(unknown_code(ty, type_name)),
    };
    check_integer(spec)?;
    let mut digits = int_digits(number, base, limit)?;
    if ty == 'X' {
        digits.make_ascii_uppercase();
    }
    let sign = sign_of(is_negative(number), spec.sign);
    let prefix = if spec.alternate { prefix } else { "" };
    Parts { sign, prefix, whole: &digits, fraction: "", rest: "", group: if base == 10 { 3 } else { 4 } }.assemble(spec)
}

fn check_integer(spec: &FormatSpec) -> Formatted<()> {
    if spec.precision.is_some() {
        return value_error("Precision not allowed in integer format specifier");
    }
    if spec.z {
        return value_error("Negative zero coercion (z) not allowed in integer format specifier");
    }
    Ok(())
}

fn format_char(number: Number<'_>, spec: &FormatSpec) -> Formatted {
    check_integer(spec)?;
    if spec.sign.is_some() {
        return value_error("Sign not allowed with integer format specifier 'c'");
    }
    if spec.alternate {
        return value_error("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    let code = match number {
        Number::Int(int) => u32::try_from(int).ok().filter(|code| *code < 0x11_0000),
        _ => return Err(FormatError::Overflow("Python int too large to convert to C long".into())),
    };
    match code.map(char::from_u32) {
        Some(Some(c)) => spec.pad(c.encode_utf8(&mut [0; 4]), '>'),
        Some(None) => value_error("surrogate code points are not supported"),
        None => Err(FormatError::Overflow("%c arg not in range(0x110000)".into())),
    }
}

/// An int as `%d`, `%x` and the like write it: the precision is a least number of digits. `limit` as for [`int_digits`].
pub fn percent_int(number: Number<'_>, spec: &FormatSpec, limit: usize) -> Formatted {
    let ty = spec.ty.unwrap_or('d');
    let (base, prefix) = match ty {
        'o' => (8, "0o"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = int_digits(number, base, limit)?;
    if ty == 'X' {
        digits.make_ascii_uppercase();
    }
    let least = spec.precision.unwrap_or(0);
    if least > MOST_PADDING {
        return Err(FormatError::Memory);
    }
    let whole = group_whole(&digits, None, 3, least);
    let prefix = if spec.alternate { prefix } else { "" };
    Parts { sign: sign_of(is_negative(number), spec.sign), prefix, whole: &whole, fraction: "", rest: "", group: 3 }
        .assemble(spec)
}

/// A float in a format.
pub fn format_float(value: f64, spec: &FormatSpec, type_name: &str) -> Formatted {
    let precision = spec.precision;
    if precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return value_error("precision too big");
    }
    let style = |ty, precision, keep_point| Style { ty, precision, alternate: spec.alternate, keep_point };
    let style = match (spec.ty, precision) {
        (None, None) => style('r', 0, true),
        (None, Some(precision)) => style('g', precision, true),
        (Some('e' | 'E'), _) => style('e', precision.unwrap_or(6), false),
        (Some('f' | 'F' | '%'), _) => style('f', precision.unwrap_or(6), false),
        (Some('g' | 'G' | 'n'), _) => style('g', precision.unwrap_or(6), false),
        (Some(ty), _) => return Err(unknown_code(ty, type_name)),
    };
    let percent = spec.ty == Some('%');
    let value = if percent { value * 100.0 } else { value };
    let mut text = match value {
        _ if value.is_nan() => CompactString::const_new("nan"),
        _ if value.is_infinite() => CompactString::const_new("inf"),
        _ => magnitude(value, style),
    };
    let zero = spec.z && !text.contains(|c: char| matches!(c, '1'..='9' | 'i' | 'n'));
    if matches!(spec.ty, Some('E' | 'F' | 'G')) {
        text.make_ascii_uppercase();
    }
    if percent {
        text.push('%');
    }
    let sign = sign_of(value.is_sign_negative() && !value.is_nan() && !zero, spec.sign);
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, rest) = text.split_at(whole);
    let fraction = rest.strip_prefix('.').map_or(0, |digits| 1 + digits.bytes().take_while(u8::is_ascii_digit).count());
    let (fraction, rest) = rest.split_at(fraction);
    Parts { sign, prefix: "", whole, fraction, rest, group: 3 }.assemble(spec)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(value: i64, spec: &str) -> Formatted {
        format_int(Number::Int(value), &FormatSpec::parse(spec, "int", Some('d'))?, "int", 4300)
    }

    fn float(value: f64, spec: &str) -> Formatted {
        format_float(value, &FormatSpec::parse(spec, "float", None)?, "float")
    }

    #[test]
    fn ints() {
        for (value, spec, text) in [
            (1, "05", "00001"),
            (-1, "<05", "-1000"),
            (-1, "*>05", "***-1"),
            (-1, "*=5", "-***1"),
            (255, "#010x", "0x000000ff"),
            (1234567, "015,", "000,001,234,567"),
            (1234567, "016,", "0,000,001,234,567"),
            (-1234567, "016_", "-000_001_234_567"),
            (1234567, "020_x", "0_0000_0000_0012_d687"),
            (65, "05c", "0000A"),
            (3, ".2%", "300.00%"),
        ] {
            assert_eq!(int(value, spec).as_deref(), Ok(text), "{value} {spec}");
        }
        let error = |spec| match int(1, spec) {
            Err(FormatError::Value(message)) => message,
            other => panic!("{other:?}"),
        };
        assert_eq!(error("q"), "Unknown format code 'q' for object of type 'int'");
        assert_eq!(error(".2"), "Precision not allowed in integer format specifier");
        assert_eq!(error(",x"), "Cannot specify ',' with 'x'.");
        assert_eq!(error(",_"), "Cannot specify both ',' and '_'.");
    }

    #[test]
    fn floats() {
        for (value, spec, text) in [
            (1.0, "", "1.0"),
            (1234567.891, "020,.2f", "0,000,001,234,567.89"),
            (f64::NAN, "010", "0000000nan"),
            (f64::INFINITY, "E", "INF"),
            (-0.001, "z.1f", "0.0"),
            (100.0, ".3", "1e+02"),
            (1.0, "#g", "1.00000"),
            (123.0, "#.3g", "123."),
            (1e16, "#", "1.e+16"),
            (1.0, "#.0e", "1.e+00"),
            (1234.5678912345, ".,", "1234.567,891,234,5"),
            (12345.678901, "._e", "1.234_568e+04"),
            (1.5, ".0", "2e+00"),
            (1e23, ".1f", "99999999999999991611392.0"),
        ] {
            assert_eq!(float(value, spec).as_deref(), Ok(text), "{value} {spec}");
        }
    }

    #[test]
    fn percent_style() {
        let spec = FormatSpec { precision: Some(3), width: 5, ty: Some('d'), ..FormatSpec::default() };
        assert_eq!(percent_int(Number::Int(7), &spec, 0).as_deref(), Ok("  007"));
    }
}
