//! Every letter in both languages, as its reader sees it.

mod office;
mod personal;
mod rules;
mod sample;
mod service;

use super::*;
use crate::config::CourierSetting;
use crate::domain::id::UserId;
use crate::domain::letter::BookingNews;
use crate::domain::name::Name;
use crate::domain::time::{Span, parse_local};
use crate::notice::compose::tests::sample::{facts, to_applicant, to_managers};
use crate::notice::line::{COLUMNS, columns};

const TOKEN: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

fn config() -> Config {
    Config {
        base_url: "https://mado.example.jp".into(),
        listen: "127.0.0.1:0".parse().unwrap(),
        courier: CourierSetting::Memory,
        mail_from: "madoguchi@mado.example.jp".into(),
        demo: false,
        demo_accounts: Vec::new(),
    }
}

fn name(ja: &str, en: &str) -> Name {
    Name {
        ja: ja.into(),
        en: en.into(),
    }
}

fn to(user: i64, name: &str, language: Language) -> Recipient {
    Recipient {
        user: UserId::new(user),
        name: name.into(),
        email: "reader@example.jp".into(),
        language,
    }
}

fn written(to: &Recipient, letter: &Letter) -> Composed {
    let at = parse_local("2026-12-14T10:00").unwrap();
    let secret = Token::read(TOKEN);
    compose(&config(), to, letter, at, secret.as_ref()).unwrap()
}

/// Every letter of a language with the reader's part in it.
fn every_letter(language: Language) -> Vec<(String, Composed)> {
    let mut letters = Vec::new();
    for news in BookingNews::ALL {
        let letter = Letter::Booking(Box::new(facts(*news)));
        if to_applicant(*news) {
            let reader = to(1, "佐藤 恵", language);
            letters.push((
                format!("{news:?}, to the applicant"),
                written(&reader, &letter),
            ));
        }
        if to_managers(*news) {
            let reader = to(2, "井上 玲", language);
            letters.push((format!("{news:?}, to a manager"), written(&reader, &letter)));
        }
    }
    for news in AccountNews::ALL {
        let letter = Letter::Account(AccountFacts {
            about: *news,
            user: UserId::new(1),
        });
        letters.push((
            format!("{news:?}"),
            written(&to(1, "佐藤 恵", language), &letter),
        ));
    }
    letters
}

fn as_read(language: Language) -> String {
    every_letter(language)
        .into_iter()
        .map(|(what, letter)| {
            let entry = letter.entry.map_or(String::new(), |entry| {
                format!("\n[booking.ics, {}]\n", entry.method)
            });
            format!(
                "===== {what}\nSubject: {}\n\n{}{entry}",
                letter.subject, letter.text
            )
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn letters_read_as_they_should_in_japanese() {
    insta::assert_snapshot!(as_read(Language::Ja));
}

#[test]
fn letters_read_as_they_should_in_english() {
    insta::assert_snapshot!(as_read(Language::En));
}

#[test]
fn of_a_series_the_letter_says_how_many_dates_it_has_and_the_last() {
    let at = |text| parse_local(text).unwrap();
    let last = Span::new(at("2027-02-24T09:00"), at("2027-02-26T09:00")).unwrap();
    let asked = Letter::Booking(Box::new(BookingFacts {
        series: Some((4, last)),
        ..facts(BookingNews::ApprovalAsked)
    }));
    let in_language = |language| written(&to(2, "井上 玲", language), &asked).text;
    let both = [Language::Ja, Language::En]
        .map(in_language)
        .join("\n=====\n");
    insta::assert_snapshot!(both);
}

#[test]
fn the_html_part_says_the_same() {
    let reader = to(1, "佐藤 恵", Language::Ja);
    let returned = Letter::Booking(Box::new(facts(BookingNews::Returned)));
    insta::assert_snapshot!(written(&reader, &returned).html);
}

#[test]
fn lines_of_ours_are_short_and_subjects_name_nobody() {
    for language in [Language::Ja, Language::En] {
        for (what, letter) in every_letter(language) {
            for line in letter.text.lines().filter(|line| !line.contains("://")) {
                assert!(columns(line) <= COLUMNS, "{what}: {line}");
            }
            for personal in ["佐藤", "井上", "クライオ", "Cryo", "RIKEN", "理化学"] {
                assert!(!letter.subject.contains(personal), "{}", letter.subject);
            }
            assert_eq!(
                letter.entry.is_some(),
                ["Confirmed", "Cancelled", "CalledOff", "Attends"]
                    .iter()
                    .any(|news| what.starts_with(news))
            );
        }
    }
}

#[test]
fn links_lead_to_the_configured_address_in_the_readers_language() {
    let secrets = [
        AccountNews::Verify,
        AccountNews::Reset,
        AccountNews::Invitation,
    ];
    for news in AccountNews::ALL {
        let letter = Letter::Account(AccountFacts {
            about: *news,
            user: UserId::new(1),
        });
        let english = written(&to(1, "Kim", Language::En), &letter);
        assert!(english.text.contains("https://mado.example.jp/en/"));
        assert_eq!(english.text.contains(TOKEN), secrets.contains(news));
        let at = parse_local("2026-12-14T10:00").unwrap();
        let without = compose(&config(), &to(1, "Kim", Language::En), &letter, at, None);
        assert_eq!(without.is_err(), secrets.contains(news), "{news:?}");
    }
    let letter = Letter::Booking(Box::new(facts(BookingNews::ApprovalAsked)));
    let manager = written(&to(2, "井上 玲", Language::Ja), &letter);
    let address = format!(
        "https://mado.example.jp/manage/requests/{}",
        facts(BookingNews::Received).booking
    );
    assert!(manager.text.contains(&address) && manager.html.contains(&address));
}

#[test]
fn a_registration_can_not_put_words_into_a_strangers_letter() {
    let bait = "You won. Go to https://evil.example";
    for news in [AccountNews::Verify, AccountNews::AlreadyRegistered] {
        let letter = Letter::Account(AccountFacts {
            about: news,
            user: UserId::new(1),
        });
        let letter = written(&to(1, bait, Language::En), &letter);
        assert!(!letter.text.contains("evil") && !letter.html.contains("evil"));
    }
}

#[test]
fn d01_what_people_typed_is_shown_literally_in_the_html_part() {
    let hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
    let mut facts = facts(BookingNews::Rejected);
    facts.reason = Some(format!("{hostile}\r\n{{{{7*7}}}} %s ${{x}}"));
    facts.resource = name(hostile, hostile);
    facts.by = Some(hostile.into());
    let letter = Letter::Booking(Box::new(facts));
    for language in [Language::Ja, Language::En] {
        let letter = written(&to(1, hostile, language), &letter);
        for tag in ["<script", "<img", "onerror=alert(1)>"] {
            assert!(!letter.html.contains(tag), "{}", letter.html);
        }
        assert!(letter.html.contains("{{7*7}} %s ${x}"));
        assert!(letter.text.contains("> {{7*7}} %s ${x}"));
        assert!(!letter.html.contains("<style") && !letter.html.contains("style="));
    }
}
