//! The words of letters about exceptions.

use crate::domain::language::Language;
use crate::domain::letter::waiver::WaiverNews;
use crate::words::mail::occasion::Occasion;

/// Labels and occasions.
pub struct Words {
    pub resource: &'static str,
    pub facility: &'static str,
    pub condition: &'static str,
    pub days: &'static str,
    pub applicant: &'static str,
    pub by: &'static str,
    asked: Occasion,
    granted: Occasion,
    declined: Occasion,
    revoked: Occasion,
}

static JA: Words = Words {
    resource: "機器",
    facility: "施設",
    condition: "条件",
    days: "利用日",
    applicant: "申請者",
    by: "担当者",
    asked: Occasion {
        status: "例外の申請",
        lead: "利用条件の例外の申請がありました。認めるかどうかを決めてください。",
        next: &["認めると、申請者はこの条件に限って、対象の日の利用を申請できます。"],
        link: "例外の申請を確認する（サインインが必要です）",
    },
    granted: Occasion {
        status: "例外の承認",
        lead: "利用条件の例外が認められました。",
        next: &[
            "対象の日の利用を申請できます。ほかの条件は、そのまま適用されます。予約はまだ取れていません。",
        ],
        link: "機器のページで日時を選ぶ",
    },
    declined: Occasion {
        status: "例外を認めない回答",
        lead: "申請された利用条件の例外は、認められませんでした。",
        next: &["条件に合う日時や方法は、機器のページで確かめられます。"],
        link: "機器のページを見る",
    },
    revoked: Occasion {
        status: "例外の取消し",
        lead: "認められていた利用条件の例外が取り消されました。",
        next: &["この例外で作成済みの予約は、そのまま有効です。"],
        link: "機器のページを見る",
    },
};

static EN: Words = Words {
    resource: "Equipment",
    facility: "Facility",
    condition: "Condition",
    days: "Days of use",
    applicant: "Applicant",
    by: "Decided by",
    asked: Occasion {
        status: "Exception asked for",
        lead: "Somebody asks for an exception from a condition of use. Please decide on it.",
        next: &[
            "If you grant it, they can send requests for these days without meeting this one condition.",
        ],
        link: "See the question (sign-in needed)",
    },
    granted: Occasion {
        status: "Exception granted",
        lead: "You are granted an exception from a condition of use.",
        next: &[
            "You can now send a request for these days. All other conditions still apply, and no time is booked yet.",
        ],
        link: "Choose a time on the equipment's page",
    },
    declined: Occasion {
        status: "Exception declined",
        lead: "The exception that you asked for is not granted.",
        next: &["The equipment's page shows times and ways that meet the conditions."],
        link: "See the equipment's page",
    },
    revoked: Occasion {
        status: "Exception revoked",
        lead: "An exception that you were granted is revoked.",
        next: &["Bookings that you made under it stay as they are."],
        link: "See the equipment's page",
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
    /// The letter about an exception.
    #[must_use]
    pub const fn occasion(&self, news: WaiverNews) -> &Occasion {
        match news {
            WaiverNews::Asked => &self.asked,
            WaiverNews::Granted => &self.granted,
            WaiverNews::Declined => &self.declined,
            WaiverNews::Revoked => &self.revoked,
        }
    }
}

/// What a letter is called where letters are listed by kind.
#[must_use]
pub(super) fn status(language: Language, code: &str) -> Option<&'static str> {
    let mut known = WaiverNews::ALL.iter();
    let news = known.find(|news| news.code() == code)?;
    Some(of(language).occasion(*news).status)
}
