//! What is to be known of the members of an expression: of which day they are.

use crate::record::RollCallSet;

use super::super::bloc_remark::{BlocRemark, Nobody};
use super::super::lexicon::Lexicon;
use super::super::membership::Join;
use super::{Expression, Node};

impl Expression {
    /// For each bloc and vote that it is made of, of which day its members are, and of whom that is not known on the roll
    /// calls of `set`. Those inside saved blocs are among them.
    pub fn remarks(&self, lexicon: &Lexicon<'_>, set: &RollCallSet) -> Vec<BlocRemark> {
        let mut remarks = Vec::new();
        collect(&self.root, lexicon, set, &mut remarks);
        let mut seen = std::collections::HashSet::new();
        remarks.retain(|remark| seen.insert(remark.clone()));
        remarks
    }
}

impl Expression {
    /// Why it has no members, where it has none.
    pub fn nobody(&self) -> Nobody {
        match &self.root {
            Node::Join(Join::Intersection, a, b) => Nobody::InBoth(a.to_string(), b.to_string()),
            Node::Join(Join::Difference, a, b) => Nobody::LeftOver(a.to_string(), b.to_string()),
            _ => Nobody::Itself,
        }
    }
}

fn collect(node: &Node, lexicon: &Lexicon<'_>, set: &RollCallSet, remarks: &mut Vec<BlocRemark>) {
    match node {
        Node::All | Node::Member(_) => {}
        Node::Voted(..) => remarks.push(BlocRemark::Voted(node.to_string())),
        Node::Join(_, a, b) => [a, b].into_iter().for_each(|node| collect(node, lexicon, set, remarks)),
        Node::Bloc(name) => match lexicon.bloc(name) {
            Some(bloc) => remarks.push(bloc.remark_with_note(lexicon.record(), set)),
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
