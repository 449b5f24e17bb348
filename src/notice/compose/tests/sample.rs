//! The facts of one letter of each occasion.

use crate::domain::id::{BookingId, UserId};
use crate::domain::letter::{BookingFacts, BookingNews};
use crate::domain::name::Name;
use crate::domain::time::{Span, parse_day, parse_local};
use crate::notice::compose::tests::name;

fn reason(about: BookingNews) -> Option<&'static str> {
    match about {
        BookingNews::Returned => {
            Some("試料の量を書いてください。\n生物学的安全性も確認してください。")
        }
        BookingNews::Rejected | BookingNews::CalledOff => Some("装置の点検と重なるため"),
        BookingNews::Stopped | BookingNews::Interrupted => {
            Some("電子銃の故障。部品の到着を待っています。")
        }
        BookingNews::NoCredit => Some("試料ホルダーの装着を誤り、ステージが破損しました。"),
        BookingNews::NoShow => Some("10時の時点で来られず、電話にも出られませんでした。"),
        BookingNews::Excused => Some("入館の記録を確かめました。"),
        BookingNews::Appealed => Some("当日は別の棟の受付にいました。"),
        BookingNews::Conditional => Some("前日までに試料の一覧を送ってください。"),
        BookingNews::Moved => Some("装置の調整のため"),
        BookingNews::ChangeRefused => Some("その週は定期保守のため"),
        BookingNews::Upheld => Some("受付の記録にお名前がありませんでした。"),
        _ => None,
    }
}

/// The other of two times, where there is one.
fn other_span(about: BookingNews) -> Option<Span> {
    use BookingNews as News;
    matches!(
        about,
        News::Changed
            | News::Moved
            | News::Attends
            | News::ChangeReceived
            | News::ChangeAsked
            | News::ChangeRefused
            | News::ChangeWithdrawn
            | News::ChangeAgreed
            | News::ChangeFell
            | News::ChangeLapsed
    )
    .then(|| Span::of_minutes(parse_local("2027-02-10T09:00").unwrap(), 2880).unwrap())
}

/// Who did what it tells of.
fn by(about: BookingNews) -> Option<&'static str> {
    match about {
        BookingNews::Received
        | BookingNews::ApprovalAsked
        | BookingNews::Expired
        | BookingNews::Held
        | BookingNews::Released
        | BookingNews::Competing
        | BookingNews::HomeAsked
        | BookingNews::EndorseAsked
        | BookingNews::PassedOver
        | BookingNews::ChangeFell
        | BookingNews::FeeWaived => None,
        BookingNews::Endorsed => Some("高橋 修"),
        _ if is_decided(about) => Some("井上 玲"),
        _ => Some("佐藤 恵"),
    }
}

fn waits_for(about: BookingNews) -> Vec<String> {
    match about {
        BookingNews::Held | BookingNews::Competing => {
            vec!["org_pledge".into(), "export_screening".into()]
        }
        _ => Vec::new(),
    }
}

/// Free times near the one that is lost.
fn nearest(about: BookingNews) -> Vec<Span> {
    let of = |start| Span::of_minutes(parse_local(start).unwrap(), 2880).unwrap();
    match about {
        BookingNews::PassedOver => ["2027-02-08T09:00", "2027-02-10T09:00", "2027-02-15T09:00"]
            .map(of)
            .into(),
        _ => Vec::new(),
    }
}

/// What is given back with what is rejected.
fn given_back(about: BookingNews) -> Vec<Name> {
    match about {
        BookingNews::Rejected => vec![name("NMR（600 MHz）", "NMR (600 MHz)")],
        _ => Vec::new(),
    }
}

/// Whether a manager decided something in it.
fn is_decided(about: BookingNews) -> bool {
    matches!(
        about,
        BookingNews::Confirmed
            | BookingNews::Returned
            | BookingNews::Agreed
            | BookingNews::ChangeAgreed
            | BookingNews::Rejected
            | BookingNews::Moved
            | BookingNews::CalledOff
            | BookingNews::NoShow
            | BookingNews::Excused
            | BookingNews::Upheld
            | BookingNews::ChangeRefused
            | BookingNews::Conditional
            | BookingNews::Stopped
            | BookingNews::Interrupted
            | BookingNews::NoCredit
    )
}

pub(super) fn facts(about: BookingNews) -> BookingFacts {
    let at = |text| parse_local(text).unwrap();
    BookingFacts {
        about,
        booking: BookingId::new(1_955_000_000_000_000_000),
        sequence: 2,
        resource: name("クライオ電子顕微鏡", "Cryo electron microscope"),
        facility: name("クライオ電子顕微鏡施設", "Cryo-EM facility"),
        institution: name("理化学研究所", "RIKEN"),
        span: Span::new(at("2027-02-03T09:00"), at("2027-02-05T09:00")).unwrap(),
        applicant_user: UserId::new(1),
        applicant: "佐藤 恵".into(),
        applicant_institution: name(
            "国立長寿医療研究センター",
            "National Center for Geriatrics and Gerontology",
        ),
        by: by(about).map(str::to_owned),
        reason: reason(about).map(str::to_owned),
        fee_percent: match about {
            BookingNews::Cancelled => Some(50),
            BookingNews::NoShow => Some(100),
            BookingNews::CalledOff | BookingNews::Stopped | BookingNews::FeeWaived => Some(0),
            _ => None,
        },
        waits_for: waits_for(about),
        other_span: other_span(about),
        rebook_until: (about == BookingNews::Stopped).then(|| parse_day("2027-03-18").unwrap()),
        series: None,
        nearest: nearest(about),
        given_back: given_back(about),
        with: match about {
            BookingNews::Confirmed => vec![name("試料準備室", "Preparation room")],
            BookingNews::Agreed | BookingNews::ChangeAgreed => {
                vec![name("NMR（600 MHz）", "NMR (600 MHz)")]
            }
            _ => Vec::new(),
        },
        attendant: (about == BookingNews::Confirmed).then(|| name("渡辺 誠", "Makoto Watanabe")),
        credit_minutes: match about {
            BookingNews::Interrupted => Some(240),
            BookingNews::NoCredit => Some(0),
            _ => None,
        },
        suspended_until: (about == BookingNews::NoShow).then(|| parse_day("2027-03-05").unwrap()),
        entry: None,
    }
}

/// Whether its applicant is told of it.
pub(super) fn to_applicant(about: BookingNews) -> bool {
    !matches!(
        about,
        BookingNews::ApprovalAsked
            | BookingNews::EndorseAsked
            | BookingNews::Withdrawn
            | BookingNews::Appealed
            | BookingNews::ChangeAsked
            | BookingNews::ChangeWithdrawn
            | BookingNews::Attends
            | BookingNews::AttendsNoMore
            | BookingNews::SetDissolved
    )
}

/// Whether the managers are told of it.
pub(super) fn to_managers(about: BookingNews) -> bool {
    !matches!(
        about,
        BookingNews::Received
            | BookingNews::Returned
            | BookingNews::Rejected
            | BookingNews::Excused
            | BookingNews::Upheld
            | BookingNews::ChangeReceived
            | BookingNews::ChangeRefused
            | BookingNews::Conditional
            | BookingNews::Stopped
            | BookingNews::Interrupted
            | BookingNews::NoCredit
            | BookingNews::Moved
            | BookingNews::Competing
            | BookingNews::HomeAsked
            | BookingNews::Endorsed
            | BookingNews::PassedOver
            | BookingNews::FeeWaived
            | BookingNews::Agreed
            | BookingNews::ChangeAgreed
    )
}
