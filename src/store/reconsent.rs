//! Bookings to come whose users have not agreed to the version of their day.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use diesel::dsl::{exists, not};
use diesel::prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl, TextExpressionMethods};

use crate::domain::gate::Gate;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, FacilityId, InstitutionId, ResourceId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::reconsent::obligation::{Found, Obligation, Version, obligations};
use crate::domain::rule::Rule;
use crate::domain::time::{Instant, Span};
use crate::store::catalogue::resource as catalogue;
use crate::store::engine::Conn;
use crate::store::rule;
use crate::store::schema::{
    booking, booking_hold, facility, resource, rule as versions, rule_consent, user,
};

/// A version that came into force longer ago was agreed to by everybody who has a booking: since
/// then none is made without it.
const RECENT_DAYS: u64 = 400;
/// Most bookings of one version that are looked at in one turn.
const MOST: i64 = 5_000;

/// What is still to be agreed to by everybody, or by one person, sorted by when it is due.
///
/// # Errors
/// A fault of the database.
pub fn pending(
    conn: &mut Conn,
    at: Instant,
    only: Option<UserId>,
) -> Result<Vec<Obligation>, Halt> {
    let recent = recent(conn, at.day())?;
    let mut found = Vec::new();
    for version in &recent {
        found.extend(open(conn, &version.rule, at, only)?);
    }
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let held = held_before(conn, &found)?;
    for one in &mut found {
        one.was_held = held.contains(&one.booking);
    }
    let ids: BTreeSet<ResourceId> = found.iter().map(|one| one.resource).collect();
    let ids: Vec<ResourceId> = ids.into_iter().collect();
    let resources = catalogue::several(conn, &ids, at)?;
    let known = all(conn, &resources, recent)?;
    Ok(obligations(found, &known, &resources))
}

/// The versions that came into force lately or will.
fn recent(conn: &mut Conn, today: NaiveDate) -> Result<Vec<Version>, Halt> {
    let since = today
        .checked_sub_days(Days::new(RECENT_DAYS))
        .unwrap_or(today)
        .to_string();
    type Row = (i64, i64, i64, String, String, i64);
    let rows: Vec<Row> = versions::table
        .inner_join(facility::table.on(facility::id.eq(versions::facility_id)))
        .filter(versions::recalled_at.is_null())
        .filter(versions::effective_on.ge(since))
        .select((
            versions::id,
            facility::id,
            facility::institution_id,
            facility::name_ja,
            facility::name_en,
            versions::published_at,
        ))
        .load(conn)?;
    let units: BTreeSet<(FacilityId, InstitutionId)> = rows
        .iter()
        .map(|row| (FacilityId::new(row.1), InstitutionId::new(row.2)))
        .collect();
    let units: Vec<_> = units.into_iter().collect();
    let version = |(rule, unit_slug): (Rule, String)| {
        let (.., ja, en, published) = rows.iter().find(|row| row.0 == rule.id.number())?;
        Some(Version {
            rule,
            unit: Name {
                ja: ja.clone(),
                en: en.clone(),
            },
            unit_slug,
            published_at: Instant::from_unix(*published),
        })
    };
    let applying = rule::applying(conn, &units)?.into_iter();
    Ok(applying.filter_map(version).collect())
}

/// The bookings that a version begins before, of people who have not agreed to it.
fn open(
    conn: &mut Conn,
    rule: &Rule,
    at: Instant,
    only: Option<UserId>,
) -> Result<Vec<Found>, Halt> {
    let from = Instant::of_tokyo(rule.effective_on, 0).max(at).unix();
    let agreed = rule_consent::table
        .filter(rule_consent::user_id.eq(booking::user_id))
        .filter(rule_consent::rule_id.eq(rule.id.number()));
    let mut query = booking::table
        .inner_join(resource::table.inner_join(facility::table))
        .inner_join(user::table.on(user::id.eq(booking::user_id)))
        .filter(booking::starts_at.ge(from))
        .filter(booking::state.eq_any(["confirmed", "facility_review", "held"]))
        .filter(not(exists(agreed)))
        .order((booking::starts_at, booking::id))
        .limit(MOST)
        .select((
            (
                booking::id,
                booking::resource_id,
                booking::starts_at,
                booking::ends_at,
            ),
            (user::id, user::name, user::email, user::language),
        ))
        .into_boxed();
    query = if rule.is_whole {
        query.filter(facility::institution_id.eq(rule.institution.number()))
    } else {
        query.filter(facility::id.eq(rule.facility.number()))
    };
    if let Some(person) = only {
        query = query.filter(booking::user_id.eq(person.number()));
    }
    let rows: Vec<Row> = query.load(conn)?;
    let found = rows.into_iter().filter_map(|row| read(row, rule));
    Ok(found.collect())
}

/// A booking's id, resource and time, and its user.
type Row = ((i64, i64, i64, i64), (i64, String, String, String));

fn read((booking, user): Row, rule: &Rule) -> Option<Found> {
    let (id, resource, starts, ends) = booking;
    let (person, name, email, language) = user;
    Some(Found {
        rule: rule.id,
        booking: BookingId::new(id),
        user: Recipient {
            user: UserId::new(person),
            name,
            email,
            language: Language::from_code(&language),
        },
        resource: ResourceId::new(resource),
        span: Span::new(Instant::from_unix(starts), Instant::from_unix(ends))?,
        was_held: false,
    })
}

/// Which of these bookings were put on hold for a consent before.
fn held_before(conn: &mut Conn, found: &[Found]) -> Result<BTreeSet<BookingId>, Halt> {
    let ids: Vec<i64> = found.iter().map(|one| one.booking.number()).collect();
    let code = format!("%{}%", Gate::RuleConsent.code());
    let mut held = BTreeSet::new();
    for some in ids.chunks(500) {
        let some: Vec<i64> = booking_hold::table
            .filter(booking_hold::booking_id.eq_any(some))
            .filter(booking_hold::gates.like(&code))
            .select(booking_hold::booking_id)
            .load(conn)?;
        held.extend(some.into_iter().map(BookingId::new));
    }
    Ok(held)
}

/// All versions that apply to these resources: which one is in force on a day follows from all.
fn all(
    conn: &mut Conn,
    resources: &[crate::domain::catalogue::Resource],
    recent: Vec<Version>,
) -> Result<Vec<Version>, Halt> {
    let units: BTreeSet<(FacilityId, InstitutionId)> = resources
        .iter()
        .map(|resource| (resource.facility, resource.institution))
        .collect();
    let units: Vec<_> = units.into_iter().collect();
    let mut known = recent;
    for (rule, unit_slug) in rule::applying(conn, &units)? {
        if known.iter().all(|version| version.rule.id != rule.id) {
            known.push(Version {
                rule,
                unit: Name::default(),
                unit_slug,
                published_at: Instant::from_unix(0),
            });
        }
    }
    Ok(known)
}
