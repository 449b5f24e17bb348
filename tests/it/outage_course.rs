//! The course of an outage: seen before, nobody else's, longer than expected, back at once.

use crate::amending::letters;
use crate::outage::{confirmed, failed, looked, state, story};
use crate::people::{INOUE, Person, SATO, TAKAHASHI, YAMADA};
use crate::world::{CONFOCAL, moment};

#[test]
fn what_it_touches_must_have_been_seen_and_others_managers_know_nothing_of_it() {
    let (house, _) = story();
    house.set_clock("2027-02-16 13:30");
    let manager = house.signed_in(&YAMADA);
    let page = looked(&manager, "2027-02-16T13:20", "2027-02-26T17:00");
    let form = page.form("/manage/outages/register");
    confirmed(&house, &SATO, "2027-02-26 09:00", 120);
    let changed = manager.submit(&form).expect(422);
    assert!(
        changed.words().contains("確かめたときから変わりました"),
        "{}",
        changed.words()
    );
    assert_eq!(house.count("outage"), 0);
    manager
        .submit(&changed.form("/manage/outages/register"))
        .expect(303);
    assert_eq!(house.count("outage_effect"), 6);
    // another facility's manager
    let inoue = house.signed_in(&INOUE);
    let address = manager.get("/manage/outages").expect(200);
    let address = crate::preflight::hrefs(&address.text())
        .into_iter()
        .find(|href| href.starts_with("/manage/outages/") && !href.ends_with("register"))
        .unwrap();
    inoue.get(&address).expect(404);
    let theirs = manager
        .get(&address)
        .expect(200)
        .form(&format!("{address}/end"));
    let theirs = theirs.with("csrf", &inoue.csrf());
    inoue.submit(&theirs).expect(404);
    let foreign = looked(&inoue, "2027-03-16T13:20", "2027-03-26T17:00");
    assert!(foreign.words().contains("機器"), "{}", foreign.words());
    assert!(!foreign.text().contains("name=\"seen\""));
    // wrong input is said all at once, and kept
    let empty = manager
        .get("/manage/outages/register?stop_from=&stop_until=")
        .expect(200);
    for what in ["機器", "停止の種類", "停止の開始", "停止の終わり"] {
        assert!(empty.words().contains(what), "{}", empty.words());
    }
}

#[test]
fn who_was_called_off_comes_first_in_line_and_a_longer_outage_touches_more() {
    let (house, _) = story();
    let (manager, address) = failed(&house);
    // on the line for 8 March: Takahashi, whose booking had been called off, comes before whoever was earlier
    let taken = confirmed(&house, &SATO, "2027-03-08 09:00", 480);
    let join = |who: &Person| {
        let client = house.signed_in(who);
        let path = format!("/waitlist/new?resource={CONFOCAL}&start=2027-03-08T09:00&len=480");
        let form = client.get(&path).expect(200).form("/waitlist/new");
        client.submit(&form.with("wait_when", "exact")).expect(303);
    };
    join(&INOUE);
    join(&TAKAHASHI);
    // the outage lasts longer: what it touches besides is shown first
    let longer = manager
        .get(&format!("{address}?stop_until=2027-03-09T17:00"))
        .expect(200);
    assert!(
        longer.words().contains(&taken.to_string()),
        "{}",
        longer.words()
    );
    let postpone = format!("{address}/postpone");
    manager.submit(&longer.form(&postpone)).expect(303);
    assert_eq!(state(&house, taken), "cancelled_by_facility");
    // and is back at once: Sato has the old time kept, who waits gets nothing
    let back = manager.get(&address).expect(200);
    let end = back.form(&format!("{address}/end"));
    house.set_clock("2027-02-17 10:00");
    manager
        .submit(&end.with("ended_at", "2027-02-17T09:00"))
        .expect(303);
    assert!(letters(&house, "slot_offered").is_empty());
    let sato = house.signed_in(&SATO);
    let mine = sato.get("/my/waitlist").expect(200);
    assert!(mine.words().contains("3月8日"), "{}", mine.words());
    // declining both of his serves the line: first whose own booking had been called off
    sato.submit(&mine.form("/decline")).expect(303);
    assert!(letters(&house, "slot_offered").is_empty());
    let mine = sato.get("/my/waitlist").expect(200);
    sato.submit(&mine.form("/decline")).expect(303);
    assert_eq!(letters(&house, "slot_offered"), [TAKAHASHI.email]);
}

#[test]
fn an_earlier_end_touches_nothing_and_gives_time_back() {
    let (house, _) = story();
    let (manager, address) = failed(&house);
    let offered = || house.count("slot_offer where state = 'open'");
    assert_eq!(offered(), 0);
    let end = moment("2027-02-19 09:00").unix();
    let shorter = manager
        .get(&format!("{address}?stop_until=2027-02-19T09:00"))
        .expect(200);
    assert!(
        shorter.words().contains("停止を短くする"),
        "{}",
        shorter.words()
    );
    let form = shorter.form(&format!("{address}/postpone"));
    manager.submit(&form).expect(303);
    assert_eq!(house.count(&format!("outage where until_at = {end}")), 1);
    assert!(
        offered() > 0,
        "what was called off from then on is kept for its users"
    );
    assert!(
        shorter.words().contains("2027年2月19日"),
        "to what it changes"
    );
    // an end that has passed, or none, is no expectation: that is said before anything can be pressed
    for wrong in ["2027-02-01T09:00", "2027-02-16T13:25", ""] {
        let page = manager.get(&format!("{address}?stop_until={wrong}"));
        let page = page.expect(200);
        assert!(!page.words().contains("停止を短くする"), "{wrong}");
        assert!(
            page.words().contains("送信できませんでした"),
            "{wrong}: {}",
            page.words()
        );
        let post = [("stop_until", wrong), ("seen", "")];
        manager
            .post(&format!("{address}/postpone"), &post)
            .expect(422);
    }
    assert_eq!(house.count(&format!("outage where until_at = {end}")), 1);
}

#[test]
fn an_outage_can_be_made_longer_however_long_ago_it_began() {
    let (house, _) = story();
    let (_, address) = failed(&house);
    let postpone = |until: &str| {
        let manager = house.signed_in(&YAMADA);
        let page = manager.get(&format!("{address}?stop_until={until}"));
        let form = page.expect(200).form(&format!("{address}/postpone"));
        manager.submit(&form).expect(303);
    };
    postpone("2027-04-10T09:00");
    house.set_clock("2027-04-02 10:00");
    postpone("2027-04-12T09:00");
    let end = moment("2027-04-12 09:00").unix();
    assert_eq!(house.count(&format!("outage where until_at = {end}")), 1);
}
