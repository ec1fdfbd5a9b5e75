//! `council.jsonl`: everything that the Security Council voted on.

use std::fs;

use crate::common::{Home, raw};

use super::is_made;

#[test]
#[ignore = "needs ../shared/data"]
fn the_council_is_made_from_the_librarys_file_and_that_of_drafts() {
    let home = Home::new();
    let [adopted, drafts] = ["sc_voting", "sc_not_adopted"].map(|name| raw(&format!("council/{name}.csv.gz")));
    let [adopted, drafts] = [&adopted, &drafts].map(|path| path.to_str().unwrap());
    let ran = home.run(&["import", adopted, drafts, "--new", "--to", "council.jsonl"]);
    assert!(ran.answer().contains("Added     3,161 roll calls"), "{}", ran.out());
    assert!(ran.err().contains("vetoed and without a majority; the vetoed one is kept: 8000360 of S/5134"));
    is_made("council.jsonl", &fs::read(home.path("council.jsonl")).unwrap());
}
