//! The words of cancelling: what it costs now, until when it was free, and what becomes of the time.

use crate::domain::booking::cancellation::{Cancellation, Side, Step};
use crate::domain::language::Language;
use crate::domain::time::Instant;
use crate::words::when;

/// Cancelling one's own booking, and calling one off for the facility.
pub struct Words {
    pub home: &'static str,
    pub crumb_label: &'static str,
    pub error_prefix: &'static str,
    pub heading: &'static str,
    pub steps_heading: &'static str,
    pub until: &'static str,
    pub fee: &'static str,
    pub now: &'static str,
    pub basis: &'static str,
    pub frees: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub off_heading: &'static str,
    pub off_link: &'static str,
    pub off_means: &'static str,
    pub off_own: &'static str,
    pub off_reason: &'static str,
    pub off_reason_hint: &'static str,
    pub off_yes: &'static str,
    pub after_move: &'static str,
    pub move_heading: &'static str,
    pub move_link: &'static str,
    pub move_means: &'static str,
    pub move_start: &'static str,
    pub move_free: &'static str,
    pub move_reason: &'static str,
    pub move_reason_hint: &'static str,
    pub move_yes: &'static str,
}

pub(super) const JA: Words = Words {
    home: "トップ",
    crumb_label: "現在の位置",
    error_prefix: "エラー：",
    heading: "予約の取消し",
    steps_heading: "取消しの時期と取消料",
    until: "取り消す時期",
    fee: "取消料",
    now: "（今）",
    basis: "定め",
    frees: "取り消すと、枠はすぐに開放され、元に戻せません。施設にも知らせます。",
    yes: "予約を取り消す",
    no: "取り消さずに戻る",
    off_heading: "施設の都合による取消し",
    off_link: "施設の都合で取り消す",
    off_means: "取消料はかかりません。枠はすぐに開放され、元に戻せません。理由は申請者にそのまま届きます。",
    off_own: "ご自身の予約を施設の都合で取り消すことはできません。同じ施設のほかの管理責任者に依頼するか、申請のページで取り消してください。",
    off_reason: "取り消す理由",
    off_reason_hint: "申請者がそのまま読みます。代わりの日時や機器の案内があれば、あわせて書いてください。",
    off_yes: "施設の都合で取り消す",
    after_move: "施設の都合で日時が変わった予約のため、取消料はかかりません。",
    move_heading: "施設の都合による日時の変更",
    move_link: "取り消さずに別の日時へ移す",
    move_means: "長さと内容はそのままです。前の枠はすぐに開放され、申請者に新しい日時と理由が届きます。受付時間の外や休業日にも移せますが、ほかの予約や停止と重なる日時には移せません。",
    move_start: "新しい開始日時",
    move_free: "機器の空きを見る",
    move_reason: "日時を変える理由",
    move_reason_hint: "申請者がそのまま読みます。",
    move_yes: "この日時へ移す",
};

pub(super) const EN: Words = Words {
    home: "Home",
    crumb_label: "You are here",
    error_prefix: "Error: ",
    heading: "Cancel the booking",
    steps_heading: "When you cancel, and what it costs",
    until: "When you cancel",
    fee: "Cancellation fee",
    now: " (now)",
    basis: "Rule",
    frees: "The time becomes free at once; this can't be undone. The facility is told.",
    yes: "Cancel the booking",
    no: "Go back without cancelling",
    off_heading: "Call the booking off",
    off_link: "Call off for the facility",
    off_means: "There is no cancellation fee. The time becomes free at once; this can't be undone. The applicant reads the reason word for word.",
    off_own: "You can't call off your own booking for the facility. Ask another manager of the facility, or cancel it on the page of your request.",
    off_reason: "Reason",
    off_reason_hint: "The applicant reads it word for word. If you can offer another time or instrument, say so here.",
    off_yes: "Call the booking off",
    after_move: "The facility moved this booking for its own reasons: cancelling it costs nothing.",
    move_heading: "Move the booking",
    move_link: "Move it to another time instead",
    move_means: "Length and content stay as they are. The old time becomes free at once; the applicant gets the new time and the reason. It can be moved outside opening hours, but not onto other bookings or an outage.",
    move_start: "New start",
    move_free: "See what is free",
    move_reason: "Reason",
    move_reason_hint: "The applicant reads it word for word.",
    move_yes: "Move it to this time",
};

/// A fee, as a part of the charge for the use.
#[must_use]
pub fn percent(language: Language, percent: u32) -> String {
    match (language, percent) {
        (Language::Ja, 0) => "なし（無料）".to_owned(),
        (Language::Ja, _) => format!("利用料金の{percent}％"),
        (Language::En, 0) => "none".to_owned(),
        (Language::En, _) => format!("{percent}% of the charge for the use"),
    }
}

/// What cancelling costs now, in one sentence.
#[must_use]
pub fn costs(language: Language, means: &Cancellation) -> String {
    let moment = |at| when::moment_with_year(language, at);
    match (language, means.percent, means.free_until) {
        (Language::Ja, 0, None) => "取消料はかかりません。".to_owned(),
        (Language::Ja, 0, Some(until)) => {
            format!("{}までの取消しは無料です。", moment(until))
        }
        (Language::Ja, percent, None) => {
            format!("取消料は利用料金の{percent}％です。")
        }
        (Language::Ja, percent, Some(until)) => format!(
            "無料で取り消せる期限（{}）を過ぎています。取消料は利用料金の{percent}％です。",
            moment(until)
        ),
        (Language::En, 0, None) => "There is no cancellation fee.".to_owned(),
        (Language::En, 0, Some(until)) => {
            format!("Cancelling is free until {}.", moment(until))
        }
        (Language::En, percent, None) => {
            format!("The cancellation fee is {percent}% of the charge for the use.")
        }
        (Language::En, percent, Some(until)) => format!(
            "Cancelling was free until {}. The cancellation fee is {percent}% of the charge for the use.",
            moment(until)
        ),
    }
}

/// The fee that a cancelled booking bears, with the deadline that decided it.
#[must_use]
pub fn frozen(language: Language, kept: &Cancellation) -> String {
    let fee = percent(language, kept.percent);
    if kept.is_waived {
        return match language {
            Language::Ja => format!("免除（枠が再利用されたため。もとは{fee}）"),
            Language::En => format!("waived, as the time was used; it was {fee}"),
        };
    }
    match (language, kept.side, kept.free_until) {
        (Language::Ja, Side::Facility, _) => "なし（施設の都合のため）".to_owned(),
        (Language::En, Side::Facility, _) => "none, as the facility called it off".to_owned(),
        (_, Side::User, None) => fee,
        (Language::Ja, Side::User, Some(until)) => {
            format!(
                "{fee} ― 無料の期限 {}",
                when::moment_with_year(language, until)
            )
        }
        (Language::En, Side::User, Some(until)) => {
            format!(
                "{fee}; free until {}",
                when::moment_with_year(language, until)
            )
        }
    }
}

/// When a step holds: until its last minute, or after the one before it.
#[must_use]
pub fn step(language: Language, step: &Step, before: Option<Instant>) -> String {
    let moment = |at| when::moment_with_year(language, at);
    match (language, step.until, before) {
        (Language::Ja, Some(until), _) => format!("{}まで", moment(until)),
        (Language::Ja, None, Some(_)) => "その後、利用開始まで".to_owned(),
        (Language::Ja, None, None) => "利用開始まで".to_owned(),
        (Language::En, Some(until), _) => format!("until {}", moment(until)),
        (Language::En, None, Some(_)) => "after that, until the start of use".to_owned(),
        (Language::En, None, None) => "until the start of use".to_owned(),
    }
}
