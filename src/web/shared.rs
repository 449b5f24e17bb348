//! Answering with a page that all strangers share: from the cache, as "not modified", or made anew.
//!
//! Such a page must not hold anything of one visitor: no form with a hidden token, no name.

use std::fmt::Write;

use actix_web::http::header;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use sha2::{Digest, Sha256};

use crate::domain::actor::Who;
use crate::domain::halt::Halt;
use crate::store::catalogue::stamp;
use crate::web::answer::{self, Answer};
use crate::web::cache::{Kept, Stamp};
use crate::web::visit::Visit;

/// What came of looking for a page.
pub enum Found {
    /// It was kept; this is the answer.
    Ready(HttpResponse),
    /// It must be made, and [`Place::answer`] sends it.
    Make(Place),
}

/// Where a page goes once it is made.
pub struct Place {
    /// None for people who signed in: their pages are their own.
    key: Option<(String, Stamp)>,
    seen: Option<String>,
}

/// Looks for the page of this visit. One small query tells whether a kept page still holds.
///
/// # Errors
/// A fault of the database.
pub async fn find(visit: &Visit, request: &HttpRequest) -> Result<Found, Halt> {
    if visit.actor.who != Who::Stranger {
        return Ok(Found::Make(Place::own()));
    }
    let turn = visit.db().read(stamp::turn).await?;
    Ok(look(visit, request, turn))
}

/// The same for a page that shows one resource only: other calendars do not make it old.
///
/// # Errors
/// [`Halt::Absent`] if there is no such resource, or a fault of the database.
pub async fn find_of(visit: &Visit, request: &HttpRequest, slug: &str) -> Result<Found, Halt> {
    if visit.actor.who != Who::Stranger {
        return Ok(Found::Make(Place::own()));
    }
    let slug = slug.to_owned();
    let turn = visit
        .db()
        .read(move |conn| stamp::turn_of(conn, &slug))
        .await?;
    Ok(look(visit, request, turn))
}

/// The same for a page about rules: what is published or recalled makes it old.
///
/// # Errors
/// A fault of the database.
pub async fn find_rules(visit: &Visit, request: &HttpRequest) -> Result<Found, Halt> {
    if visit.actor.who != Who::Stranger {
        return Ok(Found::Make(Place::own()));
    }
    let turn = visit.db().read(stamp::rules).await?;
    Ok(look(visit, request, turn))
}

fn look(visit: &Visit, request: &HttpRequest, turn: i64) -> Found {
    let stamp = Stamp {
        turn,
        minute: visit.actor.at.unix().div_euclid(60),
    };
    let key = format!("{} {}?{}", visit.language.code(), visit.path, visit.query);
    let seen = request
        .headers()
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned);
    let kept = visit.cache.get(&key, stamp);
    let place = Place {
        key: Some((key, stamp)),
        seen,
    };
    match kept {
        Some(kept) => Found::Ready(place.send(kept)),
        None => Found::Make(place),
    }
}

impl Place {
    /// Nowhere: the page of somebody who signed in is their own.
    const fn own() -> Self {
        Self {
            key: None,
            seen: None,
        }
    }

    /// Answers with the page, and keeps it for the next stranger.
    ///
    /// # Errors
    /// The template could not be written out.
    pub fn answer(self, visit: &Visit, template: &impl Template) -> Answer {
        let Some((key, stamp)) = &self.key else {
            return answer::page(template);
        };
        let html = template.render().map_err(Halt::broken)?;
        let kept = Kept {
            etag: etag(&html),
            body: Bytes::from(html),
        };
        visit.cache.put(key, *stamp, kept.clone());
        Ok(self.send(kept))
    }

    /// The page, or the news that the reader has it already.
    fn send(&self, kept: Kept) -> HttpResponse {
        let is_known = self
            .seen
            .as_deref()
            .is_some_and(|seen| seen.split(',').any(|tag| tag.trim() == kept.etag));
        let mut response = if is_known {
            HttpResponse::NotModified()
        } else {
            HttpResponse::Ok()
        };
        response
            .insert_header((header::CACHE_CONTROL, "public, max-age=60"))
            // Who signs in must not see the stranger's page again.
            .insert_header((header::VARY, "cookie"))
            .insert_header((header::ETAG, kept.etag));
        if is_known {
            return response.finish();
        }
        response
            .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
            .body(kept.body)
    }
}

/// Weak, because the page may be sent in several encodings.
fn etag(html: &str) -> String {
    let digest = Sha256::digest(html.as_bytes());
    let mut tag = digest
        .iter()
        .take(12)
        .fold(String::from("W/\""), |mut tag, byte| {
            let _ = write!(tag, "{byte:02x}");
            tag
        });
    tag.push('"');
    tag
}
