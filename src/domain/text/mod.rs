//! Text as people type it: search keys that forgive spelling, cleaned input, mail addresses.

use unicode_normalization::UnicodeNormalization;

#[cfg(test)]
mod tests;

/// How many words of a query count.
const MOST_TERMS: usize = 8;
/// Longest search word, in characters, both as typed and as folded.
const LONGEST_TERM: usize = 64;
/// Longest mail address and longest part before its `@`, in bytes (RFC 5321, section 4.5.3.1).
const LONGEST_EMAIL: usize = 254;
const LONGEST_LOCAL: usize = 64;
/// Longest label of a domain name, in bytes (RFC 1035, section 2.3.4).
const LONGEST_LABEL: usize = 63;

/// Spellings of one thing and the one kept, applied in this order. Both sides are as the
/// folding of single characters leaves them: large hiragana without long-vowel marks.
const VARIANTS: [(&str, &str); 11] = [
    // ヴァイオ and バイオ, レヴュー and レビュー
    ("ゔあ", "ば"),
    ("ゔい", "び"),
    ("ゔえ", "べ"),
    ("ゔお", "ぼ"),
    ("ゔゆ", "びゆ"),
    ("ゔ", "ぶ"),
    // シークエンサー and シーケンサー
    ("しくえ", "しけ"),
    ("透過型", "透過"),
    ("走査型", "走査"),
    // What people say of 電子顕微鏡 and 光学顕微鏡
    ("電顕", "電子顕微鏡"),
    ("光顕", "光学顕微鏡"),
];

/// The search key of a text: what is left when width, case, the two kana, small kana,
/// long-vowel marks, spaces, hyphens, dots and all other punctuation no longer count, and
/// known spellings are one. Only letters and digits remain, so no `%`, `_` or quote.
///
/// For keys only. A stored name keeps its characters: NFKC would change ㎡ and ①.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfkc()
        .flat_map(char::to_lowercase)
        .nfkc()
        .map(fold_kana)
        .filter(|letter| letter.is_alphanumeric() && *letter != 'ー')
        // Marks that have become neighbours get their one order.
        .nfkc()
        .collect();
    VARIANTS
        .iter()
        .filter(|(from, _)| plain.contains(from))
        .fold(plain.clone(), |key, (from, to)| key.replace(from, to))
}

/// One kana as a large hiragana; anything else as it is.
fn fold_kana(letter: char) -> char {
    let hiragana = match letter {
        'ァ'..='ヶ' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
        'ヷ' => 'ば',
        'ヸ' => 'び',
        'ヹ' => 'べ',
        'ヺ' => 'ぼ',
        _ => letter,
    };
    match hiragana {
        'ぁ' => 'あ',
        'ぃ' => 'い',
        'ぅ' => 'う',
        'ぇ' => 'え',
        'ぉ' => 'お',
        'っ' => 'つ',
        'ゃ' => 'や',
        'ゅ' => 'ゆ',
        'ょ' => 'よ',
        'ゎ' => 'わ',
        'ゕ' => 'か',
        'ゖ' => 'け',
        _ => hiragana,
    }
}

/// The folded words of a query: at most 8, of at most 64 characters each, none empty.
/// A text answers the query when its key [`matches`] every one of them.
#[must_use]
pub fn terms(query: &str) -> Vec<String> {
    query
        .split_whitespace()
        .map(|word| fold(cut(word)))
        .map(|word| cut(&word).to_owned())
        .filter(|word| !word.is_empty())
        .take(MOST_TERMS)
        .collect()
}

/// The first characters of a word, as many as count.
fn cut(word: &str) -> &str {
    match word.char_indices().nth(LONGEST_TERM) {
        Some((end, _)) => word.get(..end).unwrap_or(word),
        None => word,
    }
}

/// Whether a key made by [`fold`] contains a word made by [`terms`].
#[must_use]
pub fn matches(key: &str, term: &str) -> bool {
    key.contains(term)
}

/// Single-line input as it is stored: trimmed, each run of whitespace one space, without
/// control, bidirectional and invisible characters. Every other character stays as typed.
#[must_use]
pub fn squash(text: &str) -> String {
    let shown: String = text
        .chars()
        .filter(|letter| letter.is_whitespace() || !is_hidden(*letter))
        .collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Multi-line input as it is stored: lines end with `\n`, a tab is one space, no other
/// control, bidirectional or invisible characters, no whitespace at the very end.
#[must_use]
pub fn clean_lines(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{85}'], "\n");
    let shown: String = lines
        .replace('\t', " ")
        .chars()
        .filter(|letter| *letter == '\n' || !is_hidden(*letter))
        .collect();
    shown.trim_end().to_owned()
}

/// Characters that show nothing or turn the reading direction, and so could disguise a text.
/// Joiners and variation selectors are not among them: names and emoji need them.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

/// Whether a text is a mail address we are willing to write to: one `@`, an ASCII dot-atom
/// without quotes before it, a domain name with a dot after it, at most 254 bytes
/// (RFC 5321 and 5322, less what no real address needs).
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    text.len() <= LONGEST_EMAIL && is_local_part(local) && is_domain(domain)
}

fn is_local_part(local: &str) -> bool {
    let is_atom = |atom: &str| {
        !atom.is_empty()
            && atom
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&*+-/=?^_{|}~".contains(&byte))
    };
    local.len() <= LONGEST_LOCAL && !local.starts_with('-') && local.split('.').all(is_atom)
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=LONGEST_LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    // The last label of a name is never a number; of an IPv4 address it is.
    let is_name =
        |(_, top): (&str, &str)| top.len() > 1 && !top.bytes().all(|b| b.is_ascii_digit());
    domain.split('.').all(is_label) && domain.rsplit_once('.').is_some_and(is_name)
}

/// The form in which mail addresses are compared: trimmed, ASCII letters in lower case.
#[must_use]
pub fn fold_email(text: &str) -> String {
    text.trim().to_ascii_lowercase()
}
