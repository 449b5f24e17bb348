//! The words of letters about rules: a version is coming, it was recalled, bookings that break it.

use crate::domain::language::Language;
use crate::domain::letter::rule::{Fate, RuleNews};
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::Target;
use crate::domain::parameter::value::Value;
use crate::words::mail::occasion::Occasion;
use crate::words::parameter::contradiction::target;
use crate::words::{citation, parameter};

/// Labels and occasions.
pub struct Words {
    pub rule: &'static str,
    pub unit: &'static str,
    pub effective_on: &'static str,
    pub article: &'static str,
    pub parameter: &'static str,
    pub more: &'static str,
    pub due: &'static str,
    pub booking: &'static str,
    pub breaking: &'static str,
    pub comparison: &'static str,
    announced: Occasion,
    announced_with_bookings: Occasion,
    announced_with_breaking: Occasion,
    recalled: Occasion,
    breaks: Occasion,
}

/// What the reader has to do with a version that is coming.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Concern {
    /// They agreed to an earlier version, and have no booking.
    Reader,
    /// They have bookings that need a new consent.
    Bookings,
    /// Some of these break it.
    Breaking,
}

static JA: Words = Words {
    rule: "利用規則",
    unit: "対象",
    effective_on: "施行日",
    article: "条文",
    parameter: "条件",
    more: "ほかの変更",
    due: "同意の締切",
    booking: "対象の予約",
    breaking: "▲新しい規則に合わない予約",
    comparison: "新旧対照",
    announced: Occasion {
        status: "利用規則が改正されます",
        lead: "同意いただいている利用規則が改正されます。",
        next: &[
            "施行日以降の利用を申請するときに、新しい版への同意をお願いします。いま手続きは必要ありません。",
        ],
        link: "利用規則への同意の状況を見る（サインインが必要です）",
    },
    announced_with_bookings: Occasion {
        status: "利用規則が改正されます（同意のお願い）",
        lead: "利用規則が改正されます。施行日以降の予約には、新しい版への同意が必要です。",
        next: &[
            "締切までに同意がない場合、予約は保留になります。取消料はかかりません。",
            "確定している予約の内容は、申請したときの規則のままです。",
        ],
        link: "変更点を確かめて同意する（サインインが必要です）",
    },
    announced_with_breaking: Occasion {
        status: "利用規則が改正されます（予約の確認のお願い）",
        lead: "利用規則が改正されます。確定している予約に、新しい版に合わないものがあります。",
        next: &[
            "合わない予約も、自動では取り消しません。変更や取消しについて、施設の管理者と相談してください。",
            "施行日以降の予約には、締切までに新しい版への同意が必要です。",
        ],
        link: "変更点を確かめて同意する（サインインが必要です）",
    },
    recalled: Occasion {
        status: "利用規則の改正の取りやめ",
        lead: "先にお知らせした利用規則の改正は、取りやめになりました。",
        next: &["これまでの版が引き続き適用されます。手続きは必要ありません。"],
        link: "利用規則への同意の状況を見る（サインインが必要です）",
    },
    breaks: Occasion {
        status: "改正後の利用規則に合わない予約があります",
        lead: "利用規則が改正されます。確定している予約のうち、次のものが新しい版に合いません。",
        next: &[
            "予約は自動では取り消しません。利用者にもお知らせしました。変更や取消しについて、利用者と相談してください。",
        ],
        link: "承認待ちと予約を見る（サインインが必要です）",
    },
};

static EN: Words = Words {
    rule: "Usage rules",
    unit: "For",
    effective_on: "In force from",
    article: "Text",
    parameter: "Condition",
    more: "More changes",
    due: "Consent due",
    booking: "Your booking",
    breaking: "▲ Booking that breaks the new rules",
    comparison: "Old and new side by side",
    announced: Occasion {
        status: "Usage rules will be amended",
        lead: "Usage rules that you agreed to will be amended.",
        next: &[
            "You are asked to agree to the new version when you next request a use on or after that day. Nothing needs to be done now.",
        ],
        link: "See your consents (sign-in needed)",
    },
    announced_with_bookings: Occasion {
        status: "Usage rules will be amended: your consent is needed",
        lead: "Usage rules will be amended. Bookings on or after that day need your consent to the new version.",
        next: &[
            "Without it they are put on hold when it is due. That costs nothing.",
            "What is confirmed stays as it is, under the rules that you made it under.",
        ],
        link: "See what changes and agree (sign-in needed)",
    },
    announced_with_breaking: Occasion {
        status: "Usage rules will be amended: please check your bookings",
        lead: "Usage rules will be amended, and some of your confirmed bookings break the new version.",
        next: &[
            "Nothing is cancelled by itself. Please talk to the facility's manager about changing or cancelling them.",
            "Bookings on or after that day need your consent to the new version.",
        ],
        link: "See what changes and agree (sign-in needed)",
    },
    recalled: Occasion {
        status: "Amendment of usage rules called off",
        lead: "The amendment of usage rules that we told you about was called off.",
        next: &["The version in force goes on to apply. Nothing needs to be done."],
        link: "See your consents (sign-in needed)",
    },
    breaks: Occasion {
        status: "Bookings that break the amended rules",
        lead: "Usage rules will be amended. These confirmed bookings break the new version.",
        next: &[
            "Nothing is cancelled by itself. Their users were told, too; please talk to them about changing or cancelling.",
        ],
        link: "See requests and bookings (sign-in needed)",
    },
};

/// The words of a language.
#[must_use]
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

impl Words {
    /// The letter about a version, for a reader whom it concerns in this way.
    #[must_use]
    pub const fn occasion(&self, news: RuleNews, concern: Concern) -> &Occasion {
        match (news, concern) {
            (RuleNews::Announced, Concern::Reader) => &self.announced,
            (RuleNews::Announced, Concern::Bookings) => &self.announced_with_bookings,
            (RuleNews::Announced, Concern::Breaking) => &self.announced_with_breaking,
            (RuleNews::Recalled, _) => &self.recalled,
            (RuleNews::Breaking, _) => &self.breaks,
        }
    }
}

/// What a letter is called where letters are listed by kind.
#[must_use]
pub(super) fn status(language: Language, code: &str) -> Option<&'static str> {
    let mut news = RuleNews::ALL.iter();
    let news = news.find(|news| news.code() == code)?;
    Some(of(language).occasion(*news, Concern::Reader).status)
}

/// An article that came, went or changed: 第7条（改正）.
#[must_use]
pub fn article(language: Language, document: &str, number: &str, fate: Fate) -> String {
    let said = match (language, number.is_empty()) {
        (Language::Ja, true) => "前文".to_owned(),
        (Language::En, true) => "preamble".to_owned(),
        _ => citation::article(language, number),
    };
    let fate = fated(language, fate);
    match (language, document.is_empty()) {
        (Language::Ja, true) => format!("{said}（{fate}）"),
        (Language::Ja, false) => format!("{document} {said}（{fate}）"),
        (Language::En, true) => format!("{said} ({fate})"),
        (Language::En, false) => format!("{document}, {said} ({fate})"),
    }
}

/// A document that came, went or changed.
#[must_use]
pub fn document(language: Language, title: &str, fate: Fate) -> String {
    let fate = fated(language, fate);
    match language {
        Language::Ja => format!("{title}（{fate}）"),
        Language::En => format!("{title} ({fate})"),
    }
}

const fn fated(language: Language, fate: Fate) -> &'static str {
    match (language, fate) {
        (Language::Ja, Fate::Added) => "新設",
        (Language::Ja, Fate::Removed) => "削除",
        (Language::Ja, Fate::Changed) => "改正",
        (Language::En, Fate::Added) => "new",
        (Language::En, Fate::Removed) => "removed",
        (Language::En, Fate::Changed) => "amended",
    }
}

/// What holds of a parameter from then on, as a sentence; for whom, where it is not for all.
#[must_use]
pub fn condition(
    language: Language,
    parameter: Parameter,
    at: (&Target, &str),
    value: Option<&Value>,
) -> String {
    let label = parameter::label(language, parameter);
    let said = match (language, value) {
        (_, Some(value)) => parameter::sentence(language, parameter, value),
        (Language::Ja, None) => format!("「{label}」についての定めがなくなります。"),
        (Language::En, None) => format!("Nothing is said of “{label}” any more."),
    };
    match (language, at.0) {
        (_, Target::All) => said,
        (Language::Ja, at_one) => format!("{}：{said}", target(language, at_one, at.1)),
        (Language::En, at_one) => format!("{}: {said}", target(language, at_one, at.1)),
    }
}

/// So many more.
#[must_use]
pub fn more(language: Language, count: usize) -> String {
    match language {
        Language::Ja => format!("ほか{count}件"),
        Language::En => format!("and {count} more"),
    }
}
