//! Random rules, people, claims and wishes, so that every parameter that is enforced meets every other.

use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::{option, sample};

use crate::domain::calendar::ClosedDays;
use crate::domain::catalogue::{Parameters, Resource};
use crate::domain::id::{FacilityId, InstitutionId, ResourceId};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{Setting, Sheet, Target};
use crate::domain::parameter::terms::{Layer, Subject, Terms};
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::{Applicant, Manner};
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::policy::proof::person::{manners, people};
use crate::domain::policy::sample::{at, citation, claims, confocal, day, moments};
use crate::domain::refusal::Citation;
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
