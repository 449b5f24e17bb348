//! Forms and numbers beyond all measure: refused whole, and never an error of ours.

use crate::asking::filled;
use crate::house::House;
use crate::people::SATO;
use crate::world::CRYO;

const FORM: &str = "application/x-www-form-urlencoded";

#[test]
fn f04_f05_what_is_no_form_is_refused_whole() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let form = filled(&client, CRYO, "2027-02-03 09:00", 1440);
    let good: Vec<String> = form
        .pairs()
        .map(|(name, value)| format!("{name}={}", madoguchi::web::form::encode(value)))
        .collect();
    let good = good.join("&");
    let many: String = (0..300).map(|number| format!("&x{number}=1")).collect();
    let before = house.dump();
    for (name, extra) in [
        ("a name twice", "&purpose=x"),
        ("the resource twice", "&resource=ncchd-ngs"),
        ("the id twice", "&id=0000000000000"),
        ("half an escape", "&x=%4"),
        ("an escape that is none", "&x=%GG"),
        ("no UTF-8", "&x=%ff%fe"),
        ("an overlong slash", "&x=%c0%af"),
        ("half a surrogate", "&x=%ed%a0%80"),
        ("too many", many.as_str()),
    ] {
        let sent = client
            .request("POST", &form.action)
            .body(FORM, format!("{good}{extra}"))
            .send();
        assert_eq!(sent.status, 400, "{name}");
    }
    let mut raw = good.clone().into_bytes();
    raw.extend_from_slice(b"&x=\xff\xfe");
    client
        .request("POST", &form.action)
        .body(FORM, raw)
        .send()
        .expect(400);
    assert_eq!(house.dump(), before);
}
