//! Refusals of the person and the manner with every way forward, and the list that none may miss.

use crate::domain::calendar::list::{Fault, Problem};
use crate::domain::gate::{Desk, Gate, Office};
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::Waiver;
use crate::domain::parameter::value::Value;
use crate::domain::refusal::calendar::CalendarBar;
use crate::domain::refusal::fact::FactBar;
use crate::domain::refusal::field::{FactField, Field};
use crate::domain::refusal::ground::{GateClosed, Ground, Per, Remedy, Within};
use crate::domain::refusal::unfit::Unfit;
use crate::domain::refusal::{Citation, Refusal, Wrong};
use crate::domain::support::SupportMode;
use crate::domain::time::{Span, parse_day, parse_local};

fn span(start: &str, end: &str) -> Span {
    Span::new(parse_local(start).unwrap(), parse_local(end).unwrap()).unwrap()
}

/// A reason with its parameter, what was wished, and what helps.
type Sample = (Wrong, Parameter, Value, Vec<Remedy>);

fn day(text: &str) -> chrono::NaiveDate {
    parse_day(text).unwrap()
}

fn code(text: &str) -> Value {
    Value::Code(text.to_owned())
}

const MANAGER: Remedy = Remedy::Waiver(Waiver::FacilityManager);
const ASSISTED: Remedy = Remedy::Mode(SupportMode::Assisted);

fn of_time() -> Vec<Sample> {
    let night = Wrong::NightBeforeClosed {
        day: day("2027-02-11"),
    };
    vec![
        (
            Wrong::TooManyDays { most: 2 },
            Parameter::MaxConsecutiveDays,
            Value::Number(3),
            vec![Remedy::Length { minutes: 2880 }],
        ),
        (
            night,
            Parameter::OvernightBeforeClosedDay,
            Value::Flag(true),
            vec![MANAGER],
        ),
    ]
}

fn of_class() -> Vec<Sample> {
    let name = |ja: &str, en: &str| Name {
        ja: ja.into(),
        en: en.into(),
    };
    let elsewhere = Remedy::Elsewhere {
        slug: "ncgg-confocal".into(),
        name: name("共焦点顕微鏡", "Confocal microscope"),
        institution: name("長寿研", "NCGG"),
        slot: span("2027-02-09T09:00", "2027-02-09T17:00"),
    };
    let officer = Remedy::Waiver(Waiver::InstitutionOfficer);
    let company = Unfit::InstitutionNotEligible {
        class: "company".into(),
    };
    let student = Unfit::PositionNotEligible {
        class: "student".into(),
    };
    [
        (
            company,
            Parameter::EligibleOrgClasses,
            code("company"),
            vec![elsewhere, officer],
        ),
        (
            student,
            Parameter::EligiblePositions,
            code("student"),
            vec![MANAGER],
        ),
        (
            Unfit::StudentNotResponsible,
            Parameter::StudentCanBeLeader,
            Value::Flag(true),
            vec![MANAGER],
        ),
    ]
    .into_iter()
    .map(|(unfit, parameter, value, ways)| (Wrong::Unfit(unfit), parameter, value, ways))
    .collect()
}

fn of_manner() -> Vec<Sample> {
    let offered = vec![SupportMode::Assisted, SupportMode::Proxy];
    let modes = Unfit::SupportModeNotOffered { offered };
    let first = Unfit::SupervisionNeeded {
        sessions: 2,
        done: 0,
    };
    let bsl = |most: &str| Unfit::BslTooHigh { most: most.into() };
    unfit(vec![
        (modes, Parameter::SupportModes, code("self"), ASSISTED),
        (
            first,
            Parameter::SupervisedFirstSessions,
            Value::Number(0),
            ASSISTED,
        ),
        (bsl("bsl1"), Parameter::BslMost, code("bsl2"), Remedy::Ask),
        (bsl("none"), Parameter::BslMost, code("bsl1"), Remedy::Ask),
    ])
}

fn of_limits() -> Vec<Sample> {
    let open = |most, per| Unfit::TooManyOpen { most, per };
    let over = |hours, left, within| Unfit::OverQuota {
        hours,
        left,
        within,
    };
    let (month, year) = (
        over(40, 120, Within::Month),
        over(200, 0, Within::FiscalYear),
    );
    let share = Unfit::OverShare {
        share: 50,
        left: 180,
    };
    let two_hours = Remedy::Length { minutes: 120 };
    let number = Value::Number;
    unfit(vec![
        (
            open(3, Per::Person),
            Parameter::MaxOpenBookingsPerUser,
            number(4),
            MANAGER,
        ),
        (
            open(6, Per::Project),
            Parameter::MaxOpenBookingsPerProject,
            number(7),
            MANAGER,
        ),
        (month, Parameter::QuotaHoursPerMonth, number(44), two_hours),
        (
            year,
            Parameter::QuotaHoursPerFiscalYear,
            number(204),
            MANAGER,
        ),
        (
            share,
            Parameter::OwnUseReservedShare,
            number(240),
            Remedy::Length { minutes: 180 },
        ),
    ])
}

fn unfit(samples: Vec<(Unfit, Parameter, Value, Remedy)>) -> Vec<Sample> {
    samples
        .into_iter()
        .map(|(unfit, parameter, value, way)| (Wrong::Unfit(unfit), parameter, value, vec![way]))
        .collect()
}

fn of_gates() -> Vec<Sample> {
    let renewal = Remedy::Training {
        course: "n-sim".into(),
        day: day("2027-02-02"),
    };
    let attended = Remedy::Attend {
        course: "n-sim".into(),
        day: day("2027-02-02"),
    };
    let export = GateClosed::Waiting(Office::BothDesks(Desk::ExportControl));
    let ended = GateClosed::Expires(day("2027-01-31"));
    let refused = GateClosed::Refused(Office::HomeOfficer);
    [
        (Gate::Training, ended, vec![renewal, ASSISTED]),
        (Gate::Training, GateClosed::Missing, vec![attended]),
        (
            Gate::EthicsApproval,
            GateClosed::Missing,
            vec![Remedy::Enter(Gate::EthicsApproval)],
        ),
        (Gate::ExportScreening, export, vec![Remedy::Ask]),
        (Gate::OrgPledge, refused, vec![Remedy::Ask]),
    ]
    .into_iter()
    .map(|(gate, why, ways)| {
        let wrong = Wrong::Unfit(Unfit::GateClosed { gate, why });
        (
            wrong,
            Parameter::GatesBeforeSending,
            code(gate.code()),
            ways,
        )
    })
    .collect()
}

/// The refusals of the person, as a rule's article 7 sets them.
pub(super) fn refusals(rule: &Citation) -> Vec<Refusal> {
    let citation = Citation {
        document: Some(Name {
            ja: "共用設備利用細則".into(),
            en: "Detailed rules".into(),
        }),
        article: Some("7-2".into()),
        ..rule.clone()
    };
    let one = |(wrong, parameter, offending, remedies): (_, Parameter, _, _)| Refusal {
        ground: Some(Ground {
            parameter,
            value: parameter.default(),
            offending,
            waiver: parameter.entry().waiver,
        }),
        remedies,
        ..Refusal::by_rule(wrong, Some(&citation))
    };
    [of_time(), of_class(), of_manner(), of_limits(), of_gates()]
        .concat()
        .into_iter()
        .map(one)
        .collect()
}

/// The refusals of holidays and closed days.
pub(super) fn of_calendars() -> Vec<Wrong> {
    let faults = [
        Fault::NotAList,
        Fault::TooLong,
        Fault::NotText,
        Fault::NotADay,
        Fault::NoSuchDate,
        Fault::OutOfRange,
        Fault::DayTwice { first: 2 },
        Fault::YearTwice {
            year: 2026,
            first: 2,
        },
        Fault::BadName,
    ];
    let lines = faults.map(|what| CalendarBar::Line(Problem { line: 12, what }));
    let bars = [
        CalendarBar::TooMany { most: 400 },
        CalendarBar::Backwards,
        CalendarBar::TooWide { most: 62 },
        CalendarBar::NotAhead { most: 1096 },
    ];
    lines.into_iter().chain(bars).map(Wrong::Calendar).collect()
}

/// Everything that stands in the way of a fact, an answer or a desk.
pub(super) fn of_facts() -> Vec<Wrong> {
    let fields = || FactField::ALL.iter().map(|field| Field::Fact(*field));
    let mut wrong: Vec<Wrong> = fields().map(|field| Wrong::Missing { field }).collect();
    wrong.extend(fields().map(|field| Wrong::Malformed { field }));
    wrong.extend([
        Wrong::Fact(FactBar::SpecifiedPathogen),
        Wrong::Fact(FactBar::LevelTooHigh {
            most: "bsl2".into(),
        }),
        Wrong::Fact(FactBar::LevelTooHigh { most: "p1a".into() }),
        Wrong::Fact(FactBar::LevelTooHigh {
            most: "none".into(),
        }),
        Wrong::Fact(FactBar::DayToCome {
            field: Field::Fact(FactField::IssuedOn),
        }),
        Wrong::Fact(FactBar::EndsBeforeItBegins),
        Wrong::Fact(FactBar::EndedAlready),
        Wrong::Fact(FactBar::TooMany),
        Wrong::Fact(FactBar::Own),
        Wrong::Fact(FactBar::Withdrawn),
        Wrong::Fact(FactBar::NotConfirmed),
        Wrong::Fact(FactBar::NobodyHere),
        Wrong::Fact(FactBar::SitsAlready),
    ]);
    wrong
}
