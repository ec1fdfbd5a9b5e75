//! The day of a roll call of Voeten's, as far as it is known.

use std::collections::HashMap;

use jiff::civil::Date;

use super::matching::{Matches, as_written};
use super::tables::{Ours, Theirs};

/// Numbers of the tables from and up to which days are right, and after which they count within a session.
const RIGHT: std::ops::Range<u32> = 5_600..9_000;

/// What the tables count on in: a session, or a special one.
fn row_of(of: &Theirs) -> String {
    if of.rcid < RIGHT.end {
        return of.session.map(|session| session.to_string()).unwrap_or_default();
    }
    of.symbol.split('/').take(2).collect::<Vec<_>>().join("/")
}

/// The days of those of the library's in the same row, by their number there.
pub(super) struct Days(HashMap<String, Vec<(u32, Date)>>);

impl Days {
    pub(super) fn new(ours: &[Ours], theirs: &[Theirs], matches: &Matches<'_>) -> Self {
        let mut rows: HashMap<String, Vec<_>> = HashMap::new();
        for (at, of) in theirs.iter().enumerate() {
            if let Some((_, our)) = matches.of.get(&at).filter(|(step, _)| step.is_partner())
                && ours[*our].date.first_of_month() == of.date.first_of_month()
            {
                rows.entry(row_of(of)).or_default().push((of.rcid, ours[*our].date));
            }
        }
        Self(rows)
    }

    /// The day, if it is known: of the days of its month that the table's may stand for the only one between the day of
    /// the library's before it in the table, or that on which the last of those that voted was `admitted`, and that of the
    /// one after it.
    pub(super) fn of(&self, of: &Theirs, admitted: Option<Date>) -> Option<Date> {
        let day = of.date;
        // The first emergency session has its days.
        if day.year() >= 2003 || RIGHT.contains(&of.rcid) || of.symbol.starts_with("ESS/1/") {
            return Some(day);
        }
        let around = self.0.get(&row_of(of)).map_or(&[][..], Vec::as_slice);
        let in_month = |&(_, other): &(u32, Date)| other.first_of_month() == day.first_of_month();
        let before = around.iter().rfind(|other| other.0 < of.rcid && in_month(other)).map(|other| other.1);
        let behind = around.iter().find(|other| other.0 > of.rcid && in_month(other)).map(|other| other.1);
        let first = before.max(admitted).unwrap_or(day.first_of_month());
        let last = behind.unwrap_or(day.last_of_month());
        let days = day.first_of_month().series(jiff::Span::new().days(1)).take_while(|of| *of <= day.last_of_month());
        let fits = |of: &Date| (first..=last).contains(of) && (day.year() >= 1986 || as_written(*of) == day.day());
        let mut days = days.filter(fits);
        days.next().filter(|_| days.next().is_none())
    }
}
