//! Two blocs: figures over the window, by year and by topic, who is at their edges, and what splits them.

use serde_json::Value;

use super::{SIZE, Sheet, asked, count, counts, figure, json, list, name, short, typed, window};

const BLOCS: [&str; 2] = ["@EU", "@BRICS"];

/// Two blocs over a window.
pub(super) fn blocs(query: &str) -> usize {
    // Of 1975 there is no BRICS.
    let [a, b] = if query.starts_with("year:") { ["@EU", "@ArabLeague"] } else { BLOCS };
    let keys = format!(": blocs/{};{}?{} Enter", typed(a), typed(b), typed(query));
    let mut sheet = Sheet::after(&keys, (SIZE.0, 110));
    let years = asked(&["bloc", "--by", "year", a, b], query);
    let topics = asked(&["bloc", "--by", "topic", a, b], query);
    for (letter, of) in [("A", "a"), ("B", "b")] {
        let of = &years[of];
        sheet.must(&format!("cohesion of {letter}"), &figure(&of["cohesion"], "value"), "roll call");
        sheet.must(&format!("Rice of {letter}"), &figure(&of["rice"], "value"), "roll call");
        let members = count(list(&of["members"]).len() as u64);
        sheet.between("", std::slice::from_ref(&members), "members:");
        sheet.claim(&format!("{letter}:"), &[members]);
        edge(&mut sheet, list(&of["loyalty"]), "value");
        edge(&mut sheet, list(&of["outside"]), "agreement");
    }
    for (key, over) in [("lines", "roll call"), ("pairs", "comparison")] {
        sheet.must(key, &figure(&years[key], "value"), over);
    }
    for point in list(&years["series"]).iter().chain(list(&topics["series"])) {
        let key = point["key"].as_str().unwrap();
        for two in [["lines", "pairs"], ["a", "b"]] {
            sheet.must(key, &two.map(|of| figure(&point[of], "value")).concat(), "");
        }
    }
    splits(&mut sheet, &years, [a, b], query);
    together(&mut sheet, &years, query);
    sheet.texts(&topics);
    window(&mut sheet, &years);
    sheet.phrases(&["From 0 to 1", "1 unanimous", "0 split", "under 20 votes"]);
    sheet.account(&format!("blocs {query}"))
}

/// Members in the order of a figure: ten that are named, how many more there are, and how many have too few votes.
fn edge(sheet: &mut Sheet, members: &[Value], value: &str) {
    let (ranked, few): (Vec<_>, Vec<_>) = members.iter().partition(|member| member["n"].as_u64() >= Some(20));
    for member in ranked.iter().take(10) {
        let there = sheet.named(name(&member["code"]), &figure(member, value));
        assert!(there > 0, "{member}\n{}", sheet.screen());
    }
    if ranked.len() > 10 {
        let more = count(ranked.len() as u64 - 10);
        // As many may be after the first of the other bloc.
        sheet.between("and", std::slice::from_ref(&more), "more after these");
        assert!(sheet.screen().contains(&format!("and {more} more after these")), "{more}\n{}", sheet.screen());
    }
    if !few.is_empty() {
        sheet.between("", &[count(few.len() as u64)], "with under 20 votes");
    }
}

/// The roll calls that split them, each with the product of their cohesions on it.
fn splits(sheet: &mut Sheet, said: &Value, [a, b]: [&str; 2], query: &str) {
    let splits = list(&said["split"]);
    sheet.between("", &[count(splits.len() as u64)], "split them");
    let rows = asked(&["list"], query);
    for row in list(&rows).iter().filter(|row| splits.iter().any(|split| split["id"] == row["id"])) {
        let symbol = row["symbol"].as_str().unwrap();
        let cut: String = short(&row["symbol"]).chars().take(9).collect();
        if sheet.screen().contains(&format!(" {cut}")) {
            let on = json(&["bloc", a, b, symbol]);
            let [of_a, of_b] = ["a", "b"].map(|side| on[side]["cohesion"]["value"].as_f64().unwrap());
            let tally = counts(row, &["yes", "no", "abstain"]);
            sheet.named(short(&row["symbol"]), &[vec![format!("{:.2}", of_a * of_b)], tally].concat());
        }
    }
    sheet.texts(&rows);
}

/// Who is in both and in neither on the day of the last roll call.
fn together(sheet: &mut Sheet, said: &Value, query: &str) {
    let [a, b] = ["a", "b"].map(|side| list(&said[side]["members"]));
    let both = a.iter().filter(|member| b.contains(member)).count();
    let rows = asked(&["list"], query);
    let last = list(&rows).iter().max_by_key(|row| row["date"].as_str().unwrap()).unwrap();
    let neither = last["members"].as_u64().unwrap() - (a.len() + b.len() - both) as u64;
    sheet.claim("In both", &[count(both as u64)]);
    sheet.must("in neither", &[count(neither)], "");
    sheet.must("In neither:", &[count(neither)], "members");
    // How many names there was no room for, which is fewer than there are members.
    for more in 1..a.len().max(b.len()) {
        let more = format!("and {more}");
        sheet.lines(|line| line.trim_end().ends_with(&more).then_some(0));
        sheet.phrases(&[&format!("{more} more")]);
    }
}
