//! What officers do with the files of a draft: attach a PDF. Removing one is a step of editing.

use crate::domain::actor::Actor;
use crate::domain::halt::{Act, Halt};
use crate::domain::id::FileId;
use crate::domain::name::Name;
use crate::domain::refusal::drafting::Drafting;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::document::Attachment;
use crate::domain::rule::draft::edit;
use crate::domain::rule::draft::step::Edit;
use crate::domain::rule::draft::{may, seen};
use crate::domain::rule::pdf::{self, FileBar};
use crate::secret::chance;
use crate::secret::token::fingerprint;
use crate::store;
use crate::store::tx::Tx;

/// Most bytes that the files of one unit take together.
pub const QUOTA: u64 = 200 * 1024 * 1024;

/// A file that somebody sends, and what it is to be called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sent {
    pub title: Name,
    /// As the sender's computer calls it.
    pub name: String,
    pub content: Vec<u8>,
}

/// Attaches a PDF to a document of a draft; gives the draft's new turn.
///
/// # Errors
/// [`Halt::Absent`] without such a draft or document and for others; why the file is not taken.
pub fn attach(
    tx: &mut Tx<'_>,
    by: &Actor,
    (slug, turn): (&str, i64),
    document: u32,
    sent: &Sent,
) -> Act<i64> {
    let standing = store::rule::draft::by_slug(tx, slug)?;
    let amendment = standing.amendment;
    may(amendment.unit.institution, by)?;
    seen(&amendment, turn, &standing.touched)?;
    let barred = |bar| Halt::because(Refusal::of(Wrong::Drafting(Drafting::File(bar))));
    let name = pdf::check(&sent.name, &sent.content).map_err(barred)?;
    let size = u64::try_from(sent.content.len()).map_err(Halt::broken)?;
    let unit = amendment.unit.facility;
    if store::rule::draft::file::weight(tx, unit)? + size > QUOTA {
        return Err(barred(FileBar::Quota { most: QUOTA }));
    }
    let title = if sent.title.ja.is_empty() {
        let stem = name.strip_suffix(".pdf").unwrap_or(&name);
        Name {
            ja: stem.to_owned(),
            en: sent.title.en.clone(),
        }
    } else {
        sent.title.clone()
    };
    let file = Attachment {
        id: FileId::new(chance::id(by.at)),
        title,
        name,
        size,
        sha256: fingerprint(&sent.content),
    };
    let step = Edit::Attach {
        document,
        file: file.clone(),
    };
    let done = edit::edit(&amendment, &step, by)?;
    let person = by.person().map(|person| person.id);
    store::rule::draft::file::insert(tx, unit, &file, &sent.content, person)?;
    store::rule::draft::keep(tx, &done.value, turn, person)?;
    Ok(done.map(|amendment| amendment.turn))
}
