//! Requests to post: free times that the rules allow, each for one request, and people to send them.

use futures_util::future::try_join_all;

use crate::acts;
use crate::cli::failure::{Failure, halted};
use crate::domain::actor::Actor;
use crate::domain::catalogue::{Access, Resource, access};
use crate::domain::halt::Halt;
use crate::domain::id::{BookingId, ResourceId, RuleId};
use crate::domain::policy::room::{Room, last_day};
use crate::domain::rule::in_force;
use crate::domain::time::{Instant, Span, day_span, write_local};
use crate::domain::world::{Batch, Pass};
use crate::secret::chance;
use crate::secret::token::Token;
use crate::store;
use crate::store::db::Db;
use crate::store::world::survey::{newest_people, survey};
use crate::web::form::encode;

/// How long the sessions last, in minutes.
const LASTING: i64 = 6 * 60;

/// A time that can be asked for.
#[derive(Clone, Debug)]
pub struct Slot {
    slug: String,
    span: Span,
    rule: RuleId,
}

/// Somebody who asks.
#[derive(Clone, Debug)]
pub struct Asker {
    /// What their browser sends.
    pub secret: String,
    csrf: String,
}

/// The instruments that are booked here, each facility's rule beside them.
///
/// # Errors
/// A fault of the database.
pub async fn instruments(db: &Db, at: Instant) -> Result<Vec<Resource>, Failure> {
    let all = db
        .read(move |conn| {
            let ids: Vec<ResourceId> = survey(conn)?
                .resources
                .iter()
                .filter(|direct| direct.published)
                .map(|direct| direct.id)
                .collect();
            store::catalogue::resource::several(conn, &ids, at)
        })
        .await
        .map_err(halted)?;
    let booked = |resource: &Resource| {
        resource.open && access(resource.mode, resource.allocation) == Access::Slot
    };
    Ok(all.into_iter().filter(booked).collect())
}

/// Times that are free on these instruments now, apart from each other, spread over all of them.
///
/// # Errors
/// A fault of the database.
pub async fn slots(db: &Db, instruments: &[Resource], at: Instant) -> Result<Vec<Slot>, Failure> {
    let each = instruments.iter().map(|resource| of_one(db, resource, at));
    let mut each = try_join_all(each).await.map_err(halted)?;
    let mut slots = Vec::new();
    loop {
        let before = slots.len();
        slots.extend(each.iter_mut().filter_map(Vec::pop));
        if slots.len() == before {
            return Ok(slots);
        }
    }
}

async fn of_one(db: &Db, resource: &Resource, at: Instant) -> Result<Vec<Slot>, Halt> {
    let (id, facility) = (resource.id, resource.facility);
    let whole = Span::new(at, day_span(last_day(resource, at)).end());
    let Some(whole) = whole else {
        return Ok(Vec::new());
    };
    let (claims, rules) = db
        .read(move |conn| {
            let claims = store::claim::during(conn, &[id], &whole.widen(24 * 60, 24 * 60))?;
            Ok((claims, store::rule::versions(conn, facility)?))
        })
        .await?;
    let mut taken: Vec<Span> = claims.iter().map(|(_, claim)| claim.claim).collect();
    let shortest = resource.parameters.shortest();
    let mut found = Vec::new();
    let room = Room {
        resource,
        full: &taken.clone(),
        now: at,
        from: at.plus_minutes(60),
        until: whole.end(),
    };
    for span in room.first(shortest, 2_000) {
        let claim = resource.parameters.claim(&span);
        let Some(rule) = in_force(&rules, span.start().day()) else {
            continue;
        };
        let last = taken.last().copied();
        if found.is_empty() || last.is_none_or(|last| !last.overlaps(&claim)) {
            taken.push(claim);
            found.push(Slot {
                slug: resource.slug.clone(),
                span,
                rule: rule.id,
            });
        }
    }
    Ok(found)
}

/// People who are signed in, one for each client.
///
/// # Errors
/// There are none in the database, or a fault.
pub async fn askers(db: &Db, count: usize, at: Instant) -> Result<Vec<Asker>, Failure> {
    let wanted = i64::try_from(count)?;
    let people = db
        .read(move |conn| newest_people(conn, wanted))
        .await
        .map_err(halted)?;
    let span = Span::of_minutes(at.plus_minutes(-1), LASTING).ok_or("no time")?;
    let mut askers = Vec::new();
    let mut passes = Vec::new();
    for user in people {
        let token = Token::fresh()?;
        passes.push(Pass {
            user,
            token_hash: token.hash(),
            span,
        });
        askers.push(Asker {
            secret: token.reveal().to_owned(),
            csrf: token.derive("form"),
        });
    }
    let batch = Batch {
        passes,
        ..Batch::default()
    };
    db.act(Actor::house(at), move |tx, by| {
        acts::world::fill(tx, by, "sessions", &batch)
    })
    .await
    .map_err(halted)?;
    Ok(askers)
}

/// The form that asks for a slot, with an id of its own.
#[must_use]
pub fn form(slot: &Slot, asker: &Asker, at: Instant) -> String {
    let purpose = encode("測定のための申請です。");
    let sample = encode("標準試料 1検体");
    format!(
        "id={}&resource={}&start={}&len={}&purpose={purpose}&sample={sample}&safety=none\
         &support_mode=self&project_number=&agree={}&csrf={}",
        BookingId::new(chance::id(at)),
        encode(&slot.slug),
        encode(&write_local(slot.span.start())),
        slot.span.minutes(),
        slot.rule,
        asker.csrf,
    )
}
