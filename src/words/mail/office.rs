//! The words of letters about facts for gates and about desks.

use crate::domain::language::Language;
use crate::domain::letter::desk::DeskNews;
use crate::domain::letter::gate::GateNews;
use crate::words::mail::occasion::Occasion;

/// Labels and occasions.
pub struct Words {
    pub kind: &'static str,
    pub holder: &'static str,
    pub office: &'static str,
    pub booking: &'static str,
    pub due: &'static str,
    pub number: &'static str,
    pub condition: &'static str,
    pub desk: &'static str,
    pub institution: &'static str,
    asked: Occasion,
    asked_nobody: Occasion,
    withdrawn: Occasion,
    confirmed: Occasion,
    refused: Occasion,
    revoked: Occasion,
    desk_given: Occasion,
    desk_taken: Occasion,
}

static JA: Words = Words {
    kind: "確認の種類",
    holder: "登録した人",
    office: "担当の窓口",
    booking: "対象の予約",
    due: "回答の目安",
    number: "判断番号",
    condition: "条件",
    desk: "担当",
    institution: "機関",
    asked: Occasion {
        status: "確認の依頼",
        lead: "次の確認が登録されました。内容を確かめて、判断を登録してください。",
        next: &[
            "登録された内容は、このメールには書かれていません。窓口のページで確かめてください。閲覧は記録されます。",
        ],
        link: "内容を見て判断する（サインインが必要です）",
    },
    asked_nobody: Occasion {
        status: "窓口の担当者の登録のお願い",
        lead: "次の確認が登録されましたが、判断できる担当者が窓口に登録されていません。",
        next: &["担当者を登録してください。登録されるまで、この確認は進みません。"],
        link: "担当者を登録する（サインインが必要です）",
    },
    withdrawn: Occasion {
        status: "確認の依頼の取下げ",
        lead: "確認を依頼していた次の登録が、本人により取り下げられました。対応は必要ありません。",
        next: &[],
        link: "登録を見る（サインインが必要です）",
    },
    confirmed: Occasion {
        status: "確認済み",
        lead: "登録された内容を、担当の窓口が確認しました。",
        next: &["ほかにも確認を待っている場合があります。今の状態は、下のページで確かめられます。"],
        link: "今の状態を見る（サインインが必要です）",
    },
    refused: Occasion {
        status: "確認できませんでした",
        lead: "登録された内容を、担当の窓口は認めませんでした。下の理由を読んでください。",
        next: &["担当の窓口へ相談してください。内容を改めて登録することもできます。"],
        link: "登録した内容を見る（サインインが必要です）",
    },
    revoked: Occasion {
        status: "確認の取消し",
        lead: "担当の窓口が、いったん確認した次の登録について、確認を取り消しました。下の理由を読んでください。",
        next: &[
            "この確認が必要な予約は、保留になります。取消料はかかりません。担当の窓口へ相談してください。",
        ],
        link: "登録した内容を見る（サインインが必要です）",
    },
    desk_given: Occasion {
        status: "窓口の担当のお知らせ",
        lead: "あなたは、次の窓口の担当になりました。",
        next: &["登録された内容の確認を依頼するときは、メールでお知らせします。"],
        link: "窓口のページを開く（サインインが必要です）",
    },
    desk_taken: Occasion {
        status: "窓口の担当のお知らせ",
        lead: "あなたは、次の窓口の担当から外れました。",
        next: &["心当たりがないときは、所属機関の窓口へ問い合わせてください。"],
        link: "共用機器窓口を開く",
    },
};

static EN: Words = Words {
    kind: "Kind",
    holder: "Entered by",
    office: "Office",
    booking: "Booking",
    due: "Answer expected by",
    number: "Decision",
    condition: "Condition",
    desk: "Desk",
    institution: "Institution",
    asked: Occasion {
        status: "Please check",
        lead: "Something was entered that your office answers for. Please look at it and record your answer.",
        next: &[
            "What was entered is not in this letter. Read it on the page of your office; each look is recorded.",
        ],
        link: "Look at it and answer (sign-in needed)",
    },
    asked_nobody: Occasion {
        status: "A desk needs somebody",
        lead: "Something was entered that a desk of your institution answers for, but nobody sits there who may answer.",
        next: &["Please give the desk to somebody. Until then nothing can go on."],
        link: "Give the desk to somebody (sign-in needed)",
    },
    withdrawn: Occasion {
        status: "Check withdrawn",
        lead: "The person withdrew what you were asked to check. Nothing is left to do.",
        next: &[],
        link: "See it (sign-in needed)",
    },
    confirmed: Occasion {
        status: "Checked",
        lead: "The office checked what you entered and confirmed it.",
        next: &["Something else may still be waiting. The page below says where it stands."],
        link: "See where it stands (sign-in needed)",
    },
    refused: Occasion {
        status: "Not cleared",
        lead: "The office did not accept what you entered. Please read the reason below.",
        next: &["Talk to the office. You may also enter it anew."],
        link: "See what you entered (sign-in needed)",
    },
    revoked: Occasion {
        status: "Confirmation taken back",
        lead: "The office took back its confirmation of what you entered. Please read the reason below.",
        next: &[
            "Bookings that need it are put on hold. That costs nothing. Please talk to the office.",
        ],
        link: "See what you entered (sign-in needed)",
    },
    desk_given: Occasion {
        status: "You answer at a desk",
        lead: "You answer at this desk from now on.",
        next: &["You are told by e-mail when something is to be checked."],
        link: "Open the page of your office (sign-in needed)",
    },
    desk_taken: Occasion {
        status: "A desk was taken back",
        lead: "You do not answer at this desk any more.",
        next: &["If you did not expect this, ask your institution's officer."],
        link: "Open Madoguchi",
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
    /// The letter about a fact.
    #[must_use]
    pub const fn gate(&self, news: GateNews) -> &Occasion {
        match news {
            GateNews::Asked => &self.asked,
            GateNews::AskedNobody => &self.asked_nobody,
            GateNews::Withdrawn => &self.withdrawn,
            GateNews::Confirmed => &self.confirmed,
            GateNews::Refused => &self.refused,
            GateNews::Revoked => &self.revoked,
        }
    }

    /// The letter about a desk.
    #[must_use]
    pub const fn desk_news(&self, news: DeskNews) -> &Occasion {
        match news {
            DeskNews::Given => &self.desk_given,
            DeskNews::Taken => &self.desk_taken,
        }
    }
}

/// What a letter is called where letters are listed by kind.
#[must_use]
pub(super) fn status(language: Language, code: &str) -> Option<&'static str> {
    let words = of(language);
    let gate = GateNews::ALL
        .iter()
        .find(|news| news.code() == code)
        .map(|news| words.gate(*news));
    let desk = DeskNews::ALL
        .iter()
        .find(|news| news.code() == code)
        .map(|news| words.desk_news(*news));
    gate.or(desk).map(|occasion| occasion.status)
}
