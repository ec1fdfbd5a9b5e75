//! The map on a page: land filled by look, and a mark for every member too small to see.

use std::fmt::Write as _;

use crate::map::{Chart, Projection, Spot, World};
use crate::record::{MemberId, Record};

use super::look::{FillStyle, PLAIN};
use super::page::{INNER, MARGIN, PicturePage};
use super::svg::Px;
use crate::escape::xml;

/// A member is marked if the largest piece of its land is smaller than this, in square pixels.
const SMALL: f64 = 7.5;
/// How far a mark reaches to each side, and how far apart two stand.
const REACH: f64 = 4.2;
const APART: f64 = 9.6;
/// Points of an outline nearer than this to the last one are left out, in pixels.
const DETAIL: f64 = 0.35;

/// What an area shows.
pub(super) struct AreaStyle {
    pub look: FillStyle,
    /// What it is told by, in one word or a few: the class of its group.
    pub class: &'static str,
    /// The text shown on pointing at it, after its name.
    pub words: String,
}

/// A member's place with what it shows.
struct Mark<'s> {
    member: MemberId,
    shown: &'s AreaStyle,
    /// Its place, and where its mark goes so as not to cover another.
    place: (f64, f64),
    spot: (f64, f64),
}

/// Draws the map: each member's land as `shown` says, land of others and of no member plain.
pub(super) fn draw(
    page: &mut PicturePage,
    record: &Record,
    world: &World,
    shown: impl Fn(MemberId) -> Option<AreaStyle>,
) {
    let chart = Chart::new(world, Projection::EqualEarth);
    let bounds = chart.bounds();
    let scale = INNER / bounds.width;
    let top = page.y + 12.0;
    let spot = |spot: Spot| (MARGIN + (spot.x - bounds.from.x) * scale, top + (spot.y - bounds.from.y) * scale);
    let mut groups: Vec<(FillStyle, &str, String)> = vec![(PLAIN, "plain", String::new())];
    let all: Vec<_> = world.areas().map(|(id, area)| (id, area.member, area.member.and_then(&shown))).collect();
    let mut marks = Vec::new();
    for (id, member, shown) in &all {
        let rings: Vec<Vec<_>> = chart.outlines(*id).map(|ring| ring.iter().copied().map(spot).collect()).collect();
        let path: String = rings.iter().filter_map(|ring| outline(ring)).collect();
        let (look, class) = shown.as_ref().map_or((PLAIN, "plain"), |shown| (shown.look, shown.class));
        if let (Some(member), Some(shown)) = (*member, shown)
            && rings.iter().all(|ring| size(ring) < SMALL)
        {
            let place = spot(chart.label(*id));
            marks.push(Mark { member, shown, place, spot: place });
        }
        if path.is_empty() {
            continue;
        }
        let at = groups.iter().position(|group| group.1 == class).unwrap_or_else(|| {
            groups.push((look, class, String::new()));
            groups.len() - 1
        });
        let out = &mut groups[at].2;
        let _ = match (member, shown) {
            (Some(member), Some(shown)) => {
                let (code, told) = told(record, *member, shown);
                writeln!(out, "<path data-member=\"{code}\" d=\"{path}\">{told}</path>")
            }
            _ => writeln!(out, "<path d=\"{path}\"/>"),
        };
    }
    page.body.push_str("<g stroke=\"#ffffff\" stroke-width=\"0.6\" stroke-linejoin=\"round\" fill-rule=\"evenodd\">\n");
    for (look, class, paths) in groups {
        let _ = write!(page.body, "<g class=\"{class}\" fill=\"{}\">\n{paths}</g>\n", look.fill());
    }
    page.body.push_str("</g>\n");
    part(&mut marks);
    set(page, record, &marks);
    page.y = top + bounds.height * scale;
}

/// The name of a member and what it shows, as something told when it is pointed at.
fn told<'r>(record: &'r Record, member: MemberId, shown: &AreaStyle) -> (&'r str, String) {
    let seat = record.members().get(member);
    (&seat.code, format!("<title>{}: {}</title>", xml(&seat.name), xml(&shown.words)))
}

/// Draws the marks, each with a line to its place where it is away from it.
fn set(page: &mut PicturePage, record: &Record, marks: &[Mark<'_>]) {
    page.body.push_str("<g class=\"marks\">\n");
    for Mark { place, spot, .. } in marks {
        if (place.0 - spot.0).hypot(place.1 - spot.1) > REACH {
            super::svg::line(&mut page.body, *place, *spot, "#5c626b", 0.6);
        }
    }
    for Mark { member, shown, spot, .. } in marks {
        let (code, told) = told(record, *member, shown);
        let attributes = format!(" class=\"{}\" data-member=\"{code}\"", shown.class);
        let _ = writeln!(page.body, "{}", shown.look.mark(*spot, REACH, &attributes, &told));
    }
    page.body.push_str("</g>\n");
}

/// Moves marks apart that would cover each other, each as little as the others let it.
fn part(marks: &mut [Mark<'_>]) {
    for _ in 0..80 {
        let mut moved = false;
        for a in 1..marks.len() {
            for b in 0..a {
                let (dx, dy) = (marks[a].spot.0 - marks[b].spot.0, marks[a].spot.1 - marks[b].spot.1);
                let away = dx.hypot(dy);
                if away >= APART {
                    continue;
                }
                moved = true;
                let push = (APART - away) / 2.0 + 0.05;
                // Two on one spot part sidewards.
                let (dx, dy) = if away < 0.01 { (1.0, 0.0) } else { (dx / away, dy / away) };
                marks[a].spot = (marks[a].spot.0 + dx * push, marks[a].spot.1 + dy * push);
                marks[b].spot = (marks[b].spot.0 - dx * push, marks[b].spot.1 - dy * push);
            }
        }
        if !moved {
            break;
        }
    }
}

/// The size of what a ring surrounds.
fn size(ring: &[(f64, f64)]) -> f64 {
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    (pairs.map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0).abs()
}

/// A ring as the data of a path, in tenths of a pixel, each point as the way from the last; none that is but a speck.
fn outline(ring: &[(f64, f64)]) -> Option<String> {
    let mut points: Vec<(i32, i32)> = Vec::with_capacity(ring.len());
    let mut last = (f64::NEG_INFINITY, f64::NEG_INFINITY);
    for &(x, y) in ring {
        if (x - last.0).abs().max((y - last.1).abs()) >= DETAIL {
            last = (x, y);
            points.push(((x * 10.0).round() as i32, (y * 10.0).round() as i32));
        }
    }
    let (&first, rest) = points.split_first().filter(|(_, rest)| rest.len() > 1)?;
    let tenth = |count: i32| Px(f64::from(count) / 10.0).to_string();
    let mut path = format!("M{} {}l", tenth(first.0), tenth(first.1));
    let mut at = first;
    for (nth, &point) in rest.iter().enumerate() {
        for (part, count) in [point.0 - at.0, point.1 - at.1].into_iter().enumerate() {
            let number = tenth(count);
            let number = number.replacen("0.", ".", usize::from(count.abs() < 10));
            if nth + part > 0 && !number.starts_with('-') {
                path.push(' ');
            }
            path.push_str(&number);
        }
        at = point;
    }
    path.push('z');
    Some(path)
}
