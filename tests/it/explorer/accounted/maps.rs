//! What is drawn of all members: maps by vote and by agreement, and two axes.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    RECORD, SIZE, Sheet, asked, count, counts, figure, json, list, n, name, number_before, short, table, typed, window,
};

/// The map of the first roll call of a window: the vote of each member.
pub(super) fn votes(query: &str) -> usize {
    let rows = asked(&["list"], query);
    let symbol = &list(&rows)[0]["symbol"];
    let mut sheet = Sheet::after(&format!(": world/{} Enter", short(symbol)), SIZE);
    let shown = json(&["show", symbol.as_str().unwrap()]);
    sheet.must("", &counts(&shown, &["yes", "no", "abstain", "absent", "members"]), "members");
    for (code, vote) in shown["votes"].as_object().unwrap() {
        let letter = match vote.as_str().unwrap() {
            "yes" => "Y",
            "no" => "N",
            "abstain" => "A",
            _ => "·",
        };
        sheet.letter(name(&Value::from(code.as_str())), letter);
    }
    sheet.between("", &[n(&shown["members"])], "members");
    sheet.texts(&shown);
    sheet.account(&format!("world {symbol}"))
}

/// The map of agreement with Hungary: the list, and each digit that is drawn.
pub(super) fn agreement(query: &str) -> usize {
    let mut sheet = Sheet::after(&format!(": world/country/HUN?{} Enter", typed(query)), SIZE);
    let said = asked(&["country", "--limit", "300", "HUN"], query);
    let others = list(&said["closest"]);
    let mut tenths = BTreeSet::new();
    for other in others {
        sheet.claim(name(&other["code"]), &figure(other, "agreement"));
        let value = other["agreement"].as_f64().unwrap();
        tenths.extend(
            (0..10_u32)
                .rfind(|&tenth| value * 10.0 + 1e-6 >= f64::from(tenth))
                .and_then(|tenth| char::from_digit(tenth, 10)),
        );
    }
    sheet.between("──", &[count(others.len() as u64 + 1)], "──");
    let few = table(&["country", "HUN"], query);
    let few = few.split("not enough votes to rank ").nth(1).and_then(|rest| rest.split_whitespace().next());
    if let Some(few) = few {
        sheet.between("", &[few.to_owned()], "fewer than 20");
    }
    sheet.phrases(&["fewer than 20", "same 1", "against no 0"]);
    window(&mut sheet, &said);
    sheet.lines(|line| {
        let drawn = line.contains(['█', '▀', '▄']);
        let digits: Vec<_> = line.chars().filter(char::is_ascii_digit).collect();
        let legend = line.contains("0.0–");
        (legend || drawn && digits.iter().all(|digit| tenths.contains(digit))).then_some(if legend {
            0
        } else {
            digits.len()
        })
    });
    sheet.account(&format!("world HUN {query}"))
}

/// Members on two axes, and what the letters count.
pub(super) fn positions(query: &str) -> usize {
    let mut sheet = Sheet::after(&format!(": positions?{} Enter", typed(query)), SIZE);
    let said = asked(&["positions"], query);
    let members = list(&said["members"]);
    for member in members {
        let place = ["x", "y"].map(|axis| format!("{:.3}", member[axis].as_f64().unwrap()));
        sheet.claim(name(&member["code"]), &place);
    }
    for (axis, share) in ["(across)", "(up)"].into_iter().zip(list(&said["explained"])) {
        sheet.must(axis, &[format!("{:.1}", share.as_f64().unwrap() * 100.0)], "%");
    }
    let placed = count(members.len() as u64);
    sheet.between("", std::slice::from_ref(&placed), "members");
    sheet.between("──", &[placed], "──");
    let few = number_before(&table(&["positions"], query), " did not").unwrap();
    sheet.between("", &[few], "left out for casting");
    let rows = asked(&["list"], query);
    let votes = json(&["show", list(&rows)[0]["symbol"].as_str().unwrap()])["votes"].clone();
    for state in ["yes", "no", "abstain", "absent"] {
        letters(&mut sheet, members, &votes, state);
    }
    let seats =
        RECORD.members().iter().filter(|(_, seat)| members.iter().any(|member| member["code"] == *seat.code)).count();
    assert_eq!(seats, members.len());
    sheet.phrases(&["axis 1", "axis 2", "under 30 %"]);
    sheet.texts(&rows);
    window(&mut sheet, &said);
    sheet.account(&format!("positions {query}"))
}

/// How many of those that cast a vote on the last roll call are shown by its letter.
fn letters(sheet: &mut Sheet, placed: &[Value], votes: &Value, state: &str) {
    let of: Vec<_> =
        votes.as_object().unwrap().iter().filter(|(_, vote)| *vote == state).map(|(code, _)| code).collect();
    let shown = of.iter().filter(|code| placed.iter().any(|member| member["code"] == ***code)).count();
    let left = of.len() - shown;
    let [all, shown, left] = [of.len(), shown, left].map(|number| count(number as u64));
    sheet.claim(state, &[shown.clone(), all.clone(), left]);
    sheet.claim(state, &[shown.clone(), all]);
    sheet.claim(state, &[shown]);
}
