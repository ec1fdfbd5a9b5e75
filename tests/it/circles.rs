//! No file of `src` is used by one that it uses, at once or by way of others.
//!
//! What a file uses are the paths that it names, `use` or in place, each followed through re-exports to the file that
//! has what is named: that a module hands on what its own files have is no use of them. A method's file is not seen.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::arrows::files;

/// Modules, by their paths, with what they hand on: a name and the path of what it is.
#[derive(Default)]
struct Module {
    code: String,
    hands_on: BTreeMap<String, Vec<String>>,
    uses: Vec<Vec<String>>,
}

type Modules = BTreeMap<Vec<String>, Module>;

/// A folder of `app/views` is one view, state and drawing, and counts as one file.
fn node(module: &[String]) -> String {
    let many = if module.starts_with(&["app".to_owned(), "views".to_owned()]) { 3 } else { module.len() };
    module[..many.min(module.len())].join("/")
}

/// The code of a file: no comments, nothing in quotes, no tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut code = String::new();
    for line in text.lines().map(|line| line.split("//").next().unwrap()) {
        for (at, part) in line.replace("\\\"", "").split('"').enumerate() {
            code.push_str(if at % 2 == 0 { part } else { "" });
        }
        code.push('\n');
    }
    // Who may see something is no use of it.
    let mut parts = code.split("pub(in ");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |code, part| code + "pub" + part.split_once(')').map_or("", |(_, rest)| rest))
}

/// The words of a path.
fn words(path: &str) -> impl Iterator<Item = String> {
    path.split("::").map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned)
}

/// The paths of a tree such as `a::{b, c::{self, d as e}}`, with the name that each gets.
fn paths(tree: &str, before: &[String], found: &mut Vec<(Vec<String>, String)>) {
    let Some((head, rest)) = tree.split_once('{') else {
        let (path, name) = tree.split_once(" as ").map_or((tree, None), |(path, name)| (path, Some(name.trim())));
        let mut path: Vec<_> = before.iter().cloned().chain(words(path)).collect();
        path.pop_if(|last| !before.is_empty() && last == "self");
        if let Some(last) = path.last().cloned() {
            found.push((path, name.map_or(last, str::to_owned)));
        }
        return;
    };
    let before: Vec<_> = before.iter().cloned().chain(words(head)).collect();
    let (mut depth, mut branch) = (0, String::new());
    for c in rest.trim_end().trim_end_matches('}').chars().chain([',']) {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if c == ',' && depth <= 0 {
            if !branch.trim().is_empty() {
                paths(&branch, &before, found);
            }
            branch.clear();
            depth = 0;
        } else {
            branch.push(c);
        }
    }
}

/// A path from the crate's top, if it is one of this crate.
fn absolute(module: &[String], path: &[String], modules: &Modules) -> Option<Vec<String>> {
    let (base, rest) = match path.first()?.as_str() {
        "crate" => (&[][..], &path[1..]),
        "self" => (module, &path[1..]),
        "super" => {
            let up = path.iter().take_while(|word| *word == "super").count();
            (&module[..module.len().saturating_sub(up)], &path[up..])
        }
        // A module of this one.
        first if modules.contains_key(&[module, &[first.to_owned()]].concat()) => (module, path),
        _ => return None,
    };
    Some([base, rest].concat())
}

/// The file that has what a path names.
fn file_of(path: &[String], modules: &Modules) -> Option<Vec<String>> {
    let mut path = path.to_vec();
    for _ in 0..10 {
        let many = (1..=path.len()).rev().find(|&many| modules.contains_key(&path[..many]))?;
        let on = path.get(many).and_then(|name| modules[&path[..many]].hands_on.get(name));
        match on {
            Some(on) => path = [on, &path[many + 1..]].concat(),
            None => return Some(path[..many].to_vec()),
        }
    }
    None
}

/// All modules but the crate's top, with what each hands on and uses.
fn modules(sources: impl IntoIterator<Item = (Vec<String>, String)>) -> Modules {
    let mut modules: Modules =
        sources.into_iter().map(|(path, text)| (path, Module { code: code(&text), ..Module::default() })).collect();
    for module in modules.keys().cloned().collect::<Vec<_>>() {
        let code = modules[&module].code.clone();
        let (mut hands_on, mut uses, mut body) = (BTreeMap::new(), Vec::new(), String::new());
        for statement in code.split_inclusive(';') {
            let start = statement.rfind("use ").filter(|&at| {
                let line = statement[..at].rsplit('\n').next().unwrap().trim();
                line.is_empty() || line == "pub" || line.starts_with("pub(")
            });
            let Some(at) = start else {
                body.push_str(statement);
                continue;
            };
            body.push_str(&statement[..at]);
            let handed = statement[..at].rsplit('\n').next().unwrap().trim().starts_with("pub");
            let mut found = Vec::new();
            paths(statement[at + 4..].trim_end_matches(';'), &[], &mut found);
            for (path, name) in found {
                let Some(path) = absolute(&module, &path, &modules) else { continue };
                if handed {
                    hands_on.insert(name, path);
                } else {
                    uses.push(path);
                }
            }
        }
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        // What is handed on and used here too: a type by its name, a function where it is called.
        for (name, path) in &hands_on {
            let is_type = name.starts_with(char::is_uppercase);
            let here = body.match_indices(name.as_str()).any(|(at, _)| {
                let behind = &body[at + name.len()..];
                !body[..at].ends_with(is_word)
                    && if is_type { !behind.starts_with(is_word) } else { behind.starts_with(['(', ':']) }
            });
            if here {
                uses.push(path.clone());
            }
        }
        let in_place = body.split(|c: char| !is_word(c) && c != ':').filter(|path| path.contains("::"));
        for path in in_place {
            let path: Vec<_> = path.split("::").filter(|word| !word.is_empty()).map(str::to_owned).collect();
            uses.extend(absolute(&module, &path, &modules));
        }
        let found = modules.get_mut(&module).unwrap();
        (found.hands_on, found.uses) = (hands_on, uses);
    }
    modules
}

/// Which files use which.
fn arrows(modules: &Modules) -> BTreeMap<String, BTreeSet<String>> {
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (module, Module { uses, .. }) in modules {
        let from = node(module);
        let to = uses.iter().filter_map(|path| file_of(path, modules)).map(|file| node(&file));
        arrows.entry(from.clone()).or_default().extend(to.filter(|to| *to != from));
    }
    arrows
}

/// Files that each use another of them: what is left when those that use none of the rest, and those that none of the
/// rest uses, are taken away until there are no more.
fn in_circles(mut arrows: BTreeMap<String, BTreeSet<String>>) -> BTreeMap<String, BTreeSet<String>> {
    loop {
        let used: BTreeSet<_> = arrows.values().flatten().cloned().collect();
        let left: BTreeSet<_> = arrows
            .iter()
            .filter(|(file, uses)| !uses.is_empty() && used.contains(*file))
            .map(|(file, _)| file.clone())
            .collect();
        if left.len() == arrows.len() {
            return arrows;
        }
        arrows.retain(|file, _| left.contains(file));
        for uses in arrows.values_mut() {
            uses.retain(|file| left.contains(file));
        }
    }
}

#[test]
fn no_file_uses_one_that_uses_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&src, None, &mut found);
    let sources = found.into_iter().map(|(_, path, text)| {
        let path = Path::new(&path).strip_prefix(&src).unwrap().with_extension("");
        let mut words: Vec<_> = path.iter().map(|word| word.to_str().unwrap().to_owned()).collect();
        words.pop_if(|last| last == "mod");
        (words, text)
    });
    let arrows = arrows(&modules(sources));
    let known = |from: &str, to: &str| arrows.get(from).is_some_and(|uses| uses.contains(to));
    // The reader sees arrows at all: by `use`, in place and through what another hands on.
    assert!(known("query/run", "query/term") && known("ui", "ui/header") && known("cli/explore", "query/lexicon"));
    let circles = in_circles(arrows);
    let said: Vec<_> = circles.iter().map(|(file, uses)| format!("{file} uses {uses:?}")).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn a_circle_is_seen_however_it_is_written() {
    let circle = |sources: &[(&str, &str)]| {
        let sources = sources
            .iter()
            .map(|(path, text)| (path.split('/').map(str::to_owned).collect::<Vec<_>>(), (*text).to_owned()));
        in_circles(arrows(&modules(sources))).into_keys().collect::<Vec<_>>()
    };
    // Handing on is no use, and what is handed on is used in its own file.
    assert!(
        circle(&[("a", "mod b;\nmod c;\npub use self::b::B;"), ("a/b", "pub struct B;"), ("a/c", "use super::B;")])
            .is_empty()
    );
    for (sources, expected) in [
        (vec![("a", "use crate::b::B;"), ("b", "fn f() { crate::a::g() }")], vec!["a", "b"]),
        (
            vec![("a", "mod b;\npub use self::b::B;\nfn f(b: B) {}"), ("a/b", "use super::C;\npub struct B;")],
            vec!["a", "a/b"],
        ),
        (
            vec![("a/b", "use super::{c::{self, C as D}, e};"), ("a/c", "use crate::a::b;"), ("a", "mod b; mod c;")],
            vec!["a/b", "a/c"],
        ),
        (
            vec![
                ("a", "mod b;\nfn f() { b::g(); }\npub(in crate::a::b) fn h() {}"),
                ("a/b", "use super::f;\n#[cfg(test)]\nmod tests {"),
            ],
            vec!["a", "a/b"],
        ),
        (
            vec![
                ("a", "// crate::b::B\nmod b;"),
                ("b", "use crate::a::A;\n#[cfg(test)]\nmod tests {\nuse crate::b::C;"),
            ],
            vec![],
        ),
    ] {
        assert_eq!(circle(&sources), expected, "{sources:?}");
    }
}
