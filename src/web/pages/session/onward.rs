//! Where somebody goes on after signing in: to a page, or back to the form they were sending.

use crate::web::address;
use crate::web::form::Form;

/// What stands before the name of a field that is kept while somebody signs in.
const KEEP: &str = "keep.";

/// Where somebody goes on after signing in.
#[derive(Clone, Default)]
pub(super) struct Onward {
    /// The page they came for.
    pub(super) next: Option<String>,
    /// The form they were sending, and its fields.
    pub(super) resume: Option<(String, Vec<(String, String)>)>,
}

impl Onward {
    /// Reads it from the form of the sign-in page; what leads elsewhere is dropped.
    pub(super) fn read(form: &Form) -> Self {
        let kept = form
            .iter()
            .filter_map(|(name, value)| Some((name.strip_prefix(KEEP)?, value)))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Self {
            next: address::back(form.raw("next")),
            resume: address::back(form.raw("resume")).map(|here| (here, kept)),
        }
    }

    /// The hidden fields that carry it.
    pub(super) fn hidden(&self) -> Vec<(String, String)> {
        let next = self
            .next
            .iter()
            .map(|next| ("next".to_owned(), next.clone()));
        let here = self
            .resume
            .iter()
            .map(|(here, _)| ("resume".to_owned(), here.clone()));
        let kept = self.resume.iter().flat_map(|(_, kept)| kept);
        let kept = kept.map(|(name, value)| (format!("{KEEP}{name}"), value.clone()));
        next.chain(here).chain(kept).collect()
    }

    /// Back to a form that was being sent to `here`; its token is not kept, there will be a new one.
    pub(super) fn again(here: &str, posted: &Form) -> Self {
        let kept = posted
            .iter()
            .filter(|(name, _)| *name != "csrf")
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Self {
            next: None,
            resume: address::back(here).map(|here| (here, kept)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::form::encode;

    #[test]
    fn what_was_typed_comes_through_signing_in_unchanged() {
        let posted = Form::read("csrf=old&purpose=a%0D%0Ab&keep.x=1&next=%2Fmy").unwrap();
        let onward = Onward::again("/requests/new?resource=x", &posted);
        let hidden = onward.hidden();
        let page: Vec<String> = hidden
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        let read = Onward::read(&Form::read(&page.join("&")).unwrap());
        let (here, kept) = read.resume.unwrap();
        assert_eq!(here, "/requests/new?resource=x");
        let kept: Vec<(&str, &str)> = kept
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let typed = [("keep.x", "1"), ("next", "/my"), ("purpose", "a\r\nb")];
        assert_eq!(kept, typed);
    }

    #[test]
    fn c04_nothing_is_sent_elsewhere() {
        let form =
            Form::read("resume=%2F%2Fevil.example&keep.a=1&next=https%3A%2F%2Fevil").unwrap();
        let onward = Onward::read(&form);
        assert!(onward.next.is_none() && onward.resume.is_none());
    }
}
