//! Narrowing a search: boxes to tick, and the filters in force, each of which can be taken away.

use crate::domain::name::Name;
use crate::domain::search::{self, Facet, Hit, Wish};
use crate::store::catalogue::vocabulary::Vocabulary;
use crate::web::links::Link;
use crate::web::visit::Visit;
use crate::web::wish;
use crate::words::{name, search as said};

/// One sort of filters.
pub struct FacetGroup {
    pub name: &'static str,
    pub legend: &'static str,
    pub options: Vec<FacetOption>,
}

/// One box to tick, with the number of results behind it.
pub struct FacetOption {
    pub value: String,
    pub label: String,
    pub count: usize,
    pub chosen: bool,
}

/// What there is to choose from.
#[derive(Copy, Clone)]
pub struct Choices<'a> {
    /// Everything that holds the words, before the filters.
    pub hits: &'a [Hit],
    pub words: &'a Vocabulary,
}

/// The name of a value of a facet.
fn label(visit: &Visit, choices: Choices<'_>, facet: Facet, value: &str) -> String {
    let named = match facet {
        Facet::Category => choices.words.category(value).name,
        Facet::Kind => choices.words.kind(value).name,
        Facet::Institution => {
            let found = choices.hits.iter().find(|hit| hit.institution == value);
            found.map_or_else(
                || Name {
                    ja: value.to_owned(),
                    en: value.to_owned(),
                },
                |hit| hit.institution_name.clone(),
            )
        }
    };
    name::of(visit.language, &named).to_owned()
}

/// The boxes of one sort of filters, the most frequent first.
#[must_use]
pub fn group(visit: &Visit, wish: &Wish, choices: Choices<'_>, facet: Facet) -> FacetGroup {
    let w = &visit.words().search;
    let chosen = facet.chosen(wish);
    let counts = search::counts(choices.hits, wish, facet);
    let mut options: Vec<FacetOption> = counts
        .into_iter()
        .map(|(value, count)| FacetOption {
            value: value.to_owned(),
            label: label(visit, choices, facet, value),
            count,
            chosen: chosen.iter().any(|one| one == value),
        })
        .collect();
    options.sort_by_key(|option| std::cmp::Reverse((option.chosen, option.count)));
    FacetGroup {
        name: wish::name(facet),
        legend: match facet {
            Facet::Institution => w.institution,
            Facet::Category => w.category,
            Facet::Kind => w.kind,
        },
        options,
    }
}

/// The filters in force; each link takes one away.
#[must_use]
pub fn chosen(visit: &Visit, wish: &Wish, choices: Choices<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    for facet in Facet::ALL {
        for value in facet.chosen(wish) {
            let less = wish::path(&wish::without(wish, facet, value));
            links.push(Link::to(visit, &less, label(visit, choices, facet, value)));
        }
    }
    if let Some(day) = wish.date {
        let less = Wish {
            date: None,
            page: 1,
            ..wish.clone()
        };
        links.push(Link::to(
            visit,
            &wish::path(&less),
            said::free_on(visit.language, day),
        ));
    }
    links
}
