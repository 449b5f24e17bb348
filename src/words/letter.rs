//! The words of the pages about letters: those sent by a demonstration, and how delivery goes.

use crate::domain::language::Language;

/// The pages of letters.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    /// Letters of the demonstration.
    pub heading: &'static str,
    pub lead: &'static str,
    pub nothing: &'static str,
    pub to: &'static str,
    pub sent_at: &'static str,
    pub subject: &'static str,
    pub entry: &'static str,
    pub back: &'static str,
    /// How delivery goes, for operators.
    pub waiting_heading: &'static str,
    pub waiting: &'static str,
    pub retrying: &'static str,
    pub uncertain: &'static str,
    pub dead: &'static str,
    pub sent: &'static str,
    pub all_well: &'static str,
    pub trouble: &'static str,
    pub trouble_text: &'static str,
    pub unsent_heading: &'static str,
    pub sent_heading: &'static str,
    pub letter: &'static str,
    pub since: &'static str,
    pub state: &'static str,
    pub tries: &'static str,
    pub next_at: &'static str,
    pub problem: &'static str,
    pub never: &'static str,
    pub no_sent: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップページ",
    heading: "送信したメール",
    lead: "見本の環境では、メールを実際には送らず、ここに表示します。新しい順に100通までです。",
    nothing: "まだメールは送信していません。申請や登録をすると、1～2秒でここに表示されます。",
    to: "宛先",
    sent_at: "日時",
    subject: "件名",
    entry: "添付の予定（.ics）を保存する",
    back: "送信したメールの一覧へ",
    waiting_heading: "メールの配信状況",
    waiting: "送信待ち",
    retrying: "再送待ち",
    uncertain: "到着不明",
    dead: "送信中止",
    sent: "送信済み",
    all_well: "届いていないメールはありません。",
    trouble: "届いていないメールがあります",
    trouble_text: "予約や決定は成立しています。メールサーバーの設定と状態を確かめてください。再送待ちのメールは、最長6時間の間隔で5日間、自動で送り直します。",
    unsent_heading: "まだ届いていないメール（古い順）",
    sent_heading: "最近送信したメール（50通まで）",
    letter: "種類",
    since: "発生日時",
    state: "状況",
    tries: "試行",
    next_at: "次の送信",
    problem: "原因",
    never: "自動では送りません",
    no_sent: "まだありません。",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    heading: "E-mails sent",
    lead: "A demonstration sends no real e-mail; it shows the letters here, newest first, up to 100.",
    nothing: "No letter was sent yet. Send a request or register, and it appears here within two seconds.",
    to: "To",
    sent_at: "Time",
    subject: "Subject",
    entry: "Save the attached entry (.ics)",
    back: "All e-mails sent",
    waiting_heading: "Delivery of e-mail",
    waiting: "Waiting",
    retrying: "To be retried",
    uncertain: "Unknown",
    dead: "Given up",
    sent: "Sent",
    all_well: "Every letter was delivered.",
    trouble: "Some letters were not delivered",
    trouble_text: "Bookings and decisions stand. Check the mail server and its settings. Letters to be retried are sent again by themselves for five days, at intervals of up to six hours.",
    unsent_heading: "Not delivered yet (oldest first)",
    sent_heading: "Sent last (up to 50)",
    letter: "Kind",
    since: "Since",
    state: "State",
    tries: "Tries",
    next_at: "Next try",
    problem: "Problem",
    never: "Not by itself",
    no_sent: "None yet.",
};

/// Tone and words of the chip of a letter's state in the outbox.
#[must_use]
pub fn chip(language: Language, state: &str) -> (&'static str, &'static str) {
    let (tone, ja, en) = match state {
        "queued" => ("y", "送信待ち", "Waiting"),
        "sending" => ("b", "送信中", "Being sent"),
        "retry" => ("o", "▲ 再送待ち", "▲ To be retried"),
        "uncertain" => ("o", "▲ 到着不明", "▲ Unknown"),
        "sent" => ("g", "✓ 送信済み", "✓ Sent"),
        "expired" => ("", "期限切れ", "Expired"),
        _ => ("r", "× 送信中止", "× Given up"),
    };
    match language {
        Language::Ja => (tone, ja),
        Language::En => (tone, en),
    }
}
