//! 修了とライセンス: what follows for whoever completed a course.

use chrono::{Days, Months, NaiveDate};

use crate::domain::actor::Actor;
use crate::domain::event::Kind;
use crate::domain::halt::{Act, Done, Halt};
use crate::domain::id::{CourseId, FacilityId, FactId, InstitutionId, TrainingId, UserId};
use crate::domain::letter::Letter;
use crate::domain::letter::training::TrainingNews;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::training::TrainingBar;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::training::{Course, Training, barred, to_settle};

/// Longest licence number, in characters.
pub const NUMBER_LONGEST: usize = 40;

/// The licence of somebody who completed a course.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Licence {
    pub fact: FactId,
    pub training: TrainingId,
    pub user: UserId,
    pub course: CourseId,
    pub facility: FacilityId,
    /// Who issues it.
    pub issuer: InstitutionId,
    /// ライセンス番号
    pub number: String,
    /// The Tokyo day of the course.
    pub issued_on: NaiveDate,
    /// The last Tokyo day on which it counts.
    pub valid_until: NaiveDate,
}

/// What the manager says of somebody who completed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    pub user: UserId,
    pub fact: FactId,
    pub number: String,
    /// Who holds this number of the course already.
    pub holder: Option<UserId>,
    /// 有効期間, in months.
    pub months: u32,
}

/// 修了とする: the training becomes a confirmed fact of the person.
///
/// # Errors
/// [`Halt::NotAllowed`] unless the facility's manager does it; not enrolled, settled already, not
/// held yet; a number that is none.
pub fn complete(training: &Training, completion: &Completion, by: &Actor) -> Act<Licence> {
    let enrolment = to_settle(training, completion.user, by)?;
    let number = &completion.number;
    if number.is_empty() || number.chars().count() > NUMBER_LONGEST {
        let field = Field::LicenceNumber;
        return Err(Halt::because(Refusal::of(Wrong::Malformed { field })));
    }
    if by
        .person()
        .is_some_and(|person| person.id == completion.user)
    {
        return Err(Halt::because(barred(TrainingBar::Own)));
    }
    if completion
        .holder
        .is_some_and(|holder| holder != completion.user)
    {
        return Err(Halt::because(barred(TrainingBar::NumberTaken)));
    }
    let issued_on = training.span.end().plus_seconds(-1).day();
    let valid_until = last_day(issued_on, completion.months);
    let mut letter = training.letter(TrainingNews::Completed, &enrolment.who);
    if let Letter::Training(facts) = &mut letter.letter {
        facts.licence = Some(number.clone());
        facts.valid_until = Some(valid_until);
    }
    let event = training
        .event(Kind::TrainingCompleted, completion.user, vec![letter])
        .with("fact", completion.fact)
        .with("number", number)
        .with("valid_until", valid_until);
    let licence = Licence {
        fact: completion.fact,
        training: training.id,
        user: completion.user,
        course: training.course.id,
        facility: training.course.facility,
        issuer: training.course.institution,
        number: number.clone(),
        issued_on,
        valid_until,
    };
    Ok(Done {
        value: licence,
        event,
    })
}

/// The last day of a licence that is valid for so many months.
#[must_use]
pub fn last_day(issued_on: NaiveDate, months: u32) -> NaiveDate {
    issued_on
        .checked_add_months(Months::new(months))
        .and_then(|day| day.checked_sub_days(Days::new(1)))
        .unwrap_or(issued_on)
}

/// 有効期間: the shortest that the terms of resources say whose rules name the course; where none
/// does, what `plain` says, the terms of the facility as a whole.
#[must_use]
pub fn valid_months<'a>(
    course: &Course,
    resources: impl Iterator<Item = &'a Terms>,
    plain: &Terms,
) -> u32 {
    let asks = |terms: &&Terms| {
        let codes = terms.codes(Parameter::TrainingRequired);
        codes.contains(&course.code)
    };
    let months = |terms: &Terms| terms.count(Parameter::LicenceValidMonths);
    resources
        .filter(asks)
        .map(months)
        .min()
        .unwrap_or_else(|| months(plain))
        .max(1)
}

/// 未使用による失効: the last day on which a licence counts if nothing is used any more, by the terms
/// of resources whose rules name its course, each with the day of its holder's last use.
#[must_use]
pub fn lapses_on<'a>(
    code: &str,
    issued_on: NaiveDate,
    resources: impl Iterator<Item = (&'a Terms, Option<NaiveDate>)>,
) -> Option<NaiveDate> {
    resources
        .filter(|(terms, _)| terms.codes(Parameter::TrainingRequired).contains(code))
        .filter_map(|(terms, last)| {
            let months = terms.count(Parameter::LicenceLapseUnusedMonths);
            let used = last.map_or(issued_on, |last| last.max(issued_on));
            let ends = used.checked_add_months(Months::new(months));
            ends.filter(|_| months > 0)
        })
        .min()
}

/// The number that follows the last ones given by themselves: "C1-0007".
#[must_use]
pub fn next_number(code: &str, given: &[String]) -> String {
    let last = given
        .iter()
        .filter_map(|number| number.strip_prefix(code)?.strip_prefix('-')?.parse().ok())
        .max()
        .unwrap_or(0_u32);
    format!("{code}-{:04}", last.saturating_add(1))
}

#[cfg(test)]
mod tests;
