//! Where a booking stands and what happened to it, in words.

use crate::domain::booking::{Safety, State};
use crate::domain::language::Language;
use crate::domain::support::SupportMode;

/// Tone and words of a state's chip.
#[must_use]
pub const fn chip(language: Language, state: State) -> (&'static str, &'static str) {
    let (tone, ja, en) = match state {
        State::Submitted => ("y", "選考待ち", "In selection"),
        State::UserSide => ("y", "所属責任者の承諾待ち", "Waiting for your institution"),
        State::FacilityReview => ("y", "承認待ち", "Waiting for approval"),
        State::Held => ("o", "▲ 保留", "▲ On hold"),
        State::Returned => ("o", "↩ 差戻し", "↩ Returned"),
        State::ApprovedWithConditions => ("g", "✓ 条件付き承認", "✓ Approved with conditions"),
        State::Approved => (
            "y",
            "承認済み（ほかの施設の決定待ち）",
            "Approved, others to decide",
        ),
        State::Confirmed => ("g", "✓ 確定", "✓ Confirmed"),
        State::InUse => ("b", "利用中", "In use"),
        State::Used => ("b", "利用報告待ち", "Use log due"),
        State::Reported => ("b", "報告済み", "Reported"),
        State::Closed => ("", "完了", "Closed"),
        State::Rejected => ("r", "× 不承認", "× Not approved"),
        State::Withdrawn => ("", "取下げ", "Withdrawn"),
        State::CancelledByUser => ("", "取消し", "Cancelled"),
        State::CancelledByFacility => ("", "施設都合による取消し", "Called off by the facility"),
        State::NoShow => ("r", "× 無断不使用", "× No-show"),
        State::Expired => ("", "期限切れ", "Expired"),
    };
    (tone, pick(language, ja, en))
}

/// Where a booking stands, as a sentence to its applicant; `who` are the managers' names.
#[must_use]
pub fn sentence(language: Language, state: State, who: &str) -> String {
    match (language, state) {
        (Language::Ja, State::FacilityReview) if !who.is_empty() => {
            format!("{who}さんの承認を待っています。枠は仮予約として確保しています。")
        }
        (Language::En, State::FacilityReview) if !who.is_empty() => {
            format!("Waiting for approval by {who}. The time is held for you.")
        }
        (Language::Ja, _) => sentence_ja(state).to_owned(),
        (Language::En, _) => sentence_en(state).to_owned(),
    }
}

const fn sentence_ja(state: State) -> &'static str {
    match state {
        State::Submitted => {
            "同じ時間の申請の中から、施設が選びます。決まるまで枠は確保されません。"
        }
        State::UserSide => "所属機関の責任者の承諾を待っています。枠は仮予約として確保しています。",
        State::FacilityReview => {
            "施設の担当者の承認を待っています。枠は仮予約として確保しています。"
        }
        State::Held => "必要な確認がそろうまで保留しています。枠は確保したままです。",
        State::Returned => "差し戻されました。直して再申請してください。枠は確保したままです。",
        State::ApprovedWithConditions => {
            "条件付きで承認されました。条件を確かめて、受け入れるか取り下げるかを選んでください。"
        }
        State::Approved => {
            "承認されました。一緒に申請したほかの施設の決定を待っています。枠は確保したままです。"
        }
        State::Confirmed => "予約が確定しました。",
        State::InUse => "利用中です。終わったら終了を記録してください。",
        State::Used => "利用が終わりました。利用報告を入力してください。",
        State::Reported => "利用報告を受け付けました。",
        State::Closed => "この予約は完了しました。",
        State::Rejected => "承認されませんでした。枠は開放されました。",
        State::Withdrawn => "取り下げました。枠は開放されました。",
        State::CancelledByUser => "取り消しました。枠は開放されました。",
        State::CancelledByFacility => "施設の都合で取り消されました。取消料はかかりません。",
        State::NoShow => "連絡がないまま利用されなかったと記録されました。",
        State::Expired => "開始時刻までに決定がなかったため、期限切れになりました。",
    }
}

const fn sentence_en(state: State) -> &'static str {
    match state {
        State::Submitted => {
            "The facility chooses among the requests for this time. No time is held until then."
        }
        State::UserSide => {
            "Waiting for the responsible person of your institution. The time is held for you."
        }
        State::FacilityReview => "Waiting for the facility's approval. The time is held for you.",
        State::Held => {
            "It is on hold until everything required stands. The time is still held for you."
        }
        State::Returned => {
            "It was returned to you. Correct it and send it again; the time is still held."
        }
        State::ApprovedWithConditions => {
            "It was approved with conditions. Read them, then accept them or withdraw."
        }
        State::Approved => {
            "It was approved. The other facilities that you asked with it still decide; the time is held for you."
        }
        State::Confirmed => "The booking is confirmed.",
        State::InUse => "It is in use. Record the end when you are done.",
        State::Used => "The use is over. Please enter the use log.",
        State::Reported => "The use log was received.",
        State::Closed => "This booking is closed.",
        State::Rejected => "It was not approved. The time is free again.",
        State::Withdrawn => "You withdrew it. The time is free again.",
        State::CancelledByUser => "You cancelled it. The time is free again.",
        State::CancelledByFacility => "The facility called it off. There is no cancellation fee.",
        State::NoShow => "It was recorded as not used without notice.",
        State::Expired => "Nobody decided before it would have begun, so it lapsed.",
    }
}

/// Who operates, in words.
#[must_use]
pub const fn support_mode(language: Language, mode: SupportMode) -> &'static str {
    match mode {
        SupportMode::SelfOperation => pick(
            language,
            "自己操作（機器を自分で操作する）",
            "I operate it myself",
        ),
        SupportMode::Assisted => pick(
            language,
            "技術補助（技術職員の補助を受けて操作する）",
            "With help of the technical staff",
        ),
        SupportMode::Proxy => pick(
            language,
            "技術代行（技術職員に操作を依頼する）",
            "The technical staff operates it for me",
        ),
    }
}

/// The declared biosafety, in words.
#[must_use]
pub const fn safety(language: Language, safety: Safety) -> &'static str {
    match safety {
        Safety::None => pick(
            language,
            "該当しない（生物試料を含まない）",
            "None (no biological material)",
        ),
        Safety::Bsl1 => pick(language, "BSL1（病原性なし）", "BSL1 (not pathogenic)"),
        Safety::Bsl2 => pick(language, "BSL2", "BSL2"),
    }
}

/// The heading above the problems of a form.
#[must_use]
pub fn errors_heading(language: Language, count: usize) -> String {
    match language {
        Language::Ja => format!("送信できませんでした（{count}件）"),
        Language::En if count == 1 => "There is 1 problem".to_owned(),
        Language::En => format!("There are {count} problems"),
    }
}

/// The words beside the box that agrees to these rules.
#[must_use]
pub fn agree_label(language: Language, rules: &[String]) -> String {
    match language {
        Language::Ja => format!("{}に同意します", rules.join("と")),
        Language::En => format!("I agree to {}", rules.join(" and to ")),
    }
}

/// A rule by its title and version.
#[must_use]
pub fn version(language: Language, title: &str, version: &str) -> String {
    match language {
        Language::Ja => format!("{title} 第{version}版"),
        Language::En => format!("{title}, version {version}"),
    }
}

/// The words of the link to what changed.
#[must_use]
pub fn what_changed(language: Language, old: &str, new: &str) -> String {
    match language {
        Language::Ja => format!("第{old}版（前に同意した版）から第{new}版への変更点を見る"),
        Language::En => format!("What changed from version {old}, which you agreed to, to {new}"),
    }
}

/// Where the copy was sent.
#[must_use]
pub fn sent_to(language: Language, email: &str) -> String {
    match language {
        Language::Ja => format!("控えを {email} へ送ります。"),
        Language::En => format!("A copy is on its way to {email}."),
    }
}

/// What waits for gates.
#[must_use]
pub fn held(language: Language, resource: &str) -> String {
    match language {
        Language::Ja => format!("保留：{resource}"),
        Language::En => format!("On hold: {resource}"),
    }
}

/// What has no use log yet.
#[must_use]
pub fn unreported(language: Language, resource: &str) -> String {
    match language {
        Language::Ja => format!("利用報告待ち：{resource}"),
        Language::En => format!("Use log due: {resource}"),
    }
}

/// How many requests were returned.
#[must_use]
pub fn returned(language: Language, resource: &str) -> String {
    match language {
        Language::Ja => format!("差戻し：{resource}"),
        Language::En => format!("Returned: {resource}"),
    }
}

pub(super) const fn pick(language: Language, ja: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}
