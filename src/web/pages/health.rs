//! Whether the house is well, for machines.

use actix_web::HttpResponse;
use actix_web::http::header;

use crate::store;
use crate::web::answer::Answer;
use crate::web::visit::Visit;

/// `GET /healthz`: 200 after a look at the data, 503 when the data can't be looked at.
///
/// # Errors
/// Never; not being well is an answer too.
pub async fn show(visit: Visit) -> Answer {
    let looked = visit.db().read(store::health::look).await;
    let mut answer = match &looked {
        Ok(()) => HttpResponse::Ok(),
        Err(halt) => {
            tracing::error!(?halt, "the data can't be looked at");
            HttpResponse::ServiceUnavailable()
        }
    };
    let text = if looked.is_ok() {
        "ok\n"
    } else {
        "the data can't be looked at\n"
    };
    Ok(answer
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(text))
}
