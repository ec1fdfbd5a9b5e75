//! Members in the order of a figure, with those apart that have not enough votes to be ranked.

/// Fewer votes than this are not enough to rank by.
pub const ENOUGH: u32 = 20;

/// Members with a figure each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked<T> {
    /// Those with at least [`ENOUGH`] votes, in the order of their figure; among equals more votes go first.
    pub ranked: Vec<T>,
    /// Those with fewer, in the order of the seats: not enough votes to rank them.
    pub few: Vec<T>,
}

impl<T> Ranked<T> {
    /// Ranks `members`, given in the order of the seats, by the count and the value of their figure.
    pub(super) fn lowest_first(members: impl Iterator<Item = T>, figure: impl Fn(&T) -> (u32, Option<f64>)) -> Self {
        let (mut ranked, mut few) = (Vec::new(), Vec::new());
        for member in members {
            match figure(&member) {
                (n, value) if n >= ENOUGH => ranked.push((value.unwrap_or_default(), n, member)),
                _ => few.push(member),
            }
        }
        ranked.sort_by(|(low, more, _), (high, less, _)| low.total_cmp(high).then_with(|| less.cmp(more)));
        let ranked = ranked.into_iter().map(|(.., member)| member).collect();
        Self { ranked, few }
    }
}

impl<T> Default for Ranked<T> {
    fn default() -> Self {
        Self { ranked: Vec::new(), few: Vec::new() }
    }
}
