//! The words of the passport: what somebody holds, how it stands, and where it is recognised.

use chrono::NaiveDate;

use crate::domain::language::Language;
use crate::domain::passport::Standing;
use crate::words::when;

/// The page of the passport.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub heading: &'static str,
    pub lead: &'static str,
    pub print_hint: &'static str,
    pub holder: &'static str,
    pub institution: &'static str,
    pub as_of: &'static str,
    pub soon_heading: &'static str,
    pub none: &'static str,
    pub enter: &'static str,
    pub enter_newer: &'static str,
    pub trainings: &'static str,
    pub course: &'static str,
    pub number: &'static str,
    pub issuer: &'static str,
    pub issued_on: &'static str,
    pub valid_until: &'static str,
    pub endless: &'static str,
    pub unknown: &'static str,
    pub recognised: &'static str,
    pub recognised_nowhere: &'static str,
    pub waiting_first: &'static str,
    pub past_heading: &'static str,
    pub renewed: &'static str,
    pub soon: &'static str,
    pub table: &'static str,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップ",
    heading: "パスポート",
    lead: "講習、放射線業務従事者の登録、健康診断、バイオセーフティ教育の記録です。ある機関の記録は、公開された読替え表により、ほかの機関でも認められます。",
    print_hint: "ブラウザーの印刷機能で、このまま印刷できます。",
    holder: "氏名",
    institution: "所属機関",
    as_of: "作成日時",
    soon_heading: "期限が近い記録があります",
    none: "記録はまだありません。",
    enter: "記録を登録する",
    enter_newer: "新しい記録を登録する",
    trainings: "講習を探す",
    course: "講習",
    number: "番号",
    issuer: "発行機関",
    issued_on: "発行日",
    valid_until: "有効期限",
    endless: "期限なし",
    unknown: "未記入",
    recognised: "認める機関",
    recognised_nowhere: "なし（読替えを公開している機関がありません）",
    waiting_first: "確認が済むと、読替えの対象になります",
    past_heading: "過去の記録",
    renewed: "更新済み",
    soon: "▲ 期限間近",
    table: "読替え表を見る",
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    heading: "Passport",
    lead: "Your trainings, registration as a radiation worker, health check and biosafety training. What one institution issued is recognised by others under their published equivalence tables.",
    print_hint: "Print this page with your browser to carry it on paper.",
    holder: "Name",
    institution: "Institution",
    as_of: "As of",
    soon_heading: "Records that end soon",
    none: "No records yet.",
    enter: "Enter a record",
    enter_newer: "Enter a newer record",
    trainings: "Find a training",
    course: "Training",
    number: "Number",
    issuer: "Issued by",
    issued_on: "Issued on",
    valid_until: "Valid until",
    endless: "no end",
    unknown: "not given",
    recognised: "Recognised by",
    recognised_nowhere: "nobody else (no institution has published a line for it)",
    waiting_first: "once it is confirmed",
    past_heading: "Past records",
    renewed: "Renewed",
    soon: "▲ Ends soon",
    table: "See the equivalence table",
};

/// How a record stands, as a chip: tone and words.
#[must_use]
pub const fn standing(language: Language, standing: Standing) -> (&'static str, &'static str) {
    match (language, standing) {
        (Language::Ja, Standing::Confirmed) => ("g", "✓ 有効"),
        (Language::Ja, Standing::Waiting) => ("y", "確認待ち"),
        (Language::Ja, Standing::Expired) => ("r", "× 期限切れ"),
        (Language::Ja, Standing::Refused) => ("r", "× 認められていません"),
        (Language::En, Standing::Confirmed) => ("g", "✓ Valid"),
        (Language::En, Standing::Waiting) => ("y", "To be confirmed"),
        (Language::En, Standing::Expired) => ("r", "× Expired"),
        (Language::En, Standing::Refused) => ("r", "× Not granted"),
    }
}

/// An institution that recognises a record, for which course of its own, and until when.
#[must_use]
pub fn recognised_by(
    language: Language,
    institution: &str,
    course: Option<&str>,
    until: Option<NaiveDate>,
) -> String {
    let until = until.map(|day| when::day_with_year(language, day));
    match (language, course, until) {
        (_, None, None) => institution.to_owned(),
        (Language::Ja, None, Some(until)) => format!("{institution}（{until}まで）"),
        (Language::Ja, Some(course), None) => format!("{institution}「{course}」として"),
        (Language::Ja, Some(course), Some(until)) => {
            format!("{institution}「{course}」として（{until}まで）")
        }
        (Language::En, None, Some(until)) => format!("{institution} (until {until})"),
        (Language::En, Some(course), None) => format!("{institution}, as {course}"),
        (Language::En, Some(course), Some(until)) => {
            format!("{institution}, as {course} (until {until})")
        }
    }
}

/// A record that ends soon.
#[must_use]
pub fn ends(language: Language, what: &str, day: NaiveDate, left: i64) -> String {
    let day = when::day_with_year(language, day);
    match (language, left) {
        (Language::Ja, 0) => format!("{what}：{day}（本日）まで"),
        (Language::Ja, _) => format!("{what}：{day}まで（あと{left}日）"),
        (Language::En, 0) => format!("{what}: until {day} (today)"),
        (Language::En, 1) => format!("{what}: until {day} (1 day left)"),
        (Language::En, _) => format!("{what}: until {day} ({left} days left)"),
    }
}
