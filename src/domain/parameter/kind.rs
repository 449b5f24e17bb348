//! What values a parameter takes, how they are read, and which of two is the stricter.

use std::collections::BTreeSet;

use crate::domain::availability::{WeeklyWindow, parse_windows};
use crate::domain::calendar::season::Season;
use crate::domain::parameter::value::{Tier, Value};
use crate::domain::time::parse_clock;

/// Longest text of a parameter, in characters.
pub const TEXT_LONGEST: usize = 1_000;
/// Most codes, numbers or tiers in one value.
pub const MOST: usize = 40;

/// What a number counts.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Unit {
    Minutes,
    Hours,
    Days,
    BusinessDays,
    Months,
    Years,
    Percent,
    Times,
}

/// What values a parameter takes.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A whole number within limits; where `none` says so, 0 means that there is no limit.
    Number { unit: Unit, least: i64, most: i64 },
    /// Yes or no.
    Flag,
    /// One of these codes.
    OneOf(&'static [&'static str]),
    /// Any of these codes.
    Some(&'static [&'static str]),
    /// Codes that a facility makes itself, such as those of its courses.
    Codes,
    /// A time of day, Tokyo time, "09:00" to "24:00".
    TimeOfDay,
    /// A part of every year, "12-29..01-03", both ends included.
    Season,
    /// Weekly windows in which use may lie; none means all day.
    Windows,
    /// Business days before use and what is then charged in percent, "5:0,1:50,0:100".
    Tiers,
    /// Days before something, "60,30,7".
    Numbers,
    /// A text of up to 1,000 characters.
    Text,
}

/// Which of two values is the stricter one.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Tight {
    /// The smaller number.
    Less,
    /// The smaller number, where 0 means that there is no limit.
    Cap,
    /// The larger number.
    More,
    /// Yes.
    Yes,
    /// No.
    No,
    /// The set with fewer codes.
    Fewer,
    /// The set with more codes.
    Wider,
    /// The earlier of the codes in the order of the kind.
    Earlier,
    /// The later of the codes in the order of the kind.
    Later,
    /// Neither: such a value can't bind the levels below.
    Neither,
}

/// Who may set a parameter aside for one person.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Waiver {
    /// 例外なし
    Nobody,
    /// 機器管理責任者
    FacilityManager,
    /// 機関窓口
    InstitutionOfficer,
}

/// A text that is no value of a kind.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct NotAValue;

impl Kind {
    /// Reads a value as [`Value`] writes it and as forms post it.
    ///
    /// # Errors
    /// The text is no value of this kind.
    pub fn read(self, text: &str) -> Result<Value, NotAValue> {
        let text = text.trim();
        match self {
            Self::Number { least, most, .. } => {
                let number = text.parse::<i64>().map_err(|_| NotAValue)?;
                (least..=most)
                    .contains(&number)
                    .then_some(Value::Number(number))
            }
            Self::Flag => match text {
                "yes" => Some(Value::Flag(true)),
                "no" => Some(Value::Flag(false)),
                _ => None,
            },
            Self::OneOf(codes) => codes.contains(&text).then(|| Value::Code(text.to_owned())),
            Self::Some(known) => codes(text)
                .filter(|set| set.iter().all(|code| known.contains(&code.as_str())))
                .map(Value::Codes),
            Self::Codes => codes(text).map(Value::Codes),
            Self::TimeOfDay => parse_clock(text).map(Value::TimeOfDay),
            Self::Season => Season::read(text).map(Value::Season),
            Self::Windows => windows(text).map(Value::Windows),
            Self::Tiers => tiers(text).map(Value::Tiers),
            Self::Numbers => numbers(text).map(Value::Numbers),
            Self::Text => {
                (text.chars().count() <= TEXT_LONGEST).then(|| Value::Text(text.to_owned()))
            }
        }
        .ok_or(NotAValue)
    }

    /// The codes of a kind that has a fixed set of them.
    #[must_use]
    pub const fn codes(self) -> &'static [&'static str] {
        match self {
            Self::OneOf(codes) | Self::Some(codes) => codes,
            _ => &[],
        }
    }

    /// A value that says nothing, for a default that could not be read; a test sees that none is.
    #[must_use]
    pub fn empty(self) -> Value {
        match self {
            Self::Number { least, .. } => Value::Number(least),
            Self::Flag => Value::Flag(false),
            Self::OneOf(codes) => {
                Value::Code(codes.first().copied().unwrap_or_default().to_owned())
            }
            Self::Some(_) | Self::Codes => Value::Codes(BTreeSet::new()),
            Self::TimeOfDay => Value::TimeOfDay(0),
            Self::Season => Value::Season(Season::default()),
            Self::Windows => Value::Windows(Vec::new()),
            Self::Tiers => Value::Tiers(Vec::new()),
            Self::Numbers => Value::Numbers(Vec::new()),
            Self::Text => Value::Text(String::new()),
        }
    }

    /// The place of a code in the order of the kind.
    fn rank(self, code: &str) -> usize {
        match self {
            Self::OneOf(codes) => codes.iter().position(|known| *known == code).unwrap_or(0),
            _ => 0,
        }
    }
}

impl Tight {
    /// Whether `value` allows more than `bound` does, so that a bound of a wider level forbids it.
    #[must_use]
    pub fn is_looser(self, kind: Kind, value: &Value, bound: &Value) -> bool {
        match (self, value, bound) {
            (Self::Less, Value::Number(value), Value::Number(bound)) => value > bound,
            (Self::Cap, Value::Number(value), Value::Number(bound)) => {
                *bound != 0 && (*value == 0 || value > bound)
            }
            (Self::More, Value::Number(value), Value::Number(bound)) => value < bound,
            (Self::Yes, Value::Flag(value), Value::Flag(bound)) => *bound && !*value,
            (Self::No, Value::Flag(value), Value::Flag(bound)) => !*bound && *value,
            (Self::Fewer, Value::Codes(value), Value::Codes(bound)) => !value.is_subset(bound),
            (Self::Wider, Value::Codes(value), Value::Codes(bound)) => !value.is_superset(bound),
            (Self::Earlier, Value::Code(value), Value::Code(bound)) => {
                kind.rank(value) > kind.rank(bound)
            }
            (Self::Later, Value::Code(value), Value::Code(bound)) => {
                kind.rank(value) < kind.rank(bound)
            }
            _ => false,
        }
    }
}

/// "a,b,c", each a short code; nothing is the empty set.
fn codes(text: &str) -> Option<BTreeSet<String>> {
    if text.is_empty() {
        return Some(BTreeSet::new());
    }
    let set: BTreeSet<String> = text.split(',').map(|code| code.trim().to_owned()).collect();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
    let good = |code: &String| (1..=40).contains(&code.len()) && code.chars().all(plain);
    (set.len() <= MOST && set.iter().all(good)).then_some(set)
}

fn windows(text: &str) -> Option<Vec<WeeklyWindow>> {
    parse_windows(text).filter(|windows| windows.len() <= MOST)
}

/// "5:0,1:50,0:100": days before use fall, the charge never does.
fn tiers(text: &str) -> Option<Vec<Tier>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let tier = |part: &str| {
        let (days, percent) = part.split_once(':')?;
        let (days, percent) = (days.trim().parse().ok()?, percent.trim().parse().ok()?);
        (days <= 400 && percent <= 100).then_some(Tier { days, percent })
    };
    let tiers: Vec<Tier> = text.split(',').map(tier).collect::<Option<_>>()?;
    let falls = tiers
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a.days > b.days && a.percent <= b.percent));
    (tiers.len() <= MOST && falls).then_some(tiers)
}

/// "60,30,7": each smaller than the one before.
fn numbers(text: &str) -> Option<Vec<u32>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let numbers: Vec<u32> = text
        .split(',')
        .map(|part| part.trim().parse().ok().filter(|number| *number <= 366))
        .collect::<Option<_>>()?;
    let falls = numbers
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a > b));
    (numbers.len() <= MOST && falls).then_some(numbers)
}
