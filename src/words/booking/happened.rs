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
        Kind::BookingApprovedConditionally
        | Kind::SetComplete
        | Kind::SetDissolved
        | Kind::ChangeAgreed
        | Kind::ChangeFell
        | Kind::ConditionsAccepted
        | Kind::BookingChanged
        | Kind::BookingMoved
        | Kind::BookingPassedOver
        | Kind::AttendantNamed
        | Kind::BookingEndorsed
        | Kind::BookingsSwapped
        | Kind::ChangeAsked
        | Kind::ChangeGranted
        | Kind::ChangeRefused
        | Kind::ChangeWithdrawn
        | Kind::ChangeLapsed => changed(language, kind),
        _ => missed(language, kind),
    }
}

/// What became of it because of other facilities that were asked with it.
const fn of_set(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::SetComplete => pick(
            language,
            "ほかの施設の決定もそろい、確定しました",
            "Confirmed: the other facilities agreed too",
        ),
        Kind::ChangeAgreed => pick(
            language,
            "施設が変更に同意しました（ほかの施設の決定待ち）",
            "The facility agreed to the change; others still decide",
        ),
        Kind::ChangeFell => pick(
            language,
            "一緒に申請した予約が変わらないため、変更の申請がなくなりました",
            "The wish to change it is gone: a booking asked for with it stays",
        ),
        _ => pick(
            language,
            "一緒に申請した予約が成立せず、取下げになりました",
            "Withdrawn: a booking asked for with it came to nothing",
        ),
    }
}

/// What happened to conditions, and to the wish for another time or content.
const fn changed(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::BookingApprovedConditionally => chip(language, State::ApprovedWithConditions).1,
        Kind::ConditionsAccepted => pick(
            language,
            "条件が受け入れられました",
            "The conditions were accepted",
        ),
        Kind::ChangeAsked => pick(language, "変更が申請されました", "A change was asked for"),
        Kind::ChangeGranted => pick(language, "変更が認められました", "The change was approved"),
        Kind::ChangeRefused => pick(
            language,
            "変更は認められませんでした",
            "The change was not approved",
        ),
        Kind::ChangeWithdrawn => pick(
            language,
            "変更の申請が取りやめられました",
            "The wish to change it was withdrawn",
        ),
        Kind::ChangeLapsed => pick(
            language,
            "変更の申請が期限切れになりました",
            "The wish to change it lapsed",
        ),
        Kind::BookingEndorsed => pick(
            language,
            "所属責任者が承諾しました",
            "The responsible person at home agreed",
        ),
        Kind::AttendantNamed => pick(
            language,
            "立会者が替わりました",
            "Another attendant was named",
        ),
        Kind::BookingPassedOver => pick(
            language,
            "同じ時間のほかの申請が承認されました",
            "Another request for the same time was approved",
        ),
        Kind::BookingsSwapped => pick(
            language,
            "ほかの予約と時間を入れ替えました",
            "It changed places with another booking",
        ),
        Kind::BookingChanged => pick(language, "変更されました", "Changed"),
        _ => of_set(language, kind),
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
        Kind::UseInterrupted => pick(
            language,
            "装置の停止により中断しました",
            "Cut short: the equipment stopped",
        ),
        Kind::FeeWaived => pick(
            language,
            "枠が再利用され、取消料が免除されました",
            "The fee was waived: the time was used",
        ),
        Kind::CreditWithdrawn => pick(
            language,
            "減額が取り消されました",
            "The credit was withdrawn",
        ),
        Kind::BookingReinstated => pick(
            language,
            "早期復旧により、元の枠に戻りました",
            "Made anew: the equipment was back early",
        ),
        _ => "",
    }
}
