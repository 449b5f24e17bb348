//! Every refusal in both languages, as it reads.

use super::*;
use crate::domain::availability::parse_windows;
use crate::domain::calendar::Closing;
use crate::domain::calendar::holiday::HolidayKind;
use crate::domain::name::Name;
use crate::domain::refusal::calendar_field::CalendarField;
use crate::domain::refusal::feed::FeedBar;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::training::TrainingBar;
use crate::domain::refusal::waiver::WaiverBar;
use crate::domain::refusal::{Citation, Taken};
use crate::domain::release::Release;
use crate::domain::time::{Span, parse_day, parse_local};
use crate::words::refusal::fields::FIELDS;

const BOTH: [Language; 2] = [Language::Ja, Language::En];

const BARS: [TrainingBar; 13] = [
    TrainingBar::Full,
    TrainingBar::CalledOff,
    TrainingBar::Enrolled,
    TrainingBar::NotEnrolled,
    TrainingBar::Begun,
    TrainingBar::NotHeldYet,
    TrainingBar::Settled,
    TrainingBar::Own,
    TrainingBar::CodeTaken,
    TrainingBar::NumberTaken,
    TrainingBar::SameDate,
    TrainingBar::DatesToCome,
    TrainingBar::Retired,
];

fn span(start: &str, end: &str) -> Span {
    Span::new(parse_local(start).unwrap(), parse_local(end).unwrap()).unwrap()
}

fn closings() -> Vec<Wrong> {
    let holiday = |kind, name_ja: &str, name_en: &str| Closing::Holiday {
        kind,
        name_ja: name_ja.into(),
        name_en: name_en.into(),
    };
    let spring = ("春分の日", "Vernal Equinox Day");
    let days = [
        ("2027-03-20", Closing::Weekend, "2027-03-23"),
        ("2026-12-29", Closing::YearEnd, "2027-01-04"),
        (
            "2027-03-22",
            holiday(HolidayKind::Substitute, spring.0, spring.1),
            "2027-03-23",
        ),
        (
            "2027-02-11",
            holiday(
                HolidayKind::National,
                "建国記念の日",
                "National Foundation Day",
            ),
            "2027-02-12",
        ),
        (
            "2026-09-22",
            holiday(HolidayKind::Sandwiched, "国民の休日", "Citizens' Holiday"),
            "2026-09-24",
        ),
        (
            "2027-05-31",
            Closing::Facility {
                name_ja: "開所記念日".into(),
                name_en: "Founding Day".into(),
            },
            "2027-06-01",
        ),
    ];
    days.into_iter()
        .map(|(day, closing, next)| Wrong::ClosedDay {
            day: parse_day(day).unwrap(),
            closing,
            next_open: parse_day(next).unwrap(),
        })
        .collect()
}

fn taken() -> Vec<Wrong> {
    let during = span("2027-01-18T09:00", "2027-01-19T09:00");
    let cleaning = span("2027-01-19T09:00", "2027-01-19T11:00");
    let free = vec![
        span("2027-01-19T21:00", "2027-01-20T21:00"),
        span("2027-01-22T09:00", "2027-01-23T09:00"),
    ];
    let taken = |by, during, nearest| Wrong::Taken {
        by,
        during,
        nearest,
    };
    vec![
        taken(Taken::Booking, during, free.clone()),
        taken(Taken::Booking, during, Vec::new()),
        taken(Taken::Buffer, cleaning, free),
        taken(Taken::Maintenance, during, Vec::new()),
    ]
}

fn of_slots() -> Vec<Wrong> {
    let day = |text: &str| parse_day(text).unwrap();
    let mut wrong = vec![
        Wrong::NotBookable,
        Wrong::NoRule,
        Wrong::InPast,
        Wrong::TooSoon {
            lead_business_days: 3,
            deadline: day("2026-12-25"),
            earliest: day("2027-01-06"),
        },
        Wrong::TooFar {
            horizon_days: 180,
            last: day("2027-06-12"),
        },
        Wrong::NotReleased {
            release: Release::Monthly,
            last: day("2027-03-31"),
            opens: day("2027-02-01"),
        },
        Wrong::NotReleased {
            release: Release::HalfYearly,
            last: day("2027-03-31"),
            opens: day("2027-04-01"),
        },
        Wrong::TooShort { min_minutes: 60 },
        Wrong::TooLong { max_minutes: 2880 },
        Wrong::OffGrid {
            slot_minutes: 720,
            nearest: parse_local("2027-01-18T09:00").unwrap(),
        },
        Wrong::OutsideHours {
            windows: parse_windows("Mon 09:00-Mon 17:00; Tue 09:00-Tue 17:00; Wed 09:00-Wed 17:00")
                .unwrap(),
        },
        Wrong::ConsentMissing {
            effective_on: day("2027-01-01"),
        },
    ];
    wrong.extend(closings());
    wrong.extend(taken());
    wrong
}

/// The fields that stand in an enum of their own.
fn nested() -> impl Iterator<Item = Field> {
    let calendar = CalendarField::ALL.iter();
    let calendar = calendar.map(|field| Field::Calendar(*field));
    calendar.chain(without_slot::fields())
}

fn of_text_and_decisions() -> Vec<Wrong> {
    let fields = || FIELDS.into_iter().chain(nested());
    let mut wrong: Vec<Wrong> = fields().map(|field| Wrong::Missing { field }).collect();
    wrong.extend(fields().map(|field| Wrong::Malformed { field }));
    let decided = |approved| Wrong::AlreadyDecided {
        by: "小林 葵".into(),
        at: parse_local("2027-01-15T10:02").unwrap(),
        approved,
    };
    wrong.extend([
        Wrong::TooLongText {
            field: Field::Purpose,
            longest: 2000,
        },
        Wrong::NotAnEmail,
        Wrong::PasswordShort { shortest: 15 },
        Wrong::PasswordLong { longest: 128 },
        Wrong::PasswordGuessable,
        Wrong::SignInFailed,
        Wrong::TooManyTries {
            again_in_seconds: 30,
        },
        Wrong::TooManyTries {
            again_in_seconds: 900,
        },
        Wrong::LinkExpired,
        decided(true),
        decided(false),
        Wrong::WrongState,
        Wrong::OwnRequest,
        Wrong::Started,
        Wrong::DearerNow { percent: 50 },
        Wrong::OnHold,
        Wrong::OnlyTheOffices,
        Wrong::LineStands,
        Wrong::Feed(FeedBar::TooMany { most: 10 }),
        Wrong::Feed(FeedBar::Opened),
        Wrong::Waiver(WaiverBar::NeverWaived),
        Wrong::Waiver(WaiverBar::AskedAlready),
        Wrong::Waiver(WaiverBar::Oneself),
        Wrong::Waiver(WaiverBar::NobodyThere),
    ]);
    wrong.extend(BARS.map(Wrong::Training));
    wrong.extend(without_slot::service().into_iter().map(Wrong::Service));
    wrong.extend(without_slot::outside().into_iter().map(Wrong::Outside));
    [wrong, reasons::of_calendars(), drafts::all()].concat()
}

fn rule() -> Citation {
    Citation {
        title: Name {
            ja: "クライオ電子顕微鏡施設 利用規則".into(),
            en: "Cryo-EM facility usage rules".into(),
        },
        version: "3.0".into(),
        facility_slug: "riken-cryo".into(),
        document: None,
        document_key: None,
        article: None,
    }
}

fn every_refusal() -> Vec<Refusal> {
    let slots = of_slots()
        .into_iter()
        .map(|wrong| Refusal::by_rule(wrong, Some(&rule())));
    let rest = of_text_and_decisions()
        .into_iter()
        .chain(reasons::of_facts())
        .chain(uses::all());
    let rest = rest.map(Refusal::of);
    slots
        .chain(rest)
        .chain(reasons::refusals(&rule()))
        .chain([uses::of_capacity(&rule())])
        .collect()
}

#[test]
fn no_reason_is_left_without_a_sentence_that_is_read_here() {
    let read: Vec<String> = every_refusal()
        .iter()
        .map(|refusal| named::name(&refusal.wrong))
        .collect();
    for name in named::names() {
        assert!(read.iter().any(|one| one == name), "{name} has no sample");
    }
}

#[test]
fn a_refusal_of_a_parameter_cites_its_article_and_says_a_way_forward() {
    for refusal in every_refusal() {
        if refusal.ground.is_none() {
            continue;
        };
        assert!(!refusal.remedies.is_empty(), "{refusal:?}");
        for (language, article) in BOTH.into_iter().zip(["第7条の2", "article 7-2"]) {
            let said = say(language, &refusal);
            assert!(
                said.rule
                    .as_deref()
                    .is_some_and(|rule| rule.ends_with(article))
            );
            assert_eq!(said.ways.len(), refusal.remedies.len());
        }
    }
}

#[test]
fn every_refusal_says_what_is_wrong_and_what_helps() {
    for refusal in every_refusal() {
        for language in BOTH {
            let said = say(language, &refusal);
            let end = if language == Language::Ja { '。' } else { '.' };
            assert!(said.what.ends_with(end), "{said:?}");
            assert!(said.remedy.ends_with(end), "{said:?}");
            assert_eq!(said.rule.is_some(), refusal.rule.is_some());
            let english = !said.in_one().chars().any(|c| matches!(c, 'ぁ'..='ー'));
            assert_eq!(english, language == Language::En, "{said:?}");
        }
    }
}

#[test]
fn refusals_read_as_they_should() {
    let lines: Vec<String> = BOTH
        .into_iter()
        .flat_map(|language| {
            every_refusal()
                .into_iter()
                .map(move |refusal| say(language, &refusal).in_one())
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}
