//! Dates: the proleptic Gregorian calendar, counted in seconds since 1970.

/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// Date and time, broken down.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The year.
    pub year: i64,
    /// The month, from 1.
    pub month: i64,
    /// The day of the month, from 1.
    pub day: i64,
    /// The hour.
    pub hour: i64,
    /// The minute.
    pub minute: i64,
    /// The second.
    pub second: i64,
    /// The day of the week, Monday is 0.
    pub weekday: i64,
    /// The day of the year, from 1.
    pub yearday: i64,
    /// Whether summer time holds; -1 for not known.
    pub summer: i64,
    /// The time zone's short name.
    pub zone: Option<String>,
    /// Seconds east of UTC.
    pub offset: Option<i64>,
}

/// Days since 1970 of a date; the month counts from 1.
pub fn days_of(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March here, so that the leap day is a year's last.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month and day of days since 1970.
pub fn date_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let of_year = day_of_era - (365 * of_era + of_era / 4 - of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = of_era + era * 400 + i64::from(month <= 2);
    (year, month, of_year - (153 * shifted + 2) / 5 + 1)
}

/// The day of the week of days since 1970, Monday is 0.
pub fn weekday_of(days: i64) -> i64 {
    (days + 3).rem_euclid(7)
}

impl Moment {
    /// Seconds since 1970 in UTC.
    pub fn utc(seconds: i64) -> Moment {
        // The C library calls it so.
        Moment::shifted(seconds, 0, 0, "GMT")
    }

    /// Seconds since 1970 in a zone so many seconds east of UTC.
    pub fn shifted(seconds: i64, offset: i64, summer: i64, zone: &str) -> Moment {
        let seconds = seconds + offset;
        let (days, time) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
        let (year, month, day) = date_of(days);
        Moment {
            year,
            month,
            day,
            hour: time / 3600,
            minute: time / 60 % 60,
            second: time % 60,
            weekday: weekday_of(days),
            yearday: days - days_of(year, 1, 1) + 1,
            summer,
            zone: Some(zone.to_owned()),
            offset: Some(offset),
        }
    }

    /// The items of a `struct_time`.
    pub fn items(&self) -> [i64; 9] {
        let Moment { year, month, day, hour, minute, second, weekday, yearday, summer, .. } = *self;
        [year, month, day, hour, minute, second, weekday, yearday, summer]
    }

    /// A moment of the items of a `struct_time`.
    pub fn from_items(items: &[i64; 9]) -> Moment {
        let [year, month, day, hour, minute, second, weekday, yearday, summer] = *items;
        Moment { year, month, day, hour, minute, second, weekday, yearday, summer, zone: None, offset: None }
    }

    /// The moment if its parts are in range; zeros that stand for "not given" become the least value.
    pub fn checked(mut self) -> Result<Moment, &'static str> {
        self.month += i64::from(self.month == 0);
        self.day += i64::from(self.day == 0);
        self.yearday += i64::from(self.yearday == 0);
        let checks = [
            ((1..=12).contains(&self.month), "month out of range"),
            ((1..=31).contains(&self.day), "day of month out of range"),
            ((0..=23).contains(&self.hour), "hour out of range"),
            ((0..=59).contains(&self.minute), "minute out of range"),
            ((0..=61).contains(&self.second), "seconds out of range"),
            (self.weekday >= -1, "day of week out of range"),
            ((1..=366).contains(&self.yearday), "day of year out of range"),
        ];
        self.weekday = self.weekday.rem_euclid(7);
        match checks.iter().find(|(good, _)| !good) {
            Some((_, message)) => Err(message),
            None => Ok(self),
        }
    }

    /// Seconds since 1970 if the parts were UTC; parts out of range carry over.
    pub fn seconds(&self) -> i64 {
        let month = self.month - 1;
        let days = days_of(self.year + month.div_euclid(12), month.rem_euclid(12) + 1, 1) + self.day - 1;
        days * DAY + self.hour * 3600 + self.minute * 60 + self.second
    }

    /// The ISO year and week.
    pub fn iso_week(&self) -> (i64, i64) {
        let thursday = days_of(self.year, 1, 1) + self.yearday - 1 - self.weekday + 3;
        let (year, ..) = date_of(thursday);
        (year, (thursday - days_of(year, 1, 1)) / 7 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_agree() {
        for days in [-719_468, -1, 0, 59, 60, 10_957, 19_782, 2_932_896] {
            let (year, month, day) = date_of(days);
            assert_eq!(days_of(year, month, day), days);
        }
        assert_eq!(date_of(0), (1970, 1, 1));
        assert_eq!(date_of(11_016), (2000, 2, 29));
        assert_eq!(weekday_of(0), 3);
    }

    #[test]
    fn weeks_follow_iso() {
        assert_eq!(Moment::utc(days_of(2021, 1, 3) * DAY).iso_week(), (2020, 53));
        assert_eq!(Moment::utc(days_of(2024, 12, 30) * DAY).iso_week(), (2025, 1));
    }
}
