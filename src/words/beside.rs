//! The words of what is used together: another resource of the facility beside the one that is booked.

use crate::domain::language::Language;
use crate::domain::name::Name;
use crate::words::name;

/// All of them.
pub struct Words {
    pub label: &'static str,
    pub hint: &'static str,
    /// Over the other bookings of a set.
    pub set: &'static str,
    pub set_means: &'static str,
    /// In place of that where the booking itself came to nothing.
    pub set_over: &'static str,
    pub withdraw_all: &'static str,
    pub set_stays: &'static str,
}

const JA: Words = Words {
    label: "一緒に使うもの",
    hint: "同じ日時で一緒に確保します。どれか一つでも空いていないときは、申請できません。",
    set: "一緒に申請した予約",
    set_means: "それぞれの施設が決定します。すべてが承認されると確定し、一つでも成立しないときはすべて取下げになります。",
    set_over: "この予約は成立していません。一緒に申請した予約の今の状況です。",
    withdraw_all: "この申請と、一緒に申請した予約をすべて取り下げます。費用はかかりません。枠はすぐに開放され、元に戻せません。",
    set_stays: "確定した後は、予約ごとに取消しや変更をします。一緒に申請したほかの予約は残ります。",
};

const EN: Words = Words {
    label: "Used together with it",
    hint: "Held for the same time. If one of them is not free, nothing can be asked for.",
    set: "Asked for together",
    set_means: "Each facility decides for itself. All are confirmed once all have agreed; if one comes to nothing, all are withdrawn.",
    set_over: "This one came to nothing. This is where the others stand now.",
    withdraw_all: "This withdraws the request and those asked for with it, free of charge. The time becomes free at once; this can't be undone.",
    set_stays: "Once confirmed, each booking is cancelled or changed by itself. The others stay.",
};

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// What is wrong with another resource than the one that is booked.
#[must_use]
pub fn about(language: Language, other: &Name, what: &str) -> String {
    let other = name::of(language, other);
    match language {
        Language::Ja => format!("「{other}」：{what}"),
        Language::En => format!("{other}: {what}"),
    }
}

/// What another facility decides about for itself, in the choice of what can go with a resource.
#[must_use]
pub fn of_other(language: Language, other: &str, facility: &str) -> String {
    match language {
        Language::Ja => format!("{other}（{facility}が別に決定します）"),
        Language::En => format!("{other} ({facility} decides for itself)"),
    }
}

/// Several of them in one line.
#[must_use]
pub fn list<'a>(language: Language, names: impl Iterator<Item = &'a Name>) -> String {
    let names: Vec<&str> = names.map(|one| name::of(language, one)).collect();
    names.join(match language {
        Language::Ja => "、",
        Language::En => ", ",
    })
}
