//! A parameter that differs: from which value to which, for what, by which article.

use crate::domain::parameter::setting::{ArticleRef, Setting};
use crate::domain::rule::diff::parameter::ParameterChange;
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, LinkedFact};
use crate::web::rule_diff::side::{FromTo, Side, Sides};
use crate::web::visit::Visit;
use crate::words::rule::{diff as said, document, term};
use crate::words::{name, parameter};

/// A parameter that differs.
pub struct ParameterShown {
    pub label: &'static str,
    pub sign: Chip,
    /// The values; only one if nothing but the article or the binding differs.
    pub from: String,
    pub to: String,
    /// What the new value means; the old one if it is removed.
    pub sentence: String,
    /// For what it holds, and by which article.
    pub facts: Vec<LinkedFact>,
    /// What differs besides the value.
    pub besides: Vec<FromTo>,
}

pub(super) fn shown(visit: &Visit, change: &ParameterChange, sides: &Sides<'_>) -> ParameterShown {
    let language = visit.language;
    let w = said::of(language);
    let value = |setting: Option<&Setting>| {
        setting.map_or_else(
            || w.nothing_said.to_owned(),
            |one| parameter::value::say(language, one.parameter, &one.value),
        )
    };
    let (from, to) = (change.from.as_ref(), change.to.as_ref());
    let (tone, text) = said::fate(language, change.fate());
    ParameterShown {
        label: parameter::label(language, change.parameter),
        sign: Chip {
            tone,
            text: text.to_owned(),
        },
        from: if change.changes_value() {
            value(from)
        } else {
            String::new()
        },
        to: value(to),
        sentence: to.or(from).map_or_else(String::new, |one| {
            parameter::sentence(language, one.parameter, &one.value)
        }),
        facts: facts(visit, change, sides),
        besides: besides(visit, change, sides),
    }
}

fn facts(visit: &Visit, change: &ParameterChange, sides: &Sides<'_>) -> Vec<LinkedFact> {
    let language = visit.language;
    let w = said::of(language);
    let known = sides.names.get(&change.target);
    let named = known.map_or("", |one| name::of(language, one));
    let scope = term::scope(language, &change.target, named, sides.of);
    let (setting, side) = match (&change.to, &change.from) {
        (Some(to), _) => (Some(to), sides.new),
        (None, from) => (from.as_ref(), sides.old),
    };
    // an article that differs is shown as it was and is
    let differs = match (&change.from, &change.to) {
        (Some(from), Some(to)) => from.article != to.article,
        _ => false,
    };
    let setting = setting.filter(|_| !differs);
    let article = setting.and_then(|one| one.article.as_ref());
    let article = article.map(|at| {
        let said = document::place(language, &side.text.documents, at);
        side.page.map_or_else(
            || LinkedFact::plain(w.article, said.as_str()),
            |page| {
                let anchor = links::article_anchor(at.document, &at.article);
                let link = Link::to(visit, &format!("{page}#{anchor}"), said.as_str());
                LinkedFact::link(w.article, link.label, link.href)
            },
        )
    });
    std::iter::once(LinkedFact::plain(w.applies_to, scope))
        .chain(article)
        .collect()
}

/// Another article, or another answer to whether levels below are bound.
fn besides(visit: &Visit, change: &ParameterChange, sides: &Sides<'_>) -> Vec<FromTo> {
    let w = said::of(visit.language);
    let (Some(from), Some(to)) = (&change.from, &change.to) else {
        return Vec::new();
    };
    let said = |side: Side<'_>, article: &Option<ArticleRef>| {
        let place = |at| document::place(visit.language, &side.text.documents, at);
        article
            .as_ref()
            .map_or_else(|| w.nothing_said.to_owned(), place)
    };
    let bound = |setting: &Setting| {
        if setting.binding {
            w.is_binding
        } else {
            w.is_not_binding
        }
    };
    let article = (from.article != to.article).then(|| FromTo {
        label: w.article,
        from: said(sides.old, &from.article),
        to: said(sides.new, &to.article),
    });
    let binding = (from.binding != to.binding).then(|| FromTo {
        label: w.binding,
        from: bound(from).to_owned(),
        to: bound(to).to_owned(),
    });
    article.into_iter().chain(binding).collect()
}
