//! The vocabularies of the catalogue: categories, kinds, prerequisites, with their names.

use std::collections::HashMap;

use diesel::prelude::{QueryDsl, RunQueryDsl, SelectableHelper};

use crate::domain::halt::Halt;
use crate::domain::name::Name;
use crate::store::catalogue::row::TermRow;
use crate::store::engine::Conn;
use crate::store::schema::vocabulary;

/// All vocabularies: some fifty words.
pub struct Vocabulary {
    by_code: HashMap<(String, String), Name>,
    categories: Vec<(String, Name)>,
}

/// A word with its code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    pub code: String,
    pub name: Name,
}

/// Reads all vocabularies.
///
/// # Errors
/// A fault of the database.
pub fn all(conn: &mut Conn) -> Result<Vocabulary, Halt> {
    let rows: Vec<TermRow> = vocabulary::table
        .order((vocabulary::kind, vocabulary::place))
        .select(TermRow::as_select())
        .load(conn)?;
    let mut all = Vocabulary {
        by_code: HashMap::new(),
        categories: Vec::new(),
    };
    for row in rows {
        let name = Name {
            ja: row.name_ja,
            en: row.name_en,
        };
        if row.kind == "category" {
            all.categories.push((row.code.clone(), name.clone()));
        }
        all.by_code.insert((row.kind, row.code), name);
    }
    Ok(all)
}

impl Vocabulary {
    /// The categories in the order of the catalogue.
    #[must_use]
    pub fn categories(&self) -> &[(String, Name)] {
        &self.categories
    }

    /// A category with its name.
    #[must_use]
    pub fn category(&self, code: &str) -> Word {
        self.word("category", code)
    }

    /// A kind with its name.
    #[must_use]
    pub fn kind(&self, code: &str) -> Word {
        self.word("kind", code)
    }

    /// Prerequisites with their names, from the codes kept.
    #[must_use]
    pub fn prerequisites(&self, codes: &str) -> Vec<Word> {
        codes
            .split(',')
            .filter(|code| !code.is_empty())
            .map(|code| self.word("prerequisite", code))
            .collect()
    }

    /// A word; one that is missing shows its code.
    fn word(&self, kind: &str, code: &str) -> Word {
        let key = (kind.to_owned(), code.to_owned());
        let name = self.by_code.get(&key).cloned().unwrap_or_else(|| Name {
            ja: code.to_owned(),
            en: code.to_owned(),
        });
        Word {
            code: code.to_owned(),
            name,
        }
    }
}
