//! Questions in addresses that nobody means: each gets an answer, soon, and never an error of ours.

use std::time::{Duration, Instant};

use crate::house::House;
use crate::people::SATO;
use crate::world::CRYO;

const NUMBERS: [&str; 9] = [
    "-1",
    "0",
    "9223372036854775808",
    "1e9",
    "%00",
    "%ff",
    "",
    "１",
    "2026-02-30",
];

const NAMES: [&str; 13] = [
    "page",
    "per_page",
    "q",
    "institution",
    "category",
    "kind",
    "on",
    "week",
    "date",
    "from",
    "r",
    "start",
    "len",
];

#[test]
fn f06_f07_strange_questions_get_an_answer() {
    let house = House::new();
    let client = house.signed_in(&SATO);
    let long = "a%25".repeat(2_000);
    for path in [
        "/resources",
        "/availability",
        "/institutions",
        "/my/requests",
        &format!("/resources/{CRYO}"),
        &format!("/f/panel/{CRYO}"),
    ] {
        for name in NAMES {
            for number in NUMBERS {
                let asked = format!("{path}?{name}={number}");
                let status = client.get(&asked).status;
                assert!(status < 500, "{asked}: {status}");
            }
            let twice = client.get(&format!("{path}?{name}=1&{name}=2")).status;
            assert!(twice < 500, "{path}?{name} twice: {twice}");
        }
        let began = Instant::now();
        let status = client.get(&format!("{path}?q={long}")).status;
        assert!(status < 500, "{path} with 8 kB: {status}");
        assert!(
            began.elapsed() < Duration::from_secs(2),
            "{path}: {:?}",
            began.elapsed()
        );
    }
}
