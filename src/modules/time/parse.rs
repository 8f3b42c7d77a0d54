//! `strptime`: reads date and time by a format, in the C locale and with the rules of CPython's `_strptime`.

use super::calendar::{DAY, Moment, days_of, weekday_of};
use super::format::{DAYS, MONTHS};

/// Why a text was not read.
#[derive(Debug, PartialEq)]
pub enum Failure {
    /// It does not match the format.
    Mismatch,
    /// Something else, in words.
    Message(String),
}

/// What was read.
pub struct Parsed {
    /// Date and time; what the format does not tell is 1900-01-01 00:00:00.
    pub moment: Moment,
    /// `%f`
    pub microsecond: i64,
}

#[derive(Default)]
struct Found {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: i64,
    hour12: Option<i64>,
    afternoon: Option<bool>,
    minute: i64,
    second: i64,
    microsecond: i64,
    weekday: Option<i64>,
    yearday: Option<i64>,
    week: Option<(i64, bool)>,
    iso: (Option<i64>, Option<i64>),
    zone: Option<String>,
    offset: Option<i64>,
    summer: i64,
}

/// Reads a text by a format.
pub fn strptime(text: &str, format: &str) -> Result<Parsed, Failure> {
    let mut found = Found { summer: -1, ..Found::default() };
    let rest = read(text, format, format, &mut found)?;
    if !rest.is_empty() {
        return Err(Failure::Message(format!("unconverted data remains: {rest}")));
    }
    found.settle()
}

/// Reads the start of a text by a format; what is left of it.
fn read<'t>(mut text: &'t str, format: &str, whole: &str, found: &mut Found) -> Result<&'t str, Failure> {
    let mut chars = format.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            while chars.next_if(|c| c.is_whitespace()).is_some() {}
            let trimmed = text.trim_start();
            if trimmed.len() == text.len() {
                return Err(Failure::Mismatch);
            }
            text = trimmed;
        } else if c == '%' {
            let Some(directive) = chars.next() else {
                return Err(Failure::Message(format!("stray % in format '{whole}'")));
            };
            text = read_directive(text, directive, whole, found)?;
        } else {
            let next = text.chars().next().ok_or(Failure::Mismatch)?;
            if !next.to_lowercase().eq(c.to_lowercase()) {
                return Err(Failure::Mismatch);
            }
            text = &text[next.len_utf8()..];
        }
    }
    Ok(text)
}

/// A number of at most so many digits, within bounds.
fn number(text: &str, most: usize, least: i64, largest: i64) -> Result<(i64, &str), Failure> {
    let mut count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    while count > 0 {
        let value: i64 = text[..count].parse().map_err(|_| Failure::Mismatch)?;
        if (least..=largest).contains(&value) {
            return Ok((value, &text[count..]));
        }
        // As a regular expression would: fewer digits may do.
        count -= 1;
    }
    Err(Failure::Mismatch)
}

/// One of some names, whole or cut to three letters, in any case; the longest that fits.
fn name<'t>(text: &'t str, names: &[&str], short: bool) -> Result<(i64, &'t str), Failure> {
    for (place, name) in names.iter().enumerate() {
        let length = if short { 3 } else { name.len() };
        if text.get(..length).is_some_and(|start| start.eq_ignore_ascii_case(&name[..length])) {
            return Ok((place as i64, &text[length..]));
        }
    }
    Err(Failure::Mismatch)
}

fn read_directive<'t>(text: &'t str, directive: char, whole: &str, found: &mut Found) -> Result<&'t str, Failure> {
    // Most directives are a number that has its place.
    macro_rules! numeric {
        ($most:literal, $least:literal..=$largest:literal, |$value:ident| $store:expr) => {{
            let ($value, rest) = number(text, $most, $least, $largest)?;
            $store;
            rest
        }};
    }
    Ok(match directive {
        'a' | 'A' => {
            let (day, rest) = name(text, &DAYS, directive == 'a')?;
            found.weekday = Some(day);
            rest
        }
        'b' | 'B' | 'h' => {
            let (month, rest) = name(text, &MONTHS, directive != 'B')?;
            found.month = Some(month + 1);
            rest
        }
        'd' | 'e' => numeric!(2, 1..=31, |day| found.day = Some(day)),
        'f' => {
            let digits = text.bytes().take(6).take_while(u8::is_ascii_digit).count();
            let value: i64 = text[..digits].parse().map_err(|_| Failure::Mismatch)?;
            found.microsecond = value * 10i64.pow(6 - digits as u32);
            &text[digits..]
        }
        'G' => numeric!(4, 0..=9999, |year| found.iso.0 = Some(year)),
        'H' => numeric!(2, 0..=23, |hour| found.hour = hour),
        'I' => numeric!(2, 1..=12, |hour| found.hour12 = Some(hour)),
        'j' => numeric!(3, 1..=366, |day| found.yearday = Some(day)),
        'm' => numeric!(2, 1..=12, |month| found.month = Some(month)),
        'M' => numeric!(2, 0..=59, |minute| found.minute = minute),
        'p' => {
            let (half, rest) = name(text, &["am ", "pm "].map(|half| &half[..2]), false)?;
            found.afternoon = Some(half == 1);
            rest
        }
        'S' => numeric!(2, 0..=61, |second| found.second = second),
        'u' => numeric!(1, 1..=7, |day| found.weekday = Some(day - 1)),
        'U' => numeric!(2, 0..=53, |week| found.week = Some((week, true))),
        'V' => numeric!(2, 1..=53, |week| found.iso.1 = Some(week)),
        'w' => numeric!(1, 0..=6, |day| found.weekday = Some((day + 6) % 7)),
        'W' => numeric!(2, 0..=53, |week| found.week = Some((week, false))),
        'y' => numeric!(2, 0..=99, |year| found.year = Some(year + if year <= 68 { 2000 } else { 1900 })),
        'Y' => {
            let digits =
                text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())).ok_or(Failure::Mismatch)?;
            found.year = digits.parse().ok();
            &text[4..]
        }
        'z' => offset(text, found)?,
        'Z' => {
            let zones = ["UTC", "GMT"];
            let (zone, rest) = name(text, &zones, false)?;
            found.zone = Some(zones[zone as usize].to_owned());
            found.summer = 0;
            rest
        }
        'c' => read(text, "%a %b %d %H:%M:%S %Y", whole, found)?,
        'D' | 'x' => read(text, "%m/%d/%y", whole, found)?,
        'F' => read(text, "%Y-%m-%d", whole, found)?,
        'T' | 'X' => read(text, "%H:%M:%S", whole, found)?,
        'R' => read(text, "%H:%M", whole, found)?,
        'n' | 't' => text.trim_start(),
        '%' => text.strip_prefix('%').ok_or(Failure::Mismatch)?,
        other => return Err(Failure::Message(format!("'{other}' is a bad directive in format '{whole}'"))),
    })
}

/// `+0130`, `+01:30`, `-013000`, `Z`.
fn offset<'t>(text: &'t str, found: &mut Found) -> Result<&'t str, Failure> {
    if let Some(rest) = text.strip_prefix(['Z', 'z']) {
        (found.offset, found.zone) = (Some(0), Some("UTC".to_owned()));
        return Ok(rest);
    }
    let sign = match text.chars().next() {
        Some('+') => 1,
        Some('-') => -1,
        _ => return Err(Failure::Mismatch),
    };
    let two = |text: &str| {
        text.get(..2).and_then(|digits| digits.parse::<i64>().ok()).filter(|_| text.as_bytes()[0].is_ascii_digit())
    };
    let mut rest = &text[1..];
    let hours = two(rest).ok_or(Failure::Mismatch)?;
    rest = &rest[2..];
    let colon = rest.starts_with(':');
    let part = |rest: &mut &'t str| {
        let digits = if colon { rest.strip_prefix(':').unwrap_or("") } else { *rest };
        let value = two(digits).filter(|value| *value < 60)?;
        *rest = &digits[2..];
        Some(value)
    };
    let minutes = part(&mut rest).ok_or(Failure::Mismatch)?;
    let seconds = part(&mut rest).unwrap_or(0);
    found.offset = Some(sign * (hours * 3600 + minutes * 60 + seconds));
    Ok(rest)
}

impl Found {
    /// Puts together what was read.
    fn settle(mut self) -> Result<Parsed, Failure> {
        if let Some(hour) = self.hour12 {
            self.hour = hour % 12 + if self.afternoon == Some(true) { 12 } else { 0 };
        }
        let leap_day = self.year.is_none() && self.month == Some(2) && self.day == Some(29);
        // 1904 has a leap day; the year that nobody gave becomes 1900 again below.
        let year = self.year.or(self.iso.0).unwrap_or(if leap_day { 1904 } else { 1900 });
        self.date_of_weeks(year)?;
        if let (Some(yearday), None) = (self.yearday, self.month.or(self.day)) {
            let (_, month, day) = super::calendar::date_of(days_of(year, 1, 1) + yearday - 1);
            (self.month, self.day) = (Some(month), Some(day));
        }
        let (month, day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
        let days = days_of(year, month, day);
        if super::calendar::date_of(days) != (year, month, day) {
            return Err(Failure::Message(format!(
                "day {day} must be in range 1..{} for month {month} in year {year}",
                month_length(year, month)
            )));
        }
        let seconds = days * DAY + self.hour * 3600 + self.minute * 60;
        let mut moment = Moment::utc(seconds);
        moment.second = self.second;
        if leap_day {
            moment.year = 1900;
        }
        moment.yearday = self.yearday.unwrap_or(days - days_of(year, 1, 1) + 1);
        moment.weekday = self.weekday.unwrap_or_else(|| weekday_of(days));
        moment.summer = self.summer;
        (moment.zone, moment.offset) = (self.zone, self.offset);
        Ok(Parsed { moment, microsecond: self.microsecond })
    }

    /// A week and a weekday tell the day of the year.
    fn date_of_weeks(&mut self, year: i64) -> Result<(), Failure> {
        let Some(weekday) = self.weekday else { return Ok(()) };
        if let (Some(iso_year), Some(week)) = self.iso {
            let fourth = days_of(iso_year, 1, 4);
            let days = fourth - weekday_of(fourth) + (week - 1) * 7 + weekday;
            let (_, month, day) = super::calendar::date_of(days);
            (self.month, self.day) = (Some(month), Some(day));
        } else if let (Some((week, from_sunday)), Some(_)) = (self.week, self.year) {
            let first = weekday_of(days_of(year, 1, 1));
            let (first, weekday) = if from_sunday { ((first + 1) % 7, (weekday + 1) % 7) } else { (first, weekday) };
            let lead = (7 - first) % 7;
            let yearday = if week == 0 { 1 + weekday - first } else { 1 + lead + 7 * (week - 1) + weekday };
            self.yearday.get_or_insert(yearday);
        }
        Ok(())
    }
}

fn month_length(year: i64, month: i64) -> i64 {
    let next = if month == 12 { days_of(year + 1, 1, 1) } else { days_of(year, month + 1, 1) };
    next - days_of(year, month, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_by_their_format() {
        let parsed = strptime("Sat Jun  6 16:26:11 1998", "%a %b %d %H:%M:%S %Y").ok();
        assert_eq!(parsed.map(|parsed| parsed.moment.items()), Some([1998, 6, 6, 16, 26, 11, 5, 157, -1]));
        let parsed = strptime("2024-02-29T03:04 pm +01:30", "%Y-%m-%dT%I:%M %p %z").ok();
        assert_eq!(parsed.map(|parsed| (parsed.moment.hour, parsed.moment.offset)), Some((15, Some(5400))));
        assert_eq!(strptime("x", "%Y").err(), Some(Failure::Mismatch));
        assert_eq!(strptime("2024x", "%Y").err(), Some(Failure::Message("unconverted data remains: x".to_owned())));
    }
}
