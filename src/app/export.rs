//! What is shown, as a file: the list or the page that has the keys as CSV, JSON or Markdown; a picture of it, or the
//! screen, as SVG.

use std::path::{Path, PathBuf};

use crate::analysis::By;
use crate::picture::draw;
use crate::query::Query;
use crate::report::{
    Agree, BlocReport, Compare, Countries, Country, DriftReport, Format, List, MatrixReport, Positions, Series, Show,
    Style, Window, render,
};
use crate::store;

use super::App;
use super::event::{Content, Effect};
use super::layout::Focus;
use super::list::Row;
use super::prompt::{Prompt, Purpose};
use super::subject::{Kind, Subject};
use super::views::world::Shown;

/// How many of the closest and the farthest members are written, as by the command.
const NEIGHBOURS: usize = 10;

impl App<'_> {
    /// Asks where to write what is shown.
    pub(super) fn ask_where_to(&mut self) -> bool {
        let view = self.view();
        let name = match (view.focus(), view.list().selected()) {
            _ if matches!(view.about(), Subject::Blocs(blocs) if blocs.expressions().is_some()) => "blocs".to_owned(),
            (_, Some(_)) if !matches!(view.kind(), Kind::Votes | Kind::Countries | Kind::Blocs) => {
                view.kind().name().to_lowercase()
            }
            (Focus::List, Some(Row::RollCall(_))) => "votes".to_owned(),
            (Focus::List, Some(Row::Member(_))) => "countries".to_owned(),
            (_, Some(Row::RollCall(id))) => {
                let symbol = self.record().rollcall(id).short_symbol();
                symbol.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect()
            }
            (_, Some(Row::Member(id))) => self.record().members().get(id).code.to_string(),
            (_, None) => {
                self.notice = Some("there is nothing to write".to_owned());
                return true;
            }
        };
        self.prompt = Some(Prompt::new(Purpose::Export(None), &format!("{}.csv", name.to_lowercase())));
        true
    }

    /// Writes what is shown into the file `name`; over the one that is there if it is `over`, which was asked.
    pub(super) fn write_export(&mut self, name: &str, over: Option<PathBuf>) -> Option<Effect> {
        let path = store::expanded(Path::new(name));
        let Some(content) = self.content(&path) else {
            self.notice = Some("a file to write ends in .csv, .json, .md, .svg (a picture) or screen.svg".to_owned());
            self.prompt = Some(Prompt::new(Purpose::Export(None), name));
            return None;
        };
        let replace = over.is_some_and(|over| over == path);
        Some(Effect::Write { path, content, replace })
    }

    fn content(&self, path: &Path) -> Option<Content> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        let format = match ending.as_str() {
            "csv" => Format::Csv,
            "json" => Format::Json,
            "md" => Format::Markdown,
            "svg" => return Some(self.picture(path)),
            _ => return None,
        };
        let view = self.view();
        let (record, lexicon) = (self.record(), self.shared.lexicon());
        let style = Style { ascii: self.look.ascii, ..Style::default() };
        let window = Window::of(lexicon, view.query(), view.set());
        if let Some(text) = self.related(format, style) {
            return Some(Content::Text(text));
        }
        let rows = view.list().rows().iter().copied();
        let text = match (view.focus(), view.list().selected()?) {
            (Focus::List, Row::RollCall(_)) => {
                let ids: Vec<_> = rows.filter_map(Row::rollcall).collect();
                let beside = match view.about() {
                    Subject::Pair(couple) => couple.members().to_vec(),
                    _ => self.shared.watched().into_iter().collect(),
                };
                render(&List::new(record, &ids, window).beside(record, &ids, &beside), record, format, style)
            }
            (_, Row::RollCall(id)) => {
                let symbol = record.rollcall(id).symbol.to_string();
                render(&Show::new(lexicon, id, &symbol), record, format, style)
            }
            (Focus::Page | Focus::Aside, Row::Member(id)) => {
                let country = Country::new(lexicon, id, window, view.set(), NEIGHBOURS);
                render(&country, record, format, style)
            }
            (Focus::List, Row::Member(_)) => {
                let ids = rows.filter_map(Row::member);
                render(&Countries::new(record, &ids.collect::<Vec<_>>(), view.set(), window), record, format, style)
            }
        };
        Some(Content::Text(text))
    }

    /// The picture of what is shown, as `plenary picture` draws it; the screen where there is none, or where the name
    /// says so.
    fn picture(&self, path: &Path) -> Content {
        let screen = path.file_stem().is_some_and(|stem| stem.to_string_lossy().to_lowercase().ends_with("screen"));
        let drawn = if screen { None } else { draw(self.shared.lexicon(), &self.link()).ok() };
        drawn.map_or(Content::Screen, Content::Text)
    }

    /// What is shown of more than a row, as the commands write it; none in another view.
    fn related(&self, format: Format, style: Style) -> Option<String> {
        let view = self.view();
        let (record, lexicon) = (self.record(), self.shared.lexicon());
        let window = Window::of(lexicon, view.query(), view.set());
        match view.about() {
            Subject::Blocs(blocs) => {
                let (a, b) = blocs.expressions()?;
                // Beside the list stand the figures by year.
                let by = (view.focus() != Focus::List).then_some(By::Year);
                let report = BlocReport::new(lexicon, (a, b), window, view.set(), by);
                Some(render(&report, record, format, style))
            }
            Subject::Compare(compared) if !compared.ids().is_empty() => {
                let asked: Vec<_> = compared.ids().iter().map(|&id| lexicon.symbol(id)).collect();
                let (index, asked, moved) = (self.shared.series().ok()?, asked.join(" "), compared.is_of_moved());
                Some(render(&Compare::new(record, index, compared.ids(), &asked, moved), record, format, style))
            }
            Subject::Series(whole) => {
                let (index, id) = (self.shared.series().ok()?, *whole.last()?);
                let asked = format!("series {} {}", lexicon.symbol(id), view.filter().text());
                Some(render(&Series::new(record, index, id, view.set(), asked.trim_end()), record, format, style))
            }
            // The list is of roll calls, as any.
            Subject::Pair(couple) if view.focus() != Focus::List => {
                let ([a, b], by) = (couple.members(), Some(By::Year));
                let report = Agree::new(lexicon, (a, b), couple.metric(), window, view.set(), by);
                Some(render(&report, record, format, style))
            }
            Subject::Matrix(pairs) => {
                let report = MatrixReport::new(record, pairs.metric(), window, view.set());
                Some(render(&report, record, format, style))
            }
            Subject::Positions(_) => {
                let report = Positions::new(record, window, view.set());
                Some(render(&report, record, format, style))
            }
            Subject::Drift(moved) => {
                let ([before, after], windows) = moved.windows(view.filter().text())?;
                let part = |text: &str, set| match Query::parse(text, lexicon) {
                    Ok(query) => Window::of(lexicon, &query, set),
                    Err(_) => Window::new(record, text, set),
                };
                let parts = [part(&before, windows.before), part(&after, windows.after)];
                let report = DriftReport::new(lexicon, Some(moved.member()), parts, windows);
                Some(render(&report, record, format, style))
            }
            Subject::World(map) => match map.shown() {
                Shown::RollCall(id) => {
                    Some(render(&Show::new(lexicon, *id, &lexicon.symbol(*id)), record, format, style))
                }
                Shown::Country(id) => {
                    let country = Country::new(lexicon, *id, window, view.set(), NEIGHBOURS);
                    Some(render(&country, record, format, style))
                }
                Shown::Blocs(_) => None,
            },
            Subject::Votes | Subject::Countries(_) | Subject::Compare(_) | Subject::Pair(_) => None,
        }
    }
}
