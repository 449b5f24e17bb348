//! Random people: what they hold, used and were excepted from, and how they mean to use a resource.

use chrono::{Days, NaiveDate};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::{collection, option, sample};

use crate::domain::gate::Gate;
use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::id::{
    CourseId, FacilityId, FactId, InstitutionId, ResourceId, UserId, WaiverId,
};
use crate::domain::parameter::Parameter;
use crate::domain::policy::applicant::{Applicant, Course, Manner, Use};
use crate::domain::policy::proof::world::TRIED;
use crate::domain::policy::sample::{at, day};
use crate::domain::policy::waiver::Waiver;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};

fn facts() -> impl Strategy<Value = Vec<Fact>> {
    let gate = sample::select(vec![
        Gate::Training,
        Gate::Training,
        Gate::EthicsApproval,
        Gate::Registration,
        Gate::HealthCheck,
        Gate::OrgPledge,
    ]);
    let verdicts = option::weighted(
        0.8,
        prop_oneof![
            4 => Just(Verdict::Confirmed),
            1 => Just(Verdict::Refused),
            1 => Just(Verdict::Revoked),
        ],
    );
    let one = (gate, 0_u64..400, option::of(0_u64..90), 1_i64..3, verdicts);
    let fact = |(gate, ago, left, course, verdict): (Gate, u64, Option<u64>, i64, _)| {
        let first = day("2026-12-21");
        fact(
            gate,
            course,
            (
                first - Days::new(ago),
                left.map(|days| first + Days::new(days)),
            ),
            verdict,
        )
    };
    collection::vec(one.prop_map(fact), 0..6)
}

/// A fact with what each side ruled on it.
pub fn fact(
    gate: Gate,
    course: i64,
    (issued, until): (NaiveDate, Option<NaiveDate>),
    verdict: Option<Verdict>,
) -> Fact {
    let ruling = |side| {
        verdict.map(|verdict| Ruling {
            side,
            institution: None,
            verdict,
            number: String::new(),
            ruled_on: issued,
            condition: None,
            at: Instant::of_tokyo(issued, 0),
        })
    };
    let is_training = gate == Gate::Training;
    Fact {
        id: FactId::new(1),
        gate,
        user: UserId::new(5),
        facility: Some(FacilityId::new(1)),
        booking: None,
        course: is_training.then(|| CourseId::new(course)),
        issuer: is_training.then(|| InstitutionId::new(1)),
        project_number: String::new(),
        number: String::new(),
        level: String::new(),
        issued_on: Some(issued),
        valid_until: until,
        entered_at: Instant::of_tokyo(issued, 0),
        rulings: [Side::Own, Side::Home, Side::Provider]
            .into_iter()
            .filter_map(ruling)
            .collect(),
    }
}

fn uses() -> impl Strategy<Value = Vec<Use>> {
    let one = (
        -60_i64..40,
        1_i64..9,
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
    );
    let used = one.prop_map(|(days, hours, assisted, confirmed, here)| Use {
        resource: ResourceId::new(if here { 1 } else { 2 }),
        span: Span::of_minutes(at("2026-12-21T09:00").plus_minutes(days * 1440), hours * 60)
            .unwrap(),
        support: Some(if assisted {
            SupportMode::Assisted
        } else {
            SupportMode::SelfOperation
        }),
        project_number: if confirmed {
            "P1".into()
        } else {
            String::new()
        },
        confirmed,
        owes: None,
    });
    let sorted = |mut uses: Vec<Use>| {
        uses.sort_by_key(|used| used.span.start());
        uses
    };
    collection::vec(used, 0..6).prop_map(sorted)
}

fn waivers() -> impl Strategy<Value = Vec<Waiver>> {
    let parameters: Vec<Parameter> = TRIED.iter().map(|(parameter, _)| *parameter).collect();
    let one = sample::select(parameters).prop_map(waiver);
    collection::vec(one, 0..3)
}

/// An exception for the whole time.
pub fn waiver(parameter: Parameter) -> Waiver {
    Waiver {
        id: WaiverId::new(i64::try_from(parameter.place()).unwrap()),
        parameter,
        from: day("2026-12-01"),
        until: day("2027-12-31"),
        reason: String::new(),
        by: String::new(),
    }
}

pub fn people() -> impl Strategy<Value = Applicant> {
    let who = (
        1_i64..3,
        sample::select(vec!["inhouse", "university", "company"]),
        sample::select(vec!["staff", "researcher", "student"]),
    );
    let next = option::of(0_u64..60);
    let courses = (next.clone(), next);
    (who, facts(), courses, uses(), waivers(), 0_u32..4).prop_map(
        |((institution, class, position), facts, next, uses, waivers, projects)| Applicant {
            user: UserId::new(5),
            institution: InstitutionId::new(institution),
            org_class: class.into(),
            position_class: position.into(),
            facts,
            courses: vec![course(1, "C1", next.0), course(2, "C2", next.1)],
            lines: Vec::new(),
            uses,
            projects: vec![("P1".into(), projects)],
            waivers,
            suspended_until: (projects == 3).then(|| day("2027-01-05")),
        },
    )
}

fn course(id: i64, code: &str, next: Option<u64>) -> Course {
    Course {
        id: CourseId::new(id),
        code: code.into(),
        enrolled: None,
        next: next.map(|days| day("2026-12-21") + Days::new(days)),
    }
}

pub fn manners() -> impl Strategy<Value = Manner> {
    let support = option::weighted(
        0.9,
        sample::select(vec![
            SupportMode::SelfOperation,
            SupportMode::Assisted,
            SupportMode::Proxy,
        ]),
    );
    let safety = option::of(sample::select(vec!["none", "bsl1", "bsl2"]));
    let project = sample::select(vec!["", "P1", "P2"]);
    (support, safety, project).prop_map(|(support, safety, project)| Manner {
        support,
        safety,
        project_number: project.into(),
    })
}
