//! A use with its rule and facts, for the tests of gates.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::calendar::ClosedDays;
use crate::domain::gate::Gate;
use crate::domain::gate::asked::{Asked, Case, Place, Recognised};
use crate::domain::gate::fact::{Fact, Ruling, Side, Verdict};
use crate::domain::gate::standing::{GateState, Standing, standings};
use crate::domain::id::{BookingId, CourseId, FacilityId, FactId, InstitutionId, UserId};
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{Setting, Sheet, Target};
use crate::domain::parameter::terms::{Layer, Subject, Terms};
use crate::domain::parameter::value::Value;
use crate::domain::refusal::Citation;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span, parse_local};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn codes(list: &[&str]) -> Value {
    Value::Codes(
        list.iter()
            .map(|&code| code.to_owned())
            .collect::<BTreeSet<_>>(),
    )
}

pub(super) fn code(text: &str) -> Value {
    Value::Code(text.into())
}

/// What a published rule says, over the defaults.
pub(super) fn terms(said: &[(Parameter, Value)]) -> Terms {
    let sheet = Sheet {
        settings: said
            .iter()
            .map(|(parameter, value)| Setting {
                parameter: *parameter,
                target: Target::All,
                value: value.clone(),
                article: None,
                binding: false,
            })
            .collect(),
        ..Sheet::default()
    };
    let citation = Citation {
        title: Name::default(),
        version: "1.0".into(),
        facility_slug: "f".into(),
        document: None,
        document_key: None,
        article: None,
    };
    let layer = Layer {
        citation: &citation,
        is_whole: false,
        sheet: &sheet,
    };
    let subject = Subject {
        category: "c",
        slug: "r",
    };
    Terms::default().under(&[layer], subject)
}

pub(super) const HOME: InstitutionId = InstitutionId::new(1);
pub(super) const PROVIDER: InstitutionId = InstitutionId::new(2);
pub(super) const FACILITY: FacilityId = FacilityId::new(3);
pub(super) const COURSE: CourseId = CourseId::new(4);

pub(super) fn nobody_else(_: &Asked, _: &Fact) -> Recognised {
    Recognised::No
}

pub(super) struct Scene {
    pub(super) terms: Terms,
    pub(super) facts: Vec<Fact>,
    pub(super) courses: Vec<(String, CourseId)>,
    pub(super) closed: ClosedDays,
    pub(super) support: SupportMode,
    pub(super) last_use: Option<NaiveDate>,
    pub(super) home: InstitutionId,
}

impl Scene {
    pub(super) fn of(said: &[(Parameter, Value)]) -> Self {
        Self {
            terms: terms(said),
            facts: Vec::new(),
            courses: vec![("basic".into(), COURSE)],
            closed: ClosedDays::standard(),
            support: SupportMode::SelfOperation,
            last_use: None,
            home: HOME,
        }
    }

    pub(super) fn with(mut self, fact: Fact) -> Self {
        self.facts.push(fact);
        self
    }

    pub(super) fn on(&self, start: &str, end: &str) -> Vec<Standing> {
        self.judged(start, end, &nobody_else)
    }

    pub(super) fn judged(
        &self,
        start: &str,
        end: &str,
        recognised: &dyn Fn(&Asked, &Fact) -> Recognised,
    ) -> Vec<Standing> {
        standings(&Case {
            terms: &self.terms,
            closed: &self.closed,
            asked_on: day("2026-12-18"),
            span: Span::new(parse_local(start).unwrap(), parse_local(end).unwrap()).unwrap(),
            support: self.support,
            project_number: "P1",
            booking: Some(BookingId::new(9)),
            place: Place {
                facility: FACILITY,
                provider: PROVIDER,
                home: self.home,
            },
            last_use: self.last_use,
            facts: &self.facts,
            courses: &self.courses,
            recognised,
        })
    }

    pub(super) fn state(&self, start: &str, end: &str) -> GateState {
        let standings = self.on(start, end);
        assert_eq!(standings.len(), 1, "{standings:?}");
        standings[0].state
    }
}

pub(super) fn fact(gate: Gate) -> Fact {
    Fact {
        id: FactId::new(1),
        gate,
        user: UserId::new(5),
        facility: None,
        booking: None,
        course: None,
        issuer: None,
        project_number: String::new(),
        number: String::new(),
        level: String::new(),
        issued_on: None,
        valid_until: None,
        entered_at: parse_local("2026-12-01T10:00").unwrap(),
        rulings: Vec::new(),
    }
}

pub(super) fn ruling(side: Side, verdict: Verdict, condition: Option<SupportMode>) -> Ruling {
    Ruling {
        side,
        institution: None,
        verdict,
        number: "7".into(),
        ruled_on: day("2026-12-02"),
        condition,
        at: Instant::from_unix(0),
    }
}

pub(super) fn confirmed(mut fact: Fact, side: Side) -> Fact {
    fact.rulings.push(ruling(side, Verdict::Confirmed, None));
    fact
}

/// S3: a licence until 2027-01-31.
pub(super) fn licence() -> Fact {
    confirmed(
        Fact {
            course: Some(COURSE),
            facility: Some(FACILITY),
            issuer: Some(PROVIDER),
            issued_on: Some(day("2026-01-31")),
            ..fact(Gate::Training)
        },
        Side::Provider,
    )
}

pub(super) fn training() -> Scene {
    Scene::of(&[(Parameter::TrainingRequired, codes(&["basic"]))])
}

pub(super) fn export(level: &str) -> Fact {
    Fact {
        booking: Some(BookingId::new(9)),
        level: level.into(),
        ..fact(Gate::ExportScreening)
    }
}
