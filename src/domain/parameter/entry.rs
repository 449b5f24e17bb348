//! A line of the table of parameters, and the groups in which they are shown.

use crate::domain::parameter::kind::{Kind, Tight, Waiver};

/// What a parameter is about: the groups in which forms and pages show them.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Group {
    /// 利用資格・登録
    Eligibility,
    /// 利用時間・予約
    Time,
    /// 承認
    Approval,
    /// 講習・必要な確認
    Gate,
    /// 取消し・故障
    Cancellation,
    /// 報告・成果・安全
    Report,
}

impl Group {
    /// Every group, in the order of pages.
    pub const ALL: &'static [Self] = &[
        Self::Eligibility,
        Self::Time,
        Self::Approval,
        Self::Gate,
        Self::Cancellation,
        Self::Report,
    ];
}

/// What is known of a parameter: its line in the table.
#[derive(Copy, Clone, Debug)]
pub struct Entry {
    /// The name in files, forms and the database.
    pub code: &'static str,
    pub group: Group,
    /// What values it takes.
    pub kind: Kind,
    /// What holds where nobody says anything, as `Value` writes it.
    pub(super) default: &'static str,
    /// Which of two values is the stricter one.
    pub tight: Tight,
    /// Who may set it aside for one person, if anybody may.
    pub waiver: Waiver,
}
