//! The letters about requests without a slot in Japanese.

use crate::words::mail::occasion::Occasion;
use crate::words::mail::service::labels::Words;

const TO_REQUEST: &str = "申込みの内容を見る（サインインが必要です）";
const TO_QUEUE: &str = "申込みを確認する（サインインが必要です）";

pub(super) static JA: Words = Words {
    number: "受付番号",
    resource: "対象",
    facility: "施設",
    applicant: "申込者",
    asked: "申込みの数量",
    granted: "承認の数量",
    conditions: "条件",
    due: "期限",
    delivered_on: "提供日",
    access_until: "利用期間の終了日",
    ethics: "倫理審査の承認の終了日",
    by: "担当",
    said: "連絡事項",
    inquired: Occasion {
        status: "相談の受付",
        lead: "相談を受け付けました。",
        next: &["施設の担当者が確認し、回答をメールでお知らせします。"],
        link: TO_REQUEST,
    },
    inquired_manager: Occasion {
        status: "相談",
        lead: "試料・データの利用についての相談が届きました。内容を確認し、回答してください。",
        next: &[],
        link: TO_QUEUE,
    },
    answered: Occasion {
        status: "相談への回答",
        lead: "相談への回答が届きました。",
        next: &["申し込むときは、申込みのページで内容を書き足して送信してください。"],
        link: TO_REQUEST,
    },
    applied: Occasion {
        status: "申込みの受付",
        lead: "申込みを受け付けました。",
        next: &[
            "期限は、施設が回答する予定の日です。結果はメールでお知らせします。",
            "倫理審査の承認が提供予定日までに切れるときは、延長の承認を申込みのページで登録してください。登録されるまで、審査委員会に進めません。",
        ],
        link: TO_REQUEST,
    },
    applied_manager: Occasion {
        status: "申込みの審査依頼",
        lead: "次の申込みが届きました。内容を確認し、期限までに審査を進めてください。",
        next: &[],
        link: TO_QUEUE,
    },
    screened: Occasion {
        status: "審査委員会へ",
        lead: "受付の審査が終わり、審査委員会の審査に進みました。",
        next: &["結果はメールでお知らせします。"],
        link: TO_REQUEST,
    },
    returned: Occasion {
        status: "差戻し",
        lead: "申込みが差し戻されました。内容を直して、期限までに再送信してください。",
        next: &["期限までに再送信がないときは、期限切れになります。"],
        link: "申込みを直す（サインインが必要です）",
    },
    granted_whole: Occasion {
        status: "承認",
        lead: "申込みが承認されました。",
        next: &["契約や支払いなど、次の手続きについて施設からご連絡します。"],
        link: TO_REQUEST,
    },
    granted_in_part: Occasion {
        status: "条件付き承認",
        lead: "申込みが条件付きで承認されました。数量と条件を確かめ、期限までに受諾するか辞退するかを選んでください。",
        next: &["期限までに選ばれないときは、期限切れになります。"],
        link: "受諾するか辞退するかを選ぶ（サインインが必要です）",
    },
    accepted: Occasion {
        status: "受諾",
        lead: "申込者が条件付き承認を受諾しました。次の手続きを進めてください。",
        next: &[],
        link: TO_QUEUE,
    },
    declined: Occasion {
        status: "辞退",
        lead: "申込者が条件付き承認を辞退しました。この申込みは終わりました。",
        next: &[],
        link: TO_QUEUE,
    },
    rejected: Occasion {
        status: "不承認",
        lead: "申込みは承認されませんでした。",
        next: &["分からないことがあるときは、施設または相談窓口へお問い合わせください。"],
        link: TO_REQUEST,
    },
    withdrawn: Occasion {
        status: "取下げ",
        lead: "申込者が申込みを取り下げました。",
        next: &[],
        link: TO_QUEUE,
    },
    called_off: Occasion {
        status: "提供の取りやめ",
        lead: "施設の都合により、提供が取りやめになりました。",
        next: &["分からないことがあるときは、施設または相談窓口へお問い合わせください。"],
        link: TO_REQUEST,
    },
    ethics_extended: Occasion {
        status: "倫理審査の延長承認",
        lead: "申込者が倫理審査の延長承認を登録しました。内容を確認してください。",
        next: &[],
        link: TO_QUEUE,
    },
    signed: Occasion {
        status: "契約の締結",
        lead: "契約に双方が署名しました。",
        next: &["次に、支払いを確認します。"],
        link: TO_REQUEST,
    },
    settled: Occasion {
        status: "提供の準備",
        lead: "支払いの手続きが済み、提供の準備に入りました。",
        next: &["期限は、提供の予定日です。提供したときは、メールでお知らせします。"],
        link: TO_REQUEST,
    },
    delivered: Occasion {
        status: "発送",
        lead: "試料などを発送しました。届いたら、申込みのページで受領日を記録してください。",
        next: &[],
        link: "受領を記録する（サインインが必要です）",
    },
    access_granted: Occasion {
        status: "利用権の付与",
        lead: "データの利用権が付与されました。利用できることを確かめて、申込みのページで記録してください。",
        next: &["利用期間を過ぎて利用するときは、前もって施設へご連絡ください。"],
        link: "利用の開始を記録する（サインインが必要です）",
    },
    received: Occasion {
        status: "受領",
        lead: "申込者が受領を記録しました。",
        next: &[],
        link: TO_QUEUE,
    },
    reported: Occasion {
        status: "経過報告",
        lead: "経過報告が提出されました。",
        next: &[],
        link: TO_QUEUE,
    },
    renewed: Occasion {
        status: "利用期間の更新",
        lead: "データの利用期間が更新されました。",
        next: &[],
        link: TO_REQUEST,
    },
    finished: Occasion {
        status: "終了報告",
        lead: "終了報告が提出されました。残余はありません。",
        next: &[],
        link: TO_QUEUE,
    },
    disposed: Occasion {
        status: "終了・廃棄の報告",
        lead: "終了報告が提出されました。残余は廃棄されました。",
        next: &[],
        link: TO_QUEUE,
    },
    closed: Occasion {
        status: "終了",
        lead: "施設がこの申込みを終了としました。",
        next: &[],
        link: TO_REQUEST,
    },
    expired: Occasion {
        status: "期限切れ",
        lead: "期限までに手続きがなかったため、申込みは期限切れになりました。",
        next: &["必要なときは、改めて申し込んでください。"],
        link: TO_REQUEST,
    },
    expired_manager: Occasion {
        status: "期限切れ",
        lead: "申込者の手続きが期限までになかったため、次の申込みは期限切れになりました。",
        next: &[],
        link: TO_QUEUE,
    },
    step_due: Occasion {
        status: "手続きの期限のお知らせ",
        lead: "申込みの手続きの期限が近づいています。",
        next: &[],
        link: TO_REQUEST,
    },
    step_due_manager: Occasion {
        status: "審査・手続きの期限のお知らせ",
        lead: "次の申込みについて、施設の手続きの期限が近づいています。",
        next: &[],
        link: TO_QUEUE,
    },
    report_due: Occasion {
        status: "経過報告の期限のお知らせ",
        lead: "経過報告の期限が近づいています。",
        next: &["期限を過ぎると、規則により、新しい申込みができなくなることがあります。"],
        link: "経過報告を提出する（サインインが必要です）",
    },
    report_overdue: Occasion {
        status: "経過報告の期限超過",
        lead: "経過報告の期限が過ぎています。",
        next: &["提出されるまで、規則により、新しい申込みができないことがあります。"],
        link: "経過報告を提出する（サインインが必要です）",
    },
    report_overdue_manager: Occasion {
        status: "経過報告の期限超過",
        lead: "次の申込みの経過報告が、期限までに提出されていません。",
        next: &[],
        link: TO_QUEUE,
    },
};
