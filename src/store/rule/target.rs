//! The names of the categories and resources that parameters are set for.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::{ExpressionMethods, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::name::Name;
use crate::domain::parameter::setting::{Sheet, Target};
use crate::store::engine::Conn;
use crate::store::schema::{resource, vocabulary};

/// Most names looked up at once: both engines take fewer binds than a sheet may have settings.
const MOST: usize = 500;

/// The names of everything these sheets are about; what has none is left out.
///
/// # Errors
/// A fault of the database.
pub fn names(conn: &mut Conn, sheets: &[&Sheet]) -> Result<BTreeMap<Target, Name>, Halt> {
    let mut categories = BTreeSet::new();
    let mut slugs = BTreeSet::new();
    for setting in sheets.iter().flat_map(|sheet| &sheet.settings) {
        match &setting.target {
            Target::All => {}
            Target::Category(code) => {
                categories.insert(code.as_str());
            }
            Target::Resource(slug) => {
                slugs.insert(slug.as_str());
            }
        }
    }
    let mut found = BTreeMap::new();
    if !categories.is_empty() {
        let named: Vec<(String, String, String)> = vocabulary::table
            .filter(vocabulary::kind.eq("category"))
            .select((vocabulary::code, vocabulary::name_ja, vocabulary::name_en))
            .load(conn)?;
        let known = named.into_iter();
        found.extend(known.map(|(code, ja, en)| (Target::Category(code), Name { ja, en })));
    }
    if !slugs.is_empty() {
        let slugs: Vec<&str> = slugs.into_iter().take(MOST).collect();
        let named: Vec<(String, String, String)> = resource::table
            .filter(resource::slug.eq_any(slugs))
            .filter(resource::part.eq("shared"))
            .select((resource::slug, resource::name_ja, resource::name_en))
            .load(conn)?;
        let known = named.into_iter();
        found.extend(known.map(|(slug, ja, en)| (Target::Resource(slug), Name { ja, en })));
    }
    Ok(found)
}
