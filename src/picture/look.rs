//! How votes and sets look: a colour, a pattern that tells it apart in black and white, and a shape for what is small.
//!
//! Blue, vermilion, orange and grey are those of Okabe and Ito, which people of every colour vision tell apart.

use std::fmt::Write as _;

use crate::record::State;

use super::svg::Px;

/// The look of something that is told apart from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FillStyle {
    /// Its name among the definitions.
    pub id: &'static str,
    /// Its colour.
    pub colour: &'static str,
    /// What is drawn over the colour, in a square of eight by eight, if anything.
    pattern: Option<&'static str>,
    /// What stands for it where there is no room to see a pattern.
    shape: MarkShape,
    /// The colour of a text on it.
    pub ink: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkShape {
    Circle,
    Square,
    Triangle,
    Ring,
}

/// Yes, or the first of two.
pub(super) const BLUE: FillStyle =
    FillStyle { id: "blue", colour: "#0072b2", pattern: None, shape: MarkShape::Circle, ink: "#ffffff" };
/// No, or both of two.
pub(super) const VERMILION: FillStyle = FillStyle {
    id: "vermilion",
    colour: "#d55e00",
    pattern: Some("<path d=\"M-2 2 2-2M0 8 8 0M6 10 10 6\" stroke=\"#8a3400\" stroke-width=\"1.2\"/>"),
    shape: MarkShape::Square,
    ink: "#ffffff",
};
/// Abstaining, or the second of two.
pub(super) const ORANGE: FillStyle = FillStyle {
    id: "orange",
    colour: "#f2b63c",
    pattern: Some(
        "<g fill=\"#7a5200\"><circle cx=\"2\" cy=\"2\" r=\"0.95\"/><circle cx=\"6\" cy=\"6\" r=\"0.95\"/></g>",
    ),
    shape: MarkShape::Triangle,
    ink: "#1c1f24",
};
/// Absent.
pub(super) const GREY: FillStyle =
    FillStyle { id: "grey", colour: "#a7acb3", pattern: None, shape: MarkShape::Ring, ink: "#1c1f24" };
/// All others.
pub(super) const OTHER: FillStyle =
    FillStyle { id: "other", colour: "#c6cad0", pattern: None, shape: MarkShape::Ring, ink: "#1c1f24" };
/// Of no interest here: no member, or none of those asked for.
pub(super) const PLAIN: FillStyle =
    FillStyle { id: "plain", colour: "#e3e0d9", pattern: None, shape: MarkShape::Ring, ink: "#1c1f24" };
/// Not enough to say.
pub(super) const UNKNOWN: FillStyle = FillStyle {
    id: "unknown",
    colour: "#f4f3f0",
    pattern: Some("<path d=\"M0 4H8\" stroke=\"#8a8f96\" stroke-width=\"1\"/>"),
    shape: MarkShape::Ring,
    ink: "#1c1f24",
};
/// From little to much, darker step by step, so that it reads without colour.
pub(super) const SCALE: [FillStyle; 5] = [
    step("step1", "#fdeea6", "#1c1f24"),
    step("step2", "#a5d8b0", "#1c1f24"),
    step("step3", "#45aebf", "#1c1f24"),
    step("step4", "#2470b0", "#ffffff"),
    step("step5", "#1b2a6b", "#ffffff"),
];

const fn step(id: &'static str, colour: &'static str, ink: &'static str) -> FillStyle {
    FillStyle { id, colour, pattern: None, shape: MarkShape::Circle, ink }
}

const ALL: [FillStyle; 6] = [BLUE, VERMILION, ORANGE, GREY, PLAIN, UNKNOWN];

impl FillStyle {
    /// The look of a vote.
    pub(super) fn of(state: State) -> Self {
        match state {
            State::Yes => BLUE,
            State::No => VERMILION,
            State::Abstain => ORANGE,
            State::Absent => GREY,
            State::NotMember => PLAIN,
        }
    }

    /// What an area is filled with.
    pub(super) fn fill(self) -> String {
        if self.pattern.is_some() { format!("url(#{})", self.id) } else { self.colour.to_owned() }
    }

    /// Its shape around a spot, `reach` to each side, with something told when it is pointed at.
    pub(super) fn mark(self, (x, y): (f64, f64), reach: f64, attributes: &str, inside: &str) -> String {
        let end = if inside.is_empty() { "/>".to_owned() } else { format!(">{inside}</{}>", self.tag()) };
        let edge = "stroke=\"#ffffff\" stroke-width=\"0.8\"";
        let colour = self.colour;
        match self.shape {
            MarkShape::Circle => {
                let (x, y, reach) = (Px(x), Px(y), Px(reach));
                format!("<circle{attributes} cx=\"{x}\" cy=\"{y}\" r=\"{reach}\" fill=\"{colour}\" {edge}{end}")
            }
            MarkShape::Ring => {
                let (x, y, reach) = (Px(x), Px(y), Px(reach - 0.7));
                let edge = format!(
                    "stroke=\"{}\" stroke-width=\"1.6\"",
                    if self.id == "grey" { "#7c828a" } else { "#b9b6ae" }
                );
                format!("<circle{attributes} cx=\"{x}\" cy=\"{y}\" r=\"{reach}\" fill=\"#ffffff\" {edge}{end}")
            }
            MarkShape::Square => {
                let side = Px(reach * 1.8);
                let (x, y) = (Px(x - reach * 0.9), Px(y - reach * 0.9));
                format!(
                    "<rect{attributes} x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\" fill=\"{colour}\" {edge}{end}"
                )
            }
            MarkShape::Triangle => {
                let (top, low) = (Px(y - reach * 1.15), Px(y + reach * 0.85));
                let (left, middle, right) = (Px(x - reach * 1.15), Px(x), Px(x + reach * 1.15));
                let edge = "stroke=\"#7a4f00\" stroke-width=\"0.8\"";
                format!("<path{attributes} d=\"M{left} {low}H{right}L{middle} {top}Z\" fill=\"{colour}\" {edge}{end}")
            }
        }
    }

    fn tag(self) -> &'static str {
        match self.shape {
            MarkShape::Circle | MarkShape::Ring => "circle",
            MarkShape::Square => "rect",
            MarkShape::Triangle => "path",
        }
    }
}

/// The patterns, as definitions.
pub(super) fn patterns() -> String {
    ALL.iter().fold(String::new(), |mut out, look| {
        if let Some(pattern) = look.pattern {
            let FillStyle { id, colour, .. } = look;
            let _ = writeln!(
                out,
                "<pattern id=\"{id}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
                 <rect width=\"8\" height=\"8\" fill=\"{colour}\"/>{pattern}</pattern>"
            );
        }
        out
    })
}
