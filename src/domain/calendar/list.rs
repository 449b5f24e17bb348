//! The official list of holidays (内閣府「国民の祝日」の CSV), read from text, or every problem with its line.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::calendar::holiday::{HolidayKind, computed};
use crate::domain::calendar::kept::Named;
use crate::domain::calendar::law;
use crate::domain::name::Name;

/// Most lines of a list.
pub const LINES_MOST: usize = 5_000;
/// Longest name of a day, in characters.
pub const NAME_LONGEST: usize = 40;
/// The years a list may speak of: the law is of 1948, the official list begins in 1955.
pub const YEARS: RangeInclusive<i32> = 1955..=2199;

/// What the list calls days that have no name of their own in the law.
const NAMELESS: &str = "休日";
/// The beginning of the first line, which names the columns.
const HEADING: &str = "国民の祝日";

/// A list that was read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct List {
    pub years: BTreeSet<i32>,
    pub days: BTreeMap<NaiveDate, Named>,
}

/// Something wrong with a list, and in which line, counted from 1.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct Problem {
    pub line: usize,
    pub what: Fault,
}

/// What is wrong with a line.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Fault {
    /// No line is a day with its name.
    NotAList,
    /// There are more lines than a list has.
    TooLong,
    /// Characters that no text has: another encoding, or no text at all.
    NotText,
    /// Not "2026/1/1,元日".
    NotADay,
    /// Such a date does not exist.
    NoSuchDate,
    /// Before 1955 or after 2199.
    OutOfRange,
    /// The day stands in an earlier line.
    DayTwice { first: usize },
    /// The days of the year stand apart: it begins in an earlier line.
    YearTwice { year: i32, first: usize },
    /// No name, a long one, or signs that no name has.
    BadName,
}

/// Reads a list. Empty lines at the end and the line that names the columns are passed over.
///
/// # Errors
/// Every problem, in the order of lines.
pub fn read(text: &str) -> Result<List, Vec<Problem>> {
    let text = text.trim_start_matches('\u{feff}').trim_end();
    let lines = text.lines().take(LINES_MOST + 1).count();
    if lines > LINES_MOST {
        return Err(vec![problem(LINES_MOST + 1, Fault::TooLong)]);
    }
    let mut reading = Reading::default();
    for (at, line) in text.lines().enumerate() {
        let is_heading = at == 0 && line.starts_with(HEADING) && line.contains("月日");
        if !is_heading {
            reading.line(at + 1, line.trim_end_matches('\r'));
        }
    }
    reading.end()
}

/// What was read so far.
#[derive(Default)]
struct Reading<'a> {
    /// Each day with its name and its line.
    days: BTreeMap<NaiveDate, (&'a str, usize)>,
    /// Each year with the line in which it begins, in the order of the text.
    years: Vec<(i32, usize)>,
    problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    fn line(&mut self, line: usize, text: &'a str) {
        match day_and_name(text) {
            Err(what) => self.problems.push(problem(line, what)),
            Ok((day, name)) => {
                self.year(line, day.year());
                match self.days.get(&day) {
                    Some((_, first)) => {
                        let first = *first;
                        self.problems.push(problem(line, Fault::DayTwice { first }));
                    }
                    None => {
                        self.days.insert(day, (name, line));
                    }
                }
            }
        }
    }

    /// The days of a year stand together.
    fn year(&mut self, line: usize, year: i32) {
        let known = self.years.iter().rev().find(|(known, _)| *known == year);
        let is_current = self.years.last().is_some_and(|(last, _)| *last == year);
        if let Some((_, first)) = known.filter(|_| !is_current) {
            let first = *first;
            self.problems
                .push(problem(line, Fault::YearTwice { year, first }));
        }
        if !is_current {
            self.years.push((year, line));
        }
    }

    fn end(self) -> Result<List, Vec<Problem>> {
        let unread = |problem: &Problem| matches!(problem.what, Fault::NotADay | Fault::NotText);
        if self.days.is_empty() && self.problems.iter().all(unread) {
            return Err(vec![problem(1, Fault::NotAList)]);
        }
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        let listed: BTreeMap<NaiveDate, &str> = self
            .days
            .iter()
            .map(|(day, (name, _))| (*day, *name))
            .collect();
        Ok(List {
            years: self.years.iter().map(|(year, _)| *year).collect(),
            days: listed
                .keys()
                .map(|day| (*day, named(*day, &listed)))
                .collect(),
        })
    }
}

const fn problem(line: usize, what: Fault) -> Problem {
    Problem { line, what }
}

/// "2026/1/1,元日"
fn day_and_name(line: &str) -> Result<(NaiveDate, &str), Fault> {
    let strange = |letter: char| letter.is_control() && letter != '\t' || letter == '\u{fffd}';
    if line.contains(strange) {
        return Err(Fault::NotText);
    }
    let (date, name) = line.split_once(',').ok_or(Fault::NotADay)?;
    let mut parts = date.trim().split(['/', '-']);
    let mut number = || {
        let part = parts.next().ok_or(Fault::NotADay)?;
        let plain = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let read = part.parse::<u32>().ok().filter(|_| plain);
        read.ok_or(Fault::NotADay)
    };
    let (year, month, day) = (number()?, number()?, number()?);
    if parts.next().is_some() {
        return Err(Fault::NotADay);
    }
    let year = i32::try_from(year).map_err(|_| Fault::NotADay)?;
    if !YEARS.contains(&year) {
        return Err(Fault::OutOfRange);
    }
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(Fault::NoSuchDate)?;
    let name = name.trim();
    is_name(name).then_some((date, name)).ok_or(Fault::BadName)
}

/// Whether a text can be the name of a day: letters, digits and a few signs, so that no name
/// becomes a formula, a mark-up or a text that runs backwards.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || " 　・ー々（）()'’-".contains(letter);
    let begins = text.chars().next().is_some_and(char::is_alphanumeric);
    begins && text.chars().count() <= NAME_LONGEST && text.chars().all(plain)
}

/// The names and the reason of a listed day: those of the law where it agrees, else those of the list.
fn named(day: NaiveDate, listed: &BTreeMap<NaiveDate, &str>) -> Named {
    let name = listed.get(&day).copied().unwrap_or_default();
    let nameless = name.starts_with(NAMELESS);
    let by_law = computed(day).filter(|law| nameless || law.name_ja == name);
    if let Some(law) = by_law {
        return of(law.kind, law.name_ja, law.name_en);
    }
    if !nameless {
        let en = law::english(name).unwrap_or("National holiday");
        return of(HolidayKind::National, name, en);
    }
    let is_listed = |near: Option<NaiveDate>| near.is_some_and(|near| listed.contains_key(&near));
    if let Some(sunday) = replaced(day, listed) {
        let en = law::english(sunday).unwrap_or("National holiday");
        return of(HolidayKind::Substitute, sunday, en);
    }
    if is_listed(day.pred_opt()) && is_listed(day.succ_opt()) {
        let (ja, en) = law::BETWEEN;
        return of(HolidayKind::Sandwiched, ja, en);
    }
    of(HolidayKind::National, name, "Public holiday")
}

/// The holiday on a Sunday that a nameless day stands for: from it on, all days are listed.
fn replaced<'a>(day: NaiveDate, listed: &BTreeMap<NaiveDate, &'a str>) -> Option<&'a str> {
    let mut at = day.pred_opt()?;
    loop {
        let name = listed.get(&at).copied()?;
        if at.weekday() == Weekday::Sun {
            return (!name.starts_with(NAMELESS)).then_some(name);
        }
        at = at.pred_opt()?;
    }
}

fn of(kind: HolidayKind, ja: &str, en: &str) -> Named {
    Named {
        kind,
        name: Name {
            ja: ja.to_owned(),
            en: en.to_owned(),
        },
    }
}

#[cfg(test)]
mod tests;
