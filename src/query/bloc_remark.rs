//! What is to be known of the members of a bloc that is named: of which day they are.

/// What is to be known of a bloc, or of those that voted in a way, where it is named.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BlocRemark {
    /// A built-in bloc, by its name.
    BuiltIn {
        /// Its name, as behind `@`.
        name: String,
        /// Of which day its members are.
        when: MembersWhen,
        /// Of whom it is not known whether they belonged.
        open: Option<OpenMembers>,
        /// What else is to be known of its dates.
        note: Option<String>,
    },
    /// A saved bloc, by its name: the list of blocs says how it is made.
    Saved(String),
    /// Those that voted in a way on a roll call, as that is written.
    Voted(String),
}

/// Of which day the members of a bloc are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MembersWhen {
    /// That of each roll call.
    EachDay,
    /// Today, at all times: a regional group.
    Today,
    /// The same at all times.
    Always,
}

/// Members of whom it is not known whether they belonged on some roll calls.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OpenMembers {
    /// Their names in alphabetical order.
    pub names: Vec<String>,
    /// On how many roll calls; none where only one was asked about.
    pub rollcalls: Option<usize>,
}

/// Why an expression has no members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nobody {
    /// No member is in both of these.
    InBoth(String, String),
    /// Every member of the first is in the second too, which is left out.
    LeftOver(String, String),
    /// It says so by itself: a bloc outside its time, a vote that nobody cast.
    Itself,
}
