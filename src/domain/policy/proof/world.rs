//! Random rules, people, claims and wishes, so that every parameter that is enforced meets every other.

use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::{collection, option, sample};

use crate::domain::calendar::ClosedDays;
use crate::domain::catalogue::{Parameters, Resource};
use crate::domain::gate::Gate;
use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::id::{
    CourseId, FacilityId, FactId, InstitutionId, ResourceId, UserId, WaiverId,
};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{Setting, Sheet, Target};
use crate::domain::parameter::terms::{Layer, Subject, Terms};
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::{Applicant, Course, Manner, Use};
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::policy::sample::{at, citation, claims, confocal, day, moments};
use crate::domain::policy::waiver::Waiver;
use crate::domain::refusal::Citation;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};

const WEEKDAYS: &str = "Mon 09:00-Mon 17:00;Tue 09:00-Tue 17:00;Wed 09:00-Wed 17:00;Thu 09:00-Thu 17:00;Fri 09:00-Fri 17:00";
const NIGHTS: &str = "Mon 09:00-Fri 17:00;Sat 10:00-Sat 16:00";
const GATES: &str = "training,ethics_approval,health_check,org_pledge";

/// Each parameter that the machine enforces, with values to try.
pub const TRIED: &[(Parameter, &[&str])] = &[
    (
        Parameter::EligibleOrgClasses,
        &["own", "own,university", "company", "own,university,company"],
    ),
    (
        Parameter::EligiblePositions,
        &["staff", "staff,researcher", "staff,researcher,student"],
    ),
    (Parameter::StudentCanBeLeader, &["yes", "no"]),
    (Parameter::RegistrationRequired, &["yes", "no"]),
    (
        Parameter::OrgPledgeRequired,
        &["never", "first", "yearly", "each"],
    ),
    (Parameter::SlotMinutes, &["30", "60", "240"]),
    (Parameter::MinMinutes, &["0", "60", "240"]),
    (Parameter::MaxMinutes, &["120", "480", "1440", "4320"]),
    (Parameter::MaxConsecutiveDays, &["0", "1", "2"]),
    (Parameter::LeadBusinessDays, &["0", "1", "3", "5"]),
    (Parameter::LeadFirstUseBusinessDays, &["0", "2", "7"]),
    (Parameter::HorizonDays, &["5", "20", "60", "90"]),
    (
        Parameter::HorizonRelease,
        &["rolling", "monthly", "half_yearly"],
    ),
    (Parameter::OpenWindows, &["", WEEKDAYS, NIGHTS]),
    (
        Parameter::AfterHoursPolicy,
        &["none", "on_request", "licensed"],
    ),
    (Parameter::OvernightBeforeClosedDay, &["yes", "no"]),
    (
        Parameter::ClosedCalendars,
        &[
            "",
            "weekend",
            "weekend,national_holiday",
            "weekend,national_holiday,year_end,facility",
        ],
    ),
    (Parameter::BufferBefore, &["0", "15"]),
    (Parameter::BufferAfter, &["0", "30", "120"]),
    (Parameter::MaxOpenBookingsPerUser, &["0", "1", "3"]),
    (Parameter::MaxOpenBookingsPerProject, &["0", "1", "3"]),
    (Parameter::QuotaHoursPerMonth, &["0", "4", "20"]),
    (Parameter::QuotaHoursPerFiscalYear, &["0", "6", "40"]),
    (Parameter::OwnUseReservedShare, &["0", "50", "90", "100"]),
    (
        Parameter::SupportModes,
        &["self", "assisted", "self,assisted", "self,assisted,proxy"],
    ),
    (Parameter::TrainingRequired, &["", "C1", "C1,C2"]),
    (Parameter::LicenceLapseUnusedMonths, &["0", "1", "6"]),
    (Parameter::SupervisedFirstSessions, &["0", "1", "3"]),
    (Parameter::Gates, &["", "ethics_approval", GATES]),
    (
        Parameter::GatesBeforeSending,
        &[
            "",
            "training",
            "training,ethics_approval",
            "training,ethics_approval,health_check,org_pledge",
        ],
    ),
    (
        Parameter::GateTestedOn,
        &["request", "use_start", "use_end"],
    ),
    (Parameter::BslMost, &["none", "bsl1", "bsl2"]),
];

/// A rule: what is said of each of these parameters, if anything.
pub type Said = Vec<(Parameter, Value)>;

/// One wish with all that it is judged by.
#[derive(Clone, Debug)]
pub struct World {
    pub said: Said,
    pub by: Applicant,
    pub manner: Manner,
    pub taken: Vec<Occupied>,
    pub now: Instant,
    pub wish: Span,
    /// An equivalent resource elsewhere, under a rule of its own.
    pub other: Said,
}

/// The rule of a resource.
pub struct Under {
    pub resource: Resource,
    pub citation: Citation,
}

/// The microscope under a rule that says these things.
pub fn under(said: &[(Parameter, Value)]) -> Under {
    let setting = |(parameter, value): &(Parameter, Value)| Setting {
        target: Target::All,
        parameter: *parameter,
        value: value.clone(),
        article: None,
        binding: false,
    };
    let sheet = Sheet {
        settings: said.iter().map(setting).collect(),
        ..Sheet::default()
    };
    let citation = citation();
    let layer = Layer {
        citation: &citation,
        is_whole: false,
        sheet: &sheet,
    };
    let resource = confocal();
    let subject = Subject {
        category: &resource.category,
        slug: &resource.slug,
    };
    let terms = Terms::default().under(&[layer], subject);
    let own = ClosedDays {
        days: [(day("2027-01-07"), ("停電".into(), "Power cut".into()))].into(),
        ..ClosedDays::standard()
    };
    Under {
        resource: Resource {
            parameters: Parameters::of(&terms, &own),
            terms: terms.into(),
            ..resource
        },
        citation,
    }
}

/// The same at another institution.
pub fn elsewhere(said: &[(Parameter, Value)]) -> Under {
    let there = under(said);
    Under {
        resource: Resource {
            id: ResourceId::new(77),
            slug: "there".into(),
            facility: FacilityId::new(7),
            institution: InstitutionId::new(7),
            ..there.resource
        },
        ..there
    }
}

impl World {
    /// The case of this wish under a rule.
    pub fn case<'a>(&'a self, under: &'a Under) -> Case<'a> {
        Case {
            by: Some(&self.by),
            manner: Some(&self.manner),
            ..Case::of_time(
                self.now,
                &under.resource,
                self.wish,
                &self.taken,
                Some(&under.citation),
            )
        }
    }
}

/// What a rule says of some of the parameters.
pub fn said() -> impl Strategy<Value = Said> {
    let one = |&(parameter, values): &(Parameter, &'static [&'static str])| {
        // most say nothing of most things, so that some wishes pass
        option::weighted(0.35, sample::select(values)).prop_map(move |value| {
            value.map(|text| (parameter, parameter.entry().kind.read(text).unwrap()))
        })
    };
    let all: Vec<_> = TRIED.iter().map(one).collect();
    all.prop_map(|said| said.into_iter().flatten().collect())
}

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
                first - chrono::Days::new(ago),
                left.map(|days| first + chrono::Days::new(days)),
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
    (issued, until): (chrono::NaiveDate, Option<chrono::NaiveDate>),
    verdict: Option<Verdict>,
) -> Fact {
    let ruling = |side| {
        verdict.map(|verdict| Ruling {
            side,
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
        },
    )
}

fn course(id: i64, code: &str, next: Option<u64>) -> Course {
    Course {
        id: CourseId::new(id),
        code: code.into(),
        next: next.map(|days| day("2026-12-21") + chrono::Days::new(days)),
    }
}

fn manners() -> impl Strategy<Value = Manner> {
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

/// Random rules, people and wishes; half of the wishes lie on the full hour.
pub fn worlds() -> impl Strategy<Value = World> {
    let wish = (
        0_i64..40 * 24,
        prop_oneof![3 => Just(0_i64), 1 => Just(20)],
        1_i64..20,
    );
    let wish = wish.prop_map(|(hours, minutes, halves)| {
        let start = at("2026-12-21T00:00").plus_minutes(hours * 60 + minutes);
        Span::of_minutes(start, halves * 30).unwrap()
    });
    (
        said(),
        people(),
        manners(),
        claims(),
        moments(),
        wish,
        said(),
    )
        .prop_map(|(said, by, manner, taken, now, wish, other)| World {
            said,
            by,
            manner,
            taken,
            now,
            wish,
            other,
        })
}
