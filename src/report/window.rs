//! A window in words: a line for people, and what they must be told of how its query was read.

use crate::answer::Window;
use crate::query::{BlocRemark, QueryRemark, topics_named, written};

use super::counted;
use super::text::thousands;

impl QueryRemark {
    fn in_words(&self) -> String {
        match self {
            Self::ReadAs { sentence, bloc: Some(bloc) } => format!("{sentence}; for the bloc write @{}", written(bloc)),
            Self::ReadAs { sentence, bloc: None } => sentence.clone(),
            Self::NoSessions => "the Security Council has no sessions: none of its votes is among these".to_owned(),
            Self::KnownInPart { what, sessions } => format!("{what} are known {sessions}"),
        }
    }
}

impl Window {
    /// How the query was understood where that must be said, and what is to be known of its topics and blocs: "Read as:
    /// Georgia voted no", "topic:palestine: Palestine and Israel, by the rules of plenary topics", "@EU: Members on the day
    /// of each roll call."
    pub fn notes(&self) -> Vec<String> {
        let read: Vec<_> = self.understood.iter().map(QueryRemark::in_words).collect();
        let read = (!read.is_empty()).then(|| format!("Read as: {}", read.join("; ")));
        let topics = self.topics_in_words().into_iter().map(|(name, title)| format!("topic:{name}: {title}"));
        read.into_iter().chain(topics).chain(self.blocs.iter().map(BlocRemark::in_words)).collect()
    }

    /// The topics of the query, each with its title: "palestine" and "Palestine and Israel, by the rules of plenary topics".
    pub fn topics_in_words(&self) -> Vec<(String, String)> {
        let topics = topics_named(&self.query).into_iter();
        topics.map(|(name, title)| (name.to_string(), format!("{title}, by the rules of plenary topics"))).collect()
    }

    /// The window in a line: "ukraine since:2022 · 25 of 5,698 roll calls · 2022-03-02 to 2025-12-18".
    pub fn line(&self) -> String {
        let mut parts = Vec::new();
        if !self.query.is_empty() {
            parts.push(self.query.clone());
        }
        if self.rollcalls == self.of {
            parts.push(format!("all {}", counted(self.of, "roll call")));
        } else {
            parts.push(format!("{} of {}", thousands(self.rollcalls), counted(self.of, "roll call")));
            if self.unrecorded > 0 {
                parts.push(format!("{} without votes by member", thousands(self.unrecorded)));
            }
        }
        match (self.first, self.last) {
            (Some(first), Some(last)) if first == last => parts.push(first.to_string()),
            (Some(first), Some(last)) => parts.push(format!("{first} to {last}")),
            _ => {}
        }
        parts.join(" · ")
    }
}
