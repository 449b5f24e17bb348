//! The shape of a catalogue file, as TOML is read into it; places are kept for what can be wrong.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Spanned, Table, Value};

/// The file. Its parts for the council's reports are not read here.
#[derive(Deserialize)]
pub struct File {
    pub schema_version: Spanned<i64>,
    #[serde(default)]
    pub kind: Vec<Term>,
    #[serde(default)]
    pub category: Vec<Term>,
    #[serde(default)]
    pub prerequisite: Vec<Term>,
    #[serde(default)]
    pub defaults: BTreeMap<Spanned<String>, Settings>,
    #[serde(default)]
    pub institution: Vec<Institution>,
}

/// A word of a vocabulary.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub id: Spanned<String>,
    pub ja: String,
    pub en: String,
}

/// An institution with its facilities.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Institution {
    pub id: Spanned<String>,
    pub name_ja: String,
    pub short_ja: String,
    pub name_en: String,
    pub abbr: String,
    pub abbr_current: Option<String>,
    #[serde(default)]
    pub prefecture: String,
    #[serde(default)]
    pub sites: Vec<String>,
    #[serde(default)]
    pub ministry: String,
    pub legal_form: Option<String>,
    #[serde(default)]
    pub domain: String,
    #[serde(default)]
    pub is_council_member: bool,
    #[serde(default)]
    pub listed_resources: bool,
    #[serde(default)]
    pub owns_shared_instruments: String,
    pub ror: Option<String>,
    pub valid_from: Option<Spanned<Value>>,
    pub valid_to: Option<Spanned<Value>>,
    pub successor: Option<Spanned<String>>,
    #[serde(default)]
    pub predecessors: Vec<Spanned<String>>,
    pub note: Option<String>,
    pub budget: Option<Table>,
    #[serde(default)]
    pub src: Table,
    pub src_default: Option<String>,
    #[serde(default)]
    pub facility: Vec<Facility>,
}

/// A facility with its resources.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facility {
    pub id: Spanned<String>,
    pub name_ja: String,
    pub name_en: String,
    #[serde(default)]
    pub site: String,
    #[serde(default)]
    pub src: Table,
    pub src_default: Option<String>,
    #[serde(default)]
    pub resource: Vec<Resource>,
}

macro_rules! with_settings {
    ($(#[$meta:meta])* $name:ident { $($own:tt)* }) => {
        $(#[$meta])*
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($own)*
            pub booking_mode: Option<Spanned<String>>,
            pub allocation: Option<Spanned<String>>,
            pub capacity: Option<Spanned<i64>>,
            pub capacity_unit: Option<String>,
            pub slot_minutes: Option<Spanned<i64>>,
            pub min_minutes: Option<Spanned<i64>>,
            pub max_minutes: Option<Spanned<i64>>,
            pub lead_business_days: Option<Spanned<i64>>,
            pub horizon_days: Option<Spanned<i64>>,
            pub buffer_minutes: Option<Spanned<i64>>,
            pub cancel_free_business_days: Option<Spanned<i64>>,
            pub turnaround_business_days: Option<Spanned<i64>>,
            pub prerequisites: Option<Vec<Spanned<String>>>,
            pub weekly_windows: Option<Vec<Spanned<String>>>,
        }
    };
}

with_settings! {
    /// The defaults of a category.
    Settings {}
}

with_settings! {
    /// A resource; what it sets itself wins over its category's defaults.
    Resource {
        pub id: Spanned<String>,
        pub name_seed: Option<String>,
        pub name_ja: String,
        pub name_en: String,
        #[serde(default)]
        pub summary_ja: String,
        #[serde(default)]
        pub summary_en: String,
        pub kind: Spanned<String>,
        pub category: Spanned<String>,
        pub allocator: Option<String>,
        #[serde(default)]
        pub call_periods_ja: String,
        #[serde(default)]
        pub call_periods_en: String,
        #[serde(default)]
        pub call_site: String,
        pub model: Option<String>,
        pub maker: Option<String>,
        #[serde(default)]
        pub certifications: Vec<String>,
        pub note: Option<String>,
        #[serde(default)]
        pub in_seed: bool,
        #[serde(default)]
        pub src: Table,
        pub src_default: Option<String>,
    }
}
