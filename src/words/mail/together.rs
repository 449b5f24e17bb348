//! The words of letters about resources of two facilities that are asked for together.

use crate::domain::language::Language;
use crate::domain::letter::together::TogetherNews;
use crate::words::mail::occasion::Occasion;

/// Labels and occasions.
pub struct Words {
    pub main: &'static str,
    pub other: &'static str,
    offered: Occasion,
    ended: Occasion,
    left: Occasion,
}

static JA: Words = Words {
    main: "先に選ぶ機器",
    other: "一緒に申請できる機器",
    offered: Occasion {
        status: "一緒に申請できる機器の登録",
        lead: "ほかの施設が、その施設の機器と一緒に、この施設の機器も申請できるようにしました。",
        next: &[
            "申請は、この施設にも届きます。この施設の機器については、これまでどおりこの施設の規則で、この施設が決定します。",
            "一緒に申請されたくないときは、下のページで取りやめてください。",
        ],
        link: "この施設の機器の組合せを見る（サインインが必要です）",
    },
    ended: Occasion {
        status: "一緒に申請できる機器の取消し",
        lead: "ほかの施設が、その施設の機器と一緒にこの施設の機器を申請できるようにしていましたが、取りやめました。",
        next: &["すでに申請された予約は、そのまま残ります。"],
        link: "この施設の機器の組合せを見る（サインインが必要です）",
    },
    left: Occasion {
        status: "一緒に申請できる機器の取消し",
        lead: "この施設の機器と一緒に申請できるようにしていたほかの施設の機器について、その施設が取りやめました。",
        next: &["すでに申請された予約は、そのまま残ります。"],
        link: "この施設の機器の組合せを見る（サインインが必要です）",
    },
};

static EN: Words = Words {
    main: "Chosen first",
    other: "Can be requested with it",
    offered: Occasion {
        status: "Requested together with another",
        lead: "Another facility lets users request an instrument of your facility together with one of theirs.",
        next: &[
            "Such requests reach you, too. On your instrument your facility decides, by its own rules, as before.",
            "If you do not want that, end it on the page below.",
        ],
        link: "See what goes with your instrument (sign-in needed)",
    },
    ended: Occasion {
        status: "No longer requested together",
        lead: "Another facility let users request an instrument of your facility together with one of theirs, and has ended that.",
        next: &["What was requested already stays as it is."],
        link: "See what goes with your instrument (sign-in needed)",
    },
    left: Occasion {
        status: "No longer requested together",
        lead: "An instrument of another facility could be requested together with one of yours, and that facility has ended that.",
        next: &["What was requested already stays as it is."],
        link: "See what goes with your instrument (sign-in needed)",
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
    /// The occasion of a letter.
    #[must_use]
    pub const fn occasion(&self, about: TogetherNews) -> &Occasion {
        match about {
            TogetherNews::Offered => &self.offered,
            TogetherNews::Ended => &self.ended,
            TogetherNews::Left => &self.left,
        }
    }
}
