//! 設定: what one version of a rule says of one parameter, where, and in which article.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::value::Value;

/// Which resources of the unit a setting is for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Target {
    /// All of them.
    All,
    /// Those of one category, by its code.
    Category(String),
    /// One resource, by its address.
    Resource(String),
}

/// An article of one of the version's documents.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct ArticleRef {
    /// The document's key within the version.
    pub document: u32,
    /// "5", "5-2".
    pub article: String,
}

/// What a version says of one parameter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setting {
    pub target: Target,
    pub parameter: Parameter,
    pub value: Value,
    /// The article that says it.
    pub article: Option<ArticleRef>,
    /// 下位で緩和できない: levels below may tighten it but not loosen it.
    pub binding: bool,
}

/// All settings of one version, with the titles of the documents that their articles stand in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sheet {
    pub titles: BTreeMap<u32, Name>,
    pub settings: Vec<Setting>,
}

impl Sheet {
    /// The setting of a parameter for exactly this target.
    #[must_use]
    pub fn of(&self, parameter: Parameter, target: &Target) -> Option<&Setting> {
        self.settings
            .iter()
            .find(|setting| setting.parameter == parameter && setting.target == *target)
    }
}

impl Target {
    /// How it is written in files, forms and the database.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Category(code) => format!("category:{code}"),
            Self::Resource(slug) => format!("resource:{slug}"),
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code.split_once(':') {
            None => (code == "all").then_some(Self::All),
            Some(("category", code)) => Some(Self::Category(code.to_owned())),
            Some(("resource", slug)) => Some(Self::Resource(slug.to_owned())),
            Some(_) => None,
        }
    }
}

/// A setting as it is kept: parameters and values by their codes.
#[derive(Serialize, Deserialize)]
struct Line {
    target: String,
    parameter: String,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    article: Option<ArticleRef>,
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    binding: bool,
}

#[derive(Serialize, Deserialize)]
struct Lines {
    titles: BTreeMap<u32, Name>,
    settings: Vec<Line>,
}

impl Serialize for Sheet {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let line = |setting: &Setting| Line {
            target: setting.target.code(),
            parameter: setting.parameter.code().to_owned(),
            value: setting.value.to_string(),
            article: setting.article.clone(),
            binding: setting.binding,
        };
        let settings = self.settings.iter().map(line).collect();
        let titles = self.titles.clone();
        Lines { titles, settings }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Sheet {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let lines = Lines::deserialize(deserializer)?;
        let settings = lines
            .settings
            .into_iter()
            .map(|line| read(line).map_err(serde::de::Error::custom))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            titles: lines.titles,
            settings,
        })
    }
}

/// Reads a line back; what can't be read is never passed over, as a rule would silently not hold.
fn read(line: Line) -> Result<Setting, String> {
    let parameter = Parameter::from_code(&line.parameter)
        .ok_or_else(|| format!("there is no parameter '{}'", line.parameter))?;
    let value = parameter
        .entry()
        .kind
        .read(&line.value)
        .map_err(|_| format!("'{}' is no value of '{}'", line.value, line.parameter))?;
    Ok(Setting {
        target: Target::from_code(&line.target)
            .ok_or_else(|| format!("there is no target '{}'", line.target))?,
        parameter,
        value,
        article: line.article,
        binding: line.binding,
    })
}
