//! What is told by letter about facts for gates: to the offices that answer, and to the person. Never what
//! was declared.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::gate::Gate;
use crate::domain::id::{BookingId, FactId};
use crate::domain::name::Name;
use crate::domain::time::Span;

/// The occasions of a fact.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GateNews {
    /// 確認の依頼, to the office.
    Asked,
    /// 担当者がいない窓口への依頼, to the officers of its institution.
    AskedNobody,
    /// 取下げ, to the office that had not answered yet.
    Withdrawn,
    /// 確認, to the person.
    Confirmed,
    /// 不可, with the reason.
    Refused,
    /// 確認の取消し, with the reason.
    Revoked,
}

impl GateNews {
    /// Every occasion.
    pub const ALL: &'static [Self] = &[
        Self::Asked,
        Self::AskedNobody,
        Self::Withdrawn,
        Self::Confirmed,
        Self::Refused,
        Self::Revoked,
    ];

    /// The code kept in the outbox.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "gate_asked",
            Self::AskedNobody => "gate_asked_nobody",
            Self::Withdrawn => "gate_withdrawn",
            Self::Confirmed => "gate_confirmed",
            Self::Refused => "gate_refused",
            Self::Revoked => "gate_revoked",
        }
    }
}

/// The facts of a letter about a fact for a gate.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct GateFacts {
    pub about: GateNews,
    pub fact: FactId,
    /// By its code.
    pub gate: String,
    pub holder: String,
    pub holder_institution: Name,
    /// The booking that it is for, where it is for one.
    pub aim: Option<Aim>,
    /// The institution whose office is asked or spoke.
    pub office: Name,
    /// The Tokyo day by which an answer is expected.
    pub due_on: Option<NaiveDate>,
    /// 判断番号
    pub number: String,
    /// The only way of use that is left, by its code.
    pub condition: Option<String>,
    /// The reason given, word for word.
    pub reason: Option<String>,
}

/// The booking that a fact is for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Aim {
    pub booking: BookingId,
    pub resource: Name,
    pub span: Span,
}

impl GateFacts {
    /// The facts that every letter about a fact shares.
    #[must_use]
    pub fn of(
        about: GateNews,
        (fact, gate): (FactId, Gate),
        (holder, holder_institution): (&str, &Name),
        office: Name,
        aim: Option<Aim>,
    ) -> Self {
        Self {
            about,
            fact,
            gate: gate.code().to_owned(),
            holder: holder.to_owned(),
            holder_institution: holder_institution.clone(),
            aim,
            office,
            due_on: None,
            number: String::new(),
            condition: None,
            reason: None,
        }
    }
}
