//! The amendment of the imaging facility: what version 3.0 says otherwise than version 2.1.

use crate::cli::demo_world::setting::set;
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::parameter::setting::Target;
use crate::domain::rule::document::Article;
use crate::domain::rule::model::key;
use crate::domain::rule::text::Text;

/// Words of an article that change.
struct Wording {
    at: (u32, &'static str),
    ja: [&'static str; 2],
    en: [&'static str; 2],
}

/// A parameter that changes with them: target, parameter, value, article.
type Value = (&'static str, Parameter, &'static str, (u32, &'static str));

const WORDINGS: [Wording; 4] = [
    Wording {
        at: (key::BYLAW, "5"),
        ja: ["予約は、3件まで", "予約は、2件まで"],
        en: ["hold 3 bookings", "hold 2 bookings"],
    },
    Wording {
        at: (key::RULE, "24"),
        ja: ["30日を経過", "14日を経過"],
        en: ["30 days after", "14 days after"],
    },
    Wording {
        at: (key::PERIODS, "1"),
        ja: [
            "共焦点レーザー顕微鏡 | 3営業日前まで",
            "共焦点レーザー顕微鏡 | 5営業日前まで",
        ],
        en: [
            "Confocal laser microscopy | 3 business days before",
            "Confocal laser microscopy | 5 business days before",
        ],
    },
    Wording {
        at: (key::PERIODS, "5"),
        ja: ["共焦点レーザー顕微鏡 | —", "共焦点レーザー顕微鏡 | 1回"],
        en: [
            "Confocal laser microscopy | —",
            "Confocal laser microscopy | 1",
        ],
    },
];

const VALUES: [Value; 4] = [
    (
        "all",
        Parameter::MaxOpenBookingsPerUser,
        "2",
        (key::BYLAW, "5"),
    ),
    ("all", Parameter::DataRetentionDays, "14", (key::RULE, "24")),
    (
        "category:confocal",
        Parameter::LeadBusinessDays,
        "5",
        (key::PERIODS, "1"),
    ),
    (
        "category:confocal",
        Parameter::SupervisedFirstSessions,
        "1",
        (key::PERIODS, "5"),
    ),
];

/// The text as amended: wording and parameters together, and an article of its own.
pub fn of(mut text: Text) -> Text {
    for wording in &WORDINGS {
        if let Some(article) = article(&mut text, wording.at) {
            let ([old, new], [was, is]) = (wording.ja, wording.en);
            article.body.ja = article.body.ja.replace(old, new);
            article.body.en = article.body.en.replace(was, is);
        }
    }
    for (target, parameter, value, at) in VALUES {
        let Some(target) = Target::from_code(target) else {
            continue;
        };
        let settings = &mut text.sheet.settings;
        settings.retain(|one| one.parameter != parameter || one.target != target);
        settings.extend(set(target, parameter, value, at));
    }
    insert(&mut text);
    text
}

/// 第24条の2, after article 24.
fn insert(text: &mut Text) {
    let rule = text.documents.iter_mut().find(|one| one.key == key::RULE);
    let Some(articles) = rule.map(|rule| &mut rule.articles) else {
        return;
    };
    let place = articles
        .iter()
        .position(|one| one.number == "24")
        .map_or(articles.len(), |at| at + 1);
    let name = |ja: &str, en: &str| Name {
        ja: ja.to_owned(),
        en: en.to_owned(),
    };
    articles.insert(
        place,
        Article {
            number: "24-2".to_owned(),
            heading: name("データの受渡し", "Handing over data"),
            body: name(
                "1. 施設は、測定データを施設が指定する保管場所から渡す。\n2. 利用者は、私物の記憶媒体を共用設備の計算機に接続してはならない。",
                "1. The facility hands over measured data through the storage it names.\n2. Users do not connect storage media of their own to the computers of shared instruments.",
            ),
        },
    );
}

fn article<'a>(text: &'a mut Text, (document, number): (u32, &str)) -> Option<&'a mut Article> {
    let found = text.documents.iter_mut().find(|one| one.key == document)?;
    found.articles.iter_mut().find(|one| one.number == number)
}
