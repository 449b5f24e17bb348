//! Reading a posted form: the right type, a size limit, and a deadline that actix does not set.

use std::time::Duration;

use actix_web::HttpMessage;
use actix_web::dev::ServiceRequest;
use actix_web::http::{StatusCode, header};
use futures_util::StreamExt;

use crate::web::form::Form;

/// Largest form, in bytes.
pub const LARGEST: usize = 256 * 1024;
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
pub async fn form(request: &mut ServiceRequest, deadline: Duration) -> Result<Form, StatusCode> {
    let kind = request.content_type().trim().to_ascii_lowercase();
    if kind != "application/x-www-form-urlencoded" {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let announced = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > LARGEST) {
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
            if body.len() + chunk.len() > LARGEST {
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
