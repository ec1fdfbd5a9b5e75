//! Two members compared: a metric with its rule, their votes against each other, the last time of each kind, and how
//! the pair ranks among all.

use std::borrow::Cow;

use crate::answer::pair::{Agree, PairContext, PairPoint};
use crate::answer::{By, ENOUGH, Figure, Metric, Standing, Window};
use crate::record::{RollCallId, State};

use super::holdings::not_over;
use super::text::{percent, thousands, value};
use super::{Answer, Block, Cell, Column, Table, counted};

/// What a metric counts, in a line.
pub fn rule(metric: Metric) -> &'static str {
    match metric {
        Metric::Agreement => "same 1, one abstaining half, yes against no 0",
        Metric::Exact => "the share of equal votes, with its 95 % interval",
        Metric::YesNo => "equal where both voted yes or no",
        Metric::State => "as agreement, and half for an absence",
        Metric::S => "twice agreement, minus 1",
        Metric::Kappa => "agreement beyond chance, given each member's habits",
        Metric::Pi => "agreement beyond chance, given the habits of both",
    }
}

/// What a metric makes of roll calls on which one or both of two members did not vote: "left out", "count half".
pub fn absences(metric: Metric) -> &'static str {
    if metric == Metric::State { "count half" } else { "left out" }
}

/// How its figures compare with those published under the same rule, if there are any.
pub fn published(metric: Metric) -> Option<&'static str> {
    match metric {
        Metric::YesNo => Some("not the State Department's printed figures (other votes)"),
        Metric::State => Some("the State Department's own for 2022 and 2023"),
        _ => None,
    }
}

/// In a line: its rule and whose figures they are, for readers who know what absences do.
pub fn rule_and_source(metric: Metric) -> String {
    match published(metric) {
        Some(text) => format!("{}; {text}", rule(metric)),
        None => rule(metric).to_owned(),
    }
}

/// In a line: its rule, what absences do, and whose figures they are.
pub fn rule_in_words(metric: Metric) -> String {
    let published = published(metric).map_or_else(String::new, |text| format!("; {text}"));
    format!("{}; absences {}{published}", rule(metric), absences(metric))
}

/// A figure with what it is over: "0.123 (n 4,567)"; "–" where it is not defined.
pub fn figure_in_words(figure: Figure) -> String {
    format!("{} (n {})", value(figure.value), thousands(figure.n as usize))
}

/// Where a pair is among all others: "above 4.1 % of the 18,336 other pairs with at least 20 shared votes".
pub fn standing_in_words(standing: Option<Standing>) -> String {
    let Some((standing, share)) = standing.and_then(|standing| Some((standing, standing.percentile()?))) else {
        return "not enough votes to rank the pair".to_owned();
    };
    let others = counted(standing.others as usize, "other pair");
    format!("above {} of the {others} with at least {ENOUGH} shared votes", percent(share))
}

impl Agree<'_> {
    fn facts(&self) -> Vec<(&'static str, String)> {
        let PairContext { shared, standing, .. } = &self.more;
        let mut facts = vec![(self.metric.name(), figure_in_words(self.figure)), ("Rule", rule_in_words(self.metric))];
        if let Some((from, to)) = self.interval() {
            facts.push(("Interval", format!("{from:.3} to {to:.3} (95 %, Wilson)")));
        }
        facts.push(("Percentile", standing_in_words(*standing)));
        let counts = [self.same, self.partial, self.opposite].map(|count| thousands(count as usize));
        let [same, partial, opposite] = counts;
        facts.push(("Votes", format!("{same} same, {partial} with one abstaining, {opposite} yes against no")));
        let absent = match self.absent {
            Some(absent) => format!("one or both did not vote on {} more", thousands(absent as usize)),
            None => "not known in this record".to_owned(),
        };
        facts.push(("Absent", absent));
        for (name, last) in [
            ("Last alike", shared.last_alike()),
            ("Last opposed", shared.last_opposed()),
            ("Last both yes", shared.last_both(State::Yes)),
            ("Last both no", shared.last_both(State::No)),
            ("Last both abstaining", shared.last_both(State::Abstain)),
        ] {
            facts.push((name, last.map_or_else(|| "never in this window".to_owned(), |id| self.time(id))));
        }
        facts
    }

    /// A roll call in a line.
    fn time(&self, id: RollCallId) -> String {
        let rollcall = self.more.record.rollcall(id);
        format!("{} · {} · {}", rollcall.date, rollcall.short_symbol(), rollcall.title)
    }

    fn votes(&self) -> Block {
        let [a, b] = self.more.members;
        let column = |vote: &str| Column { name: Cow::Owned(format!("{} {vote}", b.code)), gives_way: false };
        let columns = [Column::named(&a.code), column("yes"), column("abstain"), column("no")].into();
        let row = |(vote, counts): (&str, [u32; 3])| {
            [Cell::from(vote)].into_iter().chain(counts.map(Cell::from)).collect::<Vec<_>>()
        };
        let rows = ["yes", "abstain", "no"].into_iter().zip(self.matrix).map(row).collect();
        Block::Table(Table { columns, rows })
    }

    fn metrics(&self) -> Block {
        let columns = ["metric", "value", "n", "absences"].map(Column::new).into_iter();
        let columns = columns.chain([Column::giving_way("rule")]);
        let row = |metric: Metric| {
            let figure = self.more.votes.figure(metric);
            vec![
                metric.name().into(),
                figure.value.into(),
                figure.n.into(),
                absences(metric).into(),
                rule(metric).into(),
            ]
        };
        Block::Table(Table { columns: columns.collect(), rows: Metric::ALL.map(row).into() })
    }

    fn points(&self, points: &[PairPoint]) -> Table {
        let key = match self.more.by {
            Some(By::Session) => "session",
            Some(By::Topic) => "topic",
            Some(By::Year) | None => "year",
        };
        let row =
            |point: &PairPoint| vec![Cell::Text(point.key.clone()), point.figure.value.into(), point.figure.n.into()];
        let columns = [key, self.metric.name(), "n"].map(Column::new).into();
        Table { columns, rows: points.iter().map(row).collect() }
    }
}

impl Answer for Agree<'_> {
    fn blocks(&self) -> Vec<Block> {
        let [a, b] = self.more.members.map(|member| format!("{} ({})", member.name, member.code));
        let heading = |text: &str| Block::Heading(text.to_owned());
        let mut blocks = vec![Block::Title(format!("{a} and {b}")), Block::Facts(self.facts())];
        blocks.extend([heading("Votes of both, roll calls on which both cast one"), self.votes()]);
        blocks.extend([heading("By every metric"), self.metrics()]);
        if let Some(points) = &self.series {
            let by = match self.more.by {
                Some(By::Topic) => "By topic; a roll call may have several",
                Some(By::Session) => "By session",
                Some(By::Year) | None => "By year",
            };
            blocks.extend([heading(by), Block::Table(self.points(points))]);
            let unfinished = self.window.unfinished.filter(|_| self.more.by == Some(By::Session));
            blocks.extend(unfinished.map(|session| Block::Names(vec![not_over(session)])));
        }
        blocks
    }

    fn rows(&self) -> Table {
        if let Some(points) = &self.series {
            return self.points(points);
        }
        let columns = ["metric", "a", "b", "n", "value", "same", "partial", "opposite", "absent"].map(Column::new);
        let counts = [self.same, self.partial, self.opposite].map(Cell::from);
        let cells = [self.metric.name().into(), self.a.into(), self.b.into(), self.figure.n.into()].into_iter();
        let cells = cells.chain([self.figure.value.into()]).chain(counts);
        Table { columns: columns.into(), rows: vec![cells.chain([self.absent.into()]).collect()] }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
