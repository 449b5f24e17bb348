//! The words of the pages of usage rules.

pub mod diff;
pub mod document;
pub mod term;

/// The page around a rule's text.
pub struct Words {
    pub crumb_label: &'static str,
    pub institutions: &'static str,
    pub title_version: &'static str,
    pub facility: &'static str,
    pub version: &'static str,
    pub effective_on: &'static str,
    pub published_on: &'static str,
    pub in_force: &'static str,
    pub not_yet: &'static str,
    pub replaced: &'static str,
    pub replaced_note: &'static str,
    pub not_yet_note: &'static str,
    pub newest_link: &'static str,
    pub model_note: &'static str,
    pub text_heading: &'static str,
    pub versions_heading: &'static str,
    pub this_one: &'static str,
    pub consent_heading: &'static str,
    pub consent_note: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    institutions: "機関の一覧",
    title_version: "第{}版",
    facility: "施設",
    version: "版",
    effective_on: "施行日",
    published_on: "公開日",
    in_force: "✓ 施行中",
    not_yet: "施行前",
    replaced: "旧版",
    replaced_note: "この版は、新しい版に置き換えられています。",
    not_yet_note: "この版は、施行日からの利用に適用されます。",
    newest_link: "施行中の版を見る",
    model_note: "この規則は見本の環境のために書いたひな形です。機関が定めた規則ではありません。",
    text_heading: "本文",
    versions_heading: "ほかの版",
    this_one: "表示中",
    consent_heading: "同意について",
    consent_note: "利用申請のときに、利用日に施行されている版への同意をお願いします。同意した人、版、日時を記録します。",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    institutions: "Institutions",
    title_version: "Version {}",
    facility: "Facility",
    version: "Version",
    effective_on: "In force from",
    published_on: "Published on",
    in_force: "✓ In force",
    not_yet: "Not yet in force",
    replaced: "Replaced",
    replaced_note: "A newer version has replaced this one.",
    not_yet_note: "This version applies to use on and after the day it takes effect.",
    newest_link: "See the version in force",
    model_note: "This rule is a model written for the demonstration. It is not a rule of the institution.",
    text_heading: "Text",
    versions_heading: "Other versions",
    this_one: "shown here",
    consent_heading: "About consent",
    consent_note: "When you send a request, you are asked to consent to the version in force on the day of use. Who consented, to which version and when is recorded.",
};
