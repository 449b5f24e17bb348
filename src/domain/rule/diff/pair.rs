//! Parts of two lists beside each other, and what became of each.

use std::collections::{BTreeMap, BTreeSet};

/// What became of a part.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Fate {
    Added,
    Removed,
    /// It stands in both, and something in it differs.
    Changed,
}

/// A part of one list or of both.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Pair<'a, T> {
    Gone(&'a T),
    New(&'a T),
    Both { old: &'a T, new: &'a T },
}

/// The parts of both lists, matched by their key, in the order of the new list; what only the old one
/// has stands after what it stood behind. Where a key stands twice, the first ones match, then the
/// second ones.
pub(super) fn paired<'a, T, K: Ord + Clone>(
    old: &'a [T],
    new: &'a [T],
    key: impl Fn(&'a T) -> K,
) -> Vec<Pair<'a, T>> {
    let (old, new) = (keyed(old, &key), keyed(new, &key));
    let stays: BTreeSet<&(K, usize)> = new.iter().map(|(key, _)| key).collect();
    let before: BTreeMap<&(K, usize), &T> = old.iter().map(|(key, one)| (key, *one)).collect();
    let mut behind: BTreeMap<Option<&(K, usize)>, Vec<Pair<'a, T>>> = BTreeMap::new();
    let mut anchor = None;
    for (key, one) in &old {
        if stays.contains(key) {
            anchor = Some(key);
        } else {
            behind.entry(anchor).or_default().push(Pair::Gone(one));
        }
    }
    let mut pairs = behind.remove(&None).unwrap_or_default();
    for (key, new) in &new {
        pairs.push(
            before
                .get(key)
                .map_or(Pair::New(new), |old| Pair::Both { old, new }),
        );
        pairs.extend(behind.remove(&Some(key)).unwrap_or_default());
    }
    pairs
}

/// Each part with its key and how many before it have the same.
fn keyed<'a, T, K: Ord + Clone>(
    list: &'a [T],
    key: &impl Fn(&'a T) -> K,
) -> Vec<((K, usize), &'a T)> {
    let mut seen: BTreeMap<K, usize> = BTreeMap::new();
    let numbered = list.iter().map(|one| {
        let key = key(one);
        let times = seen.entry(key.clone()).or_default();
        *times += 1;
        ((key, *times), one)
    });
    numbered.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(old: &[&'static str], new: &[&'static str]) -> Vec<String> {
        paired(old, new, |one| *one)
            .iter()
            .map(|pair| match pair {
                Pair::Gone(one) => format!("-{one}"),
                Pair::New(one) => format!("+{one}"),
                Pair::Both { new, .. } => (*new).to_string(),
            })
            .collect()
    }

    #[test]
    fn what_goes_stands_where_it_stood() {
        assert_eq!(
            said(&["a", "b", "c", "d"], &["a", "x", "d"]),
            ["a", "-b", "-c", "+x", "d"]
        );
        assert_eq!(said(&["a", "b"], &["b"]), ["-a", "b"]);
        assert_eq!(said(&["a", "b"], &["b", "a"]), ["b", "a"]);
        assert_eq!(said(&[], &["a"]), ["+a"]);
    }

    #[test]
    fn what_stands_twice_is_matched_in_turn() {
        assert_eq!(said(&["a", "a"], &["a"]), ["a", "-a"]);
        assert_eq!(said(&["a"], &["a", "a"]), ["a", "+a"]);
    }
}
