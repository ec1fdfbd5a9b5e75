//! All pairs of members by a metric.

use serde::Serialize;

use crate::analysis::{Matrix, Metric};
use crate::record::{MemberId, Record, RollCallSet};

use super::window::{Credit, Window};

/// All pairs over a set of roll calls.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixReport<'r> {
    pub(crate) metric: Metric,
    pub(crate) window: Window,
    pub(crate) members: Vec<&'r str>,
    pub(crate) n: Vec<Vec<Option<u32>>>,
    pub(crate) value: Vec<Vec<Option<f64>>>,
    pub(crate) source: Credit,
    #[serde(skip)]
    pub(crate) record: &'r Record,
    #[serde(skip)]
    pub(crate) matrix: Matrix,
}

impl<'r> MatrixReport<'r> {
    /// All pairs by `metric` over `set`, which `window` says.
    pub fn new(record: &'r Record, metric: Metric, window: Window, set: &RollCallSet) -> Self {
        let matrix = Matrix::new(record, metric, set);
        let members = matrix.members();
        let n =
            |&a: &MemberId| -> Vec<_> { members.iter().map(|&b| (a != b).then(|| matrix.figure(a, b).n)).collect() };
        let value = |&a: &MemberId| -> Vec<_> { members.iter().map(|&b| matrix.figure(a, b).value).collect() };
        Self {
            metric,
            window,
            members: members.iter().map(|&id| record.members().get(id).code.as_ref()).collect(),
            n: members.iter().map(n).collect(),
            value: members.iter().map(value).collect(),
            source: Credit::of(record),
            record,
            matrix,
        }
    }
}
