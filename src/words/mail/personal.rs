//! The words of letters about trainings, consents that are due, and facts that expire.

use crate::domain::gate::Gate;
use crate::domain::language::Language;
use crate::domain::letter::reminder::ReminderFacts;
use crate::domain::letter::training::TrainingNews;
use crate::words::mail::occasion::Occasion;

/// Labels and occasions.
pub struct Words {
    pub course: &'static str,
    pub facility: &'static str,
    pub when: &'static str,
    pub place: &'static str,
    pub licence: &'static str,
    pub valid_until: &'static str,
    pub rule: &'static str,
    pub unit: &'static str,
    pub effective_on: &'static str,
    pub due: &'static str,
    pub booking: &'static str,
    pub kind: &'static str,
    pub number: &'static str,
    pub issuer: &'static str,
    pub next_date: &'static str,
    pub(super) enrolled: Occasion,
    pub(super) called_off: Occasion,
    pub(super) completed: Occasion,
    pub consent_due: Occasion,
    pub licence_expiring: Occasion,
    pub expiring: Occasion,
}

static JA: Words = Words {
    course: "講習",
    facility: "施設",
    when: "日時",
    place: "会場",
    licence: "ライセンス番号",
    valid_until: "有効期限",
    rule: "利用規則",
    unit: "対象",
    effective_on: "施行日",
    due: "同意の締切",
    booking: "予約",
    kind: "種類",
    number: "番号",
    issuer: "発行機関",
    next_date: "次の講習",
    enrolled: Occasion {
        status: "講習の申込み受付",
        lead: "講習の申込みを受け付けました。",
        next: &[
            "都合が悪くなったときは、開始時刻までに「講習とライセンス」のページで取りやめてください。",
        ],
        link: "申し込んだ講習を見る（サインインが必要です）",
    },
    called_off: Occasion {
        status: "講習の中止",
        lead: "申し込まれた講習が中止になりました。",
        next: &["別の回がある場合は、「講習とライセンス」のページから申し込めます。"],
        link: "ほかの回を見る（サインインが必要です）",
    },
    completed: Occasion {
        status: "講習の修了",
        lead: "講習の修了を記録しました。次のライセンスで機器を利用できます。",
        next: &[
            "ライセンスは、利用日の終わりまで有効である必要があります。期限が近づいたらお知らせします。",
        ],
        link: "ライセンスを見る（サインインが必要です）",
    },
    consent_due: Occasion {
        status: "改正された利用規則への同意のお願い",
        lead: "利用規則が改正されました。次の予約の利用日には、改正後の規則への同意が必要です。",
        next: &[
            "締切までに同意がない場合、予約は保留になります。取消料はかかりません。同意すると、保留は解除されます。",
        ],
        link: "変更点を確かめて同意する（サインインが必要です）",
    },
    licence_expiring: Occasion {
        status: "ライセンスの期限のお知らせ",
        lead: "お持ちのライセンスの有効期限が近づいています。",
        next: &["期限の後の日に自己操作で利用するには、更新の講習を修了してください。"],
        link: "更新の講習に申し込む（サインインが必要です）",
    },
    expiring: Occasion {
        status: "登録・記録の期限のお知らせ",
        lead: "登録されている確認の記録の有効期限が近づいています。",
        next: &["更新した後に、新しい記録を登録してください。"],
        link: "記録を見る（サインインが必要です）",
    },
};

static EN: Words = Words {
    course: "Training",
    facility: "Facility",
    when: "Time",
    place: "Place",
    licence: "Licence number",
    valid_until: "Valid until",
    rule: "Usage rules",
    unit: "For",
    effective_on: "In force from",
    due: "Consent due",
    booking: "Booking",
    kind: "Kind",
    number: "Number",
    issuer: "Issued by",
    next_date: "Next training",
    enrolled: Occasion {
        status: "Training: enrolled",
        lead: "You are enrolled for this training.",
        next: &["If you can't come, leave it on the page of your trainings before it begins."],
        link: "See your enrolments (sign-in needed)",
    },
    called_off: Occasion {
        status: "Training called off",
        lead: "The training you enrolled for was called off.",
        next: &["If another date is set, you can enrol for it on the page of your trainings."],
        link: "See other dates (sign-in needed)",
    },
    completed: Occasion {
        status: "Training completed",
        lead: "You completed the training. This licence lets you operate the equipment.",
        next: &[
            "The licence must be valid until the end of each use. We tell you when it is about to expire.",
        ],
        link: "See your licences (sign-in needed)",
    },
    consent_due: Occasion {
        status: "Please agree to the amended rules",
        lead: "The usage rules were amended. The new version is in force on the days of these bookings, so your consent to it is needed.",
        next: &[
            "Without it the bookings are put on hold when it is due. That costs nothing, and agreeing ends the hold.",
        ],
        link: "See what changed and agree (sign-in needed)",
    },
    licence_expiring: Occasion {
        status: "Your licence expires soon",
        lead: "One of your licences expires soon.",
        next: &["To operate the equipment yourself after that day, complete the training again."],
        link: "Enrol for a training (sign-in needed)",
    },
    expiring: Occasion {
        status: "A record expires soon",
        lead: "One of the records that you registered expires soon.",
        next: &["Once it is renewed, register the new one."],
        link: "See your records (sign-in needed)",
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
    /// The letter about a training.
    #[must_use]
    pub const fn training(&self, news: TrainingNews) -> &Occasion {
        match news {
            TrainingNews::Enrolled => &self.enrolled,
            TrainingNews::CalledOff => &self.called_off,
            TrainingNews::Completed => &self.completed,
        }
    }
}

/// What a letter is called where letters are listed by kind.
#[must_use]
pub(super) fn status(language: Language, code: &str) -> Option<&'static str> {
    let words = of(language);
    let training = TrainingNews::ALL
        .iter()
        .find(|news| news.code() == code)
        .map(|news| words.training(*news));
    let reminders = [&words.consent_due, &words.expiring];
    let mut known = ReminderFacts::CODES.iter().zip(reminders);
    let reminder = known.find(|(known, _)| **known == code);
    training
        .or(reminder.map(|(_, occasion)| occasion))
        .map(|occasion| occasion.status)
}

/// A rule with its version.
#[must_use]
pub fn version(language: Language, title: &str, version: &str) -> String {
    match language {
        Language::Ja => format!("{title} 第{version}版"),
        Language::En => format!("{title}, version {version}"),
    }
}

/// How many days are left.
#[must_use]
pub fn days_left(language: Language, days: u32) -> String {
    match (language, days) {
        (Language::Ja, days) => format!("あと{days}日"),
        (Language::En, 1) => "1 day left".to_owned(),
        (Language::En, days) => format!("{days} days left"),
    }
}

/// What a gate is called.
#[must_use]
pub const fn gate(language: Language, gate: Gate) -> &'static str {
    crate::words::gate::gate(language, gate)
}
