//! Choosing roll calls to compare: by marks, or with the earlier text of a series.

use crate::actions::Action;
use crate::app::App;
use crate::app::open_view::OpenView;
use crate::link::LinkedView;
use crate::record::RollCallId;

use super::{CompareOrder, CompareView, KIND, MOST};

/// How to show roll calls side by side.
const HOW: &str = "mark two to ten roll calls with Space, then v compares them";

/// Opens roll calls side by side.
pub(in crate::app::views) fn act(app: &mut App<'_>, action: Action) -> Option<bool> {
    match action {
        Action::Compare => Some(app.go_to(&KIND)),
        Action::CompareMarked => Some(app.compare_marked()),
        Action::CompareEarlier => Some(app.compare_with_earlier()),
        // In the comparison itself its own keys have been handled already.
        Action::Moved | Action::Order | Action::Hide | Action::ShowHidden | Action::Pin => {
            Some(app.say(format!("only for roll calls side by side: {HOW}")))
        }
        _ => None,
    }
}

impl<'r> App<'r> {
    /// Opens roll calls side by side.
    fn compare(&mut self, ids: Vec<RollCallId>, order: CompareOrder) {
        if let Some(&id) = ids.iter().find(|&&id| !self.record().is_recorded(id)) {
            let symbol = self.shared.lexicon().symbol(id);
            self.notice = Some(format!("{symbol}: votes by member not recorded; compare other roll calls"));
            return;
        }
        let compared = CompareView::new(self.record(), ids, order);
        self.open_here(Box::new(compared));
    }

    /// Goes to the marked roll calls side by side, if they are not in a view below this one; says whether it does.
    pub(in crate::app::views) fn go_to_marked(&mut self) -> bool {
        let ids = self.to_compare();
        let goes = ids.is_some();
        if let Some(ids) = ids {
            self.compare(ids, CompareOrder::Date);
            self.say_which();
        }
        goes
    }

    /// The marked roll calls, as many as fit side by side, unless a view below this one shows them.
    fn to_compare(&self) -> Option<Vec<RollCallId>> {
        let marks = self.shared.marks();
        let marks = &marks[..marks.len().min(MOST)];
        let same = |view: &OpenView<'r>| match view.view().link(&view.here(&self.shared)) {
            LinkedView::Compare(ids) => ids.len() == marks.len() && ids.iter().all(|id| marks.contains(id)),
            _ => false,
        };
        let open = self.trail().iter().any(same);
        (marks.len() >= 2 && !open).then(|| marks.to_vec())
    }

    /// Says that more are marked than fit side by side.
    fn say_which(&mut self) {
        let marked = self.shared.marks().len();
        if marked > MOST {
            self.say(format!("comparing the first {MOST} of {marked} marked; U clears all marks"));
        }
    }

    /// Compares the marked roll calls; a single marked one with the selected one.
    fn compare_marked(&mut self) -> bool {
        let mut ids = self.shared.marks().to_vec();
        if let ([marked], Some(id)) = (ids.as_slice(), self.rollcall_here())
            && *marked != id
        {
            ids.push(id);
        }
        if ids.len() < 2 {
            return self.say(HOW);
        }
        ids.truncate(MOST);
        self.compare(ids, CompareOrder::Date);
        self.say_which();
        true
    }

    /// Compares a roll call with the text before it in its series.
    fn compare_with_earlier(&mut self) -> bool {
        let Some(id) = self.rollcall_here() else { return self.say("select a roll call to see its series") };
        match self.shared.series().map(|index| index.earlier(id)) {
            Ok(Some(earlier)) => {
                self.compare(vec![earlier, id], CompareOrder::Given);
                self.view_mut().enter_page();
                true
            }
            Ok(None) => self.say("no earlier text in this series; mark another with Space, then v compares them"),
            Err(error) => self.say(error),
        }
    }
}
