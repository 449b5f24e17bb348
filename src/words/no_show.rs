//! The words of 無断不使用: the manager's page, and the applicant's with the appeal.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::words::when;

/// All of them.
pub struct Words {
    pub home: &'static str,
    pub crumb_label: &'static str,
    pub error_prefix: &'static str,
    pub heading: &'static str,
    pub link: &'static str,
    pub seen_link: &'static str,
    pub applicant: &'static str,
    pub fee: &'static str,
    pub count: &'static str,
    pub suspension: &'static str,
    pub marked_at: &'static str,
    pub note: &'static str,
    pub appeal: &'static str,
    pub appeal_until: &'static str,
    pub answer: &'static str,
    pub by_clock: &'static str,
    pub mark_means: &'static str,
    pub mark_reason: &'static str,
    pub mark_hint: &'static str,
    pub mark: &'static str,
    pub was_used: &'static str,
    pub excuse_means: &'static str,
    pub answer_reason: &'static str,
    pub answer_hint: &'static str,
    pub excuse: &'static str,
    pub uphold: &'static str,
    pub own: &'static str,
    pub appeal_heading: &'static str,
    pub appeal_link: &'static str,
    pub appeal_means: &'static str,
    pub appeal_reason: &'static str,
    pub appeal_hint: &'static str,
    pub send_appeal: &'static str,
    pub appealed: &'static str,
    pub too_late: &'static str,
    pub back: &'static str,
    pub waiting: &'static str,
    pub waiting_none: &'static str,
}

pub(super) const JA: Words = Words {
    home: "トップ",
    crumb_label: "現在の位置",
    error_prefix: "エラー：",
    heading: "無断不使用の記録",
    link: "無断不使用として記録する",
    seen_link: "無断不使用の記録を見る",
    applicant: "申請者",
    fee: "請求の割合",
    count: "この施設での回数",
    suspension: "利用停止",
    marked_at: "記録した日時",
    note: "記録の理由",
    appeal: "申請者の異議",
    appeal_until: "異議の期限",
    answer: "施設の回答",
    by_clock: "利用の開始が記録されないまま時間が過ぎたため、自動で記録しました。",
    mark_means: "連絡がないまま利用されなかったと記録します。残りの枠はすぐに開放され、申請者には理由がそのまま届きます。申請者は30日以内に異議を申し立てられます。",
    mark_reason: "確認したこと",
    mark_hint: "いつ、どのように確かめたかを書いてください。申請者がそのまま読みます。",
    mark: "無断不使用として記録する",
    was_used: "この予約には利用の記録があるため、無断不使用とすることはできません。",
    excuse_means: "記録を取り消すと、請求はなくなり、回数にも数えません。この記録による利用停止も終わります。",
    answer_reason: "理由",
    answer_hint: "申請者がそのまま読みます。",
    excuse: "記録を取り消す",
    uphold: "異議を認めない（記録を残す）",
    own: "ご自身の予約の記録は扱えません。同じ施設のほかの管理責任者に依頼してください。",
    appeal_heading: "無断不使用の記録と異議",
    appeal_link: "記録の内容を見る・異議を申し立てる",
    appeal_means: "実際には利用していた、連絡していたなど、記録が実際と違うときや、やむを得ない事情があるときは、施設の管理責任者へ異議を申し立てられます。申立ては1回です。",
    appeal_reason: "異議の内容",
    appeal_hint: "何が違うか、またはどのような事情があったかを書いてください。施設の管理責任者が読みます。",
    send_appeal: "異議を申し立てる",
    appealed: "異議を受け付けました。施設の回答はメールでもお知らせします。",
    too_late: "異議を申し立てられる期間は終わりました。",
    back: "戻る",
    waiting: "無断不使用への異議",
    waiting_none: "回答を待っている異議はありません。",
};

pub(super) const EN: Words = Words {
    home: "Home",
    crumb_label: "You are here",
    error_prefix: "Error: ",
    heading: "Record of a no-show",
    link: "Record a no-show",
    seen_link: "See the record of the no-show",
    applicant: "Applicant",
    fee: "Charge",
    count: "How often at this facility",
    suspension: "Suspension",
    marked_at: "Recorded at",
    note: "What was seen",
    appeal: "The applicant's appeal",
    appeal_until: "Appeal until",
    answer: "The facility's answer",
    by_clock: "It was recorded by itself, as nobody recorded the start of the use in time.",
    mark_means: "It is recorded that nobody came and nothing was heard. The rest of the time becomes free at once, and the applicant reads the reason word for word. They can appeal within 30 days.",
    mark_reason: "What you saw",
    mark_hint: "When and how you found out. The applicant reads it word for word.",
    mark: "Record a no-show",
    was_used: "There is a record of the use of this booking, so it can't be a no-show.",
    excuse_means: "If you take the record back, nothing is charged, and it counts for nothing. A suspension that followed from it ends.",
    answer_reason: "Reason",
    answer_hint: "The applicant reads it word for word.",
    excuse: "Take the record back",
    uphold: "Reject the appeal (the record stays)",
    own: "You can't decide on the record of your own booking. Ask another manager of the facility.",
    appeal_heading: "The record of a no-show, and your appeal",
    appeal_link: "See the record, or appeal",
    appeal_means: "If the record is wrong, as you did use it or did tell the facility, or if there were special circumstances, you can appeal to the facility's managers. You can do so once.",
    appeal_reason: "Your appeal",
    appeal_hint: "What is wrong, or what the circumstances were. The facility's managers read it.",
    send_appeal: "Send the appeal",
    appealed: "Your appeal was received. You are told the facility's answer by e-mail too.",
    too_late: "The time for an appeal is over.",
    back: "Go back",
    waiting: "Appeals against no-shows",
    waiting_none: "No appeal waits for an answer.",
};

/// How often it happened, and after how many times use is suspended; 0 never.
#[must_use]
pub fn times(language: Language, times: usize, limit: u32) -> String {
    match (language, limit) {
        (Language::Ja, 0) => format!("{times}回"),
        (Language::Ja, _) => format!("{times}回（1年以内に{limit}回で利用停止）"),
        (Language::En, 0) => format!("{times}"),
        (Language::En, _) => format!("{times} (suspended after {limit} within a year)"),
    }
}

/// Until when somebody is suspended.
#[must_use]
pub fn suspended(language: Language, until: Option<NaiveDate>) -> String {
    match (language, until) {
        (Language::Ja, None) => "なし".to_owned(),
        (Language::En, None) => "none".to_owned(),
        (Language::Ja, Some(day)) => format!("{}まで", when::day_with_year(language, day)),
        (Language::En, Some(day)) => format!("until {}", when::day_with_year(language, day)),
    }
}
