//! What a field accepts, said beside it when a value can't be read.

use crate::domain::language::Language;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::kind::{Kind, MOST, TEXT_LONGEST};
use crate::words::parameter::unit;

/// What a parameter accepts and within which limits:
/// 「0～400の整数（営業日）を半角数字で入力してください。」
#[must_use]
pub fn say(language: Language, parameter: Parameter) -> String {
    let kind = parameter.entry().kind;
    let unit = unit::say(language, parameter);
    match language {
        Language::Ja => ja(kind, unit),
        Language::En => en(kind, unit),
    }
}

fn ja(kind: Kind, unit: &str) -> String {
    match kind {
        Kind::Number { least, most, .. } => {
            format!("{least}～{most}の整数（{unit}）を半角数字で入力してください。")
        }
        Kind::Flag => "どちらかを選んでください。".to_owned(),
        Kind::OneOf(codes) => format!("{}つの選択肢から1つを選んでください。", codes.len()),
        Kind::Some(_) => "選択肢の中から選んでください。".to_owned(),
        Kind::Codes => format!(
            "コードを半角の英数字とハイフン、下線で、1つ40字まで、コンマで区切って{MOST}個まで入力してください。"
        ),
        Kind::TimeOfDay => "時刻を0:00～24:00の形で入力してください。例：09:00".to_owned(),
        Kind::Season => "初日と最終日を「月-日..月-日」の形で入力してください。例：12-29..01-03".to_owned(),
        Kind::Windows => format!(
            "曜日と時刻の組を、セミコロンで区切って{MOST}個まで入力してください。例：Mon 09:00-Mon 17:00; Tue 09:00-Tue 17:00"
        ),
        Kind::Tiers => "「営業日数:割合」を、日数の大きい順に、割合が下がらないように並べてください。日数は400まで、割合は100までです。例：5:0,1:50,0:100".to_owned(),
        Kind::Numbers => format!(
            "366までの日数を、大きい順にコンマで区切って{MOST}個まで入力してください。例：60,30,7"
        ),
        Kind::Text => format!("{TEXT_LONGEST}字以内で入力してください。"),
    }
}

fn en(kind: Kind, unit: &str) -> String {
    match kind {
        Kind::Number { least, most, .. } => {
            format!("Type a whole number from {least} to {most} ({unit}).")
        }
        Kind::Flag => "Choose one of the two.".to_owned(),
        Kind::OneOf(codes) => format!("Choose one of the {} options.", codes.len()),
        Kind::Some(_) => "Choose from the options.".to_owned(),
        Kind::Codes => format!(
            "Type codes of letters, digits, hyphens and underscores, up to 40 characters each, separated by commas, at most {MOST}."
        ),
        Kind::TimeOfDay => "Type a time from 0:00 to 24:00, such as 09:00.".to_owned(),
        Kind::Season => {
            "Type the first and the last day as month-day..month-day, such as 12-29..01-03."
                .to_owned()
        }
        Kind::Windows => format!(
            "Type days of the week with times, separated by semicolons, at most {MOST}, such as Mon 09:00-Mon 17:00; Tue 09:00-Tue 17:00."
        ),
        Kind::Tiers => "Type pairs of business days and percent, the largest number of days first and the percent never falling; at most 400 days and 100 percent, such as 5:0,1:50,0:100.".to_owned(),
        Kind::Numbers => format!(
            "Type numbers of days up to 366, the largest first, separated by commas, at most {MOST}, such as 60,30,7."
        ),
        Kind::Text => format!("Type at most {TEXT_LONGEST} characters."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_accepted_names_the_limits_that_the_kind_reads() {
        let lead = Parameter::LeadBusinessDays;
        assert_eq!(
            say(Language::Ja, lead),
            "0～400の整数（営業日）を半角数字で入力してください。"
        );
        assert_eq!(
            say(Language::En, lead),
            "Type a whole number from 0 to 400 (business days)."
        );
    }

    #[test]
    fn every_example_can_be_read() {
        for parameter in Parameter::ALL {
            let said = say(Language::Ja, *parameter);
            if let Some((_, example)) = said.split_once("例：") {
                let read = parameter.entry().kind.read(example);
                assert!(read.is_ok(), "{parameter:?}: {example}");
            }
        }
    }
}
