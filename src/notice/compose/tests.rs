//! Every letter in both languages, as its reader sees it.

mod office;
mod personal;
mod rules;
mod service;

use super::*;
use crate::config::CourierSetting;
use crate::domain::id::{BookingId, UserId};
use crate::domain::letter::BookingNews;
use crate::domain::name::Name;
use crate::domain::time::{Span, parse_day, parse_local};
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

fn reason(about: BookingNews) -> Option<&'static str> {
    match about {
        BookingNews::Returned => {
            Some("試料の量を書いてください。\n生物学的安全性も確認してください。")
        }
        BookingNews::Rejected | BookingNews::CalledOff => Some("装置の点検と重なるため"),
        BookingNews::NoShow => Some("10時の時点で来られず、電話にも出られませんでした。"),
        BookingNews::Excused => Some("入館の記録を確かめました。"),
        BookingNews::Appealed => Some("当日は別の棟の受付にいました。"),
        BookingNews::Conditional => Some("前日までに試料の一覧を送ってください。"),
        BookingNews::ChangeRefused => Some("その週は定期保守のため"),
        BookingNews::Upheld => Some("受付の記録にお名前がありませんでした。"),
        _ => None,
    }
}

/// The other of two times, where there is one.
fn other_span(about: BookingNews) -> Option<Span> {
    use BookingNews as News;
    matches!(
        about,
        News::Changed
            | News::ChangeReceived
            | News::ChangeAsked
            | News::ChangeRefused
            | News::ChangeWithdrawn
            | News::ChangeLapsed
    )
    .then(|| Span::of_minutes(parse_local("2027-02-10T09:00").unwrap(), 2880).unwrap())
}

/// Whether a manager decided something in it.
fn is_decided(about: BookingNews) -> bool {
    matches!(
        about,
        BookingNews::Confirmed
            | BookingNews::Returned
            | BookingNews::Rejected
            | BookingNews::CalledOff
            | BookingNews::NoShow
            | BookingNews::Excused
            | BookingNews::Upheld
            | BookingNews::ChangeRefused
            | BookingNews::Conditional
    )
}

fn facts(about: BookingNews) -> BookingFacts {
    let at = |text| parse_local(text).unwrap();
    BookingFacts {
        about,
        booking: BookingId::new(1_955_000_000_000_000_000),
        sequence: 2,
        resource: name("クライオ電子顕微鏡", "Cryo electron microscope"),
        facility: name("クライオ電子顕微鏡施設", "Cryo-EM facility"),
        institution: name("理化学研究所", "RIKEN"),
        span: Span::new(at("2027-02-03T09:00"), at("2027-02-05T09:00")).unwrap(),
        applicant_user: UserId::new(1),
        applicant: "佐藤 恵".into(),
        applicant_institution: name(
            "国立長寿医療研究センター",
            "National Center for Geriatrics and Gerontology",
        ),
        by: match about {
            BookingNews::Received
            | BookingNews::ApprovalAsked
            | BookingNews::Expired
            | BookingNews::Held
            | BookingNews::Released => None,
            _ if is_decided(about) => Some("井上 玲".into()),
            _ => Some("佐藤 恵".into()),
        },
        reason: reason(about).map(str::to_owned),
        fee_percent: match about {
            BookingNews::Cancelled => Some(50),
            BookingNews::NoShow => Some(100),
            BookingNews::CalledOff => Some(0),
            _ => None,
        },
        waits_for: match about {
            BookingNews::Held => vec!["org_pledge".into(), "export_screening".into()],
            _ => Vec::new(),
        },
        other_span: other_span(about),
        suspended_until: (about == BookingNews::NoShow).then(|| parse_day("2027-03-05").unwrap()),
        entry: None,
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
        let to_applicant = !matches!(
            news,
            BookingNews::ApprovalAsked
                | BookingNews::Withdrawn
                | BookingNews::Appealed
                | BookingNews::ChangeAsked
                | BookingNews::ChangeWithdrawn
        );
        let to_managers = !matches!(
            news,
            BookingNews::Received
                | BookingNews::Returned
                | BookingNews::Rejected
                | BookingNews::Excused
                | BookingNews::Upheld
                | BookingNews::ChangeReceived
                | BookingNews::ChangeRefused
                | BookingNews::Conditional
        );
        let letter = Letter::Booking(Box::new(facts(*news)));
        if to_applicant {
            let reader = to(1, "佐藤 恵", language);
            letters.push((
                format!("{news:?}, to the applicant"),
                written(&reader, &letter),
            ));
        }
        if to_managers {
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
                ["Confirmed", "Cancelled", "CalledOff"]
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
