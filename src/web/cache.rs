//! Pages that all strangers share, kept as they were rendered until the catalogue or the minute changes.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::web::Bytes;

/// Most pages kept.
const MOST: usize = 256;
/// Longest address and largest page that are kept, in bytes: nobody fills the memory with oddities.
const LONGEST_KEY: usize = 400;
const LARGEST: usize = 256 * 1024;

/// What a page was made from; another stamp makes it old.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// Moves on with every change of the catalogue and of any calendar.
    pub turn: i64,
    /// Minutes since 1970: what is free depends on the time.
    pub minute: i64,
}

/// A page that is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    pub body: Bytes,
    /// Names this very content.
    pub etag: String,
}

/// The pages kept, by address and language. Cheap to clone; all clones share them.
#[derive(Clone, Default)]
pub struct Cache {
    inside: Arc<Mutex<Inside>>,
}

#[derive(Default)]
struct Inside {
    pages: HashMap<String, (Stamp, Kept)>,
    /// The keys in the order in which they came.
    order: VecDeque<String>,
}

impl Cache {
    /// The page at this address, if it was made from the same.
    #[must_use]
    pub fn get(&self, key: &str, stamp: Stamp) -> Option<Kept> {
        let inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let (made_from, kept) = inside.pages.get(key)?;
        (*made_from == stamp).then(|| kept.clone())
    }

    /// Keeps a page; of too many, the one that came first goes.
    pub fn put(&self, key: &str, stamp: Stamp, kept: Kept) {
        if key.len() > LONGEST_KEY || kept.body.len() > LARGEST {
            return;
        }
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        if inside.pages.insert(key.to_owned(), (stamp, kept)).is_some() {
            return;
        }
        inside.order.push_back(key.to_owned());
        if inside.order.len() > MOST
            && let Some(oldest) = inside.order.pop_front()
        {
            inside.pages.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(turn: i64) -> Stamp {
        Stamp { turn, minute: 1 }
    }

    fn page(text: &str) -> Kept {
        Kept {
            body: Bytes::from(text.to_owned()),
            etag: String::new(),
        }
    }

    #[test]
    fn a_page_is_shown_only_while_what_it_was_made_from_stands() {
        let cache = Cache::default();
        cache.put("ja/", stamp(1), page("a"));
        assert_eq!(cache.get("ja/", stamp(1)), Some(page("a")));
        assert_eq!(cache.get("ja/", stamp(2)), None);
        let later = Stamp { turn: 1, minute: 2 };
        assert_eq!(cache.get("ja/", later), None);
        assert_eq!(cache.get("en/", stamp(1)), None);
        cache.clone().put("ja/", stamp(2), page("b"));
        assert_eq!(cache.get("ja/", stamp(2)), Some(page("b")));
    }

    #[test]
    fn the_oldest_page_goes_and_oddities_are_not_kept() {
        let cache = Cache::default();
        for number in 0..=MOST {
            cache.put(&format!("/{number}"), stamp(1), page("a"));
        }
        assert_eq!(cache.get("/0", stamp(1)), None);
        assert!(cache.get("/1", stamp(1)).is_some());
        assert_eq!(cache.inside.lock().unwrap().pages.len(), MOST);
        let long = "x".repeat(LONGEST_KEY + 1);
        cache.put(&long, stamp(1), page("a"));
        cache.put("/large", stamp(1), page(&"x".repeat(LARGEST + 1)));
        assert_eq!(cache.get(&long, stamp(1)), None);
        assert_eq!(cache.get("/large", stamp(1)), None);
    }
}
