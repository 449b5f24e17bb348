//! One fact before its person: what was entered, what the offices said, and taking it back.

use actix_web::web::Path;
use askama::Template;

use crate::acts;
use crate::domain::gate::spoken::Entered;
use crate::domain::halt::Halt;
use crate::domain::id::FactId;
use crate::store::gate::file::{self, File};
use crate::web::answer::{self, Answer, Stop};
use crate::web::fact_facts::{self, Reader};
use crate::web::form::{Form, Query};
use crate::web::frame::Frame;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, Fact, Mark};
use crate::web::visit::Visit;
use crate::words::fact as words;
use crate::words::gate::gate;

#[derive(Template)]
#[template(path = "fact/show.html")]
struct Page {
    frame: Frame,
    w: &'static words::Words,
    page: Body,
}

struct Body {
    crumbs: Vec<Link>,
    heading: &'static str,
    status: Chip,
    done: bool,
    concerns: Vec<String>,
    aim: Option<Link>,
    entered: Vec<Fact>,
    declared: Vec<Fact>,
    answers: Vec<Mark>,
    csrf: String,
    /// The address that takes it back; none where it can't be.
    withdraw: Option<String>,
}

/// `GET /my/facts/{id}?done=`
///
/// # Errors
/// Not theirs, or a fault.
pub async fn show(visit: Visit, id: Path<String>, Query(query): Query) -> Answer {
    let file = mine(&visit, &id).await?;
    let w = &visit.words().fact;
    let may_withdraw = file.withdrawn.is_none() && file.entered == Entered::ByThePerson;
    let page = Body {
        crumbs: vec![
            Link::to(&visit, "/", w.home),
            Link::to(&visit, "/my/facts", w.heading),
        ],
        heading: gate(visit.language, file.fact.gate),
        status: fact_facts::chip(&visit, &file),
        done: query.raw("done") == "1",
        concerns: fact_facts::concerns(&visit, &file),
        aim: fact_facts::aim(&visit, &file),
        entered: fact_facts::entered(&visit, &file),
        declared: fact_facts::declared(&visit, &file.detail),
        answers: fact_facts::answers(&visit, &file, Reader::Holder),
        csrf: visit.csrf(),
        withdraw: may_withdraw
            .then(|| visit.href(&format!("{}/withdraw", links::fact(file.fact.id)))),
    };
    answer::page(&Page {
        frame: Frame::of(&visit),
        w,
        page,
    })
}

/// `POST /my/facts/{id}/withdraw`
///
/// # Errors
/// Not theirs, taken back already, entered by an office, or a fault.
pub async fn withdraw(visit: Visit, id: Path<String>, _: Form) -> Answer {
    let id: FactId = id.parse().map_err(|_| Halt::Absent)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::fact::withdraw(tx, by, id)
    });
    let user = deed.await?;
    acts::gate::follow(visit.db(), user, visit.actor.at).await?;
    answer::see(&visit.href(&links::fact(id)))
}

/// The visitor's own fact; others' do not exist for them.
async fn mine(visit: &Visit, id: &str) -> Result<File, Stop> {
    let id: FactId = id.parse().map_err(|_| Halt::Absent)?;
    let user = visit.person()?.id;
    let file = visit.db().read(move |conn| file::of(conn, id)).await?;
    match file.fact.user == user {
        true => Ok(file),
        false => Err(Stop(Halt::Absent)),
    }
}
