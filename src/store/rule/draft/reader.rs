//! Who is told of a version: people who agreed to an earlier one or have a booking that falls under it.

use std::collections::BTreeMap;

use diesel::prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl, TextExpressionMethods};

use crate::domain::event::Kind;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, FacilityId, RuleId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::letter::reminder::Affected;
use crate::domain::letter::rule::RuleNews;
use crate::domain::name::Name;
use crate::domain::rule::announce::Reader;
use crate::domain::rule::draft::unit::Unit;
use crate::domain::time::{Instant, Span};
use crate::store::engine::Conn;
use crate::store::schema::{
    booking, event, facility, outbox, resource, role_grant, rule, rule_consent, user,
};

/// Most people and bookings that one version is told to and of.
const MOST: i64 = 5_000;

type Person = (i64, String, String, String);

#[diesel::dsl::auto_type]
fn person() -> _ {
    (user::id, user::name, user::email, user::language)
}

fn recipient((id, name, email, language): Person) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name,
        email,
        language: Language::from_code(&language),
    }
}

/// Everybody who is told of a version of a unit that begins at a moment, by id: two queries.
///
/// # Errors
/// A fault of the database.
pub fn of_unit(conn: &mut Conn, unit: &Unit, begins: Instant) -> Result<Vec<Reader>, Halt> {
    let agreed: Vec<Person> = rule_consent::table
        .inner_join(rule::table)
        .inner_join(user::table.on(user::id.eq(rule_consent::user_id)))
        .filter(rule::facility_id.eq(unit.facility.number()))
        .filter(user::state.eq("active"))
        .select(person())
        .distinct()
        .order(user::id)
        .limit(MOST)
        .load(conn)?;
    let mut readers: BTreeMap<UserId, Reader> = BTreeMap::new();
    for row in agreed {
        let to = recipient(row);
        readers.entry(to.user).or_insert(Reader {
            to,
            bookings: Vec::new(),
        });
    }
    for (to, affected) in booked(conn, unit, begins)? {
        let reader = readers.entry(to.user).or_insert(Reader {
            to,
            bookings: Vec::new(),
        });
        reader.bookings.push(affected);
    }
    Ok(readers.into_values().collect())
}

/// The states of those who are told of a new version.
const STANDING: [&str; 6] = [
    "confirmed",
    "facility_review",
    "submitted",
    "user_side",
    "held",
    "returned",
];

/// The bookings that stand from a moment on, by start, each with its user.
fn booked(
    conn: &mut Conn,
    unit: &Unit,
    begins: Instant,
) -> Result<Vec<(Recipient, Affected)>, Halt> {
    type Row = (Person, (i64, i64, i64), (String, String));
    let mut query = booking::table
        .inner_join(resource::table.inner_join(facility::table))
        .inner_join(user::table.on(user::id.eq(booking::user_id)))
        .filter(booking::starts_at.ge(begins.unix()))
        .filter(booking::state.eq_any(STANDING))
        .filter(user::state.eq("active"))
        .filter(facility::institution_id.eq(unit.institution.number()))
        .order((booking::starts_at, booking::id))
        .limit(MOST)
        .select((
            person(),
            (booking::id, booking::starts_at, booking::ends_at),
            (resource::name_ja, resource::name_en),
        ))
        .into_boxed();
    if let Some(only) = unit.only() {
        query = query.filter(facility::id.eq(only.number()));
    }
    let rows: Vec<Row> = query.load(conn)?;
    let read = |(person, (id, from, to), (ja, en)): Row| {
        let span = Span::new(Instant::from_unix(from), Instant::from_unix(to))?;
        let affected = Affected {
            booking: BookingId::new(id),
            resource: Name { ja, en },
            span,
        };
        Some((recipient(person), affected))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Who decides on the requests of these facilities.
///
/// # Errors
/// A fault of the database.
pub fn managers(
    conn: &mut Conn,
    facilities: &[FacilityId],
) -> Result<Vec<(FacilityId, Recipient)>, Halt> {
    let ids: Vec<Option<i64>> = facilities.iter().map(|id| Some(id.number())).collect();
    let rows: Vec<(Option<i64>, Person)> = role_grant::table
        .inner_join(user::table)
        .filter(role_grant::facility_id.eq_any(ids))
        .filter(role_grant::role.eq("facility_manager"))
        .filter(role_grant::revoked_at.is_null())
        .filter(user::state.eq("active"))
        .order((role_grant::facility_id, user::id))
        .select((role_grant::facility_id, person()))
        .load(conn)?;
    let read =
        |(id, person): (Option<i64>, Person)| Some((FacilityId::new(id?), recipient(person)));
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Who was told that a version is coming, and who agreed to it already.
///
/// # Errors
/// A fault of the database.
pub fn told(conn: &mut Conn, id: RuleId) -> Result<Vec<Recipient>, Halt> {
    let mark = format!("%\"rule\":\"{id}\"%");
    let told: Vec<Person> = outbox::table
        .inner_join(event::table.on(event::id.eq(outbox::event_id)))
        .inner_join(user::table.on(user::id.eq(outbox::user_id)))
        .filter(event::kind.eq(Kind::RulePublished.code()))
        .filter(event::facts.like(mark))
        .filter(outbox::letter.eq(RuleNews::Announced.code()))
        .filter(user::state.eq("active"))
        .order(user::id)
        .limit(MOST)
        .select(person())
        .load(conn)?;
    let agreed: Vec<Person> = rule_consent::table
        .inner_join(user::table.on(user::id.eq(rule_consent::user_id)))
        .filter(rule_consent::rule_id.eq(id.number()))
        .filter(user::state.eq("active"))
        .order(user::id)
        .limit(MOST)
        .select(person())
        .load(conn)?;
    let everybody = told.into_iter().chain(agreed).map(recipient);
    let once: BTreeMap<UserId, Recipient> = everybody.map(|to| (to.user, to)).collect();
    Ok(once.into_values().collect())
}
