//! A page: what every picture has around what it shows. Title, what and when, notes, source, and words for who can't see.

use std::fmt::Write as _;

use crate::answer::Credit;
use crate::query::shell_quoted;
use crate::record::{Record, RollCallSet, Tally};
use crate::report::text::day;

use super::look::{FillStyle, patterns};
use super::svg::{INK, Px, Type, rect, text};
use crate::escape::xml;

/// The width of a page.
const WIDE: f64 = 1200.0;
/// What stays empty around it.
pub(super) const MARGIN: f64 = 40.0;
/// The width of what is on it.
pub(super) const INNER: f64 = WIDE - 2.0 * MARGIN;
pub(super) const FAINT: &str = "#5c626b";
pub(super) const RULE: &str = "#d4d6d9";

const TITLE: Type = Type::new(29.0).bold();
const LONG_TITLE: Type = Type::new(23.0).bold();
const SUBTITLE: Type = Type::new(16.0).colour(FAINT);
const HEADING: Type = Type::new(16.0).bold();
const NOTE: Type = Type::new(13.0);
const SMALL: Type = Type::new(12.0).colour(FAINT);

/// A page that is being filled from its top.
pub(super) struct PicturePage {
    title: String,
    description: String,
    /// What is drawn.
    pub body: String,
    /// How far down it is filled.
    pub y: f64,
}

impl PicturePage {
    /// A page under a title, with a line that says what and when.
    pub(super) fn new(title: &str, subtitle: &str) -> Self {
        let mut page =
            Self { title: title.to_owned(), description: String::new(), body: String::new(), y: MARGIN - 8.0 };
        let (set, mut lines) = match TITLE.wrap(title, INNER) {
            lines if lines.len() <= 2 => (TITLE, lines),
            _ => (LONG_TITLE, LONG_TITLE.wrap(title, INNER)),
        };
        if lines.len() > 3 {
            let rest = lines.split_off(2).join(" ");
            lines.push(set.cut(&rest, INNER));
        }
        for line in lines {
            page.y += (set.size * 1.2).round();
            text(&mut page.body, (MARGIN, page.y), set, &line);
        }
        page.y += 4.0;
        for line in SUBTITLE.wrap(subtitle, INNER) {
            page.y += 22.0;
            text(&mut page.body, (MARGIN, page.y), SUBTITLE, &line);
        }
        page.y += 18.0;
        page
    }

    /// Says more of what it shows, in words for those that can't see it.
    pub(super) fn tell(&mut self, words: &str) {
        if !self.description.is_empty() {
            self.description.push(' ');
        }
        self.description.push_str(words);
    }

    /// What the part below is about.
    pub(super) fn heading(&mut self, heading: &str) {
        self.y += 30.0;
        for line in HEADING.wrap(heading, INNER) {
            text(&mut self.body, (MARGIN, self.y), HEADING, &line);
            self.y += 20.0;
        }
        self.y -= 8.0;
    }

    /// A paragraph with a few bold words before it.
    pub(super) fn paragraph(&mut self, lead: &str, rest: &str) {
        let room = INNER - NOTE.bold().width(lead) - 8.0;
        let lines = NOTE.wrap(rest, room);
        let Some((first, more)) = lines.split_first() else { return };
        self.y += 19.0;
        // In one text, so that the gap is right in any font.
        let (x, y, size) = (Px(MARGIN), Px(self.y), Px(NOTE.size));
        let (lead, begun) = (xml(lead), xml(first));
        let _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"><tspan font-weight=\"bold\">{lead}</tspan>\
             <tspan dx=\"8\">{begun}</tspan></text>"
        );
        // Behind the first line the whole width is there again.
        for line in NOTE.wrap(&more.join(" "), INNER) {
            self.y += 18.0;
            text(&mut self.body, (MARGIN, self.y), NOTE, &line);
        }
    }

    /// The legend: what each look stands for, from the left, in as many rows as it takes. With `shapes`, also the shape
    /// for what is small.
    pub(super) fn legend(&mut self, entries: &[(FillStyle, String)], shapes: bool) {
        const ENTRY: Type = Type::new(16.0);
        let mut x = MARGIN;
        self.y += 16.0;
        for (look, words) in entries {
            let swatch = if shapes { 50.0 } else { 34.0 };
            let wide = swatch + ENTRY.width(words) + 20.0;
            if x + wide > MARGIN + INNER && x > MARGIN {
                x = MARGIN;
                self.y += 28.0;
            }
            rect(&mut self.body, (x, self.y - 14.0), (26.0, 18.0), &look.fill());
            if shapes {
                let _ = writeln!(self.body, "{}", look.mark((x + 37.0, self.y - 5.0), 5.5, "", ""));
            }
            text(&mut self.body, (x + swatch, self.y), ENTRY, words);
            x += wide;
        }
        self.y += 10.0;
    }

    /// A bar of looks, each as long as its count.
    pub(super) fn bar(&mut self, x: f64, (wide, high): (f64, f64), parts: &[(FillStyle, u32)], numbers: bool) {
        const NUMBER: Type = Type::new(12.0).bold().anchor(super::svg::Anchor::Middle);
        let all: u32 = parts.iter().map(|&(_, count)| count).sum();
        let mut from = x;
        for &(look, count) in parts.iter().filter(|&&(_, count)| count > 0) {
            let long = wide * f64::from(count) / f64::from(all.max(1));
            // A gap that tells neighbours apart in any print.
            rect(&mut self.body, (from, self.y), ((long - 1.0).max(0.8), high), &look.fill());
            let number = count.to_string();
            let room = NUMBER.width(&number) + 6.0;
            if numbers && long > room {
                let middle = from + long / 2.0;
                if look.fill() != look.colour {
                    rect(&mut self.body, (middle - room / 2.0, self.y + 2.0), (room, high - 4.0), look.colour);
                }
                text(&mut self.body, (middle, self.y + high / 2.0 + 4.5), NUMBER.colour(look.ink), &number);
            }
            from += long;
        }
    }

    /// A tally in words and as a bar.
    pub(super) fn tally(&mut self, record: &Record, tally: Tally, shapes: bool) {
        if !tally.is_recorded() {
            self.y += 18.0;
            return;
        }
        let states = record.origin().states();
        let entries =
            states.iter().map(|&state| (FillStyle::of(state), format!("{} {}", state.heading(), tally.of(state))));
        self.legend(&entries.collect::<Vec<_>>(), shapes);
        self.y += 4.0;
        let parts: Vec<_> = states.iter().map(|&state| (FillStyle::of(state), u32::from(tally.of(state)))).collect();
        self.bar(MARGIN, (INNER, 18.0), &parts, false);
        self.y += 18.0;
    }

    /// The page as a file, with the notes and the source at its end. `set` is what it counts, `link` what it was
    /// drawn of.
    pub(super) fn finish(mut self, record: &Record, set: &RollCallSet, link: &str, notes: &[String]) -> String {
        let Credit { universe, citation, terms } = Credit::over(record, set);
        let until = record.days().map(|(_, last)| day(last));
        let until = until.map_or(String::new(), |until| format!(", record to {until}"));
        let source = format!("Source: {citation} ({terms}){until}. Universe: {universe}.");
        let made = format!("Made by: plenary picture {}", shell_quoted(link));
        self.y += 22.0;
        let rule = (MARGIN, self.y);
        super::svg::line(&mut self.body, rule, (MARGIN + INNER, self.y), RULE, 1.0);
        self.y += 4.0;
        for note in notes.iter().chain([&source, &made]) {
            for line in SMALL.wrap(note, INNER) {
                self.y += 17.0;
                text(&mut self.body, (MARGIN, self.y), SMALL, &line);
            }
        }
        let (wide, high) = (Px(WIDE), Px((self.y + 28.0).ceil()));
        let told = [self.description.as_str(), &notes.join(" "), &source].join(" ");
        let (title, told) = (xml(&self.title), xml(told.trim()));
        let Self { body, .. } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
             role=\"img\" aria-labelledby=\"title desc\" font-family=\"'Helvetica Neue', Helvetica, Arial, \
             'Liberation Sans', 'DejaVu Sans', sans-serif\" fill=\"{INK}\">\n<title id=\"title\">{title}</title>\n\
             <desc id=\"desc\">{told}</desc>\n<defs>\n{}</defs>\n\
             <rect width=\"{wide}\" height=\"{high}\" fill=\"#ffffff\"/>\n{body}</svg>\n",
            patterns(),
        )
    }
}
