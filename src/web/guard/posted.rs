//! What a deed posts: a form, a long text or a file, from one of our own pages.

use std::sync::Arc;
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::dev::ServiceRequest;
use actix_web::http::StatusCode;
use actix_web::rt::time::timeout;
use tokio::sync::Semaphore;

use crate::domain::halt::{Fault, Halt};
use crate::secret::token::same;
use crate::web::form::Form;
use crate::web::guard::{body, origin, upload};
use crate::web::pages;
use crate::web::routes::Size;
use crate::web::upload::Upload;
use crate::web::visit::Visit;

/// How long and how many may take to arrive.
#[derive(Clone)]
pub struct Reader {
    /// How long a form may take; a file may take longer, as long as it keeps coming.
    pub patience: Duration,
    /// How many files may arrive at once.
    pub uploads: Arc<Semaphore>,
}

/// What came.
pub(super) struct Posted {
    pub form: Form,
    pub file: Option<Upload>,
}

/// Reads it, if one of our pages sent it.
pub(super) async fn read(
    reader: &Reader,
    request: &mut ServiceRequest,
    visit: &Visit,
    size: Size,
) -> Result<Posted, HttpResponse> {
    match size {
        Size::Form => form(reader, request, visit, body::LARGEST).await,
        Size::Text => form(reader, request, visit, body::LARGEST_TEXT).await,
        Size::File => file(reader, request, visit).await,
    }
}

async fn form(
    reader: &Reader,
    request: &mut ServiceRequest,
    visit: &Visit,
    largest: usize,
) -> Result<Posted, HttpResponse> {
    let form = body::form(request, reader.patience, largest)
        .await
        .map_err(|status| pages::stop::show(visit, status))?;
    let ours = origin::is_ours(request.headers(), &visit.house.config);
    let signed = !visit.token_is_new && same(form.raw("csrf"), &visit.csrf());
    if ours && signed {
        Ok(Posted { form, file: None })
    } else {
        Err(pages::stop::forged(visit))
    }
}

/// A file is not even begun to be read unless the page that sends it is ours and it is its turn.
async fn file(
    reader: &Reader,
    request: &mut ServiceRequest,
    visit: &Visit,
) -> Result<Posted, HttpResponse> {
    if visit.token_is_new || !origin::is_ours(request.headers(), &visit.house.config) {
        return Err(pages::stop::forged(visit));
    }
    let place = timeout(reader.patience, reader.uploads.acquire());
    let Ok(Ok(_place)) = place.await else {
        return Err(pages::stop::say(visit, &Halt::Fault(Fault::Busy)));
    };
    let token = visit.csrf();
    match upload::read(request, reader.patience, &token).await {
        Ok((form, file)) => Ok(Posted {
            form,
            file: Some(file),
        }),
        Err(StatusCode::FORBIDDEN) => Err(pages::stop::forged(visit)),
        Err(StatusCode::PAYLOAD_TOO_LARGE) => Err(pages::stop::file_too_large(visit)),
        Err(status) => Err(pages::stop::show(visit, status)),
    }
}
