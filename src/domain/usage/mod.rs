//! 利用: its beginning and end, what was really used, and the reports that follow (domain dossier §3.5).

pub mod begin;
pub mod due;
pub mod log;
pub mod no_show;
pub mod reuse;
#[cfg(test)]
pub(in crate::domain) mod sample;
pub mod suspension;

use crate::domain::time::Instant;

/// What is known of when a resource was really used.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub struct Used {
    pub from: Option<Instant>,
    pub until: Option<Instant>,
}

/// 利用報告（実績入力）, besides the times.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Log {
    pub samples: u32,
    pub note: String,
    /// 不具合・事故; empty where there was none.
    pub incident: String,
}

/// 利用報告書
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    pub title: String,
    pub summary: String,
    /// Of a paper that has come out; empty until then.
    pub doi: String,
}
