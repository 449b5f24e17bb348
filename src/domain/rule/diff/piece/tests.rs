//! Laws of comparing bodies, and how it reads.

use std::fmt::Write;

use proptest::prelude::{ProptestConfig, Strategy, prop, prop_assert, prop_assert_eq, proptest};

use super::*;

/// [-gone-] and {+new+}.
fn said(old: &str, new: &str) -> String {
    let mut said = String::new();
    for piece in pieces(old, new) {
        let text = piece.text;
        match piece.mark {
            Mark::Same => said.push_str(&text),
            Mark::Gone => write!(said, "[-{text}-]").unwrap(),
            Mark::New => write!(said, "{{+{text}+}}").unwrap(),
        }
    }
    said
}

fn side(pieces: &[Piece], mark: Mark) -> String {
    pieces
        .iter()
        .filter(|piece| matches!(piece.mark, found if found == Mark::Same || found == mark))
        .map(|piece| piece.text.as_str())
        .collect()
}

#[test]
fn a_changed_number_is_all_that_changes() {
    assert_eq!(
        said("1回の上限は10時間とする。", "1回の上限は8時間とする。"),
        "1回の上限は[-10-]{+8+}時間とする。"
    );
    assert_eq!(
        said("Up to 10 hours at a time.", "Up to 8 hours at a time."),
        "Up to [-10-]{+8+} hours at a time."
    );
}

#[test]
fn a_new_sentence_is_new_as_a_whole() {
    assert_eq!(
        said(
            "申請は3日前まで。\n戻す。",
            "申請は3日前まで。\n掃除する。\n戻す。"
        ),
        "申請は3日前まで。\n{+掃除する。\n+}戻す。"
    );
}

#[test]
fn what_has_little_in_common_is_replaced_as_a_whole() {
    assert_eq!(
        said("装置を汚した者は弁償する。", "休業日は所長が定める。"),
        "[-装置を汚した者は弁償する。-]{+休業日は所長が定める。+}"
    );
}

#[test]
fn a_particle_between_two_changes_goes_with_them() {
    assert_eq!(
        said(
            "機器管理責任者は、利用者の申請を受理し、施設長へ報告する。",
            "機器管理責任者は、利用者の届出を確認し、施設長へ報告する。"
        ),
        "機器管理責任者は、利用者の[-申請を受理-]{+届出を確認+}し、施設長へ報告する。"
    );
}

#[test]
fn combined_letters_stay_together() {
    for word in words("か\u{3099}き\u{E0101}葛\u{E0101}城e\u{301}") {
        let first = word.chars().next().unwrap();
        assert!(!is_combining_mark(first), "{word:?}");
    }
}

#[test]
fn d02_hostile_bodies_are_compared_in_time() {
    let unlike = |from: u32, long: u32| -> String {
        let letter = |step: u32| char::from_u32(0x4E00 + (from + step * 7919) % 20_000).unwrap();
        (0..long).flat_map(|step| [letter(step), '、']).collect()
    };
    let lines = |every: usize| -> String {
        (0..50_000)
            .map(|at| if at % every == 0 { "a\n" } else { "b\n" })
            .collect()
    };
    let signs = |turn: usize, long: usize| -> String {
        (0..long)
            .map(|at| if (at * at / 7) % turn == 0 { '(' } else { ')' })
            .collect()
    };
    let start = std::time::Instant::now();
    for (old, new) in [
        (unlike(0, 16_000), unlike(5, 16_000)),
        (unlike(0, 1_900), unlike(900, 1_900)),
        (lines(3), lines(5)),
        (signs(3, 100_000), signs(5, 100_000)),
        (signs(3, 3_900), signs(5, 3_900)),
        ("a".repeat(100_000), "b".repeat(100_000)),
        ("。".repeat(33_000), "。\n".repeat(25_000)),
    ] {
        let found = pieces(&old, &new);
        assert_eq!(side(&found, Mark::Gone), old);
        assert_eq!(side(&found, Mark::New), new);
    }
    // seven in a build that is not optimised; one takes a few milliseconds in a release
    assert!(start.elapsed().as_millis() < 2_000, "{:?}", start.elapsed());
}

fn body() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "申請",
        "は",
        "10",
        "8",
        "日",
        "。",
        "\n",
        " ",
        "a",
        "use",
        "カメラ",
        "、",
        "\u{3099}",
        "<b>",
    ]);
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_pieces_are_both_bodies(old in body(), new in body()) {
        let found = pieces(&old, &new);
        prop_assert_eq!(side(&found, Mark::Gone), old);
        prop_assert_eq!(side(&found, Mark::New), new);
    }

    #[test]
    fn neighbours_differ_and_nothing_is_empty(old in body(), new in body()) {
        let found = pieces(&old, &new);
        prop_assert!(found.iter().all(|piece| !piece.text.is_empty()));
        for pair in found.windows(2) {
            prop_assert!(pair[0].mark != pair[1].mark, "{:?}", found);
            prop_assert!(pair[0].mark != Mark::New || pair[1].mark == Mark::Same);
        }
    }

    #[test]
    fn a_body_is_the_same_as_itself(body in body()) {
        prop_assert!(pieces(&body, &body).iter().all(|piece| piece.mark == Mark::Same));
    }
}
