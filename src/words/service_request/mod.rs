//! The words of requests without a slot: the form, one request, the facility's list.

mod en;
mod ja;
pub mod state;

use crate::domain::language::Language;

/// What these pages say.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub mine: &'static str,
    pub error_prefix: &'static str,
    pub required: &'static str,
    pub optional_none: &'static str,
    pub form_heading: &'static str,
    pub edit_heading: &'static str,
    pub complete_heading: &'static str,
    pub kept: &'static str,
    pub privacy_hint: &'static str,
    pub returned_heading: &'static str,
    pub answered_heading: &'static str,
    pub items_heading: &'static str,
    pub items_hint: &'static str,
    pub what: &'static str,
    pub quantity: &'static str,
    pub unit: &'static str,
    pub condition: &'static str,
    pub condition_hint: &'static str,
    pub arm: &'static str,
    pub arm_none: &'static str,
    pub linked: &'static str,
    pub more_lines: &'static str,
    pub purpose: &'static str,
    pub purpose_hint: &'static str,
    pub project_number: &'static str,
    pub project_number_hint: &'static str,
    pub responsible: &'static str,
    pub responsible_hint: &'static str,
    pub safety: &'static str,
    pub safety_hint: &'static str,
    pub wanted_on: &'static str,
    pub ethics: &'static str,
    pub ethics_hint: &'static str,
    pub ethics_number: &'static str,
    pub ethics_until: &'static str,
    pub send: &'static str,
    pub resend: &'static str,
    pub keep: &'static str,
    pub ask: &'static str,
    pub ask_hint: &'static str,
    pub summary_label: &'static str,
    pub summary_heading: &'static str,
    pub resource: &'static str,
    pub facility: &'static str,
    pub applicant: &'static str,
    pub answer: &'static str,
    pub steps_heading: &'static str,
    pub number: &'static str,
    pub lines_heading: &'static str,
    pub granted: &'static str,
    pub delivered: &'static str,
    pub left: &'static str,
    pub content_heading: &'static str,
    pub progress_heading: &'static str,
    pub asked_on: &'static str,
    pub answer_due: &'static str,
    pub due: &'static str,
    pub planned_on: &'static str,
    pub decided_on: &'static str,
    pub decision_number: &'static str,
    pub decided_by: &'static str,
    pub conditions: &'static str,
    pub contract_number: &'static str,
    pub signed_by_provider: &'static str,
    pub signed_by_recipient: &'static str,
    pub payment: &'static str,
    pub delivered_on: &'static str,
    pub fiscal_year: &'static str,
    pub received_on: &'static str,
    pub access_until: &'static str,
    pub report_due: &'static str,
    pub ended_on: &'static str,
    pub reports_heading: &'static str,
    pub progress_report: &'static str,
    pub final_report: &'static str,
    pub disposed: &'static str,
    pub log_label: &'static str,
    pub log_heading: &'static str,
    pub who_heading: &'static str,
    pub name: &'static str,
    pub institution: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub conditions_said: &'static str,
    pub fix: &'static str,
    pub complete: &'static str,
    pub accept_heading: &'static str,
    pub accept_text: &'static str,
    pub accept: &'static str,
    pub decline: &'static str,
    pub extend_heading: &'static str,
    pub extend: &'static str,
    pub receive_heading: &'static str,
    pub receive_text: &'static str,
    pub receive: &'static str,
    pub report_heading: &'static str,
    pub report_hint: &'static str,
    pub report_button: &'static str,
    pub finish_heading: &'static str,
    pub finish_text: &'static str,
    pub final_hint: &'static str,
    pub disposed_on: &'static str,
    pub disposal: &'static str,
    pub finish: &'static str,
    pub withdraw: &'static str,
    pub withdraw_text: &'static str,
    pub manage_here: &'static str,
    pub queue_heading: &'static str,
    pub queue_waiting: &'static str,
    pub queue_waiting_none: &'static str,
    pub queue_others: &'static str,
    pub queue_over: &'static str,
    pub request: &'static str,
    pub what_asked: &'static str,
    pub state: &'static str,
    pub due_column: &'static str,
    pub actions: &'static str,
    pub look: &'static str,
    pub own: &'static str,
    pub own_text: &'static str,
    pub answer_heading: &'static str,
    pub answer_words: &'static str,
    pub answer_hint: &'static str,
    pub answer_button: &'static str,
    pub decide_heading: &'static str,
    pub screen: &'static str,
    pub grant: &'static str,
    pub grant_hint: &'static str,
    pub granted_quantity: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub hand_back: &'static str,
    pub reject: &'static str,
    pub sign_heading: &'static str,
    pub sign_text: &'static str,
    pub record: &'static str,
    pub settle_heading: &'static str,
    pub ship_heading: &'static str,
    pub access_heading: &'static str,
    pub ship_text: &'static str,
    pub delivered_quantity: &'static str,
    pub ship: &'static str,
    pub grant_access: &'static str,
    pub call_off_heading: &'static str,
    pub call_off: &'static str,
    pub renew_heading: &'static str,
    pub renew: &'static str,
    pub close_heading: &'static str,
    pub close_text: &'static str,
    pub close: &'static str,
    pub left_quantity: &'static str,
    pub section_heading: &'static str,
    pub drafts_heading: &'static str,
    pub draft_kept: &'static str,
    pub draft_go: &'static str,
    pub draft_drop: &'static str,
}

pub(super) const JA: Words = ja::JA;
pub(super) const EN: Words = en::EN;

/// The words of a line's place: 1行目.
#[must_use]
pub fn line(language: Language, number: usize) -> String {
    match language {
        Language::Ja => format!("{number}行目"),
        Language::En => format!("Line {number}"),
    }
}

/// A label with its line, where there are several: 承認する数量（血清）.
#[must_use]
pub fn of_line(language: Language, label: &str, what: &str) -> String {
    match language {
        Language::Ja => format!("{label}（{what}）"),
        Language::En => format!("{label}: {what}"),
    }
}

/// The most that a line can be.
#[must_use]
pub fn at_most(language: Language, most: u32) -> String {
    match language {
        Language::Ja => format!("0～{most}"),
        Language::En => format!("0 to {most}"),
    }
}

/// How long an answer takes.
#[must_use]
pub fn answer_within(language: Language, days: u32) -> String {
    match (language, days) {
        (Language::Ja, 0) => "窓口へお問い合わせください".to_owned(),
        (Language::Ja, days) => format!("{days}営業日"),
        (Language::En, 0) => "ask the contact desk".to_owned(),
        (Language::En, 1) => "1 business day".to_owned(),
        (Language::En, days) => format!("{days} business days"),
    }
}
