//! The news story of the README: each claim, the command that checks it, and what that answers.

use serde_json::Value;

use crate::common::Home;
use crate::readme::holds;

/// The rows of the README's table.
struct Story {
    home: Home,
    table: String,
}

impl Story {
    /// What a command answers; nothing found is an answer too.
    fn ask(&self, command: &str) -> Value {
        let arguments: Vec<_> = command.split(' ').map(|argument| argument.trim_matches('\'')).collect();
        let ran = self.home.run(&[&arguments[..], &["--format", "json"]].concat());
        assert!(ran.code() < 2, "{}", ran.err());
        serde_json::from_str(&ran.out()).unwrap()
    }

    fn row(&mut self, claim: &str, command: &str, answer: impl FnOnce(&Self, &Value) -> String) {
        let answer = answer(self, &self.ask(command));
        self.table.extend(["| ", claim, " | `plenary ", command, "` | ", &answer, " |\n"]);
    }
}

fn tally(vote: &Value) -> String {
    let symbol = vote["symbol"].as_str().unwrap();
    format!("{symbol}: {}–{}–{}, {} absent", vote["yes"], vote["no"], vote["abstain"], vote["absent"])
}

/// The codes of those that voted so.
fn voters<'a>(vote: &'a Value, state: &str) -> Vec<&'a str> {
    let votes = vote["votes"].as_object().unwrap().iter();
    votes.filter(|(_, vote)| *vote == state).map(|(code, _)| code.as_str()).collect()
}

fn symbols(list: &Value) -> Vec<&str> {
    let list = list.as_array().unwrap().iter();
    list.map(|one| one["symbol"].as_str().unwrap().trim_start_matches("A/RES/")).collect()
}

/// "0.435 (n 4612)".
fn figure(mean: &Value) -> String {
    format!("{:.3} (n {})", mean["value"].as_f64().unwrap(), mean["n"])
}

/// How many moved from one vote to another.
fn moved(compare: &Value, from: &str, to: &str) -> usize {
    let transitions = compare["transitions"].as_array().unwrap();
    let one = transitions.iter().find(|one| one["from"] == from && one["to"] == to);
    one.map_or(0, |one| one["members"].as_array().unwrap().len())
}

/// The two votes of the day.
fn the_day(story: &mut Story) {
    story.row("Ukraine's text, draft L.10, passed 93 to 18 with 65 abstaining", "show A/ES-11/L.10", |_, vote| {
        tally(vote)
    });
    story.row(
        "The US joined Russia, North Korea, Belarus, Hungary and Israel in opposing it; China, Iran and the UAE abstained",
        "show A/ES-11/L.10",
        |_, vote| {
            let three = ["CHN", "IRN", "ARE"].into_iter().filter(|code| voters(vote, "abstain").contains(code));
            let three: Vec<_> = three.collect();
            format!("no: {}; among the abstainers: {}", voters(vote, "no").join(" "), three.join(" "))
        },
    );
    story.row("The rival text of the US, L.11, was rejected", "show A/ES-11/L.11", |_, vote| {
        let usa = vote["votes"]["USA"].as_str().unwrap();
        format!("adopted as amended, {}; the US: {usa}. Votes on amendments are not in the library's file", tally(vote))
    });
}

/// The same day in the Security Council.
fn across_the_street(story: &mut Story) {
    story.row("Hours later the Security Council adopted the US text", "show S/RES/2774", |_, vote| {
        format!("{}; abstaining: {}", tally(vote), voters(vote, "abstain").join(" "))
    });
    story.row(
        "after Russia had vetoed two European amendments to it",
        "list body:council date:2025-02-24",
        |story, list| {
            let vetoed = list.as_array().unwrap().iter().filter(|vote| vote["outcome"] == "vetoed");
            let vetoed = vetoed.map(|vote| {
                let symbol = vote["symbol"].as_str().unwrap();
                let by = story.ask(&format!("show {symbol}"))["veto"][0].as_str().unwrap().to_owned();
                format!("{symbol} {}–{}–{}, vetoed by {by}", vote["yes"], vote["no"], vote["abstain"])
            });
            vetoed.collect::<Vec<_>>().join("; ")
        },
    );
    story.row(
        "The US and Russia in favour, France and the United Kingdom abstaining: how often since 1946?",
        "list body:council USA=yes=RUS FRA:abstain GBR:abstain",
        |_, list| {
            let dates: Vec<_> = list.as_array().unwrap().iter().map(|vote| vote["date"].as_str().unwrap()).collect();
            format!("{} times; the one before {} was on {}", dates.len(), dates[0], dates[1])
        },
    );
}

/// What went before it.
fn the_years_before(story: &mut Story) {
    story.row(
        "The first time since the war began that Israel voted against Ukraine's text and with Russia",
        "list topic:ukraine since:2022-02-24 ISR:no",
        |story, against| {
            let abstained = story.ask("list topic:ukraine since:2022-02-24 ISR:abstain");
            let all = story.ask("list topic:ukraine since:2022-02-24");
            let (against, abstained, all) = (symbols(against), symbols(&abstained), symbols(&all).len());
            format!("{}, of {all} texts; it abstained on {}", against.join(" "), abstained.join(" "))
        },
    );
    story.row("In February 2023 141 were in favour, the US among them", "compare ES-11/6 ES-11/7", |_, compare| {
        let [stayed, abstained, away, against] =
            ["yes", "abstain", "absent", "no"].map(|to| moved(compare, "yes", to));
        let turned: usize = ["no", "abstain", "absent"].map(|from| moved(compare, from, "yes")).iter().sum();
        format!(
            "of these {stayed} stayed, {abstained} abstained, {away} did not vote, {against} voted no; {turned} moved to yes"
        )
    });
    let window = "topic:palestine date:2015-02-24..2025-02-24";
    story.row(
        "Over ten years Ukraine voted against Israel on 75 % of the texts about it and abstained on 25 %",
        &format!("country UKR {window}"),
        |_, found| {
            let [n, yes, no, abstain] = ["n", "yes", "no", "abstain"].map(|key| found[key].as_f64().unwrap());
            let (in_favour, abstaining) = (100.0 * yes / n, 100.0 * abstain / n);
            format!(
                "{yes} yes, {no} no, {abstain} abstaining: {in_favour:.1} % and {abstaining:.1} % of {n} votes cast, on the \
                 {} roll calls that the topic's rule finds",
                found["window"]["rollcalls"]
            )
        },
    );
    story.row("and never voted with Israel there", &format!("list {window} UKR=ISR"), |_, list| {
        format!("{} roll calls", symbols(list).len())
    });
    story.row("In 2024 it backed several such texts", "list topic:palestine year:2024 UKR:yes", |_, list| {
        symbols(list).join(" ")
    });
}

/// How the two sides vote on everything else.
fn otherwise(story: &mut Story) {
    story.row(
        "How do the three vote otherwise, and the abstainers?",
        "bloc USA+RUS+ISR 'abstain(ES-11/7)'",
        |_, blocs| {
            let [a, b, lines] = [&blocs["a"]["cohesion"], &blocs["b"]["cohesion"], &blocs["lines"]].map(figure);
            format!("cohesion {a} and {b}; agreement of their lines {lines}")
        },
    );
}

#[test]
fn each_claim_is_checked_by_a_command() {
    let table = "\
| claim | command | answer |
| --- | --- | --- |
";
    let mut story = Story { home: Home::new(), table: table.to_owned() };
    the_day(&mut story);
    across_the_street(&mut story);
    the_years_before(&mut story);
    otherwise(&mut story);
    holds("README.md", "story", &story.table);
}
