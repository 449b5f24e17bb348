//! The history of a booking: what each line of it says.

use crate::domain::booking::State;
use crate::domain::event::Kind;
use crate::domain::language::Language;
use crate::words::booking::state::{chip, pick};

/// What happened, as a line of a booking's history.
#[must_use]
pub const fn happened(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::BookingRequested => pick(language, "申請を受け付けました", "Requested"),
        Kind::BookingResent => pick(language, "再申請されました", "Sent again"),
        Kind::BookingApproved => pick(language, "承認されました", "Approved"),
        Kind::BookingReturned => pick(language, "差し戻されました", "Returned"),
        Kind::BookingRejected => pick(language, "不承認となりました", "Not approved"),
        Kind::BookingWithdrawn => pick(language, "取り下げられました", "Withdrawn"),
        Kind::BookingCancelled => pick(language, "取り消されました", "Cancelled"),
        Kind::BookingCalledOff => chip(language, State::CancelledByFacility).1,
        Kind::BookingHeld => pick(language, "保留になりました", "Put on hold"),
        Kind::BookingReleased => pick(language, "保留が解けました", "Released from hold"),
        Kind::BookingResumed => pick(
            language,
            "管理者が個別に再開しました",
            "Resumed by a manager",
        ),
        Kind::GateEntered => pick(
            language,
            "必要な確認が登録されました",
            "A requirement was entered",
        ),
        Kind::HoldChanged => pick(
            language,
            "待っている確認の一部がそろいました",
            "Part of what it waits for stands now",
        ),
        Kind::BookingLimited => pick(
            language,
            "窓口の条件により、利用のしかたが限られました",
            "The way of use was limited by an office's condition",
        ),
        Kind::GateWithdrawn => pick(
            language,
            "必要な確認の登録が取り下げられました",
            "A requirement was withdrawn",
        ),
        Kind::GateAsked => pick(language, "窓口へ確認を依頼しました", "An office was asked"),
        Kind::GateRuled => pick(
            language,
            "窓口が判断を登録しました",
            "An office recorded its answer",
        ),
        Kind::BookingExpired => pick(language, "期限切れになりました", "Lapsed"),
        _ => used(language, kind),
    }
}

/// What happened in its use, as a line of its history.
const fn used(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::UseBegun => pick(language, "利用が始まりました", "The use began"),
        Kind::UseEnded => pick(language, "利用が終わりました", "The use ended"),
        Kind::UseOverran => pick(
            language,
            "前の利用が延びていることを知らせました",
            "Told that the use before goes on",
        ),
        Kind::UseLogged => pick(
            language,
            "利用報告が入力されました",
            "The use log was entered",
        ),
        Kind::ResultReported => pick(
            language,
            "利用報告書が提出されました",
            "The result report was handed in",
        ),
        _ => missed(language, kind),
    }
}

/// What happened where nobody came.
const fn missed(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::NoShowMarked => pick(
            language,
            "無断不使用と記録されました",
            "Recorded as a no-show",
        ),
        Kind::NoShowAppealed => pick(language, "異議が申し立てられました", "Appealed"),
        Kind::NoShowUpheld => pick(
            language,
            "異議は認められませんでした",
            "The appeal was not accepted",
        ),
        Kind::NoShowExcused => pick(
            language,
            "無断不使用の記録が取り消されました",
            "The record of the no-show was taken back",
        ),
        _ => "",
    }
}
