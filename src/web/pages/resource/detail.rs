//! The facts of a resource's page: conditions of use, place, usage rule, where the entry comes from.

use crate::domain::actor::Role;
use crate::domain::name::Name;
use crate::domain::policy::room::last_day;
use crate::domain::rule::{Rule, in_force};
use crate::web::address;
use crate::web::links;
use crate::web::pages::resource::section::About;
use crate::web::parts::LinkedFact;
use crate::words::resource::said;
use crate::words::{name, opening, when};

impl About<'_> {
    pub fn conditions(&self) -> Vec<LinkedFact> {
        let (language, w) = (self.visit.language, self.words());
        let resource = &self.facts.resource;
        let parameters = &resource.parameters;
        let last = last_day(resource, self.facts.now);
        let unit = when::length(language, i64::from(parameters.slot_minutes));
        let mut facts = vec![
            LinkedFact::plain(w.unit, unit),
            LinkedFact::plain(w.length, said::lengths(language, parameters)),
            LinkedFact::plain(
                w.deadline,
                said::lead(language, parameters.lead_business_days),
            ),
            LinkedFact::plain(
                w.horizon,
                said::horizon(language, parameters.horizon_days, last),
            ),
            LinkedFact::plain(w.hours, opening::windows(language, &parameters.windows)),
            LinkedFact::plain(w.closed, self.closed()),
        ];
        let (before, after) = (parameters.buffer_before, parameters.buffer_after);
        if before + after > 0 {
            let buffers = said::buffers(language, before, after);
            facts.push(LinkedFact::plain(w.buffer, buffers));
        }
        if resource.capacity > 1 {
            facts.push(LinkedFact::plain(w.capacity, resource.capacity.to_string()));
        }
        if !self.page.prerequisites.is_empty() {
            let names = self.names(&self.page.prerequisites);
            facts.push(LinkedFact::plain(w.prerequisites, names));
        }
        facts
    }

    /// Closed days in words: kinds first, then the facility's own that are to come.
    fn closed(&self) -> String {
        let (language, w) = (self.visit.language, self.words());
        let closed = &self.facts.resource.parameters.closed;
        let kinds = [
            (closed.weekend, w.weekend),
            (closed.national_holiday, w.national_holiday),
        ];
        let mut said: Vec<String> = kinds
            .iter()
            .filter(|(kept, _)| *kept)
            .map(|(_, words)| (*words).to_owned())
            .collect();
        said.extend(
            closed
                .year_end
                .map(|season| opening::year_end(language, season)),
        );
        let own = closed.days.range(self.facts.now.day()..).take(6);
        said.extend(own.map(|(day, (ja, en))| {
            let (ja, en) = (ja.clone(), en.clone());
            let name = Name { ja, en };
            let name = name::of(language, &name);
            format!("{} {name}", when::day(language, *day))
        }));
        if said.is_empty() {
            said.push(w.never_closed.to_owned());
        }
        said.join(w.separator)
    }

    pub fn place(&self) -> Vec<LinkedFact> {
        let (language, w, page) = (self.visit.language, self.words(), self.page);
        let institution = name::of(language, &page.institution_full_name);
        let href = self.visit.href(&links::institution(&page.institution_slug));
        let facility = name::of(language, &self.facts.resource.facility_name);
        let mut facts = vec![
            LinkedFact::link(w.institution, institution, href),
            LinkedFact::plain(w.facility, facility),
        ];
        if let Some(former) = &page.former {
            let href = self.visit.href(&links::institution(&former.slug));
            facts.push(LinkedFact::link(
                w.former,
                name::of(language, &former.name),
                href,
            ));
        }
        if !page.site.is_empty() {
            facts.push(LinkedFact::plain(w.site, page.site.clone()));
        }
        if let Some(href) = address::web_site(&page.institution_domain) {
            facts.push(LinkedFact::link(
                w.web_site,
                page.institution_domain.clone(),
                href,
            ));
        }
        let desk = self.visit.href("/contact");
        facts.push(LinkedFact::link(w.desk, w.contact, desk));
        facts
    }

    pub fn rules(&self) -> Vec<LinkedFact> {
        let (language, w) = (self.visit.language, self.words());
        let (resource, today) = (&self.facts.resource, self.facts.now.day());
        let all = links::rule_set(&resource.facility_slug);
        let link = |label, rule: &Rule| {
            // the institution's own rule has an address of its own, named on the page of all versions
            let path = if rule.facility == resource.facility {
                links::rule(&resource.facility_slug, &rule.version)
            } else {
                all.clone()
            };
            LinkedFact::link(label, said::rule(language, rule), self.visit.href(&path))
        };
        let now = in_force(&self.facts.rules, today).map(|rule| link(w.rule_in_force, rule));
        let to_come = self
            .facts
            .rules
            .iter()
            .filter(|rule| rule.effective_on > today)
            .map(|rule| link(w.rule_to_come, rule));
        let mut facts: Vec<LinkedFact> = now.into_iter().chain(to_come).collect();
        if facts.is_empty() {
            facts.push(LinkedFact::plain(w.rules, w.rule_none));
        } else {
            let all = self.visit.href(&all);
            facts.push(LinkedFact::link(w.rule_set, w.rule_set_link, all));
        }
        facts
    }

    pub fn sources(&self) -> Vec<LinkedFact> {
        let (language, w, page) = (self.visit.language, self.words(), self.page);
        let confirmed = page.confirmed_on.map_or(w.unconfirmed.to_owned(), |day| {
            when::day_with_year(language, day)
        });
        let mut facts = vec![
            LinkedFact::plain(w.category, name::of(language, &page.category.name)),
            LinkedFact::plain(w.kind, name::of(language, &page.kind.name)),
            LinkedFact::plain(w.confirmation, confirmed),
            LinkedFact::plain(w.source, w.source_text),
        ];
        facts.extend(
            page.note_ja
                .as_ref()
                .map(|note| LinkedFact::plain(w.note, note.clone())),
        );
        if self.visit.actor.holds(|role| role == Role::Administrator) {
            let seed = page.name_seed.as_ref();
            facts.extend(seed.map(|seed| LinkedFact::plain(w.seed_name, seed.clone())));
            facts.push(LinkedFact::plain(w.source, page.source.clone()));
        }
        facts
    }
}
