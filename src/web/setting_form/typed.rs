//! What an officer types for one parameter: read from a form, or taken from what is kept.

use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::Kind;
use crate::domain::parameter::setting::{Setting, Target};
use crate::domain::parameter::value::Value;
use crate::web::form::Form;

/// A parameter and what it is set for: the name of its field.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    pub parameter: Parameter,
    pub target: Target,
}

impl Place {
    /// The name of the control, and its id.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}.{}", self.parameter.code(), self.target.code())
    }

    /// Reads the id back.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        let (parameter, target) = id.split_once('.')?;
        Some(Self {
            parameter: Parameter::from_code(parameter)?,
            target: Target::from_code(target)?,
        })
    }
}

/// The text of one parameter's fields.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Typed {
    /// As [`Value`] writes it; empty where nothing is said, or nothing is what is said.
    pub value: String,
    /// An empty value is meant: none, no limit.
    pub is_nothing: bool,
    /// The article, as its field has it.
    pub article: String,
    pub binds: bool,
}

/// Whether "nothing" is a value of a kind, told apart from saying nothing at all.
#[must_use]
pub fn knows_nothing(kind: Kind) -> bool {
    kind.read("").is_ok()
}

impl Typed {
    /// What a setting looks like in its fields.
    #[must_use]
    pub fn of(setting: Option<&Setting>, article: String) -> Self {
        let Some(setting) = setting else {
            return Self::default();
        };
        let value = setting.value.to_string();
        Self {
            is_nothing: value.is_empty(),
            value,
            article,
            binds: setting.binding,
        }
    }

    /// What was posted in these fields.
    #[must_use]
    pub fn posted(form: &Form, place: &Place) -> Self {
        let id = place.id();
        let ticked = |name: String| form.raw(&name) == "yes";
        let value = match place.parameter.entry().kind {
            Kind::Some(codes) => {
                let codes = codes.iter().copied();
                let chosen: Vec<&str> = codes
                    .filter(|code| ticked(format!("{id}-{code}")))
                    .collect();
                chosen.join(",")
            }
            Kind::Text => form.lines(&id),
            _ => form.line(&id),
        };
        Self {
            value,
            is_nothing: ticked(format!("{id}.none")),
            article: form.line(&format!("{id}.article")),
            binds: ticked(format!("{id}.binds")),
        }
    }

    /// The value, if something is said.
    ///
    /// # Errors
    /// What was typed is no value of the parameter.
    pub fn read(&self, parameter: Parameter) -> Result<Option<Value>, Unreadable> {
        let kind = parameter.entry().kind;
        let is_said = !self.value.is_empty() || self.is_nothing && knows_nothing(kind);
        if !is_said {
            return Ok(None);
        }
        kind.read(&self.value).map(Some).map_err(|_| Unreadable)
    }
}

/// What was typed can't be read.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Unreadable;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::form::encode;

    /// The form that a browser posts for these fields.
    fn posted(place: &Place, typed: &Typed) -> Form {
        let id = place.id();
        let mut pairs = vec![(format!("{id}.article"), typed.article.clone())];
        match place.parameter.entry().kind {
            Kind::Some(_) => pairs.extend(
                typed
                    .value
                    .split(',')
                    .filter(|code| !code.is_empty())
                    .map(|code| (format!("{id}-{code}"), "yes".to_owned())),
            ),
            _ => pairs.push((id.clone(), typed.value.clone())),
        }
        if typed.is_nothing {
            pairs.push((format!("{id}.none"), "yes".to_owned()));
        }
        if typed.binds {
            pairs.push((format!("{id}.binds"), "yes".to_owned()));
        }
        let text: Vec<String> = pairs
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        Form::read(&text.join("&")).unwrap()
    }

    #[test]
    fn what_is_kept_comes_back_from_its_fields_as_it_was() {
        for parameter in Parameter::ALL {
            let nothing = parameter.entry().kind.read("").ok();
            for value in nothing.into_iter().chain([parameter.default()]) {
                let place = Place {
                    parameter: *parameter,
                    target: Target::Resource("ncgg-confocal".into()),
                };
                assert_eq!(Place::from_id(&place.id()), Some(place.clone()));
                let setting = Setting {
                    target: place.target.clone(),
                    parameter: *parameter,
                    value: value.clone(),
                    article: None,
                    binding: true,
                };
                let typed = Typed::of(Some(&setting), "7".into());
                let back = Typed::posted(&posted(&place, &typed), &place);
                // boxes come in the order of the kind
                let plain = |typed: &Typed| (typed.is_nothing, typed.article.clone(), typed.binds);
                assert_eq!(plain(&back), plain(&typed), "{parameter:?}");
                assert_eq!(back.read(*parameter), Ok(Some(value)), "{parameter:?}");
            }
        }
    }

    #[test]
    fn an_empty_field_says_nothing_and_nonsense_is_kept_as_typed() {
        let place = Place {
            parameter: Parameter::LeadBusinessDays,
            target: Target::All,
        };
        let typed = |text: &str| {
            let form = Form::read(&format!("lead_business_days.all={text}")).unwrap();
            Typed::posted(&form, &place)
        };
        assert_eq!(typed("").read(place.parameter), Ok(None));
        let odd = typed("%E4%B8%89%E6%97%A5");
        assert_eq!(odd.read(place.parameter), Err(Unreadable));
        assert_eq!(odd.value, "三日");
    }
}
