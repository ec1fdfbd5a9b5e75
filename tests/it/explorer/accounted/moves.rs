//! Who moved: roll calls beside each other, and through a series.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{SIZE, Sheet, asked, count, counts, json, list, name, percent, rollcalls, run, short};

const STATES: [&str; 5] = ["yes", "no", "abstain", "absent", "not a member"];

/// The series of the first roll call of a window that has one of at least two.
fn series_of(query: &str) -> (String, Value) {
    let rows = asked(&["list"], query);
    let found = list(&rows).iter().find_map(|row| {
        let symbol = row["symbol"].as_str().unwrap();
        let series: Value = serde_json::from_str(&run(&["series", symbol], "json")?).unwrap();
        let at = list(&series).iter().position(|text| text["symbol"] == symbol)?;
        (at > 0).then(|| (symbol.to_owned(), series))
    });
    found.unwrap()
}

/// How many members went from which state to which.
struct Flows(BTreeMap<[&'static str; 2], u64>);

impl Flows {
    fn new(members: &[Value]) -> Self {
        let mut flows = BTreeMap::new();
        for member in members {
            *flows.entry(states(member)).or_default() += 1;
        }
        Self(flows)
    }

    /// Those of which `holds`.
    fn sum(&self, holds: impl Fn(&[&str; 2]) -> bool) -> u64 {
        self.0.iter().filter(|(pair, _)| holds(pair)).map(|(_, members)| members).sum()
    }

    fn of(&self, from: &str, to: &str) -> u64 {
        self.sum(|pair| *pair == [from, to])
    }
}

/// The states of a member on two roll calls.
fn states(member: &Value) -> [&'static str; 2] {
    [0, 1].map(|at| STATES.into_iter().find(|&state| member["votes"][at] == *state).unwrap_or(STATES[4]))
}

/// The roll call and the text before it beside each other.
pub(super) fn compare(query: &str) -> usize {
    let (symbol, series) = series_of(query);
    let texts = list(&series);
    let at = texts.iter().position(|text| text["symbol"] == symbol.as_str()).unwrap();
    let [before, after] = [&texts[at - 1]["symbol"], &texts[at]["symbol"]];
    let mut sheet = Sheet::after(&format!(": compare/{},{} Enter", short(before), short(after)), (SIZE.0, 100));
    let said = json(&["compare", before.as_str().unwrap(), after.as_str().unwrap()]);
    for row in list(&said["rollcalls"]) {
        sheet.must("Y", &counts(row, &["yes", "no", "abstain", "absent"]), "");
        // The head of its column.
        let cut: String = short(&row["symbol"]).chars().take(11).collect();
        sheet.phrases(&[&cut]);
    }
    let members = list(&said["members"]);
    let flows = Flows::new(members);
    for member in members {
        let [from, to] = states(member);
        sheet.claim(member["name"].as_str().unwrap(), &[count(flows.of(from, to))]);
    }
    crossed(&mut sheet, &flows);
    let there = |pair: &[&str; 2]| !pair.contains(&STATES[4]);
    let all = flows.sum(there);
    let changed = flows.sum(|pair| there(pair) && pair[0] != pair[1]);
    let absent = flows.sum(|pair| there(pair) && pair[0] != pair[1] && pair.contains(&"absent"));
    sheet.must("", &[count(changed), count(all)], "moved");
    sheet.claim("", &[count(changed - absent), count(absent)]);
    sheet.between("", &[count(members.len() as u64)], "members");
    sheet.between("series of", &[count(texts.len() as u64)], "roll calls");
    sheet.texts(&said);
    sheet.account(&format!("compare {symbol}"))
}

/// The table of states against states, the bands between them, and the groups of members.
fn crossed(sheet: &mut Sheet, flows: &Flows) {
    let [before, after] = [0, 1].map(|at| STATES.map(|state| flows.sum(|pair| pair[at] == state)));
    for ((state, mark), ends) in STATES.into_iter().zip(["Y", "N", "A", "·", "–"]).zip(before.into_iter().zip(after))
    {
        // Who was a member at neither is not counted.
        let cells = STATES.into_iter().filter(|to| [state, *to] != [STATES[4]; 2]).map(|to| count(flows.of(state, to)));
        sheet.claim(&format!("{mark} {state}"), &cells.chain([count(ends.0)]).collect::<Vec<_>>());
        for to in STATES {
            let what = if state == to { format!("stayed {state}") } else { format!("{state} → {to}") };
            sheet.claim(&what, &[count(flows.of(state, to))]);
        }
        let ends = [ends.0, ends.1].map(count);
        sheet.claim(mark, &ends);
        sheet.claim(mark, &ends[..1]);
        sheet.between("", &ends[1..], mark);
    }
    sheet.claim("all", &after.map(count));
    sheet.claim("all", &[count(flows.sum(|_| true))]);
}

/// The texts of a series, who left and joined, and who moved most through it.
pub(super) fn series(query: &str) -> usize {
    let (symbol, series) = series_of(query);
    let texts = list(&series);
    let mut sheet = Sheet::after(&format!(": series/{} Enter", symbol.trim_start_matches("A/RES/")), (SIZE.0, 120));
    rollcalls::listed(&mut sheet, texts, &["yes", "no", "abstain", "absent"]);
    rollcalls::listed(&mut sheet, texts, &["yes", "no", "abstain"]);
    let at = texts.iter().position(|text| text["symbol"] == symbol.as_str()).unwrap();
    let here = &texts[at];
    sheet.must("Y", &counts(here, &["yes", "no", "abstain", "absent"]), "");
    let cast: u64 = ["yes", "no", "abstain"].map(|key| here[key].as_u64().unwrap()).iter().sum();
    sheet.must("", &[percent(here["yes"].as_u64().unwrap(), cast), count(cast)], "votes cast");
    let shown: Vec<Value> = texts.iter().map(|text| json(&["show", text["symbol"].as_str().unwrap()])).collect();
    turnover(&mut sheet, here, [&shown[at - 1], &shown[at]]);
    through(&mut sheet, &shown);
    let size = count(texts.len() as u64);
    sheet.between("", &[size], "roll calls");
    sheet.phrases(&["at least two votes", "no recorded vote"]);
    sheet.texts(&Value::from(shown));
    let session = here["session"].as_str().unwrap().trim_start_matches(|c: char| !c.is_ascii_digit());
    sheet.phrases(&["st", "nd", "rd", "th"].map(|end| format!("{session}{end}")).each_ref().map(String::as_str));
    // Years in which no text was put to a recorded vote.
    sheet.lines(|line| line.contains("no recorded vote").then_some(0));
    sheet.account(&format!("series {symbol}"))
}

/// Who left the yes votes and who joined them, by what they did on the other.
fn turnover(sheet: &mut Sheet, here: &Value, [before, after]: [&Value; 2]) {
    for (key, heading, other) in
        [("left", "Left the yes votes of", after), ("joined", "Joined, by what they did on", before)]
    {
        let members = list(&here[key]);
        let symbol = short(&before["symbol"]);
        sheet.must(&format!("{heading} {symbol}:"), &[count(members.len() as u64)], "");
        for state in STATES {
            let some = members.iter().filter(|code| {
                let vote = &other["votes"][code.as_str().unwrap()];
                if vote.is_null() { state == STATES[4] } else { *vote == *state }
            });
            sheet.claim(state, &[count(some.count() as u64)]);
        }
    }
}

/// How often each member changed its vote, of how often it could have; who never did.
fn through(sheet: &mut Sheet, shown: &[Value]) {
    let mut cast: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (code, vote) in shown.iter().flat_map(|shown| shown["votes"].as_object().unwrap()) {
        if let Some(vote) = vote.as_str().filter(|vote| *vote != "absent") {
            cast.entry(code).or_default().push(vote);
        }
    }
    let mut never = 0_u64;
    for (code, votes) in cast.iter().filter(|(_, votes)| votes.len() > 1) {
        let moved = votes.windows(2).filter(|two| two[0] != two[1]).count() as u64;
        never += u64::from(moved == 0);
        sheet.claim(name(&Value::from(*code)), &[count(moved), count(votes.len() as u64 - 1)]);
    }
    sheet.claim("Never moved:", &[count(never)]);
}
