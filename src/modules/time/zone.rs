//! The local time zone.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::calendar::{DAY, Moment, days_of};

/// The constants `time.timezone` and so on: seconds west of UTC.
pub(super) struct Zone {
    pub standard: i64,
    pub summer: i64,
    pub has_summer: bool,
    pub names: (String, String),
}

/// The zone as it is in a year: in January and in July.
pub(super) fn constants(year: i64) -> Zone {
    let at = |month| local(days_of(year, month, 1) * DAY);
    let (january, july) = (at(1), at(7));
    let (winter, summer) = if january.offset <= july.offset { (january, july) } else { (july, january) };
    let has_summer = winter.offset != summer.offset;
    let west = |moment: &Moment| -moment.offset.unwrap_or(0);
    Zone { standard: west(&winter), summer: west(&summer), has_summer, names: (name(&winter), name(&summer)) }
}

fn name(moment: &Moment) -> String {
    moment.zone.clone().unwrap_or_default()
}

/// Seconds since 1970 as local date and time. Beyond the years that the zone's rules cover it is UTC.
pub(super) fn local(seconds: i64) -> Moment {
    let Ok(timestamp) = Timestamp::from_second(seconds) else { return Moment::utc(seconds) };
    let zone = TimeZone::system();
    let info = zone.to_offset_info(timestamp);
    Moment::shifted(seconds, i64::from(info.offset().seconds()), i64::from(info.dst().is_dst()), info.abbreviation())
}

/// Seconds since 1970 of a local date and time; none beyond the years that the zone's rules cover.
pub(super) fn timestamp(moment: &Moment) -> Option<i64> {
    let plain = Moment::utc(moment.seconds());
    let part = |value: i64| i8::try_from(value).ok();
    let year = i16::try_from(plain.year).ok()?;
    let date = DateTime::new(
        year,
        part(plain.month)?,
        part(plain.day)?,
        part(plain.hour)?,
        part(plain.minute)?,
        part(plain.second)?,
        0,
    );
    let ambiguous = TimeZone::system().to_ambiguous_timestamp(date.ok()?);
    // Of the two instants in the hour that comes twice, summer time asks for the first.
    let chosen = if moment.summer == 0 { ambiguous.later() } else { ambiguous.compatible() };
    chosen.ok().map(Timestamp::as_second)
}

/// Fills in the zone's name and offset for a local date and time that doesn't tell them.
pub(super) fn complete(moment: &mut Moment) {
    if let Some(seconds) = timestamp(moment) {
        let known = local(seconds);
        (moment.zone, moment.offset) = (known.zone, known.offset);
    }
}
