//! Warning of facts that expire: licences, registrations, checks.

use crate::domain::gate::Gate;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId};
use crate::domain::letter::reminder::ReminderFacts;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::{Subject, Terms};
use crate::domain::passport::{Record, current, warning};
use crate::domain::rule::issued::{Issued, periods};
use crate::domain::time::Instant;
use crate::domain::training::date::Date;
use crate::house::House;
use crate::jobs::remind::{Due, send};
use crate::store;

/// Dates to come that are looked at for the next one of a course.
const DATES: i64 = 500;

/// What warnings are made of.
struct Facts {
    records: Vec<Record>,
    sheets: Vec<Issued>,
    dates: Vec<Date>,
}

/// One turn.
///
/// # Errors
/// What expires can't be read.
pub async fn turn(house: &House) -> Result<(), Halt> {
    let at = house.clock.now();
    let look = house.db.read(move |conn| {
        let records = store::passport::ending(conn, at.day())?;
        let mut units: Vec<(FacilityId, InstitutionId)> = records.iter().filter_map(unit).collect();
        units.sort();
        units.dedup();
        Ok(Facts {
            sheets: store::rule::sheet::in_force_from(conn, &units, at.day())?,
            dates: store::training::dates::coming(conn, at, (0, DATES))?,
            records,
        })
    });
    let facts = look.await?;
    let due = current(&facts.records).into_iter().filter_map(|record| {
        let days = days(record, &facts.sheets, at);
        let warning = warning(record, &days, next(record, &facts.dates), at)?;
        Some(Due {
            key: warning.key,
            to: warning.to,
            facts: ReminderFacts::Expiring(warning.facts),
        })
    });
    send(house, at, due.collect()).await
}

/// The unit whose terms say when a holder is warned: that of a licence's facility.
fn unit(record: &Record) -> Option<(FacilityId, InstitutionId)> {
    Some((record.fact.facility?, record.fact.issuer?))
}

/// 期限の予告: so many days ahead, by the terms of the facility as a whole, or by default.
fn days(record: &Record, sheets: &[Issued], at: Instant) -> Vec<u32> {
    let nowhere = Subject {
        category: "",
        slug: "",
    };
    let plain = Terms::default();
    let terms = unit(record).and_then(|(facility, institution)| {
        let applying = sheets
            .iter()
            .filter(|one| one.rule.applies_to(facility, institution));
        let all = periods(&plain, applying, nowhere, at.day());
        all.into_iter().next().map(|(_, terms)| terms)
    });
    let terms = terms.unwrap_or(plain);
    terms.numbers(Parameter::GateExpiryWarningDays).to_vec()
}

/// The next date of the course with a free seat.
fn next(record: &Record, dates: &[Date]) -> Option<Instant> {
    let course = record.fact.course?;
    dates
        .iter()
        .filter(|date| record.fact.gate == Gate::Training && date.free() > 0)
        .find(|date| date.course.id == course)
        .map(|date| date.span.start())
}
