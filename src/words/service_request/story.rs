//! The story of a request without a slot: where it stands as a sentence, and what happened to it.

use crate::domain::event::Kind;
use crate::domain::language::Language;
use crate::domain::service_request::state::State;

/// Where a request stands, before names and days are put in.
pub(super) const fn plain(language: Language, state: State) -> &'static str {
    use State::{Contract, Delivered, Granted, InUse, Payment, Preparing, ProgressReport};
    let (ja, en) = match state {
        State::Inquiry
        | State::Application
        | State::Screening
        | State::Committee
        | State::Returned
        | State::Conditional => asked(state),
        Contract | Payment | Preparing => granted(state),
        Delivered | Granted | InUse | ProgressReport => handed_over(state),
        _ => over(state),
    };
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

/// Not decided, or with conditions.
const fn asked(state: State) -> (&'static str, &'static str) {
    match state {
        State::Inquiry => (
            "施設の担当者の回答を待っています。",
            "Waiting for an answer by the facility's managers.",
        ),
        State::Application => (
            "相談への回答がありました。内容を書き足して申込みを送信してください。",
            "The question was answered. Complete the application and send it.",
        ),
        State::Screening => (
            "施設の担当者の受付審査を待っています。",
            "Being screened by the facility's managers.",
        ),
        State::Committee => (
            "審査委員会の結果を待っています。",
            "Waiting for the committee.",
        ),
        State::Returned => (
            "差し戻されました。内容を直して再送信してください。",
            "It was returned. Correct it and send it again.",
        ),
        _ => (
            "条件付きで承認されました。受諾するか辞退するかを選んでください。",
            "It was approved with conditions. Accept or decline.",
        ),
    }
}

/// Granted, and not handed over.
const fn granted(state: State) -> (&'static str, &'static str) {
    match state {
        State::Contract => (
            "契約の署名を待っています。",
            "Waiting for the signatures of the contract.",
        ),
        State::Payment => (
            "支払いの確認を待っています。",
            "Waiting for the payment to be settled.",
        ),
        _ => (
            "施設の担当者が提供の準備をしています。",
            "Being prepared by the facility's managers.",
        ),
    }
}

/// Handed over.
const fn handed_over(state: State) -> (&'static str, &'static str) {
    match state {
        State::Delivered => (
            "発送されました。届いたら受領を記録してください。",
            "It is on its way. Record the receipt when it arrives.",
        ),
        State::Granted => (
            "利用権が付与されました。使えることを確かめて記録してください。",
            "Access was granted. Make sure that it works and record it.",
        ),
        State::InUse => (
            "利用中です。次の経過報告を提出してください。",
            "It is in use. The next progress report is to be submitted.",
        ),
        _ => (
            "経過報告を提出してください。",
            "Please submit the progress report.",
        ),
    }
}

/// Over.
const fn over(state: State) -> (&'static str, &'static str) {
    match state {
        State::Finished => (
            "この申込みは終了しました。",
            "This application is finished.",
        ),
        State::Disposed => (
            "この申込みは終了しました。残余は廃棄されました。",
            "This application is finished. What was left over was disposed of.",
        ),
        State::Rejected => ("承認されませんでした。", "It was not approved."),
        State::Withdrawn => ("取り下げられました。", "It was withdrawn."),
        State::Declined => (
            "条件付き承認は辞退されました。",
            "The conditional approval was declined.",
        ),
        State::CalledOff => (
            "施設の都合により、提供は取りやめになりました。",
            "The facility called it off.",
        ),
        _ => (
            "期限までに手続きがなかったため、期限切れになりました。",
            "Nothing was done in time, so it lapsed.",
        ),
    }
}

/// What happened, as a line of a request's history.
#[must_use]
pub const fn happened(language: Language, kind: Kind) -> &'static str {
    let (ja, en) = match kind {
        Kind::ServiceInquired => ("相談を受け付けました", "Question received"),
        Kind::ServiceAnswered => ("相談に回答しました", "Question answered"),
        Kind::ServiceApplied => ("申込みを受け付けました", "Application received"),
        Kind::ServiceResent => ("再送信されました", "Sent again"),
        Kind::ServiceScreened => ("審査委員会へ進みました", "Sent to the committee"),
        Kind::ServiceReturned => ("差し戻されました", "Returned"),
        Kind::ServiceGranted => ("承認されました", "Approved"),
        Kind::ServiceGrantedInPart => ("条件付きで承認されました", "Approved with conditions"),
        Kind::ServiceAccepted => ("受諾されました", "Accepted"),
        Kind::ServiceDeclined => ("辞退されました", "Declined"),
        Kind::ServiceRejected => ("不承認となりました", "Not approved"),
        Kind::ServiceWithdrawn => ("取り下げられました", "Withdrawn"),
        Kind::ServiceCalledOff => ("提供が取りやめになりました", "Called off"),
        Kind::ServiceEthicsExtended => (
            "倫理審査の延長承認が登録されました",
            "Ethics approval extended",
        ),
        Kind::ServiceSignatureNoted => ("契約の署名日が記録されました", "A signature was recorded"),
        Kind::ServiceSigned => ("契約に双方が署名しました", "Contract signed by both sides"),
        Kind::ServiceSettled => ("支払いが確認されました", "Payment settled"),
        Kind::ServiceDelivered => ("発送されました", "Shipped"),
        Kind::ServiceAccessGranted => ("利用権が付与されました", "Access granted"),
        Kind::ServiceReceived => ("受領が記録されました", "Received"),
        Kind::ServiceReportAsked => ("経過報告の時期になりました", "Progress report asked for"),
        Kind::ServiceReported => ("経過報告が提出されました", "Progress report submitted"),
        Kind::ServiceRenewed => ("利用期間が更新されました", "Access renewed"),
        Kind::ServiceFinished => ("終了報告が提出されました", "Final report submitted"),
        Kind::ServiceDisposed => (
            "終了報告が提出され、残余は廃棄されました",
            "Final report submitted, rest disposed of",
        ),
        Kind::ServiceClosed => ("施設が終了としました", "Closed by the facility"),
        Kind::ServiceExpired => ("期限切れになりました", "Lapsed"),
        Kind::ServiceReminded => ("期限のお知らせを送りました", "A reminder was sent"),
        _ => ("", ""),
    };
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}
