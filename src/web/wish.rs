//! A search as an address says it, and the addresses of searches that differ in one thing.

use crate::domain::search::{Facet, Order, Wish};
use crate::domain::text;
use crate::domain::time::parse_day;
use crate::web::form::{self, encode};

/// Longest query, in characters.
const LONGEST_QUERY: usize = 200;
/// Most values of one filter.
const MOST_VALUES: usize = 50;

/// The name of a filter in the address.
#[must_use]
pub const fn name(facet: Facet) -> &'static str {
    match facet {
        Facet::Institution => "org",
        Facet::Category => "cat",
        Facet::Kind => "kind",
    }
}

/// The code of an order in the address.
#[must_use]
pub const fn code(order: Order) -> &'static str {
    match order {
        Order::Soonest => "",
        Order::Name => "name",
        Order::Institution => "org",
    }
}

/// Reads the query of an address. What can't be read counts as not asked: looking never fails.
#[must_use]
pub fn read(query: &str) -> Wish {
    let all = |name: &str| -> Vec<String> {
        let mut values: Vec<String> = form::values(query, name);
        values.retain(|value| !value.is_empty());
        values.dedup();
        values.truncate(MOST_VALUES);
        values
    };
    let one = |name: &str| all(name).into_iter().next().unwrap_or_default();
    let order = one("sort");
    Wish {
        query: text::squash(&one("q"))
            .chars()
            .take(LONGEST_QUERY)
            .collect(),
        institutions: all(name(Facet::Institution)),
        categories: all(name(Facet::Category)),
        kinds: all(name(Facet::Kind)),
        date: parse_day(&one("date")),
        minutes: one("len").parse().ok(),
        order: [Order::Name, Order::Institution]
            .into_iter()
            .find(|known| code(*known) == order)
            .unwrap_or_default(),
        page: page(&one("page")),
    }
}

/// The number of the page asked for; one too large to be a number is the last page.
fn page(text: &str) -> i64 {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse() {
        Ok(number) => number,
        Err(_) if digits => i64::MAX,
        Err(_) => 1,
    }
}

/// The address of a search, without language prefix.
#[must_use]
pub fn path(wish: &Wish) -> String {
    let mut pairs: Vec<(&str, String)> = vec![("q", wish.query.clone())];
    for facet in Facet::ALL {
        let values = facet.chosen(wish).iter();
        pairs.extend(values.map(|value| (name(facet), value.clone())));
    }
    pairs.push((
        "date",
        wish.date.map_or_else(String::new, |day| day.to_string()),
    ));
    pairs.push((
        "len",
        wish.minutes.map_or_else(String::new, |len| len.to_string()),
    ));
    pairs.push(("sort", code(wish.order).to_owned()));
    if wish.page > 1 {
        pairs.push(("page", wish.page.to_string()));
    }
    let query: Vec<String> = pairs
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    if query.is_empty() {
        "/resources".to_owned()
    } else {
        format!("/resources?{}", query.join("&"))
    }
}

/// The same search, from its first page, without one value of a filter.
#[must_use]
pub fn without(wish: &Wish, facet: Facet, value: &str) -> Wish {
    let mut less = Wish {
        page: 1,
        ..wish.clone()
    };
    let values = match facet {
        Facet::Institution => &mut less.institutions,
        Facet::Category => &mut less.categories,
        Facet::Kind => &mut less.kinds,
    };
    values.retain(|one| one != value);
    less
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f07_whatever_an_address_says_is_a_search() {
        for (query, page) in [
            ("page=-1", -1),
            ("page=9223372036854775808", i64::MAX),
            ("page=2", 2),
            ("page=two", 1),
            ("page=2&page=3", 2),
            ("page=%ff", 1),
            ("", 1),
        ] {
            assert_eq!(read(query).page, page, "{query}");
        }
        let odd = read("q=%E3%82%AF+%00x&date=2026-02-30&len=abc&sort=%27&org=&org=a&org=b");
        assert_eq!(odd.query, "ク x");
        assert_eq!(
            (odd.date, odd.minutes, odd.order),
            (None, None, Order::Soonest)
        );
        assert_eq!(odd.institutions, ["a", "b"]);
    }

    #[test]
    fn the_address_of_a_search_reads_back_as_the_same_search() {
        let wish = read(
            "q=%E9%9B%BB%E9%A1%95&org=riken&org=ncvc&cat=tem&date=2026-04-14&len=180&sort=name&page=2",
        );
        let address = path(&wish);
        assert_eq!(read(address.split_once('?').unwrap().1), wish);
        assert_eq!(path(&read("")), "/resources");
        let less = without(&wish, Facet::Institution, "riken");
        assert_eq!((less.institutions, less.page), (vec!["ncvc".to_owned()], 1));
    }
}
