//! G05: series of bookings: absurd ones, conflicts on some dates, crossing ones, giving several dates up.

use madoguchi::domain::parameter::Parameter;

use crate::asking::{filled, number};
use crate::client::{Answer, Client};
use crate::form::Form;
use crate::house::House;
use crate::people::{KIM, SATO};
use crate::preflight::publish;
use crate::world::CONFOCAL;

/// A house whose confocal microscope takes series.
pub fn offering(more: &[(Parameter, &str)]) -> House {
    let house = House::new();
    let said = [&[(Parameter::AllowRecurring, "yes")], more].concat();
    publish(&house, "ncgg-ri", 4003, &said);
    house
}

/// The form for a weekly hour from a day on, so many times.
fn weekly(client: &Client, start: &str, times: &str) -> Form {
    let form = filled(client, CONFOCAL, &format!("{start} 10:00"), 60);
    form.with("every", "7").with("times", times)
}

pub fn sent(client: &Client, start: &str, times: &str) -> String {
    number(&client.submit(&weekly(client, start, times)).expect(303))
}

/// The section of a request's page in which several dates are given up.
fn give_up(client: &Client, number: &str, extent: &str) -> Form {
    let page: Answer = client.get(&format!("/requests/{number}")).expect(200);
    let path = format!("/requests/{number}/series");
    page.form(&path).with("extent", extent)
}

#[test]
fn g05_series_without_end_or_step_are_refused_in_words() {
    let house = offering(&[]);
    let sato = house.signed_in(&SATO);
    let plain = filled(&sato, CONFOCAL, "2027-01-07 10:00", 60);
    for (every, last_day, times, said) in [
        ("1", "", "1000000000", "定期予約は366回までです"),
        ("7", "9999-12-31", "", "定期予約の最終日を読み取れません"),
        ("7", "2029-12-31", "", "12か月（2028年1月7日（金））まで"),
        ("0", "", "3", "1日から366日までです"),
        ("-1", "", "3", "繰り返しの間隔を読み取れません"),
        ("7", "", "", "定期予約の回数"),
        ("", "", "3", "繰り返しの間隔"),
        ("7", "", "1", "2回目の日がありません"),
    ] {
        let form = plain.clone().with("every", every).with("times", times);
        let refused = sato.submit(&form.with("last_day", last_day)).expect(422);
        assert!(
            refused.words().contains(said),
            "{said}: {}",
            refused.words()
        );
        assert_eq!(
            refused.form("/requests").value("every"),
            if every == "-1" { "" } else { every }
        );
    }
    assert_eq!(house.count("booking") + house.count("bundle"), 0);
}

#[test]
fn g05_a_conflict_on_one_date_stops_all_or_is_left_out_as_chosen() {
    let house = offering(&[]);
    let (sato, kim) = (house.signed_in(&SATO), house.signed_in(&KIM));
    kim.submit(&filled(&kim, CONFOCAL, "2027-01-14 10:00", 60))
        .expect(303);
    let form = weekly(&sato, "2027-01-07", "4");
    // who did not see which dates are left out is shown them first
    for conflicts in ["all", "skip"] {
        let refused = sato
            .submit(&form.clone().with("conflicts", conflicts))
            .expect(422);
        let words = refused.words();
        assert!(words.contains("申請できない日が1日あります"), "{words}");
        assert!(words.contains("2027年1月14日（木）10:00～11:00"), "{words}");
    }
    assert_eq!(house.count("booking"), 1);
    let refused = sato.submit(&form).expect(422);
    let skip = refused.form("/requests").with("conflicts", "skip");
    let skip = skip.with("agree", form.value("agree"));
    let done = sato.submit(&skip).expect(303);
    let again = sato.submit(&skip).expect(303);
    assert_eq!(again.header("location"), done.header("location"));
    assert_eq!(
        house.count("booking where bundle_id is not null and user_id = 1001"),
        3
    );
    assert_eq!(
        (
            house.count("bundle"),
            house.count("event where kind = 'booking.requested'")
        ),
        (1, 4)
    );
    // one letter to each, and the page lists all dates
    assert_eq!(house.count("outbox where letter = 'received'"), 2);
    let page = sato
        .get(&format!("/requests/{}", number(&done)))
        .expect(200)
        .words();
    for day in ["1月7日", "1月21日", "1月28日"] {
        assert!(page.contains(day), "{day}: {page}");
    }
}

#[test]
fn g05_each_date_is_judged_like_a_request_of_its_own() {
    let house = offering(&[(Parameter::MaxOpenBookingsPerUser, "2")]);
    let sato = house.signed_in(&SATO);
    let refused = sato
        .submit(&weekly(&sato, "2027-01-07", "3"))
        .expect(422)
        .words();
    assert!(
        refused.contains("申請できない日が1日あります")
            && refused.contains("2027年1月21日（木）10:00"),
        "{refused}"
    );
    sent(&sato, "2027-01-07", "2");
    // beyond the horizon, on a closed day
    let refused = sato
        .submit(&weekly(&sato, "2027-01-05", "40"))
        .expect(422)
        .words();
    assert!(refused.contains("2027年3月23日"), "{refused}");
    assert_eq!(house.count("booking"), 2);
}

#[test]
fn g05_of_two_series_that_cross_one_is_made_whole() {
    let house = offering(&[]);
    let forms: Vec<(Client, Form)> = [(SATO, "2027-01-07"), (KIM, "2027-01-14")]
        .iter()
        .map(|(person, start)| {
            let client = house.signed_in(person);
            let form = weekly(&client, start, "3");
            (client, form)
        })
        .collect();
    let mut found: Vec<u16> = std::thread::scope(|scope| {
        let threads: Vec<_> = forms
            .iter()
            .map(|(client, form)| scope.spawn(move || client.submit(form).status))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    found.sort_unstable();
    assert_eq!(found, [303, 422]);
    assert_eq!((house.count("booking"), house.count("bundle")), (3, 1));
}

#[test]
fn g05_this_and_following_and_all_are_given_up_also_while_one_is_withdrawn() {
    let house = offering(&[]);
    let (sato, kim) = (house.signed_in(&SATO), house.signed_in(&KIM));
    let first = sent(&sato, "2027-01-07", "4");
    let page = sato.get(&format!("/requests/{first}")).expect(200);
    let second = crate::preflight::hrefs(&page.text())
        .into_iter()
        .find_map(|href| {
            Some(href.strip_prefix("/requests/")?.to_owned())
                .filter(|id| id.len() == 13 && *id != first)
        })
        .unwrap();
    let following = give_up(&sato, &second, "following");
    // nobody else's, and no series where there is none
    kim.post(&format!("/requests/{second}/series"), &[("extent", "all")])
        .expect(404);
    let withdraw = sato
        .get(&format!("/requests/{second}"))
        .expect(200)
        .form("/withdraw");
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let threads = [&following, &withdraw].map(|form| {
            let sato = &sato;
            scope.spawn(move || sato.submit(form).status)
        });
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    assert!(
        statuses.iter().all(|status| [303, 422].contains(status)) && statuses.contains(&303),
        "{statuses:?}"
    );
    sato.post(
        &format!("/requests/{second}/series"),
        &[("extent", "following")],
    );
    assert_eq!(house.count("booking where state = 'withdrawn'"), 3);
    assert_eq!(house.count("allocation"), 1);
    sato.submit(&give_up(&sato, &first, "all")).expect(303);
    assert_eq!(house.count("booking where state = 'withdrawn'"), 4);
    sato.post(&format!("/requests/{first}/series"), &[("extent", "all")])
        .expect(422);
}

#[test]
fn g05_a_series_is_for_whom_the_rule_says() {
    for (said, may, may_not, why) in [
        ("own", Some(SATO), Some(KIM), "機関の方だけが申請できます"),
        ("no", None, Some(SATO), "定期予約を受け付けていません"),
        ("yes", Some(KIM), None, ""),
    ] {
        let house = House::new();
        publish(
            &house,
            "ncgg-ri",
            4003,
            &[(Parameter::AllowRecurring, said)],
        );
        let path = format!("/requests/new?resource={CONFOCAL}&start=2027-01-07T10:00&len=60");
        if let Some(person) = may {
            let client = house.signed_in(&person);
            assert!(
                client
                    .get(&path)
                    .expect(200)
                    .text()
                    .contains("name=\"every\"")
            );
            sent(&client, "2027-01-07", "3");
        }
        if let Some(person) = may_not {
            let client = house.signed_in(&person);
            assert!(
                !client
                    .get(&path)
                    .expect(200)
                    .text()
                    .contains("name=\"every\"")
            );
            let refused = client
                .submit(&weekly(&client, "2027-01-08", "3"))
                .expect(422);
            assert!(refused.words().contains(why), "{}", refused.words());
        }
        assert_eq!(house.count("booking"), if may.is_some() { 3 } else { 0 });
    }
}
