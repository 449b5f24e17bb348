//! What the person's and the offices' pages both show of a fact: what was entered, declared, answered.

use crate::domain::gate::Gate;
use crate::domain::gate::declaration::{Concern, Detail, Export};
use crate::domain::gate::fact::Ruling;
use crate::domain::gate::life::{Life, Owed, life};
use crate::domain::gate::standing::SPECIAL;
use crate::store::gate::file::{File, Said};
use crate::web::links::{self, Link};
use crate::web::parts::{Chip, Fact, Mark};
use crate::web::visit::Visit;
use crate::words::fact::control::control;
use crate::words::fact::said;
use crate::words::gate::{condition, office};
use crate::words::{name, when};

/// Who a page of a fact is for.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Reader {
    Holder,
    Office,
}

/// How the fact stands today.
#[must_use]
pub fn standing(visit: &Visit, file: &File) -> Life {
    let owed = file.asks.iter().filter(|kept| kept.answered_at.is_none());
    let owed = Owed(owed.count());
    life(&file.fact, owed, file.withdrawn, visit.actor.at.day())
}

/// The same as a chip.
#[must_use]
pub fn chip(visit: &Visit, file: &File) -> Chip {
    let (tone, text) = said::life(visit.language, standing(visit, file));
    Chip {
        tone,
        text: text.to_owned(),
    }
}

/// What was entered; fields that stayed empty are left out.
#[must_use]
pub fn entered(visit: &Visit, file: &File) -> Vec<Fact> {
    use crate::domain::refusal::field::{FactField, Field};
    let (language, fact, detail) = (visit.language, &file.fact, &file.detail);
    let label = |field| control(language, fact.gate, field).0;
    let day = |day| when::day_with_year(language, day);
    let mut lines = Vec::new();
    let mut line = |field, value: String| {
        if !value.is_empty() {
            lines.push(Fact::new(label(field), value));
        }
    };
    if fact.gate != Gate::ExportScreening && !fact.level.is_empty() {
        line(
            Field::Fact(FactField::Level),
            said::level(language, fact.gate, &fact.level),
        );
    }
    line(Field::Fact(FactField::Number), fact.number.clone());
    line(Field::Fact(FactField::Authority), detail.authority.clone());
    line(Field::Fact(FactField::Subject), detail.subject.clone());
    line(
        Field::Fact(FactField::IssuedOn),
        fact.issued_on.map(day).unwrap_or_default(),
    );
    line(
        Field::Fact(FactField::ValidUntil),
        fact.valid_until.map(day).unwrap_or_default(),
    );
    let issuer = file.issuer.as_ref().map(|one| name::of(language, one));
    line(Field::Issuer, issuer.unwrap_or_default().to_owned());
    line(Field::ProjectNumber, fact.project_number.clone());
    line(Field::Note, detail.note.clone());
    let at = when::moment_with_year(language, fact.entered_at);
    lines.push(Fact::new(visit.words().fact.entered_at, at));
    lines
}

/// What was declared for export control.
#[must_use]
pub fn declared(visit: &Visit, detail: &Detail) -> Vec<Fact> {
    let Some(export) = &detail.export else {
        return Vec::new();
    };
    let language = visit.language;
    let [resident, employed, entered, categories, end_use] = said::export_labels(language);
    let answer = |yes: bool| said::answer(language, yes.into());
    let listed: Vec<&str> = export
        .categories
        .iter()
        .map(|&one| said::category(language, one).0)
        .collect();
    let listed = match listed.is_empty() {
        true => said::no_category(language).to_owned(),
        false => listed.join(" / "),
    };
    let mut lines = vec![
        Fact::new(resident, answer(export.resident)),
        Fact::new(employed, answer(export.employed)),
    ];
    let day = export.entered_on;
    lines.extend(day.map(|day| Fact::new(entered, when::day_with_year(language, day))));
    lines.push(Fact::new(categories, listed));
    lines.push(Fact::new(end_use, &export.end_use));
    lines
}

/// Why the offices must look at it, as on the day on which it was declared.
#[must_use]
pub fn concerns(visit: &Visit, file: &File) -> Vec<String> {
    let Some(export) = &file.detail.export else {
        return Vec::new();
    };
    if file.fact.level != SPECIAL {
        return Vec::new();
    }
    let found = all_concerns(export, file);
    let say = |one| said::concern(visit.language, one).to_owned();
    let mut sentences: Vec<String> = found.into_iter().map(say).collect();
    sentences.push(said::offices_decide(visit.language).to_owned());
    sentences
}

fn all_concerns(export: &Export, file: &File) -> Vec<Concern> {
    let found = export.concerns(file.fact.entered_at.day());
    match found.is_empty() {
        true => vec![Concern::DeclaredBefore],
        false => found,
    }
}

/// Each office with what it said; those that owe an answer last.
#[must_use]
pub fn answers(visit: &Visit, file: &File, reader: Reader) -> Vec<Mark> {
    let spoken = file.fact.rulings.iter().zip(&file.said);
    let mut marks: Vec<Mark> = spoken
        .filter(|(ruling, _)| ruling.institution.is_some())
        .map(|(ruling, said)| answer(visit, file, (ruling, said), reader))
        .collect();
    let owed = file.asks.iter().filter(|kept| kept.answered_at.is_none());
    marks.extend(owed.map(|kept| Mark {
        when: String::new(),
        text: office_name(visit, file, kept.ask.institution),
        more: said::owed(visit.language, &when::day(visit.language, kept.ask.due_on)),
        open: true,
    }));
    marks
}

fn office_name(visit: &Visit, file: &File, of: crate::domain::id::InstitutionId) -> String {
    let language = visit.language;
    let institution = file.office(of);
    said::office_of(
        language,
        name::of(language, &institution),
        office(language, file.fact.gate.office()),
    )
}

fn answer(visit: &Visit, file: &File, (ruling, told): (&Ruling, &Said), reader: Reader) -> Mark {
    let language = visit.language;
    let day = when::day_with_year(language, ruling.ruled_on);
    let verdict = said::verdict(language, ruling.verdict);
    let mut more = vec![said::answered(language, verdict, &ruling.number, &day)];
    more.extend(
        ruling
            .condition
            .map(|only| condition(language, only).to_owned()),
    );
    if !told.reason.is_empty() {
        more.push(told.reason.clone());
    }
    let by = told.by.clone().filter(|_| reader == Reader::Office);
    Mark {
        when: by.unwrap_or_default(),
        text: ruling
            .institution
            .map(|of| office_name(visit, file, of))
            .unwrap_or_default(),
        more: more.join(" / "),
        open: false,
    }
}

/// The booking that it is for.
#[must_use]
pub fn aim(visit: &Visit, file: &File) -> Option<Link> {
    let aim = file.subject.aim.as_ref()?;
    let language = visit.language;
    let resource = name::of(language, &aim.resource);
    let label = format!("{resource} {}", when::span_with_year(language, &aim.span));
    Some(Link::to(visit, &links::request(aim.booking), label))
}
