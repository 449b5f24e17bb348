//! What was typed for a gate, read field by field: a fact and its words, or everything that is wrong.

use chrono::NaiveDate;

use crate::domain::booking::content::NUMBER_LONGEST;
use crate::domain::gate::Gate;
use crate::domain::gate::declaration::{Detail, Export};
use crate::domain::gate::entry::field::{At, Fields, SPECIFIED, Want, is_above};
use crate::domain::gate::entry::scene::{Scene, Typed, TypedExport, terms};
use crate::domain::gate::fact::Fact;
use crate::domain::gate::standing::NOTHING;
use crate::domain::id::{FactId, InstitutionId, UserId};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::terms::Level;
use crate::domain::refusal::fact::FactBar;
use crate::domain::refusal::field::{FactField, Field};
use crate::domain::refusal::{Refusal, Wrong};
use crate::domain::time::{Instant, parse_day};

/// Longest number of an approval, in characters.
const LONGEST_NUMBER: usize = 100;
/// Longest name of a committee, in characters.
const LONGEST_AUTHORITY: usize = 200;
/// Longest text, in characters.
const LONGEST_TEXT: usize = 2_000;

/// Reads what was typed.
///
/// # Errors
/// Everything that is wrong with it at once.
pub(super) fn read(
    (gate, fields): (Gate, &Fields),
    typed: &Typed,
    scene: &Scene,
    today: NaiveDate,
) -> Result<(Fact, Detail), Vec<Refusal>> {
    let mut reader = Reader {
        wrong: Vec::new(),
        today,
    };
    let level = reader.level(fields, &typed.level, (gate, scene));
    let subject = match level.as_str() {
        NOTHING => Want::No,
        _ => fields.subject,
    };
    let (issued_on, valid_until) = reader.days(fields, typed);
    let export = match fields.export {
        Want::No => None,
        Want::May | Want::Must => reader.export(&typed.export),
    };
    let number = match level.as_str() {
        NOTHING => String::new(),
        _ => reader.text(
            (fields.number, Field::Fact(FactField::Number)),
            LONGEST_NUMBER,
            &typed.number,
        ),
    };
    let project = (fields.project_number, Field::ProjectNumber);
    let fact = Fact {
        issuer: reader.issuer(fields, typed.issuer, scene),
        project_number: reader.text(project, NUMBER_LONGEST, &typed.project_number),
        number,
        level: match &export {
            Some(export) => export.level(today, scene.declared_before).to_owned(),
            None => level,
        },
        issued_on: match fields.issued_on {
            Want::No if fields.at == At::Facility => Some(today),
            _ => issued_on,
        },
        valid_until,
        ..blank(gate)
    };
    let detail = reader.detail((fields, subject), typed, export);
    match reader.wrong.is_empty() {
        true => Ok((fact, detail)),
        false => Err(reader.wrong),
    }
}

/// A fact of which nothing is known but its gate.
const fn blank(gate: Gate) -> Fact {
    Fact {
        id: FactId::new(0),
        gate,
        user: UserId::new(0),
        facility: None,
        booking: None,
        course: None,
        issuer: None,
        project_number: String::new(),
        number: String::new(),
        level: String::new(),
        issued_on: None,
        valid_until: None,
        entered_at: Instant::from_unix(0),
        rulings: Vec::new(),
    }
}

/// Collects what is wrong while it reads.
struct Reader {
    wrong: Vec<Refusal>,
    today: NaiveDate,
}

impl Reader {
    fn refuse(&mut self, wrong: Wrong) {
        self.wrong.push(Refusal::of(wrong));
    }

    fn text(&mut self, (want, field): (Want, Field), longest: usize, value: &str) -> String {
        if want == Want::No {
            return String::new();
        }
        if value.chars().count() > longest {
            self.refuse(Wrong::TooLongText { field, longest });
        } else if want == Want::Must && value.trim().is_empty() {
            self.refuse(Wrong::Missing { field });
        }
        value.to_owned()
    }

    fn detail(
        &mut self,
        (fields, subject): (&Fields, Want),
        typed: &Typed,
        export: Option<Export>,
    ) -> Detail {
        let authority = (fields.authority, Field::Fact(FactField::Authority));
        let subject = (subject, Field::Fact(FactField::Subject));
        Detail {
            authority: self.text(authority, LONGEST_AUTHORITY, &typed.authority),
            subject: self.text(subject, LONGEST_TEXT, &typed.subject),
            note: self.text((Want::May, Field::Note), LONGEST_TEXT, &typed.note),
            export,
        }
    }

    fn level(&mut self, fields: &Fields, typed: &str, (gate, scene): (Gate, &Scene)) -> String {
        if fields.levels.is_empty() {
            return String::new();
        }
        let field = Field::Fact(FactField::Level);
        if typed.is_empty() {
            self.refuse(Wrong::Missing { field });
        } else if !fields.levels.contains(&typed) {
            self.refuse(Wrong::Malformed { field });
        } else if typed == SPECIFIED {
            self.refuse(Wrong::Fact(FactBar::SpecifiedPathogen));
        } else if let Some(most) = room(gate, scene).filter(|most| is_above(typed, most)) {
            self.refuse(Wrong::Fact(FactBar::LevelTooHigh { most }));
        }
        typed.to_owned()
    }

    /// Issued by today; valid from then on, and still.
    fn days(&mut self, fields: &Fields, typed: &Typed) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let issued = self.day(
            (fields.issued_on, Field::Fact(FactField::IssuedOn)),
            &typed.issued_on,
        );
        let until = self.day(
            (fields.valid_until, Field::Fact(FactField::ValidUntil)),
            &typed.valid_until,
        );
        if issued.is_some_and(|day| day > self.today) {
            let field = Field::Fact(FactField::IssuedOn);
            self.refuse(Wrong::Fact(FactBar::DayToCome { field }));
        }
        match (issued, until) {
            (Some(issued), Some(until)) if until < issued => {
                self.refuse(Wrong::Fact(FactBar::EndsBeforeItBegins));
            }
            (_, Some(until)) if until < self.today => {
                self.refuse(Wrong::Fact(FactBar::EndedAlready));
            }
            _ => {}
        }
        (issued, until)
    }

    fn day(&mut self, (want, field): (Want, Field), typed: &str) -> Option<NaiveDate> {
        match (want, typed.trim()) {
            (Want::No, _) | (Want::May, "") => None,
            (Want::Must, "") => {
                self.refuse(Wrong::Missing { field });
                None
            }
            (_, typed) => {
                let day = parse_day(typed);
                if day.is_none() {
                    self.refuse(Wrong::Malformed { field });
                }
                day
            }
        }
    }

    fn issuer(
        &mut self,
        fields: &Fields,
        typed: Option<InstitutionId>,
        scene: &Scene,
    ) -> Option<InstitutionId> {
        let field = Field::Issuer;
        match (fields.issuer, typed) {
            (Want::No, _) => return None,
            (Want::Must, None) => self.refuse(Wrong::Missing { field }),
            (_, Some(issuer)) if !scene.issuers.contains(&issuer) => {
                self.refuse(Wrong::Malformed { field });
            }
            _ => {}
        }
        typed
    }

    /// The declaration for export control.
    fn export(&mut self, typed: &TypedExport) -> Option<Export> {
        let before = self.wrong.len();
        let resident = self.answer(Field::Fact(FactField::Resident), typed.resident);
        let employed = self.answer(Field::Fact(FactField::Employed), typed.employed);
        let entered_on = self.day(
            (Want::May, Field::Fact(FactField::EnteredOn)),
            &typed.entered_on,
        );
        if entered_on.is_some_and(|day| day > self.today) {
            let field = Field::Fact(FactField::EnteredOn);
            self.refuse(Wrong::Fact(FactBar::DayToCome { field }));
        }
        let field = Field::Fact(FactField::SpecificCategory);
        match (typed.categories.is_empty(), typed.no_category) {
            (true, false) => self.refuse(Wrong::Missing { field }),
            (false, true) => self.refuse(Wrong::Malformed { field }),
            _ => {}
        }
        let end_use = self.text(
            (Want::Must, Field::Fact(FactField::EndUse)),
            LONGEST_TEXT,
            &typed.end_use,
        );
        (self.wrong.len() == before).then(|| Export {
            resident,
            employed,
            entered_on,
            categories: typed.categories.clone(),
            end_use,
        })
    }

    fn answer(&mut self, field: Field, typed: Option<bool>) -> bool {
        if typed.is_none() {
            self.refuse(Wrong::Missing { field });
        }
        typed.unwrap_or_default()
    }
}

/// The highest level that the room allows, where the gate has levels and the rule or its default says.
fn room(gate: Gate, scene: &Scene) -> Option<String> {
    let terms = terms(scene)?;
    let parameter = match gate {
        Gate::PathogenDeclaration => Parameter::BslMost,
        Gate::LmoNotice => Parameter::LmoLevelMost,
        _ => return None,
    };
    let is_said = terms.term(parameter).origin.level > Level::Catalogue;
    (gate == Gate::PathogenDeclaration || is_said).then(|| terms.code(parameter).to_owned())
}
