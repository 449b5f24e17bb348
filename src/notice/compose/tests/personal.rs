//! Letters about trainings and the clock's reminders, as their readers see them.

use crate::domain::gate::Gate;
use crate::domain::id::{BookingId, TrainingId};
use crate::domain::language::Language;
use crate::domain::letter::Letter;
use crate::domain::letter::reminder::{Affected, ConsentDue, Expiring, ReminderFacts};
use crate::domain::letter::slot::{SlotFacts, SlotNews};
use crate::domain::letter::training::{TrainingFacts, TrainingNews};
use crate::domain::letter::waiver::{WaiverFacts, WaiverNews};
use crate::domain::name::Name;
use crate::domain::time::{Span, parse_local};
use crate::notice::compose::tests::{to, written};

fn name(ja: &str, en: &str) -> Name {
    Name {
        ja: ja.into(),
        en: en.into(),
    }
}

fn training(about: TrainingNews) -> Letter {
    let completed = about == TrainingNews::Completed;
    Letter::Training(Box::new(TrainingFacts {
        about,
        training: TrainingId::new(3),
        course: name("超解像顕微鏡 操作講習", "Super-resolution microscopy"),
        facility: name("イメージング室", "Imaging core"),
        institution: name("国循", "NCVC"),
        span: Span::of_minutes(parse_local("2027-02-02T13:00").unwrap(), 180).unwrap(),
        place: "研究棟1階".into(),
        licence: completed.then(|| "L-0231".into()),
        valid_until: completed.then(|| "2028-02-01".parse().unwrap()),
        reason: (about == TrainingNews::CalledOff)
            .then(|| "装置の故障のため。\n次の回を準備しています。".into()),
    }))
}

fn reminders() -> Vec<Letter> {
    let consent = ConsentDue {
        title: name("イメージング室 利用規則", "Rules of the imaging core"),
        version: "3.0".into(),
        unit: name("イメージング室", "Imaging core"),
        effective_on: "2027-01-01".parse().unwrap(),
        due: parse_local("2027-01-08T17:00").unwrap(),
        bookings: vec![Affected {
            booking: BookingId::new(9),
            resource: name("共焦点顕微鏡 FV4000", "Confocal microscope FV4000"),
            span: Span::of_minutes(parse_local("2027-01-14T10:00").unwrap(), 240).unwrap(),
        }],
    };
    let expiring = |gate: Gate| Expiring {
        gate: gate.code().into(),
        course: (gate == Gate::Training)
            .then(|| name("超解像顕微鏡 操作講習", "Super-resolution microscopy")),
        number: "L-0231".into(),
        issuer: Some(name("国循", "NCVC")),
        valid_until: "2027-01-31".parse().unwrap(),
        days_left: 30,
        next: (gate == Gate::Training).then(|| parse_local("2027-02-02T13:00").unwrap()),
    };
    [
        ReminderFacts::ConsentDue(consent),
        ReminderFacts::Expiring(expiring(Gate::Training)),
        ReminderFacts::Expiring(expiring(Gate::HealthCheck)),
    ]
    .map(|facts| Letter::Reminder(Box::new(facts)))
    .into()
}

fn waiver(about: WaiverNews) -> Letter {
    Letter::Waiver(Box::new(WaiverFacts {
        about,
        resource: name("共焦点顕微鏡 FV4000", "Confocal microscope FV4000"),
        slug: "ncvc-fv4000".into(),
        facility: name("イメージング室", "Imaging core"),
        institution: name("国循", "NCVC"),
        parameter: "lead_business_days".into(),
        from: "2027-01-14".parse().unwrap(),
        until: "2027-01-15".parse().unwrap(),
        applicant: "鈴木 航".into(),
        by: (about != WaiverNews::Asked).then(|| "西村 拓海".into()),
        reason: "試料が生きている間に測定する必要があります。".into(),
    }))
}

fn slot(about: SlotNews) -> Letter {
    let (start, end) = ("2027-01-18T09:00", "2027-01-19T09:00");
    Letter::Slot(Box::new(SlotFacts {
        about,
        resource: name("次世代シーケンサー", "Next-generation sequencer"),
        slug: "ncchd-ngs".into(),
        facility: name("共用機器室", "Core facility"),
        institution: name("成育", "NCCHD"),
        span: Span::new(parse_local(start).unwrap(), parse_local(end).unwrap()).unwrap(),
        units: if about == SlotNews::Offered { 1 } else { 50 },
        until: matches!(about, SlotNews::Offered | SlotNews::BackEarly)
            .then(|| parse_local("2027-01-15T10:00").unwrap()),
    }))
}

#[test]
fn letters_about_time_that_became_free_read_as_they_should() {
    let mut read = Vec::new();
    for language in [Language::Ja, Language::En] {
        for news in SlotNews::ALL {
            let composed = written(&to(1, "伊藤 結", language), &slot(*news));
            read.push(format!("{}\n\n{}", composed.subject, composed.text));
            let code = slot(*news).code();
            assert!(!crate::words::mail::status(language, code).is_empty());
        }
    }
    insta::assert_snapshot!(read.join("==========\n"));
}

#[test]
fn letters_about_exceptions_read_as_they_should() {
    let mut read = Vec::new();
    for language in [Language::Ja, Language::En] {
        for news in WaiverNews::ALL {
            let composed = written(&to(1, "林 杏", language), &waiver(*news));
            read.push(format!("{}\n\n{}", composed.subject, composed.text));
            let code = waiver(*news).code();
            assert!(!crate::words::mail::status(language, code).is_empty());
        }
    }
    insta::assert_snapshot!(read.join("==========\n"));
}

#[test]
fn personal_letters_read_as_they_should() {
    let mut read = Vec::new();
    for language in [Language::Ja, Language::En] {
        let trainings = TrainingNews::ALL.iter().map(|news| training(*news));
        for letter in trainings.chain(reminders()) {
            let composed = written(&to(1, "林 杏", language), &letter);
            assert!(composed.entry.is_none());
            read.push(format!("{}\n\n{}", composed.subject, composed.text));
        }
    }
    insta::assert_snapshot!(read.join("==========\n"));
}
