//! 国民の祝日に関する法律 as it stood in each year: the named holidays and the two rules that make more of them.

use chrono::{Datelike, NaiveDate, Weekday};

/// Japanese and English name of a national holiday.
pub type Name = (&'static str, &'static str);

const NEW_YEAR: Name = ("元日", "New Year's Day");
const ADULTS: Name = ("成人の日", "Coming of Age Day");
const FOUNDATION: Name = ("建国記念の日", "National Foundation Day");
const EMPEROR: Name = ("天皇誕生日", "Emperor's Birthday");
const SPRING: Name = ("春分の日", "Vernal Equinox Day");
const SHOWA: Name = ("昭和の日", "Showa Day");
const ACCESSION: Name = ("天皇の即位の日", "Day of the Emperor's Accession");
const CONSTITUTION: Name = ("憲法記念日", "Constitution Memorial Day");
const GREENERY: Name = ("みどりの日", "Greenery Day");
const CHILDREN: Name = ("こどもの日", "Children's Day");
const MARINE: Name = ("海の日", "Marine Day");
const MOUNTAIN: Name = ("山の日", "Mountain Day");
const AGED: Name = ("敬老の日", "Respect for the Aged Day");
const AUTUMN: Name = ("秋分の日", "Autumnal Equinox Day");
const HEALTH: Name = ("体育の日", "Health and Sports Day");
const SPORTS: Name = ("スポーツの日", "Sports Day");
const ENTHRONEMENT: Name = (
    "即位礼正殿の儀の行われる日",
    "Day of the Enthronement Ceremony",
);
const CULTURE: Name = ("文化の日", "Culture Day");
const LABOUR: Name = ("勤労感謝の日", "Labour Thanksgiving Day");
/// What a day between two national holidays is called.
pub const BETWEEN: Name = ("国民の休日", "Citizens' Holiday");
/// Days that laws of their own made holidays before the years that are computed here.
const PAST: [Name; 4] = [
    ("結婚の儀", "Wedding Ceremony of the Crown Prince"),
    ("大喪の礼", "State Funeral of Emperor Showa"),
    ("即位礼正殿の儀", "Enthronement Ceremony"),
    ("体育の日（スポーツの日）", "Sports Day"),
];

/// The English name of a holiday that has a Japanese one in law.
pub fn english(ja: &str) -> Option<&'static str> {
    let named = [
        NEW_YEAR,
        ADULTS,
        FOUNDATION,
        EMPEROR,
        SPRING,
        SHOWA,
        ACCESSION,
        CONSTITUTION,
        GREENERY,
        CHILDREN,
        MARINE,
        MOUNTAIN,
        AGED,
        AUTUMN,
        HEALTH,
        SPORTS,
        ENTHRONEMENT,
        CULTURE,
        LABOUR,
        BETWEEN,
    ];
    let mut all = named.iter().chain(&PAST);
    all.find(|(known, _)| *known == ja).map(|(_, en)| *en)
}

/// Article 2: the named holidays, in the order of the calendar.
pub fn national(day: NaiveDate) -> Option<Name> {
    let year = day.year();
    match (day.month(), day.day()) {
        (1, 1) => Some(NEW_YEAR),
        (1, _) if is_monday(day, 2) => Some(ADULTS),
        (2, 11) => Some(FOUNDATION),
        (2, 23) if year >= 2020 => Some(EMPEROR),
        (3, date) if date == spring(year) => Some(SPRING),
        (4, 29) if year >= 2007 => Some(SHOWA),
        (4, 29) => Some(GREENERY),
        (5, 1) if year == 2019 => Some(ACCESSION),
        (5, 3) => Some(CONSTITUTION),
        (5, 4) if year >= 2007 => Some(GREENERY),
        (5, 5) => Some(CHILDREN),
        (7 | 8, _) => summer(day),
        (9, date) if date == autumn(year) => Some(AUTUMN),
        (9, 15) if year < 2003 => Some(AGED),
        (9, _) if year >= 2003 && is_monday(day, 3) => Some(AGED),
        (10, 22) if year == 2019 => Some(ENTHRONEMENT),
        (10, _) if is_monday(day, 2) => match year {
            ..=2019 => Some(HEALTH),
            2020 | 2021 => None,
            _ => Some(SPORTS),
        },
        (11, 3) => Some(CULTURE),
        (11, 23) => Some(LABOUR),
        (12, 23) if year <= 2018 => Some(EMPEROR),
        _ => None,
    }
}

/// The holidays of July and August, which the Games of Tokyo moved in 2020 and 2021
/// (平成三十二年東京オリンピック競技大会・東京パラリンピック競技大会特別措置法).
fn summer(day: NaiveDate) -> Option<Name> {
    match (day.year(), day.month(), day.day()) {
        (2020, 7, 23) | (2021, 7, 22) | (..=2002, 7, 20) => Some(MARINE),
        (2020, 7, 24) | (2021, 7, 23) => Some(SPORTS),
        (2020, 8, 10) | (2021, 8, 8) => Some(MOUNTAIN),
        (2020 | 2021, _, _) => None,
        (2003.., 7, _) if is_monday(day, 3) => Some(MARINE),
        (2016.., 8, 11) => Some(MOUNTAIN),
        _ => None,
    }
}

/// Article 3, paragraph 2: the name of the Sunday holiday that this day replaces.
/// Since 2007 the next day that is no holiday itself, before that only the Monday.
pub fn substitute(day: NaiveDate) -> Option<Name> {
    let mut at = day.pred_opt()?;
    loop {
        let name = national(at)?;
        if at.weekday() == Weekday::Sun {
            return Some(name);
        }
        if day.year() < 2007 {
            return None;
        }
        at = at.pred_opt()?;
    }
}

/// Article 3, paragraph 3: between two national holidays. Before 2007 not on a Sunday.
pub fn is_sandwiched(day: NaiveDate) -> bool {
    let is_national = |near: Option<NaiveDate>| near.and_then(national).is_some();
    (day.year() >= 2007 || day.weekday() != Weekday::Sun)
        && is_national(day.pred_opt())
        && is_national(day.succ_opt())
}

/// Whether the day is the `n`th Monday of its month.
fn is_monday(day: NaiveDate, n: u32) -> bool {
    day.weekday() == Weekday::Mon && day.day().div_ceil(7) == n
}

/// The day of March on which the sun crosses the equator northwards, Tokyo time.
fn spring(year: i32) -> u32 {
    equinox(year, if year < 2100 { 20_843_100 } else { 21_873_000 })
}

/// The day of September on which the sun crosses the equator southwards, Tokyo time.
fn autumn(year: i32) -> u32 {
    equinox(year, if year < 2100 { 23_248_800 } else { 24_221_000 })
}

/// The usual formula, in millionths of a day from `base`, its value for 1980: the sun gains
/// 0.242194 days a year and each leap day takes one back. From 2100 on the bases are fitted to
/// the series of J. Meeus (Astronomical Algorithms, chapter 27), as the common ones for
/// 2100 to 2150 drift by a day in four of the hundred years.
fn equinox(year: i32, base: i32) -> u32 {
    let years = year - 1980;
    let date = (base + 242_194 * years) / 1_000_000 - years / 4;
    date.unsigned_abs()
}
