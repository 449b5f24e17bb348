//! Where the page of an article is.

use crate::domain::name::Name;
use crate::domain::rule::document::Document;
use crate::domain::rule::draft::sound::Around;
use crate::store::rule::draft::Standing;
use crate::web::visit::Visit;

/// Where the page is: the draft, the document, and the article as it was called.
#[derive(Copy, Clone)]
pub(super) struct At<'a> {
    pub(super) visit: &'a Visit,
    pub(super) standing: &'a Standing,
    pub(super) around: &'a Around,
    pub(super) categories: &'a [(String, Name)],
    pub(super) document: &'a Document,
    /// None for one to add.
    pub(super) number: Option<&'a str>,
}
