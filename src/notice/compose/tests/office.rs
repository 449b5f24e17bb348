//! Letters about facts for gates and about desks, as their readers see them.

use crate::domain::gate::Gate;
use crate::domain::id::{BookingId, FactId};
use crate::domain::language::Language;
use crate::domain::letter::desk::{DeskFacts, DeskNews};
use crate::domain::letter::gate::{Aim, GateFacts, GateNews};
use crate::domain::letter::together::{Item, TogetherFacts, TogetherNews};
use crate::domain::letter::{BookingFacts, BookingNews, Letter};
use crate::domain::name::Name;
use crate::domain::time::{Span, parse_local};
use crate::notice::compose::tests::{facts, to, written};

fn name(ja: &str, en: &str) -> Name {
    Name {
        ja: ja.into(),
        en: en.into(),
    }
}

fn gate(about: GateNews, gate: Gate) -> Letter {
    let aim = (gate == Gate::ExportScreening).then(|| Aim {
        booking: BookingId::new(9),
        resource: name("クライオ電子顕微鏡", "Cryo electron microscope"),
        span: Span::of_minutes(parse_local("2027-02-15T09:00").unwrap(), 1440).unwrap(),
    });
    let holder = ("Dr. A. Example", &name("国がん", "NCC"));
    let what = (FactId::new(3), gate);
    let said = matches!(about, GateNews::Refused | GateNews::Revoked);
    let asked = matches!(about, GateNews::Asked | GateNews::AskedNobody);
    Letter::Gate(Box::new(GateFacts {
        due_on: asked.then(|| "2027-01-18".parse().unwrap()),
        number: match about {
            GateNews::Confirmed => "NCC-2027-004".into(),
            _ => String::new(),
        },
        condition: (about == GateNews::Confirmed).then(|| "proxy".into()),
        reason: said.then(|| "契約の内容が確かめられないため。\n窓口へ来てください。".into()),
        ..GateFacts::of(about, what, holder, name("理研", "RIKEN"), aim)
    }))
}

fn letters() -> Vec<Letter> {
    let waiting = BookingFacts {
        waits_for: vec!["export_screening".into(), "org_pledge".into()],
        fee_percent: None,
        ..facts(BookingNews::Received)
    };
    let desk = |about: &DeskNews| {
        Letter::Desk(DeskFacts {
            about: *about,
            desk: "export_control".into(),
            institution: name("国がん", "NCC"),
        })
    };
    let of_gates = GateNews::ALL
        .iter()
        .map(|about| gate(*about, Gate::ExportScreening));
    std::iter::once(Letter::Booking(Box::new(waiting)))
        .chain(of_gates)
        .chain([gate(GateNews::Asked, Gate::EthicsApproval)])
        .chain(DeskNews::ALL.iter().map(desk))
        .collect()
}

#[test]
fn letters_about_what_is_asked_for_together_read_as_they_should() {
    let item = |slug: &str, own: Name, facility: Name, institution: Name| Item {
        slug: slug.into(),
        name: own,
        facility,
        institution,
    };
    let letter = |about: &TogetherNews| {
        Letter::Together(Box::new(TogetherFacts {
            about: *about,
            main: item(
                "ncvc-nsim-nstorm",
                name("超解像顕微鏡", "Super-resolution microscope"),
                name("画像解析室", "Imaging room"),
                name("国循", "NCVC"),
            ),
            other: item(
                "ncgg-confocal",
                name("共焦点顕微鏡", "Confocal microscope"),
                name("共通機器", "Shared instruments"),
                name("長寿研", "NCGG"),
            ),
        }))
    };
    let mut read = Vec::new();
    for language in [Language::Ja, Language::En] {
        for letter in TogetherNews::ALL.iter().map(letter) {
            let composed = written(&to(1, "西村 直", language), &letter);
            read.push(format!("{}\n\n{}", composed.subject, composed.text));
        }
    }
    insta::assert_snapshot!(read.join("==========\n"));
}

#[test]
fn letters_of_offices_read_as_they_should() {
    let mut read = Vec::new();
    for language in [Language::Ja, Language::En] {
        for letter in letters() {
            let composed = written(&to(1, "西村 直", language), &letter);
            assert!(composed.entry.is_none());
            let personal = ["Example", "西村", "NCC-2027"];
            assert!(personal.iter().all(|text| !composed.subject.contains(text)));
            read.push(format!("{}\n\n{}", composed.subject, composed.text));
        }
    }
    insta::assert_snapshot!(read.join("==========\n"));
}
