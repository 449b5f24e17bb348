//! The words of requests that compete for the same time: the manager's comparison, and what applicants are told.

use crate::domain::language::Language;
use crate::words::when;

/// All of them.
pub struct Words {
    pub heading: &'static str,
    pub link: &'static str,
    pub chip: &'static str,
    pub means: &'static str,
    pub alone: &'static str,
    pub overlap: &'static str,
    pub place: &'static str,
    pub used: &'static str,
    pub instead: &'static str,
    pub nothing: &'static str,
    pub lost: &'static str,
    pub choose: &'static str,
    pub look: &'static str,
    /// Beside the chosen time, before a request is sent.
    pub rule: &'static str,
    /// On the page after sending.
    pub next: &'static str,
    /// To an applicant whose time is taken by now.
    pub gone: &'static str,
    pub nearest: &'static str,
    pub other_time: &'static str,
    /// On the form that changes a request which competes.
    pub change: &'static str,
    /// Among the checks of one request before its manager.
    pub not_held: &'static str,
}

pub(super) const JA: Words = Words {
    heading: "競合する申請を比べる",
    link: "比べて決める",
    chip: "▲ 競合",
    means: "同じ時間を希望する申請です。一つを承認すると、重なる申請の申請者に、近い空き枠を添えて知らせます。選ばれなかった申請は終わらず、申請者が日時を変更できます。",
    alone: "同じ時間を希望する申請は、今はほかにありません。",
    overlap: "時間の重なり",
    place: "届いた順",
    used: "過去30日の利用（この機器）",
    instead: "代わりの空き枠",
    nothing: "近くに空きはありません",
    lost: "この時間は、すでにほかの予約または停止で埋まっています。申請者は日時を変更できます。",
    choose: "この申請を承認する",
    look: "内容を見る",
    rule: "決め方",
    next: "施設が、同じ時間の申請の中から選びます。それまで枠は確保されません",
    gone: "希望された時間は、ほかの申請が承認されたか機器が停止するため、使えません。別の日時に変更するか、申請を取り下げてください。",
    nearest: "近い空き枠",
    other_time: "ほかの日時に変更する",
    change: "変更はすぐに反映されます。決まるまで、枠は確保されません。",
    not_held: "枠は確保していません（選考）",
};

pub(super) const EN: Words = Words {
    heading: "Compare requests for the same time",
    link: "Compare and decide",
    chip: "▲ Competing",
    means: "These requests want the same time. When you approve one, the applicants of those that overlap it are told, with free times near it. A request that is not chosen is not over: its applicant can change the time.",
    alone: "No other request wants this time at the moment.",
    overlap: "How the times overlap",
    place: "Order received",
    used: "Used in the last 30 days (this equipment)",
    instead: "Free instead",
    nothing: "Nothing is free near it",
    lost: "This time is taken by another booking or an outage by now. The applicant can change it.",
    choose: "Approve this request",
    look: "See details",
    rule: "How it is decided",
    next: "The facility chooses among the requests for the same time. No time is held until then",
    gone: "The time you wished for is gone: another request was approved, or the equipment is out of service then. Change to another time, or withdraw the request.",
    nearest: "Free times near it",
    other_time: "Change to another time",
    change: "The change counts at once. No time is held until the facility decides.",
    not_held: "No time is held (selection)",
};

/// Which one it is, of how many.
#[must_use]
pub fn place(language: Language, place: usize, of: usize) -> String {
    match language {
        Language::Ja => format!("{of}件中{place}番目"),
        Language::En => format!("{place} of {of}"),
    }
}

/// When it was sent, and which one that makes it.
#[must_use]
pub fn sent(language: Language, at: crate::domain::time::Instant, place: &str) -> String {
    let at = when::moment(language, at);
    match language {
        Language::Ja => format!("{place}（{at}）"),
        Language::En => format!("{place} ({at})"),
    }
}

/// How a time is given out where requests compete, and how many want it already.
#[must_use]
pub fn how(language: Language, others: i64) -> String {
    match (language, others) {
        (Language::Ja, 0) => {
            "同じ時間の申請の中から施設が選びます。今、ほかの申請はありません。".to_owned()
        }
        (Language::Ja, others) => {
            format!("同じ時間の申請の中から施設が選びます。今、ほかに{others}件あります。")
        }
        (Language::En, 0) => {
            "The facility chooses among the requests for the same time. There is no other one yet."
                .to_owned()
        }
        (Language::En, 1) => {
            "The facility chooses among the requests for the same time. There is 1 other by now."
                .to_owned()
        }
        (Language::En, others) => format!(
            "The facility chooses among the requests for the same time. There are {others} others by now."
        ),
    }
}

/// How many more there are than are shown.
#[must_use]
pub fn more(language: Language, count: usize) -> String {
    match language {
        Language::Ja => format!("ほかに{count}件の申請が、この時間に重なります。"),
        Language::En if count == 1 => "1 more request overlaps this time.".to_owned(),
        Language::En => format!("{count} more requests overlap this time."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(place(Language::Ja, 2, 3), "3件中2番目");
        assert!(how(Language::En, 1).ends_with("There is 1 other by now."));
        assert!(how(Language::Ja, 2).contains("ほかに2件"));
        assert_eq!(more(Language::En, 1), "1 more request overlaps this time.");
    }
}
