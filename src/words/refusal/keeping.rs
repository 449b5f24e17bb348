//! Refusals about attendants, and about what resources take and go with.

use crate::domain::language::Language;
use crate::domain::refusal::keeping::{InTheWay, KeepingBar};

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn barred(language: Language, bar: &KeepingBar) -> Pair {
    match (bar, language) {
        (KeepingBar::NobodyElse(bookings), Language::Ja) => (
            format!(
                "ほかに立ち会える人がいない予約があります（{}）。",
                named(language, bookings)
            ),
            "先にその予約の日時を変更するか中止するか、ほかの立会者を加えてください。".to_owned(),
        ),
        (KeepingBar::NobodyElse(bookings), Language::En) => (
            format!(
                "Nobody else can attend these bookings: {}.",
                named(language, bookings)
            ),
            "Move them or call them off first, or add another attendant.".to_owned(),
        ),
        (KeepingBar::NoRoom(bookings), Language::Ja) => (
            format!(
                "これからの予約の時間に、構成要素の空きが足りません（{}）。",
                named(language, bookings)
            ),
            "先にその予約の日時を変更するか中止するか、数を減らしてください。".to_owned(),
        ),
        (KeepingBar::NoRoom(bookings), Language::En) => (
            format!(
                "The component hasn't enough room at the time of bookings to come: {}.",
                named(language, bookings)
            ),
            "Move them or call them off first, or take fewer units.".to_owned(),
        ),
        (counted, Language::Ja) => ja(counted),
        (counted, Language::En) => en(counted),
    }
}

/// The bookings by number; time that is kept for others has none.
fn named(language: Language, bookings: &InTheWay) -> String {
    let numbers: Vec<String> = bookings.bookings.iter().map(ToString::to_string).collect();
    match (numbers.is_empty(), bookings.more, language) {
        (true, _, Language::Ja) => "予約によらず確保されている時間".to_owned(),
        (true, _, Language::En) => "time that is kept without a booking".to_owned(),
        (false, 0, Language::Ja) => format!("予約番号 {}", numbers.join("、")),
        (false, 0, Language::En) => numbers.join(", "),
        (false, more, Language::Ja) => format!("予約番号 {} ほか{more}件", numbers.join("、")),
        (false, more, Language::En) => format!("{} and {more} more", numbers.join(", ")),
    }
}

fn ja(bar: &KeepingBar) -> Pair {
    let (what, way) = match bar {
        KeepingBar::AbsenceTooLong { days } => {
            return (
                format!("一度に登録できる不在は{days}日までです。"),
                "期間を分けて登録してください。".to_owned(),
            );
        }
        KeepingBar::NeedsTooMany { capacity } => {
            return (
                format!("この構成要素は全体で{capacity}です。"),
                format!("{capacity}以下の数にしてください。"),
            );
        }
        KeepingBar::TooManyTogether { most } => {
            return (
                format!("登録できるのは{most}件までです。"),
                "使わないものを取り除いてから、加えてください。".to_owned(),
            );
        }
        other => ja_plain(other),
    };
    (what.to_owned(), way.to_owned())
}

const fn ja_plain(bar: &KeepingBar) -> (&'static str, &'static str) {
    match bar {
        KeepingBar::AccountUnknown => (
            "このメールアドレスの人は、施設の機関の利用者として登録されていません。",
            "アドレスを確かめるか、空欄にしてください。利用者登録のあとで、いつでも加えられます。",
        ),
        KeepingBar::HoursBackwards => (
            "終業の時刻が、始業より後になっていません。",
            "両方の時刻を確かめてください。",
        ),
        KeepingBar::HasLeft => (
            "この立会者は、立会いをやめています。",
            "また立ち会うときは、新しく加えてください。",
        ),
        KeepingBar::AbsenceBackwards => (
            "不在の終わりが、開始より後になっていません。",
            "両方の日時を確かめてください。",
        ),
        KeepingBar::AbsencePast => (
            "過ぎた日時の不在は登録できません。",
            "今日から先の日時を入力してください。",
        ),
        KeepingBar::AbsenceKnown => (
            "同じ時間に、別の不在が登録されています。",
            "登録済みの不在を取り除くか、重ならない日時にしてください。",
        ),
        KeepingBar::NeedsItself => (
            "自分自身を必要とする組合せになります。",
            "別の構成要素を選んでください。",
        ),
        KeepingBar::NeededAlready => (
            "この構成要素は登録済みです。",
            "数を変えるときは、取り除いてから加え直してください。",
        ),
        KeepingBar::TogetherAlready { .. } => (
            "一緒に申請できるものとして登録済みです。",
            "別のものを選んでください。",
        ),
        KeepingBar::OtherUnknown => (
            "このアドレスに、時間を予約できるほかの施設の機器はありません。",
            "機器のページを開き、アドレスを写してください。この施設の機器は一覧から選びます。",
        ),
        _ => ("", ""),
    }
}

fn en(bar: &KeepingBar) -> Pair {
    let (what, way) = match bar {
        KeepingBar::AbsenceTooLong { days } => {
            return (
                format!("An absence can be {days} days at most."),
                "Enter a longer one in parts.".to_owned(),
            );
        }
        KeepingBar::NeedsTooMany { capacity } => {
            return (
                format!("There are {capacity} of this component in all."),
                format!("Take {capacity} or fewer."),
            );
        }
        KeepingBar::TooManyTogether { most } => {
            return (
                format!("At most {most} can be entered."),
                "Remove what is not used any more, then add it.".to_owned(),
            );
        }
        other => en_plain(other),
    };
    (what.to_owned(), way.to_owned())
}

const fn en_plain(bar: &KeepingBar) -> (&'static str, &'static str) {
    match bar {
        KeepingBar::AccountUnknown => (
            "Nobody of the facility's institution is registered with this address.",
            "Check the address or leave it empty; it can be added once they have registered.",
        ),
        KeepingBar::HoursBackwards => (
            "The end of the day is not after its start.",
            "Check both times.",
        ),
        KeepingBar::HasLeft => (
            "This attendant has left.",
            "If they attend uses again, add them anew.",
        ),
        KeepingBar::AbsenceBackwards => (
            "The end of the absence is not after its start.",
            "Check both times.",
        ),
        KeepingBar::AbsencePast => (
            "An absence can't be entered for a time that is over.",
            "Enter times from today on.",
        ),
        KeepingBar::AbsenceKnown => (
            "Another absence is entered for the same time.",
            "Remove that one, or choose times that don't overlap.",
        ),
        KeepingBar::NeedsItself => (
            "It would need itself, if only through others.",
            "Choose another component.",
        ),
        KeepingBar::NeededAlready => (
            "It takes this component already.",
            "To change the number of units, remove it and add it again.",
        ),
        KeepingBar::TogetherAlready { .. } => (
            "It can be asked for together already.",
            "Choose something else.",
        ),
        KeepingBar::OtherUnknown => (
            "There is no equipment of another facility at this address whose time is booked here.",
            "Open its page and copy the address. Choose this facility's own from the list.",
        ),
        _ => ("", ""),
    }
}
