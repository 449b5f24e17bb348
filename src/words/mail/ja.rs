//! The letters in Japanese.

use crate::words::mail::later;
use crate::words::mail::occasion::{Occasion, Words};

const TO_REQUEST: &str = "申請の内容を見る（サインインが必要です）";
const NOT_YOU: &str = "心当たりがないときは、このメールを削除してください。何も変わりません。";

pub(super) static JA: Words = Words {
    prefix: "【共用設備予約】",
    sender: "共用機器窓口",
    number: "受付番号",
    resource: "機器",
    facility: "施設",
    when: "利用日時",
    applicant: "申請者",
    decided_by: "決定した人",
    reason: "理由",
    waits_for: "そろっていない確認",
    fee: "取消料",
    no_reply: "このメールは送信専用です。返信しても届きません。",
    contact: "お問い合わせ",
    received: Occasion {
        status: "受付",
        lead: "利用申請を受け付けました。選んだ枠は、決定まで仮に押さえています。",
        next: &[
            "施設の管理者が内容を確認します。結果はメールでお知らせします。",
            "承認されるまでは、申請のページから取り下げられます。",
        ],
        link: TO_REQUEST,
    },
    received_waiting: Occasion {
        status: "受付",
        lead: "利用申請を受け付けました。選んだ枠は、決定まで仮に押さえています。承認に進むには、次の確認が必要です。",
        next: &[
            "だれが、いつまでに、何をするかは、申請のページで確かめられます。ご自身の登録が必要なものは、そこから登録してください。",
            "確認がそろうと、自動で施設の管理者の承認へ進みます。利用開始までにそろわないときは、期限切れになり、枠が空きます。",
        ],
        link: "必要な確認を見る（サインインが必要です）",
    },
    approval_asked: Occasion {
        status: "承認依頼",
        lead: "次の利用申請が届きました。内容を確認し、承認・差戻し・不承認のいずれかを決めてください。",
        next: &["利用開始の時刻までに決まらない申請は、期限切れになり、枠が空きます。"],
        link: "申請を確認して決める（サインインが必要です）",
    },
    confirmed: Occasion {
        status: "確定",
        lead: "予約が確定しました。添付の予定（.ics）を、お使いの予定表に追加できます。",
        next: &["都合が変わったときは、利用開始までに申請のページから取り消してください。"],
        link: TO_REQUEST,
    },
    confirmed_manager: Occasion {
        status: "確定",
        lead: "次の予約が確定しました。添付の予定（.ics）を、お使いの予定表に追加できます。",
        next: &[],
        link: TO_REQUEST,
    },
    returned: Occasion {
        status: "差戻し",
        lead: "利用申請が差し戻されました。下の理由を読み、内容を直して再申請してください。",
        next: &[
            "枠は押さえたままです。利用開始までに再申請がないときは、期限切れになり、枠が空きます。",
        ],
        link: "申請を直す（サインインが必要です）",
    },
    rejected: Occasion {
        status: "不承認",
        lead: "利用申請は承認されませんでした。押さえていた枠は空きました。",
        next: &["別の日時やほかの機器で、あらためて申請できます。"],
        link: TO_REQUEST,
    },
    withdrawn: Occasion {
        status: "取下げ",
        lead: "申請者が次の利用申請を取り下げました。枠は空きました。",
        next: &[],
        link: TO_REQUEST,
    },
    cancelled: Occasion {
        status: "取消し",
        lead: "予約を取り消しました。添付の予定（.ics）を開くと、予定表からも取り消せます。",
        next: &["もう一度必要になったときは、あらためて申請してください。"],
        link: TO_REQUEST,
    },
    cancelled_manager: Occasion {
        status: "取消し",
        lead: "申請者が次の予約を取り消しました。枠は空きました。",
        next: &[],
        link: TO_REQUEST,
    },
    called_off: Occasion {
        status: "施設都合による取消し",
        lead: "施設の都合により、予約が取り消されました。取消料はかかりません。添付の予定（.ics）を開くと、予定表からも取り消せます。",
        next: &["別の日時やほかの機器で、あらためて申請できます。"],
        link: TO_REQUEST,
    },
    called_off_manager: Occasion {
        status: "施設都合による取消し",
        lead: "次の予約を施設の都合で取り消しました。枠は空きました。申請者にも知らせました。",
        next: &[],
        link: TO_REQUEST,
    },
    expired: Occasion {
        status: "期限切れ",
        lead: "利用開始までに決定に至らなかったため、利用申請は期限切れになりました。枠は空きました。",
        next: &["必要なときは、別の日時であらためて申請してください。"],
        link: TO_REQUEST,
    },
    expired_manager: Occasion {
        status: "期限切れ",
        lead: "決定に至らないまま利用開始の時刻を過ぎたため、次の利用申請は期限切れになりました。枠は空きました。",
        next: &[],
        link: TO_REQUEST,
    },
    held: Occasion {
        status: "保留",
        lead: "必要な確認がそろっていないため、保留になりました。枠は確保したままです。",
        next: &[
            "だれが、いつまでに、何をするかは、申請のページで確かめられます。",
            "確認がそろうと、自動で手続きが先へ進みます。利用開始までにそろわないときは、期限切れになり、枠が空きます。",
        ],
        link: TO_REQUEST,
    },
    held_manager: Occasion {
        status: "保留",
        lead: "次の申請は、必要な確認がそろうまで保留になりました。枠は確保したままです。",
        next: &["確認がそろうまで、承認の操作は要りません。"],
        link: TO_REQUEST,
    },
    released: Occasion {
        status: "保留解除",
        lead: "必要な確認がそろい、保留が解けました。手続きは保留の前の段階から続きます。",
        next: &["今の状態は、申請のページで確かめられます。"],
        link: TO_REQUEST,
    },
    released_manager: Occasion {
        status: "保留解除",
        lead: "次の予約の保留が解け、確定に戻りました。",
        next: &[],
        link: TO_REQUEST,
    },
    use_over: Occasion {
        status: "利用報告のお願い",
        lead: "ご利用の時間が終わりました。実際に利用した時間と試料の数を、利用報告として入力してください。",
        next: &[
            "期限は、申請のページで確かめられます。",
            "不具合があったときも、そこから知らせてください。",
        ],
        link: "利用報告を入力する（サインインが必要です）",
    },
    log_missing: Occasion {
        status: "利用報告の督促",
        lead: "次の利用の利用報告が、期限を過ぎても入力されていません。",
        next: &["実際に利用した時間を入力すると済みます。"],
        link: "利用報告を入力する（サインインが必要です）",
    },
    overrun: Occasion {
        status: "前の利用の超過",
        lead: "あなたの前の利用が、予約の時間を過ぎても終わっていません。開始が遅れることがあります。",
        next: &["出発の前に、施設へ状況を確かめてください。予約はそのままです。"],
        link: TO_REQUEST,
    },
    later: &later::JA,
    verify: Occasion {
        status: "メールアドレスの確認",
        lead: "利用者登録を続けるには、下のリンクを開いて、このメールアドレスがご自身のものであることを確認してください。",
        next: &["心当たりがないときは、このメールを削除してください。登録は完了しません。"],
        link: "メールアドレスを確認する",
    },
    already_registered: Occasion {
        status: "利用者登録について",
        lead: "このメールアドレスで利用者登録の申込みがありましたが、すでに登録されています。新しい登録はしていません。",
        next: &[
            "サインインしてお使いください。パスワードを忘れたときは、サインインのページから再設定できます。",
            NOT_YOU,
        ],
        link: "サインインする",
    },
    reset: Occasion {
        status: "パスワードの再設定",
        lead: "下のリンクを開いて、新しいパスワードを決めてください。",
        next: &[NOT_YOU],
        link: "新しいパスワードを決める",
    },
    password_changed: Occasion {
        status: "パスワード変更のお知らせ",
        lead: "あなたのパスワードが変更されました。",
        next: &[
            "ご自身で変更したときは、何もする必要はありません。",
            "心当たりがないときは、下のリンクからすぐに再設定し、相談窓口へご連絡ください。",
        ],
        link: "パスワードを再設定する",
    },
    invitation: Occasion {
        status: "利用者登録のご案内",
        lead: "管理者が、あなたの利用者登録をしました。下のリンクを開いてパスワードを決めると、使い始められます。",
        next: &["心当たりがないときは、このメールを削除してください。"],
        link: "パスワードを決めて使い始める",
    },
};
