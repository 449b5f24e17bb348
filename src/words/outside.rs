//! The words of outside allocations: the facility's list, one allocation, and a person's own.

use crate::domain::language::Language;
use crate::domain::outside::AmountUnit;

/// What these pages say.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub here: &'static str,
    pub error_prefix: &'static str,
    pub required: &'static str,
    pub heading: &'static str,
    pub lead: &'static str,
    pub new: &'static str,
    pub nothing: &'static str,
    pub no_resource: &'static str,
    pub proposal: &'static str,
    pub proposal_hint: &'static str,
    pub resource: &'static str,
    pub holder: &'static str,
    pub holder_email: &'static str,
    pub holder_email_hint: &'static str,
    pub holder_name: &'static str,
    pub holder_institution: &'static str,
    pub holder_hint: &'static str,
    pub granted: &'static str,
    pub unit: &'static str,
    pub starts_on: &'static str,
    pub ends_on: &'static str,
    pub used: &'static str,
    pub note: &'static str,
    pub period: &'static str,
    pub fiscal_year: &'static str,
    pub amount: &'static str,
    pub state: &'static str,
    pub active: &'static str,
    pub ended: &'static str,
    pub look: &'static str,
    pub save: &'static str,
    pub correct_heading: &'static str,
    pub correct: &'static str,
    pub facts_heading: &'static str,
    pub end_heading: &'static str,
    pub end_text: &'static str,
    pub end: &'static str,
    pub time_heading: &'static str,
    pub time_none: &'static str,
    pub time_hint: &'static str,
    pub time_counted: &'static str,
    pub add_heading: &'static str,
    pub from_day: &'static str,
    pub from_time: &'static str,
    pub until_day: &'static str,
    pub until_time: &'static str,
    pub time_example: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub add: &'static str,
    pub when: &'static str,
    pub by_day: &'static str,
    pub why: &'static str,
    pub actions: &'static str,
    pub free: &'static str,
    pub mine_heading: &'static str,
    pub provider: &'static str,
    pub coming: &'static str,
    pub given_heading: &'static str,
    pub given_state: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    here: "外部配分",
    error_prefix: "エラー：",
    required: "※必須",
    heading: "外部の公募による配分",
    lead: "公募で配分された課題番号、量、期間、占有する時間と、これまでの利用を記録します。配分そのものは、配分機関が決めます。",
    new: "配分を登録する",
    nothing: "登録された配分はありません",
    no_resource: "担当の施設に、公募で配分される機器はありません。",
    proposal: "課題番号",
    proposal_hint: "公募の課題番号（例：hp260123、2026A1234）",
    resource: "機器・設備",
    holder: "利用者",
    holder_email: "利用者のメールアドレス",
    holder_email_hint: "この窓口に登録している人なら、「自分の申請」に表示されます。",
    holder_name: "利用者の氏名",
    holder_institution: "利用者の所属機関",
    holder_hint: "メールアドレスを入力しないときは、氏名と所属機関の両方を入力してください。",
    granted: "配分量",
    unit: "単位",
    starts_on: "開始日",
    ends_on: "終了日",
    used: "これまでの利用量",
    note: "備考",
    period: "期間",
    fiscal_year: "集計の年度",
    amount: "配分と利用",
    state: "状態",
    active: "✓ 有効",
    ended: "終了",
    look: "開く",
    save: "登録する",
    correct_heading: "登録内容を訂正する・利用量を記録する",
    correct: "訂正を保存する",
    facts_heading: "登録内容",
    end_heading: "この配分を終了とする",
    end_text: "まだ始まっていない配分時間は取り消され、カレンダーが空きます。",
    end: "終了とする",
    time_heading: "配分時間",
    time_none: "配分時間は登録されていません。",
    time_hint: "この時間は、カレンダーに「配分済み」と表示されます。利用者の名前は公開されません。",
    time_counted: "この機器の配分は量で数えます。時間は占有しません。",
    add_heading: "配分時間を登録する",
    from_day: "開始日",
    from_time: "開始時刻",
    until_day: "終了日",
    until_time: "終了時刻",
    time_example: "例：21:00（24:00まで）",
    reason: "理由（利用できる時間帯の外、休業日、休前日の夜間のとき）",
    reason_hint: "施設の管理者が理由を書くと登録できます。台帳に残ります。",
    add: "配分時間を登録する",
    when: "日時",
    by_day: "日別の時間",
    why: "理由",
    actions: "操作",
    free: "取り消す",
    mine_heading: "配分された時間（外部の公募）",
    provider: "提供機関",
    coming: "これからの配分時間",
    given_heading: "配分済みの時間",
    given_state: "配分済み",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    here: "Outside allocations",
    error_prefix: "Error: ",
    required: "required",
    heading: "Allocations by outside calls",
    lead: "Record the proposal, amount, days, occupied time and use of what a call allocated. The allocation itself is decided by the body that calls.",
    new: "Record an allocation",
    nothing: "No allocation is recorded",
    no_resource: "None of your facility's resources is allocated by an outside call.",
    proposal: "Proposal number",
    proposal_hint: "The number of the call, such as hp260123 or 2026A1234",
    resource: "Resource",
    holder: "User",
    holder_email: "E-mail address of the user",
    holder_email_hint: "If they have an account here, they see it among their requests.",
    holder_name: "Name of the user",
    holder_institution: "Institution of the user",
    holder_hint: "Without an e-mail address, both name and institution are needed.",
    granted: "Allocated",
    unit: "Unit",
    starts_on: "First day",
    ends_on: "Last day",
    used: "Used so far",
    note: "Note",
    period: "Days",
    fiscal_year: "Counts for",
    amount: "Allocated and used",
    state: "State",
    active: "✓ Active",
    ended: "Ended",
    look: "Open",
    save: "Record",
    correct_heading: "Correct it, or record the use",
    correct: "Save",
    facts_heading: "What is recorded",
    end_heading: "End this allocation",
    end_text: "Time that has not begun is given back to the calendar.",
    end: "End it",
    time_heading: "Occupied time",
    time_none: "No time is recorded.",
    time_hint: "The calendar shows this time as allocated, and never to whom.",
    time_counted: "This allocation is counted and takes no time of its own.",
    add_heading: "Record occupied time",
    from_day: "From",
    from_time: "at",
    until_day: "Until",
    until_time: "at",
    time_example: "For example 21:00 (up to 24:00)",
    reason: "Reason (outside opening hours, on closed days, or the night before one)",
    reason_hint: "With the facility manager's reason it can be recorded; the ledger keeps it.",
    add: "Record the time",
    when: "Time",
    by_day: "By day",
    why: "Reason",
    actions: "Actions",
    free: "Give back",
    mine_heading: "Allocated to you by outside calls",
    provider: "Provider",
    coming: "Time to come",
    given_heading: "Allocated time",
    given_state: "Allocated",
};

/// In what it is allocated.
#[must_use]
pub const fn unit(language: Language, unit: AmountUnit) -> &'static str {
    match (language, unit) {
        (Language::Ja, AmountUnit::NodeHour) => "ノード時間",
        (Language::Ja, AmountUnit::Hour) => "時間",
        (Language::Ja, AmountUnit::Shift) => "シフト",
        (Language::En, AmountUnit::NodeHour) => "node hours",
        (Language::En, AmountUnit::Hour) => "hours",
        (Language::En, AmountUnit::Shift) => "shifts",
    }
}

/// So much of it: 40,000ノード時間.
#[must_use]
pub fn amount(language: Language, amount: u64, of: AmountUnit) -> String {
    let digits = amount.to_string();
    let mut said = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    match language {
        Language::Ja => format!("{said}{}", unit(language, of)),
        Language::En => format!("{said} {}", unit(language, of)),
    }
}

/// Used of what was allocated.
#[must_use]
pub fn used_of(language: Language, used: &str, granted: &str) -> String {
    match language {
        Language::Ja => format!("{granted}のうち{used}を利用"),
        Language::En => format!("{used} of {granted} used"),
    }
}

/// From one day to another.
#[must_use]
pub fn days(language: Language, from: &str, until: &str) -> String {
    match language {
        Language::Ja => format!("{from}～{until}"),
        Language::En => format!("{from} to {until}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_by_thousands() {
        let said = |amount| super::amount(Language::Ja, amount, AmountUnit::NodeHour);
        assert_eq!(said(0), "0ノード時間");
        assert_eq!(said(999), "999ノード時間");
        assert_eq!(said(1_000), "1,000ノード時間");
        assert_eq!(said(1_234_567), "1,234,567ノード時間");
    }
}
