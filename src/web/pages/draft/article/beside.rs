//! The parameters that an article sets: their rows, and what saving them changes.

use std::collections::BTreeMap;

use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::check::Contradiction;
use crate::domain::parameter::entry::Group;
use crate::domain::parameter::setting::{ArticleRef, Target};
use crate::domain::parameter::terms::Terms;
use crate::domain::rule::draft::sound::{contradictions, inherited};
use crate::domain::rule::draft::step::{Change, Said};
use crate::domain::rule::draft::unit::{target_name, targets};
use crate::web::form::Form;
use crate::web::pages::draft::article::at::At;
use crate::web::parts::{Choice, FormError};
use crate::web::setting_form::row::{Faults, Ground, Row};
use crate::web::setting_form::typed::{Place, Typed};
use crate::words::{name, parameter};

/// Most parameters beside one article: a form takes no more than some two hundred fields.
const MOST: usize = 24;

/// The rows as they were typed.
#[derive(Default)]
pub(super) struct Beside {
    rows: Vec<(Place, Typed)>,
    /// There are more than are shown.
    is_cut: bool,
    /// A parameter was to be added, but none was chosen.
    choice: (String, String),
}

/// What the template shows.
pub(super) struct Shown {
    pub(super) rows: Vec<Row>,
    /// Their places, for the form to come back with.
    pub(super) places: String,
    pub(super) errors: Vec<FormError>,
    pub(super) is_readable: bool,
    pub(super) is_cut: bool,
    /// None where the article is not kept yet.
    pub(super) add: Option<Add>,
}

pub(super) struct Add {
    pub(super) parameters: Vec<(&'static str, Vec<Choice>)>,
    pub(super) targets: Vec<Choice>,
}

impl Beside {
    /// The parameters that stand on the article now.
    pub(super) fn stored(at: &At<'_>) -> Self {
        let Some(number) = at.number else {
            return Self::default();
        };
        let here = ArticleRef {
            document: at.document.key,
            article: number.to_owned(),
        };
        let settings = at.standing.amendment.text.sheet.settings.iter();
        let mut rows: Vec<(Place, Typed)> = settings
            .filter(|one| one.article.as_ref() == Some(&here))
            .map(|one| {
                let place = Place {
                    parameter: one.parameter,
                    target: one.target.clone(),
                };
                (place, Typed::of(Some(one), String::new()))
            })
            .collect();
        rows.sort_by(|(a, _), (b, _)| a.cmp(b));
        let is_cut = rows.len() > MOST;
        rows.truncate(MOST);
        Self {
            rows,
            is_cut,
            choice: Default::default(),
        }
    }

    /// What a form came back with.
    pub(super) fn posted(at: &At<'_>, form: &Form) -> Self {
        let places = form.raw("places").split(' ').filter_map(Place::from_id);
        let rows = places.take(MOST).map(|place| {
            let typed = Typed::posted(form, &place);
            (place, typed)
        });
        Self {
            rows: rows.collect(),
            is_cut: Self::stored(at).is_cut,
            choice: (form.line("parameter"), form.line("target")),
        }
    }

    /// What saving changes: every row, those dropped, and one to add with the value that holds now.
    ///
    /// # Errors
    /// A value can't be read.
    pub(super) fn changes(
        &self,
        at: &At<'_>,
        number: &str,
        form: &Form,
    ) -> Result<Vec<Change>, ()> {
        let article = ArticleRef {
            document: at.document.key,
            article: number.to_owned(),
        };
        let mut changes = Vec::new();
        for (place, typed) in &self.rows {
            let dropped = form.raw(&format!("{}.drop", place.id())) == "yes";
            let value = match dropped {
                true => None,
                false => typed.read(place.parameter).map_err(|_| ())?,
            };
            changes.push(Change {
                target: place.target.clone(),
                parameter: place.parameter,
                to: value.map(|value| Said {
                    value,
                    article: Some(article.clone()),
                    binding: typed.binds,
                }),
            });
        }
        changes.extend(self.added(at, &article, form));
        Ok(changes)
    }

    /// The parameter to add: what is said of it already, or else what holds.
    fn added(&self, at: &At<'_>, article: &ArticleRef, form: &Form) -> Option<Change> {
        if form.raw("then") != "add" {
            return None;
        }
        let parameter = Parameter::from_code(&self.choice.0)?;
        let target = Target::from_code(&self.choice.1)?;
        let is_known = targets(&at.around.shared).contains(&target);
        let amendment = &at.standing.amendment;
        let said = amendment.text.sheet.of(parameter, &target);
        let today = at.visit.actor.at.day();
        let value = said.map_or_else(
            || {
                let terms = inherited(amendment, at.around, today, &target);
                terms.term(parameter).value.clone()
            },
            |setting| setting.value.clone(),
        );
        is_known.then(|| Change {
            target,
            parameter,
            to: Some(Said {
                value,
                article: Some(article.clone()),
                binding: said.is_some_and(|setting| setting.binding),
            }),
        })
    }

    pub(super) fn shown(&self, at: &At<'_>) -> Shown {
        let amendment = &at.standing.amendment;
        let today = at.visit.actor.at.day();
        let found = contradictions(amendment, at.around, today);
        let mut wider: BTreeMap<&Target, Terms> = BTreeMap::new();
        for (place, _) in &self.rows {
            wider
                .entry(&place.target)
                .or_insert_with(|| inherited(amendment, at.around, today, &place.target));
        }
        let nobody = Terms::default();
        let row = |(place, typed): &(Place, Typed)| {
            let inherited = wider.get(&place.target).unwrap_or(&nobody);
            row(at, (place, typed), inherited, &found)
        };
        let rows: Vec<Row> = self.rows.iter().map(row).collect();
        let mut readable = self.rows.iter();
        Shown {
            errors: rows
                .iter()
                .flat_map(|row| row.errors(at.visit.language))
                .collect(),
            places: rows
                .iter()
                .map(|row| row.id.as_str())
                .collect::<Vec<_>>()
                .join(" "),
            is_readable: readable.all(|(place, typed)| typed.read(place.parameter).is_ok()),
            is_cut: self.is_cut,
            add: at.number.map(|_| self.add(at)),
            rows,
        }
    }

    fn add(&self, at: &At<'_>) -> Add {
        let language = at.visit.language;
        let of = |group: Group| {
            let all = Parameter::ALL.iter();
            let choices = all
                .filter(|one| one.entry().group == group)
                .map(|one| Choice {
                    value: one.code().to_owned(),
                    label: parameter::label(language, *one).to_owned(),
                    hint: None,
                    chosen: self.choice.0 == one.code(),
                });
            (parameter::group(language, group), choices.collect())
        };
        let target = |target: &Target| {
            let called = target_name(at.categories, &at.around.shared, target);
            Choice {
                value: target.code(),
                label: parameter::contradiction::target(
                    language,
                    target,
                    name::of(language, &called),
                ),
                hint: None,
                chosen: self.choice.1 == target.code(),
            }
        };
        Add {
            parameters: Group::ALL.iter().copied().map(of).collect(),
            targets: targets(&at.around.shared).iter().map(target).collect(),
        }
    }
}

fn row(
    at: &At<'_>,
    (place, typed): (&Place, &Typed),
    inherited: &Terms,
    contradictions: &[Contradiction],
) -> Row {
    let called: Name = target_name(at.categories, &at.around.shared, &place.target);
    let ground = Ground {
        language: at.visit.language,
        name: name::of(at.visit.language, &called),
        inherited,
        contradictions,
    };
    let faults = Faults {
        value: typed.read(place.parameter).err(),
        article: None,
    };
    Row::of(ground, place, typed, &faults)
}
