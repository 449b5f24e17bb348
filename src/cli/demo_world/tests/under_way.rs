//! What visitors should find under way, whatever day it is.

use super::{built, everybody, resident};
use crate::cli::demo_world::facility;
use crate::domain::id::FacilityId;
use crate::domain::time::Instant;
use crate::store::booking::{list, proposal, set};
use crate::store::no_show;
use crate::store::world::survey::survey;

#[actix_web::test]
async fn somebody_missed_a_use_a_change_waits_and_two_facilities_are_asked_as_one() {
    for day in ["2027-01-05", "2027-04-02", "2027-05-06", "2026-12-13"] {
        let at: Instant = Instant::of_tokyo(day.parse().unwrap(), 14 * 60);
        let (_folder, db) = built(at).await;
        let land = db.read(survey).await.unwrap();
        let people = resident::residents(everybody(), (&land, at), "hash");
        let sato = people.iter().find(|(one, _)| one.address == "sato.megumi");
        let sato = sato.unwrap().1.id;
        let firsts = ["riken-cryoem", "riken-yokohama-nmr", "riken-rccs"];
        let firsts: Vec<FacilityId> = firsts
            .iter()
            .filter_map(|slug| facility(&land, slug))
            .collect();
        let imaging = facility(&land, "ncvc-imaging").unwrap();
        let found = db.read(move |conn| {
            let asked = list::waiting(conn, &[imaging], 99)?;
            let asked = asked.into_iter().filter(|one| one.user == sato);
            let mut sets = 0;
            for one in asked {
                sets += usize::from(!set::fellows(conn, one.id)?.is_empty());
            }
            Ok((
                no_show::marks(conn, sato)?.len(),
                no_show::appealed(conn, &firsts, 9)?.len(),
                proposal::waiting(conn, &firsts, 9)?.len(),
                sets,
            ))
        });
        assert_eq!(found.await.unwrap(), (1, 1, 1, 1), "{day}");
    }
}
