//! The controls of the form that enters a fact: which ones its gate has, filled in as typed.

use crate::domain::gate::Gate;
use crate::domain::gate::declaration::Category;
use crate::domain::gate::entry::field::{Fields, Want};
use crate::domain::gate::entry::scene::{Typed, TypedExport};
use crate::domain::id::InstitutionId;
use crate::domain::refusal::field::{FactField, Field as Named};
use crate::store::user::Affiliation;
use crate::web::form::Form;
use crate::web::parts::{Choice, Errors, Field};
use crate::web::visit::Visit;
use crate::words::fact::control::control as words;
use crate::words::fact::said::{self, Answer};
use crate::words::name;

/// One control; see templates/fact/new.html for the kinds.
pub(super) struct Control {
    pub(super) kind: &'static str,
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    pub(super) hint: &'static str,
    pub(super) field: Field,
    pub(super) required: &'static str,
    pub(super) choices: Vec<Choice>,
}

/// Reads what was typed.
pub(super) fn typed(form: &Form) -> Typed {
    let yes = |name: &str| match form.raw(name) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let ticked = |code: &str| form.raw(&format!("specific-{code}")) == "yes";
    Typed {
        number: form.line("number"),
        level: form.line("level"),
        authority: form.line("authority"),
        issued_on: form.line("issued_on"),
        valid_until: form.line("valid_until"),
        issuer: form.parse::<InstitutionId>("issuer"),
        project_number: form.line("project_number"),
        subject: form.lines("subject"),
        note: form.lines("note"),
        export: TypedExport {
            resident: yes("resident"),
            employed: yes("employed"),
            entered_on: form.line("entered_on"),
            categories: Category::ALL
                .iter()
                .copied()
                .filter(|category| ticked(category.code()))
                .collect(),
            no_category: ticked("none"),
            end_use: form.lines("end_use"),
        },
    }
}

/// What the form of a gate is made of.
pub(super) struct Made<'a> {
    pub(super) visit: &'a Visit,
    pub(super) gate: Gate,
    pub(super) typed: &'a Typed,
    pub(super) errors: &'a Errors,
    pub(super) issuers: &'a [Affiliation],
}

/// The controls of a gate, in the order of the form.
pub(super) fn controls(made: &Made<'_>, fields: &Fields) -> Vec<Control> {
    let typed = made.typed;
    let text = |want, named, value: &str| made.control(want, ("text", named), value);
    let area = |want, named, value: &str| made.control(want, ("area", named), value);
    let date = |want, named, value: &str| made.control(want, ("date", named), value);
    let level = match fields.levels.is_empty() {
        true => Want::No,
        false => Want::Must,
    };
    let subject = subject(fields);
    let mut all = vec![
        made.chosen(
            level,
            ("radios", Named::Fact(FactField::Level)),
            made.levels(fields),
        ),
        text(fields.number, Named::Fact(FactField::Number), &typed.number),
        text(
            fields.authority,
            Named::Fact(FactField::Authority),
            &typed.authority,
        ),
        area(subject, Named::Fact(FactField::Subject), &typed.subject),
        date(
            fields.issued_on,
            Named::Fact(FactField::IssuedOn),
            &typed.issued_on,
        ),
        date(
            fields.valid_until,
            Named::Fact(FactField::ValidUntil),
            &typed.valid_until,
        ),
        made.chosen(
            fields.issuer,
            ("select", Named::Issuer),
            made.institutions(),
        ),
        text(
            fields.project_number,
            Named::ProjectNumber,
            &typed.project_number,
        ),
    ];
    all.extend(made.export(fields.export));
    all.push(area(Want::May, Named::Note, &typed.note));
    all.into_iter().flatten().collect()
}

/// Needed only where something is brought in, if that is asked at all.
fn subject(fields: &Fields) -> Want {
    match fields.subject {
        Want::Must if fields.levels.contains(&"none") => Want::May,
        want => want,
    }
}

impl Made<'_> {
    fn control(
        &self,
        want: Want,
        (kind, named): (&'static str, Named),
        value: &str,
    ) -> Option<Control> {
        let (label, hint) = words(self.visit.language, self.gate, named);
        (want != Want::No).then(|| Control {
            kind,
            id: named.code(),
            label,
            hint,
            field: self.errors.field(named, value),
            required: match want {
                Want::Must => self.visit.words().fact.required,
                Want::May | Want::No => "",
            },
            choices: Vec::new(),
        })
    }

    fn chosen(
        &self,
        want: Want,
        named: (&'static str, Named),
        choices: Vec<Choice>,
    ) -> Option<Control> {
        let control = self.control(want, named, "")?;
        Some(Control { choices, ..control })
    }

    fn levels(&self, fields: &Fields) -> Vec<Choice> {
        let level = |code: &&str| Choice {
            value: (*code).to_owned(),
            label: said::level(self.visit.language, self.gate, code),
            hint: None,
            chosen: self.typed.level == **code,
        };
        fields.levels.iter().map(level).collect()
    }

    fn institutions(&self) -> Vec<Choice> {
        let home = self.visit.actor.person().map(|person| person.institution);
        let choice = |one: &Affiliation| Choice {
            value: one.id.to_string(),
            label: name::of(self.visit.language, &one.name).to_owned(),
            hint: None,
            chosen: self.typed.issuer.or(home) == Some(one.id),
        };
        self.issuers.iter().map(choice).collect()
    }

    /// The declaration for export control.
    fn export(&self, want: Want) -> Vec<Option<Control>> {
        let typed = &self.typed.export;
        let optional = match want {
            Want::No => Want::No,
            Want::May | Want::Must => Want::May,
        };
        vec![
            self.chosen(
                want,
                ("radios", Named::Fact(FactField::Resident)),
                self.yes_no(typed.resident),
            ),
            self.chosen(
                want,
                ("radios", Named::Fact(FactField::Employed)),
                self.yes_no(typed.employed),
            ),
            self.control(
                optional,
                ("date", Named::Fact(FactField::EnteredOn)),
                &typed.entered_on,
            ),
            self.chosen(
                want,
                ("checks", Named::Fact(FactField::SpecificCategory)),
                self.categories(),
            ),
            self.control(
                want,
                ("area", Named::Fact(FactField::EndUse)),
                &typed.end_use,
            ),
        ]
    }

    fn yes_no(&self, typed: Option<bool>) -> Vec<Choice> {
        [("yes", true), ("no", false)]
            .map(|(value, yes)| Choice {
                value: value.to_owned(),
                label: said::answer(self.visit.language, Answer::from(yes)).to_owned(),
                hint: None,
                chosen: typed == Some(yes),
            })
            .into()
    }

    fn categories(&self) -> Vec<Choice> {
        let (language, typed) = (self.visit.language, &self.typed.export);
        let none = Choice {
            value: "none".to_owned(),
            label: said::no_category(language).to_owned(),
            hint: None,
            chosen: typed.no_category,
        };
        let category = |one: &Category| {
            let (label, hint) = said::category(language, *one);
            Choice {
                value: one.code().to_owned(),
                label: label.to_owned(),
                hint: Some(hint.to_owned()),
                chosen: typed.categories.contains(one),
            }
        };
        std::iter::once(none)
            .chain(Category::ALL.iter().map(category))
            .collect()
    }
}
