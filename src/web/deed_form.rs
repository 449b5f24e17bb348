//! Small forms on a page that shows one thing: each with what it does, its fields and its buttons.

use crate::domain::refusal::field::Field as Named;
use crate::web::form::Form;
use crate::web::parts::{Choice, Errors, Field};

/// One form; see templates/parts/deed.html.
pub struct DeedForm {
    pub heading: String,
    pub text: String,
    pub controls: Vec<Control>,
    /// The first one is what Enter does.
    pub buttons: Vec<Button>,
    /// Behind its heading until it is opened.
    pub folded: bool,
}

impl DeedForm {
    /// The address of its first button.
    #[must_use]
    pub fn action(&self) -> &str {
        self.buttons.first().map_or("", |button| &button.action)
    }

    /// Whether something in it is wrong, so that it is shown open.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        let mut fields = self.controls.iter().map(|control| &control.field);
        fields.any(|field| field.error.is_some())
    }
}

/// How a field is filled in.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Kind {
    Line,
    Lines,
    Number,
    Day,
    /// A time of day, typed: 21:00.
    Clock,
    Choice,
}

/// One field.
pub struct Control {
    pub kind: Kind,
    pub id: String,
    pub label: String,
    pub hint: String,
    /// The word for a required field, "" when it may stay empty.
    pub req: &'static str,
    pub field: Field,
    pub choices: Vec<Choice>,
    pub max: usize,
}

impl Control {
    /// The longest text that it takes; 0 for no limit.
    #[must_use]
    pub const fn longest(&self) -> usize {
        self.max
    }

    /// The same with a hint.
    #[must_use]
    pub fn hinted(self, hint: &str) -> Self {
        Self {
            hint: hint.to_owned(),
            ..self
        }
    }

    /// The same, which may stay empty.
    #[must_use]
    pub fn optional(self) -> Self {
        Self { req: "", ..self }
    }

    /// The same with the longest text that it takes.
    #[must_use]
    pub fn at_most(self, max: usize) -> Self {
        Self { max, ..self }
    }
}

/// One button.
pub struct Button {
    pub action: String,
    pub label: String,
    /// "" what is mostly done · "q" something else · "d" what can't be undone.
    pub look: &'static str,
}

/// What was typed and what is wrong with it, from which fields are made.
#[derive(Copy, Clone)]
pub struct Typed<'a> {
    /// None where the page is shown for the first time.
    pub form: Option<&'a Form>,
    pub errors: &'a Errors,
    pub required: &'static str,
}

impl Typed<'_> {
    /// A required field with what was typed, or else with this.
    #[must_use]
    pub fn control(&self, kind: Kind, named: Named, label: &str, or: String) -> Control {
        let value = self.typed(named.code()).unwrap_or(or);
        Control {
            kind,
            id: named.code().to_owned(),
            label: label.to_owned(),
            hint: String::new(),
            req: self.required,
            field: self.errors.field(named, value),
            choices: Vec::new(),
            max: 0,
        }
    }

    /// What was typed into a field; none where its form was not sent.
    fn typed(&self, name: &str) -> Option<String> {
        let typed = self.form.and_then(|form| form.given(name));
        typed.map(str::to_owned)
    }

    /// A set of radio buttons: value and label of each.
    #[must_use]
    pub fn choice(&self, named: Named, label: &str, all: &[(&str, &str)]) -> Control {
        let mut control = self.control(Kind::Choice, named, label, String::new());
        control.choices = all
            .iter()
            .map(|(value, label)| Choice {
                value: (*value).to_owned(),
                label: (*label).to_owned(),
                hint: None,
                chosen: control.field.value == *value,
            })
            .collect();
        control
    }

    /// The n-th of several fields of one kind, counted from 0; the first carries the bare name.
    #[must_use]
    pub fn nth(&self, named: Named, at: usize, label: &str, or: String) -> Control {
        let name = nth_name(named, at);
        let mut control = self.control(Kind::Number, named, label, String::new());
        control.field.value = self.typed(&name).unwrap_or(or);
        if at > 0 {
            control.field.error = None;
        }
        control.id = name;
        control
    }
}

/// The name of the n-th of several fields of one kind, counted from 0.
#[must_use]
pub fn nth_name(named: Named, at: usize) -> String {
    match at {
        0 => named.code().to_owned(),
        at => format!("{}-{}", named.code(), at + 1),
    }
}
