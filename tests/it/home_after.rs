//! 所属責任者の承諾: what ends it, what follows it, and series.

use madoguchi::acts;
use madoguchi::acts::home::Answer;
use madoguchi::domain::halt::Halt;
use madoguchi::domain::id::BookingId;
use madoguchi::domain::parameter::Parameter;
use madoguchi::domain::parameter::value::Value;
use madoguchi::jobs;

use crate::amending::letters;
use crate::asking::{filled, number};
use crate::home::{START, asked, asking, named, state};
use crate::lab::{HAYASHI, NISHIMURA, NSIM};
use crate::people::{KIM, SATO, TAKAHASHI};
use crate::sheet::codes;

#[test]
fn what_nobody_at_home_answers_lapses_and_the_applicant_takes_it_back_or_the_facility_rejects_it() {
    let house = asking(&[]);
    let sato = house.signed_in(&SATO);
    named(&sato, TAKAHASHI.email).expect(303);
    let ids: Vec<String> = ["2026-05-12 10:00", "2026-05-13 10:00", "2026-05-14 10:00"]
        .map(|start| number(&sato.submit(&filled(&sato, NSIM, start, 120)).expect(303)))
        .into();
    let page = sato.get(&format!("/requests/{}", ids[0])).expect(200);
    sato.submit(&page.form("/withdraw")).expect(303);
    let manager = house.signed_in(&NISHIMURA);
    let desk = manager
        .get(&format!("/manage/requests/{}", ids[1]))
        .expect(200);
    let no = desk.form("/reject").with("reason", "その週は使えません");
    manager.submit(&no).expect(303);
    house.set_clock("2026-05-14 10:00");
    house.wait(jobs::lapse::turn(&house.rooms)).unwrap();
    for over in ["withdrawn", "rejected", "expired"] {
        assert_eq!(state(&house, over), 1, "{over}");
    }
    assert_eq!(house.count("allocation"), 0);
    let late: BookingId = ids[2].parse().unwrap();
    let tried = house.act(&TAKAHASHI, move |tx, by| {
        acts::home::answer(tx, by, late, &Answer::Agree)
    });
    assert!(matches!(tried, Err(Halt::Refused(_))));
}

#[test]
fn closed_gates_hold_it_after_the_agreement() {
    let gates = [(Parameter::Gates, codes(&["org_pledge"]))];
    let house = asking(&gates);
    let id = asked(&house);
    assert_eq!(state(&house, "user_side"), 1);
    let home = house.signed_in(&TAKAHASHI);
    let mut form = home.get(&format!("/endorse/{id}")).expect(200).form("");
    form.action = format!("/endorse/{id}/agree");
    home.submit(&form).expect(303);
    assert_eq!(state(&house, "held"), 1);
    assert_eq!(letters(&house, "approval_asked"), Vec::<String>::new());
    assert_eq!(letters(&house, "held"), [SATO.email, NISHIMURA.email]);
}

#[test]
fn what_competes_does_so_before_and_after_the_agreement() {
    let chosen = [(
        Parameter::PriorityRule,
        Value::Code("manager_decides".into()),
    )];
    let house = asking(&chosen);
    let id = asked(&house);
    assert_eq!(
        (house.count("allocation"), house.count("competing_claim")),
        (0, 1)
    );
    // a change before that competes for another time
    let sato = house.signed_in(&SATO);
    let change = sato
        .get(&format!("/requests/{id}/change"))
        .expect(200)
        .form("/change");
    sato.submit(&change.with("start", "2026-05-12T12:00"))
        .expect(303);
    assert_eq!(
        (house.count("allocation"), house.count("competing_claim")),
        (0, 1)
    );
    let rival = house.signed_in(&HAYASHI);
    named(&rival, KIM.email).expect(303);
    rival.submit(&filled(&rival, NSIM, START, 240)).expect(303);
    let home = house.signed_in(&TAKAHASHI);
    let mut form = home.get(&format!("/endorse/{id}")).expect(200).form("");
    form.action = format!("/endorse/{id}/agree");
    home.submit(&form).expect(303);
    assert_eq!(
        (state(&house, "submitted"), state(&house, "user_side")),
        (1, 1)
    );
    let manager = house.signed_in(&NISHIMURA);
    let compared = manager.get(&format!("/manage/conflicts/{id}")).expect(200);
    assert!(compared.words().contains("所属責任者の承諾を待っている"));
    assert_eq!(compared.text().matches("/approve\"").count(), 1);
}

#[test]
fn the_dates_of_a_series_are_agreed_to_together() {
    let house = asking(&[(Parameter::AllowRecurring, Value::Code("yes".into()))]);
    let sato = house.signed_in(&SATO);
    named(&sato, TAKAHASHI.email).expect(303);
    let form = filled(&sato, NSIM, START, 120)
        .with("every", "7")
        .with("times", "3");
    let id = number(&sato.submit(&form).expect(303));
    assert_eq!(state(&house, "user_side"), 3);
    assert_eq!(
        letters(&house, "endorse_asked").len(),
        1,
        "one letter for all"
    );
    let home = house.signed_in(&TAKAHASHI);
    let page = home.get(&format!("/endorse/{id}")).expect(200);
    assert!(page.words().contains("まとめて承諾"), "{}", page.words());
    let mut form = page.form("");
    form.action = format!("/endorse/{id}/agree");
    home.submit(&form).expect(303);
    assert_eq!(state(&house, "facility_review"), 3);
    assert_eq!(letters(&house, "approval_asked").len(), 1);
}
