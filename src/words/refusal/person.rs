//! Refusals of the person and the manner: eligibility, ways of use, limits, gates before sending.

use crate::domain::gate::Gate;
use crate::domain::language::Language;
use crate::domain::refusal::ground::{GateClosed, Per, Within};
use crate::domain::refusal::unfit::Unfit;
use crate::domain::support::SupportMode;
use crate::words::refusal::{record, share};
use crate::words::{gate, when};

/// What is wrong, and what helps.
type Pair = (String, String);

/// What of the person or the manner is wrong, and what helps.
pub(super) fn pair(l: Language, unfit: &Unfit) -> Pair {
    match unfit {
        Unfit::InstitutionNotEligible { class } => institution(l, class),
        Unfit::PositionNotEligible { class } => position(l, class),
        Unfit::StudentNotResponsible => student(l),
        Unfit::SupportModeNotOffered { offered } => mode(l, offered),
        Unfit::SupervisionNeeded { sessions, done } => supervision(l, *sessions, *done),
        Unfit::BslTooHigh { most } => biosafety(l, most),
        Unfit::TooManyOpen { most, per } => too_many_open(l, *most, *per),
        Unfit::OverQuota {
            hours,
            left,
            within,
        } => over_quota(l, *hours, *left, *within),
        Unfit::OverShare { share, left } => share::over(l, *share, *left),
        Unfit::GateClosed { gate, why } => gate_closed(l, *gate, *why),
        Unfit::Suspended { until } => record::suspended(l, *until),
        Unfit::ReportOverdue { owed, due } => record::overdue(l, *owed, *due),
    }
}

fn institution(language: Language, class: &str) -> Pair {
    match language {
        Language::Ja => (
            format!("{}の方は、この機器を利用できません。", class_ja(class)),
            "利用できる機関の区分を規則で確かめるか、ほかの機関の機器を探してください。".to_owned(),
        ),
        Language::En => (
            format!(
                "This resource is not open to people from {}.",
                class_en(class)
            ),
            "See in the rules whom it is open to, or look for one of another institution."
                .to_owned(),
        ),
    }
}

fn class_ja(class: &str) -> &'static str {
    match class {
        "own" => "自機関",
        "inhouse" => "インハウス研究機関",
        "university" => "大学",
        "public" => "公的機関",
        "company" => "企業",
        _ => "海外の機関",
    }
}

fn class_en(class: &str) -> &'static str {
    match class {
        "own" => "the institution itself",
        "inhouse" => "in-house research institutions",
        "university" => "universities",
        "public" => "public bodies",
        "company" => "companies",
        _ => "institutions overseas",
    }
}

fn position(language: Language, class: &str) -> Pair {
    let (ja, en) = match class {
        "staff" => ("職員", "staff"),
        "student" => ("学生", "students"),
        _ => ("研究者", "researchers"),
    };
    match language {
        Language::Ja => (
            format!("身分が「{ja}」の方は、この機器の利用を申請できません。"),
            "利用できる身分の方が申請してください。".to_owned(),
        ),
        Language::En => (
            format!("This resource is not open to {en}."),
            "Somebody whose position is admitted can send the request.".to_owned(),
        ),
    }
}

fn student(language: Language) -> Pair {
    match language {
        Language::Ja => (
            "学生は利用責任者になれません。".to_owned(),
            "指導教員など、利用責任者となる方から申請してください。".to_owned(),
        ),
        Language::En => (
            "A student can't be the responsible user.".to_owned(),
            "Ask your supervisor to send the request.".to_owned(),
        ),
    }
}

fn mode(language: Language, offered: &[SupportMode]) -> Pair {
    let names: Vec<&str> = offered.iter().map(|one| support(language, *one)).collect();
    match language {
        Language::Ja => (
            "選んだ利用形態は、この機器では受け付けていません。".to_owned(),
            format!("{}から選んでください。", names.join("、")),
        ),
        Language::En => (
            "This way of use is not offered here.".to_owned(),
            format!("Choose among: {}.", names.join(", ")),
        ),
    }
}

/// A way of use, in a word.
pub(super) const fn support(language: Language, mode: SupportMode) -> &'static str {
    match (language, mode) {
        (Language::Ja, SupportMode::SelfOperation) => "自己操作",
        (Language::Ja, SupportMode::Assisted) => "技術補助",
        (Language::Ja, SupportMode::Proxy) => "技術代行",
        (Language::En, SupportMode::SelfOperation) => "self operation",
        (Language::En, SupportMode::Assisted) => "assisted operation",
        (Language::En, SupportMode::Proxy) => "operation by staff",
    }
}

fn supervision(language: Language, sessions: u32, done: u32) -> Pair {
    match language {
        Language::Ja => (
            format!("最初の{sessions}回は立会いが必要です（これまでの立会い利用{done}回）。"),
            "自己操作以外の利用形態を選んでください。".to_owned(),
        ),
        Language::En => (
            format!("The first {sessions} uses need somebody at hand (so far: {done})."),
            "Choose a way of use other than self operation.".to_owned(),
        ),
    }
}

fn biosafety(language: Language, most: &str) -> Pair {
    let level = most.trim_start_matches("bsl");
    match (language, most) {
        (Language::Ja, "none") => (
            "病原体等を含む試料は持ち込めません。".to_owned(),
            "不活化した試料に替えるか、施設へ相談してください。".to_owned(),
        ),
        (Language::Ja, _) => (
            format!("持ち込めるのはBSL{level}までです。"),
            "不活化した試料に替えるか、施設へ相談してください。".to_owned(),
        ),
        (Language::En, "none") => (
            "Samples with pathogens can't be brought in.".to_owned(),
            "Bring inactivated samples, or talk to the facility.".to_owned(),
        ),
        (Language::En, _) => (
            format!("Samples up to BSL{level} can be brought in."),
            "Bring inactivated samples, or talk to the facility.".to_owned(),
        ),
    }
}

fn too_many_open(language: Language, most: u32, per: Per) -> Pair {
    match (language, per) {
        (Language::Ja, Per::Person) => (
            format!("これからの予約は1人{most}件までです。"),
            "利用が済むか、予約を取り下げてから申請してください。".to_owned(),
        ),
        (Language::Ja, Per::Project) => (
            format!("これからの予約は1課題{most}件までです。"),
            "利用が済むか、予約を取り下げてから申請してください。".to_owned(),
        ),
        (Language::En, Per::Person) => (
            format!("One person may hold {most} bookings to come."),
            "Wait until one is over, or give one back.".to_owned(),
        ),
        (Language::En, Per::Project) => (
            format!("One project may hold {most} bookings to come."),
            "Wait until one is over, or give one back.".to_owned(),
        ),
    }
}

fn over_quota(language: Language, hours: u32, left: i64, within: Within) -> Pair {
    let left = when::length(language, left);
    match (language, within) {
        (Language::Ja, Within::Month) => (
            format!("1か月の利用は{hours}時間までです（残り{left}）。"),
            "残りの時間に収めるか、翌月の日を選んでください。".to_owned(),
        ),
        (Language::Ja, Within::FiscalYear) => (
            format!("年度の利用は{hours}時間までです（残り{left}）。"),
            "残りの時間に収めるか、施設へ相談してください。".to_owned(),
        ),
        (Language::En, Within::Month) => (
            format!("Use is limited to {hours} hours a month ({left} left)."),
            "Stay within what is left, or choose a day of the next month.".to_owned(),
        ),
        (Language::En, Within::FiscalYear) => (
            format!("Use is limited to {hours} hours a fiscal year ({left} left)."),
            "Stay within what is left, or talk to the facility.".to_owned(),
        ),
    }
}

fn gate_closed(language: Language, closed: Gate, why: GateClosed) -> Pair {
    let name = gate::gate(language, closed);
    let (what, helps) = match language {
        Language::Ja => gate_closed_ja(name, why),
        Language::En => gate_closed_en(name, why),
    };
    match (closed, why) {
        (Gate::Training, GateClosed::Missing | GateClosed::Expires(_)) => (what, train(language)),
        _ => (what, helps),
    }
}

/// A licence is not entered but earned.
fn train(language: Language) -> String {
    match language {
        Language::Ja => "講習を修了してから申請するか、利用のしかたを変えてください。",
        Language::En => {
            "Complete the training before you send the request, or change the way of use."
        }
    }
    .to_owned()
}

fn gate_closed_ja(name: &str, why: GateClosed) -> Pair {
    let language = Language::Ja;
    match why {
        GateClosed::Missing => (
            format!("申請の前に「{name}」が必要です。"),
            "登録し、確認を受けてから申請してください。".to_owned(),
        ),
        GateClosed::Expires(on) => (
            format!(
                "「{name}」が{}で切れ、利用日には有効ではありません。",
                when::day(language, on)
            ),
            "更新してから申請してください。".to_owned(),
        ),
        GateClosed::Waiting(office) => (
            format!(
                "「{name}」は確認中です（{}）。",
                gate::office(language, office)
            ),
            "確認が済んでから申請してください。".to_owned(),
        ),
        GateClosed::Refused(office) => (
            format!(
                "「{name}」は認められていません（{}）。",
                gate::office(language, office)
            ),
            "担当の窓口へ問い合わせてください。".to_owned(),
        ),
    }
}

fn gate_closed_en(name: &str, why: GateClosed) -> Pair {
    let language = Language::En;
    match why {
        GateClosed::Missing => (
            format!("Needed before a request: {name}."),
            "Enter it and have it confirmed, then send the request.".to_owned(),
        ),
        GateClosed::Expires(on) => (
            format!(
                "{name} ends on {} and is not valid on the day of use.",
                when::day(language, on)
            ),
            "Renew it, then send the request.".to_owned(),
        ),
        GateClosed::Waiting(office) => (
            format!(
                "{name} waits for confirmation ({}).",
                gate::office(language, office)
            ),
            "Send the request once it is confirmed.".to_owned(),
        ),
        GateClosed::Refused(office) => (
            format!(
                "{name} was not granted ({}).",
                gate::office(language, office)
            ),
            "Talk to the office in charge.".to_owned(),
        ),
    }
}
