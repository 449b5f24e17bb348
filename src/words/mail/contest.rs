//! The words of letters about requests that compete for the same time.

use crate::words::mail::occasion::{Contest, Occasion};

pub(super) static JA: Contest = Contest {
    competing: Occasion {
        status: "受付（選考）",
        lead: "利用申請を受け付けました。この機器では、同じ時間の申請の中から施設が選びます。決まるまで、枠は確保されません。",
        next: &[
            "結果はメールでお知らせします。先に届いた申請が選ばれるとは限りません。",
            "「そろっていない確認」があるときは、それがそろうまで承認されません。申請のページで確かめてください。",
            "決定までは、申請のページから日時の変更や取下げができます。",
        ],
        link: "申請の内容を見る（サインインが必要です）",
    },
    passed_over: Occasion {
        status: "ほかの申請の承認",
        lead: "同じ時間のほかの申請が承認されたため、希望された時間は使えなくなりました。申請はまだ終わっていません。",
        next: &[
            "申請のページから、別の日時に変更できます。「近い空き枠」は、このメールを書いた時点で空いていた枠です。確保はしていません。",
            "変更も取下げもないときは、元の利用開始の時刻に期限切れになります。",
        ],
        link: "近い空き枠を見る（サインインが必要です）",
    },
};

pub(super) static EN: Contest = Contest {
    competing: Occasion {
        status: "Received: in selection",
        lead: "We received your request. The facility chooses among the requests for the same time. No time is held until then.",
        next: &[
            "You are told of the decision by mail. Whoever came first is not necessarily chosen.",
            "If something stands beside “Still needed”, the request can't be approved before it is there. See the request's page.",
            "Until it is decided, you can change the time or withdraw on the request's page.",
        ],
        link: "See the request (sign-in needed)",
    },
    passed_over: Occasion {
        status: "Another request was approved",
        lead: "Another request for the same time was approved, so the time you wished for is gone. Your request is not over yet.",
        next: &[
            "You can change it to another time on its page. The times beside “Free times near it” were free when this was written; they are not held for you.",
            "If you neither change nor withdraw it, it lapses when its time would have begun.",
        ],
        link: "See free times near it (sign-in needed)",
    },
};
