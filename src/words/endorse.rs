//! The words of 所属責任者: the pages on which they agree to a request, and what applicants are told of them.

use crate::domain::language::Language;
use crate::domain::refusal::usage::UseBar;
use crate::domain::time::Instant;
use crate::words::when;

/// All of them.
pub struct Words {
    pub home: &'static str,
    pub crumb_label: &'static str,
    pub error_prefix: &'static str,
    pub nav: &'static str,
    pub heading: &'static str,
    pub nothing: &'static str,
    pub means: &'static str,
    pub request: &'static str,
    pub resource_when: &'static str,
    pub open: &'static str,
    pub who_heading: &'static str,
    pub what_heading: &'static str,
    pub decide_heading: &'static str,
    pub agree: &'static str,
    pub agree_means: &'static str,
    pub give_back: &'static str,
    pub give_back_means: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub settled: &'static str,
    pub done: &'static str,
    pub series: &'static str,
    /// On the top page.
    pub todo: &'static str,
    pub todo_link: &'static str,
    /// Among the checks before sending, and on the page after it.
    pub named: &'static str,
    pub missing: &'static str,
    pub name_link: &'static str,
    pub next: &'static str,
    /// In the profile.
    pub field: &'static str,
    pub field_hint: &'static str,
    /// Before the facility's manager.
    pub waits: &'static str,
}

pub(super) const JA: Words = Words {
    home: "トップ",
    crumb_label: "現在の位置",
    error_prefix: "エラー：",
    nav: "承諾",
    heading: "承諾を待つ申請",
    nothing: "承諾を待つ申請はありません",
    means: "あなたを所属責任者として登録した人の申請です。承諾すると、施設の審査へ進みます。",
    request: "申請",
    resource_when: "機器・日時",
    open: "内容を確かめる",
    who_heading: "申請した人",
    what_heading: "申請の内容",
    decide_heading: "承諾する",
    agree: "承諾する",
    agree_means: "この利用を所属機関として認めます。施設の審査へ進みます。",
    give_back: "差し戻す",
    give_back_means: "直して再申請してもらいます。再申請されると、もう一度ここで確かめます。",
    reason: "差し戻す理由",
    reason_hint: "差し戻すときは必ず書いてください。申請者がそのまま読みます。",
    settled: "この申請は、あなたの承諾を待っていません。",
    done: "記録しました。申請者に知らせました。",
    series: "定期予約の日程は、まとめて承諾または差戻しになります。",
    todo: "承諾を待つ申請",
    todo_link: "承諾を待つ申請を見る",
    named: "所属責任者の承諾は、送信後にお願いします",
    missing: "所属責任者が登録されていません",
    name_link: "登録情報で所属責任者を登録する",
    next: "所属責任者が承諾すると、施設の審査へ進みます",
    field: "所属責任者のメールアドレス",
    field_hint: "研究室や部門の責任者など、あなたの利用を承諾する人です。同じ所属機関で、この窓口に登録している人に限ります。",
    waits: "所属責任者の承諾を待っているため、まだ承認できません。",
};

pub(super) const EN: Words = Words {
    home: "Home",
    crumb_label: "You are here",
    error_prefix: "Error: ",
    nav: "To agree",
    heading: "Requests that need your agreement",
    nothing: "No request needs your agreement",
    means: "These are requests of people who named you as responsible for them. Once you agree, the facility looks at them.",
    request: "Request",
    resource_when: "Equipment and time",
    open: "See what is asked",
    who_heading: "Who asks",
    what_heading: "What is asked",
    decide_heading: "Agree",
    agree: "Agree",
    agree_means: "Your institution supports this use. The facility looks at the request next.",
    give_back: "Return",
    give_back_means: "They correct and resend it. You look at it again then.",
    reason: "Why you return it",
    reason_hint: "Required when you return it. The applicant reads it word for word.",
    settled: "This request does not wait for your agreement.",
    done: "Recorded. The applicant was told.",
    series: "The dates of a series are agreed to or returned together.",
    todo: "Requests that need your agreement",
    todo_link: "See them",
    named: "The person responsible for you is asked after you send it",
    missing: "You have not named the person responsible for you",
    name_link: "Name them in your profile",
    next: "Once the person responsible for you agrees, the facility looks at it",
    field: "E-mail address of the person responsible for you",
    field_hint: "The head of your laboratory or division, who agrees to your uses. They must be registered here, with your institution.",
    waits: "It waits for the applicant's institution to agree, so it can't be approved yet.",
};

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// How many wait.
#[must_use]
pub fn count(language: Language, count: i64) -> String {
    match language {
        Language::Ja => {
            format!("{count}件の申請が、所属責任者としてのあなたの承諾を待っています。")
        }
        Language::En if count == 1 => "1 request needs your agreement.".to_owned(),
        Language::En => format!("{count} requests need your agreement."),
    }
}

/// For whose agreement a request waits, to its applicant; `held` says whether its time is kept meanwhile.
#[must_use]
pub fn waiting(language: Language, who: Option<&str>, held: bool) -> String {
    let (for_whom, time) = match language {
        Language::Ja => (
            who.map_or_else(
                || "所属責任者の登録がないため、承諾が得られません。「登録情報」で所属責任者を登録してください。".to_owned(),
                |who| format!("{who}さんの承諾を待っています。"),
            ),
            match held {
                true => "枠は仮予約として確保しています。",
                false => "決まるまで枠は確保されません。",
            },
        ),
        Language::En => (
            who.map_or_else(
                || "Nobody is named who could agree. Name the person responsible for you in your profile. ".to_owned(),
                |who| format!("Waiting for {who} to agree. "),
            ),
            match held {
                true => "The time is held for you.",
                false => "No time is held until the facility decides.",
            },
        ),
    };
    format!("{for_whom}{time}")
}

/// When it was sent.
#[must_use]
pub fn sent(language: Language, at: Instant) -> String {
    let at = when::moment(language, at);
    match language {
        Language::Ja => format!("{at} 申請"),
        Language::En => format!("sent {at}"),
    }
}

/// What is wrong with who is responsible, and what helps; none where the reason is another one.
pub(super) fn barred(language: Language, bar: &UseBar) -> Option<(String, String)> {
    let (what, way) = match (bar, language) {
        (UseBar::NobodyResponsible, Language::Ja) => (
            "この施設の利用には所属責任者の承諾が必要ですが、所属責任者が登録されていません。",
            "「登録情報」で所属責任者のメールアドレスを登録してから送信してください。入力した内容は下書きに保存できます。",
        ),
        (UseBar::NobodyResponsible, Language::En) => (
            "This facility wants the person responsible for you to agree, and you have not named anybody.",
            "Enter their e-mail address in your profile, then send the request. You can keep what you typed as a draft.",
        ),
        (UseBar::ResponsibleUnknown, Language::Ja) => (
            "このメールアドレスの人は、あなたの所属機関の利用者として登録されていません。",
            "アドレスを確かめるか、その人に利用者登録をお願いしてください。",
        ),
        (UseBar::ResponsibleUnknown, Language::En) => (
            "Nobody of your institution is registered with this address.",
            "Check the address, or ask them to register.",
        ),
        (UseBar::ResponsibleSelf, Language::Ja) => (
            "ご自身を所属責任者にすることはできません。",
            "あなたの利用を承諾する、別の人のアドレスを入力してください。",
        ),
        (UseBar::ResponsibleSelf, Language::En) => (
            "You can't be responsible for yourself.",
            "Enter the address of somebody else who agrees to your uses.",
        ),
        _ => return None,
    };
    Some((what.to_owned(), way.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn applicants_read_whose_agreement_they_wait_for_and_whether_time_is_held() {
        assert_eq!(
            waiting(Language::Ja, Some("高橋 修"), true),
            "高橋 修さんの承諾を待っています。枠は仮予約として確保しています。"
        );
        assert_eq!(
            waiting(Language::En, Some("Takahashi"), false),
            "Waiting for Takahashi to agree. No time is held until the facility decides."
        );
        assert!(waiting(Language::Ja, None, true).contains("登録情報"));
    }
}
