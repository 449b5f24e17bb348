//! What a wish for one resource is decided by, as it stands in the database.

use crate::domain::actor::Person;
use crate::domain::attendant::{Attendant, may_attend};
use crate::domain::booking::part::Part;
use crate::domain::booking::{Scene, contest, home};
use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId, UserId};
use crate::domain::policy::case::Occupied;
use crate::domain::rule::Rule;
use crate::domain::time::{Instant, Span};
use crate::store::booking::applicant;
use crate::store::booking::home as at_home;
use crate::store::booking::people::{institution_name, managers};
use crate::store::catalogue::resource as catalogue;
use crate::store::engine::Conn;
use crate::store::waitlist::offer;
use crate::store::{attendant, claim, rule};

/// How far around a wish claims are read, in minutes: the wish itself and its nearest alternatives.
pub(super) const AROUND: i64 = 38 * 24 * 60;

/// What a wish of somebody for a resource is decided by.
///
/// # Errors
/// A fault of the database.
pub(super) fn of(
    conn: &mut Conn,
    resource: Resource,
    wish: Option<Span>,
    (by, at): (&Person, Instant),
) -> Result<Scene, Halt> {
    let taken = match wish {
        Some(span) => claims(conn, (resource.id, by.id), &span.widen(AROUND, AROUND))?,
        None => Vec::new(),
    };
    let attendants = match wish.filter(|_| may_attend(&resource)) {
        Some(span) => attending(conn, &resource, (&span, None), at)?,
        None => Vec::new(),
    };
    let applying = rule::applying(conn, &[(resource.facility, resource.institution)])?;
    Ok(Scene {
        beside: Vec::new(),
        offered: Vec::new(),
        fellows: Vec::new(),
        taken,
        attendants,
        whole_slug: whole_slug(&applying),
        rules: applying.into_iter().map(|(rule, _)| rule).collect(),
        consents: rule::consents(conn, by.id, resource.facility)?,
        applicant: applicant::of(conn, &resource, by, at)?,
        applicant_institution: institution_name(conn, by.institution)?,
        managers: managers(conn, resource.facility)?,
        elsewhere: Vec::new(),
        kept: match wish.filter(|used| contest::competes(&resource, used)) {
            Some(_) => offer::kept(conn, by.id, resource.id)?,
            None => Vec::new(),
        },
        responsible: match wish.filter(|used| home::asks(&resource, used, by.institution)) {
            Some(_) => at_home::responsible(conn, by.id, by.institution)?,
            None => None,
        },
        resource,
    })
}

/// The same of those among these that are another facility's than the one of a resource.
///
/// # Errors
/// A fault of the database.
pub(super) fn of_fellows(
    conn: &mut Conn,
    main: &Resource,
    parts: &[Part],
    (wish, by, at): (Option<Span>, &Person, Instant),
) -> Result<Vec<Scene>, Halt> {
    let others = parts.iter().filter(|part| part.facility != main.facility);
    let scene = |part: &Part| {
        let resource = catalogue::by_id(conn, part.id, at)?;
        self::of(conn, resource, wish, (by, at))
    };
    others.map(scene).collect()
}

/// Those who attend a resource, with what they are busy with around a wish.
///
/// # Errors
/// A fault of the database.
pub(super) fn attending(
    conn: &mut Conn,
    resource: &Resource,
    (wish, except): (&Span, Option<BookingId>),
    at: Instant,
) -> Result<Vec<Attendant>, Halt> {
    let around = wish.widen(AROUND, AROUND);
    let all = attendant::of(conn, &[resource.id], (&around, except), at)?;
    Ok(all.into_iter().map(|(_, one)| one).collect())
}

fn whole_slug(applying: &[(Rule, String)]) -> Option<String> {
    let whole = applying.iter().find(|(rule, _)| rule.is_whole);
    whole.map(|(_, slug)| slug.clone())
}

fn claims(
    conn: &mut Conn,
    (id, by): (ResourceId, UserId),
    around: &Span,
) -> Result<Vec<Occupied>, Halt> {
    Ok(claim::homed(conn, &[id], around, Some(by))?
        .into_iter()
        .map(|(_, occupied)| occupied)
        .collect())
}
