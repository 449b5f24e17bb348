//! A feed as programs read it: what its owner may see at this moment, under a secret address.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};

use crate::domain::actor::{Actor, Who};
use crate::domain::agenda::{MOST, status};
use crate::domain::feed::{Feed, PREFIX, Subject, is_to_note};
use crate::domain::letter::entry::Status;
use crate::notice::ics;
use crate::notice::ics::event::Event;
use crate::secret::token::{Token, hash};
use crate::store;
use crate::store::agenda::attended::Attended;
use crate::store::agenda::booked::Booked;
use crate::store::agenda::fed::{self, Entries};
use crate::store::agenda::outage::Closed;
use crate::web::answer::Answer;
use crate::web::links;
use crate::web::visit::Visit;
use crate::words::booking::state;
use crate::words::{feed as said, mail, name};

/// `GET /feeds/{token}.ics`
///
/// The address is the permission: whoever knows it reads what its owner may see now. A wrong one, a
/// stopped feed and an account that is not active are answered alike.
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit, request: HttpRequest, token: Path<String>) -> Answer {
    let secret = token.strip_prefix(PREFIX).and_then(Token::read);
    let Some(secret) = secret else {
        return Ok(absent(&visit));
    };
    let (hash, now) = (secret.hash(), visit.actor.at);
    let look = visit
        .db()
        .read(move |conn| match store::feed::by_token(conn, &hash)? {
            None => Ok(None),
            Some((feed, owner)) => {
                let owner = Actor {
                    who: Who::Person(owner),
                    at: now,
                };
                let managed = owner.managed_facilities();
                let entries = fed::entries(conn, &feed, &managed, now)?;
                Ok(Some((feed, entries)))
            }
        });
    let Some((feed, entries)) = look.await? else {
        return Ok(absent(&visit));
    };
    note_use(&visit, &feed);
    let events = events(&visit, &feed, &entries);
    let text = ics::feed(&visit.house.config, visit.language, &feed.name, &events);
    Ok(calendar(&request, &feed, text))
}

/// The calendar; or the news that the program has it already, which costs it nothing.
fn calendar(request: &HttpRequest, feed: &Feed, text: String) -> HttpResponse {
    // of this feed alone: two feeds with the same entries differ
    let tag = format!("W/\"{}\"", hash(&format!("{}:{text}", feed.id)));
    let known = request
        .headers()
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|seen| seen.split(',').any(|one| one.trim() == tag));
    let status = if known {
        StatusCode::NOT_MODIFIED
    } else {
        StatusCode::OK
    };
    let mut response = bare(status);
    response.insert_header((header::ETAG, tag));
    if known {
        return response.finish();
    }
    response
        .insert_header((header::CONTENT_TYPE, "text/calendar; charset=utf-8"))
        .insert_header((
            header::CONTENT_DISPOSITION,
            "inline; filename=\"madoguchi.ics\"",
        ))
        .body(text)
}

/// The same for whatever can't be read, without a page around it: its links would carry the address on.
fn absent(visit: &Visit) -> HttpResponse {
    bare(StatusCode::NOT_FOUND)
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"))
        .body(format!("{}\n", visit.words().feed.absent))
}

/// What every answer at a secret address says: nobody keeps it, finds it, or tells where it came from.
fn bare(status: StatusCode) -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::build(status);
    response
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .insert_header((header::REFERRER_POLICY, "no-referrer"))
        .insert_header((
            HeaderName::from_static("x-robots-tag"),
            "noindex, nofollow, noarchive",
        ));
    response
}

/// Notes, once an hour, that it was read. The answer does not wait for it.
fn note_use(visit: &Visit, feed: &Feed) {
    let (id, at) = (feed.id, visit.actor.at);
    if !is_to_note(feed, at) {
        return;
    }
    let db = visit.db().clone();
    actix_web::rt::spawn(async move {
        let noted = db.tend(at, move |tx| store::feed::note(tx, id)).await;
        if let Err(halt) = noted {
            tracing::warn!(?halt, feed = %id, "the use of a feed could not be noted");
        }
    });
}

fn events(visit: &Visit, feed: &Feed, entries: &Entries) -> Vec<Event> {
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let booked = entries.booked.iter().map(|one| booking(visit, feed, one));
    let attended = entries.attended.iter().map(|one| training(visit, one));
    let closed = entries
        .closed
        .iter()
        .map(|one| outage_of(visit, entries, one));
    booked.chain(attended).chain(closed).take(most).collect()
}

fn booking(visit: &Visit, feed: &Feed, one: &Booked) -> Event {
    let language = visit.language;
    let resource = name::of(language, &one.name);
    let (summary, path) = match feed.about {
        Subject::Mine => (resource.to_owned(), links::request(one.id)),
        Subject::Facility(_) | Subject::Resource(_) => {
            let who = mail::person(language, &one.applicant, name::of(language, &one.home));
            (
                said::summary(language, resource, &who),
                links::decision(one.id),
            )
        }
    };
    let link = visit.whole(&path);
    let (_, state) = state::chip(language, one.state);
    Event {
        id: one.id.to_string(),
        // as letters count: what they tell is written before its change
        sequence: one.version.saturating_sub(1),
        changed_at: one.changed_at,
        span: one.span,
        status: status(one.state),
        summary,
        place: mail::person(
            language,
            name::of(language, &one.facility),
            name::of(language, &one.provider),
        ),
        description: said::description(language, state, &one.id.to_string(), &link),
        link,
    }
}

fn training(visit: &Visit, one: &Attended) -> Event {
    let language = visit.language;
    let link = visit.whole("/my/calendar");
    let state = visit.words().agenda.training;
    Event {
        id: format!("training-{}", one.id),
        sequence: 0,
        changed_at: one.enrolled_at,
        span: one.span,
        status: Status::Confirmed,
        summary: name::of(language, &one.course).to_owned(),
        place: match one.place.as_str() {
            "" => name::of(language, &one.facility).to_owned(),
            place => mail::person(language, place, name::of(language, &one.facility)),
        },
        description: said::description(language, state, "", &link),
        link,
    }
}

fn outage_of(visit: &Visit, entries: &Entries, one: &Closed) -> Event {
    let (language, w) = (visit.language, &visit.words().agenda);
    let state = if one.is_offer {
        w.offered
    } else {
        w.maintenance
    };
    let found = entries.kept.iter().find(|kept| kept.id == one.resource);
    let resource = found.map_or("", |kept| name::of(language, &kept.name));
    let link = visit.whole(&found.map_or_else(
        || "/manage/calendar".to_owned(),
        |kept| links::calendar_of(&kept.slug),
    ));
    Event {
        id: format!("outage-{}", crate::domain::id::EventId::new(one.id)),
        sequence: 0,
        // born with its number; it has no other date
        changed_at: one.span.start(),
        span: one.span,
        status: Status::Confirmed,
        summary: said::summary(language, resource, state),
        place: found.map_or_else(String::new, |kept| {
            name::of(language, &kept.facility_name).to_owned()
        }),
        description: format!("{}\n{link}", one.note),
        link,
    }
}
