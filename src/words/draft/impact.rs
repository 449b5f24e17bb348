//! The words of what a draft would mean.

use crate::domain::language::Language;

/// The page of impact.
pub struct Words {
    pub lead: &'static str,
    pub on: &'static str,
    pub on_hint: &'static str,
    pub look: &'static str,
    pub broken_heading: &'static str,
    pub no_broken: &'static str,
    pub broken_note: &'static str,
    pub number: &'static str,
    pub resource: &'static str,
    pub when: &'static str,
    pub reasons: &'static str,
    pub people_heading: &'static str,
    pub no_people: &'static str,
    pub people: &'static str,
    pub bookings: &'static str,
    pub first_due: &'static str,
    pub told: &'static str,
    pub replay_heading: &'static str,
    pub nothing_to_replay: &'static str,
    pub looked_at: &'static str,
    pub refused: &'static str,
    pub refused_today: &'static str,
    pub by_parameter: &'static str,
    pub parameter: &'static str,
    pub count: &'static str,
    pub examples: &'static str,
    pub not_replayed_heading: &'static str,
    pub not_replayed: &'static [&'static str],
    pub next: &'static str,
}

static JA: Words = Words {
    lead: "この改正案を公開すると何が起きるかを、いまの予約から計算しました。何も変更していません。",
    on: "施行日（仮）",
    on_hint: "公開のページで決めるまでの見込みです。",
    look: "この日で計算する",
    broken_heading: "改正案に合わない確定済みの予約",
    no_broken: "改正案に合わない確定済みの予約はありません。",
    broken_note: "確定した予約は、元の規則のままです。公開のときに新しい規則を適用するとした場合は、利用者と管理者に知らせます。どちらの場合も、自動では取り消しません。申請の期限や同時予約数など、申請のときだけに見る条件は数えていません。",
    number: "番号",
    resource: "機器",
    when: "日時",
    reasons: "合わない条件",
    people_heading: "再同意が必要な利用者",
    no_people: "施行日以降の予約がある利用者はいません。",
    people: "利用者",
    bookings: "予約",
    first_due: "最初の締切",
    told: "お知らせを送る人",
    replay_heading: "過去12か月の予約での試算",
    nothing_to_replay: "過去12か月の予約はありません。",
    looked_at: "調べた予約",
    refused: "改正案では受け付けない",
    refused_today: "うち、施行中の規則でも受け付けない",
    by_parameter: "条件ごとの件数（1件の予約を複数の条件に数えることがあります）",
    parameter: "条件",
    count: "件数",
    examples: "例",
    not_replayed_heading: "試算に入れていないこと",
    not_replayed: &[
        "ほかの予約や保守との重なり（規則では変わらないため）。",
        "講習、輸出管理などの確認（当時の記録と今の記録が違うため）。",
        "差し戻した後の再申請や、取り下げた申請。申請の日時は、最初に送信した日時で数えます。",
        "機器の登録内容や利用者の身分が、当時から変わっていること。",
    ],
    next: "次へ（施行日と公開）",
};

static EN: Words = Words {
    lead: "What publishing this draft would mean, computed from today's bookings. Nothing has been changed.",
    on: "In force from (assumed)",
    on_hint: "Until you decide it on the page of publishing.",
    look: "Compute for this day",
    broken_heading: "Confirmed bookings that break the draft",
    no_broken: "No confirmed booking breaks the draft.",
    broken_note: "Confirmed bookings keep the rules that they were made under. If you choose to apply the new version to them, their users and managers are told. In either case nothing is cancelled by itself. What is asked only when a request is sent, such as deadlines or the number of open bookings, is not counted here.",
    number: "Number",
    resource: "Resource",
    when: "Time",
    reasons: "What it breaks",
    people_heading: "People who must consent again",
    no_people: "Nobody has a booking on or after that day.",
    people: "People",
    bookings: "Bookings",
    first_due: "First due",
    told: "People who are told",
    replay_heading: "The last 12 months under this draft",
    nothing_to_replay: "There were no bookings in the last 12 months.",
    looked_at: "Bookings looked at",
    refused: "Refused under the draft",
    refused_today: "Of these, refused under today's rules, too",
    by_parameter: "By condition (one booking may count for several)",
    parameter: "Condition",
    count: "Bookings",
    examples: "Examples",
    not_replayed_heading: "What this does not include",
    not_replayed: &[
        "Other bookings or maintenance in the way: rules do not change those.",
        "Trainings, export control and other checks: what is on record has changed since.",
        "Requests that were withdrawn, or returned and sent again. The time of a request is when it was first sent.",
        "What has changed since in the catalogue or in people's positions.",
    ],
    next: "Next: day and publishing",
};

/// The words of a language.
#[must_use]
pub fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// 確定済みの予約 12件、再同意が必要な利用者 86人、期限 1月8日.
#[must_use]
pub fn summary(language: Language, broken: usize, people: usize, due: Option<&str>) -> String {
    match (language, due) {
        (Language::Ja, Some(due)) => format!(
            "合わない確定済みの予約 {broken}件、再同意が必要な利用者 {people}人（最初の締切 {due}）"
        ),
        (Language::Ja, None) => {
            format!("合わない確定済みの予約 {broken}件、再同意が必要な利用者 {people}人")
        }
        (Language::En, Some(due)) => format!(
            "Confirmed bookings that break it: {broken}. People who must consent again: {people} (first due {due})."
        ),
        (Language::En, None) => format!(
            "Confirmed bookings that break it: {broken}. People who must consent again: {people}."
        ),
    }
}

/// A count of bookings with their share: 12件（6.0%）.
#[must_use]
pub fn share(language: Language, count: usize, of: usize) -> String {
    let tenths = (count * 1_000).checked_div(of).unwrap_or(0);
    let percent = format!("{}.{}%", tenths / 10, tenths % 10);
    match language {
        Language::Ja => format!("{count}件（{percent}）"),
        Language::En => format!("{count} ({percent})"),
    }
}

/// A count of bookings.
#[must_use]
pub fn bookings(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("{count}件"),
        (Language::En, 1) => "1 booking".to_owned(),
        (Language::En, _) => format!("{count} bookings"),
    }
}

/// A count of people.
#[must_use]
pub fn people(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Ja, _) => format!("{count}人"),
        (Language::En, 1) => "1 person".to_owned(),
        (Language::En, _) => format!("{count} people"),
    }
}

/// There were more bookings than are looked at.
#[must_use]
pub fn cut(language: Language, most: i64) -> String {
    match language {
        Language::Ja => format!("予約が多いため、新しい順に{most}件だけを調べました。"),
        Language::En => {
            format!("There are many bookings; only the newest {most} were looked at.")
        }
    }
}

/// There are more than are listed.
#[must_use]
pub fn listed(language: Language, shown: usize, all: usize) -> String {
    match language {
        Language::Ja => format!("全{all}件のうち、{shown}件を表示しています。"),
        Language::En => format!("{shown} of {all} are listed."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_something() {
        assert_eq!(share(Language::Ja, 12, 200), "12件（6.0%）");
        assert_eq!(share(Language::En, 1, 3), "1 (33.3%)");
        assert_eq!(share(Language::Ja, 0, 0), "0件（0.0%）");
    }
}
