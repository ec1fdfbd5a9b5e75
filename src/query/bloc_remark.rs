//! Remarks on the members of a bloc that a query names: which day's members they are.

/// A remark on a bloc, or on the members that voted in a certain way, where a query names them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BlocRemark {
    /// A built-in bloc, by its name.
    BuiltIn {
        /// Its name, as after `@`.
        name: String,
        /// Which day's members it has.
        when: MembersWhen,
        /// Members of which it is not known whether they belonged.
        open: Option<OpenMembers>,
        /// What else there is to say of its dates.
        note: Option<String>,
    },
    /// A saved bloc, by its name: the list of blocs says how it is made.
    Saved(String),
    /// The members that voted in a certain way on a roll call, as a query writes it.
    Voted(String),
}

/// Which day's members a bloc has.
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
    /// The expression itself shows it: a bloc outside its time, a vote that nobody cast.
    Itself,
}
