//! Figures through the years as lines, and by topic as bars: shares from 0 to 1, each with its n.

use std::fmt::Write as _;

use crate::answer::{ENOUGH, Mean};
use crate::report::text::thousands;

use super::look::{FillStyle, UNKNOWN};
use super::page::{FAINT, INNER, MARGIN, PicturePage, RULE};
use super::svg::{Anchor, Px, Type, line, rect, text};

/// What is said of figures over few.
pub(super) const FEW: &str =
    "Hollow marks and ruled bars: n under 20, too few to rank by. A line breaks where a year has no figure.";

const TICK: Type = Type::new(12.5).colour(FAINT);
const LABEL: Type = Type::new(14.0).bold();
/// What is left for the names of lines.
const NAMES: f64 = 210.0;
const SCALE: f64 = 48.0;
const HIGH: f64 = 240.0;

/// A figure by year.
pub(super) struct ChartLine {
    /// Its name, beside its end.
    pub name: String,
    /// Its colour and its marks.
    pub look: FillStyle,
    /// How its line is broken, for black and white.
    pub dash: &'static str,
    /// By year, oldest first.
    pub points: Vec<(i32, Mean)>,
}

/// Draws figures by year.
pub(super) fn lines(page: &mut PicturePage, lines: &[ChartLine]) {
    let years = || lines.iter().flat_map(|line| line.points.iter().map(|&(year, _)| year));
    let (Some(first), Some(last)) = (years().min(), years().max()) else { return };
    let (left, right) = (MARGIN + SCALE, MARGIN + INNER - NAMES);
    let top = page.y + 16.0;
    let x = |year: i32| {
        // A single year is in the middle.
        let share = if last == first { 0.5 } else { f64::from(year - first) / f64::from(last - first) };
        left + 8.0 + share * (right - left - 16.0)
    };
    let y = |value: f64| top + (1.0 - value) * HIGH;
    for part in 0..=4 {
        let value = f64::from(part) / 4.0;
        line(&mut page.body, (left, y(value)), (right, y(value)), RULE, 1.0);
        text(&mut page.body, (left - 8.0, y(value) + 4.5), TICK.anchor(Anchor::End), &format!("{value:.2}"));
    }
    let every = [1, 2, 5, 10, 20].into_iter().find(|&every| (x(first + every) - x(first)).abs() >= 44.0).unwrap_or(20);
    for year in (first..=last).filter(|year| year % every == 0 || first == last) {
        text(&mut page.body, (x(year), top + HIGH + 20.0), TICK.anchor(Anchor::Middle), &year.to_string());
    }
    let mut names: Vec<(f64, &ChartLine)> = Vec::new();
    for one in lines {
        draw(&mut page.body, one, x, y);
        if let Some(value) = one.points.iter().rev().find_map(|(_, mean)| mean.value) {
            names.push((y(value), one));
        }
    }
    names.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free = top;
    for (at, one) in names {
        let at = at.clamp(free, (top + HIGH).max(free));
        free = at + 20.0;
        let _ = writeln!(page.body, "{}", one.look.mark((right + 14.0, at), 5.0, "", ""));
        let name = LABEL.cut(&one.name, NAMES - 30.0);
        text(&mut page.body, (right + 26.0, at + 5.0), LABEL, &name);
    }
    page.y = top + HIGH + 26.0;
}

fn draw(out: &mut String, one: &ChartLine, x: impl Fn(i32) -> f64, y: impl Fn(f64) -> f64) {
    let mut path = String::new();
    let mut before = None;
    for &(year, Mean { value, .. }) in &one.points {
        if let Some(value) = value {
            let step = if before == Some(year - 1) { 'L' } else { 'M' };
            let _ = write!(path, "{step}{} {}", Px(x(year)), Px(y(value)));
            before = Some(year);
        }
    }
    let colour = one.look.colour;
    let dash = if one.dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{}\"", one.dash) };
    let _ = writeln!(out, "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.2\"{dash}/>");
    for &(year, Mean { value, n }) in &one.points {
        let Some(value) = value else { continue };
        let spot = (x(year), y(value));
        let told = format!("<title>{year}: {value:.3}, n = {}</title>", thousands(n as usize));
        if n < u64::from(ENOUGH) {
            let (x, y) = (Px(spot.0), Px(spot.1));
            let _ = writeln!(
                out,
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"3.2\" fill=\"#ffffff\" stroke=\"{colour}\" stroke-width=\"1.4\">{told}</circle>"
            );
        } else {
            let _ = writeln!(out, "{}", one.look.mark(spot, 4.0, "", &told));
        }
    }
}

/// Draws rows of figures as bars, a column for each figure.
pub(super) fn bars(page: &mut PicturePage, columns: &[(String, FillStyle)], rows: &[(String, Vec<Mean>)]) {
    const KEY: f64 = 160.0;
    const NUMBER: f64 = 150.0;
    const ROW: Type = Type::new(13.5);
    let wide = (INNER - KEY) / columns.len().max(1) as f64;
    if columns.len() > 1 {
        page.y += 22.0;
        for (at, (name, _)) in columns.iter().enumerate() {
            let bold = ROW.bold();
            text(&mut page.body, (MARGIN + KEY + at as f64 * wide, page.y), bold, &bold.cut(name, wide - 16.0));
        }
    }
    page.y += 6.0;
    for (key, figures) in rows {
        page.y += 22.0;
        text(&mut page.body, (MARGIN, page.y), ROW, &ROW.cut(key, KEY - 10.0));
        for (at, (mean, (_, look))) in figures.iter().zip(columns).enumerate() {
            let x = MARGIN + KEY + at as f64 * wide;
            let Some(value) = mean.value else {
                text(&mut page.body, (x, page.y), TICK, "–");
                continue;
            };
            let long = (wide - NUMBER) * value.clamp(0.0, 1.0);
            let fill = if mean.n < u64::from(ENOUGH) { UNKNOWN.fill() } else { look.fill() };
            // What is little is still seen, what is nothing is not.
            if long > 0.0 {
                rect(&mut page.body, (x, page.y - 12.0), (long.max(1.0), 15.0), &fill);
            }
            let said = format!("{value:.3} (n {})", thousands(mean.n as usize));
            text(&mut page.body, (x + long + 7.0, page.y), TICK, &said);
        }
    }
    page.y += 8.0;
}
