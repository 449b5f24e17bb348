//! A file attached to a published version.

use actix_web::HttpRequest;
use actix_web::web::Path;

use crate::domain::halt::Halt;
use crate::domain::id::FileId;
use crate::store;
use crate::web::answer::Answer;
use crate::web::download;
use crate::web::visit::Visit;

/// Published versions never change, and a file has one content for ever.
const CACHE: &str = "public, max-age=31536000, immutable";

/// `GET /rules/{facility}/{version}/files/{id}`
///
/// # Errors
/// There is no such version, or it does not list the file; or a fault.
pub async fn show(
    visit: Visit,
    path: Path<(String, String, String)>,
    request: HttpRequest,
) -> Answer {
    let (facility, version, id) = path.into_inner();
    let id: FileId = id.parse().map_err(|_| Halt::Absent)?;
    let look = visit
        .db()
        .read(move |conn| store::rule::attached::read(conn, &facility, &version, id));
    let file = look.await?;
    Ok(download::pdf(
        &request,
        &file.attachment,
        file.content,
        CACHE,
    ))
}
