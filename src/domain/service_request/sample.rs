//! Invented requests for the tests of their life.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::actor::{Actor, Person, Role, Who};
use crate::domain::booking::{Safety, Scene};
use crate::domain::catalogue::{BookingMode, Resource};
use crate::domain::id::{FacilityId, InstitutionId, RuleId, ServiceId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Terms;
use crate::domain::parameter::value::Value;
use crate::domain::policy::applicant::Applicant;
use crate::domain::policy::sample::{confocal, day, rule};
use crate::domain::service_request::Standing;
use crate::domain::service_request::apply::send;
use crate::domain::service_request::chain::Chain;
use crate::domain::service_request::content::{
    About, Arm, Content, Ethics, EthicsClaim, Item, Unit,
};
use crate::domain::service_request::desk::{Desk, Manner, Wish};
use crate::domain::time::Instant;

/// The chains of the catalogue's resources: biobank, data, compounds, analyses.
pub const CHAINS: [&str; 4] = [
    "screening,committee,contract,payment,preparing,delivered,in_use",
    "screening,committee,contract,payment,preparing,granted,in_use",
    "screening,contract,payment,preparing,delivered,in_use",
    "screening,payment,preparing,delivered",
];

pub fn chain(codes: &str) -> Chain {
    Chain::from_codes(codes).expect(codes)
}

pub fn moment(text: &str) -> Instant {
    crate::domain::time::parse_local(&text.replace(' ', "T")).expect(text)
}

fn person(id: i64, roles: Vec<Role>) -> Person {
    Person {
        id: UserId::new(id),
        name: if roles.is_empty() {
            "中島 光"
        } else {
            "大野 樹"
        }
        .into(),
        email: format!("{id}@example.jp"),
        language: Language::Ja,
        institution: InstitutionId::new(if roles.is_empty() { 2 } else { 1 }),
        roles,
    }
}

/// 中島さん, who asks.
pub fn applicant(at: &str) -> Actor {
    Actor {
        who: Who::Person(person(1, Vec::new())),
        at: moment(at),
    }
}

/// 大野さん, who decides.
pub fn manager(at: &str) -> Actor {
    let role = Role::FacilityManager(FacilityId::new(1));
    Actor {
        who: Who::Person(person(2, vec![role])),
        at: moment(at),
    }
}

pub fn clock(at: &str) -> Actor {
    Actor::house(moment(at))
}

/// A biobank: a committee, a contract, an ethics approval.
pub fn biobank(gates: &str) -> Resource {
    let gates = gates.split(',').map(str::to_owned).collect();
    Resource {
        slug: "ncgg-biobank".into(),
        mode: BookingMode::ServiceRequest,
        category: "human_biobank".into(),
        terms: Arc::new(Terms::default().with(Parameter::Gates, Value::Codes(gates))),
        ..confocal()
    }
}

pub const BIOBANK_GATES: &str = "ethics_approval,mta,data_agreement,review_committee";

/// 血清200本（0.2 mL、症例・対照、臨床情報付き）
pub fn content(ethics_until: &str) -> Content {
    Content {
        items: vec![Item {
            what: "血清".into(),
            quantity: Some(200),
            unit: Some(Unit::Tube),
            condition: "0.2 mL".into(),
            arm: Arm::Both,
            linked: true,
        }],
        about: About {
            purpose: "多がん種マーカーの探索".into(),
            project_number: "26zz0999002j0001".into(),
            responsible: "中島 光（研究室長）".into(),
            safety: Some(Safety::None),
            wanted_on: Some(day("2027-03-31")),
            ethics: Ethics {
                claim: Some(EthicsClaim::Approved),
                number: "2023-999".into(),
                until: Some(day(ethics_until)),
            },
        },
    }
}

pub fn wish(content: Content) -> Wish {
    Wish {
        content,
        agree: vec![RuleId::new(1)],
        manner: Manner::Application,
    }
}

pub fn desk(resource: Resource) -> Desk {
    Desk {
        scene: Scene {
            attendants: Vec::new(),
            beside: Vec::new(),
            offered: Vec::new(),
            fellows: Vec::new(),
            resource,
            taken: Vec::new(),
            elsewhere: Vec::new(),
            kept: Vec::new(),
            responsible: None,
            rules: vec![rule(1, "2026-04-01")],
            whole_slug: None,
            consents: Vec::new(),
            applicant: Applicant {
                user: UserId::new(1),
                institution: InstitutionId::new(2),
                org_class: "inhouse".into(),
                position_class: "researcher".into(),
                facts: Vec::new(),
                courses: Vec::new(),
                lines: Vec::new(),
                uses: Vec::new(),
                waivers: Vec::new(),
                projects: Vec::new(),
                suspended_until: None,
            },
            applicant_institution: Name {
                ja: "国がん".into(),
                en: "NCC".into(),
            },
            managers: vec![Recipient {
                user: UserId::new(2),
                name: "大野 樹".into(),
                email: "2@example.jp".into(),
                language: Language::Ja,
            }],
        },
        response_days: 60,
        overdue: Vec::new(),
    }
}

/// The request of story S10 as it was sent on 10 December 2026.
pub fn sent(gates: &str, ethics_until: &str) -> Standing {
    let desk = desk(biobank(gates));
    let by = applicant("2026-12-10 10:00");
    let person = by.person().expect("a person").clone();
    let wish = wish(content(ethics_until));
    let done = send(ServiceId::new(7), &wish, &desk, &by, &person).expect("sent");
    standing(&desk, done.value.request)
}

pub fn standing(desk: &Desk, request: crate::domain::service_request::ServiceRequest) -> Standing {
    Standing {
        request,
        resource: desk.scene.resource.clone(),
        response_days: desk.response_days,
        applicant: Recipient {
            user: UserId::new(1),
            name: "中島 光".into(),
            email: "1@example.jp".into(),
            language: Language::Ja,
        },
        applicant_institution: desk.scene.applicant_institution.clone(),
        managers: desk.scene.managers.clone(),
        citation: rule(1, "2026-04-01").citation("ncgg-shared"),
        facts: Vec::new(),
    }
}

pub fn on(text: &str) -> Option<NaiveDate> {
    Some(day(text))
}
