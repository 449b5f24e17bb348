//! The letters that a demonstration sent: their list, one of them, its calendar entry.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{self, Path};
use askama::Template;

use crate::domain::halt::Halt;
use crate::domain::id::LetterId;
use crate::notice::courier::folder::Kept;
use crate::web::answer::{self, Answer, Stop};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::Fact;
use crate::web::visit::Visit;
use crate::words::{letter as said, when};

/// Letters that are listed.
const SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "letter/index.html")]
struct IndexPage {
    frame: Frame,
    w: &'static said::Words,
    page: Index,
}

struct Index {
    crumbs: Vec<Link>,
    letters: Vec<Sent>,
}

struct Sent {
    when: String,
    to: String,
    link: Link,
}

#[derive(Template)]
#[template(path = "letter/show.html")]
struct ShowPage {
    frame: Frame,
    w: &'static said::Words,
    page: Show,
}

struct Show {
    crumbs: Vec<Link>,
    subject: String,
    facts: Vec<Fact>,
    pieces: Vec<Piece>,
    entry: Option<Link>,
    back: Link,
}

/// A piece of a letter's text: plain, or a link to one of our own pages.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Piece {
    text: String,
    href: Option<String>,
}

/// `GET /demo/letters`
///
/// # Errors
/// The letters do not go to a folder, or a fault.
pub async fn index(visit: Visit) -> Answer {
    let folder = visit.house.courier.folder().ok_or(Halt::Absent)?;
    let kept = web::block(move || folder.newest(SHOWN))
        .await
        .map_err(Halt::broken)?;
    let w = &visit.words().letter;
    let page = Index {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        letters: kept
            .into_iter()
            .map(|kept| Sent {
                when: when::moment(visit.language, kept.at),
                to: kept.to,
                link: Link::to(&visit, &address(kept.id), kept.subject),
            })
            .collect(),
    };
    answer::page(&IndexPage {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

/// `GET /demo/letters/{id}`
///
/// # Errors
/// There is no such letter, or a fault.
pub async fn show(visit: Visit, id: Path<String>) -> Answer {
    let kept = kept(&visit, &id).await?;
    let w = &visit.words().letter;
    let file = format!("{}/booking.ics", address(kept.id));
    let page = Show {
        crumbs: vec![
            Link::to(&visit, "/", w.home),
            Link::to(&visit, "/demo/letters", w.heading),
        ],
        facts: vec![
            Fact::new(w.to, kept.to),
            Fact::new(w.sent_at, when::moment_with_year(visit.language, kept.at)),
        ],
        pieces: pieces(&kept.text, &visit.house.config.base_url),
        entry: kept.entry.map(|_| Link::to(&visit, &file, w.entry)),
        back: Link::to(&visit, "/demo/letters", w.back),
        subject: kept.subject,
    };
    answer::page(&ShowPage {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

/// `GET /demo/letters/{id}/booking.ics`
///
/// # Errors
/// There is no such letter, it has no entry, or a fault.
pub async fn entry(visit: Visit, id: Path<String>) -> Answer {
    let entry = kept(&visit, &id).await?.entry.ok_or(Halt::Absent)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/calendar; charset=utf-8"))
        .insert_header((
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"booking.ics\"",
        ))
        .body(entry))
}

fn address(id: LetterId) -> String {
    format!("/demo/letters/{id}")
}

/// The letter that an address names.
async fn kept(visit: &Visit, id: &str) -> Result<Kept, Stop> {
    let id: LetterId = id.parse().map_err(|_| Halt::Absent)?;
    let folder = visit.house.courier.folder().ok_or(Halt::Absent)?;
    let kept = web::block(move || folder.one(id))
        .await
        .map_err(Halt::broken)?;
    kept.ok_or(Stop(Halt::Absent))
}

/// A letter's text in pieces: addresses of this house become links, all else stays text.
fn pieces(text: &str, base_url: &str) -> Vec<Piece> {
    let plain = |text: &str| Piece {
        text: text.to_owned(),
        href: None,
    };
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(base_url) {
        let (before, found) = rest.split_at(at);
        let end = found.find(char::is_whitespace).unwrap_or(found.len());
        let (address, after) = found.split_at(end);
        let path = address.strip_prefix(base_url).unwrap_or_default();
        let ours = path.is_empty() || path.starts_with('/');
        pieces.push(plain(before));
        pieces.push(Piece {
            text: address.to_owned(),
            href: ours.then(|| address.to_owned()),
        });
        rest = after;
    }
    pieces.push(plain(rest));
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_addresses_become_links() {
        let base = "https://mado.example.jp";
        let text = "See https://mado.example.jp/requests/1\nhttps://mado.example.jp\nhttps://mado.example.jp.evil.example/x https://evil.example/?https://mado.example.jp@evil";
        let found = pieces(text, base);
        let links: Vec<&str> = found
            .iter()
            .filter_map(|piece| piece.href.as_deref())
            .collect();
        assert_eq!(links, ["https://mado.example.jp/requests/1", base]);
        let all: String = found.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(all, text);
    }
}
