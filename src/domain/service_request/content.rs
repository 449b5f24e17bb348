//! What an applicant writes: lines of what is asked for, and what it is about.

use chrono::NaiveDate;

use crate::domain::booking::Safety;

/// In what a line is counted.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Unit {
    /// 件
    Case,
    /// 本
    Tube,
    /// 検体
    Specimen,
    /// 症例
    Patient,
    /// データセット
    Dataset,
}
codes!(Unit {
    Case = "case",
    Tube = "tube",
    Specimen = "specimen",
    Patient = "patient",
    Dataset = "dataset",
});

/// 症例・対照
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Arm {
    #[default]
    Unsaid,
    Case,
    Control,
    Both,
}
codes!(Arm {
    Unsaid = "",
    Case = "case",
    Control = "control",
    Both = "both",
});

/// What the applicant says of the ethics review.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum EthicsClaim {
    Approved,
    NotNeeded,
}
codes!(EthicsClaim {
    Approved = "approved",
    NotNeeded = "not_needed",
});

/// One line of what is asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Item {
    pub what: String,
    /// At least 1; none where nothing readable was typed.
    pub quantity: Option<u32>,
    pub unit: Option<Unit>,
    /// Such as 0.2 mL.
    pub condition: String,
    pub arm: Arm,
    /// 臨床情報付き
    pub linked: bool,
}

/// The ethics review as the applicant tells it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ethics {
    pub claim: Option<EthicsClaim>,
    /// 承認番号
    pub number: String,
    /// The last Tokyo day on which the approval counts.
    pub until: Option<NaiveDate>,
}

/// What the request is about, its lines aside.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct About {
    pub purpose: String,
    pub project_number: String,
    /// 利用責任者
    pub responsible: String,
    pub safety: Option<Safety>,
    /// 提供希望日, a Tokyo day.
    pub wanted_on: Option<NaiveDate>,
    pub ethics: Ethics,
}

/// What an applicant writes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Content {
    pub items: Vec<Item>,
    pub about: About,
}
