//! What a reader must be told of how a query was understood.

/// What a query may not have meant, or what the record knows in part only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryRemark {
    /// A part that may have been meant in another way.
    ReadAs {
        /// How it was understood: "Georgia voted no".
        sentence: String,
        /// The bloc that has the name by which a member was asked for.
        bloc: Option<String>,
    },
    /// What a term asks for is known of some sessions only.
    KnownInPart {
        /// What is known: "sponsors".
        what: &'static str,
        /// Of which sessions: "for sessions 74 to 80 only".
        sessions: String,
    },
    /// It asks for sessions, and its universe has votes of the Security Council, which has none.
    NoSessions,
}
