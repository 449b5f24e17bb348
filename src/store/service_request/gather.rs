//! Gathering what a decision about a request without a slot needs.

use diesel::prelude::*;

use crate::domain::actor::Person;
use crate::domain::booking::Wish;
use crate::domain::halt::Halt;
use crate::domain::id::{ResourceId, ServiceId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Recipient;
use crate::domain::name::Name;
use crate::domain::refusal::Citation;
use crate::domain::service_request::change::Overdue;
use crate::domain::service_request::desk::Desk;
use crate::domain::service_request::state::State;
use crate::domain::service_request::{ServiceRequest, Standing};
use crate::domain::time::Instant;
use crate::store::booking::gather::preview;
use crate::store::booking::people::managers;
use crate::store::catalogue::resource as catalogue;
use crate::store::engine::Conn;
use crate::store::gate;
use crate::store::schema::{facility, institution, resource, rule, service_request, user};
use crate::store::service_request::line;
use crate::store::service_request::row::{Row, day};

/// Everything a new request is decided by.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault.
pub fn desk(conn: &mut Conn, slug: &str, by: &Person, at: Instant) -> Result<Desk, Halt> {
    let scene = preview(conn, slug, &Wish::default(), by, at)?;
    let response_days = response_days(conn, scene.resource.id)?;
    let late: Vec<(i64, Option<String>)> = service_request::table
        .inner_join(resource::table)
        .filter(service_request::user_id.eq(by.id.number()))
        .filter(resource::facility_id.eq(scene.resource.facility.number()))
        .filter(
            service_request::state.eq_any([State::InUse, State::ProgressReport].map(State::code)),
        )
        .filter(service_request::report_due.lt(at.day().to_string()))
        .order(service_request::report_due)
        .limit(20)
        .select((service_request::id, service_request::report_due))
        .load(conn)?;
    let overdue = late
        .into_iter()
        .filter_map(|(id, due)| {
            Some(Overdue {
                request: ServiceId::new(id),
                due: day(due.as_deref()).ok()??,
            })
        })
        .collect();
    Ok(Desk {
        scene,
        response_days,
        overdue,
    })
}

fn response_days(conn: &mut Conn, id: ResourceId) -> Result<u32, Halt> {
    let days: i64 = resource::table
        .find(id.number())
        .select(resource::response_days)
        .first(conn)?;
    Ok(u32::try_from(days).unwrap_or(0))
}

/// Whose request stands with this id, if one does.
///
/// # Errors
/// A fault of the database.
pub fn made(conn: &mut Conn, id: ServiceId) -> Result<Option<UserId>, Halt> {
    let user: Option<i64> = service_request::table
        .find(id.number())
        .select(service_request::user_id)
        .first(conn)
        .optional()?;
    Ok(user.map(UserId::new))
}

/// A request that stands, with who and what it concerns. Two deeds at once are told apart by its version.
///
/// # Errors
/// [`Halt::Absent`] if there is none, or a fault.
pub fn view(conn: &mut Conn, id: ServiceId, at: Instant) -> Result<Standing, Halt> {
    type Told = ((i64, String, String, String), (String, String));
    let (row, (who, (ja, en))): (Row, Told) = service_request::table
        .inner_join(user::table)
        .inner_join(institution::table.on(institution::id.eq(service_request::institution_id)))
        .filter(service_request::id.eq(id.number()))
        .select((
            Row::as_select(),
            (
                (user::id, user::name, user::email, user::language),
                (institution::short_ja, institution::abbr),
            ),
        ))
        .first(conn)?;
    let lines = line::of(conn, &[row.id])?
        .remove(&row.id)
        .unwrap_or_default();
    let request = row.read(lines)?;
    let resource = catalogue::by_id(conn, request.resource, at)?;
    Ok(Standing {
        response_days: response_days(conn, resource.id)?,
        managers: managers(conn, resource.facility)?,
        citation: citation(conn, &request)?,
        facts: gate::of_user(conn, request.user)?,
        applicant: recipient(who),
        applicant_institution: Name { ja, en },
        resource,
        request,
    })
}

fn recipient((id, name, email, language): (i64, String, String, String)) -> Recipient {
    Recipient {
        user: UserId::new(id),
        name,
        email,
        language: Language::from_code(&language),
    }
}

/// The version that the request was sent under.
fn citation(conn: &mut Conn, request: &ServiceRequest) -> Result<Citation, Halt> {
    let (ja, en, version, slug): (String, String, String, String) = rule::table
        .inner_join(facility::table.on(facility::id.eq(rule::facility_id)))
        .filter(rule::id.eq(request.rule.number()))
        .select((
            rule::title_ja,
            rule::title_en,
            rule::version,
            facility::slug,
        ))
        .first(conn)?;
    Ok(Citation {
        title: Name { ja, en },
        version,
        facility_slug: slug,
        document: None,
        document_key: None,
        article: None,
    })
}
