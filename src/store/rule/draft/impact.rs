//! Gathering what a draft would mean: the bookings of its resources with who asked, and what stands
//! around it. A dozen queries, however many bookings there are.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use diesel::dsl::{count_star, max};
use diesel::prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl};

use crate::domain::booking::{Safety, State};
use crate::domain::catalogue::{Access, Resource, access};
use crate::domain::halt::Halt;
use crate::domain::id::{
    BookingId, FacilityId, InstitutionId, ResourceId, RuleId, UserId, WaiverId,
};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::Sheet;
use crate::domain::policy::applicant::Manner;
use crate::domain::policy::waiver::Waiver;
use crate::domain::rule::draft::Amendment;
use crate::domain::rule::draft::publication::version_of;
use crate::domain::rule::draft::sound::Around;
use crate::domain::rule::impact::facts::{Asked, Asker, Earlier, Facts};
use crate::domain::rule::issued::Issued;
use crate::domain::support::SupportMode;
use crate::domain::time::{Instant, Span};
use crate::store::booking::settled;
use crate::store::catalogue::{record, resource as catalogue};
use crate::store::engine::Conn;
use crate::store::rule::sheet;
use crate::store::schema::{booking, institution, user, waiver};

/// Most bookings that are looked at, the newest first.
pub const BOOKINGS_MOST: i64 = 20_000;
/// Most groups of earlier uses.
const EARLIER_MOST: i64 = 50_000;
/// So many months back the bookings are replayed.
const BACK_MONTHS: u32 = 12;

/// What stands around a draft: the resources it would be for, and what is published beside it.
///
/// # Errors
/// A fault of the database.
pub fn around(conn: &mut Conn, amendment: &Amendment, today: NaiveDate) -> Result<Around, Halt> {
    let unit = &amendment.unit;
    let shared = record::of_unit(conn, unit.institution, unit.only())?;
    let facilities: BTreeSet<FacilityId> = shared
        .iter()
        .map(|one| one.facility)
        .chain([unit.facility])
        .collect();
    let units: Vec<(FacilityId, InstitutionId)> = facilities
        .into_iter()
        .map(|facility| (facility, unit.institution))
        .collect();
    let issued = sheet::in_force_from(conn, &units, today)?;
    Ok(Around { shared, issued })
}

/// Everything that tells what a draft would mean if it came into force on a day.
///
/// # Errors
/// A fault of the database.
pub fn facts(
    conn: &mut Conn,
    amendment: &Amendment,
    around: &Around,
    (effective_on, at): (NaiveDate, Instant),
) -> Result<Facts, Halt> {
    let issued = issued(amendment, effective_on);
    let ids: Vec<ResourceId> = around.shared.iter().map(|one| one.id).collect();
    let begins = Instant::of_tokyo(effective_on, 0);
    let mut resources =
        catalogue::several_under(conn, &ids, begins, std::slice::from_ref(&issued))?;
    let mut today = catalogue::several(conn, &ids, at)?;
    let is_slot = |one: &Resource| access(one.mode, one.allocation) == Access::Slot;
    resources.retain(is_slot);
    today.retain(is_slot);
    for resource in resources.iter_mut().chain(&mut today) {
        // what is closed for now was booked before
        resource.open = true;
    }
    let ids: Vec<i64> = resources.iter().map(|one| one.id.number()).collect();
    let back = at
        .day()
        .checked_sub_months(Months::new(BACK_MONTHS))
        .unwrap_or(at.day());
    let mut bookings = bookings(conn, &ids, Instant::of_tokyo(back, 0))?;
    let most = usize::try_from(BOOKINGS_MOST).unwrap_or(usize::MAX);
    let is_cut = bookings.len() > most;
    bookings.truncate(most);
    let oldest = bookings.last().map_or(at, |asked| asked.span.start());
    Ok(Facts {
        earlier: earlier(conn, &ids, oldest)?,
        waivers: waivers(conn, &ids)?,
        rule: issued.rule,
        citation: issued.citation,
        resources,
        today,
        bookings,
        is_cut,
        at,
    })
}

/// The draft as if it were published: the last of its day, whatever else begins on it.
fn issued(amendment: &Amendment, effective_on: NaiveDate) -> Issued {
    let rule = version_of(amendment, RuleId::new(i64::MAX), effective_on);
    let documents = amendment.text.documents.iter();
    let titles = documents.map(|one| (one.key, one.title.clone()));
    Issued {
        citation: rule.citation(&amendment.unit.slug),
        rule,
        sheet: Sheet {
            titles: titles.collect(),
            settings: amendment.text.sheet.settings.clone(),
        },
    }
}

/// A booking's id, resource and user; its span and when it was asked for; what was said of it; who asked.
type Row = (
    (i64, i64, i64, i64),
    (i64, i64, i64),
    (String, String, String, String),
    (String, String),
);

/// The bookings that hold or held their time from a moment on, the newest first, and one more than
/// are looked at if there are more.
fn bookings(conn: &mut Conn, resources: &[i64], from: Instant) -> Result<Vec<Asked>, Halt> {
    let held: Vec<&str> = State::ALL
        .iter()
        .filter(|state| state.holds_time())
        .map(|state| state.code())
        .collect();
    let rows: Vec<Row> = booking::table
        .inner_join(user::table.on(user::id.eq(booking::user_id)))
        .inner_join(institution::table.on(institution::id.eq(booking::institution_id)))
        .filter(booking::resource_id.eq_any(resources))
        .filter(booking::starts_at.ge(from.unix()))
        .filter(booking::state.eq_any(held))
        .order((booking::starts_at.desc(), booking::id.desc()))
        .limit(BOOKINGS_MOST + 1)
        .select((
            (
                booking::id,
                booking::resource_id,
                booking::user_id,
                booking::institution_id,
            ),
            (booking::starts_at, booking::ends_at, booking::created_at),
            (
                booking::safety,
                booking::support_mode,
                booking::project_number,
                booking::state,
            ),
            (institution::org_class, user::position_class),
        ))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(asked).collect())
}

fn asked((ids, times, said, classes): Row) -> Option<Asked> {
    let (booking, resource, user, institution) = ids;
    let (from, to, created) = times;
    let (safety, support, project_number, state) = said;
    Some(Asked {
        booking: BookingId::new(booking),
        resource: ResourceId::new(resource),
        by: Asker {
            user: UserId::new(user),
            institution: InstitutionId::new(institution),
            org_class: classes.0,
            position_class: classes.1,
        },
        span: Span::new(Instant::from_unix(from), Instant::from_unix(to))?,
        manner: Manner {
            support: SupportMode::from_code(&support),
            safety: Safety::from_code(&safety).map(Safety::code),
            project_number,
        },
        state: State::from_code(&state)?,
        asked_at: Instant::from_unix(created),
    })
}

/// Confirmed uses before a moment, counted by person, resource and way of use.
fn earlier(conn: &mut Conn, resources: &[i64], before: Instant) -> Result<Vec<Earlier>, Halt> {
    type Row = (i64, i64, String, i64, Option<i64>);
    let rows: Vec<Row> = booking::table
        .filter(booking::resource_id.eq_any(resources))
        .filter(booking::state.eq_any(settled()))
        .filter(booking::starts_at.lt(before.unix()))
        .group_by((
            booking::user_id,
            booking::resource_id,
            booking::support_mode,
        ))
        .select((
            booking::user_id,
            booking::resource_id,
            booking::support_mode,
            count_star(),
            max(booking::starts_at),
        ))
        .limit(EARLIER_MOST)
        .load(conn)?;
    let read = |(user, resource, support, times, last): Row| {
        Some(Earlier {
            user: UserId::new(user),
            resource: ResourceId::new(resource),
            support: SupportMode::from_code(&support),
            times: u32::try_from(times).ok()?,
            last: Span::of_minutes(Instant::from_unix(last?), 1)?,
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// The exceptions granted on these resources that were not revoked.
fn waivers(conn: &mut Conn, resources: &[i64]) -> Result<Vec<(UserId, ResourceId, Waiver)>, Halt> {
    type Row = (i64, i64, i64, String, String, String, String);
    let rows: Vec<Row> = waiver::table
        .filter(waiver::resource_id.eq_any(resources))
        .filter(waiver::revoked_at.is_null())
        .order(waiver::id)
        .select((
            waiver::id,
            waiver::user_id,
            waiver::resource_id,
            waiver::parameter,
            waiver::from_day,
            waiver::until_day,
            waiver::reason,
        ))
        .load(conn)?;
    let read = |(id, user, resource, parameter, from, until, reason): Row| {
        let waiver = Waiver {
            id: WaiverId::new(id),
            parameter: Parameter::from_code(&parameter)?,
            from: from.parse().ok()?,
            until: until.parse().ok()?,
            reason,
            by: String::new(),
        };
        Some((UserId::new(user), ResourceId::new(resource), waiver))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
