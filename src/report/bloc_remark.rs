//! What is to be known of the members of blocs, in words.

use serde::{Serialize, Serializer};

use crate::query::{BlocRemark, MembersWhen, OpenMembers, written};

use super::counted;
use super::text::thousands;

/// How many members of whom something is not known are named.
const NAMED: usize = 6;

impl BlocRemark {
    /// The remark in a line: "@EU: Members on the day of each roll call."
    pub fn in_words(&self) -> String {
        match self {
            Self::BuiltIn { name, when, open, note } => {
                let open = open.as_ref().map(OpenMembers::in_words);
                let parts = [Some(when.in_words()), open.as_deref(), note.as_deref()].into_iter().flatten();
                format!("@{}: {}", written(name), parts.collect::<Vec<_>>().join(" "))
            }
            Self::Saved(name) => {
                format!("@{name}: a saved bloc; plenary blocs says how it is made and of which day its members are.")
            }
            Self::Voted(how) => format!("{how}: those who voted this way, on every day."),
        }
    }
}

impl MembersWhen {
    fn in_words(self) -> &'static str {
        match self {
            Self::EachDay => "Members on the day of each roll call.",
            Self::Today => "Today's regional group at all times.",
            Self::Always => "The same at all times.",
        }
    }
}

impl OpenMembers {
    fn in_words(&self) -> String {
        let who = match self.names.as_slice() {
            [one] => format!("{one} was a member: it is"),
            few if few.len() <= NAMED => format!("{} were members: they are", few.join(", ")),
            many => {
                let others = counted(many.len() - NAMED, "other");
                format!("{} and {others} were members: they are", many[..NAMED].join(", "))
            }
        };
        let when = match self.rollcalls {
            None => "that day".to_owned(),
            Some(rollcalls) => format!("{} of these roll calls", thousands(rollcalls)),
        };
        format!("On {when} it is not known whether {who} counted where they may have been, and not ranked there.")
    }
}

impl Serialize for BlocRemark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.in_words())
    }
}
