//! A search for resources: what was asked, what answers it, how many of which sort, in which order.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::catalogue::{Access, State};
use crate::domain::id::ResourceId;
use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::domain::time::Span;

#[cfg(test)]
mod tests;

/// Results on one page.
pub const PER_PAGE: usize = 20;
/// Slots offered beside each result.
pub const SLOTS: usize = 3;

/// What somebody looks for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wish {
    /// As typed, for showing it again.
    pub query: String,
    pub institutions: Vec<String>,
    pub categories: Vec<String>,
    pub kinds: Vec<String>,
    /// Only what is free on this day.
    pub date: Option<NaiveDate>,
    /// How long, in minutes.
    pub minutes: Option<i64>,
    pub order: Order,
    /// Counted from 1; any number may be asked for.
    pub page: i64,
}

/// How results are ordered.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Order {
    /// 空きが早い順
    #[default]
    Soonest,
    Name,
    Institution,
}

/// The lengths of use that a resource takes, in minutes.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Lengths {
    pub slot: i64,
    pub min: i64,
    pub max: i64,
}

/// One resource that answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    pub id: ResourceId,
    pub slug: String,
    pub name: Name,
    /// What it can do, or its model; may be empty.
    pub summary: Name,
    pub category: String,
    pub kind: String,
    pub facility_name: Name,
    pub institution: String,
    pub institution_name: Name,
    pub access: Access,
    /// Whether requests are taken at all.
    pub open: bool,
    pub published: bool,
    pub confirmed: bool,
    pub state: State,
    /// Who allocates its time, where another body does.
    pub allocator: Option<String>,
    pub lead_business_days: i64,
    pub response_days: i64,
    pub lengths: Lengths,
    /// The Tokyo day on which it is expected back, where it stands still now.
    pub back_on: Option<NaiveDate>,
    /// The turn of its calendar.
    pub turn: i64,
    /// The next free slots, once somebody looked.
    pub slots: Vec<Span>,
}

/// The three sorts of filters, each of which may be set several times.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Facet {
    Institution,
    Category,
    Kind,
}

impl Facet {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Institution, Self::Category, Self::Kind];

    /// The value of a resource.
    #[must_use]
    pub fn of(self, hit: &Hit) -> &str {
        match self {
            Self::Institution => &hit.institution,
            Self::Category => &hit.category,
            Self::Kind => &hit.kind,
        }
    }

    /// The values asked for.
    #[must_use]
    pub fn chosen(self, wish: &Wish) -> &[String] {
        match self {
            Self::Institution => &wish.institutions,
            Self::Category => &wish.categories,
            Self::Kind => &wish.kinds,
        }
    }

    fn lets_through(self, hit: &Hit, wish: &Wish) -> bool {
        let chosen = self.chosen(wish);
        chosen.is_empty() || chosen.iter().any(|code| code == self.of(hit))
    }
}

impl Lengths {
    /// The asked length if it can be booked, else the shortest.
    #[must_use]
    pub fn pick(self, asked: Option<i64>) -> i64 {
        let slot = self.slot.max(1);
        asked
            .filter(|asked| (self.min..=self.max).contains(asked) && asked % slot == 0)
            .unwrap_or_else(|| self.min.max(slot))
    }
}

impl Hit {
    /// Whether time on it can be asked for now.
    #[must_use]
    pub fn is_bookable(&self) -> bool {
        self.access == Access::Slot && self.open
    }
}

/// How many results there are for each value of a facet, the other facets applied.
#[must_use]
pub fn counts<'a>(hits: &'a [Hit], wish: &Wish, facet: Facet) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    let others = |hit: &&Hit| {
        Facet::ALL
            .into_iter()
            .filter(|other| *other != facet)
            .all(|other| other.lets_through(hit, wish))
    };
    for hit in hits.iter().filter(others) {
        *counts.entry(facet.of(hit)).or_default() += 1;
    }
    counts
}

/// What is left when all facets are applied.
#[must_use]
pub fn narrow(hits: Vec<Hit>, wish: &Wish) -> Vec<Hit> {
    let mut hits = hits;
    hits.retain(|hit| {
        Facet::ALL
            .into_iter()
            .all(|facet| facet.lets_through(hit, wish))
    });
    hits
}

/// What is free on the asked day; everything, when no day was asked for.
#[must_use]
pub fn on_date(hits: Vec<Hit>, date: Option<NaiveDate>) -> Vec<Hit> {
    let Some(date) = date else {
        return hits;
    };
    let mut hits = hits;
    for hit in &mut hits {
        hit.slots.retain(|slot| slot.start().day() == date);
    }
    hits.retain(|hit| !hit.slots.is_empty());
    hits
}

/// Puts results in order.
pub fn order(hits: &mut [Hit], order: Order, language: Language) {
    let name = |hit: &Hit| match language {
        Language::Ja => hit.name.ja.clone(),
        Language::En => hit.name.en.to_lowercase(),
    };
    match order {
        Order::Soonest => hits.sort_by_cached_key(|hit| {
            let first = hit
                .slots
                .first()
                .map_or(i64::MAX, |slot| slot.start().unix());
            (rank(hit), first, name(hit), hit.slug.clone())
        }),
        Order::Name => hits.sort_by_cached_key(|hit| (name(hit), hit.slug.clone())),
        Order::Institution => {
            hits.sort_by_cached_key(|hit| (hit.institution.clone(), name(hit), hit.slug.clone()));
        }
    }
}

/// What can be used soonest first; what takes no requests last.
const fn rank(hit: &Hit) -> u8 {
    match (hit.access, hit.open, hit.slots.is_empty()) {
        (Access::Slot, true, false) => 0,
        (Access::Request, true, _) => 1,
        (Access::Slot, true, true) => 2,
        (Access::Elsewhere, ..) => 3,
        (Access::Slot | Access::Request, false, _) => 4,
    }
}

/// One page of results.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    pub hits: Vec<Hit>,
    pub total: usize,
    /// The page shown, counted from 1: the one asked for, or the nearest there is.
    pub number: usize,
    pub pages: usize,
}

/// Cuts out the page asked for.
#[must_use]
pub fn page(hits: Vec<Hit>, asked: i64) -> Page {
    let total = hits.len();
    let pages = total.div_ceil(PER_PAGE).max(1);
    let number = usize::try_from(asked.max(1))
        .unwrap_or(usize::MAX)
        .min(pages);
    Page {
        hits: hits
            .into_iter()
            .skip((number - 1) * PER_PAGE)
            .take(PER_PAGE)
            .collect(),
        total,
        number,
        pages,
    }
}

/// The names nearest to a query that found nothing: those that share most pairs of characters.
#[must_use]
pub fn nearest_names<'a>(terms: &[String], names: &'a [(String, Name)]) -> Vec<&'a Name> {
    let wanted: Vec<(char, char)> = terms.iter().flat_map(|term| pairs(term)).collect();
    let mut scored: Vec<(usize, usize, &Name)> = names
        .iter()
        .map(|(key, name)| {
            let own = pairs(key);
            let shared = wanted.iter().filter(|pair| own.contains(pair)).count();
            (shared, own.len(), name)
        })
        .filter(|(shared, ..)| *shared > 0)
        .collect();
    scored.sort_by_key(|(shared, length, name)| (std::cmp::Reverse(*shared), *length, &name.ja));
    scored.dedup_by(|one, other| one.2.ja == other.2.ja);
    scored.into_iter().take(5).map(|(.., name)| name).collect()
}

fn pairs(text: &str) -> Vec<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}
