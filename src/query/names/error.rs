//! What to say when a name is no member's, or more than one's.

use crate::record::{MemberId, Members, clean};

/// Why a text is not one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameError {
    /// No member is called that.
    Unknown {
        /// Members with a name that is something like it, nearest first: at most three.
        nearest: Vec<MemberId>,
    },
    /// It may be any of these: at least two, the likeliest first.
    Ambiguous {
        /// The members, each once.
        candidates: Vec<MemberId>,
    },
}

/// How many candidates an error spells out.
const SPELLED_OUT: usize = 6;

impl NameError {
    /// Whether several members may be meant.
    pub fn is_ambiguous(&self) -> bool {
        matches!(self, Self::Ambiguous { .. })
    }

    /// The error in one line: what `text` may be, or what is nearest to it.
    pub fn message(&self, text: &str, members: &Members) -> String {
        let (text, _) = clean(text);
        let label = |&id: &MemberId| {
            let member = members.get(id);
            format!("{} ({})", member.name, member.code)
        };
        match self {
            Self::Ambiguous { candidates } => {
                let mut labels: Vec<_> = candidates.iter().map(label).collect();
                if labels.len() > SPELLED_OUT {
                    let others = labels.len() + 1 - SPELLED_OUT;
                    labels.truncate(SPELLED_OUT - 1);
                    labels.push(format!("one of {others} others"));
                }
                let last = labels.pop().unwrap_or_default();
                let or = if labels.is_empty() { "" } else { " or " };
                format!("\"{text}\" may be {}{or}{last}", labels.join(", "))
            }
            Self::Unknown { .. } if text.is_empty() => "a member's name or code is missing".to_owned(),
            Self::Unknown { nearest } => {
                let labels: Vec<_> = nearest.iter().map(label).collect();
                let hint = match labels.as_slice() {
                    [] => "give a name of any time or a code, such as Egypt or EGY".to_owned(),
                    [one] => format!("the nearest is {one}"),
                    several => format!("the nearest are {}", several.join(", ")),
                };
                format!("no member is called \"{text}\"; {hint}")
            }
        }
    }
}
