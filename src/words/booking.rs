//! The words of the applicant's pages, and of where a booking stands.

use crate::domain::booking::{Safety, State, SupportMode};
use crate::domain::event::Kind;
use crate::domain::language::Language;

/// The request form, the receipt, the list and the page of one request.
pub struct Words {
    pub here: &'static str,
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub steps_label: &'static str,
    pub steps: &'static [&'static str],
    pub step_done: &'static str,
    pub error_prefix: &'static str,
    pub required: &'static str,
    pub request_heading: &'static str,
    pub send: &'static str,
    pub correct_heading: &'static str,
    pub resend: &'static str,
    pub returned_heading: &'static str,
    pub other_slots: &'static str,
    pub lost_heading: &'static str,
    pub lost_text: &'static str,
    pub lost_none: &'static str,
    pub purpose: &'static str,
    pub purpose_hint: &'static str,
    pub sample: &'static str,
    pub sample_hint: &'static str,
    pub safety: &'static str,
    pub safety_hint: &'static str,
    pub support_mode: &'static str,
    pub project_number: &'static str,
    pub project_number_hint: &'static str,
    pub privacy_hint: &'static str,
    pub after_send: &'static str,
    pub summary_label: &'static str,
    pub summary_heading: &'static str,
    pub change_slot: &'static str,
    pub resource: &'static str,
    pub when: &'static str,
    pub applicant: &'static str,
    pub facility: &'static str,
    pub number: &'static str,
    pub checks_heading: &'static str,
    pub checks_open_heading: &'static str,
    pub consent_given: &'static str,
    pub consent_open: &'static str,
    pub slot_fits: &'static str,
    pub slot_wrong: &'static str,
    pub decided_by: &'static str,
    pub received_heading: &'static str,
    pub next_heading: &'static str,
    pub next_review: &'static str,
    pub next_told: &'static str,
    pub can_change: &'static str,
    pub show: &'static str,
    pub mine: &'static str,
    pub ics: &'static str,
    pub list_heading: &'static str,
    pub nothing_heading: &'static str,
    pub nothing_text: &'static str,
    pub search: &'static str,
    pub coming_heading: &'static str,
    pub past_heading: &'static str,
    pub status: &'static str,
    pub actions: &'static str,
    pub again: &'static str,
    pub fix: &'static str,
    pub facts_heading: &'static str,
    pub content_heading: &'static str,
    pub log_label: &'static str,
    pub log_heading: &'static str,
    pub withdraw: &'static str,
    pub withdraw_warning: &'static str,
    pub cancel: &'static str,
    pub cancel_warning: &'static str,
    pub house: &'static str,
}

pub(super) const JA: Words = Words {
    here: "送信完了",
    crumb_label: "現在の位置",
    home: "トップ",
    steps_label: "申請の段階",
    steps: &["機器と日時", "申請内容", "送信完了"],
    step_done: "済み",
    error_prefix: "エラー：",
    required: "※必須",
    request_heading: "利用申請",
    send: "申請を送信する",
    correct_heading: "申請を直す",
    resend: "再申請する",
    returned_heading: "差戻しの理由",
    other_slots: "近い空き枠",
    lost_heading: "選んだ枠は先に予約されました",
    lost_text: "入力した内容は残っています。近い空き枠を選んで、もう一度送信してください。",
    lost_none: "近い日時に空きがありません。「日時を変更する」から別の日時を選んでください。",
    purpose: "利用目的",
    purpose_hint: "承認する人が読みます。1～3文で書いてください。",
    sample: "試料",
    sample_hint: "種類と量。例：精製タンパク質 20 µL",
    safety: "試料の生物学的安全性",
    safety_hint: "",
    support_mode: "利用のしかた",
    project_number: "支払いに使う研究費の課題番号",
    project_number_hint: "例：26zz0999001j0001。なければ空欄のまま送信できます。",
    privacy_hint: "患者・被験者の個人情報を入力しないでください。",
    after_send: "承認されるまでは、いつでも取り下げられます。",
    summary_label: "申請の要点",
    summary_heading: "申請する機器と日時",
    change_slot: "日時を変更する",
    resource: "機器",
    when: "日時",
    applicant: "申請者",
    facility: "施設",
    number: "受付番号",
    checks_heading: "申請の条件を満たしています",
    checks_open_heading: "送信の前に確認してください",
    consent_given: "利用規則に同意済み",
    consent_open: "利用規則への同意（下の欄で同意できます）",
    slot_fits: "この日時は空いています",
    slot_wrong: "この日時では申請できません",
    decided_by: "承認する人",
    received_heading: "申請を受け付けました",
    next_heading: "このあと",
    next_review: "施設の担当者が内容を確認します",
    next_told: "結果をメールでお知らせします",
    can_change: "承認されるまでは取り下げられます。",
    show: "申請の内容を見る",
    mine: "自分の申請を見る",
    ics: "予定表に追加（.ics）",
    list_heading: "自分の申請",
    nothing_heading: "まだ申請はありません",
    nothing_text: "機器と日時を選ぶと、ここに申請が並びます。",
    search: "機器を探す",
    coming_heading: "これからの利用",
    past_heading: "過去の利用と終わった申請",
    status: "状況",
    actions: "操作",
    again: "もう一度申請",
    fix: "直して再申請する",
    facts_heading: "機器と日時",
    content_heading: "申請の内容",
    log_label: "これまでの経過",
    log_heading: "経過",
    withdraw: "申請を取り下げる",
    withdraw_warning: "この申請を取り下げます。費用はかかりません。枠はすぐに開放され、元に戻せません。",
    cancel: "予約を取り消す",
    cancel_warning: "この予約を取り消します。枠はすぐに開放され、元に戻せません。",
    house: "システム",
};

pub(super) const EN: Words = Words {
    here: "Sent",
    crumb_label: "You are here",
    home: "Home",
    steps_label: "Steps of the request",
    steps: &["Equipment and time", "Your request", "Sent"],
    step_done: "done",
    error_prefix: "Error: ",
    required: "required",
    request_heading: "Request use",
    send: "Send the request",
    correct_heading: "Correct the request",
    resend: "Resend",
    returned_heading: "Why it was returned",
    other_slots: "Nearest free times",
    lost_heading: "The time you chose has just been booked",
    lost_text: "What you typed is kept. Choose one of the nearest free times and send it again.",
    lost_none: "Nothing is free near that time. Choose another one under “Change the time”.",
    purpose: "Purpose of use",
    purpose_hint: "The people who approve read this. One to three sentences.",
    sample: "Sample",
    sample_hint: "Kind and amount. For example: purified protein, 20 µL",
    safety: "Biological safety of the sample",
    safety_hint: "",
    support_mode: "How you will use it",
    project_number: "Project number of the funds",
    project_number_hint: "For example: 26zz0999001j0001. May stay empty.",
    privacy_hint: "Do not enter personal data of patients or participants.",
    after_send: "You can withdraw it at any time until it is approved.",
    summary_label: "Summary of the request",
    summary_heading: "Equipment and time",
    change_slot: "Change the time",
    resource: "Equipment",
    when: "Time",
    applicant: "Applicant",
    facility: "Facility",
    number: "Request number",
    checks_heading: "The conditions are met",
    checks_open_heading: "Before you send",
    consent_given: "You agreed to the usage rules",
    consent_open: "Consent to the usage rules (tick the box below)",
    slot_fits: "This time is free",
    slot_wrong: "This time can't be requested",
    decided_by: "Who decides",
    received_heading: "We received your request",
    next_heading: "What happens next",
    next_review: "The facility's manager looks at it",
    next_told: "You are told the result by e-mail",
    can_change: "You can withdraw it until it is approved.",
    show: "See the request",
    mine: "See my requests",
    ics: "Add to my calendar (.ics)",
    list_heading: "My requests",
    nothing_heading: "No requests yet",
    nothing_text: "Choose equipment and a time; your requests will be listed here.",
    search: "Find instruments",
    coming_heading: "Coming up",
    past_heading: "Past and ended",
    status: "State",
    actions: "Actions",
    again: "Request again",
    fix: "Correct and resend",
    facts_heading: "Equipment and time",
    content_heading: "What was asked",
    log_label: "History",
    log_heading: "History",
    withdraw: "Withdraw the request",
    withdraw_warning: "This withdraws the request, free of charge. The time becomes free at once; this can't be undone.",
    cancel: "Cancel the booking",
    cancel_warning: "This cancels the booking. The time becomes free at once; this can't be undone.",
    house: "System",
};

/// Tone and words of a state's chip.
#[must_use]
pub const fn chip(language: Language, state: State) -> (&'static str, &'static str) {
    let (tone, ja, en) = match state {
        State::FacilityReview => ("y", "承認待ち", "Waiting for approval"),
        State::Returned => ("o", "↩ 差戻し", "↩ Returned"),
        State::Confirmed => ("g", "✓ 確定", "✓ Confirmed"),
        State::Rejected => ("r", "× 不承認", "× Not approved"),
        State::Withdrawn => ("", "取下げ", "Withdrawn"),
        State::CancelledByUser => ("", "取消し", "Cancelled"),
        State::Expired => ("", "期限切れ", "Expired"),
    };
    (tone, pick(language, ja, en))
}

/// Where a booking stands, as a sentence to its applicant; `who` are the managers' names.
#[must_use]
pub fn sentence(language: Language, state: State, who: &str) -> String {
    match (language, state) {
        (Language::Ja, State::FacilityReview) if who.is_empty() => {
            "施設の担当者の承認を待っています。枠は仮予約として確保しています。".to_owned()
        }
        (Language::Ja, State::FacilityReview) => {
            format!("{who}さんの承認を待っています。枠は仮予約として確保しています。")
        }
        (Language::Ja, State::Returned) => {
            "差し戻されました。直して再申請してください。枠は確保したままです。".to_owned()
        }
        (Language::Ja, State::Confirmed) => "予約が確定しました。".to_owned(),
        (Language::Ja, State::Rejected) => "承認されませんでした。枠は開放されました。".to_owned(),
        (Language::Ja, State::Withdrawn) => "取り下げました。枠は開放されました。".to_owned(),
        (Language::Ja, State::CancelledByUser) => "取り消しました。枠は開放されました。".to_owned(),
        (Language::Ja, State::Expired) => {
            "開始時刻までに決定がなかったため、期限切れになりました。".to_owned()
        }
        (Language::En, State::FacilityReview) if who.is_empty() => {
            "Waiting for the facility's approval. The time is held for you.".to_owned()
        }
        (Language::En, State::FacilityReview) => {
            format!("Waiting for approval by {who}. The time is held for you.")
        }
        (Language::En, State::Returned) => {
            "It was returned to you. Correct it and send it again; the time is still held."
                .to_owned()
        }
        (Language::En, State::Confirmed) => "The booking is confirmed.".to_owned(),
        (Language::En, State::Rejected) => {
            "It was not approved. The time is free again.".to_owned()
        }
        (Language::En, State::Withdrawn) => "You withdrew it. The time is free again.".to_owned(),
        (Language::En, State::CancelledByUser) => {
            "You cancelled it. The time is free again.".to_owned()
        }
        (Language::En, State::Expired) => {
            "Nobody decided before it would have begun, so it lapsed.".to_owned()
        }
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

/// What happened, as a line of a booking's history.
#[must_use]
pub const fn happened(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::BookingRequested => pick(language, "申請を受け付けました", "Requested"),
        Kind::BookingResent => pick(language, "再申請されました", "Sent again"),
        Kind::BookingApproved => pick(language, "承認されました", "Approved"),
        Kind::BookingReturned => pick(language, "差し戻されました", "Returned"),
        Kind::BookingRejected => pick(language, "不承認となりました", "Not approved"),
        Kind::BookingWithdrawn => pick(language, "取り下げられました", "Withdrawn"),
        Kind::BookingCancelled => pick(language, "取り消されました", "Cancelled"),
        Kind::BookingExpired => pick(language, "期限切れになりました", "Lapsed"),
        _ => "",
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

/// The words beside the box that agrees to a rule.
#[must_use]
pub fn agree_label(language: Language, title: &str, version: &str) -> String {
    match language {
        Language::Ja => format!("{title} 第{version}版に同意します"),
        Language::En => format!("I agree to {title}, version {version}"),
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

/// How many requests were returned.
#[must_use]
pub fn returned(language: Language, resource: &str) -> String {
    match language {
        Language::Ja => format!("差戻し：{resource}"),
        Language::En => format!("Returned: {resource}"),
    }
}

const fn pick(language: Language, ja: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}
