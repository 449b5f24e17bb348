//! The words of letters about the agreement of the applicant's own institution.

use crate::words::mail::occasion::{Home, Occasion};

pub(super) static JA: Home = Home {
    asked: Occasion {
        status: "受付",
        lead: "利用申請を受け付けました。所属責任者に承諾をお願いしました。",
        next: &[
            "承諾されると、施設の審査へ進みます。そのときにもお知らせします。",
            "「そろっていない確認」があるときは、だれが、いつまでに、何をするかを、申請のページで確かめられます。",
            "承認されるまでは、申請のページから取り下げられます。利用開始までに決まらないときは、期限切れになります。",
        ],
        link: "申請の内容を見る（サインインが必要です）",
    },
    endorse: Occasion {
        status: "承諾の依頼",
        lead: "あなたを所属責任者として登録している人が、次の利用を申請しました。内容を確かめ、承諾するか差し戻すかを決めてください。",
        next: &[
            "承諾されるまで、施設の審査は始まりません。利用開始までに決まらないときは、期限切れになります。",
        ],
        link: "申請を確かめて承諾する（サインインが必要です）",
    },
    endorsed: Occasion {
        status: "所属責任者の承諾",
        lead: "所属責任者が利用申請を承諾しました。施設の審査へ進みます。",
        next: &["今の状態は、申請のページで確かめられます。"],
        link: "申請の内容を見る（サインインが必要です）",
    },
};

pub(super) static EN: Home = Home {
    asked: Occasion {
        status: "Received",
        lead: "We received your request, and asked the person responsible for you at your institution to agree.",
        next: &[
            "Once they agree, the facility looks at it. You are told then.",
            "If something stands beside “Still needed”, the request's page says who does what, and by when.",
            "Until it is approved, you can withdraw it on its page. If nothing is decided before the time of use begins, it lapses.",
        ],
        link: "See the request (sign-in needed)",
    },
    endorse: Occasion {
        status: "Your agreement asked",
        lead: "Somebody who named you as responsible for them asks for this use. Please look at it, and agree or return it.",
        next: &[
            "The facility does not look at it before you agree. If nothing is decided before the time of use begins, it lapses.",
        ],
        link: "Look at the request and agree (sign-in needed)",
    },
    endorsed: Occasion {
        status: "Your institution agreed",
        lead: "The person responsible for you agreed to your request. The facility looks at it next.",
        next: &["The request's page says where it stands."],
        link: "See the request (sign-in needed)",
    },
};
