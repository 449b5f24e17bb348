//! Refusals of decisions: too late, not theirs to make, made already.

use crate::domain::language::Language;
use crate::domain::refusal::Wrong;
use crate::domain::time::Instant;
use crate::words::when;

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn already(language: Language, by: &str, at: Instant, approved: bool) -> Pair {
    let at = when::moment(language, at);
    match (language, approved) {
        (Language::Ja, true) => (
            format!("{at}に{by}さんが承認済みです。"),
            "ページを開き直して、今の状態を確かめてください。".to_owned(),
        ),
        (Language::Ja, false) => (
            format!("{at}に{by}さんが決定済みです。"),
            "ページを開き直して、今の状態を確かめてください。".to_owned(),
        ),
        (Language::En, true) => (
            format!("{by} approved it already ({at})."),
            "Open the page again to see where it stands now.".to_owned(),
        ),
        (Language::En, false) => (
            format!("{by} decided on it already ({at})."),
            "Open the page again to see where it stands now.".to_owned(),
        ),
    }
}

fn wrong_state(language: Language) -> Pair {
    match language {
        Language::Ja => (
            "申請の状態が変わったため、この操作はできません。".to_owned(),
            "ページを開き直して、今の状態を確かめてください。".to_owned(),
        ),
        Language::En => (
            "The request has moved on, so this can't be done any more.".to_owned(),
            "Open the page again to see where it stands now.".to_owned(),
        ),
    }
}

fn own_request(language: Language) -> Pair {
    match language {
        Language::Ja => (
            "自分の申請は、自分では決定できません。".to_owned(),
            "同じ施設のほかの管理者に依頼してください。".to_owned(),
        ),
        Language::En => (
            "You can't decide on your own request.".to_owned(),
            "Ask another manager of the facility.".to_owned(),
        ),
    }
}

fn started(language: Language) -> Pair {
    match language {
        Language::Ja => (
            "利用開始の時刻を過ぎたため、変更できません。".to_owned(),
            "必要なときは、施設または相談窓口へご連絡ください。".to_owned(),
        ),
        Language::En => (
            "The time of use has begun, so nothing can be changed.".to_owned(),
            "If you need a change, ask the facility or the contact desk.".to_owned(),
        ),
    }
}

/// What was decided elsewhere, is one's own, or has begun.
pub(super) fn late(language: Language, wrong: &Wrong) -> Pair {
    match wrong {
        Wrong::OwnRequest => own_request(language),
        Wrong::Started => started(language),
        _ => wrong_state(language),
    }
}

/// What waits for gates.
pub(super) fn waiting(language: Language, wrong: &Wrong) -> Pair {
    match wrong {
        Wrong::OnlyTheOffices => only_the_offices(language),
        _ => on_hold(language),
    }
}

fn on_hold(language: Language) -> Pair {
    match language {
        Language::Ja => (
            "必要な確認がそろっていないため、保留中の申請は承認できません。".to_owned(),
            "確認がそろうと、自動で承認待ちに戻ります。".to_owned(),
        ),
        Language::En => (
            "The request is on hold because something required does not stand yet, so it can't be approved."
                .to_owned(),
            "It returns to the queue by itself as soon as everything stands.".to_owned(),
        ),
    }
}

fn only_the_offices(language: Language) -> Pair {
    match language {
        Language::Ja => (
            "輸出管理による保留は、施設では解けません。".to_owned(),
            "輸出管理の窓口の判断を待ってください。".to_owned(),
        ),
        Language::En => (
            "A facility can't lift a hold for export control.".to_owned(),
            "Wait for the answer of the export control desks.".to_owned(),
        ),
    }
}
