//! 別添: the files that published versions of rules list, for reading.

use diesel::prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::FileId;
use crate::domain::rule::document::{Attachment, Document};
use crate::store::engine::Conn;
use crate::store::schema::{facility, rule, rule_file, rule_text};

/// A file as a published version lists it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    pub attachment: Attachment,
    pub content: Vec<u8>,
}

/// A file of a published version.
///
/// # Errors
/// [`Halt::Absent`] without such a version, or if it does not list the file; or a fault.
pub fn read(conn: &mut Conn, facility_slug: &str, version: &str, id: FileId) -> Result<File, Halt> {
    let (unit, kept): (i64, String) = rule_text::table
        .inner_join(rule::table.on(rule::id.eq(rule_text::rule_id)))
        .inner_join(facility::table.on(facility::id.eq(rule::facility_id)))
        .filter(facility::slug.eq(facility_slug))
        .filter(rule::version.eq(version))
        .filter(rule::recalled_at.is_null())
        .select((facility::id, rule_text::documents))
        .first(conn)?;
    let documents: Vec<Document> = serde_json::from_str(&kept).map_err(|error| {
        Halt::broken(format!(
            "the documents of {facility_slug} {version} can't be read: {error}"
        ))
    })?;
    let attachment = documents
        .into_iter()
        .flat_map(|document| document.files)
        .find(|file| file.id == id)
        .ok_or(Halt::Absent)?;
    let content: Vec<u8> = rule_file::table
        .find(id.number())
        .filter(rule_file::facility_id.eq(unit))
        .select(rule_file::content)
        .first(conn)?;
    Ok(File {
        attachment,
        content,
    })
}
