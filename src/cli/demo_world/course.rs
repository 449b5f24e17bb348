//! More invented courses, which the rules of their facilities ask for, with dates and who is enrolled.

use chrono::NaiveDate;

use crate::domain::calendar::ClosedDays;
use crate::domain::id::{CourseId, FacilityId, TrainingId, UserId, born};
use crate::domain::name::Name;
use crate::domain::time::{Instant, Span};
use crate::domain::world::known::{Date, Taught};

/// A course and the categories whose self operation needs it.
pub struct Course {
    pub facility: &'static str,
    pub code: &'static str,
    ja: &'static str,
    en: &'static str,
    minutes: u32,
    /// Codes of categories; "" is all of the facility's.
    pub categories: &'static [&'static str],
}

const fn course(
    facility: &'static str,
    code: &'static str,
    (ja, en): (&'static str, &'static str),
    minutes: u32,
    categories: &'static [&'static str],
) -> Course {
    Course {
        facility,
        code,
        ja,
        en,
        minutes,
        categories,
    }
}

/// Every course. Facilities without one give their training on request.
pub const COURSES: [Course; 6] = [
    course(
        "ncvc-imaging",
        "confocal",
        (
            "共焦点顕微鏡 基礎講習",
            "Confocal microscopy, basic training",
        ),
        120,
        &["confocal"],
    ),
    course(
        "ncvc-imaging",
        "sem",
        (
            "走査電子顕微鏡 講習",
            "Scanning electron microscopy training",
        ),
        180,
        &["sem"],
    ),
    course(
        "ncgg-ri",
        "basic",
        (
            "共同利用機器 基礎講習",
            "Shared instruments, basic training",
        ),
        90,
        &[""],
    ),
    course(
        "ncchd-ri",
        "basic",
        (
            "共同利用機器 利用者講習",
            "Training for users of shared instruments",
        ),
        90,
        &[""],
    ),
    course(
        "nibiohn-core",
        "em",
        ("電子顕微鏡 講習", "Electron microscopy training"),
        240,
        &["tem", "sem"],
    ),
    course(
        "nibiohn-core",
        "nmr",
        ("NMR 講習", "NMR training"),
        180,
        &["nmr"],
    ),
];

/// Business days from today to the dates of each course.
const AHEAD: [u32; 3] = [4, 12, 25];

/// The courses of the facilities that are there. Seats of the first date are taken by some of `people`.
pub fn taught(
    facility: impl Fn(&str) -> Option<FacilityId>,
    people: &[UserId],
    at: Instant,
) -> Vec<Taught> {
    let office = ClosedDays::standard();
    COURSES
        .iter()
        .enumerate()
        .filter_map(|(number, course)| {
            let place = u16::try_from(number).ok()?;
            Some(Taught {
                id: CourseId::new(born(at.unix(), 12, place)),
                facility: facility(course.facility)?,
                code: course.code.to_owned(),
                name: Name {
                    ja: course.ja.to_owned(),
                    en: course.en.to_owned(),
                },
                minutes: course.minutes,
                dates: dates(course, number, (people, &office), at),
            })
        })
        .collect()
}

fn dates(
    course: &Course,
    number: usize,
    (people, office): (&[UserId], &ClosedDays),
    at: Instant,
) -> Vec<Date> {
    let one = |(place, ahead): (usize, &u32)| {
        let day: NaiveDate = office.after(at.day(), ahead + u32::try_from(number).ok()?);
        let start = Instant::of_tokyo(day, 13 * 60 + 30);
        let taken = if place == 0 { 6 } else { 2 };
        let enrolled = people.iter().skip(number * 3).step_by(2).take(taken);
        Some(Date {
            id: TrainingId::new(born(at.unix(), 6, u16::try_from(number * 8 + place).ok()?)),
            span: Span::of_minutes(start, i64::from(course.minutes))?,
            seats: 6,
            place: "共同利用機器室（見本）".to_owned(),
            enrolled: enrolled
                .map(|user| (*user, at.plus_minutes(-3 * 24 * 60)))
                .collect(),
        })
    };
    AHEAD.iter().enumerate().filter_map(one).collect()
}
