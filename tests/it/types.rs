//! No two types share a name: who reads `Point` need not ask which.

use std::collections::BTreeMap;
use std::path::Path;

use crate::arrows::files;

/// The type that a line defines. What a trait's implementation names (`type Item = …;`, indented) is the trait's.
fn defined(line: &str) -> Option<&str> {
    let code = line.trim_start();
    let code = code.strip_prefix("pub").map_or(code, |rest| match rest.strip_prefix('(') {
        Some(room) => room.split_once(") ").map_or("", |(_, code)| code),
        None => rest.trim_start(),
    });
    let (word, rest) = code.split_once(' ')?;
    let is_type = match word {
        "struct" | "enum" | "trait" | "union" => true,
        "type" => !line.starts_with(' '),
        _ => false,
    };
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    (is_type && end > 0).then(|| &rest[..end])
}

#[test]
fn no_name_is_the_name_of_two_types() {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), None, &mut found);
    let mut types: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (_, path, text) in &found {
        for name in text.lines().filter_map(defined) {
            types.entry(name).or_default().push(path);
        }
    }
    assert!(types.len() > 300, "only {} types were found", types.len());
    let twice: Vec<String> = types
        .iter()
        .filter(|(_, paths)| paths.len() > 1)
        .map(|(name, paths)| format!("{name} is the name of {} types: {}", paths.len(), paths.join(", ")))
        .collect();
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

#[test]
fn a_type_is_seen_however_it_is_defined() {
    for (line, name) in [
        ("struct Row<'r> {", Some("Row")),
        ("pub enum State {", Some("State")),
        ("pub(in crate::app) enum OpenedFrom {", Some("OpenedFrom")),
        ("        struct Plain<'a> {", Some("Plain")),
        ("pub(super) trait View<'r>: fmt::Debug {", Some("View")),
        ("pub type Line = Vec<Piece>;", Some("Line")),
        ("pub struct RowId(usize);", Some("RowId")),
        ("    type Item = RollCallId;", None),
        ("// struct Row", None),
        ("let structure = 1;", None),
    ] {
        assert_eq!(defined(line), name, "{line}");
    }
}
