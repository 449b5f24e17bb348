//! The words of feeds: the page on which they are kept, and what a feed says of each entry.

use crate::domain::feed::{MOST, Subject};
use crate::domain::language::Language;
use crate::words::mail;

/// The page of one's feeds.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub heading: &'static str,
    pub lead: &'static str,
    pub secret_note: &'static str,
    pub error_prefix: &'static str,
    pub opened_heading: &'static str,
    pub opened_text: &'static str,
    pub address: &'static str,
    pub how: &'static str,
    pub list_heading: &'static str,
    pub nothing: &'static str,
    pub name: &'static str,
    pub name_hint: &'static str,
    pub about: &'static str,
    pub about_hint: &'static str,
    pub choose: &'static str,
    pub mine: &'static str,
    pub own: &'static str,
    pub facilities: &'static str,
    pub resources: &'static str,
    pub opened_at: &'static str,
    pub used_at: &'static str,
    pub never_used: &'static str,
    pub actions: &'static str,
    pub close: &'static str,
    pub closed: &'static str,
    pub no_right: &'static str,
    pub new_heading: &'static str,
    pub open: &'static str,
    pub required: &'static str,
    pub absent: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    heading: "予定の配信用アドレス",
    lead: "Outlook、Google カレンダー、スマートフォンなどのカレンダーに、ここの予定を表示できます。3か月前から13か月先までの予定を、おおむね1時間ごとに読み込みます。",
    secret_note: "アドレスを知っている人は、誰でも予定を見られます。ほかの人に教えないでください。教えてしまったときは、停止して作り直してください。",
    error_prefix: "エラー：",
    opened_heading: "配信用アドレスを作りました",
    opened_text: "このアドレスは、いまだけ表示します。カレンダーに登録するまで、このページを閉じないでください。",
    address: "配信用アドレス",
    how: "カレンダーの「URLで追加」「照会カレンダーを追加」などに貼り付けてください。",
    list_heading: "使用中の配信用アドレス",
    nothing: "まだありません。",
    name: "名前",
    name_hint: "カレンダーに表示する名前です。空欄のときは、配信する予定の名前になります。",
    about: "配信する予定",
    about_hint: "表示するのは、そのときに見てよい予定だけです。担当を離れると、施設や機器の予定は表示されなくなります。",
    choose: "選んでください",
    mine: "自分の予約と講習",
    own: "自分の予定",
    facilities: "管理している施設",
    resources: "管理している機器",
    opened_at: "作成",
    used_at: "最後に読み込まれた時",
    never_used: "まだありません",
    actions: "操作",
    close: "停止する",
    closed: "配信を停止しました。このアドレスからは、もう予定を読み込めません。",
    no_right: "▲ 担当を離れたため、予定を表示していません",
    new_heading: "新しく作る",
    open: "アドレスを作る",
    required: "※必須",
    absent: "この配信用アドレスは使えません。",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    heading: "Secret calendar addresses",
    lead: "Show your bookings in Outlook, Google Calendar or on your phone. A calendar shows three months back and thirteen months ahead, and is read about once an hour.",
    secret_note: "Whoever knows the address can see what is in it. Tell it to nobody; if you did, stop it and make another.",
    error_prefix: "Error: ",
    opened_heading: "The address is ready",
    opened_text: "It is shown only now. Keep this page open until your calendar has it.",
    address: "Secret address",
    how: "Paste it where your calendar program offers “subscribe” or “add by URL”.",
    list_heading: "Addresses in use",
    nothing: "None yet.",
    name: "Name",
    name_hint: "What your calendar program shows. Left empty, it is called after what it shows.",
    about: "What it shows",
    about_hint: "It shows only what you may see at that moment. When you no longer manage a facility, its bookings disappear.",
    choose: "Please choose",
    mine: "My bookings and trainings",
    own: "Mine",
    facilities: "Facilities you manage",
    resources: "Instruments you manage",
    opened_at: "Made",
    used_at: "Last read",
    never_used: "never",
    actions: "Actions",
    close: "Stop",
    closed: "The address is stopped. Nothing can be read at it any more.",
    no_right: "▲ Empty: you no longer manage it",
    new_heading: "Make a new one",
    open: "Make an address",
    required: "required",
    absent: "This calendar address can't be used.",
};

/// How many there are: 3件（10件まで）.
#[must_use]
pub fn count(language: Language, count: usize) -> String {
    match language {
        Language::Ja => format!("{count}件（{MOST}件まで）"),
        Language::En => format!("{count} of at most {MOST}"),
    }
}

/// What a feed shows, where its facility or resource has this name.
#[must_use]
pub fn about(language: Language, subject: Subject, name: &str) -> String {
    match (language, subject) {
        (Language::Ja, Subject::Mine) => JA.mine.to_owned(),
        (Language::En, Subject::Mine) => EN.mine.to_owned(),
        (Language::Ja, Subject::Facility(_)) => format!("施設：{name}"),
        (Language::En, Subject::Facility(_)) => format!("Facility: {name}"),
        (Language::Ja, Subject::Resource(_)) => format!("機器：{name}"),
        (Language::En, Subject::Resource(_)) => format!("Instrument: {name}"),
    }
}

/// An entry of a facility's feed: 共焦点顕微鏡：佐藤 恵（長寿研）.
#[must_use]
pub fn summary(language: Language, resource: &str, applicant: &str) -> String {
    match language {
        Language::Ja => format!("{resource}：{applicant}"),
        Language::En => format!("{resource}: {applicant}"),
    }
}

/// What an entry says besides: its state, its number, its page.
#[must_use]
pub fn description(language: Language, state: &str, number: &str, link: &str) -> String {
    let state_label = match language {
        Language::Ja => "状態",
        Language::En => "State",
    };
    let (label, colon) = (mail::of(language).number, mail::colon(language));
    let number = match number {
        "" => String::new(),
        number => format!("{label}{colon}{number}\n"),
    };
    format!("{state_label}{colon}{state}\n{number}{link}")
}
