//! Where members stand on two axes by how far they agree: classical scaling.

use crate::record::{MemberId, Record, RollCallSet};

use super::eigen::{Eigen, eigen};
use super::matrix::Matrix;
use super::metric::Metric;
use super::position::{Position, position};

/// A member on two axes. The axes are those of this selection of roll calls and mean nothing beyond it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MemberPosition {
    /// The member.
    pub member: MemberId,
    /// On axis 1, in units of 1 − agreement.
    pub x: f64,
    /// On axis 2.
    pub y: f64,
}

/// Members on two axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    /// The share of each axis, from 0 to 1: its eigenvalue of the sum of the positive ones. None where nobody differs.
    pub explained: [Option<f64>; 2],
    /// The members that cast enough votes, in the order of the seats; nobody where no two share enough votes.
    pub members: Vec<MemberPosition>,
    /// How many cast a vote on three of ten roll calls or more, also where nobody is placed.
    pub many: usize,
    /// How many others were members on one of the roll calls, those that never voted among them; in a record that does not
    /// know absences, how many others cast a vote.
    pub few: usize,
}

/// Classical scaling (Torgerson 1952) of 1 − agreement over the roll calls of `set`, for members that cast a vote on at
/// least 30 % of them. A pair with too few shared votes takes the mean of what is the mean distance of each of the two to
/// all others. Axis 1 is turned so that the United States lies right of China, and axis 2, as axis 1 where one of these two
/// is missing, so that whoever lies farthest out on it has a positive place (of equals the first in the order of seats).
pub fn places(record: &Record, set: &RollCallSet) -> Places {
    let recorded = set.iter().filter(|&id| record.is_recorded(id)).count();
    let seats = record.members().iter().map(|(id, _)| (id, position(record, id, set)));
    let enough = |(_, votes): &(MemberId, Position)| {
        let cast = votes.cast() as usize;
        cast > 0 && 10 * cast >= 3 * recorded
    };
    let (members, few): (Vec<_>, Vec<_>) = seats.filter(|(_, votes)| votes.is_any()).partition(enough);
    let members: Vec<_> = members.into_iter().map(|(id, _)| id).collect();
    let (many, few) = (members.len(), few.len());
    let none = Places { explained: [None; 2], members: Vec::new(), many, few };
    let Some(distances) = Matrix::among(record, Metric::Agreement, members.clone(), set).distances() else {
        return none;
    };
    let Eigen { values, vectors } = eigen(centred(&distances, members.len()));
    let all: f64 = values.iter().filter(|&&value| value > 0.0).sum();
    let explained = [0, 1].map(|axis| {
        let value = values.get(axis).copied().unwrap_or_default().max(0.0);
        // Rounding leaves a trace where all are in one place.
        (all > 1e-12).then(|| value / all)
    });
    let axis = |axis: usize| -> Vec<f64> {
        let length = values.get(axis).copied().unwrap_or_default().max(0.0).sqrt();
        let vector = vectors.get(axis).map(|vector| vector.iter().map(|cell| cell * length).collect());
        vector.filter(|_| explained[axis].is_some()).unwrap_or_else(|| vec![0.0; members.len()])
    };
    let [mut x, mut y] = [0, 1].map(axis);
    let at = |code| {
        let id = record.members().by_code(code)?;
        members.iter().position(|&member| member == id)
    };
    match at("USA").zip(at("CHN")) {
        Some((usa, chn)) => turn(&mut x, |x| x[usa] < x[chn]),
        None => turn(&mut x, farthest_is_negative),
    }
    turn(&mut y, farthest_is_negative);
    let members = members.into_iter().zip(x).zip(y).map(|((member, x), y)| MemberPosition { member, x, y }).collect();
    Places { explained, members, many, few }
}

/// −½ of the squared distances, less the means of rows and columns.
fn centred(distances: &[f64], n: usize) -> Vec<Vec<f64>> {
    let squares: Vec<Vec<f64>> =
        distances.chunks(n.max(1)).map(|row| row.iter().map(|distance| distance * distance).collect()).collect();
    let means: Vec<f64> = squares.iter().map(|row| row.iter().sum::<f64>() / n as f64).collect();
    let overall = means.iter().sum::<f64>() / n as f64;
    let centred = |(row, own): (&Vec<f64>, &f64)| -> Vec<f64> {
        row.iter().zip(&means).map(|(square, other)| (own + other - square - overall) / 2.0).collect()
    };
    squares.iter().zip(&means).map(centred).collect()
}

fn turn(axis: &mut [f64], wrong: impl Fn(&[f64]) -> bool) {
    if wrong(axis) {
        for place in axis {
            *place = -*place;
        }
    }
}

fn farthest_is_negative(axis: &[f64]) -> bool {
    let farther = |most: f64, &place: &f64| if place.abs() > most.abs() + 1e-9 { place } else { most };
    axis.iter().fold(0.0, farther) < 0.0
}
