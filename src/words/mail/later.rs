//! The words of letters about what follows a confirmation: nobody came, and what becomes of that.

use crate::words::mail::occasion::Occasion;

/// All of them in one language.
pub struct Later {
    pub charge: &'static str,
    pub suspended_until: &'static str,
    pub(super) no_show: Occasion,
    pub(super) no_show_manager: Occasion,
    pub(super) excused: Occasion,
    pub(super) appealed: Occasion,
    pub(super) upheld: Occasion,
}

const TO_REQUEST: &str = "申請の内容を見る（サインインが必要です）";
const TO_REQUEST_EN: &str = "See the request (sign-in needed)";

pub(super) static JA: Later = Later {
    charge: "請求の割合",
    suspended_until: "利用停止の最終日",
    no_show: Occasion {
        status: "無断不使用",
        lead: "次の予約は、連絡がないまま利用されなかったと記録されました。残りの枠は開放しました。",
        next: &[
            "請求の割合は、施設の規則によるものです。利用停止の最終日があるときは、その日まで同じ施設の新しい申請はできません。",
            "事情がある場合や、実際には利用していた場合は、30日以内に申請のページから異議を申し立てられます。",
        ],
        link: TO_REQUEST,
    },
    no_show_manager: Occasion {
        status: "無断不使用",
        lead: "次の予約は、連絡がないまま利用されなかったと記録されました。申請者にも知らせました。",
        next: &["誤りのときは、申請のページから記録を取り消せます。"],
        link: TO_REQUEST,
    },
    excused: Occasion {
        status: "無断不使用の取消し",
        lead: "次の予約についての無断不使用の記録は取り消されました。請求はなく、回数にも数えません。",
        next: &["この記録による利用停止があったときは、それも終わりました。"],
        link: TO_REQUEST,
    },
    appealed: Occasion {
        status: "無断不使用への異議",
        lead: "無断不使用の記録について、申請者から異議の申立てがありました。下の内容を読み、記録を取り消すか、そのままとするかを決めてください。",
        next: &[],
        link: "異議を読んで決める（サインインが必要です）",
    },
    upheld: Occasion {
        status: "異議への回答",
        lead: "無断不使用の記録への異議は認められませんでした。記録はそのままです。",
        next: &["下の理由について尋ねたいことがあるときは、施設へ連絡してください。"],
        link: TO_REQUEST,
    },
};

pub(super) static EN: Later = Later {
    charge: "Charge",
    suspended_until: "Suspended until",
    no_show: Occasion {
        status: "No-show",
        lead: "This booking was recorded as a no-show: nobody came, and nothing was heard. The rest of the time was given to others.",
        next: &[
            "The charge follows from the rules of the facility. If a day stands beside “Suspended until”, you can ask for nothing at this facility up to that day.",
            "If there are special circumstances, or if you did use it, you can appeal within 30 days on the page of the request.",
        ],
        link: TO_REQUEST_EN,
    },
    no_show_manager: Occasion {
        status: "No-show",
        lead: "This booking was recorded as a no-show. The applicant was told.",
        next: &["If that is wrong, the record can be taken back on its page."],
        link: TO_REQUEST_EN,
    },
    excused: Occasion {
        status: "No-show taken back",
        lead: "The record of a no-show of this booking was taken back. Nothing is charged, and it counts for nothing.",
        next: &["If you were suspended for it, that has ended too."],
        link: TO_REQUEST_EN,
    },
    appealed: Occasion {
        status: "Appeal against a no-show",
        lead: "The applicant appeals against the record of a no-show. Read it below, and take the record back or let it stand.",
        next: &[],
        link: "Read the appeal and decide (sign-in needed)",
    },
    upheld: Occasion {
        status: "Answer to the appeal",
        lead: "Your appeal against the record of a no-show was not accepted. The record stays.",
        next: &["If you have questions about the reason below, talk to the facility."],
        link: TO_REQUEST_EN,
    },
};
