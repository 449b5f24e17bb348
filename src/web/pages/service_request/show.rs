//! One request without a slot before its applicant, and what they can do with it.

use actix_web::web::Path;

use crate::acts;
use crate::domain::actor::Actor;
use crate::domain::halt::{Decision, Halt};
use crate::domain::id::ServiceId;
use crate::domain::refusal::Refusal;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::service_request::change::Changed;
use crate::domain::service_request::report::Final;
use crate::domain::service_request::{Standing, apply, decide, provision, report as reports};
use crate::store::ledger;
use crate::store::service_request::{gather, report as kept};
use crate::web::answer::{self, Answer, Stop};
use crate::web::deed_form::nth_name;
use crate::web::form::Form;
use crate::web::links;
use crate::web::service_page::page::{self, Sight, Whose};
use crate::web::visit::Visit;

/// `GET /service/{no}`
///
/// # Errors
/// Not theirs, or a fault.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let sight = mine(&visit, id(&no)?).await?;
    page::answer(&visit, &sight, None, Vec::new())
}

/// `POST /service/{no}/accept`
///
/// # Errors
/// Not theirs, or a fault; a refusal is answered with the page itself.
pub async fn accept(visit: Visit, no: Path<String>, form: Form) -> Answer {
    deed(&visit, &no, &form, decide::accept).await
}

/// `POST /service/{no}/decline`
///
/// # Errors
/// As [`accept`].
pub async fn decline(visit: Visit, no: Path<String>, form: Form) -> Answer {
    deed(&visit, &no, &form, decide::decline).await
}

/// `POST /service/{no}/withdraw`
///
/// # Errors
/// As [`accept`].
pub async fn withdraw(visit: Visit, no: Path<String>, form: Form) -> Answer {
    deed(&visit, &no, &form, apply::withdraw).await
}

/// `POST /service/{no}/ethics`
///
/// # Errors
/// As [`accept`].
pub async fn extend(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let (number, until) = (form.line("ethics_number"), form.day("ethics_until"));
    let decide =
        move |standing: &Standing, by: &Actor| decide::extend(standing, &number, until, by);
    deed(&visit, &no, &form, decide).await
}

/// `POST /service/{no}/receive`
///
/// # Errors
/// As [`accept`].
pub async fn receive(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let on = form.day("received_on");
    let decide = move |standing: &Standing, by: &Actor| provision::receive(standing, on, by);
    deed(&visit, &no, &form, decide).await
}

/// `POST /service/{no}/report`
///
/// # Errors
/// As [`accept`].
pub async fn report(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let body = form.lines("report");
    let decide = move |standing: &Standing, by: &Actor| reports::report(standing, &body, by);
    deed(&visit, &no, &form, decide).await
}

/// `POST /service/{no}/finish`
///
/// # Errors
/// As [`accept`].
pub async fn finish(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let typed = form.clone();
    let decide = move |standing: &Standing, by: &Actor| {
        let lines = 0..standing.request.lines.len();
        let told = Final {
            body: typed.lines("final_report"),
            left: lines
                .map(|at| typed.count(&nth_name(Named::Service(ServiceField::Amounts), at)))
                .collect(),
            disposed_on: typed.day("disposed_on"),
            disposal: typed.lines("disposal"),
        };
        reports::finish(standing, &told, by)
    };
    deed(&visit, &no, &form, decide).await
}

fn id(no: &str) -> Result<ServiceId, Stop> {
    Ok(no.parse().map_err(|_| Halt::Absent)?)
}

async fn deed(
    visit: &Visit,
    no: &str,
    form: &Form,
    decide: impl Fn(&Standing, &Actor) -> Decision<Changed> + Send + 'static,
) -> Answer {
    let id = id(no)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::service_request::own(tx, by, id, &decide)
    });
    match deed.await {
        Ok(id) => answer::see(&visit.href(&links::service(id))),
        Err(Halt::Refused(refusals)) => refused(visit, id, form, refusals).await,
        Err(halt) => Err(Stop(halt)),
    }
}

async fn refused(visit: &Visit, id: ServiceId, form: &Form, refusals: Vec<Refusal>) -> Answer {
    let sight = mine(visit, id).await?;
    page::answer(visit, &sight, Some(form), refusals)
}

/// The visitor's own request; others' do not exist for them.
async fn mine(visit: &Visit, id: ServiceId) -> Result<Sight, Stop> {
    let (user, at) = (visit.person()?.id, visit.actor.at);
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, at)?;
        if standing.request.user != user {
            return Err(Halt::Absent);
        }
        Ok(Sight {
            standing,
            history: ledger::history_of_service(conn, id)?,
            reports: kept::of(conn, id)?,
            whose: Whose::Applicant,
        })
    });
    Ok(look.await?)
}
