//! How a view is shown, as a link says it and as it is taken from a link.

use crate::answer::Metric;
use crate::app::App;
use crate::app::columns::{ListColumn, Sort};
use crate::app::session::Grouping;
use crate::link::LinkOptions;
use crate::record::fold;

/// A metric as a link has it; nothing of the one that a view begins with.
pub(super) fn metric_option(metric: Metric) -> Option<String> {
    (metric != Metric::default()).then(|| metric.name().to_owned())
}

/// The metric that a link asks for.
pub(super) fn metric_of(options: &LinkOptions) -> Metric {
    let named = |name: &String| Metric::ALL.into_iter().find(|metric| metric.name() == name.as_str());
    options.metric.as_ref().and_then(named).unwrap_or_default()
}

/// A text as a link has it: words with hyphens between them.
fn hyphened(text: &str) -> String {
    fold(text).replace(' ', "-")
}

/// The column that a link names: all of what it is called, or the first one with those words.
fn column(columns: &[ListColumn], text: &str) -> Option<usize> {
    let wanted = hyphened(text);
    let named = |fits: &dyn Fn(&str) -> bool| columns.iter().position(|column| fits(&hyphened(&column.long)));
    let words: Vec<_> = wanted.split('-').collect();
    let has = |name: &str| words.iter().all(|word| name.split('-').any(|other| other == *word));
    named(&|name| name == wanted).or_else(|| named(&has)).filter(|&at| columns[at].sorts)
}

impl App<'_> {
    /// How the visible view is shown, of what it does not do by itself.
    pub(super) fn options(&self) -> LinkOptions {
        let view = self.view();
        let (shown, shared) = (view.view(), &self.shared);
        let mut options = shown.options(shared);
        options.watch = shared.watched.filter(|_| !shown.is_about_members());
        let grouping = Some(&shared.grouping).filter(|grouping| shown.has_groups() && **grouping != Grouping::Vote);
        options.group = grouping.map(|grouping| match grouping {
            Grouping::Bloc(_) => grouping.name(),
            _ => hyphened(&grouping.name()),
        });
        let (sort, own) = (view.sort(), shown.sorted_by(&shared.grouping).unwrap_or_else(|| shown.sort()));
        if sort.column != own.column {
            options.sort = view.columns(shared).get(sort.column).map(|column| hyphened(&column.long));
        }
        options.reverse = sort.reverse;
        options
    }

    /// Shows the visible view as a link says; says what of it is not understood.
    pub(super) fn show_as(&mut self, options: &LinkOptions) {
        if *options == LinkOptions::default() {
            return;
        }
        if options.watch.is_some() {
            self.watch(options.watch);
        }
        let mut not_understood = Vec::new();
        if let Some(text) = &options.group {
            match self.grouping(text) {
                Some(grouping) => self.shared.group_by(grouping),
                None => not_understood.push(format!("group={text}")),
            }
        }
        let metric = options.metric.as_deref().filter(|&name| Metric::ALL.iter().all(|metric| metric.name() != name));
        not_understood.extend(metric.map(|name| format!("metric={name}")));
        let shared = &self.shared;
        if let Some(view) = self.views.last_mut() {
            view.take_options(options, shared);
            let own = view.view().sorted_by(&shared.grouping).unwrap_or_else(|| view.view().sort());
            let named = options.sort.as_ref().map(|text| (text, column(&view.columns(shared), text)));
            not_understood.extend(named.filter(|(_, at)| at.is_none()).map(|(text, _)| format!("sort={text}")));
            let column = named.and_then(|(_, at)| at).unwrap_or(own.column);
            view.set_sort(Sort { column, reverse: options.reverse }, shared);
        }
        if !not_understood.is_empty() {
            self.notice = Some(format!("not understood of the link: #{}", not_understood.join(";")));
        }
    }

    /// The grouping of a name, a bloc only if it is known.
    fn grouping(&self, text: &str) -> Option<Grouping> {
        match text.strip_prefix('@') {
            Some(name) => self.shared.lexicon().bloc_called(name.trim_matches('"')).map(Grouping::Bloc),
            None => Grouping::from_name(&text.replace('-', " ")),
        }
    }
}
