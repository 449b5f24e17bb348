//! Every component in every state on one page, for the eye and for the browser tests; debug builds only.

mod grid;

use askama::Template;

use crate::web::answer::{self, Answer};
use crate::web::frame::Frame;
use crate::web::links::Link;
use crate::web::parts::{Check, Chip, Choice, Fact, Field, FormError, Mark, PageLink};
use crate::web::visit::Visit;
use grid::{Grid, StripBar};

#[derive(Template)]
#[template(path = "dev/components.html")]
struct Page {
    frame: Frame,
    page: Samples,
}

/// What the components are filled with.
#[derive(Default)]
struct Samples {
    text: String,
    long: String,
    links: Vec<Link>,
    facts: Vec<Fact>,
    chips: Vec<Chip>,
    tones: Vec<&'static str>,
    plain: Field,
    filled: Field,
    wrong: Field,
    empty: Field,
    choices: Vec<Choice>,
    errors: Vec<FormError>,
    required: &'static str,
    steps: &'static [&'static str],
    checks: Vec<Check>,
    marks: Vec<Mark>,
    pages: Vec<PageLink>,
    facets: Vec<Facet>,
    grids: Vec<Grid>,
    legend: Vec<(&'static str, &'static str)>,
    scale: Vec<(String, String)>,
    ticks: Vec<String>,
    strips: Vec<Vec<StripBar>>,
    heat: Vec<(&'static str, i64)>,
    bars: Vec<(String, i64)>,
    kpi: Vec<(String, String, String, String)>,
    changes: Vec<(String, String, String)>,
    letter: String,
}

struct Facet {
    value: String,
    label: String,
    count: i64,
    chosen: bool,
}

/// The page.
///
/// # Errors
/// The template could not be written out.
pub async fn components(visit: Visit) -> Answer {
    answer::page(&Page {
        frame: Frame::of(&visit),
        page: samples(),
    })
}

fn samples() -> Samples {
    Samples {
        text: "見出しの例".into(),
        long: "この機器を使うには、利用日の5営業日前までに申請してください。".into(),
        links: [
            "1月18日（月）9:00",
            "1月19日（火）13:00",
            "1月20日（水）17:00",
        ]
        .map(link)
        .into(),
        facts: facts(),
        chips: chips(),
        tones: vec!["", "ok", "wa", "ng", "un"],
        steps: &["機器と日時", "申請内容", "送信完了"],
        checks: [
            ("ok", "登録　済み"),
            ("", "同意　これから"),
            ("ng", "協定がありません"),
        ]
        .map(check)
        .into(),
        marks: marks(),
        pages: (1..=5).map(page_link).collect(),
        facets: [
            ("", "すべて", 49, true),
            ("tem", "透過電子顕微鏡", 9, false),
        ]
        .map(facet)
        .into(),
        ..forms()
    }
}

/// What the forms are filled with.
fn forms() -> Samples {
    Samples {
        plain: Field::default(),
        filled: Field {
            value: "yes".into(),
            error: None,
        },
        wrong: Field {
            value: "入力した値".into(),
            error: Some("正しい値を入力してください".into()),
        },
        empty: Field {
            value: String::new(),
            error: Some("日付を選んでください".into()),
        },
        choices: choices(),
        errors: ["t2", "t11"].map(error).into(),
        required: "※必須",
        ..tables()
    }
}

/// What the tables and drawings are filled with.
fn tables() -> Samples {
    Samples {
        grids: vec![
            grid::grid("", ""),
            grid::grid("sh", "flow"),
            grid::grid("mon", "week"),
        ],
        legend: vec![
            ("fr", "空き"),
            ("on", "選んだ枠"),
            ("bk", "予約済み"),
            ("tn", "仮予約"),
            ("mt", "保守"),
            ("me", "自分の申請"),
        ],
        scale: [("0.00", "8:00"), ("50.00", "14:00")]
            .map(|(x, label)| (x.into(), label.into()))
            .into(),
        ticks: ["25.00", "50.00", "75.00"].map(String::from).into(),
        strips: vec![grid::strip()],
        heat: vec![
            ("h0", 4),
            ("h1", 12),
            ("h2", 28),
            ("h3", 41),
            ("h4", 57),
            ("h5", 70),
            ("h6", 88),
            ("self", 31),
        ],
        bars: vec![("クライオ電子顕微鏡".into(), 81), ("NMR".into(), 37)],
        kpi: [
            ("利用件数", "12,846", "件", "前年度比 +8.2%"),
            ("平均稼働率", "61.8", "%", "目標 60%"),
        ]
        .map(|(a, b, c, d)| (a.into(), b.into(), c.into(), d.into()))
        .into(),
        changes: vec![(
            "第7条".into(),
            "1回の上限 10時間".into(),
            "1回の上限 8時間".into(),
        )],
        letter: "佐藤 恵 様\n\n利用申請を受け付けました。\n".into(),
        ..Samples::default()
    }
}

fn link(label: &str) -> Link {
    Link {
        href: "#main".into(),
        label: label.into(),
    }
}

fn facts() -> Vec<Fact> {
    [
        ("機器", "超解像顕微鏡 N-SIM S／N-STORM"),
        ("日時", "1月21日（木）14:00～17:00"),
        ("利用料", "13,200円（税込・見込み）"),
    ]
    .map(|(label, value)| Fact::new(label, value))
    .into()
}

fn chips() -> Vec<Chip> {
    [
        ("", "下書き"),
        ("y", "承認待ち"),
        ("o", "▲ 保留"),
        ("o", "↩ 差戻し"),
        ("g", "✓ 確定"),
        ("b", "利用中"),
        ("r", "× 不承認"),
        ("un", "未確認"),
    ]
    .map(|(tone, text)| Chip {
        tone,
        text: text.into(),
    })
    .into()
}

fn choices() -> Vec<Choice> {
    let choice = |value: &str, label: &str, hint: Option<&str>| Choice {
        value: value.into(),
        label: label.into(),
        hint: hint.map(Into::into),
        chosen: hint.is_some(),
    };
    vec![
        choice(
            "self",
            "自己操作",
            Some("講習を受けた方が自分で操作します。"),
        ),
        choice("assisted", "技術補助", None),
        choice("done", "技術代行", None),
    ]
}

fn error(id: &str) -> FormError {
    FormError {
        id: id.into(),
        text: "正しい値を入力してください".into(),
    }
}

fn check((state, text): (&'static str, &str)) -> Check {
    Check {
        state,
        text: text.into(),
        more: "2027年3月31日まで有効".into(),
    }
}

fn marks() -> Vec<Mark> {
    [
        ("12月14日（月）10:02", "申請を受け付けました", false),
        ("12月18日（金）まで", "施設の承認", true),
    ]
    .map(|(when, text, open)| Mark {
        when: when.into(),
        text: text.into(),
        more: String::new(),
        open,
    })
    .into()
}

fn page_link(number: i64) -> PageLink {
    PageLink {
        href: format!("#p{number}"),
        label: number.to_string(),
        current: number == 2,
    }
}

fn facet((value, label, count, chosen): (&str, &str, i64, bool)) -> Facet {
    Facet {
        value: value.into(),
        label: label.into(),
        count,
        chosen,
    }
}
