//! Letters about requests without a slot, as their readers see them.

use crate::domain::id::{ServiceId, UserId};
use crate::domain::language::Language;
use crate::domain::letter::Letter;
use crate::domain::letter::service::{Amount, ServiceFacts, ServiceNews};
use crate::domain::name::Name;
use crate::notice::compose::tests::{to, written};
use crate::notice::line::{COLUMNS, columns};

fn name(ja: &str, en: &str) -> Name {
    Name {
        ja: ja.into(),
        en: en.into(),
    }
}

/// The facility's words, where the news comes with some.
fn reason(about: ServiceNews) -> Option<&'static str> {
    use ServiceNews as News;
    match about {
        News::Answered => Some("血清は150本まで提供できます。\n申込みをお待ちしています。"),
        News::Returned => Some("保管の方法を書いてください。"),
        News::Rejected | News::CalledOff | News::Closed => Some("試料が足りないため"),
        _ => None,
    }
}

fn facts(about: ServiceNews) -> ServiceFacts {
    use ServiceNews as News;
    let amount = |quantity| Amount {
        quantity,
        unit: "tube".into(),
    };
    let decided = !matches!(
        about,
        News::Inquired | News::Answered | News::Applied | News::Screened | News::Returned
    );
    ServiceFacts {
        about,
        request: ServiceId::new(1_955_000_000_000_000_000),
        resource: name(
            "バイオバンクの試料・情報",
            "Biobank samples and information",
        ),
        facility: name("長寿医療研究センターバイオバンク", "NCGG Biobank"),
        institution: name("長寿研", "NCGG"),
        applicant_user: UserId::new(1),
        applicant: "中島 光".into(),
        applicant_institution: name("国がん", "NCC"),
        asked: vec![amount(200)],
        granted: if decided {
            vec![amount(150)]
        } else {
            Vec::new()
        },
        conditions: match about {
            News::GrantedInPart => "年1回、経過を報告すること".into(),
            _ => String::new(),
        },
        due: "2027-03-12".parse().ok(),
        delivered_on: matches!(
            about,
            News::Delivered | News::AccessGranted | News::Received
        )
        .then(|| "2027-04-06".parse().unwrap()),
        access_until: matches!(about, News::AccessGranted | News::Renewed)
            .then(|| "2028-03-31".parse().unwrap()),
        ethics_ends: (about == News::Applied).then(|| "2026-12-31".parse().unwrap()),
        by: reason(about).map(|_| "大野 樹".into()),
        reason: reason(about).map(str::to_owned),
    }
}

/// Each letter to whom it goes: the applicant, the managers, or both.
fn read(language: Language) -> String {
    use ServiceNews as News;
    let mut read = Vec::new();
    for news in ServiceNews::ALL {
        let both = matches!(
            news,
            News::Inquired | News::Applied | News::Expired | News::StepDue | News::ReportOverdue
        );
        let managers = matches!(
            news,
            News::Accepted
                | News::Declined
                | News::Withdrawn
                | News::EthicsExtended
                | News::Received
                | News::Reported
                | News::Finished
                | News::Disposed
        );
        let letter = Letter::Service(Box::new(facts(*news)));
        for (id, person, is_told) in [
            (1, "中島 光", both || !managers),
            (2, "大野 樹", both || managers),
        ] {
            if is_told {
                let composed = written(&to(id, person, language), &letter);
                assert!(composed.entry.is_none());
                for line in composed.text.lines().filter(|line| !line.contains("://")) {
                    assert!(columns(line) <= COLUMNS, "{news:?}: {line}");
                }
                for personal in ["中島", "バイオバンク", "Biobank"] {
                    assert!(!composed.subject.contains(personal), "{}", composed.subject);
                }
                read.push(format!("{}\n\n{}", composed.subject, composed.text));
            }
        }
    }
    read.join("==========\n")
}

#[test]
fn service_letters_read_as_they_should_in_japanese() {
    insta::assert_snapshot!(read(Language::Ja));
}

#[test]
fn service_letters_read_as_they_should_in_english() {
    insta::assert_snapshot!(read(Language::En));
}

#[test]
fn each_letter_leads_to_its_readers_page() {
    let letter = Letter::Service(Box::new(facts(ServiceNews::Applied)));
    let applicant = written(&to(1, "中島 光", Language::En), &letter);
    let number = facts(ServiceNews::Applied).request;
    assert!(applicant.text.contains(&format!("/en/service/{number}")));
    assert!(!applicant.text.contains("/manage/"));
    let manager = written(&to(2, "大野 樹", Language::Ja), &letter);
    assert!(manager.text.contains(&format!("/manage/service/{number}")));
}
