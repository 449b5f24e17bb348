//! Trainings as ways forward: the date of each course that would open its gate for the wish at hand.

use chrono::NaiveDate;

use crate::domain::gate::Gate;
use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::gate::standing::Standing;
use crate::domain::id::FactId;
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::{Applicant, Course};
use crate::domain::policy::case::Case;
use crate::domain::refusal::ground::Remedy;
use crate::domain::time::Instant;
use crate::domain::training::licence::last_day;

/// The dates that help: one they take part in already, or the next one with a seat, before the use.
pub(super) fn dates(case: &Case<'_>) -> Vec<Remedy> {
    let Some(by) = case.by else { return Vec::new() };
    let closed: Vec<Standing> = case.gates().into_iter().filter(is_closed).collect();
    let day = case.wish.start().day();
    let helps = |course: &Course, on: NaiveDate| on < day && opens(case, by, &closed, (course, on));
    by.courses
        .iter()
        .filter_map(|course| {
            let code = course.code.clone();
            let attend = course.enrolled.filter(|on| helps(course, *on));
            let enrol = course.next.filter(|on| helps(course, *on));
            match (attend, enrol) {
                (Some(day), _) => Some(Remedy::Attend { course: code, day }),
                (None, Some(day)) => Some(Remedy::Training { course: code, day }),
                (None, None) => None,
            }
        })
        .collect()
}

fn is_closed(standing: &Standing) -> bool {
    standing.asked.gate == Gate::Training && !standing.is_open()
}

/// Whether a closed gate that asks for the course opens with the licence of that day.
fn opens(
    case: &Case<'_>,
    by: &Applicant,
    closed: &[Standing],
    (course, on): (&Course, NaiveDate),
) -> bool {
    let asks = |standing: &Standing| {
        let named = standing.asked.course.as_deref();
        named.is_none_or(|code| code == course.code)
    };
    if !closed.iter().any(asks) {
        return false;
    }
    let mut trained = by.clone();
    trained.facts.push(licence(case, by, (course, on)));
    let case = Case {
        by: Some(&trained),
        ..*case
    };
    let left: Vec<Standing> = case.gates().into_iter().filter(is_closed).collect();
    let gone = |one: &Standing| left.iter().all(|other| other.asked != one.asked);
    closed.iter().any(|one| asks(one) && gone(one))
}

/// What they would hold after that day: confirmed by the facility, valid as its rule says.
fn licence(case: &Case<'_>, by: &Applicant, (course, on): (&Course, NaiveDate)) -> Fact {
    let months = case
        .in_force()
        .terms
        .count(Parameter::LicenceValidMonths)
        .max(1);
    let at = Instant::of_tokyo(on, 0);
    Fact {
        id: FactId::new(i64::MAX),
        gate: Gate::Training,
        user: by.user,
        facility: Some(case.resource.facility),
        booking: None,
        course: Some(course.id),
        issuer: Some(case.resource.institution),
        project_number: String::new(),
        number: String::new(),
        level: String::new(),
        issued_on: Some(on),
        valid_until: Some(last_day(on, months)),
        entered_at: at,
        rulings: vec![Ruling {
            side: Side::Provider,
            institution: Some(case.resource.institution),
            verdict: Verdict::Confirmed,
            number: String::new(),
            ruled_on: on,
            condition: None,
            at,
        }],
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::catalogue::Resource;
    use crate::domain::id::{CourseId, InstitutionId, UserId};
    use crate::domain::name::Name;
    use crate::domain::parameter::setting::{Setting, Sheet, Target};
    use crate::domain::parameter::terms::{Layer, Subject, Terms};
    use crate::domain::parameter::value::Value;
    use crate::domain::policy::applicant::Manner;
    use crate::domain::policy::check;
    use crate::domain::policy::sample::{at, citation, confocal, day, span};
    use crate::domain::refusal::unfit::Unfit;
    use crate::domain::refusal::{Refusal, Wrong};
    use crate::domain::support::SupportMode;

    fn codes(list: &[&str]) -> Value {
        Value::Codes(list.iter().map(|&code| code.to_owned()).collect())
    }

    /// The confocal microscope under a rule that asks for these courses before a request is sent.
    fn asking(courses: &[&str], months: i64) -> Resource {
        let said = [
            (Parameter::TrainingRequired, codes(courses)),
            (Parameter::GatesBeforeSending, codes(&["training"])),
            (Parameter::LicenceValidMonths, Value::Number(months)),
        ];
        let settings = said.into_iter().map(|(parameter, value)| Setting {
            target: Target::All,
            parameter,
            value,
            article: None,
            binding: false,
        });
        let sheet = Sheet {
            titles: [(1, Name::default())].into(),
            settings: settings.collect(),
        };
        let citation = citation();
        let layer = Layer {
            citation: &citation,
            is_whole: false,
            sheet: &sheet,
        };
        let subject = Subject {
            category: "confocal",
            slug: "ncgg-confocal",
        };
        Resource {
            terms: Arc::new(Terms::default().under(&[layer], subject)),
            ..confocal()
        }
    }

    fn course(id: i64, code: &str, next: &str) -> Course {
        Course {
            id: CourseId::new(id),
            code: code.into(),
            next: Some(day(next)),
            enrolled: None,
        }
    }

    fn applicant(courses: Vec<Course>) -> Applicant {
        Applicant {
            user: UserId::new(1),
            institution: InstitutionId::new(2),
            org_class: "inhouse".into(),
            position_class: "researcher".into(),
            facts: Vec::new(),
            courses,
            lines: Vec::new(),
            uses: Vec::new(),
            projects: Vec::new(),
            waivers: Vec::new(),
            suspended_until: None,
        }
    }

    /// What is offered for a use of the 9 February on one's own.
    fn offered(resource: &Resource, by: &Applicant) -> Vec<Remedy> {
        let citation = citation();
        let wish = span("2027-02-09T09:00", "2027-02-09T15:00");
        let manner = Manner {
            support: Some(SupportMode::SelfOperation),
            ..Manner::default()
        };
        let case = Case {
            by: Some(by),
            manner: Some(&manner),
            ..Case::of_time(at("2026-12-18T10:00"), resource, wish, &[], Some(&citation))
        };
        let closed = |one: &Refusal| matches!(one.wrong, Wrong::Unfit(Unfit::GateClosed { .. }));
        let found = check(&case).into_iter().find(closed);
        found.map(|one| one.remedies).unwrap_or_default()
    }

    fn training(code: &str, on: &str) -> Remedy {
        Remedy::Training {
            course: code.into(),
            day: day(on),
        }
    }

    #[test]
    fn s3_a_date_before_the_use_and_other_ways_of_use_are_offered() {
        let found = offered(
            &asking(&["C1"], 12),
            &applicant(vec![course(1, "C1", "2027-02-02")]),
        );
        assert_eq!(found.first(), Some(&training("C1", "2027-02-02")));
        assert!(
            found.contains(&Remedy::Mode(SupportMode::Assisted)),
            "{found:?}"
        );
    }

    #[test]
    fn dates_that_would_not_help_are_not_offered() {
        let resource = asking(&["C1"], 1);
        let none = |courses| {
            let found = offered(&resource, &applicant(courses));
            !found
                .iter()
                .any(|way| matches!(way, Remedy::Training { .. }))
        };
        assert!(
            none(vec![course(1, "C1", "2027-02-09")]),
            "on the day itself"
        );
        assert!(none(vec![course(1, "C1", "2026-12-25")]), "ended by then");
        assert!(none(vec![course(2, "C2", "2027-02-02")]), "another course");
        assert!(!none(vec![course(1, "C1", "2027-01-20")]));
    }

    #[test]
    fn each_of_two_courses_is_offered_and_whoever_takes_part_is_told_so() {
        let resource = asking(&["C1", "C2"], 12);
        let mine = Course {
            enrolled: Some(day("2027-01-15")),
            ..course(1, "C1", "2027-01-08")
        };
        let by = applicant(vec![mine, course(2, "C2", "2027-02-02")]);
        let attend = Remedy::Attend {
            course: "C1".into(),
            day: day("2027-01-15"),
        };
        let found = offered(&resource, &by);
        assert_eq!(found[..2], [attend, training("C2", "2027-02-02")]);
    }
}
