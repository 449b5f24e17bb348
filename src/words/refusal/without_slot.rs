//! Every reason about requests without a slot and outside allocations, for the tests that read them.

use crate::domain::calendar::Closing;
use crate::domain::calendar::holiday::HolidayKind;
use crate::domain::id::ServiceId;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::outside::OutsideBar;
use crate::domain::refusal::outside_field::OutsideField;
use crate::domain::refusal::service::{LinePart, ServiceBar};
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::time::{Span, parse_day, parse_local};

fn day(text: &str) -> chrono::NaiveDate {
    parse_day(text).unwrap()
}

pub(super) fn service() -> Vec<ServiceBar> {
    let line = |part| ServiceBar::Line { line: 2, part };
    vec![
        ServiceBar::NotTaken,
        ServiceBar::AlreadySent,
        line(LinePart::What),
        line(LinePart::Quantity),
        line(LinePart::Unit),
        line(LinePart::TooLong),
        ServiceBar::TooManyLines { most: 10 },
        ServiceBar::TooManyDrafts { most: 20 },
        ServiceBar::ReportOverdue {
            request: ServiceId::new(1_955_000_000_000_000_000),
            due: day("2028-04-06"),
        },
        ServiceBar::EthicsEnds {
            until: day("2026-12-31"),
            delivery: day("2027-03-31"),
        },
        ServiceBar::EthicsMissing,
        ServiceBar::EthicsNoLonger {
            until: day("2026-12-31"),
        },
        ServiceBar::ContractFirst,
        ServiceBar::PaymentFirst,
        ServiceBar::TooMuch { line: 1, most: 200 },
        ServiceBar::NothingGranted,
        ServiceBar::NoConditions,
        ServiceBar::DayPast {
            field: Field::Service(ServiceField::WantedOn),
        },
        ServiceBar::DayToCome {
            field: Field::Service(ServiceField::DeliveredOn),
        },
        ServiceBar::DayTooEarly {
            field: Field::Service(ServiceField::ReceivedOn),
            first: day("2027-04-06"),
        },
    ]
}

pub(super) fn outside() -> Vec<OutsideBar> {
    let at = |text| parse_local(text).unwrap();
    vec![
        OutsideBar::NotByCall,
        OutsideBar::NoHolder,
        OutsideBar::Known,
        OutsideBar::Ended,
        OutsideBar::EndsBefore,
        OutsideBar::NoTime,
        OutsideBar::SpanTooLong { days: 366 },
        OutsideBar::OutsidePeriod {
            from: day("2026-10-01"),
            until: day("2027-03-31"),
        },
        OutsideBar::Taken {
            during: Span::new(at("2027-02-10T21:00"), at("2027-02-11T07:00")).unwrap(),
        },
        OutsideBar::Hours,
        OutsideBar::Closed {
            day: day("2027-02-11"),
            closing: Closing::Holiday {
                kind: HolidayKind::National,
                name_ja: "建国記念の日".into(),
                name_en: "National Foundation Day".into(),
            },
        },
        OutsideBar::Night {
            day: day("2027-02-11"),
        },
        OutsideBar::Begun,
    ]
}

/// Every field of these forms.
pub(super) fn fields() -> impl Iterator<Item = Field> {
    let service = ServiceField::ALL.iter().map(|field| Field::Service(*field));
    service.chain(OutsideField::ALL.iter().map(|field| Field::Outside(*field)))
}
