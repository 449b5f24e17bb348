//! The life of a request without a slot against a model: random deeds, in the pure and on the database.

use proptest::prelude::{Strategy, any, prop};
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use madoguchi::acts;
use madoguchi::domain::actor::Actor;
use madoguchi::domain::halt::{Decision as Decided, Halt};
use madoguchi::domain::id::ServiceId;
use madoguchi::domain::service_request::change::Changed;
use madoguchi::domain::service_request::decide;
use madoguchi::domain::service_request::grant::{self, Grant};
use madoguchi::domain::service_request::life::{Deed, next};
use madoguchi::domain::service_request::provision::{self, Handover};
use madoguchi::domain::service_request::report::{self, Final};
use madoguchi::domain::service_request::state::State;
use madoguchi::domain::service_request::{Contract, Payment, Standing, apply};
use madoguchi::domain::time::parse_day;
use madoguchi::store::service_request::gather;

use crate::house::House;
use crate::people::Person;
use crate::without_slot::{NAKAJIMA, ONO, biobank};

/// The deeds that a model step tries, each with everything in it that it needs.
const DEEDS: [Deed; 20] = [
    Deed::Screen,
    Deed::HandBack,
    Deed::Grant,
    Deed::GrantInPart,
    Deed::Accept,
    Deed::Decline,
    Deed::Reject,
    Deed::Withdraw,
    Deed::CallOff,
    Deed::Extend,
    Deed::NoteSignature,
    Deed::Sign,
    Deed::Settle,
    Deed::Deliver,
    Deed::Receive,
    Deed::Report,
    Deed::Finish,
    Deed::Dispose,
    Deed::Close,
    Deed::Answer,
];

fn is_applicants(deed: Deed) -> bool {
    matches!(
        deed,
        Deed::Accept
            | Deed::Decline
            | Deed::Withdraw
            | Deed::Extend
            | Deed::Receive
            | Deed::Report
            | Deed::Finish
            | Deed::Dispose
    )
}

/// Does it, with everything that it needs.
fn decision(deed: Deed, standing: &Standing, by: &Actor) -> Decided<Changed> {
    let asked = standing.request.lines[0].item.quantity;
    match deed {
        Deed::Screen => decide::screen(standing, by),
        Deed::HandBack => decide::hand_back(standing, "理由", by),
        Deed::Grant => grant::grant(standing, &granting(asked, by), by),
        Deed::GrantInPart => grant::grant(standing, &granting(Some(150), by), by),
        Deed::Accept => decide::accept(standing, by),
        Deed::Decline => decide::decline(standing, by),
        Deed::Reject => decide::reject(standing, "理由", by),
        Deed::Withdraw => apply::withdraw(standing, by),
        Deed::CallOff => decide::call_off(standing, "理由", by),
        Deed::Extend => decide::extend(standing, "2", longer(standing), by),
        _ => providing(deed, standing, by),
    }
}

/// The deeds from the contract on.
fn providing(deed: Deed, standing: &Standing, by: &Actor) -> Decided<Changed> {
    let today = Some(by.at.day());
    let contract = |recipient_on| Contract {
        number: String::new(),
        provider_on: today,
        recipient_on,
    };
    let handover = Handover {
        on: today,
        amounts: vec![standing.request.lines[0].granted],
        until: None,
    };
    let told = |left: u32| Final {
        body: "終了".into(),
        left: vec![Some(left)],
        disposed_on: today,
        disposal: "焼却".into(),
    };
    match deed {
        Deed::NoteSignature => provision::sign(standing, &contract(None), by),
        Deed::Sign => provision::sign(standing, &contract(today), by),
        Deed::Settle => provision::settle(standing, Some(Payment::Settled), by),
        Deed::Deliver => provision::deliver(standing, &handover, by),
        Deed::Receive => provision::receive(standing, today, by),
        Deed::Report => report::report(standing, "報告", by),
        Deed::Finish => report::finish(standing, &told(0), by),
        Deed::Dispose => report::finish(standing, &told(1), by),
        Deed::Close => report::close(standing, "理由", by),
        _ => decide::answer(standing, "回答", by),
    }
}

fn granting(amount: Option<u32>, by: &Actor) -> Grant {
    Grant {
        amounts: vec![amount],
        on: Some(by.at.day()),
        number: "R8-12".into(),
        conditions: String::new(),
    }
}

/// A day longer than the approval lasts.
fn longer(standing: &Standing) -> Option<chrono::NaiveDate> {
    let until = standing.request.about.ethics.until;
    until.and_then(|day| day.succ_opt())
}

/// Sends the request that is walked.
fn sent(house: &House) -> ServiceId {
    let client = house.signed_in(&NAKAJIMA);
    let no = crate::without_slot::apply(&client, "2029-12-31");
    no.parse().unwrap()
}

fn standing(house: &House, id: ServiceId) -> Standing {
    gather::view(&mut house.conn(), id, house.rooms.clock.now()).unwrap()
}

/// Does a deed on the database, as the applicant or as the manager.
pub fn done(
    house: &House,
    (applicant, manager): (&Person, &Person),
    id: ServiceId,
    deed: Deed,
) -> Result<ServiceId, Halt> {
    if is_applicants(deed) {
        return house.act(applicant, move |tx, by| {
            acts::service_request::own(tx, by, id, |standing, by| decision(deed, standing, by))
        });
    }
    house.act(manager, move |tx, by| {
        acts::service_request::manage(tx, by, id, |standing, by| decision(deed, standing, by))
    })
}

/// Walks of deeds, always the same ones.
fn walks(count: usize) -> Vec<Vec<usize>> {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let walk = prop::collection::vec((0..DEEDS.len(), any::<bool>()), 40..60);
    (0..count)
        .map(|_| {
            let steps = walk.new_tree(&mut runner).unwrap().current();
            // half of the steps go the way that leads on, so that walks come to their end
            let way = [0, 3, 4, 10, 11, 12, 13, 14, 15, 17];
            let mut at = 0;
            steps
                .into_iter()
                .map(|(deed, leads_on)| {
                    if leads_on && at < way.len() {
                        at += 1;
                        way[at - 1]
                    } else {
                        deed
                    }
                })
                .collect()
        })
        .collect()
}

#[test]
fn the_database_goes_where_the_table_of_deeds_leads() {
    let house = biobank();
    let mut reached = std::collections::BTreeSet::new();
    for walk in walks(12) {
        house.set_clock("2026-12-10 10:00");
        let id = sent(&house);
        let mut model = standing(&house, id).request;
        for (step, deed) in walk.into_iter().map(|at| DEEDS[at]).enumerate() {
            // each step on a later minute of the same days, so that every day is in order
            house.set_clock(&format!("2027-04-{:02} 10:00", 1 + step % 28));
            let wanted = next(&model.chain, model.state, deed);
            let found = done(&house, (&NAKAJIMA, &ONO), id, deed);
            let kept = standing(&house, id).request;
            match (wanted, found) {
                (Some(to), Ok(_)) => {
                    assert_eq!(kept.state, to, "{deed:?} from {:?}", model.state);
                    assert_eq!(kept.version, model.version + 1);
                }
                // also on the way: a day of the walk may lie before the one it has to follow
                (_, Err(Halt::Refused(_))) => assert_eq!(kept, model, "{deed:?}"),
                (wanted, found) => panic!("{deed:?}: {wanted:?}, {found:?}"),
            }
            model = kept;
            reached.insert(model.state.code());
            assert_invariants(&model);
        }
    }
    assert!(reached.len() >= 10, "{reached:?}");
}

/// What holds of every request at every moment.
fn assert_invariants(request: &madoguchi::domain::service_request::ServiceRequest) {
    let line = &request.lines[0];
    if request.state.is_provided() && request.state != State::Finished {
        assert!(request.contract.is_signed(), "{request:?}");
        assert!(request.payment.is_some() && request.delivered_on.is_some());
    }
    assert!(line.granted <= line.item.quantity);
    assert!(line.delivered <= line.granted);
    assert!(line.left <= line.delivered);
    assert_eq!(request.ended_on.is_some(), request.state.is_over());
    let first = parse_day("2026-12-10");
    assert_eq!(request.asked_on, first);
}
