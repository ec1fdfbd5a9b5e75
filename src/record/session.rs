//! Sessions of the Assembly: regular, special and emergency special ones.
//!
//! The library writes "79", "6sp" and "11emsp"; the UN's own symbols, and this program, write "79", "S-6" and
//! "ES-11". A special session may stay open for years, so a session never gives a year, nor a year a session.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A session of the General Assembly. Regular sessions sort before special and emergency special ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Session {
    /// A regular session, counted from 1 (1946).
    Regular(u16),
    /// A special session, `S-n`.
    Special(u16),
    /// An emergency special session, `ES-n`.
    Emergency(u16),
}

/// A text that names no session.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a session is written 79, S-6 or ES-11")]
pub struct NoSession;

impl FromStr for Session {
    type Err = NoSession;

    /// Reads the form of the library (`11emsp`) and that of the symbols (`ES-11`), in any case.
    fn from_str(text: &str) -> Result<Self, NoSession> {
        let text = text.trim().to_ascii_lowercase();
        let (make, number): (fn(u16) -> Self, &str) = if let Some(number) = text.strip_suffix("emsp") {
            (Self::Emergency, number)
        } else if let Some(number) = text.strip_prefix("es-") {
            (Self::Emergency, number)
        } else if let Some(number) = text.strip_suffix("sp") {
            (Self::Special, number)
        } else if let Some(number) = text.strip_prefix("s-") {
            (Self::Special, number)
        } else {
            (Self::Regular, &text)
        };
        let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        match number.parse() {
            Ok(number) if digits && number > 0 => Ok(make(number)),
            _ => Err(NoSession),
        }
    }
}

impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Regular(number) => write!(f, "{number}"),
            Self::Special(number) => write!(f, "S-{number}"),
            Self::Emergency(number) => write!(f, "ES-{number}"),
        }
    }
}

impl Session {
    /// The session in words: "79th session", "11th emergency special session".
    pub fn in_words(self) -> String {
        let (number, kind) = match self {
            Self::Regular(number) => (number, "session"),
            Self::Special(number) => (number, "special session"),
            Self::Emergency(number) => (number, "emergency special session"),
        };
        let ending = match (number % 10, number % 100) {
            (1, teen) if teen != 11 => "st",
            (2, teen) if teen != 12 => "nd",
            (3, teen) if teen != 13 => "rd",
            _ => "th",
        };
        format!("{number}{ending} {kind}")
    }
}

impl Serialize for Session {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Session {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_read_in_every_form_and_written_in_one() {
        for (text, written) in
            [("79", "79"), ("11emsp", "ES-11"), ("6sp", "S-6"), ("es-11", "ES-11"), ("S-6", "S-6"), (" 1 ", "1")]
        {
            assert_eq!(text.parse::<Session>().unwrap().to_string(), written);
        }
        for text in ["", "0", "emsp", "-3", "+3", "79th", "ES11", "99999"] {
            assert_eq!(text.parse::<Session>(), Err(NoSession), "{text}");
        }
    }

    #[test]
    fn a_session_reads_as_people_say_it() {
        let said: Vec<_> =
            ["1", "2", "3", "11", "12", "21", "80", "ES-11"].map(|s| s.parse::<Session>().unwrap().in_words()).into();
        assert_eq!(
            said,
            [
                "1st session",
                "2nd session",
                "3rd session",
                "11th session",
                "12th session",
                "21st session",
                "80th session",
                "11th emergency special session"
            ]
        );
    }
}
