//! Posted forms: text pairs, limited, each name once; typed values are read from them by name.

use std::collections::BTreeMap;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono::NaiveDate;

use crate::domain::halt::Halt;
use crate::domain::text;
use crate::domain::time::parse_day;
use crate::web::answer::Stop;

/// Most pairs a form may have.
const PAIRS: usize = 200;

/// What a form posted, or the query of an address.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Form {
    pairs: BTreeMap<String, String>,
}

/// The text is not a form: too many pairs, a name twice, or not UTF-8.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct NotAForm;

impl Form {
    /// Reads `name=value` pairs as browsers post them.
    ///
    /// # Errors
    /// Too many pairs, a name that comes twice, broken escapes or text that is not UTF-8.
    pub fn read(body: &str) -> Result<Self, NotAForm> {
        let mut pairs = BTreeMap::new();
        for pair in body.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (
                decode(name).ok_or(NotAForm)?,
                decode(value).ok_or(NotAForm)?,
            );
            if pairs.len() >= PAIRS || pairs.insert(name, value).is_some() {
                return Err(NotAForm);
            }
        }
        Ok(Self { pairs })
    }

    /// A form of these pairs.
    ///
    /// # Errors
    /// Too many pairs, or a name that comes twice.
    pub fn of(given: Vec<(String, String)>) -> Result<Self, NotAForm> {
        let count = given.len();
        let pairs: BTreeMap<String, String> = given.into_iter().collect();
        if count > PAIRS || pairs.len() != count {
            return Err(NotAForm);
        }
        Ok(Self { pairs })
    }

    /// A value as it came, empty if it did not.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.pairs.get(name).map_or("", String::as_str)
    }

    /// A value as it came; none if it did not.
    #[must_use]
    pub fn given(&self, name: &str) -> Option<&str> {
        self.pairs.get(name).map(String::as_str)
    }

    /// One line of text, trimmed, without control characters.
    #[must_use]
    pub fn line(&self, name: &str) -> String {
        text::squash(self.raw(name))
    }

    /// Several lines of text, without control characters.
    #[must_use]
    pub fn lines(&self, name: &str) -> String {
        text::clean_lines(self.raw(name))
    }

    /// A value that parses, if it came and does.
    #[must_use]
    pub fn parse<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.raw(name).trim().parse().ok()
    }

    /// A whole number as people type it: full-width digits and separators are understood.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<u64> {
        let plain: String = self
            .line(name)
            .chars()
            .filter(|letter| !matches!(letter, ',' | '，' | ' '))
            .map(|letter| match letter {
                '０'..='９' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
                other => other,
            })
            .collect();
        let digits = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| plain.parse().ok()).flatten()
    }

    /// The same where only so much can be meant.
    #[must_use]
    pub fn count(&self, name: &str) -> Option<u32> {
        self.number(name)
            .and_then(|number| u32::try_from(number).ok())
    }

    /// A Tokyo day, as a browser sends it.
    #[must_use]
    pub fn day(&self, name: &str) -> Option<NaiveDate> {
        parse_day(self.raw(name).trim())
    }

    /// A form with these values, to be shown as if they had been typed.
    #[must_use]
    pub const fn holding(pairs: BTreeMap<String, String>) -> Self {
        Self { pairs }
    }

    /// All pairs, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// Reads `+` and `%XX`.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
                high * 16 + low
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

/// All values of a name in the query of an address, which may repeat a name (several boxes ticked).
/// What can't be read is left out.
#[must_use]
pub fn values(query: &str, name: &str) -> Vec<String> {
    query
        .split('&')
        .take(PAIRS)
        .filter_map(|pair| {
            let (key, value) = pair.split_once('=')?;
            (decode(key)? == name).then(|| decode(value)).flatten()
        })
        .collect()
}

/// Escapes a value for an address, so that [`decode`] gives it back.
#[must_use]
pub fn encode(text: &str) -> String {
    use std::fmt::Write;
    text.bytes()
        .fold(String::with_capacity(text.len()), |mut escaped, byte| {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                escaped.push(char::from(byte));
            } else {
                let _ = write!(escaped, "%{byte:02X}");
            }
            escaped
        })
}

/// The posted form: the guard has read and checked it already.
impl FromRequest for Form {
    type Error = Stop;
    type Future = Ready<Result<Self, Stop>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            request
                .extensions()
                .get::<Self>()
                .cloned()
                .ok_or_else(|| Stop(Halt::broken("a form page without the guard"))),
        )
    }
}

/// The query of the address.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query(pub Form);

impl FromRequest for Query {
    type Error = Stop;
    type Future = Ready<Result<Self, Stop>>;

    /// A query that can't be read is an empty one: looking never fails for a stray parameter.
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self(
            Form::read(request.query_string()).unwrap_or_default(),
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn f05_a_name_twice_or_broken_escapes_are_no_form() {
        for wrong in ["a=1&a=2", "a=%", "a=%4", "a=%GG", "a=%ff"] {
            assert_eq!(Form::read(wrong), Err(NotAForm), "{wrong}");
        }
        let many: String = (0..=PAIRS).map(|number| format!("a{number}=1&")).collect();
        assert_eq!(Form::read(&many), Err(NotAForm));
        assert_eq!(Form::read("a=1+2%263&b").unwrap().raw("a"), "1 2&3");
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let of = |value: &str| Form::holding([("n".to_owned(), value.to_owned())].into());
        for (typed, read) in [
            ("200", Some(200)),
            (" ２００ ", Some(200)),
            ("1,200", Some(1200)),
            ("", None),
            ("-1", None),
            ("2.5", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(of(typed).number("n"), read, "{typed}");
        }
        assert_eq!(of("4294967296").count("n"), None);
        assert_eq!(of("2027-02-30").day("n"), None);
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_read_back(value in "\\PC*") {
            let form = Form::read(&format!("x={}", encode(&value))).unwrap();
            prop_assert_eq!(form.raw("x"), value.as_str());
        }
    }
}
