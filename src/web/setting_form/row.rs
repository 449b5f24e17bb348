//! A parameter as one row of a form: its control, what it means, what holds without it, what is wrong.

use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::check::Contradiction;
use crate::domain::parameter::kind::{Kind, Tight};
use crate::domain::parameter::setting::Target;
use crate::domain::parameter::terms::Terms;
use crate::domain::parameter::value::Value;
use crate::domain::refusal::drafting::Drafting;
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::rule::text::Problem;
use crate::web::parts::{Choice, Field, FormError};
use crate::web::setting_form::citing::NoSuchArticle;
use crate::web::setting_form::typed::{Place, Typed, Unreadable, knows_nothing};
use crate::words::parameter::{self, code, contradiction, origin, unit, unreadable, value};
use crate::words::{draft, mail, refusal};

/// One row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    pub id: String,
    pub label: String,
    /// For what, where it is not for all.
    pub target: String,
    pub hint: String,
    pub unit: &'static str,
    /// "number", "line", "area", "select" or "boxes".
    pub control: &'static str,
    pub choices: Vec<Choice>,
    pub field: Field,
    /// The box by which "nothing" is said, where the kind knows it: whether it is ticked.
    pub nothing: Option<bool>,
    pub article: Field,
    /// Whether the value binds levels below, where it can.
    pub binds: Option<bool>,
    /// What people read of it; empty where nothing is said or can be read.
    pub sentence: String,
    /// What holds where nothing is said here, with its origin.
    pub without: String,
}

/// What rows of one target have in common.
#[derive(Copy, Clone)]
pub struct Ground<'a> {
    pub language: Language,
    /// What people call the target.
    pub name: &'a str,
    /// What holds for it where nothing is said here.
    pub inherited: &'a Terms,
    pub contradictions: &'a [Contradiction],
}

/// What is wrong with what was typed in a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Faults {
    pub value: Option<Unreadable>,
    pub article: Option<NoSuchArticle>,
}

impl Row {
    /// A row for what was typed.
    #[must_use]
    pub fn of(ground: Ground<'_>, place: &Place, typed: &Typed, faults: &Faults) -> Self {
        let language = ground.language;
        let one = place.parameter;
        let entry = one.entry();
        let read = typed.read(one).ok().flatten();
        let label = parameter::label(language, one);
        Self {
            id: place.id(),
            label: label.to_owned(),
            target: match place.target {
                Target::All => String::new(),
                _ => contradiction::target(language, &place.target, ground.name),
            },
            hint: parameter::hint(language, one).to_owned(),
            unit: unit::say(language, one),
            control: control(entry.kind),
            choices: choices(language, one, typed),
            field: Field {
                value: typed.value.clone(),
                error: error(ground, place, faults.value),
            },
            nothing: knows_nothing(entry.kind).then_some(typed.is_nothing),
            article: Field {
                value: typed.article.clone(),
                error: faults.article.map(|_| no_article(language, typed)),
            },
            binds: (entry.tight != Tight::Neither).then_some(typed.binds),
            sentence: read
                .map(|value| parameter::sentence(language, one, &value))
                .unwrap_or_default(),
            without: without(language, ground.inherited, one),
        }
    }

    /// The lines of the error summary for this row.
    #[must_use]
    pub fn errors(&self, language: Language) -> Vec<FormError> {
        let colon = mail::colon(language);
        let line = |id: String, error: &Option<String>| {
            let text = format!("{}{colon}{}", self.label, error.clone()?);
            Some(FormError { id, text })
        };
        let value = line(self.id.clone(), &self.field.error);
        let article = line(format!("{}.article", self.id), &self.article.error);
        value.into_iter().chain(article).collect()
    }
}

const fn control(kind: Kind) -> &'static str {
    match kind {
        Kind::Number { .. } => "number",
        Kind::Flag | Kind::OneOf(_) => "select",
        Kind::Some(_) => "boxes",
        Kind::Text => "area",
        Kind::Codes
        | Kind::TimeOfDay
        | Kind::Season
        | Kind::Windows
        | Kind::Tiers
        | Kind::Numbers => "line",
    }
}

fn choices(language: Language, one: Parameter, typed: &Typed) -> Vec<Choice> {
    let (codes, chosen): (&[&str], Vec<&str>) = match one.entry().kind {
        Kind::Flag => (&["yes", "no"], vec![&typed.value]),
        Kind::OneOf(codes) => (codes, vec![&typed.value]),
        Kind::Some(codes) => (codes, typed.value.split(',').collect()),
        _ => return Vec::new(),
    };
    let label = |code: &str| match one.entry().kind {
        Kind::Flag => {
            let flag = Value::Flag(code == "yes");
            value::say(language, one, &flag)
        }
        _ => code::say(language, one, code).to_owned(),
    };
    codes
        .iter()
        .map(|code| Choice {
            value: (*code).to_owned(),
            label: label(code),
            hint: None,
            chosen: chosen.contains(code),
        })
        .collect()
}

/// What is wrong with the value: that it can't be read, or what it contradicts.
fn error(ground: Ground<'_>, place: &Place, fault: Option<Unreadable>) -> Option<String> {
    let language = ground.language;
    if fault.is_some() {
        return Some(unreadable::say(language, place.parameter));
    }
    let about = ground
        .contradictions
        .iter()
        .filter(|one| one.is_about(place.parameter, &place.target))
        .map(|one| contradiction::say(language, one, ground.name));
    let said: Vec<String> = about.collect();
    (!said.is_empty()).then(|| said.join(" "))
}

fn no_article(language: Language, typed: &Typed) -> String {
    let problem = Problem::NoSuchArticle {
        document: 0,
        article: typed.article.clone(),
    };
    let refusal = Refusal::of(Wrong::Drafting(Drafting::Text(problem)));
    refusal::say(language, &refusal).in_one()
}

/// 定めないとき：5営業日（長寿研 利用規則 第3.0版 第7条（機関））.
fn without(language: Language, inherited: &Terms, one: Parameter) -> String {
    let term = inherited.term(one);
    let w = draft::of(language);
    let value = value::say(language, one, &term.value);
    let origin = origin::say(language, &term.origin);
    match language {
        Language::Ja => format!("{}{value}（{origin}）", w.without),
        Language::En => format!("{}{value} ({origin})", w.without),
    }
}
