//! Composing: a letter's facts become subject, text, HTML and calendar entry for its reader.

use askama::Template;

use crate::config::Config;
use crate::domain::language::Language;
use crate::domain::letter::account::{AccountFacts, AccountNews};
use crate::domain::letter::rule::RuleFacts;
use crate::domain::letter::{BookingFacts, BookingNews, Letter, Recipient};
use crate::domain::mail_token::Purpose;
use crate::domain::text;
use crate::domain::time::Instant;
use crate::notice::parcel::{Composed, href};
use crate::notice::told::Told;
use crate::notice::{ics, line, office, personal, rule, service, slot, together, told_of, waiver};
use crate::secret::token::Token;
use crate::words::gate::standing;
use crate::words::mail::occasion::{Occasion, Reader};
use crate::words::mail::rule as words_of_rules;
use crate::words::{mail, name, when};

/// A letter before it is laid out as text and as HTML.
#[derive(Template)]
#[template(path = "letter/mail.html")]
struct Page {
    lang_code: &'static str,
    subject: String,
    /// None where the name was typed by somebody who has not proved to be the reader.
    greeting: Option<String>,
    lead: &'static str,
    facts: Vec<(&'static str, String)>,
    colon: &'static str,
    reason_label: &'static str,
    /// The reason given, line by line, word for word.
    reason: Vec<String>,
    next: Vec<String>,
    link_label: &'static str,
    link: String,
    sender: &'static str,
    home: String,
    no_reply: &'static str,
    contact_label: &'static str,
    contact: String,
}

/// Composes a letter for its reader. `at` is when the event happened; `secret` is the token of the
/// link, born for this letter alone.
///
/// # Errors
/// A letter that needs a secret has none, or the page can't be written out.
pub fn compose(
    config: &Config,
    to: &Recipient,
    letter: &Letter,
    at: Instant,
    secret: Option<&Token>,
) -> Result<Composed, String> {
    let language = to.language;
    let plainly = |told| (of_told(config, to, told), None);
    let (page, entry) = match letter {
        Letter::Booking(facts) => (
            booking(config, to, facts),
            ics::entry(config, to, facts, at),
        ),
        Letter::Account(facts) => (account(config, to, facts, secret)?, None),
        Letter::Service(facts) => {
            let mut page = of_told(config, to, service::told(to, facts));
            page.subject = format!("{} {}", page.subject, facts.request);
            page.reason_label = mail::service::of(language).said;
            (page, None)
        }
        Letter::Training(facts) => plainly(personal::training(language, facts)),
        Letter::Reminder(facts) => plainly(personal::reminder(language, facts)),
        Letter::Waiver(facts) => plainly(waiver::letter(language, facts)),
        Letter::Slot(facts) => plainly(slot::told(language, facts)),
        Letter::Together(facts) => plainly(together::told(language, facts)),
        Letter::Gate(facts) => plainly(office::gate_letter(language, facts)),
        Letter::Desk(facts) => plainly(office::desk_letter(language, facts)),
        Letter::Rule(facts) => (of_rule(config, to, facts), None),
    };
    Ok(Composed {
        sender: page.sender,
        subject: page.subject.clone(),
        text: plain(&page),
        html: page.render().map_err(|error| error.to_string())?,
        entry,
    })
}

/// A letter about a booking. The subject names its state and number, nothing of person or project.
fn booking(config: &Config, to: &Recipient, facts: &BookingFacts) -> Page {
    let (language, w) = (to.language, mail::of(to.language));
    let reader = Reader::of(to.user, facts);
    let occasion = w.booking_letter(facts, reader);
    let said = |name| name::of(language, name);
    let mut page = blank(config, language, occasion);
    page.subject = format!("{}{} {}", w.prefix, occasion.status, facts.booking);
    page.greeting = Some(mail::greeting(language, &text::squash(&to.name)));
    page.facts = vec![
        (w.number, facts.booking.to_string()),
        (w.resource, text::squash(said(&facts.resource))),
        (
            w.facility,
            mail::person(language, said(&facts.facility), said(&facts.institution)),
        ),
    ];
    page.facts.extend(told_of::times(language, facts));
    page.facts.extend(told_of::together(language, facts));
    page.facts.extend(told_of::attendant(language, facts));
    if reader == Reader::Manager {
        let institution = said(&facts.applicant_institution);
        let applicant = text::squash(&facts.applicant);
        let applicant = mail::person(language, &applicant, institution);
        page.facts.push((w.applicant, applicant));
    }
    if !facts.waits_for.is_empty() {
        let gates = standing::of_codes(language, &facts.waits_for);
        page.facts.push((w.waits_for, gates));
    }
    if let Some(percent) = facts.fee_percent {
        let label = match facts.about {
            BookingNews::NoShow => w.later.charge,
            _ => w.fee,
        };
        page.facts.push((label, mail::fee(language, percent)));
    }
    if let Some(until) = facts.suspended_until {
        let day = when::day_with_year(language, until);
        page.facts.push((w.later.suspended_until, day));
    }
    page.facts.extend(told_of::stopped(language, facts));
    if let Some(by) = facts.by.as_ref().filter(|by| **by != facts.applicant) {
        page.facts.push((w.decided_by, text::squash(by)));
    }
    if let Some(reason) = &facts.reason {
        page.reason = lines(reason);
    }
    page.link = href(config, language, &path(facts, reader));
    page
}

/// Where a letter about a booking leads: to what its reader does next.
fn path(facts: &BookingFacts, reader: Reader) -> String {
    let booking = facts.booking;
    match (facts.about, reader) {
        (BookingNews::UseOver | BookingNews::LogMissing | BookingNews::Interrupted, _) => {
            format!("/requests/{booking}/use")
        }
        (BookingNews::Attends | BookingNews::AttendsNoMore, _) => "/my/attendances".to_owned(),
        (BookingNews::EndorseAsked, _) => format!("/endorse/{booking}"),
        (BookingNews::ChangeAsked, _) => format!("/manage/requests/{booking}/change"),
        (BookingNews::NoShow | BookingNews::Appealed, Reader::Manager) => {
            format!("/manage/requests/{booking}/no-show")
        }
        (_, Reader::Applicant) => format!("/requests/{booking}"),
        _ => format!("/manage/requests/{booking}"),
    }
}

/// A letter that others put into words.
fn of_told(config: &Config, to: &Recipient, told: Told) -> Page {
    let language = to.language;
    let mut page = blank(config, language, told.occasion);
    page.subject = format!("{}{}", mail::of(language).prefix, told.occasion.status);
    page.greeting = Some(mail::greeting(language, &text::squash(&to.name)));
    page.facts = told.facts;
    page.reason = told.reason.as_deref().map(lines).unwrap_or_default();
    page.link = href(config, language, &told.path);
    page
}

/// A letter about a rule, with the address of the comparison where there is one.
fn of_rule(config: &Config, to: &Recipient, facts: &RuleFacts) -> Page {
    let mut page = of_told(config, to, rule::told(to.language, facts));
    if let Some(path) = rule::comparison(facts) {
        let label = words_of_rules::of(to.language).comparison;
        page.facts.push((label, href(config, to.language, &path)));
    }
    page
}

/// Words that somebody wrote, line by line.
fn lines(said: &str) -> Vec<String> {
    let clean = text::clean_lines(said);
    clean.lines().map(str::to_owned).collect()
}

/// A letter about an account.
fn account(
    config: &Config,
    to: &Recipient,
    facts: &AccountFacts,
    secret: Option<&Token>,
) -> Result<Page, String> {
    let (language, w) = (to.language, mail::of(to.language));
    let occasion = w.account(facts.about);
    let mut page = blank(config, language, occasion);
    page.subject = format!("{}{}", w.prefix, occasion.status);
    // Whoever registers types a name and somebody's address: the letter must not carry their words.
    page.greeting = match facts.about {
        AccountNews::Verify | AccountNews::AlreadyRegistered => None,
        AccountNews::Reset | AccountNews::PasswordChanged | AccountNews::Invitation => {
            Some(mail::greeting(language, &text::squash(&to.name)))
        }
    };
    let path = match (Purpose::of(facts.about), facts.about) {
        (Some(purpose), _) => {
            let token = secret.ok_or("a letter whose link needs a secret came without one")?;
            let length = when::length(language, purpose.minutes());
            page.next.insert(0, mail::link_works(language, &length));
            format!("{}/{}", purpose.page(), token.reveal())
        }
        (None, AccountNews::PasswordChanged) => "/reset".to_owned(),
        (None, _) => "/signin".to_owned(),
    };
    page.link = href(config, language, &path);
    Ok(page)
}

/// What all letters share.
fn blank(config: &Config, language: Language, occasion: &'static Occasion) -> Page {
    let w = mail::of(language);
    Page {
        lang_code: language.code(),
        subject: String::new(),
        greeting: None,
        lead: occasion.lead,
        facts: Vec::new(),
        colon: mail::colon(language),
        reason_label: w.reason,
        reason: Vec::new(),
        next: occasion.next.iter().map(|&next| next.to_owned()).collect(),
        link_label: occasion.link,
        link: String::new(),
        sender: w.sender,
        home: href(config, language, ""),
        no_reply: w.no_reply,
        contact_label: w.contact,
        contact: href(config, language, "/contact"),
    }
}

/// The letter as plain text: lines of at most 35 full-width characters, addresses on lines of their own.
fn plain(page: &Page) -> String {
    let mut lines: Vec<String> = Vec::new();
    if let Some(greeting) = &page.greeting {
        lines.extend(line::broken(greeting));
        lines.push(String::new());
    }
    lines.extend(line::broken(page.lead));
    if !page.facts.is_empty() {
        lines.push(String::new());
    }
    for (label, value) in &page.facts {
        lines.extend(line::broken(&format!("{label}{}{value}", page.colon)));
    }
    if !page.reason.is_empty() {
        lines.push(String::new());
        lines.push(format!("{}{}", page.reason_label, page.colon.trim_end()));
        lines.extend(page.reason.iter().map(|said| format!("> {said}")));
    }
    for next in &page.next {
        lines.push(String::new());
        lines.extend(line::broken(next));
    }
    lines.push(String::new());
    lines.extend(line::broken(page.link_label));
    lines.push(page.link.clone());
    lines.push(String::new());
    lines.push("--".to_owned());
    lines.push(page.sender.to_owned());
    lines.push(page.home.clone());
    lines.extend(line::broken(page.no_reply));
    lines.push(format!(
        "{}{}{}",
        page.contact_label, page.colon, page.contact
    ));
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests;
