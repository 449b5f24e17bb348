//! Before any form: for whom the page looks what is missing and when use can begin.

use crate::domain::catalogue::{Access, access};
use crate::domain::halt::Halt;
use crate::domain::parameter::Parameter;
use crate::domain::policy::room::last_day;
use crate::store::booking::before::{self, Ground, Looked};
use crate::web::pages::resource::facts::Facts;
use crate::web::visit::Visit;

/// The class of institutions that an address names.
pub fn class(code: &str) -> Option<&'static str> {
    let codes = Parameter::EligibleOrgClasses.entry().kind.codes();
    codes.iter().copied().find(|known| *known == code)
}

/// Looks for whoever signed in, or for the class that a stranger chose; nothing without either.
///
/// # Errors
/// A fault of the database.
pub async fn look(
    visit: &Visit,
    facts: &Facts,
    class: Option<&'static str>,
) -> Result<Option<Looked>, Halt> {
    let person = visit.actor.person().cloned();
    let class = class.filter(|_| person.is_none());
    let is_slot = access(facts.resource.mode, facts.resource.allocation) == Access::Slot;
    if person.is_none() && class.is_none() || is_slot && !facts.is_bookable() {
        return Ok(None);
    }
    let ground = Ground {
        citation: facts.citation(last_day(&facts.resource, facts.now)),
        resource: facts.resource.clone(),
        rules: facts.rules.clone(),
        known: facts.applicant.clone(),
        person,
        class,
        now: facts.now,
    };
    let look = visit.db().read(move |conn| before::look(conn, &ground));
    look.await.map(Some)
}
