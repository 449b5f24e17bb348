//! The words of letters about what several facilities were asked for as one.

use crate::words::mail::occasion::{Occasion, Set};

pub(super) static JA: Set = Set {
    given_back: "あわせて取り下げた申請",
    agreed: Occasion {
        status: "承認（ほかの施設の決定待ち）",
        lead: "利用申請が承認されました。一緒に申請したほかの施設の決定がそろうと、すべての予約が確定します。枠は確保したままです。",
        next: &[
            "一つでも承認されないときは、すべての申請が取下げになり、費用はかかりません。",
            "決定までは、申請のページから取り下げられます。",
        ],
        link: "申請の状況を見る（サインインが必要です）",
    },
    dissolved: Occasion {
        status: "取下げ",
        lead: "一緒に申請されたほかの施設の予約が成立しなかったため、次の申請は取下げになりました。枠は空きました。",
        next: &[],
        link: "申請の内容を見る（サインインが必要です）",
    },
    change_agreed: Occasion {
        status: "変更への同意（ほかの施設の決定待ち）",
        lead: "施設が日時の変更に同意しました。一緒に申請したほかの施設の同意がそろうと、すべての予約の日時が変わります。今の枠と希望の枠の両方を押さえています。",
        next: &["一つでも認められないときは、すべての予約が今の日時のまま残ります。"],
        link: "変更の状況を見る（サインインが必要です）",
    },
    change_fell: Occasion {
        status: "変更の不成立",
        lead: "一緒に申請されたほかの施設の予約の日時が変わらないことになったため、次の予約の変更の申請もなくなりました。予約は、今の日時のまま残っています。",
        next: &[],
        link: "予約の内容を見る（サインインが必要です）",
    },
};

pub(super) static EN: Set = Set {
    given_back: "Given back with it",
    agreed: Occasion {
        status: "Approved: other facilities still decide",
        lead: "Your request was approved. Once the other facilities that you asked with it have agreed, all of it is confirmed. The time is still held for you.",
        next: &[
            "If one of them does not agree, all of it is withdrawn, free of charge.",
            "Until then you can withdraw it on the request's page.",
        ],
        link: "See where it stands (sign-in needed)",
    },
    dissolved: Occasion {
        status: "Withdrawn",
        lead: "The following request is withdrawn, because another facility's booking that was asked for with it came to nothing. The time is free again.",
        next: &[],
        link: "See the request (sign-in needed)",
    },
    change_agreed: Occasion {
        status: "Change agreed to: other facilities still decide",
        lead: "The facility agreed to the new time. Once the other facilities that you asked with it have agreed too, all bookings move. Until then both the time you have and the time you want are held for you.",
        next: &["If one of them does not agree, all bookings stay as they are."],
        link: "See where it stands (sign-in needed)",
    },
    change_fell: Occasion {
        status: "Change came to nothing",
        lead: "Another facility's booking that was asked for with this one stays at its time, so the wish to change this one is gone too. The booking stays as it is.",
        next: &[],
        link: "See the booking (sign-in needed)",
    },
};
