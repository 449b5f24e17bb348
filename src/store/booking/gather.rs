//! Gathering what a decision about a booking needs, while its resource's turn is held.

use diesel::prelude::*;

use crate::domain::actor::Person;
use crate::domain::attendant::may_attend;
use crate::domain::booking::amend::whole;
use crate::domain::booking::decided::Decided;
use crate::domain::booking::part::Part;
use crate::domain::booking::request::is_barred;
use crate::domain::booking::{Booking, Scene, Standing, State, Wish};
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId};
use crate::domain::name::Name;
use crate::domain::policy::case::Occupied;
use crate::domain::time::{Instant, Span};
use crate::store::booking::attendance;
use crate::store::booking::elsewhere;
use crate::store::booking::facts::{self, AROUND};
use crate::store::booking::hold;
use crate::store::booking::part_gates;
use crate::store::booking::parts;
use crate::store::booking::people::{managers, recipient};
use crate::store::booking::row::{Row, read};
use crate::store::booking::set;
use crate::store::booking::turn;
use crate::store::catalogue::resource as catalogue;
use crate::store::claim;
use crate::store::engine::Conn;
use crate::store::schema::{booking, institution, resource, user};
use crate::store::tx::Tx;

/// Everything a request is decided by. The resource's turn is taken first, so that nothing changes
/// between this look and the write.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub fn scene(
    tx: &mut Tx<'_>,
    slug: &str,
    (wish, with): (Option<Span>, &[String]),
    by: &Person,
) -> Result<Scene, Halt> {
    let parts = parts::chosen(tx, slug, with)?;
    let others: Vec<ResourceId> = parts.iter().map(|part| part.id).collect();
    let id = turn::take_with(tx, slug, &others)?;
    let at = tx.at();
    let mut scene = look(tx, id, wish, by)?;
    if let Some(span) = wish {
        let around = span.widen(AROUND, AROUND);
        scene.beside = parts::beside(tx, &parts, &around, (by.id, None, at))?;
        let who = (by.id, by.institution);
        part_gates::wanted_by(tx, &mut scene.beside, (scene.resource.facility, who), at)?;
    }
    scene.fellows = facts::of_fellows(tx, &scene.resource, &parts, (wish, by, at))?;
    Ok(scene)
}

/// The same facts without the turn, for the form before it is sent.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub fn preview(
    conn: &mut Conn,
    slug: &str,
    wish: &Wish,
    by: &Person,
    at: Instant,
) -> Result<Scene, Halt> {
    let resource = catalogue::by_slug(conn, slug, at)?;
    let mut scene = facts::of(conn, resource, wish.span(), (by, at))?;
    parts::look(conn, &mut scene, (wish.span(), &wish.with), (by, at))?;
    let chosen = scene.offered.iter();
    let chosen = chosen.filter(|one| wish.with.contains(&one.slug)).cloned();
    let chosen: Vec<Part> = chosen.collect();
    scene.fellows = facts::of_fellows(conn, &scene.resource, &chosen, (wish.span(), by, at))?;
    if let Some(span) = wish.span()
        && is_barred(wish, None, &scene, at)
    {
        scene.elsewhere = elsewhere::of(conn, &scene.resource, &span, Some(by), at)?;
    }
    Ok(scene)
}

/// The same facts for a series, with the claims from its first date to its last.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub fn preview_over(
    conn: &mut Conn,
    slug: &str,
    (over, with): (Span, &[String]),
    by: &Person,
    at: Instant,
) -> Result<Scene, Halt> {
    let resource = catalogue::by_slug(conn, slug, at)?;
    let mut scene = facts::of(conn, resource, Some(over), (by, at))?;
    parts::look(conn, &mut scene, (Some(over), with), (by, at))?;
    Ok(scene)
}

/// Everything a change of a booking is decided by, as if the booking itself took nothing. The turn of its
/// resource must be held.
///
/// # Errors
/// A fault of the database.
pub fn scene_without(
    conn: &mut Conn,
    standing: &Standing,
    wish: Option<Span>,
    by: &Person,
    at: Instant,
) -> Result<Scene, Halt> {
    let mut scene = facts::of(conn, standing.resource.clone(), None, (by, at))?;
    if let Some(span) = wish {
        scene.taken = others(conn, standing, &span)?;
        let booking = &standing.booking;
        let around = span.widen(AROUND, AROUND);
        let known = (booking.user, Some(booking.id), at);
        scene.beside = parts::beside(conn, &standing.parts, &around, known)?;
        let who = (booking.user, booking.institution);
        part_gates::wanted_by(conn, &mut scene.beside, (scene.resource.facility, who), at)?;
        if may_attend(&standing.resource) {
            let except = Some(standing.booking.id);
            scene.attendants = facts::attending(conn, &standing.resource, (&span, except), at)?;
        }
    }
    Ok(scene)
}

/// The same of the others of its set that still stand.
///
/// # Errors
/// A fault of the database.
pub fn fellows_without(
    conn: &mut Conn,
    standing: &Standing,
    wish: Option<Span>,
    (by, at): (&Person, Instant),
) -> Result<Vec<Scene>, Halt> {
    let mut scenes = Vec::new();
    for fellow in whole::others(standing) {
        let one = view(conn, fellow.id, at)?;
        scenes.push(scene_without(conn, &one, wish, by, at)?);
    }
    Ok(scenes)
}

/// The claims around a time, as if the booking itself took nothing.
///
/// # Errors
/// A fault of the database.
pub fn others(conn: &mut Conn, standing: &Standing, span: &Span) -> Result<Vec<Occupied>, Halt> {
    let booking = &standing.booking;
    let around = span.widen(AROUND, AROUND);
    let except = (booking.id, booking.user);
    let taken = claim::without(conn, booking.resource, &around, except)?;
    Ok(taken.into_iter().map(|(_, occupied)| occupied).collect())
}

fn look(tx: &mut Tx<'_>, id: ResourceId, wish: Option<Span>, by: &Person) -> Result<Scene, Halt> {
    let at = tx.at();
    let resource = catalogue::by_id(tx, id, at)?;
    facts::of(tx, resource, wish, (by, at))
}

/// The booking that was made with this id, if there is one.
///
/// # Errors
/// A fault of the database.
pub fn made(conn: &mut Conn, id: BookingId) -> Result<Option<Booking>, Halt> {
    booking::table
        .filter(booking::id.eq(id.number()))
        .select(Row::as_select())
        .first(conn)
        .optional()?
        .map(read)
        .transpose()
}

/// A booking that stands, for a deed: its resource's turn is taken first, with those of all that it and the
/// others of its set hold.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn standing(tx: &mut Tx<'_>, id: BookingId) -> Result<Standing, Halt> {
    let slug: String = booking::table
        .inner_join(resource::table)
        .filter(booking::id.eq(id.number()))
        .select(resource::slug)
        .first(&mut **tx)?;
    let fellows = set::fellows(tx, id)?;
    let whole = std::iter::once(id).chain(fellows.iter().map(|one| one.id));
    let mut others = parts::held_by(tx, &whole.collect::<Vec<_>>())?;
    others.extend(fellows.iter().map(|one| one.resource));
    turn::take_with(tx, &slug, &others)?;
    let at = tx.at();
    view(tx, id, at)
}

/// The same facts without the turn, for pages.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn view(conn: &mut Conn, id: BookingId, at: Instant) -> Result<Standing, Halt> {
    let (row, (name, email, language), (short, abbr)): (
        Row,
        (String, String, String),
        (String, String),
    ) = booking::table
        .inner_join(user::table)
        .inner_join(institution::table.on(institution::id.eq(booking::institution_id)))
        .filter(booking::id.eq(id.number()))
        .select((
            Row::as_select(),
            (user::name, user::email, user::language),
            (institution::short_ja, institution::abbr),
        ))
        .first(conn)?;
    let resource = catalogue::by_id(conn, ResourceId::new(row.resource_id), at)?;
    let managers = managers(conn, resource.facility)?;
    let applicant = recipient((row.user_id, name, email, language));
    let decided = match (&row.decided_by, row.decided_at) {
        (Some(by), Some(at)) => Some(Decided {
            by: by.clone(),
            at: Instant::from_unix(at),
            reason: row.reason.clone(),
        }),
        _ => None,
    };
    let relocated = row.relocated;
    let booking = read(row)?;
    let hold = match booking.state {
        State::Held => hold::open(conn, id)?,
        _ => None,
    };
    Ok(Standing {
        parts: parts::of(conn, id)?,
        fellows: set::fellows(conn, id)?,
        attendant: attendance::of_booking(conn, id)?,
        hold,
        booking,
        resource,
        applicant,
        applicant_institution: Name {
            ja: short,
            en: abbr,
        },
        managers,
        decided,
        relocated,
    })
}
