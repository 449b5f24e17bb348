//! 適用される条件: the value of every parameter for one resource on one day, each with its origin.
//!
//! One rule resolves all conflicts between levels: the nearest level that says something holds, but
//! it may never be looser than a value that a wider level marked as binding. From wide to near:
//! default, catalogue, institution, facility, category, resource.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use crate::domain::availability::WeeklyWindow;
use crate::domain::calendar::season::Season;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::{Setting, Sheet, Target};
use crate::domain::parameter::value::{Tier, Value};
use crate::domain::refusal::Citation;

/// Where a value is said, from wide to near.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// Nobody said anything.
    Default,
    /// The catalogue entry of the resource.
    Catalogue,
    /// 機関
    Institution,
    /// 施設
    Facility,
    /// 分類
    Category,
    /// 機器
    Resource,
}

/// Where a value comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    pub level: Level,
    /// The version, document and article that say it; none for default and catalogue.
    pub citation: Option<Arc<Citation>>,
}

/// A value in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    pub value: Value,
    pub origin: Origin,
}

/// The value of every parameter for one resource on one day.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Terms {
    /// What somebody says; the rest are defaults.
    said: BTreeMap<Parameter, Term>,
}

/// One version that is in force: the institution's own or the facility's.
#[derive(Copy, Clone, Debug)]
pub struct Layer<'a> {
    pub citation: &'a Citation,
    /// Whether it is the institution's rule for all its facilities.
    pub is_whole: bool,
    pub sheet: &'a Sheet,
}

/// The resource that the terms are for.
#[derive(Copy, Clone, Debug)]
pub struct Subject<'a> {
    pub category: &'a str,
    pub slug: &'a str,
}

/// The defaults by [`Parameter::place`], made once.
static NOTHING_SAID: LazyLock<Vec<Term>> = LazyLock::new(|| {
    let term = |parameter: &Parameter| Term {
        value: parameter.default(),
        origin: Origin {
            level: Level::Default,
            citation: None,
        },
    };
    Parameter::ALL.iter().map(term).collect()
});
static NO_TERM: Term = Term {
    value: Value::Flag(false),
    origin: Origin {
        level: Level::Default,
        citation: None,
    },
};
static NO_CODES: BTreeSet<String> = BTreeSet::new();

impl Terms {
    /// The defaults with what the catalogue says of the resource.
    #[must_use]
    pub fn of_catalogue(values: Vec<(Parameter, Value)>) -> Self {
        let origin = Origin {
            level: Level::Catalogue,
            citation: None,
        };
        let term = |value| Term {
            value,
            origin: origin.clone(),
        };
        let said = values
            .into_iter()
            .map(|(parameter, value)| (parameter, term(value)));
        Self {
            said: said.collect(),
        }
    }

    /// What holds when these versions are in force, the widest first.
    #[must_use]
    pub fn under(&self, layers: &[Layer<'_>], subject: Subject<'_>) -> Self {
        let mut said: Vec<(bool, &Setting, &Layer<'_>)> = layers
            .iter()
            .flat_map(|layer| {
                let settings = layer.sheet.settings.iter();
                settings
                    .filter(|setting| setting.target.is_about(subject))
                    .map(move |setting| (!layer.is_whole, setting, layer))
            })
            .collect();
        said.sort_by_key(|(near, setting, _)| (*near, setting.target.level()));
        let mut terms = self.clone();
        let mut bounds: BTreeMap<Parameter, Term> = BTreeMap::new();
        for (_, setting, layer) in said {
            let entry = setting.parameter.entry();
            let term = match bounds.get(&setting.parameter) {
                Some(bound)
                    if entry
                        .tight
                        .is_looser(entry.kind, &setting.value, &bound.value) =>
                {
                    bound.clone()
                }
                _ => setting.term(layer),
            };
            if setting.binding {
                bounds.insert(setting.parameter, term.clone());
            }
            terms.said.insert(setting.parameter, term);
        }
        terms
    }

    /// The same terms with one value said otherwise; for what-if questions and for tests.
    #[must_use]
    pub fn with(mut self, parameter: Parameter, value: Value) -> Self {
        let origin = self.term(parameter).origin.clone();
        self.said.insert(parameter, Term { value, origin });
        self
    }

    /// The value in force, with its origin.
    #[must_use]
    pub fn term(&self, parameter: Parameter) -> &Term {
        self.said
            .get(&parameter)
            .or_else(|| NOTHING_SAID.get(parameter.place()))
            .unwrap_or(&NO_TERM)
    }

    /// The values that somebody says, in the order of pages.
    pub fn said(&self) -> impl Iterator<Item = (Parameter, &Term)> {
        self.said.iter().map(|(parameter, term)| (*parameter, term))
    }

    /// A number; 0 if the parameter is none, which a test excludes.
    #[must_use]
    pub fn number(&self, parameter: Parameter) -> i64 {
        match self.term(parameter).value {
            Value::Number(number) => number,
            _ => 0,
        }
    }

    /// The same as a count.
    #[must_use]
    pub fn count(&self, parameter: Parameter) -> u32 {
        u32::try_from(self.number(parameter)).unwrap_or(0)
    }

    /// Yes or no.
    #[must_use]
    pub fn flag(&self, parameter: Parameter) -> bool {
        matches!(self.term(parameter).value, Value::Flag(true))
    }

    /// One code; empty if the parameter is none.
    #[must_use]
    pub fn code(&self, parameter: Parameter) -> &str {
        match &self.term(parameter).value {
            Value::Code(text) | Value::Text(text) => text,
            _ => "",
        }
    }

    /// A set of codes.
    #[must_use]
    pub fn codes(&self, parameter: Parameter) -> &BTreeSet<String> {
        match &self.term(parameter).value {
            Value::Codes(codes) => codes,
            _ => &NO_CODES,
        }
    }

    /// A time of day, in minutes since midnight.
    #[must_use]
    pub fn minute(&self, parameter: Parameter) -> u16 {
        match self.term(parameter).value {
            Value::TimeOfDay(minute) => minute,
            _ => 0,
        }
    }

    /// A part of the year.
    #[must_use]
    pub fn season(&self, parameter: Parameter) -> Option<Season> {
        match self.term(parameter).value {
            Value::Season(season) => Some(season),
            _ => None,
        }
    }

    /// Weekly windows.
    #[must_use]
    pub fn windows(&self, parameter: Parameter) -> &[WeeklyWindow] {
        match &self.term(parameter).value {
            Value::Windows(windows) => windows,
            _ => &[],
        }
    }

    /// Steps of a cancellation fee.
    #[must_use]
    pub fn tiers(&self, parameter: Parameter) -> &[Tier] {
        match &self.term(parameter).value {
            Value::Tiers(tiers) => tiers,
            _ => &[],
        }
    }

    /// A list of numbers.
    #[must_use]
    pub fn numbers(&self, parameter: Parameter) -> &[u32] {
        match &self.term(parameter).value {
            Value::Numbers(numbers) => numbers,
            _ => &[],
        }
    }
}

impl Target {
    fn is_about(&self, subject: Subject<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Category(code) => code == subject.category,
            Self::Resource(slug) => slug == subject.slug,
        }
    }

    const fn level(&self) -> Level {
        match self {
            Self::All => Level::Facility,
            Self::Category(_) => Level::Category,
            Self::Resource(_) => Level::Resource,
        }
    }
}

impl Setting {
    fn term(&self, layer: &Layer<'_>) -> Term {
        let article = self.article.as_ref();
        let citation = Citation {
            document: article.and_then(|at| layer.sheet.titles.get(&at.document).cloned()),
            document_key: article.map(|at| at.document),
            article: article.map(|at| at.article.clone()),
            ..layer.citation.clone()
        };
        let level = match (layer.is_whole, self.target.level()) {
            (true, Level::Facility) => Level::Institution,
            (_, level) => level,
        };
        Term {
            value: self.value.clone(),
            origin: Origin {
                level,
                citation: Some(Arc::new(citation)),
            },
        }
    }
}
