//! The words of outages: entering one, what it touches, what becomes of it, and what the public is told.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::outage::{Sort, What};
use crate::words::when;

/// All of them.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub error_prefix: &'static str,
    pub required: &'static str,
    pub here: &'static str,
    pub lead: &'static str,
    pub new: &'static str,
    pub nothing: &'static str,
    pub no_resource: &'static str,
    pub resource: &'static str,
    pub choose: &'static str,
    pub time: &'static str,
    pub state: &'static str,
    pub sort: &'static str,
    pub from: &'static str,
    pub until: &'static str,
    pub until_hint: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub check: &'static str,
    pub touched: &'static str,
    pub touched_none: &'static str,
    pub touched_means: &'static str,
    pub shorter_heading: &'static str,
    pub shorter_means: &'static str,
    pub booking: &'static str,
    pub applicant: &'static str,
    pub what: &'static str,
    pub save: &'static str,
    pub save_none: &'static str,
    pub on: &'static str,
    pub planned: &'static str,
    pub overdue: &'static str,
    pub ended: &'static str,
    pub dropped: &'static str,
    pub by_user: &'static str,
    pub damage: &'static str,
    pub effects: &'static str,
    pub effects_none: &'static str,
    pub end_heading: &'static str,
    pub end_means: &'static str,
    pub ended_at: &'static str,
    pub end: &'static str,
    pub drop_heading: &'static str,
    pub drop_means: &'static str,
    pub drop: &'static str,
    pub postpone_heading: &'static str,
    pub postpone_means: &'static str,
    pub postpone: &'static str,
    pub blame_heading: &'static str,
    pub blame_means: &'static str,
    pub blame_reason: &'static str,
    pub blame_hint: &'static str,
    pub blame: &'static str,
    pub rebook: &'static str,
    pub credit: &'static str,
    pub find: &'static str,
    pub elsewhere: &'static str,
    pub take_back: &'static str,
    pub back_early: &'static str,
    pub priority: &'static str,
    pub public_failure: &'static str,
    pub public_maintenance: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    error_prefix: "エラー：",
    required: "※必須",
    here: "停止と保守",
    lead: "故障や保守で使えない時間です。登録すると、影響する予約は施設の都合で取り消され、利用者に知らせます。",
    new: "停止を登録する",
    nothing: "登録された停止はありません。",
    no_resource: "管理している機器がありません。",
    resource: "機器",
    choose: "選んでください",
    time: "時間",
    state: "状態",
    sort: "種類",
    from: "停止の開始",
    until: "復旧の見込み",
    until_hint: "あとから変えられます。早く復旧したときは、元の枠を利用者に戻せます。",
    note: "利用者に知らせる内容",
    note_hint: "影響する予約の利用者へのメールと、予約のページに載ります。",
    check: "影響する予約を確かめる",
    touched: "影響する予約",
    touched_none: "影響する予約はありません。",
    touched_means: "登録すると、次のとおりにし、全員にメールで知らせます。取消料はかかりません。",
    shorter_heading: "停止を短くする",
    shorter_means: "影響する予約は増えません。空く時間は、停止のために予約を取り消された人に、先に案内します。",
    booking: "予約",
    applicant: "利用者",
    what: "どうなるか",
    save: "登録して知らせる",
    save_none: "登録する",
    on: "停止中",
    planned: "予定",
    overdue: "見込みを過ぎています",
    ended: "復旧済み",
    dropped: "取りやめ",
    by_user: "利用者の操作による",
    damage: "損害の報告",
    effects: "影響した予約",
    effects_none: "影響した予約はありませんでした。",
    end_heading: "復旧を登録する",
    end_means: "これから始まる、取り消した予約の枠は、別の日時に振り替えていない利用者のために確保し、メールで知らせます。",
    ended_at: "復旧した日時",
    end: "復旧した",
    drop_heading: "停止を取りやめる",
    drop_means: "まだ始まっていない停止です。取りやめると、その時間はまた予約できます。取り消した予約の枠は、別の日時に振り替えていない利用者のために確保し、メールで知らせます。",
    drop: "取りやめる",
    postpone_heading: "復旧の見込みを変える",
    postpone_means: "延ばすときは、先に影響する予約を確かめます。早めるときは、空いた枠を元の利用者に戻せます。",
    postpone: "見込みを変える",
    blame_heading: "利用者の操作が原因のとき（損害の報告）",
    blame_means: "記録すると、中断した利用の減額はなくなります。利用者に知らせます。",
    blame_reason: "損害の内容と経緯",
    blame_hint: "何が、どのように壊れたか、だれが確かめたかを書いてください。利用者にもそのまま伝わります。",
    blame: "損害を記録する",
    rebook: "振替優先",
    credit: "減額",
    find: "同じ機器の空きを見る",
    elsewhere: "同じ分類の機器の空きを探す",
    take_back: "元の予約に戻す",
    back_early: "早期復旧",
    priority: "振替優先",
    public_failure: "故障のため停止中",
    public_maintenance: "保守のため停止中",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    error_prefix: "Error: ",
    required: "required",
    here: "Outages",
    lead: "Time in which equipment can't be used. When you enter one, the bookings that it touches are called off by the facility, and their users are told.",
    new: "Enter an outage",
    nothing: "There is no outage.",
    no_resource: "You manage no equipment.",
    resource: "Equipment",
    choose: "Choose",
    time: "Time",
    state: "State",
    sort: "Kind",
    from: "Start of the outage",
    until: "Expected back",
    until_hint: "You can change it later. If it is back early, users can have their time again.",
    note: "What users are told",
    note_hint: "It stands in the mail to everybody whose booking is touched, and on the page of the booking.",
    check: "See which bookings are touched",
    touched: "Bookings that are touched",
    touched_none: "No booking is touched.",
    touched_means: "If you enter it, this happens, and everybody is told by mail. There are no fees.",
    shorter_heading: "A shorter outage",
    shorter_means: "No more bookings are touched. The time that frees is offered first to those whose bookings were called off for it.",
    booking: "Booking",
    applicant: "User",
    what: "What happens",
    save: "Enter it and tell them",
    save_none: "Enter it",
    on: "Out of service",
    planned: "Planned",
    overdue: "Longer than expected",
    ended: "Back",
    dropped: "Dropped",
    by_user: "Because of how it was used",
    damage: "Report of the damage",
    effects: "Bookings that were touched",
    effects_none: "No booking was touched.",
    end_heading: "It is back",
    end_means: "The times of bookings that were called off and are still to come are kept for their users, unless they have moved to another time. They are told by mail.",
    ended_at: "Back since",
    end: "It is back",
    drop_heading: "Drop the outage",
    drop_means: "It has not begun. If you drop it, its time can be booked again. The times of bookings that were called off are kept for their users, unless they have moved to another time. They are told by mail.",
    drop: "Drop it",
    postpone_heading: "Change when it is expected back",
    postpone_means: "If it takes longer, you see first which bookings that touches. If it takes less, the time that frees goes back to its users.",
    postpone: "Change it",
    blame_heading: "If a user caused it (report of the damage)",
    blame_means: "If you record this, nothing is credited for the use that was cut short. The user is told.",
    blame_reason: "What was damaged, and how",
    blame_hint: "Write what broke, how, and who looked at it. The user reads it word for word.",
    blame: "Record the damage",
    rebook: "Priority for another time",
    credit: "Credited",
    find: "Free times of the same equipment",
    elsewhere: "Free times of equipment of the same kind",
    take_back: "Take my time back",
    back_early: "Back early",
    priority: "Replacement",
    public_failure: "Out of service: failure",
    public_maintenance: "Out of service: maintenance",
};

/// What it is.
#[must_use]
pub const fn sort(language: Language, sort: Sort) -> &'static str {
    match (language, sort) {
        (Language::Ja, Sort::Failure) => "故障",
        (Language::Ja, Sort::Maintenance) => "保守点検",
        (Language::En, Sort::Failure) => "Failure",
        (Language::En, Sort::Maintenance) => "Maintenance",
    }
}

/// What it does to a booking.
#[must_use]
pub fn what(language: Language, what: What) -> String {
    match (language, what) {
        (Language::Ja, What::CalledOff { rebook_until }) => {
            format!(
                "取消し（{}まで振替優先）",
                when::day(language, rebook_until)
            )
        }
        (Language::En, What::CalledOff { rebook_until }) => {
            let until = when::day(language, rebook_until);
            format!("called off (priority until {until})")
        }
        (Language::Ja, What::Interrupted { credit_minutes }) => {
            format!("中断（減額 {}）", when::length(language, credit_minutes))
        }
        (Language::En, What::Interrupted { credit_minutes }) => {
            let credit = when::length(language, credit_minutes);
            format!("cut short (credited: {credit})")
        }
    }
}

/// The same beside its label on the page of the booking.
#[must_use]
pub fn said(language: Language, what: What) -> String {
    match (language, what) {
        (Language::Ja, What::CalledOff { rebook_until }) => {
            format!("{}まで", when::day_with_year(language, rebook_until))
        }
        (Language::En, What::CalledOff { rebook_until }) => {
            format!("until {}", when::day_with_year(language, rebook_until))
        }
        (Language::Ja, What::Interrupted { credit_minutes: 0 }) => "なし".to_owned(),
        (Language::En, What::Interrupted { credit_minutes: 0 }) => "nothing".to_owned(),
        (_, What::Interrupted { credit_minutes }) => when::length(language, credit_minutes),
    }
}

/// When it is expected back, as the public reads it.
#[must_use]
pub fn expected(language: Language, day: NaiveDate) -> String {
    let day = when::day_plain(language, day);
    match language {
        Language::Ja => format!("復旧見込み {day}"),
        Language::En => format!("Expected back on {day}"),
    }
}

/// The chip beside the name of what stands still.
#[must_use]
pub fn chip(language: Language, day: NaiveDate) -> String {
    let expected = expected(language, day);
    match language {
        Language::Ja => format!("停止中（{expected}）"),
        Language::En => format!("Out of service ({expected})"),
    }
}
