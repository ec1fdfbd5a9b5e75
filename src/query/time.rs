//! Years, months and days as limits in time.

use std::fmt;

use jiff::civil::Date;

use super::range::number;

/// A year, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day {
    year: i16,
    month: Option<i8>,
    date: Option<i8>,
}

impl Day {
    /// Reads `2014`, `2014-06` or `2014-06-30`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next().filter(|year| year.len() == 4).and_then(number)?;
        let mut two = || match parts.next() {
            None => Some(None),
            Some(part) if part.len() == 2 => number(part).map(Some),
            Some(_) => None,
        };
        let day = Self { year, month: two()?, date: two()? };
        let exists = Date::new(year, day.month.unwrap_or(1), day.date.unwrap_or(1)).is_ok();
        (parts.next().is_none() && exists).then_some(day)
    }

    /// The first day of it.
    pub(super) fn first(self) -> Date {
        Date::constant(self.year, self.month.unwrap_or(1), self.date.unwrap_or(1))
    }

    /// The last day of it.
    pub(super) fn last(self) -> Date {
        match self.date {
            Some(_) => self.first(),
            None => Date::constant(self.year, self.month.unwrap_or(12), 1).last_of_month(),
        }
    }
}

/// The first day of a year, a month or a day as a query writes them: `2014`, `2014-06`, `2014-06-30`.
pub fn first_day(text: &str) -> Option<Date> {
    Day::parse(text.trim()).map(Day::first)
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.date.map_or(Ok(()), |date| write!(f, "-{date:02}"))
    }
}
