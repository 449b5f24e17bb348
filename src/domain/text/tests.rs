//! Which spellings find which names, and what input looks like when it is kept.

use crate::domain::text::{
    LONGEST_TERM, clean_lines, fold, fold_email, is_email, matches, squash, terms,
};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

fn finds(query: &str, name: &str) -> bool {
    let key = fold(name);
    let words = terms(query);
    !words.is_empty() && words.iter().all(|word| matches(&key, word))
}

#[test]
fn a_name_is_found_however_it_is_spelt() {
    for (query, name) in [
        ("シークエンサー", "次世代シーケンサー"),
        ("シーケンサー", "キャピラリーDNAシークエンサー"),
        ("シーケンサ", "キャピラリーDNAシーケンサー"),
        ("シークエ", "次世代シーケンサー"),
        ("シーケンス", "全ゲノムシークエンスデータ"),
        ("シークェンス", "全ゲノムシーケンスデータ"),
        ("しーけんさー", "次世代シーケンサー"),
        ("透過電子", "透過型電子顕微鏡"),
        ("透過型電子顕微鏡", "透過電子顕微鏡"),
        ("走査型電子顕微鏡", "走査電子顕微鏡（SEM）JSM-IT800"),
        ("走査電子顕微鏡", "走査型電子顕微鏡"),
        ("ｸﾗｲｵ", "クライオ電子顕微鏡"),
        ("クライオ電顕", "クライオ電子顕微鏡"),
        ("電顕", "透過型電子顕微鏡"),
        ("電子顕微鏡", "クライオ電顕"),
        ("nmr", "ＮＭＲ（高磁場・汎用）"),
        ("ＮＭＲ４００", "核磁気共鳴装置 NMR400（400 MHz）"),
        ("400mhz", "核磁気共鳴装置 NMR400（400 MHz）"),
        ("高磁場汎用", "NMR（高磁場・汎用）"),
        ("jsm it800", "走査電子顕微鏡（SEM）JSM-IT800"),
        ("JSMIT800", "走査電子顕微鏡（SEM）JSM-IT800"),
        ("JSM－IT800", "走査電子顕微鏡（SEM）JSM-IT800"),
        ("レーザ顕微鏡", "共焦点レーザー顕微鏡"),
        ("リキッドコア", "リキッド・コアセンターにおける解析業務"),
        ("リキッド･コア", "リキッド・コアセンターにおける解析業務"),
        ("ウィルス", "ウイルス"),
        ("キヤノン", "キャノン"),
        ("ヴァイオ", "バイオリソース"),
        ("ビュー", "マルチヴュー"),
        ("顕微鏡　共焦点", "高速共焦点顕微鏡 Dragonfly"),
        ("富岳", "スーパーコンピュータ「富岳」"),
        ("スーパーコンピューター", "スーパーコンピュータ「富岳」"),
        ("spring8", "大型放射光施設 SPring-8"),
        ("SPring‐8", "大型放射光施設 SPring-8"),
        ("ﾊﾞﾝｸ", "バイオバンクの試料・情報"),
        ("PCR", "リアルタイムＰＣＲ"),
    ] {
        assert!(finds(query, name), "{query} should find {name}");
    }
}

#[test]
fn another_name_is_not_found() {
    for (query, name) in [
        ("透過", "走査型電子顕微鏡"),
        ("NMR", "リアルタイムPCR"),
        ("電子顕微鏡", "共焦点レーザー顕微鏡"),
        ("クライオ 走査", "クライオ電子顕微鏡"),
        ("ハイオ", "バイオバンク"),
        ("・ ー", "クライオ電子顕微鏡"),
    ] {
        assert!(!finds(query, name), "{query} should not find {name}");
    }
}

#[test]
fn a_query_is_cut_into_words_before_it_is_folded() {
    assert_eq!(
        terms("クライオ　電顕\tNMR"),
        ["くらいお", "電子顕微鏡", "nmr"]
    );
    assert_eq!(terms(" ・ - ー  %_ ' "), [""; 0]);
    assert_eq!(terms("1 2 3 - 4 5 6 7 8 9").len(), 8);
    assert_eq!(terms(&"顕".repeat(1000)), ["顕".repeat(LONGEST_TERM)]);
    assert_eq!(terms(&"電顕".repeat(100))[0].chars().count(), LONGEST_TERM);
    // One character that NFKC makes eighteen.
    assert!(terms(&"\u{fdfa}".repeat(64))[0].chars().count() <= LONGEST_TERM);
}

#[test]
fn a_stored_line_keeps_its_characters() {
    assert_eq!(
        squash("  ㎡ ①～ＮＭＲ \t\r\n 透過型 "),
        "㎡ ①～ＮＭＲ 透過型"
    );
    assert_eq!(squash("山田　太郎"), "山田 太郎");
    assert_eq!(squash("a\u{0}b\u{1b}c\u{7f}d\u{9b}"), "abcd");
    assert_eq!(
        squash("invoice\u{202e}fdp.exe\u{2066}\u{200b}\u{feff}"),
        "invoicefdp.exe"
    );
    // A space beside a removed character does not become two.
    assert_eq!(squash("a \u{200b} b \u{202e}"), "a b");
    // The variation of a character in a name and a joined emoji stay.
    assert_eq!(
        squash("葛\u{e0100}城 👩\u{200d}🔬"),
        "葛\u{e0100}城 👩\u{200d}🔬"
    );
    assert_eq!(squash(" \u{200b}\u{3000}"), "");
}

#[test]
fn stored_lines_stay_lines() {
    assert_eq!(clean_lines("a\r\nb\rc\n\nd \n \t\r\n"), "a\nb\nc\n\nd");
    assert_eq!(clean_lines("  一\tニ\u{0}\u{202d}三\u{b}"), "  一 ニ三");
    assert_eq!(clean_lines("\n\na"), "\n\na");
}

#[test]
fn an_address_we_can_write_to() {
    for good in [
        "a@b.jp",
        "tanaka.riku@ncc.go.jp",
        "rin+madoguchi@riken.jp",
        "x_1@sub.example-a.ac.jp",
        "A.B@EXAMPLE.COM",
        "1@2.3a",
        "a/b=c@example.com",
        "a@xn--eckwd4c7c.xn--zckzah",
    ] {
        assert!(is_email(good), "{good}");
    }
}

#[test]
fn an_address_we_do_not_write_to() {
    for bad in [
        "",
        "a",
        "@",
        "a@",
        "@b.jp",
        "a@b",
        "a@b.",
        "a@.jp",
        "a@b..jp",
        "a@@b.jp",
        "a@b@c.jp",
        ".a@b.jp",
        "a.@b.jp",
        "a..b@c.jp",
        "-a@b.jp",
        "a@-b.jp",
        "a@b-.jp",
        "a b@c.jp",
        " a@b.jp",
        "a@b.jp ",
        "a@b.jp\r\nBcc: c@d.jp",
        "\"a\"@b.jp",
        "a'b@c.jp",
        "a,b@c.jp",
        "a@b.jp,c@d.jp",
        "a;b@c.jp",
        "<a@b.jp>",
        "あ@b.jp",
        "a@日本.jp",
        "a@b_c.jp",
        "a@127.0.0.1",
        "a@[127.0.0.1]",
        "a\0@b.jp",
        "a@b.j",
        "a(b)@c.jp",
        "a\\b@c.jp",
        "a:b@c.jp",
    ] {
        assert!(!is_email(bad), "{bad:?}");
    }
}

#[test]
fn an_address_has_a_length() {
    let domain = format!("{0}.{0}.{0}.jp", "d".repeat(61));
    assert_eq!(domain.len(), 188);
    assert!(is_email(&format!("{}@{domain}", "a".repeat(64))));
    assert!(!is_email(&format!("{}@{domain}", "a".repeat(65))));
    assert!(!is_email(&format!("{}@d.{domain}", "a".repeat(64))));
    assert!(!is_email(&format!("a@{}.jp", "d".repeat(64))));
}

#[test]
fn addresses_are_compared_in_lower_case() {
    assert_eq!(fold_email(" Rin.Sato@RIKEN.jp\n"), "rin.sato@riken.jp");
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in "[\\PC&&[^型]]{0,30}") {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }

    #[test]
    fn a_key_has_only_letters_and_digits(text in ".{0,30}") {
        prop_assert!(fold(&text).chars().all(char::is_alphanumeric));
    }

    #[test]
    fn width_and_kana_do_not_count(text in "[ぁ-ん]{0,12}") {
        let katakana: String = text
            .chars()
            .filter_map(|letter| char::from_u32(u32::from(letter) + 0x60))
            .collect();
        prop_assert_eq!(fold(&katakana), fold(&text));
    }

    #[test]
    fn every_part_of_a_plain_name_finds_it(
        name in "[アカサタナハマヤラワ顕微鏡装置a-z0-9]{2,20}",
        at in 0_usize..18,
    ) {
        let part: String = name.chars().skip(at).take(2).collect();
        prop_assert!(part.is_empty() || finds(&part, &name));
    }

    #[test]
    fn cleaning_twice_changes_nothing(text in "[ \\t\\r\\na\u{202e}\u{200b}あ]{0,20}|.{0,20}") {
        let line = squash(&text);
        prop_assert_eq!(squash(&line), line.clone());
        prop_assert!(!line.contains(char::is_control) && !line.contains("  "));
        let lines = clean_lines(&text);
        prop_assert_eq!(clean_lines(&lines), lines.clone());
        prop_assert!(!lines.contains(|letter: char| letter.is_control() && letter != '\n'));
    }

    #[test]
    fn an_address_is_one_plain_word(text in "[-a@. ,\"'\u{0}\\n]{0,12}|.{0,20}") {
        if is_email(&text) {
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_graphic()));
            prop_assert_eq!(text.matches('@').count(), 1);
            prop_assert_eq!(squash(&text), text);
        }
    }
}
