//! What is judged when judging is measured: a rule that says something of every parameter, and
//! somebody with a history who must open every gate.

use chrono::{Days, NaiveDate};

use crate::cli::bench::person::{GATES, applicant};
use crate::domain::calendar::ClosedDays;
use crate::domain::catalogue::{AllocationBy, BookingMode, Parameters, Resource};
use crate::domain::gate::Gate;
use crate::domain::id::{BookingId, FacilityId, InstitutionId, ResourceId};
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{Setting, Sheet, Target};
use crate::domain::parameter::terms::{Layer, Subject as About, Terms};
use crate::domain::policy::applicant::{Applicant, Manner};
use crate::domain::policy::case::{Case, Occupied};
use crate::domain::refusal::Citation;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};

/// What differs from the defaults, which the rule says too.
const SAID: &[(Parameter, &str)] = &[
    (Parameter::RegistrationRequired, "yes"),
    (Parameter::OrgPledgeRequired, "yearly"),
    (Parameter::MaxMinutes, "480"),
    (Parameter::MaxConsecutiveDays, "3"),
    (Parameter::LeadBusinessDays, "3"),
    (Parameter::LeadFirstUseBusinessDays, "10"),
    (Parameter::HorizonRelease, "monthly"),
    (Parameter::AfterHoursPolicy, "licensed"),
    (Parameter::OvernightBeforeClosedDay, "no"),
    (Parameter::BufferBefore, "15"),
    (Parameter::BufferAfter, "30"),
    (Parameter::MaxOpenBookingsPerUser, "20"),
    (Parameter::MaxOpenBookingsPerProject, "40"),
    (Parameter::QuotaHoursPerMonth, "200"),
    (Parameter::QuotaHoursPerFiscalYear, "1000"),
    (Parameter::OwnUseReservedShare, "20"),
    (Parameter::TrainingRequired, "C1,C2"),
    (Parameter::LicenceLapseUnusedMonths, "12"),
    (Parameter::SupervisedFirstSessions, "2"),
    (
        Parameter::GatesBeforeSending,
        "training,org_pledge,radiation_worker",
    ),
    (
        Parameter::OpenWindows,
        "Mon 09:00-Mon 17:00;Tue 09:00-Tue 17:00;Wed 09:00-Wed 17:00;Thu 09:00-Thu 17:00;Fri 09:00-Fri 17:00",
    ),
];
/// Claims around a wish.
const CLAIMS: i64 = 40;

/// Everything that a wish is judged by.
pub struct Subject {
    resource: Resource,
    citation: Citation,
    by: Applicant,
    manner: Manner,
    taken: Vec<Occupied>,
    now: Instant,
    wish: Span,
}

impl Subject {
    /// A wish on a Wednesday two weeks ahead; `None` if a date is none, which a test excludes.
    #[must_use]
    pub fn new() -> Option<Self> {
        let today = NaiveDate::from_ymd_opt(2027, 2, 1)?;
        let wish_day = today.checked_add_days(Days::new(16))?;
        let wish = Span::of_minutes(Instant::of_tokyo(wish_day, 10 * 60), 240)?;
        let citation = Citation {
            version: "1.0".to_owned(),
            facility_slug: "facility".to_owned(),
            ..Citation::default()
        };
        let terms = terms(&citation);
        let resource = Resource {
            id: ResourceId::new(1),
            slug: "resource".to_owned(),
            name: Name::default(),
            facility: FacilityId::new(1),
            facility_slug: "facility".to_owned(),
            facility_name: Name::default(),
            institution: InstitutionId::new(1),
            institution_name: Name::default(),
            mode: BookingMode::ExclusiveSlot,
            allocation: AllocationBy::Direct,
            open: true,
            capacity: 1,
            category: "category".to_owned(),
            parameters: Parameters::of(&terms, &ClosedDays::standard()),
            terms: terms.into(),
            later: Vec::new(),
        };
        Some(Self {
            by: applicant(&resource, today),
            manner: Manner {
                support: Some(SupportMode::SelfOperation),
                safety: Some("bsl1"),
                project_number: "P1".to_owned(),
            },
            taken: claims(&resource, wish),
            now: Instant::of_tokyo(today, 9 * 60),
            resource,
            citation,
            wish,
        })
    }

    /// The wish, which is granted.
    #[must_use]
    pub fn granted(&self) -> Case<'_> {
        Case {
            by: Some(&self.by),
            manner: Some(&self.manner),
            ..Case::of_time(
                self.now,
                &self.resource,
                self.wish,
                &self.taken,
                Some(&self.citation),
            )
        }
    }

    /// A wish that is too long, off the raster, and on closed days.
    #[must_use]
    pub fn refused(&self) -> Case<'_> {
        let case = self.granted();
        let start = self.now.plus_minutes(5 * 1440 + 700);
        case.at(Span::of_minutes(start, 1_000).unwrap_or(self.wish))
    }
}

/// What holds under a rule that says something of every parameter.
fn terms(citation: &Citation) -> Terms {
    let gates: Vec<&str> = GATES
        .iter()
        .filter(|gate| **gate != Gate::Registration)
        .map(|gate| gate.code())
        .collect();
    let gates = Parameter::Gates.entry().kind.read(&gates.join(","));
    let value = |parameter: Parameter| {
        let said = SAID.iter().find(|(known, _)| *known == parameter);
        let read = said.and_then(|(_, text)| parameter.entry().kind.read(text).ok());
        match parameter {
            Parameter::Gates => gates.clone().ok(),
            _ => read,
        }
        .unwrap_or_else(|| parameter.default())
    };
    let setting = |parameter: &Parameter| Setting {
        target: Target::All,
        parameter: *parameter,
        value: value(*parameter),
        article: None,
        binding: false,
    };
    let sheet = Sheet {
        settings: Parameter::ALL.iter().map(setting).collect(),
        ..Sheet::default()
    };
    let layer = Layer {
        citation,
        is_whole: false,
        sheet: &sheet,
    };
    let about = About {
        category: "category",
        slug: "resource",
    };
    Terms::default().under(&[layer], about)
}

/// Claims around a wish, none of which it meets.
fn claims(resource: &Resource, wish: Span) -> Vec<Occupied> {
    let claim = |number: i64| {
        let start = wish.start().plus_minutes((number - CLAIMS / 2) * 1440);
        let used = Span::of_minutes(start, 60)?;
        Some(Occupied {
            booking: Some(BookingId::new(number)),
            claim: resource.parameters.claim(&used),
            used,
            units: 1,
            home: Some(InstitutionId::new(1 + number % 3)),
        })
    };
    (0..CLAIMS)
        .filter(|number| *number != CLAIMS / 2)
        .filter_map(claim)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::verdict::violations;

    #[test]
    fn one_wish_is_granted_through_many_gates_and_the_other_is_not() {
        let subject = Subject::new().unwrap();
        assert_eq!(violations(&subject.granted()), []);
        let gates = subject.granted().gates();
        assert!(gates.len() >= GATES.len() + 2, "{}", gates.len());
        // what is declared with the request itself is not there yet
        let open = gates.iter().filter(|standing| standing.is_open());
        assert_eq!(open.count(), GATES.len() + 2, "{gates:?}");
        assert!(violations(&subject.refused()).len() >= 4);
        let said = subject.resource.terms.said().count();
        assert_eq!(said, Parameter::ALL.len());
    }
}
