//! Refusals about requests without a slot: lines, ethics, contracts, reports, days.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::refusal::service::{LinePart, ServiceBar};
use crate::words::refusal::day;
use crate::words::refusal::label::name;
use crate::words::when;

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn barred(l: Language, bar: &ServiceBar) -> Pair {
    match bar {
        ServiceBar::NotTaken => not_taken(l),
        ServiceBar::AlreadySent => already_sent(l),
        ServiceBar::Line { line, part } => of_line(l, *line, *part),
        ServiceBar::TooManyLines { most } => too_many_lines(l, *most),
        ServiceBar::TooManyDrafts { most } => too_many_drafts(l, *most),
        ServiceBar::ReportOverdue { request, due } => report_overdue(l, &request.to_string(), *due),
        ServiceBar::EthicsEnds { until, delivery } => ethics_ends(l, *until, *delivery),
        ServiceBar::EthicsMissing => ethics_missing(l),
        ServiceBar::EthicsNoLonger { until } => ethics_no_longer(l, *until),
        ServiceBar::ContractFirst => contract_first(l),
        ServiceBar::PaymentFirst => payment_first(l),
        ServiceBar::TooMuch { line, most } => too_much(l, *line, *most),
        ServiceBar::NothingGranted => nothing_granted(l),
        ServiceBar::NoConditions => no_conditions(l),
        ServiceBar::DayPast { field } => day::past(l, name(l, *field)),
        ServiceBar::DayToCome { field } => day::to_come(l, name(l, *field)),
        ServiceBar::DayTooEarly { field, first } => day::too_early(l, name(l, *field), *first),
    }
}

fn say(language: Language, ja: (&str, &str), en: (&str, &str)) -> Pair {
    let (what, helps) = match language {
        Language::Ja => ja,
        Language::En => en,
    };
    (what.to_owned(), helps.to_owned())
}

fn not_taken(l: Language) -> Pair {
    say(
        l,
        (
            "ここでは申込みを受け付けていません。",
            "利用の方法を案内のページで確かめるか、相談窓口へお問い合わせください。",
        ),
        (
            "Applications are not taken here.",
            "See its page for how to use it, or ask the contact desk.",
        ),
    )
}

fn already_sent(l: Language) -> Pair {
    say(
        l,
        (
            "この申込みは送信済みです。",
            "「自分の申請」で内容を確かめてください。",
        ),
        (
            "This application was sent already.",
            "See it among your requests.",
        ),
    )
}

fn of_line(l: Language, line: u32, part: LinePart) -> Pair {
    let (ja, en) = match part {
        LinePart::What => (
            (
                "品名が入力されていません",
                "必要な試料・データの名称を入力してください。",
            ),
            ("does not say what is needed", "Enter what you need."),
        ),
        LinePart::Quantity => (
            (
                "数量を読み取れません",
                "1以上1,000,000以下の整数で入力してください。",
            ),
            (
                "has no readable quantity",
                "Enter a whole number from 1 to 1,000,000.",
            ),
        ),
        LinePart::Unit => (
            ("単位が選ばれていません", "単位を選んでください。"),
            ("has no unit", "Choose the unit."),
        ),
        LinePart::TooLong => (
            (
                "文字数が多すぎます",
                "それぞれ200文字以内で入力してください。",
            ),
            ("is too long", "Use at most 200 characters for each text."),
        ),
    };
    match l {
        Language::Ja => (format!("{line}行目の{}。", ja.0), ja.1.to_owned()),
        Language::En => (format!("Line {line} {}.", en.0), en.1.to_owned()),
    }
}

fn too_many_lines(l: Language, most: usize) -> Pair {
    match l {
        Language::Ja => (
            format!("1件の申込みに書けるのは{most}行までです。"),
            "申込みを分けてください。".to_owned(),
        ),
        Language::En => (
            format!("One application takes at most {most} lines."),
            "Send several applications.".to_owned(),
        ),
    }
}

fn too_many_drafts(l: Language, most: u32) -> Pair {
    match l {
        Language::Ja => (
            format!("保存できる下書きは{most}件までです。"),
            "「自分の申請」で、使わない下書きを削除してください。".to_owned(),
        ),
        Language::En => (
            format!("At most {most} drafts can be kept."),
            "Delete those you don't need among your requests.".to_owned(),
        ),
    }
}

fn report_overdue(l: Language, number: &str, due: NaiveDate) -> Pair {
    let due = when::day_with_year(l, due);
    match l {
        Language::Ja => (
            format!("申込み {number} の経過報告が、期限（{due}）を過ぎても提出されていません。"),
            "「自分の申請」から経過報告を提出すると、新しい申込みができます。".to_owned(),
        ),
        Language::En => (
            format!("The progress report of {number} was due on {due} and has not come."),
            "Submit it among your requests; then you can apply again.".to_owned(),
        ),
    }
}

fn ethics_ends(l: Language, until: NaiveDate, delivery: NaiveDate) -> Pair {
    let (until, delivery) = (
        when::day_with_year(l, until),
        when::day_with_year(l, delivery),
    );
    match l {
        Language::Ja => (
            format!("提供予定日（{delivery}）に倫理審査の承認（{until}まで）が切れます。"),
            "延長の承認番号と終了日が登録されると、次へ進めます。".to_owned(),
        ),
        Language::En => (
            format!(
                "The ethics approval ends on {until}, before the planned delivery on {delivery}."
            ),
            "It can go on once the extension is entered, with its number and last day.".to_owned(),
        ),
    }
}

fn ethics_missing(l: Language) -> Pair {
    say(
        l,
        (
            "倫理審査の承認が登録されていません。",
            "申込者が承認番号と終了日を登録すると、次へ進めます。",
        ),
        (
            "No ethics approval is entered.",
            "It can go on once the applicant has entered its number and last day.",
        ),
    )
}

fn ethics_no_longer(l: Language, until: NaiveDate) -> Pair {
    let until = when::day_with_year(l, until);
    match l {
        Language::Ja => (
            format!("登録済みの承認の終了日（{until}）より後の日ではありません。"),
            "延長後の終了日を選んでください。".to_owned(),
        ),
        Language::En => (
            format!("That is not later than the last day entered before ({until})."),
            "Choose the last day after the extension.".to_owned(),
        ),
    }
}

fn contract_first(l: Language) -> Pair {
    say(
        l,
        (
            "契約（MTA・データ利用契約）が結ばれる前に、提供はできません。",
            "双方の署名日を記録してから、提供してください。",
        ),
        (
            "Nothing is handed over before the contract (MTA or data agreement) is signed.",
            "Record the days on which both sides signed first.",
        ),
    )
}

fn payment_first(l: Language) -> Pair {
    say(
        l,
        (
            "支払いの確認が済む前に、提供はできません。",
            "支払いを「確認済み」か「対象外」と記録してから、提供してください。",
        ),
        (
            "Nothing is handed over before the payment is settled.",
            "Record it as settled or not applicable first.",
        ),
    )
}

fn too_much(l: Language, line: u32, most: u32) -> Pair {
    match l {
        Language::Ja => (
            format!("{line}行目の数量を読み取れないか、上限（{most}）を超えています。"),
            format!("0から{most}までの整数で入力してください。"),
        ),
        Language::En => (
            format!("The quantity of line {line} can't be read or is more than {most}."),
            format!("Enter a whole number from 0 to {most}."),
        ),
    }
}

fn nothing_granted(l: Language) -> Pair {
    say(
        l,
        (
            "どの行の数量も0です。",
            "提供する数量を入力するか、「不承認とする」を選んでください。",
        ),
        (
            "The quantity of every line is 0.",
            "Enter what is provided, or refuse the application.",
        ),
    )
}

fn no_conditions(l: Language) -> Pair {
    say(
        l,
        (
            "この施設の利用規則は、条件付き承認を定めていません。",
            "申込みのとおりに承認するか、差し戻すか、不承認としてください。",
        ),
        (
            "The facility's rules do not provide for conditional approval.",
            "Approve all that was asked for, return the application or refuse it.",
        ),
    )
}
