//! A function is short enough to be read at a glance, and its call says what each argument is.

use std::path::Path;

use crate::arrows::files;

/// The most lines of a function, its signature and its last brace among them.
const MOST_LINES: usize = 60;
/// The most arguments beside `self`: whoever needs more gives them names in a struct.
const MOST_ARGUMENTS: usize = 5;

/// A function as it is written.
#[derive(Debug, PartialEq)]
struct Function<'t> {
    name: &'t str,
    lines: usize,
    arguments: Vec<&'t str>,
}

impl Function<'_> {
    /// How many of its arguments are `true` or `false`, and a call does not say of what.
    fn bools(&self) -> usize {
        self.arguments.iter().filter(|argument| argument.ends_with(": bool")).count()
    }
}

/// The name of the function that a line begins.
fn named(line: &str) -> Option<&str> {
    let mut words = line.trim_start().split(' ').skip_while(|word| {
        word.starts_with("pub") || ["in", "const", "async"].contains(word) || word.starts_with("crate::")
    });
    let name = words.next().filter(|word| *word == "fn").and(words.next())?;
    Some(name.split(['(', '<']).next().unwrap_or(name))
}

/// The arguments between the brackets of a signature, without `self`.
fn arguments(signature: &str) -> Vec<&str> {
    let Some(begin) = signature.find(['(', '<']).and_then(|at| {
        // What is between `<` and `>` before the brackets is generic.
        let mut depth = 0;
        let inner = signature[at..].char_indices().find(|&(at_c, c)| {
            let arrow = signature[..at + at_c].ends_with('-');
            depth += i32::from(c == '<') - i32::from(c == '>' && !arrow);
            c == '(' && depth == 0
        });
        inner.map(|(inner, _)| at + inner + 1)
    }) else {
        return Vec::new();
    };
    let (mut depth, mut from, mut found) = (0, begin, Vec::new());
    for (at, c) in signature.char_indices().skip_while(|&(at, _)| at < begin) {
        let closes = matches!(c, ')' | ']') || c == '>' && !signature[..at].ends_with('-');
        depth += i32::from(matches!(c, '(' | '[' | '<')) - i32::from(closes);
        if depth < 0 || c == ',' && depth == 0 {
            found.push(signature[from..at].trim());
            from = at + 1;
        }
        if depth < 0 {
            break;
        }
    }
    found.retain(|argument| !argument.is_empty() && !argument.ends_with("self"));
    found
}

/// The functions of a text that was formatted: each ends at a brace as far in as it begins.
fn functions(text: &str) -> Vec<Function<'_>> {
    let mut found = Vec::new();
    let starts = text.lines().scan(0, |at, line| {
        let here = *at;
        *at += line.len() + 1;
        Some((here, line))
    });
    for (at, line) in starts {
        let Some(name) = named(line) else { continue };
        let rest = &text[at..];
        let Some(body) = rest.find("{\n").into_iter().chain(rest.find(";\n")).chain(rest.find("}\n")).min() else {
            continue;
        };
        let indent = &line[..line.len() - line.trim_start().len()];
        let has_body = rest[body..].starts_with("{\n");
        let end = if has_body { rest.find(&format!("\n{indent}}}\n")).map_or(rest.len(), |end| end + 1) } else { body };
        let name_at = rest.find(name).unwrap();
        let lines = rest[..end].lines().count() + usize::from(has_body);
        found.push(Function { name, lines, arguments: arguments(&rest[name_at..body]) });
    }
    found
}

/// What is wrong with the functions of the program and of its benchmarks, by `rule`.
fn faults(rule: impl Fn(&Function<'_>) -> Option<String>) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    files(&root.join("src"), None, &mut found);
    files(&root.join("benches"), None, &mut found);
    let mut count = 0;
    let mut wrong = Vec::new();
    for (_, path, text) in &found {
        for function in functions(text) {
            count += 1;
            wrong.extend(rule(&function).map(|what| format!("{path}: {} {what}", function.name)));
        }
    }
    assert!(count > 2000, "only {count} functions were found");
    wrong
}

#[test]
fn no_function_is_too_long_to_be_read_at_a_glance() {
    let long = faults(|it| (it.lines > MOST_LINES).then(|| format!("has {} lines", it.lines)));
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn no_function_takes_more_arguments_than_a_reader_keeps_apart() {
    let many =
        faults(|it| (it.arguments.len() > MOST_ARGUMENTS).then(|| format!("takes {} arguments", it.arguments.len())));
    assert!(many.is_empty(), "{}", many.join("\n"));
}

#[test]
fn no_call_has_two_bools_that_could_change_places() {
    let many = faults(|it| (it.bools() > 1).then(|| format!("takes {} bools", it.bools())));
    assert!(many.is_empty(), "{}", many.join("\n"));
}

#[test]
fn a_function_is_seen_however_it_is_written() {
    let text = "pub(in crate::app) fn one<T: Fn(u8) -> bool>(&self, of: &[(u8, u8)], (a, b): (bool, T)) -> bool {\n    \
                loop {\n    }\n}\n\nimpl A {\n    const fn two(\n        at: impl Fn(u8, bool) -> bool,\n        \
                is: bool,\n        was: bool,\n    ) -> u8 {\n        1\n    }\n\n    fn three();\n    fn four(self) {}\n}\n\
                // fn five()\nlet fn_pointer = 1;\n";
    let found = functions(text);
    let expected = [
        Function { name: "one", lines: 4, arguments: vec!["of: &[(u8, u8)]", "(a, b): (bool, T)"] },
        Function { name: "two", lines: 7, arguments: vec!["at: impl Fn(u8, bool) -> bool", "is: bool", "was: bool"] },
        Function { name: "three", lines: 1, arguments: vec![] },
        Function { name: "four", lines: 1, arguments: vec![] },
    ];
    assert_eq!(found, expected);
    assert_eq!(found.iter().map(Function::bools).collect::<Vec<_>>(), [0, 2, 0, 0]);
}
