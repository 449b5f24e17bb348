//! The words of an instrument's door: the page behind its code, the digits, and the sheet to print.

use crate::domain::language::Language;

/// All of them.
pub struct Words {
    pub home: &'static str,
    pub crumb_label: &'static str,
    pub error_prefix: &'static str,
    pub required: &'static str,
    pub here: &'static str,
    pub lead: &'static str,
    pub nothing: &'static str,
    pub which: &'static str,
    pub pin: &'static str,
    pub pin_hint: &'static str,
    pub enter: &'static str,
    pub sign_in: &'static str,
    pub resource: &'static str,
    pub begun: &'static str,
    pub ended: &'static str,
    pub pin_heading: &'static str,
    pub pin_lead: &'static str,
    pub pin_set: &'static str,
    pub pin_kept: &'static str,
    pub pin_gone: &'static str,
    pub pin_new: &'static str,
    pub pin_new_hint: &'static str,
    pub pin_save: &'static str,
    pub pin_remove: &'static str,
    pub profile: &'static str,
    pub sheet: &'static str,
    pub sheet_lead: &'static str,
    pub sheet_steps: [&'static str; 3],
    pub code: &'static str,
    pub svg: &'static str,
}

const JA: Words = Words {
    home: "トップ",
    crumb_label: "現在地",
    error_prefix: "エラー：",
    required: "※必須",
    here: "利用の開始・終了",
    lead: "予約の時間を選び、暗証番号を入力してください。氏名は表示しません。",
    nothing: "今、開始・終了できる予約はありません。開始できるのは、予約の30分前からです。",
    which: "利用する予約",
    pin: "暗証番号",
    pin_hint: "「登録情報」から登録した6桁の数字です。",
    enter: "開始する・終了する",
    sign_in: "サインインして利用を始める",
    resource: "機器のページ",
    begun: "利用を開始しました。終わったら、同じページで終了してください。",
    ended: "利用を終了しました。利用報告は、サインインして入力してください。",
    pin_heading: "機器の前で使う暗証番号",
    pin_lead: "機器の入口のコードを読み取った画面で、サインインの代わりに使えます。暗証番号だけで申請や変更はできません。",
    pin_set: "暗証番号を登録した日時",
    pin_kept: "暗証番号を登録しました。",
    pin_gone: "暗証番号を削除しました。",
    pin_new: "新しい暗証番号",
    pin_new_hint: "6桁の数字。ほかで使っている番号や、生年月日は避けてください。",
    pin_save: "登録する",
    pin_remove: "暗証番号を削除する",
    profile: "登録情報",
    sheet: "入口の掲示",
    sheet_lead: "印刷して、機器のそばに掲示してください。コードは、この機器の利用の開始・終了の画面を開きます。",
    sheet_steps: [
        "コードを読み取ります。",
        "サインインするか、予約の時間を選んで暗証番号を入力します。",
        "終わったら、もう一度読み取って終了します。残りの時間は、すぐに次の方へ開放されます。",
    ],
    code: "利用の開始・終了の画面を開くコード",
    svg: "コードの画像（SVG）",
};

const EN: Words = Words {
    home: "Home",
    crumb_label: "You are here",
    error_prefix: "Error: ",
    required: "Required",
    here: "Begin or end a use",
    lead: "Choose the time of your booking and enter your PIN. No names are shown.",
    nothing: "No booking can be begun or ended now. A use can be begun from 30 minutes before its time.",
    which: "Your booking",
    pin: "PIN",
    pin_hint: "The six digits that you set from your profile.",
    enter: "Begin or end",
    sign_in: "Sign in and begin",
    resource: "Page of the equipment",
    begun: "The use has begun. End it on this page when you are done.",
    ended: "The use has ended. Sign in to enter the log.",
    pin_heading: "PIN for the equipment's door",
    pin_lead: "It replaces signing in on the page behind the code at an instrument's door. Nothing can be asked for or changed with it.",
    pin_set: "PIN set",
    pin_kept: "The PIN is set.",
    pin_gone: "The PIN is deleted.",
    pin_new: "New PIN",
    pin_new_hint: "Six digits. Not your date of birth, nor digits that you use elsewhere.",
    pin_save: "Set",
    pin_remove: "Delete the PIN",
    profile: "Profile",
    sheet: "Sheet for the door",
    sheet_lead: "Print it and put it up beside the equipment. The code opens the page where its use is begun and ended.",
    sheet_steps: [
        "Scan the code.",
        "Sign in, or choose the time of your booking and enter your PIN.",
        "Scan it again when you are done. What is left of the time is free for others at once.",
    ],
    code: "Code that opens the page where a use is begun and ended",
    svg: "Image of the code (SVG)",
};

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// A booking to choose at the door: its time, and the end of its number.
#[must_use]
pub fn choice(language: Language, when: &str, ending: &str, in_use: bool) -> String {
    match (language, in_use) {
        (Language::Ja, true) => format!("{when}（利用中、受付番号の末尾 {ending}）"),
        (Language::Ja, false) => format!("{when}（受付番号の末尾 {ending}）"),
        (Language::En, true) => format!("{when} (in use, number ends in {ending})"),
        (Language::En, false) => format!("{when} (number ends in {ending})"),
    }
}
