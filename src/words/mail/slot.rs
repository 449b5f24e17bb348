//! The words of letters about time that became free.

use crate::domain::language::Language;
use crate::domain::letter::slot::SlotNews;
use crate::words::mail::occasion::Occasion;

/// Labels and occasions.
pub struct Words {
    pub resource: &'static str,
    pub facility: &'static str,
    pub when: &'static str,
    pub units: &'static str,
    pub until: &'static str,
    offered: Occasion,
    free: Occasion,
    lapsed: Occasion,
    stopped: Occasion,
    back_early: Occasion,
}

static JA: Words = Words {
    resource: "機器",
    facility: "施設",
    when: "日時",
    units: "利用する数",
    until: "確保の期限",
    offered: Occasion {
        status: "空き待ちの案内",
        lead: "空き待ちの枠が空きました。期限まで、この枠をあなたのために確保しています。",
        next: &[
            "利用するときは、期限までに申請を送信してください。送信した申請は、ふつうの申請と同じように確認されます。",
            "不要なときは、「空き待ち」のページで辞退してください。次の人に案内できます。",
        ],
        link: "この枠で申請する（サインインが必要です）",
    },
    free: Occasion {
        status: "空きのお知らせ",
        lead: "お知らせを希望された期間に、枠が空きました。",
        next: &[
            "枠は確保していません。先に申請した人が優先されます。",
            "お知らせは1回だけです。もう一度受け取るときは、あらためて登録してください。",
        ],
        link: "空いた枠を見る",
    },
    lapsed: Occasion {
        status: "空き待ちの期限切れ",
        lead: "期限までに申請がなかったため、確保していた枠を次の人に案内しました。この空き待ちは終わりました。",
        next: &["引き続き待つときは、あらためて登録してください。"],
        link: "空き待ちのページを見る（サインインが必要です）",
    },
    stopped: Occasion {
        status: "確保していた枠の取消し",
        lead: "機器が停止することになったため、あなたのために確保していた枠はなくなりました。",
        next: &["空き待ちに登録していたときは、登録はそのまま残っています。"],
        link: "空き待ちのページを見る（サインインが必要です）",
    },
    back_early: Occasion {
        status: "早期復旧の案内",
        lead: "停止していた機器が、見込みより早く復旧しました。施設の都合で取り消した元の枠を、期限まであなたのために確保しています。",
        next: &[
            "利用するときは、期限までに「空き待ち」のページで「元の予約に戻す」を押してください。確定していた予約は、確定のまま戻ります。",
        ],
        link: "元の予約に戻す（サインインが必要です）",
    },
};

static EN: Words = Words {
    resource: "Equipment",
    facility: "Facility",
    when: "Time",
    units: "Units",
    until: "Kept until",
    offered: Occasion {
        status: "Time kept for you",
        lead: "Time that you waited for has become free. It is kept for you until the time below.",
        next: &[
            "To use it, send a request by then. The request is looked at like any other.",
            "If you don't need it, decline it on the page “Waiting lists”, so that the next in line can have it.",
        ],
        link: "Request this time (sign-in needed)",
    },
    free: Occasion {
        status: "Time became free",
        lead: "Time has become free in the period that you wanted to be told of.",
        next: &[
            "It is not kept for you: whoever sends a request first has it.",
            "You are told once. To be told again, sign up again.",
        ],
        link: "See the time",
    },
    lapsed: Occasion {
        status: "No longer kept",
        lead: "You sent no request in time, so what was kept for you went to the next in line. This place on the waiting list has ended.",
        next: &["If you still want to wait, sign up again."],
        link: "See your waiting lists (sign-in needed)",
    },
    stopped: Occasion {
        status: "Kept no longer",
        lead: "The equipment will stand still then, so the time that was kept for you is gone.",
        next: &["If you were on a waiting list for it, you still are."],
        link: "See your waiting lists (sign-in needed)",
    },
    back_early: Occasion {
        status: "Back in service early",
        lead: "The equipment is back earlier than expected. The time of the booking that the facility called off is kept for you until the time below.",
        next: &[
            "To use it, press “Take my time back” on the page “Waiting lists” by then. What was confirmed is confirmed again.",
        ],
        link: "Take your time back (sign-in needed)",
    },
};

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

impl Words {
    /// The letter about time that became free.
    #[must_use]
    pub const fn occasion(&self, news: SlotNews) -> &Occasion {
        match news {
            SlotNews::Offered => &self.offered,
            SlotNews::Free => &self.free,
            SlotNews::Lapsed => &self.lapsed,
            SlotNews::Stopped => &self.stopped,
            SlotNews::BackEarly => &self.back_early,
        }
    }
}

/// What a letter is called where letters are listed by kind.
#[must_use]
pub(super) fn status(language: Language, code: &str) -> Option<&'static str> {
    let mut known = SlotNews::ALL.iter();
    let news = known.find(|news| news.code() == code)?;
    Some(of(language).occasion(*news).status)
}
