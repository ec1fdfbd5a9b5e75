//! A window on something longer than itself.

use crate::actions::Action;

/// How far a text is scrolled: the first line that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The first line that is shown.
    pub first: usize,
    /// How many lines there are.
    pub lines: usize,
    /// How many fit.
    pub height: usize,
}

/// A step within a list or a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many rows, down if positive.
    Rows(isize),
    /// So many halves of a page, down if positive.
    Halves(isize),
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

impl Step {
    /// Where the step goes from row `from`, for `rows` rows of which `height` are seen.
    pub fn target(self, from: usize, rows: usize, height: usize) -> usize {
        let last = rows.saturating_sub(1);
        let by = |count: isize| from.saturating_add_signed(count).min(last);
        match self {
            Self::Rows(count) => by(count),
            Self::Halves(count) => {
                // A page leaves one row of the last one to go on from.
                let rows = (height.saturating_sub(1) * count.unsigned_abs()).div_ceil(2).max(1);
                by(count.signum() * rows.cast_signed())
            }
            Self::First => 0,
            Self::Last => last,
        }
    }
}

impl Scroll {
    /// Takes a step; says whether anything moved.
    pub fn step(&mut self, step: Step) -> bool {
        let before = self.first;
        self.first = step.target(self.first, self.end() + 1, self.height);
        self.first != before
    }

    /// Takes a new length and height.
    pub fn fit(&mut self, lines: usize, height: usize) {
        (self.lines, self.height) = (lines, height);
        self.first = self.first.min(self.end());
    }

    /// The last line that can be the first one shown.
    pub fn end(&self) -> usize {
        self.lines.saturating_sub(self.height)
    }
}

/// The step that an action takes.
pub(super) fn step_of(action: Action) -> Option<Step> {
    Some(match action {
        Action::Up => Step::Rows(-1),
        Action::Down => Step::Rows(1),
        Action::PageUp => Step::Halves(-2),
        Action::PageDown => Step::Halves(2),
        Action::HalfPageUp => Step::Halves(-1),
        Action::HalfPageDown => Step::Halves(1),
        Action::First => Step::First,
        Action::Last => Step::Last,
        _ => return None,
    })
}
