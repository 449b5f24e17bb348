//! What institutions agreed on in the demonstration: equivalences, and a waiver for one person.

use crate::cli::demo_world::post::Guest;
use crate::cli::demo_world::story::Troupe;
use crate::domain::equivalence::Line;
use crate::domain::gate::Gate;
use crate::domain::id::{EquivalenceId, WaiverId, born};
use crate::domain::name::Name;
use crate::domain::parameter::Parameter;
use crate::domain::policy::waiver::Waiver;
use crate::domain::training::Course;
use crate::domain::world::known::{Recognised, Waived};

/// A line: who recognises, for which gate, whose, and the courses of both where it names them.
type Plan = (&'static str, Gate, Option<&'static str>, [Option<At>; 2]);
/// A course by its facility and code.
type At = (&'static str, &'static str);

const CONFOCAL: Option<At> = Some(("ncvc-imaging", "confocal"));
const BASIC: Option<At> = Some(("ncgg-ri", "basic"));
const LINES: [Plan; 4] = [
    ("ncvc", Gate::Training, Some("ncgg"), [CONFOCAL, BASIC]),
    ("ncgg", Gate::Training, Some("ncvc"), [BASIC, CONFOCAL]),
    ("qst", Gate::RadiationWorker, Some("riken"), [None, None]),
    ("ncchd", Gate::BiosafetyTraining, None, [None, None]),
];

/// 読替え表: what institutions recognise of each other.
pub fn equivalences(troupe: &Troupe<'_>, courses: &[Course]) -> Vec<Recognised> {
    let course = |(facility, code): At| {
        let facilities = &troupe.land.facilities;
        let owner = facilities.iter().find(|one| one.slug == facility)?.id;
        let mut all = courses.iter();
        all.find(|one| one.facility == owner && one.code == code)
            .map(|one| one.id)
    };
    let line = |(number, (institution, gate, issuer, [ours, theirs])): (usize, &Plan)| {
        let line = Line {
            id: EquivalenceId::new(born(troupe.at.unix(), 9, u16::try_from(number).ok()?)),
            institution: troupe.institution(institution)?,
            gate: *gate,
            course: ours.and_then(course),
            issuer: issuer.and_then(|slug| troupe.institution(slug)),
            issuer_course: theirs.and_then(course),
            most_months: 12,
            note: Name {
                ja: "見本の読替えです。".to_owned(),
                en: "An example for the demonstration.".to_owned(),
            },
            ends_on: None,
        };
        Some(Recognised {
            line,
            at: troupe.at.plus_minutes(-90 * 24 * 60),
            by: None,
        })
    };
    LINES.iter().enumerate().filter_map(line).collect()
}

/// 例外: somebody from abroad may use the cryo-electron microscope for a joint project.
pub fn waivers(troupe: &Troupe<'_>) -> Vec<Waived> {
    let resource = troupe
        .land
        .resources
        .iter()
        .find(|one| one.slug == "riken-cryo-em");
    let (Some(user), Some(resource), Some(officer)) = (
        troupe.guest(Guest::Overseas),
        resource,
        troupe.known("watanabe.makoto"),
    ) else {
        return Vec::new();
    };
    let waiver = Waiver {
        id: WaiverId::new(born(troupe.at.unix(), 10, 0)),
        parameter: Parameter::EligibleOrgClasses,
        from: troupe.at.day(),
        until: troupe.day(365),
        reason: "共同研究契約（見本）に基づく利用のため。".to_owned(),
        by: officer.name.clone(),
    };
    vec![Waived {
        waiver,
        resource: resource.id,
        user: user.id,
        at: troupe.at.plus_minutes(-20 * 24 * 60),
        by: Some(officer.id),
    }]
}
