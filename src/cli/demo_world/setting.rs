//! One value of a rule, written down.

use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{ArticleRef, Setting, Target};

/// A value with the article that says it; none if the value can't be read, which a test excludes.
pub fn set(
    target: Target,
    parameter: Parameter,
    value: &str,
    (document, article): (u32, &str),
) -> Option<Setting> {
    Some(Setting {
        target,
        parameter,
        value: parameter.entry().kind.read(value).ok()?,
        article: Some(ArticleRef {
            document,
            article: article.to_owned(),
        }),
        binding: false,
    })
}
