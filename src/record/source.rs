//! Where the votes are from, and on what terms: shown wherever a figure is.

use serde::{Deserialize, Serialize};

use super::packed::packed;
use super::rollcall::RecordNumber;
use super::text::Text;
use super::voted::{Outcome, TextKind};
use super::votes::State;

/// The kind of source that a record is made from. Records of different origins are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The UN Digital Library's General Assembly Voting Data.
    UnLibrary,
    /// The tables of the R package `unvotes`.
    Unvotes,
}

/// Where the UN has the document of a symbol; of one that is written in another way nothing is known.
pub fn document_link(symbol: &str) -> Option<String> {
    let is_one = symbol.is_ascii() && (symbol.starts_with("A/") || symbol.starts_with("S/"));
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/()-._".contains(letter);
    let escaped = |letter: char| if plain(letter) { letter.to_string() } else { format!("%{:02X}", letter as u32) };
    is_one.then(|| format!("https://docs.un.org/en/{}", symbol.chars().map(escaped).collect::<String>()))
}

impl Origin {
    /// Which votes such a record holds, in words: shown beside every figure.
    pub fn universe(self) -> &'static str {
        match self {
            Self::UnLibrary => "adopted resolutions with a recorded vote",
            Self::Unvotes => "roll calls with failed drafts, amendments and paragraph votes; absences unknown",
        }
    }

    /// Whether the source says who was a member but did not vote.
    pub fn has_absences(self) -> bool {
        self == Self::UnLibrary
    }

    /// The states of a member that the source tells apart, in the order in which they are shown.
    pub fn states(self) -> &'static [State] {
        let all: &[State; 4] = &State::OF_MEMBERS;
        if self.has_absences() { all } else { &all[..3] }
    }

    /// What is to be known of its days, if they are not always those of the votes.
    pub fn days(self) -> Option<&'static str> {
        match self {
            Self::UnLibrary => None,
            Self::Unvotes => Some("days in unvotes are not always those of the votes; the year is that of the change"),
        }
    }

    /// What a vote was on, by the source's two flags where it does not say otherwise.
    pub(crate) fn kind(self, amendment: Option<bool>, paragraph: Option<bool>) -> TextKind {
        match (self, amendment, paragraph) {
            (Self::UnLibrary, ..) => TextKind::Resolution,
            (_, Some(true), _) => TextKind::Amendment,
            (_, _, Some(true)) => TextKind::Paragraph,
            _ => TextKind::Unknown,
        }
    }

    /// How a vote ended where the source does not say otherwise.
    pub(crate) fn outcome(self) -> Outcome {
        match self {
            Self::UnLibrary => Outcome::Adopted,
            Self::Unvotes => Outcome::Unknown,
        }
    }

    /// Where a person can read the source's own page of a roll call.
    pub fn link(self, number: RecordNumber) -> Option<String> {
        match self {
            Self::UnLibrary => (!number.is_own()).then(|| format!("https://digitallibrary.un.org/record/{number}")),
            Self::Unvotes => None,
        }
    }

    /// The source as the header of a new record names it.
    pub fn source(self) -> Source {
        match self {
            Self::UnLibrary => SourceId::AssemblyData.source(),
            Self::Unvotes => Source {
                name: "unvotes".into(),
                citation: "Erik Voeten, Data and Analyses of Voting in the United Nations General Assembly, \
                           in the tables of the R package unvotes"
                    .into(),
                terms: "data CC0, package MIT".into(),
            },
        }
    }
}

/// The sources that importers know; the number is their place among [`SourceId::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceId {
    /// The library's General Assembly voting data.
    AssemblyData,
    /// The library's Security Council voting data.
    CouncilData,
    /// Benoît Martin's database of the Council's votes.
    CouncilDatabase,
    /// The Assembly's resolutions as its own department publishes them for machines.
    AssemblyManagement,
    /// Erik Voeten's votes, with drafts that were not adopted, amendments and paragraphs.
    Voeten,
    /// The library's General Assembly outcomes.
    AssemblyOutcomes,
}

impl SourceId {
    /// All, in order.
    pub const ALL: [Self; 6] = [
        Self::AssemblyData,
        Self::CouncilData,
        Self::CouncilDatabase,
        Self::AssemblyManagement,
        Self::Voeten,
        Self::AssemblyOutcomes,
    ];

    /// Which of them a header's source is, by its name.
    pub fn of(source: &Source) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.source().name == source.name)
    }

    /// The source as a header names it.
    pub fn source(self) -> Source {
        let (name, citation, terms) = match self {
            Self::AssemblyData => (
                "UN Digital Library, General Assembly Voting Data",
                "United Nations Dag Hammarskjöld Library, General Assembly Voting Data, \
                 https://digitallibrary.un.org/record/4060887",
                "© United Nations, free for non-commercial use with attribution",
            ),
            Self::CouncilData => (
                "UN Digital Library, Security Council Voting Data",
                "United Nations Dag Hammarskjöld Library, Security Council Voting Data, \
                 https://digitallibrary.un.org/record/4055387",
                "© United Nations, free for non-commercial use with attribution",
            ),
            Self::CouncilDatabase => (
                "UNSC votes since 1946 Database",
                "Benoît Martin, UNSC votes since 1946 Database, 2026, data.sciencespo, Atelier de cartographie de \
                 Sciences Po, doi 10.21410/7E4/Z0KECE (changed: 16 seats mended)",
                "CC BY 4.0",
            ),
            Self::AssemblyManagement => (
                "UN, machine-readable resolutions",
                "United Nations, Department for General Assembly and Conference Management, machine-readable \
                 resolutions, unofficial",
                "the UN to be named as source",
            ),
            Self::Voeten => (
                "Voeten, United Nations General Assembly Voting Data",
                "Erik Voeten, Data and Analyses of Voting in the United Nations General Assembly",
                "CC0",
            ),
            Self::AssemblyOutcomes => (
                "UN Digital Library, General Assembly outcomes",
                "United Nations Dag Hammarskjöld Library, General Assembly outcomes, https://digitallibrary.un.org",
                "© United Nations, free for non-commercial use with attribution",
            ),
        };
        Source { name: name.into(), citation: citation.into(), terms: terms.into() }
    }
}

/// A source of the record's facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name.
    pub name: Text,
    /// How to cite it.
    pub citation: Text,
    /// On what terms its data may be used.
    pub terms: Text,
}

packed!(Source { name, citation, terms });

/// Where each of `others` is among `sources`, to which those are added that are not there.
pub(super) fn places(sources: &mut Vec<Source>, others: &[Source]) -> Vec<u16> {
    let mut place = |source: &Source| {
        let at = sources.iter().position(|known| known == source).unwrap_or_else(|| {
            sources.push(source.clone());
            sources.len() - 1
        });
        at as u16
    };
    others.iter().map(&mut place).collect()
}
