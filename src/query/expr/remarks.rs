//! What is to be known of the members of an expression: of which day they are.

use crate::record::RollCallSet;

use super::super::bloc_name::written;
use super::super::blocs::Bloc;
use super::super::lexicon::Lexicon;
use super::{Expression, Node};

impl Expression {
    /// For each bloc and vote that it is made of, of which day its members are, and of whom that is not known on the roll
    /// calls of `set`: a line each. Those inside saved blocs are among them.
    pub fn remarks(&self, lexicon: &Lexicon<'_>, set: &RollCallSet) -> Vec<String> {
        let mut remarks = Vec::new();
        collect(&self.root, lexicon, set, &mut remarks);
        let mut seen = std::collections::HashSet::new();
        remarks.retain(|remark| seen.insert(remark.clone()));
        remarks
    }
}

fn collect(node: &Node, lexicon: &Lexicon<'_>, set: &RollCallSet, remarks: &mut Vec<String>) {
    match node {
        Node::All | Node::Member(_) => {}
        Node::Voted(..) => remarks.push(format!("{node}: those who voted this way, on every day.")),
        Node::Join(_, a, b) => [a, b].into_iter().for_each(|node| collect(node, lexicon, set, remarks)),
        Node::Bloc(name) => match lexicon.bloc(name) {
            Some(bloc) => remarks.push(of_bloc(bloc, lexicon, set)),
            None => {
                let saved = lexicon.saved().ok();
                let text = saved.as_ref().and_then(|saved| saved.get(name)).map(|(_, text)| text);
                // What it is made of was read as part of the whole.
                if let Some(saved) = text.and_then(|text| Expression::parse(text, lexicon).ok()) {
                    collect(&saved.root, lexicon, set, remarks);
                }
            }
        },
    }
}

fn of_bloc(bloc: &Bloc, lexicon: &Lexicon<'_>, set: &RollCallSet) -> String {
    let open = bloc.not_known(lexicon.record(), set);
    let parts: Vec<_> = [Some(bloc.when()), open.as_deref(), bloc.note.as_deref()].into_iter().flatten().collect();
    format!("@{}: {}", written(&bloc.name), parts.join(" "))
}
