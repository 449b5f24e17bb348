//! One request without a slot before its facility's managers, and the deeds of each step.

use actix_web::web::Path;

use crate::acts;
use crate::domain::actor::Actor;
use crate::domain::halt::{Decision, Halt};
use crate::domain::id::ServiceId;
use crate::domain::refusal::field::Field as Named;
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::service_request::change::Changed;
use crate::domain::service_request::grant::{self, Grant};
use crate::domain::service_request::provision::Handover;
use crate::domain::service_request::{Contract, Payment, Standing, decide, provision, report};
use crate::store::ledger;
use crate::store::service_request::{gather, report as kept};
use crate::web::answer::{self, Answer, Stop};
use crate::web::deed_form::nth_name;
use crate::web::form::Form;
use crate::web::links;
use crate::web::service_page::page::{self, Sight, Whose};
use crate::web::visit::Visit;

/// `GET /manage/service/{no}`
///
/// # Errors
/// Not of their facility, or a fault.
pub async fn show(visit: Visit, no: Path<String>) -> Answer {
    let sight = managed(&visit, id(&no)?).await?;
    page::answer(&visit, &sight, None, Vec::new())
}

/// `POST /manage/service/{no}/answer`
///
/// # Errors
/// Not of their facility, or a fault; a refusal is answered with the page itself.
pub async fn answer(visit: Visit, no: Path<String>, form: Form) -> Answer {
    said(&visit, &no, &form, decide::answer).await
}

/// `POST /manage/service/{no}/screen`
///
/// # Errors
/// As [`answer`].
pub async fn screen(visit: Visit, no: Path<String>, form: Form) -> Answer {
    deed(&visit, &no, &form, decide::screen).await
}

/// `POST /manage/service/{no}/return`
///
/// # Errors
/// As [`answer`].
pub async fn hand_back(visit: Visit, no: Path<String>, form: Form) -> Answer {
    said(&visit, &no, &form, decide::hand_back).await
}

/// `POST /manage/service/{no}/grant`
///
/// # Errors
/// As [`answer`].
pub async fn grant(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let typed = form.clone();
    let decide = move |standing: &Standing, by: &Actor| {
        let grant = Grant {
            amounts: amounts(standing, &typed),
            on: typed.day("decided_on"),
            number: typed.line("decision_number"),
            conditions: typed.lines("conditions"),
        };
        grant::grant(standing, &grant, by)
    };
    deed(&visit, &no, &form, decide).await
}

/// `POST /manage/service/{no}/reject`
///
/// # Errors
/// As [`answer`].
pub async fn reject(visit: Visit, no: Path<String>, form: Form) -> Answer {
    said(&visit, &no, &form, decide::reject).await
}

/// `POST /manage/service/{no}/call-off`
///
/// # Errors
/// As [`answer`].
pub async fn call_off(visit: Visit, no: Path<String>, form: Form) -> Answer {
    said(&visit, &no, &form, decide::call_off).await
}

/// `POST /manage/service/{no}/sign`
///
/// # Errors
/// As [`answer`].
pub async fn sign(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let contract = Contract {
        number: form.line("contract_number"),
        provider_on: form.day("signed_by_provider"),
        recipient_on: form.day("signed_by_recipient"),
    };
    let decide = move |standing: &Standing, by: &Actor| provision::sign(standing, &contract, by);
    deed(&visit, &no, &form, decide).await
}

/// `POST /manage/service/{no}/settle`
///
/// # Errors
/// As [`answer`].
pub async fn settle(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let payment = Payment::from_code(form.raw("payment"));
    let decide = move |standing: &Standing, by: &Actor| provision::settle(standing, payment, by);
    deed(&visit, &no, &form, decide).await
}

/// `POST /manage/service/{no}/deliver`
///
/// # Errors
/// As [`answer`].
pub async fn deliver(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let typed = form.clone();
    let decide = move |standing: &Standing, by: &Actor| {
        let handover = Handover {
            on: typed.day("delivered_on"),
            amounts: amounts(standing, &typed),
            until: typed.day("access_until"),
        };
        provision::deliver(standing, &handover, by)
    };
    deed(&visit, &no, &form, decide).await
}

/// `POST /manage/service/{no}/renew`
///
/// # Errors
/// As [`answer`].
pub async fn renew(visit: Visit, no: Path<String>, form: Form) -> Answer {
    let until = form.day("access_until");
    let decide = move |standing: &Standing, by: &Actor| report::renew(standing, until, by);
    deed(&visit, &no, &form, decide).await
}

/// `POST /manage/service/{no}/close`
///
/// # Errors
/// As [`answer`].
pub async fn close(visit: Visit, no: Path<String>, form: Form) -> Answer {
    said(&visit, &no, &form, report::close).await
}

/// The number that was typed for each line.
fn amounts(standing: &Standing, form: &Form) -> Vec<Option<u32>> {
    let lines = 0..standing.request.lines.len();
    lines
        .map(|at| form.count(&nth_name(Named::Service(ServiceField::Amounts), at)))
        .collect()
}

fn id(no: &str) -> Result<ServiceId, Stop> {
    Ok(no.parse().map_err(|_| Halt::Absent)?)
}

/// A deed that comes with words to the applicant.
async fn said(
    visit: &Visit,
    no: &str,
    form: &Form,
    decide: fn(&Standing, &str, &Actor) -> Decision<Changed>,
) -> Answer {
    let words = form.lines("reason");
    let decide = move |standing: &Standing, by: &Actor| decide(standing, &words, by);
    deed(visit, no, form, decide).await
}

async fn deed(
    visit: &Visit,
    no: &str,
    form: &Form,
    decide: impl Fn(&Standing, &Actor) -> Decision<Changed> + Send + 'static,
) -> Answer {
    let id = id(no)?;
    let deed = visit.db().act(visit.actor.clone(), move |tx, by| {
        acts::service_request::manage(tx, by, id, &decide)
    });
    match deed.await {
        Ok(id) => answer::see(&visit.href(&links::service_desk(id))),
        Err(Halt::Refused(refusals)) => {
            let sight = managed(visit, id).await?;
            page::answer(visit, &sight, Some(form), refusals)
        }
        Err(halt) => Err(Stop(halt)),
    }
}

/// A request of a facility that the visitor manages; others do not exist for them.
async fn managed(visit: &Visit, id: ServiceId) -> Result<Sight, Stop> {
    let (by, at) = (visit.actor.clone(), visit.actor.at);
    let look = visit.db().read(move |conn| {
        let standing = gather::view(conn, id, at)?;
        if !by.manages(standing.resource.facility) {
            return Err(Halt::Absent);
        }
        Ok(Sight {
            standing,
            history: ledger::history_of_service(conn, id)?,
            reports: kept::of(conn, id)?,
            whose: Whose::Manager,
        })
    });
    Ok(look.await?)
}
