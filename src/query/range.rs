//! Values with a range: `2015..2024`, `2014..`, `..5`; both ends are in it.

use std::fmt;
use std::str::FromStr;

use crate::record::Session;

/// From one value to another, either of them open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span<T> {
    pub first: Option<T>,
    pub last: Option<T>,
}

impl<T: Copy + PartialOrd> Span<T> {
    /// Reads `a`, `a..b`, `a..` or `..b`, each end by `read`.
    pub(super) fn parse(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Self> {
        let end = |text: &str| if text.is_empty() { Some(None) } else { read(text).map(Some) };
        let span = match text.split_once("..") {
            None => {
                let value = read(text)?;
                Self { first: Some(value), last: Some(value) }
            }
            Some(("", "")) => return None,
            Some((first, last)) => Self { first: end(first)?, last: end(last)? },
        };
        match (span.first, span.last) {
            (Some(first), Some(last)) if first > last => None,
            _ => Some(span),
        }
    }

    pub(super) fn contains(&self, value: T) -> bool {
        self.first.is_none_or(|first| first <= value) && self.last.is_none_or(|last| value <= last)
    }
}

impl<T: fmt::Display + PartialEq> fmt::Display for Span<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.first, &self.last) {
            (Some(first), Some(last)) if first == last => write!(f, "{first}"),
            (first, last) => {
                if let Some(first) = first {
                    write!(f, "{first}")?;
                }
                f.write_str("..")?;
                last.as_ref().map_or(Ok(()), |last| write!(f, "{last}"))
            }
        }
    }
}

impl Span<Session> {
    /// Whether a session is in it: a range of numbers leaves special and emergency sessions out.
    pub(super) fn has(&self, session: Session) -> bool {
        self.contains(session) && (self.first == self.last || matches!(session, Session::Regular(_)))
    }
}

/// The ends of a range that ends before it begins, as they are written.
pub(super) fn reversed<T: PartialOrd>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<(&str, &str)> {
    let (first, last) = text.split_once("..")?;
    (read(first)? > read(last)?).then_some((first, last))
}

/// A whole number without a sign.
pub(super) fn number<T: FromStr>(text: &str) -> Option<T> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}
