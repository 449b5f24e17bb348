//! The files of a draft: attach a PDF to a document, look at it, take it away.

use actix_web::HttpRequest;
use actix_web::web::Path;

use crate::acts;
use crate::acts::rule_file::Sent;
use crate::domain::halt::Halt;
use crate::domain::id::FileId;
use crate::domain::name::Name;
use crate::domain::rule::draft::step::Edit;
use crate::store;
use crate::web::answer::{self, Answer, Stop};
use crate::web::download;
use crate::web::draft_frame::{document, refused, save, standing, turn};
use crate::web::form::{Form, encode};
use crate::web::links;
use crate::web::pages::draft::document::again;
use crate::web::upload::Upload;
use crate::web::visit::Visit;

/// A draft is for its officers only.
const CACHE: &str = "no-store";

/// `GET /institution/rules/{facility}/draft/documents/{document}/files`: whoever was asked to sign in
/// while sending a file comes back to where they can choose it again.
///
/// # Errors
/// Never; it leads on.
pub async fn index(visit: Visit, path: Path<(String, String)>) -> Answer {
    let (slug, token) = path.into_inner();
    let path = links::draft_document(&encode(&slug), &encode(&token));
    answer::see(&visit.href(&format!("{path}#files")))
}

/// `POST /institution/rules/{facility}/draft/documents/{document}/files`
///
/// # Errors
/// There is no such draft or document for this visitor, or a fault; refused it is the document's page.
pub async fn attach(
    visit: Visit,
    path: Path<(String, String)>,
    form: Form,
    file: Upload,
) -> Answer {
    let (slug, token) = path.into_inner();
    let before = standing(&visit, &slug).await?;
    let key = document(&before.amendment, &token)?.key;
    let sent = Sent {
        title: Name {
            ja: form.line("file_title_ja"),
            en: form.line("file_title_en"),
        },
        name: file.name,
        content: file.content,
    };
    let at = (slug.clone(), turn(&form));
    let by = visit.actor.clone();
    let deed = visit.db().act(by, move |tx, by| {
        acts::rule_file::attach(tx, by, (&at.0, at.1), key, &sent)
    });
    match deed.await {
        Ok(_) => {
            let path = links::draft_document(&slug, &token);
            answer::see(&visit.href(&format!("{path}?saved=1#files")))
        }
        Err(halt) => again(&visit, &slug, &token, refused(halt)?).await,
    }
}

/// `GET /institution/rules/{facility}/draft/files/{file}`: as a download that can do nothing. Parts of
/// it are not served: the whole is small.
///
/// # Errors
/// The draft of this visitor has no such file, or a fault.
pub async fn show(visit: Visit, path: Path<(String, String)>, request: HttpRequest) -> Answer {
    let (slug, id) = path.into_inner();
    let id: FileId = id.parse().map_err(|_| Stop(Halt::Absent))?;
    let amendment = standing(&visit, &slug).await?.amendment;
    let files = amendment.text.documents.iter().flat_map(|one| &one.files);
    let file = files.into_iter().find(|file| file.id == id);
    let file = file.ok_or(Stop(Halt::Absent))?.clone();
    let unit = amendment.unit.facility;
    let look = visit
        .db()
        .read(move |conn| store::rule::draft::file::content(conn, unit, id));
    Ok(download::pdf(&request, &file, look.await?, CACHE))
}

/// `POST /institution/rules/{facility}/draft/files/{file}/remove`
///
/// # Errors
/// As [`show`]; refused it is the document's page.
pub async fn remove(visit: Visit, path: Path<(String, String)>, form: Form) -> Answer {
    let (slug, id) = path.into_inner();
    let id: FileId = id.parse().map_err(|_| Stop(Halt::Absent))?;
    let token = form.line("document");
    let kept = save(&visit, &slug, &form, Edit::Detach(id)).await;
    match kept {
        Ok(_) => {
            let path = links::draft_document(&slug, &encode(&token));
            answer::see(&visit.href(&format!("{path}?saved=1#files")))
        }
        Err(halt) => again(&visit, &slug, &token, refused(halt)?).await,
    }
}
