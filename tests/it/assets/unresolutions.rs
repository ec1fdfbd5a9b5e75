//! The Assembly's resolutions as its department publishes them for machines: read for the assets, once, with all that is
//! odd in them. See the README of the raw files.

use std::collections::HashMap;
use std::fs;
use std::io::Read as _;

use flate2::read::GzDecoder;
use jiff::civil::Date;
use plenary::record::{Committee, Record, fold};
use serde::Deserialize;

use crate::common::raw;

/// A text as the source has it.
#[derive(Debug, Deserialize)]
struct Line {
    symbol: String,
    pv: String,
    title: String,
    adoption_date: String,
    originating_document: String,
    committee: String,
    agenda_item_name: String,
    sponsors: Vec<String>,
    additional_sponsors: Vec<String>,
    adoption_type: String,
    subjects: Vec<(String, String)>,
}

/// A text of which all is understood.
#[derive(Debug)]
pub(super) struct Machine {
    pub symbol: String,
    pub date: Date,
    pub title: String,
    /// How it was adopted, as the source says.
    pub adopted: String,
    pub agenda: Vec<String>,
    pub subjects: Vec<String>,
    pub meeting: Vec<String>,
    pub report: Vec<String>,
    pub drafts: Vec<String>,
    pub committee: Option<Committee>,
    pub sponsors: Vec<String>,
}

fn unzipped(name: &std::path::Path) -> String {
    let mut text = String::new();
    GzDecoder::new(fs::File::open(name).unwrap()).read_to_string(&mut text).unwrap();
    text
}

/// Without no-break spaces, runs of spaces and curly apostrophes.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and digits alone: names that differ by a space, a hyphen or an apostrophe are one.
fn letters(name: &str) -> String {
    fold(name).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// "29 October 2025" or "2025-10-29 00:00:00" as a day.
fn day(text: &str) -> Date {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let text = plain(text);
    // Session 74 has both forms.
    if let Some(day) = text.get(..10).and_then(|day| day.parse().ok()) {
        return day;
    }
    let parts: Vec<_> = text.split(' ').collect();
    let month = MONTHS.iter().zip(1..).find(|(name, _)| **name == parts[1]).unwrap().1;
    Date::new(parts[2].parse().unwrap(), month, parts[0].parse().unwrap()).unwrap()
}

/// The symbols of documents in a cell, each once and without what is said of it: "A/75/L.4, as orally revised".
fn symbols(cell: &str, between: &str) -> Vec<String> {
    let mut symbols: Vec<String> = Vec::new();
    for part in cell.split(between) {
        let symbol = part.split_whitespace().next().unwrap_or_default().trim_end_matches(',');
        if symbol.starts_with("A/") && symbols.iter().all(|known| known != symbol) {
            symbols.push(symbol.to_owned());
        }
    }
    symbols
}

/// The cells of a row, some between quotes with commas in them.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in row.chars() {
        match (letter, cells.last_mut()) {
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => cells.push(String::new()),
            (letter, Some(cell)) => cell.push(letter),
            _ => {}
        }
    }
    cells
}

/// The cells of the drafts' symbols by the text's.
fn drafts() -> HashMap<String, String> {
    let text = unzipped(&raw("un-resolutions/drafts_sponsors.csv.gz"));
    let mut rows = text.lines().map(cells);
    let header = rows.next().unwrap();
    let at = |name: &str| header.iter().position(|column| *column == name).unwrap();
    let (symbol, draft) = (at("docnum"), at("draft"));
    rows.filter_map(|row| Some((row.get(symbol)?.clone(), row.get(draft)?.clone())))
        .filter(|(_, draft)| !draft.is_empty())
        .collect()
}

/// Who put a text: members by their codes, others by a name.
struct Sponsors {
    codes: HashMap<String, String>,
}

/// Misprints that no rule explains.
const MISPRINTS: [(&str, &str); 8] = [
    ("nambia", "NAM"),
    ("maltas", "MLT"),
    ("laopeoplesdemocratic", "LAO"),
    ("micronesiafederatesstatesof", "FSM"),
    ("turkyye", "TUR"),
    ("turkey", "TUR"),
    ("northernireland", ""),
    ("republicofcameroon", "CMR"),
];

/// Groups on whose behalf a member puts a text.
const GROUPS: [(&str, &str); 12] = [
    ("group of 77", "Group of 77 and China"),
    ("non-aligned", "Movement of Non-Aligned Countries"),
    ("central african states", "Economic Community of Central African States"),
    ("west african states", "Economic Community of West African States"),
    ("african states", "Group of African States"),
    ("islamic cooperation", "Organization of Islamic Cooperation"),
    ("latin american and caribbean", "Group of Latin American and Caribbean States"),
    ("arab states", "League of Arab States"),
    ("southern african development", "Southern African Development Community"),
    ("asian nations", "Association of Southeast Asian Nations"),
    ("disarmament commission", "Bureau of the Disarmament Commission"),
    ("bureau", "Bureau of the Committee"),
];

/// Those who put a text and are no members, by what their entry begins with or holds.
const OTHERS: [(&str, &str); 8] = [
    ("vice-chair of the committee", "Vice-Chair of the Committee"),
    ("chair of the committee on the peaceful uses", "Chair of the Committee on the Peaceful Uses of Outer Space"),
    ("chair", "Chair of the Committee"),
    ("rapporteur of the committee", "Rapporteur of the Committee"),
    ("president of the general assembly", "President of the General Assembly"),
    ("special committee on the situation", "Special Committee on Decolonization"),
    ("committee on information", "Committee on Information"),
    ("credentials committee", "Credentials Committee"),
];

impl Sponsors {
    fn new(record: &Record) -> Self {
        let mut codes = HashMap::new();
        for (_, member) in record.members().iter().filter(|(_, member)| member.ended.is_none()) {
            let names = member.names.iter().map(|used| &used.name).chain(&member.aliases).chain(&member.official);
            for name in names.chain([&member.name]) {
                codes.insert(letters(name), member.code.to_string());
            }
        }
        for (name, code) in MISPRINTS {
            codes.insert(name.to_owned(), code.to_owned());
        }
        codes.insert("stateofpalestine".to_owned(), "State of Palestine".to_owned());
        codes.insert("europeanunion".to_owned(), "European Union".to_owned());
        Self { codes }
    }

    fn code(&self, name: &str) -> Option<&String> {
        let name = letters(name);
        self.codes.get(&name).or_else(|| self.codes.get(name.strip_prefix("the")?))
    }

    /// Those that an entry names, into `found`; false where a part of it is nobody.
    fn enter(&self, entry: &str, found: &mut Vec<String>) -> bool {
        let entry = plain(entry);
        let entry = entry.trim_matches([' ', ',', '.']);
        let mut take = |name: &str| {
            if !name.is_empty() && !found.iter().any(|known| known == name) {
                found.push(name.to_owned());
            }
        };
        if entry.is_empty() {
            return true;
        }
        if let Some(code) = self.code(entry) {
            take(code);
            return true;
        }
        let low = entry.to_lowercase();
        if let Some((member, group)) = low.split_once("on behalf of").or_else(|| low.split_once("of behalf of")) {
            let member = member.rsplit("representative of ").next().unwrap_or_default();
            let known = self.code(member.trim_end_matches([' ', '(', ',']));
            let of_group = GROUPS.iter().find(|(part, _)| group.contains(part)).map(|(_, name)| *name);
            // Others may follow after the bracket.
            let ends = group.rfind(')').is_none_or(|at| group[at + 1..].trim_matches(['.', ' ']).is_empty());
            if let (Some(code), Some(name), true) = (known, of_group, ends) {
                take(code);
                take(name);
                return true;
            }
        }
        let submitted = ["submitted", "introduced", "on the basis", "was submitted", "the representative"]
            .iter()
            .any(|start| low.starts_with(start));
        if submitted || low.contains("in its capacity as") {
            let other = OTHERS.iter().find(|(part, _)| low.contains(part)).map(|(_, name)| *name);
            let bureau = low.contains("bureau").then_some("Bureau of the Committee");
            take(other.or(bureau).unwrap_or_default());
            return other.or(bureau).is_some();
        }
        // Several in one entry.
        let parts = parts(entry);
        if parts.len() < 2 {
            return false;
        }
        // All are entered, whether or not the one before is known.
        let known: Vec<_> = parts.iter().map(|part| self.enter(part, found)).collect();
        known.into_iter().all(|is_known| is_known)
    }
}

/// The parts between commas, full stops and "and" outside parentheses.
fn parts(entry: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_usize;
    let words = entry.split_inclusive([' ', ',']);
    for word in words {
        let before = depth;
        depth = (depth + word.matches('(').count()).saturating_sub(word.matches(')').count());
        let is_and = before == 0 && word.trim().eq_ignore_ascii_case("and");
        if is_and {
            parts.push(String::new());
            continue;
        }
        if let Some(part) = parts.last_mut() {
            part.push_str(word);
        }
        if depth == 0 && (word.trim_end().ends_with(',') || word.trim_end().ends_with('.')) {
            parts.push(String::new());
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// All texts, each once: where a text appears twice, the last is right.
pub(super) fn read(record: &Record) -> Vec<Machine> {
    let sponsors = Sponsors::new(record);
    let drafts = drafts();
    let mut files: Vec<_> = fs::read_dir(raw("un-resolutions")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.to_str().unwrap().ends_with(".json.gz"));
    files.sort();
    let mut texts: Vec<Machine> = Vec::new();
    let mut at: HashMap<String, usize> = HashMap::new();
    // Entries that no rule understands are left out: 44 of some 60,000.
    let mut nobody = 0;
    for file in files {
        for line in unzipped(&file).lines() {
            let line: Line = serde_json::from_str(line).unwrap();
            let text = understood(line, &sponsors, &drafts, &mut nobody);
            match at.get(&text.symbol) {
                Some(&at) => texts[at] = text,
                None => {
                    at.insert(text.symbol.clone(), texts.len());
                    texts.push(text);
                }
            }
        }
    }
    assert!(nobody < 50, "{nobody} sponsors are nobody");
    texts
}

fn understood(line: Line, sponsors: &Sponsors, drafts: &HashMap<String, String>, nobody: &mut usize) -> Machine {
    let mut found = Vec::new();
    for entry in line.sponsors.iter().chain(&line.additional_sponsors) {
        *nobody += usize::from(!sponsors.enter(entry, &mut found));
    }
    // The item of the agenda is among the subjects, with the agenda in the place of the thesaurus.
    let is_item = |place: &str| place.starts_with("A/");
    let subjects = line.subjects.iter().filter(|(_, place)| !is_item(place));
    let title = plain(&line.agenda_item_name);
    let item = line.subjects.iter().find(|(_, place)| is_item(place));
    let agenda = item.map(|(number, place)| format!("{place} {number} {title}"));
    let committee = Committee::ALL.into_iter().find(|committee| {
        let name = letters(committee.name());
        letters(&line.committee).starts_with(&name)
    });
    let without = line.committee.starts_with("Without reference").then_some(Committee::None);
    let origin = plain(&line.originating_document);
    let is_draft = origin.contains("/L.");
    let report = if is_draft { Vec::new() } else { symbols(&origin, " and ") };
    let draft = drafts.get(&line.symbol).or(Some(&origin).filter(|_| is_draft));
    let mut drafts = draft.map_or_else(Vec::new, |cell| symbols(cell, "|"));
    drafts.retain(|draft| !report.contains(draft));
    Machine {
        date: day(&line.adoption_date),
        title: plain(&line.title),
        adopted: line.adoption_type,
        agenda: agenda.into_iter().collect(),
        subjects: subjects.map(|(subject, _)| plain(subject)).collect(),
        meeting: Some(plain(&line.pv)).filter(|meeting| meeting.starts_with("A/")).into_iter().collect(),
        report,
        drafts,
        committee: committee.or(without),
        sponsors: found,
        symbol: plain(&line.symbol),
    }
}
