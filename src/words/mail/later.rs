//! The words of letters about what follows a confirmation: nobody came, and what becomes of that.

use crate::words::mail::attend;
use crate::words::mail::contest;
use crate::words::mail::home;
use crate::words::mail::occasion::{Later, Occasion};
use crate::words::mail::set;

const TO_REQUEST: &str = "申請の内容を見る（サインインが必要です）";
const TO_REQUEST_EN: &str = "See the request (sign-in needed)";

pub(super) static JA: Later = Later {
    charge: "請求の割合",
    before: "変更前",
    wished: "変更後（希望）",
    suspended_until: "利用停止の最終日",
    rebook_until: "振替優先",
    credit: "減額",
    series: "定期予約",
    nearest: "近い空き枠",
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
    changed: Occasion {
        status: "変更",
        lead: "予約・申請が変更されました。新しい日時と内容は次のとおりです。",
        next: &[
            "確定した予約には、新しい予定（.ics）を添付しています。開くと、予定表の予定が更新されます。",
        ],
        link: TO_REQUEST,
    },
    changed_manager: Occasion {
        status: "変更",
        lead: "次の予約・申請が変更されました。日時が変わったときは、前の枠が空きました。",
        next: &[],
        link: TO_REQUEST,
    },
    moved: Occasion {
        status: "施設の都合による日時の変更",
        lead: "施設の都合により、確定した予約の日時が次のとおり変わりました。",
        next: &[
            "新しい予定（.ics）を添付しています。開くと、予定表の予定が更新されます。",
            "新しい日時で都合が合わないときは、利用開始まで、申請のページから取消料なしで取り消せます。",
        ],
        link: TO_REQUEST,
    },
    change_received: Occasion {
        status: "変更の受付",
        lead: "予約の変更の申請を受け付けました。決定まで、今の枠と希望の枠の両方を押さえています。",
        next: &["施設の管理者が確認します。認められなかったときは、今の予約がそのまま残ります。"],
        link: TO_REQUEST,
    },
    change_asked: Occasion {
        status: "変更の承認依頼",
        lead: "確定した予約の変更の申請が届きました。認めるかどうかを決めてください。",
        next: &[
            "どちらかの利用開始の時刻までに決まらないときは、変更の申請は期限切れになり、今の予約がそのまま残ります。",
        ],
        link: "変更を確認して決める（サインインが必要です）",
    },
    change_refused: Occasion {
        status: "変更の不承認",
        lead: "予約の変更は認められませんでした。予約は、今の日時と内容のまま残っています。",
        next: &[
            "都合が合わないときは、申請のページから取り消せます。取消料は、そのページで確かめられます。",
        ],
        link: TO_REQUEST,
    },
    change_withdrawn: Occasion {
        status: "変更の取りやめ",
        lead: "申請者が、次の予約の変更の申請を取りやめました。予約は、今の日時と内容のまま残っています。",
        next: &[],
        link: TO_REQUEST,
    },
    change_lapsed: Occasion {
        status: "変更の期限切れ",
        lead: "決定に至らないまま利用開始の時刻になったため、予約の変更の申請は期限切れになりました。予約は、今の日時と内容のまま残っています。",
        next: &[],
        link: TO_REQUEST,
    },
    conditional: Occasion {
        status: "条件付き承認",
        lead: "利用申請は、条件付きで承認されました。下の理由の欄が条件です。受け入れると、予約が確定します。",
        next: &[
            "受け入れられないときは、申請を取り下げてください。利用開始までにどちらもされないときは、期限切れになり、枠が空きます。",
        ],
        link: "条件を確かめて受け入れる（サインインが必要です）",
    },
    stopped: Occasion {
        status: "装置の停止による取消し",
        lead: "装置の故障または保守のため、次の予約・申請は施設の都合で取り消されました。取消料はかかりません。",
        next: &[
            "「振替優先」の日まで、同じ機器の空き待ちでは先に案内され、申請には振替の印が付きます。",
            "見込みより早く復旧したときは、元の枠を確保してお知らせします。",
            "申請のページに、別の日時とほかの機関の機器を探すリンクがあります。",
        ],
        link: "別の日時を探す（サインインが必要です）",
    },
    interrupted: Occasion {
        status: "装置の停止による中断",
        lead: "装置が止まったため、次の利用は途中で終わりました。",
        next: &[
            "「減額」の時間は、規則の単位で数えた、請求しない時間です。",
            "止まるまでの利用について、利用報告を入力してください。",
        ],
        link: "利用報告を入力する（サインインが必要です）",
    },
    no_credit: Occasion {
        status: "減額の取消し",
        lead: "装置の停止は利用者の操作によるものと記録されたため、次の利用の減額はなくなりました。",
        next: &["下の理由の欄が、施設の記録です。事実と違うときは、施設へ連絡してください。"],
        link: TO_REQUEST,
    },
    fee_waived: Occasion {
        status: "取消料の免除",
        lead: "取り消された予約の枠は、ほかの利用者がすべて利用しました。規則により、取消料は免除されます。",
        next: &["取消しの記録は残ります。"],
        link: TO_REQUEST,
    },
    attend: &attend::JA,
    set: &set::JA,
    contest: &contest::JA,
    home: &home::JA,
};

pub(super) static EN: Later = Later {
    charge: "Charge",
    before: "Before",
    wished: "Time asked for",
    suspended_until: "Suspended until",
    rebook_until: "Priority until",
    credit: "Credited",
    series: "Series",
    nearest: "Free times near it",
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
    changed: Occasion {
        status: "Changed",
        lead: "The booking or request was changed. The new time and content are as follows.",
        next: &[
            "If it is confirmed, the new calendar entry (.ics) is attached: open it, and your calendar is brought up to date.",
        ],
        link: TO_REQUEST_EN,
    },
    changed_manager: Occasion {
        status: "Changed",
        lead: "This booking or request was changed. If it was moved, the time that it had before is free.",
        next: &[],
        link: TO_REQUEST_EN,
    },
    moved: Occasion {
        status: "Moved by the facility",
        lead: "For its own reasons the facility moved your confirmed booking to another time.",
        next: &[
            "The new calendar entry (.ics) is attached: open it, and your calendar is brought up to date.",
            "If the new time does not suit you, you can cancel it without a fee on the request's page until it begins.",
        ],
        link: TO_REQUEST_EN,
    },
    change_received: Occasion {
        status: "Change asked for",
        lead: "We received your wish to change the booking. Until it is decided, both the time you have and the time you want are held for you.",
        next: &[
            "The facility's manager looks at it. If it is not approved, the booking stays as it is.",
        ],
        link: TO_REQUEST_EN,
    },
    change_asked: Occasion {
        status: "Approval of a change asked",
        lead: "Somebody asks to change a confirmed booking. Please decide.",
        next: &[
            "If nobody decides before either time begins, the wish lapses, and the booking stays as it is.",
        ],
        link: "Look at the change and decide (sign-in needed)",
    },
    change_refused: Occasion {
        status: "Change not approved",
        lead: "The change of your booking was not approved. The booking stays as it is.",
        next: &["If you can't use it, you can cancel it on its page, which says what that costs."],
        link: TO_REQUEST_EN,
    },
    change_withdrawn: Occasion {
        status: "Change withdrawn",
        lead: "The applicant withdrew the wish to change this booking. It stays as it is.",
        next: &[],
        link: TO_REQUEST_EN,
    },
    change_lapsed: Occasion {
        status: "Change lapsed",
        lead: "Nobody decided on the change of this booking before a time of use began, so the wish lapsed. The booking stays as it is.",
        next: &[],
        link: TO_REQUEST_EN,
    },
    conditional: Occasion {
        status: "Approved with conditions",
        lead: "Your request was approved with conditions, which stand below as the reason. If you accept them, the booking is confirmed.",
        next: &[
            "If you can't accept them, withdraw the request. If you do neither before the time of use begins, it lapses and the time becomes free.",
        ],
        link: "Read the conditions and accept (sign-in needed)",
    },
    stopped: Occasion {
        status: "Called off: equipment out of service",
        lead: "The equipment is out of service, so the facility called this booking or request off. There is no fee.",
        next: &[
            "Up to the day beside “Priority until”, you come first on the waiting list of the same equipment, and your requests are marked as replacements.",
            "If it is back earlier than expected, your time is kept for you, and you are told.",
            "The page of the request leads to other times, and to equipment elsewhere.",
        ],
        link: "Find another time (sign-in needed)",
    },
    interrupted: Occasion {
        status: "Use cut short: equipment out of service",
        lead: "The equipment stopped, so this use ended early.",
        next: &[
            "The time beside “Credited” is not charged. It is counted in the units of the rules.",
            "Please enter the use log for the time until it stopped.",
        ],
        link: "Enter the use log (sign-in needed)",
    },
    no_credit: Occasion {
        status: "Credit withdrawn",
        lead: "It was recorded that the equipment stopped because of how it was used. Nothing is credited for this use any more.",
        next: &[
            "The facility's record stands below as the reason. If it is wrong, talk to the facility.",
        ],
        link: TO_REQUEST_EN,
    },
    fee_waived: Occasion {
        status: "Cancellation fee waived",
        lead: "Somebody else used all of the time of the booking that you cancelled. By the rules, the cancellation fee is waived.",
        next: &["The record of the cancellation stays."],
        link: TO_REQUEST_EN,
    },
    attend: &attend::EN,
    set: &set::EN,
    contest: &contest::EN,
    home: &home::EN,
};
