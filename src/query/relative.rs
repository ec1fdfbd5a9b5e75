//! Times that count from the last day of the votes that are asked for: `year:last`, `session:last`, `since:-10y`.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::record::{Record, RollCallSet, Session};

use super::error::QueryError;
use super::lex::{Sign, Token, WrittenTerm};
use super::range::number;

/// A time that counts from the last day.
#[derive(Clone, Copy, Debug)]
enum RelativeTime {
    /// The calendar year of the last day.
    LastYear,
    /// The last regular session.
    LastSession,
    /// So far before the last day.
    Back(Span),
}

impl RelativeTime {
    fn of(term: &WrittenTerm) -> Option<Self> {
        let (head, sign) = term.head.as_ref()?;
        (*sign == Sign::Colon).then(|| Self::parse(head, &term.value))?
    }

    fn parse(field: &str, value: &str) -> Option<Self> {
        let (field, value) = (field.to_ascii_lowercase(), value.trim().to_ascii_lowercase());
        match (field.as_str(), value.as_str()) {
            ("year", "last") => Some(Self::LastYear),
            ("session", "last") => Some(Self::LastSession),
            ("since" | "until", _) => back(&value).map(Self::Back),
            _ => None,
        }
    }

    /// A value of the same field that any record reads.
    fn provisional(self) -> &'static str {
        match self {
            Self::LastSession => "1",
            Self::LastYear | Self::Back(_) => "2000",
        }
    }

    /// The value that it is in this record, where `set` are the votes that are asked about.
    fn resolved(self, record: &Record, set: &RollCallSet) -> Result<String, String> {
        let last = record.span(set).map(|(_, last)| last).ok_or("there are no votes here to count back from")?;
        match self {
            Self::LastYear => Ok(format!("{:04}", last.year())),
            Self::LastSession => {
                let sessions = set.iter().filter_map(|id| record.rollcall(id).session);
                let regular = sessions.filter(|session| matches!(session, Session::Regular(_))).max();
                regular.map(|session| session.to_string()).ok_or_else(|| {
                    "none of these votes belongs to a session; write year:last for the last year".to_owned()
                })
            }
            Self::Back(span) => day_before(last, span),
        }
    }
}

fn day_before(last: Date, span: Span) -> Result<String, String> {
    let day = last.checked_sub(span).ok().filter(|day| day.year() >= 1000);
    day.map(|day| day.to_string()).ok_or_else(|| "that is further back than any record; write since:1946".to_owned())
}

/// `-10y`, `-6m` or `-30d`.
fn back(value: &str) -> Option<Span> {
    let count = value.strip_prefix(['-', '\u{2212}'])?;
    let unit = count.chars().next_back()?;
    let many: i64 = number(&count[..count.len() - unit.len_utf8()]).filter(|many| *many < 1_000_000)?;
    let span = Span::new();
    match unit {
        'y' => span.try_years(many).ok(),
        'm' => span.try_months(many).ok(),
        'd' => Some(many.days()),
        _ => None,
    }
}

/// Whether the value of a field counts from the last day.
pub(super) fn is_relative(field: &str, value: &str) -> bool {
    RelativeTime::parse(field, value).is_some()
}

/// The words of a query with a fixed time for each that counts from the last day, which says nothing of which votes are
/// asked about; none where no word does.
pub(super) fn provisional(tokens: &[Token]) -> Option<Vec<Token>> {
    let counts = tokens.iter().flat_map(|token| &token.terms).any(|term| RelativeTime::of(term).is_some());
    counts.then(|| {
        let mut tokens = tokens.to_vec();
        for term in tokens.iter_mut().flat_map(|token| &mut token.terms) {
            if let Some(time) = RelativeTime::of(term) {
                time.provisional().clone_into(&mut term.value);
            }
        }
        tokens
    })
}

/// Puts the days, years and sessions of `set` in the place of what counts from its last day.
pub(super) fn resolve(tokens: &mut [Token], record: &Record, set: &RollCallSet) -> Result<(), QueryError> {
    for term in tokens.iter_mut().flat_map(|token| &mut token.terms) {
        if let Some(time) = RelativeTime::of(term) {
            term.value = time.resolved(record, set).map_err(|what| QueryError::new(term.span.clone(), what))?;
        }
    }
    Ok(())
}
