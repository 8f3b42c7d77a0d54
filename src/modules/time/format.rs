//! `strftime`: dates by a format, in the C locale.

use super::calendar::Moment;

/// Days of the week, Monday first.
pub(super) const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// The months.
pub(super) const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// The name at a place, or `?` where there is none.
fn named(names: &[&'static str], place: i64) -> &'static str {
    usize::try_from(place).ok().and_then(|place| names.get(place).copied()).unwrap_or("?")
}

/// `Sat Jun  6 16:26:11 1998`
pub(super) fn asctime(moment: &Moment) -> String {
    let (day, month) = (&named(&DAYS, moment.weekday)[..3], &named(&MONTHS, moment.month - 1)[..3]);
    let Moment { hour, minute, second, year, .. } = moment;
    format!("{day} {month} {:>2} {hour:02}:{minute:02}:{second:02} {year}", moment.day)
}

/// Date and time by a format. Directives that nobody knows stay as they are.
pub fn strftime(moment: &Moment, format: &str) -> String {
    let mut out = String::with_capacity(format.len() * 2);
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some(directive) => write_directive(moment, directive, &mut out),
            None => out.push('%'),
        }
    }
    out
}

fn write_directive(moment: &Moment, directive: char, out: &mut String) {
    let hour12 = match moment.hour % 12 {
        0 => 12,
        hour => hour,
    };
    // Weeks of the year that begin on Sunday or Monday.
    let week = |weekday: i64| (moment.yearday - 1 + 7 - weekday) / 7;
    let sunday = (moment.weekday + 1) % 7;
    let text = match directive {
        'a' => named(&DAYS, moment.weekday).get(..3).unwrap_or("?").to_owned(),
        'A' => named(&DAYS, moment.weekday).to_owned(),
        'b' | 'h' => named(&MONTHS, moment.month - 1).get(..3).unwrap_or("?").to_owned(),
        'B' => named(&MONTHS, moment.month - 1).to_owned(),
        'c' => asctime(moment),
        'C' => format!("{:02}", moment.year.div_euclid(100)),
        'd' => format!("{:02}", moment.day),
        'D' | 'x' => strftime(moment, "%m/%d/%y"),
        'e' => format!("{:>2}", moment.day),
        'F' => strftime(moment, "%Y-%m-%d"),
        'g' => format!("{:02}", moment.iso_week().0.rem_euclid(100)),
        'G' => moment.iso_week().0.to_string(),
        'H' => format!("{:02}", moment.hour),
        'I' => format!("{hour12:02}"),
        'j' => format!("{:03}", moment.yearday),
        'k' => format!("{:>2}", moment.hour),
        'l' => format!("{hour12:>2}"),
        'm' => format!("{:02}", moment.month),
        'M' => format!("{:02}", moment.minute),
        'n' => "\n".to_owned(),
        'p' => if moment.hour < 12 { "AM" } else { "PM" }.to_owned(),
        'P' => if moment.hour < 12 { "am" } else { "pm" }.to_owned(),
        'r' => strftime(moment, "%I:%M:%S %p"),
        'R' => strftime(moment, "%H:%M"),
        's' => (moment.seconds() - moment.offset.unwrap_or(0)).to_string(),
        'S' => format!("{:02}", moment.second),
        't' => "\t".to_owned(),
        'T' | 'X' => strftime(moment, "%H:%M:%S"),
        'u' => (moment.weekday + 1).to_string(),
        'U' => format!("{:02}", week(sunday)),
        'V' => format!("{:02}", moment.iso_week().1),
        'w' => sunday.to_string(),
        'W' => format!("{:02}", week(moment.weekday)),
        'y' => format!("{:02}", moment.year.rem_euclid(100)),
        'Y' => moment.year.to_string(),
        'z' => moment.offset.map_or_else(String::new, offset),
        'Z' => moment.zone.clone().unwrap_or_default(),
        '%' => "%".to_owned(),
        other => format!("%{other}"),
    };
    out.push_str(&text);
}

/// `+0130`
fn offset(seconds: i64) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_those_of_the_c_locale() {
        let moment = Moment::utc(897_150_371);
        assert_eq!(asctime(&moment), "Sat Jun  6 16:26:11 1998");
        assert_eq!(strftime(&moment, "%Y-%m-%d %I:%M %p %j %U %W %V %a%%%Q"), "1998-06-06 04:26 PM 157 22 22 23 Sat%%Q");
        assert_eq!(strftime(&moment, "%z %Z"), "+0000 GMT");
    }
}
