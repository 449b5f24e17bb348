//! What was asked for, and what was found: the resources, and what there is to choose from.

use crate::domain::catalogue::Resource;
use crate::domain::halt::Halt;
use crate::domain::id::{FacilityId, InstitutionId};
use crate::domain::name::Name;
use crate::domain::training::Course;
use crate::store;
use crate::store::catalogue::comparable::Choice as Narrowed;
use crate::store::catalogue::glance::{self, From};
use crate::store::catalogue::vocabulary;
use crate::web::form::{Form, encode};
use crate::web::visit::Visit;

/// Most resources that are counted and listed.
const MOST: usize = 1_000;
/// Resources on one page.
pub(super) const PER_PAGE: usize = 25;
/// Most institutions to choose from.
const HOMES: i64 = 500;

/// What was asked for.
pub(super) struct Asked {
    /// Code of a class, address of an institution, "any", or nothing.
    pub(super) mine: String,
    pub(super) narrowed: Narrowed,
    pub(super) page: usize,
}

/// What was found.
pub(super) struct Facts {
    /// By institution, facility and name.
    pub(super) resources: Vec<Resource>,
    /// The courses of the facilities on this page.
    pub(super) courses: Vec<Course>,
    pub(super) homes: Vec<From>,
    pub(super) categories: Vec<(String, Name)>,
    /// All providers, whatever the filters are: with address and name.
    pub(super) providers: Vec<(InstitutionId, String, Name)>,
}

impl Asked {
    pub(super) fn read(query: &Form) -> Self {
        Self {
            mine: query.line("as"),
            narrowed: Narrowed {
                category: query.line("cat"),
                institution: query.line("org"),
            },
            page: query.parse("page").unwrap_or(1).max(1),
        }
    }

    pub(super) fn path(&self, page: usize) -> String {
        let pairs = [
            ("as", &self.mine),
            ("cat", &self.narrowed.category),
            ("org", &self.narrowed.institution),
        ];
        let said = pairs.iter().filter(|(_, value)| !value.is_empty());
        let said: String = said
            .map(|(name, value)| format!("{name}={}&", encode(value)))
            .collect();
        format!("/terms-at-a-glance?{said}page={page}#terms")
    }
}

pub(super) async fn look(visit: &Visit, asked: &Asked) -> Result<Facts, Halt> {
    let (at, narrowed, page) = (visit.actor.at, asked.narrowed.clone(), asked.page);
    let look = visit.db().read(move |conn| {
        let today = at.day();
        let ids = glance::ids(conn, &narrowed, MOST, today)?;
        let mut resources = store::catalogue::resource::several(conn, &ids, at)?;
        resources.sort_by_key(|one| ids.iter().position(|id| *id == one.id));
        let (first, last) = bounds(resources.len(), page);
        let mut facilities: Vec<FacilityId> = resources
            .iter()
            .skip(first)
            .take(last - first)
            .map(|one| one.facility)
            .collect();
        facilities.dedup();
        let words = vocabulary::all(conn)?;
        Ok(Facts {
            courses: store::course::of_facilities(conn, &facilities)?,
            homes: glance::homes(conn, HOMES, today)?,
            categories: words.categories().to_vec(),
            providers: glance::providers(conn, today)?,
            resources,
        })
    });
    look.await
}

/// The places of the resources on a page: the first, and the one after the last.
pub(super) fn bounds(total: usize, page: usize) -> (usize, usize) {
    let page = page.min(total.div_ceil(PER_PAGE).max(1));
    let first = (page - 1) * PER_PAGE;
    (first, total.min(first + PER_PAGE))
}
