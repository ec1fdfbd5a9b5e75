//! What a map is filled with.

use crate::record::State;

/// What a piece of the map is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Nothing.
    Sea,
    /// Land that shows nothing.
    Land,
    /// A vote, or a bloc: A as yes, B as no, both as abstaining.
    Vote(State),
    /// How far a member agrees, from 0 to 4.
    Level(u8),
    /// The member that others are compared with.
    Chosen,
}

impl Shade {
    /// The shares from which on there is each of the levels but the first.
    pub(in crate::app) const LEVELS: [f64; 4] = [0.2, 0.4, 0.6, 0.8];

    /// The level of a share, the lowest for one below 0 too.
    pub(in crate::app) fn level(share: f64) -> Self {
        Self::Level(Self::LEVELS.iter().filter(|&&from| share >= from).count() as u8)
    }
}

/// The tenths of a share, rounded down, as a digit; none for one below 0.
pub(in crate::app) fn tenths(share: f64) -> Option<char> {
    ('0'..='9').zip(0..).filter(|&(_, tenths)| share * 10.0 >= f64::from(tenths)).last().map(|(digit, _)| digit)
}
