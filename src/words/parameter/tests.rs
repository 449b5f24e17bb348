//! Every parameter, every code and every kind of value in both languages.

use std::fmt::Write;
use std::sync::Arc;

use super::*;
use crate::domain::name::Name;
use crate::domain::parameter::kind::Kind;
use crate::domain::parameter::terms::{Level, Origin};
use crate::domain::refusal::Citation;

const BOTH: [Language; 2] = [Language::Ja, Language::En];

fn codes(parameter: Parameter) -> &'static [&'static str] {
    match parameter.entry().kind {
        Kind::OneOf(codes) | Kind::Some(codes) => codes,
        _ => &[],
    }
}

fn said(language: Language, parameter: Parameter, text: &str) -> String {
    let value = parameter.entry().kind.read(text).unwrap();
    value::say(language, parameter, &value)
}

fn meant(language: Language, parameter: Parameter, text: &str) -> String {
    let value = parameter.entry().kind.read(text).unwrap();
    sentence(language, parameter, &value)
}

#[test]
fn no_code_of_any_kind_goes_without_its_label() {
    for language in BOTH {
        for &parameter in Parameter::ALL {
            for code in codes(parameter) {
                assert!(
                    code::known(language, parameter, code).is_some(),
                    "{language:?}: {parameter:?} has no label for '{code}'"
                );
            }
        }
    }
}

#[test]
fn every_code_has_its_sentence_and_no_sentence_is_for_an_unknown_code() {
    for language in BOTH {
        for &parameter in Parameter::ALL {
            let of_kind = matches!(parameter.entry().kind, Kind::OneOf(_));
            match of(language, parameter).says {
                Says::ByCode(sentences) => {
                    let said: Vec<&str> = sentences.iter().map(|(code, _)| *code).collect();
                    assert_eq!(said, codes(parameter), "{language:?}: {parameter:?}");
                }
                Says::Either(..) => assert!(!of_kind, "{language:?}: {parameter:?}"),
            }
        }
    }
}

#[test]
fn every_sentence_of_a_value_names_it_unless_it_is_yes_or_no() {
    for language in BOTH {
        for &parameter in Parameter::ALL {
            let line = of(language, parameter);
            assert!(!line.label.is_empty() && !line.hint.is_empty());
            if let Says::Either(something, nothing) = line.says {
                let is_flag = parameter.entry().kind == Kind::Flag;
                assert_eq!(
                    something.contains("{}"),
                    !is_flag,
                    "{language:?}: {parameter:?}"
                );
                assert!(!nothing.is_empty());
            }
        }
    }
}

#[test]
fn no_two_parameters_are_called_alike() {
    for language in BOTH {
        let mut labels: Vec<&str> = Parameter::ALL
            .iter()
            .map(|one| label(language, *one))
            .collect();
        labels.sort_unstable();
        labels.dedup();
        assert_eq!(labels.len(), Parameter::ALL.len());
    }
}

#[test]
fn numbers_read_as_people_write_them() {
    use Parameter::{
        HorizonDays, LeadBusinessDays, MaxOpenBookingsPerUser, MinMinutes, QuotaHoursPerMonth,
    };
    for (parameter, text, ja, en) in [
        (LeadBusinessDays, "5", "5営業日", "5 business days"),
        (
            LeadBusinessDays,
            "0",
            "利用の開始まで",
            "until the use starts",
        ),
        (MinMinutes, "90", "1時間30分", "1 hour 30 minutes"),
        (HorizonDays, "1", "1日", "1 day"),
        (QuotaHoursPerMonth, "0", "上限なし", "no limit"),
        (MaxOpenBookingsPerUser, "3", "3件", "3 bookings"),
    ] {
        assert_eq!(said(Language::Ja, parameter, text), ja);
        assert_eq!(said(Language::En, parameter, text), en);
    }
}

#[test]
fn values_read_as_people_write_them() {
    use Parameter::{
        CancelTiers, ClosedCalendars, EligibleOrgClasses, GateExpiryWarningDays, OpenWindows,
        RegistrationRequired, SlotOrigin, TrainingRequired, YearEndClosure,
    };
    for (parameter, text, ja, en) in [
        (RegistrationRequired, "yes", "必要", "needed"),
        (SlotOrigin, "09:00", "9:00", "9:00"),
        (
            YearEndClosure,
            "12-29..01-03",
            "12月29日～1月3日",
            "29 Dec–3 Jan",
        ),
        (
            CancelTiers,
            "5:0,1:50,0:100",
            "5営業日前まで無料、1営業日前まで50%、当日は100%",
            "free until 5 business days before, 50% until 1 business day before, 100% on the day",
        ),
        (
            GateExpiryWarningDays,
            "60,30,7",
            "60日前・30日前・7日前",
            "60, 30, 7 days before",
        ),
        (OpenWindows, "", "終日", "day and night"),
        (
            OpenWindows,
            "Mon 09:00-Mon 17:00; Tue 09:00-Tue 17:00",
            "月・火 9:00～17:00",
            "Mon, Tue 9:00–17:00",
        ),
        (
            EligibleOrgClasses,
            "university,own",
            "自機関、大学",
            "own institution, universities",
        ),
        (ClosedCalendars, "", "なし", "none"),
        (TrainingRequired, "sem-1", "sem-1", "sem-1"),
    ] {
        assert_eq!(said(Language::Ja, parameter, text), ja);
        assert_eq!(said(Language::En, parameter, text), en);
    }
}

#[test]
fn a_sentence_says_what_a_value_means() {
    use Parameter::{AnimalsAllowed, LeadBusinessDays, MaxConsecutiveDays, OrgPledgeRequired};
    for (parameter, text, ja, en) in [
        (
            LeadBusinessDays,
            "5",
            "申請は利用日の5営業日前までに行ってください。",
            "Send requests at least 5 business days before the day of use.",
        ),
        (
            MaxConsecutiveDays,
            "0",
            "続けて利用できる日数に上限はありません。",
            "The number of days in a row is not limited.",
        ),
        (
            AnimalsAllowed,
            "no",
            "動物は持ち込めません。",
            "Animals can't be brought in.",
        ),
        (
            OrgPledgeRequired,
            "yearly",
            "年度ごとに、所属機関の誓約書が必要です。",
            "Your institution must give a pledge each fiscal year.",
        ),
    ] {
        assert_eq!(meant(Language::Ja, parameter, text), ja);
        assert_eq!(meant(Language::En, parameter, text), en);
    }
}

#[test]
fn an_origin_names_rule_article_and_level() {
    let name = |ja: &str, en: &str| Name {
        ja: ja.into(),
        en: en.into(),
    };
    let rule = Citation {
        title: name("国循 共用設備利用規則", "NCVC rules for shared equipment"),
        version: "3.0".into(),
        facility_slug: "ncvc".into(),
        document: None,
        document_key: None,
        article: Some("5-2".into()),
    };
    let bylaw = Citation {
        document: Some(name("利用細則", "By-laws")),
        ..rule.clone()
    };
    let origin = |level, citation: Option<&Citation>| Origin {
        level,
        citation: citation.cloned().map(Arc::new),
    };
    for (origin, ja, en) in [
        (
            origin(Level::Facility, Some(&rule)),
            "国循 共用設備利用規則 第3.0版 第5条の2（施設）",
            "NCVC rules for shared equipment, version 3.0, article 5-2 (facility level)",
        ),
        (
            origin(Level::Institution, Some(&bylaw)),
            "機関共通の規則：国循 共用設備利用規則 第3.0版 利用細則 第5条の2（機関）",
            "rules of the whole institution: NCVC rules for shared equipment, version 3.0, By-laws, article 5-2 (institution level)",
        ),
        (
            origin(Level::Catalogue, None),
            "カタログの登録内容",
            "catalogue entry",
        ),
        (origin(Level::Default, None), "初期値", "default"),
    ] {
        assert_eq!(origin::say(Language::Ja, &origin), ja);
        assert_eq!(origin::say(Language::En, &origin), en);
    }
}

#[test]
fn defaults_read_as_they_should() {
    let mut text = String::new();
    for &parameter in Parameter::ALL {
        let default = parameter.default();
        for language in BOTH {
            let (label, value) = (
                label(language, parameter),
                value::say(language, parameter, &default),
            );
            let sentence = sentence(language, parameter, &default);
            writeln!(text, "{label}: {value}. {sentence}").unwrap();
        }
    }
    insta::assert_snapshot!(text);
}
