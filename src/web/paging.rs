//! Pages of a long list: which one was asked for, its rows, and the links to its neighbours.

use crate::web::form::Form;
use crate::web::parts::PageLink;

/// The last page that may be asked for.
const LAST: i64 = 1_000;

/// One page of a list.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Turn {
    pub number: i64,
    size: i64,
}

/// The links below a list; no pages where one holds everything.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pages {
    pub pages: Vec<PageLink>,
    pub prev: Option<String>,
    pub next: Option<String>,
}

impl Turn {
    /// The page that a query or a form names, of so many rows each.
    #[must_use]
    pub fn of(form: &Form, size: i64) -> Self {
        let number = form.parse::<i64>("page").unwrap_or(1).clamp(1, LAST);
        Self { number, size }
    }

    /// Its rows and one more, which tells whether another page follows: how many to skip, how many to
    /// read.
    #[must_use]
    pub const fn rows(self) -> (i64, i64) {
        ((self.number - 1) * self.size, self.size + 1)
    }

    /// Takes the row too many away, and gives the links.
    pub fn cut<T>(self, rows: &mut Vec<T>, address: impl Fn(i64) -> String) -> Pages {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        let is_more = rows.len() > size && self.number < LAST;
        rows.truncate(size);
        let number = self.number;
        let last = if is_more { number + 1 } else { number };
        let link = |one: i64| PageLink {
            href: address(one),
            label: one.to_string(),
            current: one == number,
        };
        Pages {
            pages: ((number - 1).max(1)..=last).map(link).collect(),
            prev: (number > 1).then(|| address(number - 1)),
            next: is_more.then(|| address(number + 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(query: &str) -> Turn {
        Turn::of(&Form::read(query).unwrap(), 20)
    }

    #[test]
    fn f07_a_page_is_never_out_of_bounds() {
        assert_eq!(turn("page=-1").rows(), (0, 21));
        assert_eq!(turn("page=9223372036854775807").rows(), (19_980, 21));
        assert_eq!(turn("page=x").rows(), (0, 21));
    }

    #[test]
    fn the_row_too_many_is_the_next_page() {
        let address = |page| format!("?page={page}");
        let mut rows: Vec<i32> = (0..21).collect();
        let pages = turn("page=2").cut(&mut rows, address);
        assert_eq!(rows.len(), 20);
        assert_eq!(pages.prev.as_deref(), Some("?page=1"));
        assert_eq!(pages.next.as_deref(), Some("?page=3"));
        assert_eq!(pages.pages.len(), 3);
        let mut rows: Vec<i32> = (0..20).collect();
        let pages = turn("").cut(&mut rows, address);
        assert_eq!((pages.pages.len(), pages.next), (1, None));
    }
}
