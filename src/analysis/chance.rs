//! How often chance alone changes the agreement of a pair as much: the permutation test of a drift, over every
//! permutation at once.
//!
//! A pair's shared roll calls are dealt anew to two windows of the sizes that they have. How many of each kind (same,
//! partial, opposite) come into the first follows the multivariate hypergeometric distribution, so that the share of
//! deals with at least the change seen is a sum, and nothing has to be drawn.

use super::agreement::Pair;

/// The test, with the logarithms of factorials that it has come to need.
#[derive(Debug)]
pub(super) struct Chance {
    factorials: Vec<f64>,
}

impl Default for Chance {
    fn default() -> Self {
        Self { factorials: vec![0.0] }
    }
}

/// A pair's shared roll calls of both windows, and how many of them come into the first.
#[derive(Clone, Copy)]
struct Deal {
    same: i64,
    partial: i64,
    opposite: i64,
    first: i64,
}

impl Chance {
    /// The share of deals in which agreement changes at least as much, up or down, as from `before` to `after`: never
    /// 0, at most 1.
    pub(super) fn of(&mut self, before: Pair, after: Pair) -> f64 {
        let sum = |count: fn(Pair) -> u32| i64::from(count(before)) + i64::from(count(after));
        let deal = Deal {
            same: sum(|pair| pair.same),
            partial: sum(|pair| pair.partial),
            opposite: sum(|pair| pair.opposite),
            first: before.n().into(),
        };
        let all = deal.same + deal.partial + deal.opposite;
        self.up_to(all);
        // Credits in halves: the change is as large as first · of all − all · of the first is far from 0.
        let middle = deal.first * (2 * deal.same + deal.partial);
        let far = (middle - all * i64::from(2 * before.same + before.partial)).abs();
        if far == 0 {
            return 1.0;
        }
        // Deals count whose credits in the first window are at most `low` or at least `high`.
        let (low, high) = ((middle - far).div_euclid(all), (middle + far + all - 1).div_euclid(all));
        let mut p = 0.0;
        let (least, most) = ((deal.first - deal.partial - deal.opposite).max(0), deal.same.min(deal.first));
        let likeliest = ((deal.first + 1) * (deal.same + 1) / (all + 2)).clamp(least, most);
        let mut add = |same: i64| {
            let weight =
                self.ways(deal.same, same) + self.ways(all - deal.same, deal.first - same) - self.ways(all, deal.first);
            let weight = weight.exp();
            // The rest of this side is too unlikely to change a digit.
            if weight <= 1e-18 * p {
                return false;
            }
            let (from, to) = ((deal.first - same - deal.opposite).max(0), deal.partial.min(deal.first - same));
            p += self.tail(deal, same, (from, to.min(low - 2 * same)));
            p += self.tail(deal, same, (from.max(high - 2 * same), to));
            weight > 0.0
        };
        let _ = (likeliest..=most).all(&mut add);
        let _ = (least..likeliest).rev().all(&mut add);
        p.clamp(f64::MIN_POSITIVE, 1.0)
    }

    /// The share of deals with so many same votes and between `from` and `to` partial ones in the first window.
    fn tail(&self, deal: Deal, same: i64, (from, to): (i64, i64)) -> f64 {
        if from > to {
            return 0.0;
        }
        let Deal { partial, opposite, first, .. } = deal;
        let rest = first - same;
        let start = ((rest + 1) * (partial + 1) / (partial + opposite + 2)).clamp(from, to);
        let all = deal.same + partial + opposite;
        let ways = self.ways(deal.same, same) + self.ways(partial, start) + self.ways(opposite, rest - start)
            - self.ways(all, first);
        let likeliest = ways.exp();
        // From the likeliest count both ways, each term from the one before.
        let (mut sum, mut term) = (likeliest, likeliest);
        for p in start + 1..=to {
            term *= ((partial - p + 1) * (rest - p + 1)) as f64 / (p * (opposite - rest + p)) as f64;
            sum += term;
            if term <= 1e-18 * sum {
                break;
            }
        }
        term = likeliest;
        for p in (from..start).rev() {
            term *= ((p + 1) * (opposite - rest + p + 1)) as f64 / ((partial - p) * (rest - p)) as f64;
            sum += term;
            if term <= 1e-18 * sum {
                break;
            }
        }
        sum
    }

    /// The logarithm of how many ways there are to choose `some` of `all`.
    fn ways(&self, all: i64, some: i64) -> f64 {
        let factorial = |n: i64| self.factorials[index(n)];
        factorial(all) - factorial(some) - factorial(all - some)
    }

    fn up_to(&mut self, most: i64) {
        while self.factorials.len() <= index(most) {
            let n = self.factorials.len();
            self.factorials.push(self.factorials[n - 1] + (n as f64).ln());
        }
    }
}

/// A count, as a place in a list.
fn index(count: i64) -> usize {
    usize::try_from(count).unwrap_or_default()
}

/// The corrected p of each of these tests: the i-th smallest of m times m − i + 1, never below the one before
/// (Holm 1979).
pub(super) fn holm(tests: &[f64]) -> Vec<f64> {
    let mut order: Vec<_> = (0..tests.len()).collect();
    order.sort_by(|&a, &b| tests[a].total_cmp(&tests[b]));
    let mut corrected = vec![0.0; tests.len()];
    let mut most = 0.0_f64;
    for (at, &test) in order.iter().enumerate() {
        most = most.max(((tests.len() - at) as f64 * tests[test]).min(1.0));
        corrected[test] = most;
    }
    corrected
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Twice the credit of each roll call of a pair.
    fn credits(pair: Pair) -> Vec<i64> {
        let kinds = [(pair.same, 2), (pair.partial, 1), (pair.opposite, 0)];
        kinds.into_iter().flat_map(|(count, credit)| std::iter::repeat_n(credit, count as usize)).collect()
    }

    /// The share of all deals with at least the change seen, one deal after the other.
    fn plain(before: Pair, after: Pair) -> f64 {
        let all = [credits(before), credits(after)].concat();
        let (n, first) = (all.len(), before.n());
        let change = |deal: u32| {
            let sum: i64 = (0..n).filter(|at| deal >> at & 1 == 1).map(|at| all[at]).sum();
            (sum * i64::from(before.n() + after.n()) - all.iter().sum::<i64>() * i64::from(first)).abs()
        };
        let deals = (0..1_u32 << n).filter(|deal| deal.count_ones() == first);
        let changes: Vec<_> = deals.map(change).collect();
        let seen = change((1 << first) - 1);
        changes.iter().filter(|&&change| change >= seen).count() as f64 / changes.len() as f64
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn p_is_the_share_of_deals_counted_one_by_one(counts in prop::array::uniform6(0_u32..3), more in 0_usize..6) {
            let mut counts = counts;
            counts[more] += 2;
            let [before, after] = [&counts[..3], &counts[3..]].map(|counts| {
                Pair { same: counts[0], partial: counts[1], opposite: counts[2] }
            });
            prop_assume!(before.n() > 0 && after.n() > 0);
            let found = Chance::default().of(before, after);
            prop_assert!((found - plain(before, after)).abs() < 1e-9, "{found} is not {}", plain(before, after));
            prop_assert!((found - Chance::default().of(after, before)).abs() < 1e-9);
        }

        #[test]
        fn p_is_a_probability_over_as_many_roll_calls_as_there_are(counts in prop::array::uniform6(0_u32..2000)) {
            let [before, after] = [&counts[..3], &counts[3..]].map(|counts| {
                Pair { same: 1 + counts[0], partial: counts[1], opposite: counts[2] }
            });
            let found = Chance::default().of(before, after);
            prop_assert!(found > 0.0 && found <= 1.0);
            // The same shares on both sides are what chance gives most.
            prop_assert!((Chance::default().of(before, before) - 1.0).abs() < 1e-9);
        }
    }
}
