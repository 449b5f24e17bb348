//! Reading an upload: one file after a few short fields, measured before it is read and while it arrives.

use std::time::Duration;

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::HttpMessage;
use actix_web::dev::ServiceRequest;
use actix_web::http::{StatusCode, header};
use actix_web::rt::time::{Instant, timeout};
use futures_util::StreamExt;

use crate::domain::rule::pdf::LARGEST;
use crate::secret::token::same;
use crate::web::form::Form;
use crate::web::guard::body::announced;
use crate::web::upload::Upload;

/// The name of the part that holds the file.
const FILE: &str = "file";
/// What may come around the file, in bytes: fields and the heads of all parts.
const AROUND: usize = 64 * 1024;
/// Most fields, and the longest of them in bytes.
const FIELDS: usize = 20;
const FIELD_LONGEST: usize = 4 * 1024;
/// The slowest that a file may arrive, in bytes per second.
const SLOWEST: u64 = 50_000;

/// Reads fields and file. The first field must be the form's token, and nothing after a wrong one is
/// read.
///
/// # Errors
/// The status to answer with: 415 another type, 411 no length, 413 too large, 408 too slow, 403 not
/// from one of our pages, 400 not what our pages send.
pub async fn read(
    request: &mut ServiceRequest,
    deadline: Duration,
    token: &str,
) -> Result<(Form, Upload), StatusCode> {
    let kind = request.content_type().trim().to_ascii_lowercase();
    if kind != "multipart/form-data" || request.headers().contains_key(header::CONTENT_ENCODING) {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let length = announced(request).ok_or(StatusCode::LENGTH_REQUIRED)?;
    if length > LARGEST + AROUND {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    let body = request.take_payload();
    let mut parts = Multipart::new(request.headers(), body);
    let mut pace = Pace::of(deadline);
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut file = None;
    while let Some(part) = pace.wait(parts.next()).await? {
        let mut part = part.map_err(|error| refused(&error))?;
        let (name, called) = named(&part).ok_or(StatusCode::BAD_REQUEST)?;
        if fields.is_empty() && name != "csrf" || fields.len() > FIELDS || file.is_some() {
            return Err(StatusCode::BAD_REQUEST);
        }
        match called {
            Some(called) if name == FILE => {
                let content = pace.take(&mut part, LARGEST).await?;
                file = Some(Upload {
                    name: called,
                    content,
                });
            }
            None if name != FILE => {
                let value = pace.take(&mut part, FIELD_LONGEST).await?;
                let value = String::from_utf8(value).map_err(|_| StatusCode::BAD_REQUEST)?;
                if fields.is_empty() && !same(&value, token) {
                    return Err(StatusCode::FORBIDDEN);
                }
                fields.push((name, value));
            }
            _ => return Err(StatusCode::BAD_REQUEST),
        }
    }
    let form = Form::of(fields).map_err(|_| StatusCode::BAD_REQUEST)?;
    Ok((form, file.ok_or(StatusCode::BAD_REQUEST)?))
}

/// The name of a part and what its file is called; nothing without a name.
fn named(part: &Field) -> Option<(String, Option<String>)> {
    let disposition = part.content_disposition()?;
    let name = disposition.get_name()?.to_owned();
    Some((name, disposition.get_filename().map(str::to_owned)))
}

/// How much arrived since when.
struct Pace {
    began: Instant,
    patience: Duration,
    received: u64,
}

impl Pace {
    fn of(patience: Duration) -> Self {
        Self {
            began: Instant::now(),
            patience,
            received: 0,
        }
    }

    /// Waits no longer than what arrived so far earns.
    async fn wait<T>(&self, next: impl Future<Output = T>) -> Result<T, StatusCode> {
        let earned = Duration::from_secs(self.received / SLOWEST);
        let until = self.began + self.patience + earned;
        timeout(until.saturating_duration_since(Instant::now()), next)
            .await
            .map_err(|_| StatusCode::REQUEST_TIMEOUT)
    }

    /// The content of a part, if it is no longer than this.
    async fn take(&mut self, part: &mut Field, longest: usize) -> Result<Vec<u8>, StatusCode> {
        let mut content = Vec::new();
        while let Some(chunk) = self.wait(part.next()).await? {
            let chunk = chunk.map_err(|error| refused(&error))?;
            if content.len() + chunk.len() > longest {
                return Err(StatusCode::PAYLOAD_TOO_LARGE);
            }
            self.received += u64::try_from(chunk.len()).unwrap_or(0);
            content.extend_from_slice(&chunk);
        }
        Ok(content)
    }
}

/// What our pages never send.
fn refused(error: &MultipartError) -> StatusCode {
    tracing::debug!(%error, "an upload that is none");
    StatusCode::BAD_REQUEST
}
