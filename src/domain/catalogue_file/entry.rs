//! The catalogue as a file tells it, checked: vocabulary, institutions, facilities, resources.

use chrono::NaiveDate;

use crate::domain::catalogue::{AllocationBy, BookingMode};
use crate::domain::name::Name;
use crate::domain::text;

/// A whole catalogue. Ids ("slugs") are permanent and never given to something else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Catalogue {
    pub terms: Vec<Term>,
    /// A successor stands before its predecessors.
    pub institutions: Vec<Institution>,
    pub facilities: Vec<Facility>,
    pub resources: Vec<Entry>,
}

/// One word of a vocabulary.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// `category`, `kind` or `prerequisite`.
    pub kind: &'static str,
    pub code: String,
    pub name: Name,
    /// Its place in the order of the file.
    pub place: i64,
}

/// An institution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Institution {
    pub slug: String,
    pub name: Name,
    pub short_ja: String,
    /// The abbreviation in use; an earlier one stays findable.
    pub abbr: String,
    pub former_abbr: Option<String>,
    pub prefecture: String,
    pub sites: Vec<String>,
    pub ministry: String,
    pub domain: String,
    pub ror: Option<String>,
    pub is_council_member: bool,
    pub owns_shared_instruments: String,
    pub valid_from: Option<NaiveDate>,
    pub valid_to: Option<NaiveDate>,
    /// Who takes over after the last day.
    pub successor: Option<String>,
    pub note_ja: Option<String>,
    /// Where each fact comes from, as JSON.
    pub source: String,
}

/// A facility, at the institution that the file names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facility {
    pub slug: String,
    pub institution: String,
    pub name: Name,
    pub site: String,
    pub source: String,
}

/// A resource with the defaults of its category filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub slug: String,
    pub facility: String,
    pub category: String,
    pub kind: String,
    pub name: Name,
    /// The wording of the source document; for administrators and for search.
    pub name_seed: Option<String>,
    pub summary: Name,
    pub note_ja: Option<String>,
    pub mode: BookingMode,
    pub allocation: AllocationBy,
    pub allocator: Option<String>,
    /// When the body that allocates it calls for proposals, in words.
    pub call_periods: Name,
    /// The domain name under which it calls, such as `user.example.jp`; may be empty.
    pub call_site: String,
    pub prerequisites: Vec<String>,
    pub numbers: Numbers,
    /// As `parse_windows` reads them.
    pub windows: String,
    pub closed_calendars: &'static str,
    pub source: String,
}

/// The parameters of an entry that are numbers.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Numbers {
    pub capacity: i64,
    pub slot_minutes: i64,
    pub origin_minute: i64,
    pub min_minutes: i64,
    pub max_minutes: i64,
    pub lead_business_days: i64,
    pub horizon_days: i64,
    pub buffer_before: i64,
    pub buffer_after: i64,
    pub response_days: i64,
}

/// A key that a search looks through: its parts folded, kept apart so that no word is found across
/// two of them (folding leaves letters and digits only, never a space).
pub fn search_key<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut folded: Vec<String> = parts.into_iter().map(text::fold).collect();
    folded.retain(|part| !part.is_empty());
    folded.dedup();
    folded.join(" ")
}

impl Catalogue {
    /// The institution that owns a facility on a day: the one of the file or, after that one's last
    /// day, its successor.
    #[must_use]
    pub fn owner<'a>(&'a self, facility: &'a Facility, day: NaiveDate) -> &'a str {
        let mut owner = facility.institution.as_str();
        // The check found no circle, so the way is not longer than the list.
        for _ in &self.institutions {
            let found = self.institutions.iter().find(|one| one.slug == owner);
            match found.and_then(|one| one.heir(day)) {
                Some(heir) => owner = heir,
                None => break,
            }
        }
        owner
    }

    /// What a search for a resource looks through.
    #[must_use]
    pub fn key_of(&self, entry: &Entry, facility: &Facility, owner: &str) -> String {
        let institutions = self
            .institutions
            .iter()
            .filter(|one| one.slug == owner || one.slug == facility.institution);
        let terms = self.terms.iter().filter(|term| {
            (term.kind == "category" && term.code == entry.category)
                || (term.kind == "kind" && term.code == entry.kind)
        });
        let own = [&entry.name.ja, &entry.name.en]
            .into_iter()
            .chain(&entry.name_seed)
            // Codes are what people say, too: tem, cryo_em, nmr, hpc.
            .chain([&entry.summary.ja, &entry.summary.en, &entry.category]);
        let parts = own
            .chain(terms.flat_map(|term| [&term.name.ja, &term.name.en]))
            .chain([&facility.name.ja, &facility.name.en])
            .chain(institutions.flat_map(Institution::names));
        search_key(parts.map(String::as_str))
    }
}

impl Institution {
    /// Who has taken over by a day.
    #[must_use]
    pub fn heir(&self, day: NaiveDate) -> Option<&str> {
        let ended = self.valid_to.is_some_and(|last| last < day);
        self.successor.as_deref().filter(|_| ended)
    }

    /// Every name it goes by.
    fn names(&self) -> impl Iterator<Item = &String> {
        [&self.name.ja, &self.name.en, &self.short_ja, &self.abbr]
            .into_iter()
            .chain(&self.former_abbr)
    }
}
