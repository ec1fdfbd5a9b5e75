//! The metrics by which two members are compared, and the cross table of their votes that all of them come from.

use serde::Serialize;

use crate::record::{MemberId, Planes, Record, RollCallSet};

use super::agreement::Pair;
use super::ranked::ENOUGH;

/// How far two vote alike over a set of roll calls. No metric is the right one: they differ in what an abstention, an
/// absence and the habit of voting yes are worth, which is why each figure is shown with its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Metric {
    /// (same + partial / 2) / n, from 0 to 1 (Lijphart 1963).
    #[default]
    Agreement,
    /// same / n, from 0 to 1.
    Exact,
    /// The share of equal votes where both voted yes or no, from 0 to 1 (US State Department until 2016).
    YesNo,
    /// As agreement, but a roll call on which one or both of two members did not vote counts as half agreement (US State
    /// Department from 2021 on).
    State,
    /// 2 · agreement − 1, from −1 to 1 (Signorino and Ritter 1999, equal weights, absolute distance).
    S,
    /// Agreement beyond what each member's own habits give by chance, at most 1 (Cohen 1968; Häge 2011).
    Kappa,
    /// As kappa, with the habits of both taken together (Scott 1955; Häge 2011).
    Pi,
}

impl Metric {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 7] = [Self::Agreement, Self::Exact, Self::YesNo, Self::State, Self::S, Self::Kappa, Self::Pi];

    /// The one after it, and the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|&metric| metric == self).unwrap_or_default();
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// Its name, as in commands and their JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Exact => "exact",
            Self::YesNo => "yesno",
            Self::State => "state",
            Self::S => "s",
            Self::Kappa => "kappa",
            Self::Pi => "pi",
        }
    }
}

/// A figure of a metric, and the roll calls that it is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Figure {
    /// The metric's denominator: a count of roll calls.
    pub n: u32,
    /// None where the metric is not defined.
    pub value: Option<f64>,
    /// The roll calls on which both cast a vote, which need not be those that the metric counts.
    #[serde(skip)]
    pub shared: u32,
}

impl Figure {
    fn share(credit: f64, n: u32, shared: u32) -> Self {
        Self { n, value: (n > 0).then(|| credit / f64::from(n)), shared }
    }

    /// The value, where it is over at least [`ENOUGH`] roll calls and as many on which both cast a vote: others are not
    /// ranked.
    pub fn enough(self) -> Option<f64> {
        self.value.filter(|_| self.n.min(self.shared) >= ENOUGH)
    }
}

/// How two voted over a set of roll calls, vote against vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crosstab {
    /// Roll calls by the vote of the first member, then of the second: yes, abstain, no, in this order.
    pub cells: [[u32; 3]; 3],
    /// Roll calls on which both were members and at least one did not vote; none where the record does not know.
    pub absent: Option<u32>,
}

/// How `a` and `b` voted on the roll calls of `set`.
pub fn crosstab(record: &Record, a: MemberId, b: MemberId, set: &RollCallSet) -> Crosstab {
    let within = |votes: &Planes<RollCallSet>| [&votes.yes & set, &votes.abstain & set, &votes.no & set];
    let [of_a, of_b] = [a, b].map(|member| record.votes().of_member(member));
    let rows = within(of_a);
    let cells = rows.each_ref().map(|row| [&of_b.yes, &of_b.abstain, &of_b.no].map(|vote| row.count_both(vote) as u32));
    let absent = record.origin().has_absences().then(|| {
        let [here, there] = [of_a, of_b].map(Planes::cast);
        let away = &of_a.absent & set;
        let both = away.count_both(&of_b.absent) + away.count_both(&there);
        (both + (&of_b.absent & set).count_both(&here)) as u32
    });
    Crosstab { cells, absent }
}

impl Crosstab {
    /// Equal votes, votes half apart and opposite votes.
    pub fn pair(&self) -> Pair {
        let [[yes, half, no], [half_too, abstain, half_three], [no_too, half_four, against]] = self.cells;
        Pair { same: yes + abstain + against, partial: half + half_too + half_three + half_four, opposite: no + no_too }
    }

    /// The figure of a metric. Where absences are not known, that of [`Metric::State`] is not defined, over no roll call.
    pub fn figure(&self, metric: Metric) -> Figure {
        let pair = self.pair();
        match metric {
            Metric::Agreement | Metric::Exact | Metric::S => pair.figure(metric),
            Metric::YesNo => {
                let equal = self.cells[0][0] + self.cells[2][2];
                Figure::share(f64::from(equal), equal + pair.opposite, pair.n())
            }
            Metric::State => self.absent.map_or_else(Figure::default, |absent| {
                let half = f64::from(pair.partial + absent) / 2.0;
                Figure::share(f64::from(pair.same) + half, pair.n() + absent, pair.n())
            }),
            Metric::Kappa | Metric::Pi => {
                let [of_a, of_b] = self.margins();
                let value = match metric {
                    Metric::Pi => {
                        let both: [u64; 3] = std::array::from_fn(|vote| of_a[vote] + of_b[vote]);
                        // Twice each margin, so that all stays in whole numbers.
                        beyond_chance(4 * self.disagreement(), u64::from(pair.n()), both, both)
                    }
                    _ => beyond_chance(self.disagreement(), u64::from(pair.n()), of_a, of_b),
                };
                Figure { n: pair.n(), value, shared: pair.n() }
            }
        }
    }

    /// How often each voted yes, abstained and voted no where both cast a vote.
    fn margins(&self) -> [[u64; 3]; 2] {
        let [of_a, of_b]: [[u32; 3]; 2] = [
            self.cells.map(|row| row.iter().sum()),
            std::array::from_fn(|vote| self.cells.iter().map(|row| row[vote]).sum()),
        ];
        [of_a.map(u64::from), of_b.map(u64::from)]
    }

    /// The squared distances between the two votes, yes 1, abstain 2, no 3, summed.
    fn disagreement(&self) -> u64 {
        let pair = self.pair();
        u64::from(pair.partial) + 4 * u64::from(pair.opposite)
    }
}

/// 1 − Do / De, for the sum of squared distances over n votes and the margins of both. None where chance gives no
/// disagreement.
fn beyond_chance(observed: u64, n: u64, a: [u64; 3], b: [u64; 3]) -> Option<f64> {
    let distance = |x: usize, y: usize| (x.abs_diff(y) * x.abs_diff(y)) as u64;
    let expected: u64 = (0..3).map(|x| (0..3).map(|y| a[x] * b[y] * distance(x, y)).sum::<u64>()).sum();
    (expected > 0).then(|| 1.0 - (n * observed) as f64 / expected as f64)
}

impl Pair {
    /// same / n, from 0 to 1. None where they share no vote.
    pub fn exact(self) -> Option<f64> {
        self.figure(Metric::Exact).value
    }

    /// The 95 % interval of [`Pair::exact`] by Wilson's score (1927): from, to. None where they share no vote.
    pub fn interval(self) -> Option<(f64, f64)> {
        /// The normal quantile of 97.5 %.
        const Z: f64 = 1.959_963_984_540_054;
        let share = self.exact()?;
        let n = f64::from(self.n());
        let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        // The share lies inside; rounding must not say otherwise where it is 0 or 1.
        Some(((middle - half).clamp(0.0, share), (middle + half).clamp(share, 1.0)))
    }

    /// The figure of a metric that these counts give; not defined, over no roll call, for one that needs more.
    pub fn figure(self, metric: Metric) -> Figure {
        let n = self.n();
        let agreement = Figure { n, value: self.agreement(), shared: n };
        match metric {
            Metric::Agreement => agreement,
            Metric::Exact => Figure::share(f64::from(self.same), n, n),
            Metric::S => Figure { value: agreement.value.map(|value| 2.0 * value - 1.0), ..agreement },
            Metric::YesNo | Metric::State | Metric::Kappa | Metric::Pi => Figure::default(),
        }
    }
}
