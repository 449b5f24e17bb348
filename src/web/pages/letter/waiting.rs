//! How delivery goes, for operators: counts, what did not arrive, what was sent last.

use askama::Template;

use crate::domain::language::Language;
use crate::domain::time::Instant;
use crate::store::outbox::list::{self, Counts, Line};
use crate::web::answer::{self, Answer};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Chip, Fact};
use crate::web::visit::Visit;
use crate::words::{letter as said, mail, when};

/// Letters that did not arrive, as operators see them.
const UNSENT: i64 = 200;
/// Letters that were sent last.
const SENT: i64 = 50;

/// Minutes after which a letter that still waits is trouble.
const LATE: i64 = 10;

#[derive(Template)]
#[template(path = "letter/waiting.html")]
struct Page {
    frame: Frame,
    w: &'static said::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    trouble: bool,
    well: bool,
    counts: Vec<Fact>,
    unsent: Vec<Row>,
    sent: Vec<Row>,
}

struct Row {
    letter: String,
    number: String,
    to: String,
    since: String,
    state: Chip,
    tries: String,
    next: String,
    problem: String,
}

/// `GET /admin/letters`
///
/// # Errors
/// A fault.
pub async fn show(visit: Visit) -> Answer {
    let look = visit.db().read(|conn| {
        Ok((
            list::counts(conn)?,
            list::unsent(conn, UNSENT)?,
            list::sent(conn, SENT)?,
        ))
    });
    let (counts, unsent, sent) = look.await?;
    let w = &visit.words().letter;
    let rows = |lines: &[Line]| lines.iter().map(|line| row(visit.language, line)).collect();
    let page = Body {
        crumbs: vec![Link::to(&visit, "/", w.home)],
        trouble: is_trouble(counts, unsent.first(), visit.actor.at),
        well: unsent.is_empty(),
        counts: said_counts(w, counts),
        unsent: rows(&unsent),
        sent: rows(&sent),
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

/// Whether an operator should look: something went wrong, or the oldest letter waits too long.
fn is_trouble(counts: Counts, oldest: Option<&Line>, at: Instant) -> bool {
    let late = oldest.is_some_and(|line| line.queued_at.plus_minutes(LATE) < at);
    late || counts.retrying + counts.uncertain + counts.dead > 0
}

fn said_counts(w: &said::Words, counts: Counts) -> Vec<Fact> {
    [
        (w.waiting, counts.waiting),
        (w.retrying, counts.retrying),
        (w.uncertain, counts.uncertain),
        (w.dead, counts.dead),
        (w.sent, counts.sent),
    ]
    .into_iter()
    .map(|(label, count)| Fact::new(label, count.to_string()))
    .collect()
}

fn row(language: Language, line: &Line) -> Row {
    let (tone, text) = said::chip(language, &line.state);
    let next = match (line.sent_at, line.next_at) {
        (Some(at), _) | (None, Some(at)) => when::moment(language, at),
        (None, None) => crate::words::of(language).letter.never.to_owned(),
    };
    Row {
        letter: mail::status(language, &line.letter).to_owned(),
        number: line.booking.map_or(String::new(), |id| id.to_string()),
        to: line.email.clone(),
        since: when::moment(language, line.queued_at),
        state: Chip {
            tone,
            text: text.to_owned(),
        },
        tries: line.tries.to_string(),
        next,
        problem: line.problem.clone().unwrap_or_default(),
    }
}
