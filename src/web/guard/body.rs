//! Reading a posted form: the right type, a size limit, and a deadline that actix does not set.

use std::time::Duration;

use actix_web::HttpMessage;
use actix_web::dev::ServiceRequest;
use actix_web::http::{StatusCode, header};
use futures_util::StreamExt;

use crate::web::form::Form;

/// Largest form, in bytes.
pub const LARGEST: usize = 256 * 1024;
/// Largest form with a long text, in bytes: a megabyte of any letters, three bytes for each of theirs.
/// So an article that is far too long is still refused in its form, with all that was typed.
pub const LARGEST_TEXT: usize = 3_300_000;
/// How long a refused body is kept open for its answer to go out.
const HELD: Duration = Duration::from_secs(2);

/// Whether a request's body comes without saying its length. No browser sends a form so, and actix
/// waits without end for the rest of such a body once it is dropped; therefore it is held until the
/// answer is out, and then the connection is closed with it.
#[must_use]
pub fn is_endless(request: &mut ServiceRequest) -> bool {
    if !request.headers().contains_key(header::TRANSFER_ENCODING) {
        return false;
    }
    let payload = request.take_payload();
    actix_web::rt::spawn(async move {
        actix_web::rt::time::sleep(HELD).await;
        drop(payload);
    });
    true
}

/// Reads the form that a request posts, if it arrives within the deadline.
///
/// # Errors
/// The status to answer with: 415 another type, 413 too large, 408 too slow, 400 not a form.
pub async fn form(
    request: &mut ServiceRequest,
    deadline: Duration,
    largest: usize,
) -> Result<Form, StatusCode> {
    let kind = request.content_type().trim().to_ascii_lowercase();
    if kind != "application/x-www-form-urlencoded" {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let announced = announced(request);
    if announced.is_some_and(|length| length > largest) {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    if request.headers().contains_key(header::CONTENT_ENCODING) {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let mut payload = request.take_payload();
    let read = async {
        let mut body = Vec::with_capacity(announced.unwrap_or(1024).min(LARGEST));
        while let Some(chunk) = payload.next().await {
            let chunk = chunk.map_err(|_| StatusCode::BAD_REQUEST)?;
            if body.len() + chunk.len() > largest {
                return Err(StatusCode::PAYLOAD_TOO_LARGE);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    };
    let body = actix_web::rt::time::timeout(deadline, read)
        .await
        .map_err(|_| StatusCode::REQUEST_TIMEOUT)??;
    let text = String::from_utf8(body).map_err(|_| StatusCode::BAD_REQUEST)?;
    Form::read(&text).map_err(|_| StatusCode::BAD_REQUEST)
}

/// How long a request says that its body is, in bytes.
#[must_use]
pub fn announced(request: &ServiceRequest) -> Option<usize> {
    let length = request.headers().get(header::CONTENT_LENGTH)?;
    length.to_str().ok()?.parse().ok()
}
