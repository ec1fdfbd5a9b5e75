//! Who belongs to a set of members, day by day, and of whom that is not known on the day.

use jiff::civil::Date;

use crate::record::{MemberId, MemberSet, Record, RollCallId, RollCallSet};

/// A set of members that may change with time: from each day on, who is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// By day, the first one before any vote.
    steps: Vec<(Date, Belonging)>,
}

/// Who belongs on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Belonging {
    /// Who is counted as belonging.
    pub inside: MemberSet,
    /// Of whom it is not known whether it belonged, counted or not: its day of joining or leaving is not known.
    pub open: MemberSet,
}

/// A member's time in a bloc. No day is always.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time {
    pub member: MemberId,
    /// The first day on which it may have belonged, and from which it counts.
    pub from: Option<Date>,
    /// The first day on which it is known to have belonged.
    pub surely_from: Option<Date>,
    /// The first day on which it may have belonged no more.
    pub surely_to: Option<Date>,
    /// The first day on which it does not count any more.
    pub to: Option<Date>,
}

impl Time {
    fn counts(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day < to)
    }

    fn is_sure(&self, day: Date) -> bool {
        let from = self.surely_from.or(self.from);
        let to = self.surely_to.or(self.to);
        from.is_none_or(|from| from <= day) && to.is_none_or(|to| day < to)
    }
}

impl Belonging {
    /// Nobody.
    pub const EMPTY: Self = Self { inside: MemberSet::EMPTY, open: MemberSet::EMPTY };

    /// Who is known to belong.
    pub fn known(&self) -> MemberSet {
        &self.inside - &self.open
    }

    /// Who belongs or may.
    pub fn possible(&self) -> MemberSet {
        &self.inside | &self.open
    }

    /// Two joined: what is not known of one is not known of both, unless the other settles it.
    fn with(&self, other: &Self, join: Join) -> Self {
        let [inside, known, possible] = match join {
            Join::Union => {
                let or = |of: fn(&Self) -> MemberSet| &of(self) | &of(other);
                [or(|it| it.inside), or(Self::known), or(Self::possible)]
            }
            Join::Intersection => {
                let and = |of: fn(&Self) -> MemberSet| &of(self) & &of(other);
                [and(|it| it.inside), and(Self::known), and(Self::possible)]
            }
            Join::Difference => {
                [&self.inside - &other.inside, &self.known() - &other.possible(), &self.possible() - &other.known()]
            }
        };
        Self { inside, open: &possible - &known }
    }
}

/// How two sets are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    Union,
    Difference,
    Intersection,
}

impl Membership {
    /// The same members at all times.
    pub fn always(members: MemberSet) -> Self {
        Self { steps: vec![(Date::MIN, Belonging { inside: members, open: MemberSet::EMPTY })] }
    }

    /// Members with the days on which each joins, which is in, and leaves, which is out.
    pub(super) fn dated(times: &[Time]) -> Self {
        let days = times.iter().flat_map(|time| [time.from, time.surely_from, time.surely_to, time.to]);
        let mut days: Vec<_> = days.flatten().collect();
        days.push(Date::MIN);
        days.sort_unstable();
        days.dedup();
        let of = |holds: &dyn Fn(&Time) -> bool| -> MemberSet {
            times.iter().filter(|time| holds(time)).map(|time| time.member).collect()
        };
        let on = |day| {
            let inside = of(&|time| time.counts(day));
            Belonging { inside, open: &inside - &of(&|time| time.is_sure(day)) }
        };
        Self { steps: days.into_iter().map(|day| (day, on(day))).collect() }
    }

    /// Who is in it on `day`, with those of whom that is not known.
    pub fn belonging(&self, day: Date) -> Belonging {
        let at = self.steps.partition_point(|&(from, _)| from <= day);
        self.steps[..at].last().map_or(Belonging::EMPTY, |&(_, members)| members)
    }

    /// Who is in it on `day`.
    pub fn on(&self, day: Date) -> MemberSet {
        self.belonging(day).inside
    }

    /// Who is in it on the day of a roll call, of those that were members of the Assembly then.
    pub fn seated(&self, record: &Record, rollcall: RollCallId) -> MemberSet {
        &self.on(record.rollcall(rollcall).date) & &record.seated(rollcall)
    }

    /// Whether it is the same at all times.
    pub fn is_constant(&self) -> bool {
        self.steps.windows(2).all(|pair| pair[0].1 == pair[1].1)
    }

    /// Both, joined day by day.
    pub(super) fn with(&self, other: &Self, join: Join) -> Self {
        let mut days: Vec<_> = self.steps.iter().chain(&other.steps).map(|&(day, _)| day).collect();
        days.sort_unstable();
        days.dedup();
        let on = |day| self.belonging(day).with(&other.belonging(day), join);
        Self { steps: days.into_iter().map(|day| (day, on(day))).collect() }
    }

    /// Who is in it on the roll calls of a record: spans of roll calls, oldest first, each with its members. Every roll
    /// call is in one of them.
    pub fn spans<'a>(&'a self, record: &'a Record) -> impl Iterator<Item = (RollCallSet, &'a Belonging)> {
        let ends = self.steps.iter().skip(1).map(|&(from, _)| Some(from)).chain([None]);
        let spans = self.steps.iter().zip(ends).map(|((from, members), end)| {
            let since = record.between(Some(*from), None);
            let span = end.map_or_else(|| since.clone(), |end| &since - &record.between(Some(end), None));
            (span, members)
        });
        spans.filter(|(span, _)| !span.is_empty())
    }

    /// The roll calls on which `holds` of the members of that day.
    pub(super) fn rollcalls(&self, record: &Record, holds: impl Fn(RollCallId, &MemberSet) -> bool) -> RollCallSet {
        let mut set = RollCallSet::empty(record.len());
        for (span, members) in self.spans(record) {
            set.extend(span.iter().filter(|&id| holds(id, &members.inside)));
        }
        set
    }

    /// The members of the Assembly of whom it is not known on some roll call of `set` whether they belonged, and how many
    /// such roll calls there are.
    pub fn not_known(&self, record: &Record, set: &RollCallSet) -> (MemberSet, usize) {
        let (mut members, mut rollcalls) = (MemberSet::EMPTY, 0);
        for (span, belonging) in self.spans(record).filter(|(_, belonging)| !belonging.open.is_empty()) {
            for id in (&span & set).iter() {
                let open = &belonging.open & &record.seated(id);
                rollcalls += usize::from(!open.is_empty());
                members = &members | &open;
            }
        }
        (members, rollcalls)
    }
}
