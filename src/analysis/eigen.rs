//! The eigenvalues of a symmetric matrix and the vectors of the two largest: what classical scaling needs.
//!
//! The matrix is made tridiagonal by reflections (Householder), its eigenvalues are found by shifted QR steps, the two
//! vectors by inverse iteration (Golub and Van Loan, Matrix Computations, chapter 8). A matrix of 193 members takes about
//! as long as counting their pairs; a crate of linear algebra takes longer to build than all of this program's analysis.

/// What was found of a matrix.
pub(super) struct Eigen {
    /// All eigenvalues, the largest first.
    pub values: Vec<f64>,
    /// The vectors of the two largest, of length 1, or fewer if the matrix is smaller.
    pub vectors: Vec<Vec<f64>>,
}

/// A symmetric matrix as a product: reflections around a tridiagonal one.
struct Tridiagonal {
    diagonal: Vec<f64>,
    beside: Vec<f64>,
    /// For each column but the last two the unit vector that its lower part was reflected along; none if it was zero.
    reflections: Vec<Option<Vec<f64>>>,
}

/// The eigenvalues and two vectors of a symmetric matrix, given by its rows.
pub(super) fn eigen(mut rows: Vec<Vec<f64>>) -> Eigen {
    let matrix = Tridiagonal::new(&mut rows);
    let values = matrix.values();
    let mut vectors: Vec<Vec<f64>> = Vec::new();
    for &value in values.iter().take(2) {
        let vector = matrix.vector(value, &vectors);
        vectors.push(vector);
    }
    let vectors = vectors.into_iter().map(|vector| matrix.reflected(vector)).collect();
    Eigen { values, vectors }
}

impl Tridiagonal {
    fn new(rows: &mut [Vec<f64>]) -> Self {
        let n = rows.len();
        let (mut beside, mut reflections) = (Vec::new(), Vec::new());
        for at in 0..n.saturating_sub(1) {
            let mut along: Vec<f64> = rows[at + 1..].iter().map(|row| row[at]).collect();
            let length = dot(&along, &along).sqrt();
            if at + 2 == n || length <= 0.0 {
                beside.push(along[0]);
                reflections.push(None);
                continue;
            }
            let to = -length.copysign(along[0]);
            along[0] -= to;
            scale(&mut along);
            beside.push(to);
            // The rest of the matrix, reflected from both sides. Rows are added up, which goes several at a time.
            let mut product = vec![0.0; along.len()];
            for (row, &by) in rows[at + 1..].iter().zip(&along) {
                add(&mut product, &row[at + 1..], by);
            }
            let twist = dot(&along, &product);
            add(&mut product, &along, -twist);
            for ((row, &u), &q) in rows[at + 1..].iter_mut().zip(&along).zip(&product) {
                for ((cell, along), product) in row[at + 1..].iter_mut().zip(&along).zip(&product) {
                    *cell -= 2.0 * (u * product + q * along);
                }
            }
            reflections.push(Some(along));
        }
        Self { diagonal: (0..n).map(|at| rows[at][at]).collect(), beside, reflections }
    }

    /// All eigenvalues, the largest first.
    fn values(&self) -> Vec<f64> {
        let (mut diagonal, mut beside) = (self.diagonal.clone(), self.beside.clone());
        let mut end = diagonal.len().saturating_sub(1);
        // Two or three steps a value are usual.
        for _ in 0..64 * diagonal.len() {
            let apart =
                |&at: &usize| beside[at - 1].abs() <= f64::EPSILON * (diagonal[at - 1].abs() + diagonal[at].abs());
            end = (1..=end).rev().find(|at| !apart(at)).unwrap_or(0);
            if end == 0 {
                break;
            }
            let start = (1..=end).rev().find(apart).unwrap_or(0);
            step(&mut diagonal[start..=end], &mut beside[start..end]);
        }
        diagonal.sort_by(|a, b| b.total_cmp(a));
        diagonal
    }

    /// The vector of an eigenvalue, at right angles to those `before`, by inverse iteration from a fixed start.
    fn vector(&self, value: f64, before: &[Vec<f64>]) -> Vec<f64> {
        // No vector that comes up is at right angles to one without a pattern.
        let mut vector: Vec<f64> = (0..self.diagonal.len()).map(|at| 1.0 + (at as f64 * 1.7).sin()).collect();
        for _ in 0..4 {
            vector = self.solved(value, vector);
            for other in before {
                let shared = dot(&vector, other);
                add(&mut vector, other, -shared);
            }
            scale(&mut vector);
        }
        vector
    }

    /// The solution of (matrix − value) x = right, by elimination with exchange of rows. The matrix is nearly singular:
    /// what comes out is long, and its direction is what is asked for.
    fn solved(&self, value: f64, mut right: Vec<f64>) -> Vec<f64> {
        let n = right.len();
        let widest =
            self.diagonal.iter().chain(&self.beside).fold(f64::MIN_POSITIVE, |most, cell| most.max(cell.abs()));
        // Of a matrix of nothing too: small, but what is divided by it stays finite.
        let least = (f64::EPSILON * widest).max(1e-150);
        let whole = |pivot: f64| if pivot.abs() < least { least } else { pivot };
        let beside = |at: usize| self.beside.get(at).copied().unwrap_or(0.0);
        // Rows of three cells: on the diagonal and right of it.
        let mut rows = vec![[0.0; 3]; n];
        let mut row = [self.diagonal.first().map_or(0.0, |d| d - value), beside(0), 0.0];
        for at in 1..n {
            let mut next = [beside(at - 1), self.diagonal[at] - value, beside(at)];
            if next[0].abs() > row[0].abs() {
                std::mem::swap(&mut row, &mut next);
                right.swap(at - 1, at);
            }
            row[0] = whole(row[0]);
            let by = next[0] / row[0];
            right[at] -= by * right[at - 1];
            rows[at - 1] = row;
            row = [next[1] - by * row[1], next[2] - by * row[2], 0.0];
        }
        if let Some(last) = rows.last_mut() {
            *last = [whole(row[0]), 0.0, 0.0];
        }
        for at in (0..n).rev() {
            let known = |ahead: usize| right.get(at + ahead).copied().unwrap_or(0.0);
            right[at] = (right[at] - rows[at][1] * known(1) - rows[at][2] * known(2)) / rows[at][0];
        }
        scale(&mut right);
        right
    }

    /// A vector of the tridiagonal matrix as one of the matrix that it was made of.
    fn reflected(&self, mut vector: Vec<f64>) -> Vec<f64> {
        for (at, along) in self.reflections.iter().enumerate().rev() {
            let Some(along) = along else { continue };
            let shared = dot(along, &vector[at + 1..]);
            add(&mut vector[at + 1..], along, -2.0 * shared);
        }
        vector
    }
}

/// One QR step with Wilkinson's shift on a tridiagonal matrix: a rotation at the top, chased to the bottom.
fn step(diagonal: &mut [f64], beside: &mut [f64]) {
    let last = beside.len() - 1;
    let [above, corner] = [diagonal[last], diagonal[last + 1]];
    let half = f64::midpoint(above, -corner);
    let shift = corner - beside[last] * beside[last] / (half + half.hypot(beside[last]).copysign(half));
    // What is rotated, and what it is to make nothing of.
    let (mut own, mut bulge) = (diagonal[0] - shift, beside[0]);
    for at in 0..=last {
        let length = own.hypot(bulge);
        let (cos, sin) = if length > 0.0 { (own / length, bulge / length) } else { (1.0, 0.0) };
        if at > 0 {
            beside[at - 1] = length;
        }
        let (first, between, second) = (diagonal[at], beside[at], diagonal[at + 1]);
        diagonal[at] = cos * cos * first + 2.0 * cos * sin * between + sin * sin * second;
        diagonal[at + 1] = sin * sin * first - 2.0 * cos * sin * between + cos * cos * second;
        beside[at] = cos * sin * (second - first) + (cos * cos - sin * sin) * between;
        if at < last {
            (own, bulge) = (beside[at], sin * beside[at + 1]);
            beside[at + 1] *= cos;
        }
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(to: &mut [f64], what: &[f64], by: f64) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += by * what;
    }
}

/// Makes a vector one of length 1; one without length stays.
fn scale(vector: &mut [f64]) {
    let largest = vector.iter().fold(0.0_f64, |most, cell| most.max(cell.abs()));
    if largest > 0.0 && largest.is_finite() {
        for cell in &mut *vector {
            *cell /= largest;
        }
        let length = dot(vector, vector).sqrt();
        for cell in vector {
            *cell /= length;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::analysis::{Metric, crosstab};
    use crate::record::{MemberId, Record, RollCallSet};

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_matrix_times_its_vector_is_the_vector_times_its_value(
            n in 1_usize..12, cells in prop::collection::vec(-3_i32..4, 144),
        ) {
            let cell = |a: usize, b: usize| f64::from(cells[a.min(b) * 12 + a.max(b)]);
            let rows: Vec<Vec<f64>> = (0..n).map(|a| (0..n).map(|b| cell(a, b)).collect()).collect();
            let found = eigen(rows.clone());
            // The sums of the values and of their squares are those of the diagonal and of the cells.
            let trace: f64 = (0..n).map(|at| rows[at][at]).sum();
            let squares: f64 = rows.iter().map(|row| dot(row, row)).sum();
            prop_assert!((found.values.iter().sum::<f64>() - trace).abs() < 1e-9);
            prop_assert!((dot(&found.values, &found.values) - squares).abs() < 1e-8);
            prop_assert!(found.values.is_sorted_by(|a, b| a >= b));
            prop_assert_eq!(found.vectors.len(), n.min(2));
            for (value, vector) in found.values.iter().zip(&found.vectors) {
                prop_assert!((dot(vector, vector) - 1.0).abs() < 1e-9);
                for (row, own) in rows.iter().zip(vector) {
                    prop_assert!((dot(row, vector) - value * own).abs() < 1e-7, "{rows:?} {value} {vector:?}");
                }
            }
            if let [first, second] = &found.vectors[..] {
                prop_assert!(dot(first, second).abs() < 1e-9);
            }
        }
    }

    /// All eigenvalues by rotations that make nothing of one cell after the other (Jacobi), the largest first: slow, plain.
    fn by_rotations(mut rows: Vec<Vec<f64>>) -> Vec<f64> {
        let n = rows.len();
        for _ in 0..30 {
            let beside: f64 = (0..n).flat_map(|a| (0..a).map(move |b| (a, b))).map(|(a, b)| rows[a][b].powi(2)).sum();
            if beside < 1e-22 {
                break;
            }
            for (a, b) in (0..n).flat_map(|a| (0..a).map(move |b| (a, b))) {
                if rows[a][b].abs() < 1e-300 {
                    continue;
                }
                let slope = (rows[b][b] - rows[a][a]) / (2.0 * rows[a][b]);
                let tan = 1.0_f64.copysign(slope) / (slope.abs() + slope.hypot(1.0));
                let cos = 1.0 / tan.hypot(1.0);
                let sin = tan * cos;
                for row in &mut rows {
                    (row[a], row[b]) = (cos * row[a] - sin * row[b], sin * row[a] + cos * row[b]);
                }
                let (before, from_a) = rows.split_at_mut(a);
                for (x, y) in from_a[0].iter_mut().zip(&mut before[b]) {
                    (*x, *y) = (cos * *x - sin * *y, sin * *x + cos * *y);
                }
            }
        }
        let mut values: Vec<f64> = (0..n).map(|at| rows[at][at]).collect();
        values.sort_by(|a, b| b.total_cmp(a));
        values
    }

    /// Holds what is found of a matrix against rotations, and the vectors against the matrix itself.
    #[track_caller]
    fn holds(what: &str, rows: &[Vec<f64>]) {
        let found = eigen(rows.to_vec());
        let plain = by_rotations(rows.to_vec());
        let large = plain.iter().fold(1.0_f64, |most, value| most.max(value.abs()));
        assert_eq!((found.values.len(), found.vectors.len()), (rows.len(), 2), "{what}");
        for (at, (value, plain)) in found.values.iter().zip(&plain).enumerate() {
            assert!((value - plain).abs() < 1e-10 * large, "{what}: value {at} is {value}, by rotations {plain}");
        }
        for (value, vector) in found.values.iter().zip(&found.vectors) {
            assert!((dot(vector, vector) - 1.0).abs() < 1e-12, "{what}");
            for (row, own) in rows.iter().zip(vector) {
                assert!((dot(row, vector) - value * own).abs() < 1e-9 * large, "{what}: {value}");
            }
        }
        assert!(dot(&found.vectors[0], &found.vectors[1]).abs() < 1e-9, "{what}");
    }

    /// As many members as the Assembly has.
    const MEMBERS: usize = 193;

    #[test]
    fn all_members_of_the_record_agree_with_a_slow_method() {
        let record = Record::embedded().unwrap();
        for (from, to) in [(4_000, 4_400), (5_500, record.usual().len())] {
            let mut set = RollCallSet::empty(record.len());
            set.extend(record.usual().iter().skip(from).take(to - from));
            let seated = |id: &MemberId| !(&record.votes().of_member(*id).cast() & &set).is_empty();
            let members: Vec<_> = record.members().iter().map(|(id, _)| id).filter(seated).collect();
            let n = members.len().min(MEMBERS);
            assert!(n > 185, "{n} members");
            let squares = |a: usize, b: usize| {
                let figure = crosstab(&record, members[a], members[b], &set).figure(Metric::Agreement);
                (1.0 - figure.value.unwrap_or(0.5)).powi(2)
            };
            let mut rows = vec![vec![0.0; n]; n];
            for (a, b) in (0..n).flat_map(|a| (0..a).map(move |b| (a, b))) {
                rows[a][b] = squares(a, b);
                rows[b][a] = rows[a][b];
            }
            holds("squared distances", &rows);
            // Centred, as classical scaling wants it.
            let means: Vec<f64> = rows.iter().map(|row| row.iter().sum::<f64>() / n as f64).collect();
            let mean = means.iter().sum::<f64>() / n as f64;
            for (a, b) in (0..n).flat_map(|a| (0..n).map(move |b| (a, b))) {
                rows[a][b] = -0.5 * (rows[a][b] - means[a] - means[b] + mean);
            }
            holds("centred", &rows);
        }
    }

    #[test]
    fn as_many_as_the_assembly_has_agree_with_a_slow_method() {
        let matrix = |cell: &mut dyn FnMut(usize, usize) -> f64| {
            let mut rows = vec![vec![0.0; MEMBERS]; MEMBERS];
            for (a, b) in (0..MEMBERS).flat_map(|a| (0..=a).map(move |b| (a, b))) {
                rows[a][b] = cell(a, b);
                rows[b][a] = rows[a][b];
            }
            rows
        };
        for seed in 1..4_u64 {
            let mut state = seed;
            let mut random = |_, _| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 11) as f64 / (1_u64 << 53) as f64 - 0.5
            };
            holds("random", &matrix(&mut random));
        }
        // Many values alike: two blocs that never agree; members that are all the same; a band.
        holds("two blocs", &matrix(&mut |a, b| if (a < 90) == (b < 90) { 0.0 } else { 1.0 }));
        holds("all alike", &matrix(&mut |_, _| 1.0));
        holds("band", &matrix(&mut |a, b| if a - b == 1 { 1.0 } else { 0.0 }));
        holds("nothing", &matrix(&mut |_, _| 0.0));
    }
}
