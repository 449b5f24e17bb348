//! Static files: embedded, named by their content, compressed once at build, kept forever by browsers.

use actix_web::http::header::{self, ContentEncoding};
use actix_web::{HttpRequest, HttpResponse};

use crate::domain::halt::Halt;
use crate::web::answer::Stop;

/// One static file in its three encodings.
pub(super) struct File {
    name: &'static str,
    hashed: &'static str,
    kind: &'static str,
    plain: &'static [u8],
    brotli: &'static [u8],
    gzip: &'static [u8],
}

mod files {
    //! The table that the build wrote.
    use crate::web::assets::File;
    include!(concat!(env!("OUT_DIR"), "/files.rs"));
}

/// The address of a static file, with the hash of its content in the name.
#[must_use]
pub fn href(name: &str) -> String {
    let hashed = files::FILES
        .iter()
        .find(|file| file.name == name)
        .map_or(name, |file| file.hashed);
    format!("/static/{hashed}")
}

/// `GET /static/{name}` and `GET /robots.txt`
///
/// # Errors
/// No such file.
pub async fn show(request: HttpRequest) -> Result<HttpResponse, Stop> {
    let name = request.match_info().get("name").unwrap_or("robots.txt");
    let file = files::FILES
        .iter()
        .find(|file| file.hashed == name || (file.name == name && name == "robots.txt"));
    let file = file.ok_or(Stop(Halt::Absent))?;
    let accepted = request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let accepts = |coding: &str| {
        accepted
            .split(',')
            .any(|part| part.trim().split(';').next() == Some(coding))
    };
    let (body, encoding) = if accepts("br") {
        (file.brotli, ContentEncoding::Brotli)
    } else if accepts("gzip") {
        (file.gzip, ContentEncoding::Gzip)
    } else {
        (file.plain, ContentEncoding::Identity)
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, file.kind))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((header::VARY, "accept-encoding"))
        .insert_header(encoding)
        .body(body))
}
