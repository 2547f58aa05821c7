//! Dates as texts of the form `2024-06-30`, which sort as they follow each other.

/// How many days a month has.
pub(crate) fn days_of(year: u16, month: u16) -> u16 {
    let is_leap_year =
        (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        2 if is_leap_year => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The year, month and day of a date.
pub(crate) fn parts(date: &str) -> Option<(u16, u16, u16)> {
    let mut numbers = date.split('-').map(|part| part.parse::<u16>().ok());
    Some((numbers.next()??, numbers.next()??, numbers.next()??))
}

/// Whether a text is a date whose day exists.
pub fn is_day(text: &str) -> bool {
    crate::limits::is_date(text)
        && parts(text).is_some_and(|(year, month, day)| day <= days_of(year, month))
}

/// The day after a date.
pub(crate) fn day_after(date: &str) -> Option<String> {
    let (year, month, day) = parts(date)?;
    let (year, month, day) = match (month, day < days_of(year, month)) {
        (_, true) => (year, month, day + 1),
        (12, false) => (year + 1, 1, 1),
        (_, false) => (year, month + 1, 1),
    };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_each_other() {
        for (day, next) in [
            ("2024-02-28", "2024-02-29"),
            ("2023-02-28", "2023-03-01"),
            ("2026-12-31", "2027-01-01"),
            ("2026-11-01", "2026-11-02"),
        ] {
            assert_eq!(day_after(day).as_deref(), Some(next));
        }
        assert!(is_day("2024-02-29") && !is_day("2023-02-29") && !is_day("2024-2-9"));
    }
}
