//! Lines of plain letters: broken so that no mail program has to break them.

/// Columns of one line: 35 full-width characters.
pub(super) const COLUMNS: usize = 70;

/// Characters that may not begin a line.
const NEVER_FIRST: &str =
    "、。，．・：；？！ー々」』）】〕》〉ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ～%,.:;?!)]}";
/// Characters that may not end a line.
const NEVER_LAST: &str = "「『（【〔《〈([{";

/// Breaks a paragraph into lines of at most [`COLUMNS`]; words of Latin letters stay whole.
#[must_use]
pub(super) fn broken(paragraph: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for unit in units(paragraph) {
        if line.is_empty() || columns(&line) + columns(unit.trim_end()) <= COLUMNS {
            line.push_str(&unit);
        } else {
            lines.push(line.trim_end().to_owned());
            line = unit;
        }
    }
    if !line.trim_end().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// How many columns a text takes: full-width characters count two.
#[must_use]
pub(super) fn columns(text: &str) -> usize {
    text.chars()
        .map(|letter| if is_wide(letter) { 2 } else { 1 })
        .sum()
}

/// Whether a Japanese font shows the character in full width.
const fn is_wide(letter: char) -> bool {
    matches!(letter,
        '\u{1100}'..='\u{115f}' | '\u{2010}'..='\u{2027}' | '\u{2190}'..='\u{2bff}' | '\u{2e80}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

/// The pieces between which a line may be broken, each with the spaces after it.
fn units(paragraph: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut joined = false;
    for letter in paragraph.chars() {
        let glued = joined || NEVER_FIRST.contains(letter) || letter == ' ';
        let in_word = !is_wide(letter)
            && units
                .last()
                .and_then(|unit| unit.chars().last())
                .is_some_and(|last| !is_wide(last) && last != ' ');
        match units.last_mut() {
            Some(unit) if glued || in_word => unit.push(letter),
            _ => units.push(letter.to_string()),
        }
        joined = NEVER_LAST.contains(letter);
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_hold_35_full_width_characters_and_never_begin_with_a_full_stop() {
        let text = "あ".repeat(34) + "（い）。" + &"う".repeat(40);
        let lines = broken(&text);
        assert_eq!(lines.first().unwrap(), &"あ".repeat(34));
        assert!(lines.get(1).unwrap().starts_with("（い）。"));
        assert!(lines.iter().all(|line| columns(line) <= COLUMNS));
        assert_eq!(lines.concat(), text);
    }

    #[test]
    fn words_and_addresses_stay_whole() {
        let text = "The link works for 30 minutes after this letter was sent to you by the house, and no longer than that.";
        let lines = broken(text);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|line| columns(line) <= COLUMNS));
        let address = format!("https://mado.example.jp/{}", "x".repeat(100));
        assert_eq!(broken(&address), [address]);
        assert_eq!(broken(""), [""; 0]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "[a-z、。（）あいう漢字 ]{0,200}") {
            let squeezed = |text: &str| text.replace(' ', "");
            let lines = broken(&text);
            prop_assert_eq!(squeezed(&lines.concat()), squeezed(&text));
        }
    }
}
