//! Where a resource is, in one line: the institution by its short name, and the facility.

use crate::domain::name::Name;

/// A name in both languages, as it is kept.
pub type Both = (String, String);

/// The institution by its short names, and its facility.
#[must_use]
pub fn of((short, abbr): Both, (ja, en): Both) -> Name {
    Name {
        ja: format!("{short} {ja}"),
        en: format!("{abbr} {en}"),
    }
}
