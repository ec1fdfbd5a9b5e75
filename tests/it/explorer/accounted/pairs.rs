//! Two members, all pairs, and pairs before and after a year.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Sheet, asked, count, figure, list, n, name, number_before, rollcalls, run, table, typed, window};

/// Two members: their figure, their votes against each other, by year and by topic, and where both voted.
pub(super) fn pair(query: &str) -> usize {
    let mut sheet = Sheet::after(&format!(": pair/HUN,UKR?{} Enter", typed(query)), (220, 70));
    let years = asked(&["agree", "--by", "year", "HUN", "UKR"], query);
    let topics = asked(&["agree", "--by", "topic", "HUN", "UKR"], query);
    let rows = asked(&["list"], query);
    rollcalls::listed(&mut sheet, list(&rows), &["yes", "no", "abstain"]);
    sheet.must("agreement", &figure(&years, "value"), "");
    sheet.between("", &[n(&years["absent"])], "with one or both absent");
    above(&mut sheet, query);
    for (row, vote) in list(&years["matrix"]).iter().zip(["Y", "A", "N"]) {
        let all: u64 = list(row).iter().map(|cell| cell.as_u64().unwrap()).sum();
        let cells: Vec<_> = list(row).iter().map(n).chain([count(all)]).collect();
        sheet.must(&format!("HUN {vote}"), &cells, "");
    }
    for point in list(&years["series"]).iter().chain(list(&topics["series"])) {
        sheet.must(point["key"].as_str().unwrap(), &figure(point, "value"), "");
    }
    sheet.between("", &[n(&years["n"]), n(&years["window"]["rollcalls"])], "roll calls");
    sheet.texts(&rows);
    window(&mut sheet, &years);
    sheet.phrases(&["same 1", "against no 0", "at least 20"]);
    sheet.account(&format!("pair {query}"))
}

/// The share of the other pairs with enough votes that agree less, counted from all pairs.
fn above(sheet: &mut Sheet, query: &str) {
    let all = asked(&["matrix"], query);
    let members = list(&all["members"]);
    let at = |code: &str| members.iter().position(|member| member == code).unwrap();
    let (a, b) = (at("HUN").min(at("UKR")), at("HUN").max(at("UKR")));
    let enough = |a: usize, b: usize| all["value"][a][b].as_f64().filter(|_| all["n"][a][b].as_u64() >= Some(20));
    let Some(own) = enough(a, b) else { return };
    let (mut below, mut others) = (0.0, 0);
    for (x, y) in (0..members.len()).flat_map(|x| (x + 1..members.len()).map(move |y| (x, y))) {
        if let Some(value) = enough(x, y).filter(|_| (x, y) != (a, b)) {
            others += 1;
            below += if value < own { 1.0 } else { f64::from(u8::from(value <= own)) / 2.0 };
        }
    }
    sheet.must("above", &[format!("{:.1}", below / others as f64 * 100.0), count(others)], "");
}

/// All pairs: the list beside a member, and every digit of the drawing.
pub(super) fn matrix(query: &str) -> usize {
    let mut sheet = Sheet::after(&format!(": matrix?{} Enter", typed(query)), (220, 60));
    let all = asked(&["matrix"], query);
    let members: Vec<_> = list(&all["members"]).iter().map(|code| code.as_str().unwrap()).collect();
    let at = |code: &str| members.iter().position(|&member| member == code).unwrap();
    let lines: Vec<Vec<char>> = sheet.screen().lines().map(|line| line.chars().collect()).collect();
    let text = |line: &[char]| line.iter().collect::<String>();
    let title = lines.iter().position(|line| text(line).contains("of all pairs")).unwrap();
    let left = text(&lines[title]).split("Agreement of").next().unwrap().chars().count();
    let code = |x: usize| (4..7).map(|row| lines[title + row][x]).collect::<String>();
    let columns: Vec<_> = (left + 6..lines[title].len())
        .map(code)
        .take_while(|code| code.chars().all(|c| c.is_ascii_uppercase()))
        .collect();
    sheet.lines(|line| {
        let mut words = line.split_whitespace();
        let row = words.next().filter(|code| members.contains(code))?;
        let digits: Vec<char> = line.chars().skip(1 + 6).take(columns.len()).collect();
        words.next().filter(|group| group.len() == 1)?;
        for (seen, column) in digits.iter().zip(&columns) {
            let (a, b) = (at(row), at(column));
            let tenths = match (all["value"][a][b].as_f64(), all["n"][a][b].as_u64()) {
                _ if a == b => '\\',
                (Some(value), Some(20..)) => {
                    let tenth = (0..10).rfind(|&tenth| value * 10.0 + 1e-6 >= f64::from(tenth)).unwrap();
                    char::from_digit(tenth, 10).unwrap()
                }
                _ => '·',
            };
            assert_eq!(*seen, tenths, "{row} {column}");
        }
        Some(digits.len())
    });
    let across = sheet.screen().lines().nth(2).unwrap().split([' ', '▿', '▾', '▴']).find(|word| members.contains(word));
    let across = at(across.unwrap());
    for (of, &member) in members.iter().enumerate() {
        let (value, number) = (all["value"][of][across].as_f64(), all["n"][of][across].as_u64().unwrap_or_default());
        let value = value.filter(|_| number >= 20).map(|value| format!("{value:.3}"));
        sheet.claim(name(&Value::from(member)), &value.into_iter().chain([count(number)]).collect::<Vec<_>>());
    }
    sheet.between("", &[count(members.len() as u64)], "agreement");
    window(&mut sheet, &all);
    // The groups are the explorer's alone.
    sheet.lines(|line| line.contains(" groups, cut at ").then_some(0));
    sheet.phrases(&["same 1", "against no 0", "fewer than 20"]);
    sheet.account(&format!("matrix {query}"))
}

/// Before and after a year: the list, the selected pair and the topics that it moved on.
pub(super) fn drift(query: &str) -> usize {
    // A year that a window lies in can't be parted.
    let query = if query.starts_with("year:") { "year:1974..1976" } else { query };
    let mut sheet = Sheet::after(&format!(": country/HUN?{} Enter D", typed(query)), (220, 50));
    let year: u32 = sheet.screen().split("and since ").nth(1).unwrap()[..4].parse().unwrap();
    let (before, after) = (format!("{query} until:{}", year - 1), format!("{query} since:{year}"));
    let command = ["drift", "HUN", "--before", &before, "--after", &after];
    let said = super::json(&command);
    let p = |p: f64| if p < 0.001 { "0.001".to_owned() } else { format!("{p:.3}") };
    let signed = |change: f64| format!("{change:+.3}").replace('-', "−");
    let corrected: Vec<f64> = run(&command, "csv")
        .unwrap()
        .lines()
        .skip(1)
        .map(|line| line.rsplit(',').next().unwrap().parse().unwrap())
        .collect();
    let pairs = list(&said["pairs"]);
    for pair in pairs {
        let sides = [figure(&pair["before"], "value"), figure(&pair["after"], "value")].concat();
        let rest = vec![signed(pair["change"].as_f64().unwrap()), p(pair["p"].as_f64().unwrap())];
        sheet.claim(name(&pair["b"]), &[sides, rest].concat());
    }
    let first = &pairs[0];
    let change = first["change"].as_f64().unwrap();
    for side in ["before", "after"] {
        sheet.must(side, &figure(&first[side], "value"), "");
    }
    sheet.must("change", &[signed(change)], "");
    sheet.must("p", &[p(first["p"].as_f64().unwrap()), p(corrected[0])], "");
    topics(&mut sheet, first["b"].as_str().unwrap(), [&before, &after], &signed);
    let stand = corrected.iter().filter(|&&p| p < 0.05).count();
    sheet.claim("corrected:", &[count(stand as u64)]);
    sheet.between("", &[count(pairs.len() as u64)], "member");
    sheet.between("──", &[count(pairs.len() as u64)], "──");
    let people = table(&command, "");
    let few = number_before(&people, " pairs: not enough").or_else(|| number_before(&people, " pair: not enough"));
    sheet.between("", &[few.unwrap_or_else(|| "0".to_owned())], "other");
    for side in ["before", "after"] {
        let part: Value = serde_json::json!({ "window": said[side], "both": [said["before"], said["after"]] });
        window(&mut sheet, &part);
    }
    sheet.phrases(&[&year.to_string(), &(year - 1).to_string(), "at least 20", "under 0.05", "with 20"]);
    sheet.account(&format!("drift {query}"))
}

/// The topics of the first pair, each by two commands.
fn topics(sheet: &mut Sheet, other: &str, windows: [&String; 2], signed: &impl Fn(f64) -> String) {
    let by_topic = |query: &str| -> BTreeMap<String, Value> {
        let said = asked(&["agree", "--by", "topic", "HUN", other], query);
        list(&said["series"]).iter().map(|point| (point["key"].as_str().unwrap().to_owned(), point.clone())).collect()
    };
    let [before, after] = windows.map(|query| by_topic(query));
    for (topic, then) in &before {
        let Some(now) = after.get(topic) else { continue };
        if [then, now].iter().all(|side| side["n"].as_u64() >= Some(20)) {
            let [was, is] = [then, now].map(|side| side["value"].as_f64().unwrap());
            let figures = [figure(then, "value"), figure(now, "value"), vec![signed(is - was)]].concat();
            sheet.must(topic, &figures, "");
        }
    }
}
