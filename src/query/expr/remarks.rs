//! What is to be known of the members of an expression: of which day they are.

use super::super::blocs::{Bloc, BlocKind};
use super::{Expression, Lexicon, Node, written};

impl Expression {
    /// For each bloc and vote that it is made of, of which day its members are: a sentence each. Those inside saved
    /// blocs are among them.
    pub fn remarks(&self, lexicon: &Lexicon<'_>) -> Vec<String> {
        let mut remarks = Vec::new();
        collect(&self.root, lexicon, &mut remarks);
        let mut seen = std::collections::HashSet::new();
        remarks.retain(|remark| seen.insert(remark.clone()));
        remarks
    }
}

fn collect(node: &Node, lexicon: &Lexicon<'_>, remarks: &mut Vec<String>) {
    match node {
        Node::All | Node::Member(_) => {}
        Node::Voted(..) => remarks.push(format!("{node}: those that voted so, at all times.")),
        Node::Join(_, a, b) => [a, b].into_iter().for_each(|node| collect(node, lexicon, remarks)),
        Node::Bloc(name) => match lexicon.bloc(name) {
            Some(bloc) => remarks.push(of_bloc(bloc)),
            None => {
                let saved = lexicon.saved().ok();
                let text = saved.as_ref().and_then(|saved| saved.get(name)).map(|(_, text)| text);
                // What it is made of was read as part of the whole.
                if let Some(saved) = text.and_then(|text| Expression::parse(text, lexicon).ok()) {
                    collect(&saved.root, lexicon, remarks);
                }
            }
        },
    }
}

fn of_bloc(bloc: &Bloc) -> String {
    let when = match (bloc.kind, bloc.dated) {
        (BlocKind::Group, _) => Some("Today's regional group at all times."),
        (BlocKind::Subregion, _) => Some("The same at all times."),
        (BlocKind::Bloc, true) => Some("Members on the day of each roll call."),
        (BlocKind::Bloc, false) => None,
    };
    let note = bloc.note.as_deref();
    let parts: Vec<_> = when.into_iter().chain(note).collect();
    format!("@{}: {}", written(&bloc.name), parts.join(" "))
}
