//! Somebody with a history and a fact for every gate, for whom a wish is judged.

use chrono::{Days, NaiveDate};

use crate::domain::catalogue::Resource;
use crate::domain::gate::Gate;
use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::id::{CourseId, FacilityId, FactId, InstitutionId, UserId, WaiverId};
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::{Applicant, Course, Use};
use crate::domain::policy::waiver::Waiver;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};

/// Uses behind them.
const USES: i64 = 20;
/// The gates that are about a person or a project and can stand before the request is sent.
pub(super) const GATES: [Gate; 9] = [
    Gate::Registration,
    Gate::OrgPledge,
    Gate::RadiationWorker,
    Gate::HealthCheck,
    Gate::BiosafetyTraining,
    Gate::EthicsApproval,
    Gate::AnimalProtocol,
    Gate::LmoNotice,
    Gate::DataAgreement,
];

/// Somebody who can use the resource, seen from a day.
pub(super) fn applicant(resource: &Resource, today: NaiveDate) -> Applicant {
    let courses = [(1, "C1"), (2, "C2")].map(|(id, code)| Course {
        id: CourseId::new(id),
        code: code.to_owned(),
        next: today.checked_add_days(Days::new(9)),
        enrolled: None,
    });
    let licences = courses.each_ref().map(|course| Fact {
        course: Some(course.id),
        issuer: Some(resource.institution),
        ..fact(Gate::Training, today)
    });
    let uses = (1..=USES).rev().filter_map(|number| {
        let start = Instant::of_tokyo(today, 600).plus_minutes(-number * 9 * 1440);
        Some(Use {
            resource: resource.id,
            span: Span::of_minutes(start, 120)?,
            support: Some(SupportMode::Assisted),
            project_number: "P1".to_owned(),
            confirmed: true,
            owes: None,
        })
    });
    Applicant {
        institution: InstitutionId::new(2),
        facts: licences
            .into_iter()
            .chain(GATES.map(|gate| fact(gate, today)))
            .collect(),
        uses: uses.collect(),
        projects: vec![("P1".to_owned(), 7)],
        waivers: vec![Waiver {
            id: WaiverId::new(1),
            parameter: Parameter::MinMinutes,
            from: today,
            until: today,
            reason: String::new(),
            by: String::new(),
        }],
        ..Applicant::newcomer(resource, "university", courses.to_vec())
    }
}

/// A fact that every side confirmed a month ago.
fn fact(gate: Gate, today: NaiveDate) -> Fact {
    let on = today.checked_sub_days(Days::new(30)).unwrap_or(today);
    let at = Instant::of_tokyo(on, 600);
    let ruling = |side| Ruling {
        side,
        institution: None,
        verdict: Verdict::Confirmed,
        number: String::new(),
        ruled_on: on,
        condition: None,
        at,
    };
    Fact {
        id: FactId::new(1),
        gate,
        user: UserId::new(0),
        facility: Some(FacilityId::new(1)),
        booking: None,
        course: None,
        issuer: None,
        project_number: "P1".to_owned(),
        number: String::new(),
        level: String::new(),
        issued_on: Some(on),
        valid_until: today.checked_add_days(Days::new(300)),
        entered_at: at,
        rulings: [Side::Own, Side::Home, Side::Provider].map(ruling).into(),
    }
}
