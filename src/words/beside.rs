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
    /// What another time means for the others, before those who ask for it and those who decide.
    pub set_moves: &'static str,
    pub set_decides: &'static str,
    /// A change that the facility agreed to, while others have not.
    pub change_agreed: &'static str,
}

const JA: Words = Words {
    label: "一緒に使うもの",
    hint: "同じ日時で一緒に確保します。どれか一つでも空いていないときは、申請できません。",
    set: "一緒に申請した予約",
    set_means: "それぞれの施設が決定します。すべてが承認されると確定し、一つでも成立しないときはすべて取下げになります。",
    set_over: "この予約は成立していません。一緒に申請した予約の今の状況です。",
    withdraw_all: "この申請と、一緒に申請した予約をすべて取り下げます。費用はかかりません。枠はすぐに開放され、元に戻せません。",
    set_stays: "確定した後は、予約ごとに取り消します。一緒に申請したほかの予約は残ります。日時の変更は、すべての予約に及びます。",
    set_moves: "日時を変えると、一緒に申請した予約の日時もすべて変わります。一つでも変えられないときは、すべて今の日時のまま残ります。日時以外の変更は、この予約だけに及びます。",
    set_decides: "ほかの施設の予約と一組です。日時は、すべての施設が認めたときに、すべての予約で変わります。一つでも認めないときは、すべて今の日時のまま残ります。",
    change_agreed: "この施設は認めました（ほかの施設の決定待ち）",
};

const EN: Words = Words {
    label: "Used together with it",
    hint: "Held for the same time. If one of them is not free, nothing can be asked for.",
    set: "Asked for together",
    set_means: "Each facility decides for itself. All are confirmed once all have agreed; if one comes to nothing, all are withdrawn.",
    set_over: "This one came to nothing. This is where the others stand now.",
    withdraw_all: "This withdraws the request and those asked for with it, free of charge. The time becomes free at once; this can't be undone.",
    set_stays: "Once confirmed, each booking is cancelled by itself; the others stay. Another time is for all of them.",
    set_moves: "Another time is for all that was asked for together. If one of them can't be moved, all stay as they are. Everything else that you change is for this booking only.",
    set_decides: "It was asked for together with other facilities'. All bookings move once all facilities have approved; if one does not, all stay as they are.",
    change_agreed: "This facility approved; others still decide",
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
