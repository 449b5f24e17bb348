//! Refusals of what was typed: fields, passwords, signing in, links of letters.

use crate::domain::language::Language;
use crate::domain::refusal::field::Field;
use crate::domain::refusal::{Refusal, Wrong};
use crate::words::refusal::label::{is_chosen, is_plural, name};

/// What is wrong, and what helps.
type Pair = (String, String);

pub(super) fn missing(language: Language, field: Field) -> Pair {
    if field == Field::Agree {
        return consent(language);
    }
    let name = name(language, field);
    let (are, them) = match is_plural(field) {
        true => ("are", "them"),
        false => ("is", "it"),
    };
    match (language, is_chosen(field)) {
        (Language::Ja, true) => (
            format!("{name}が選ばれていません。"),
            format!("{name}を選んでください。"),
        ),
        (Language::Ja, false) => (
            format!("{name}が入力されていません。"),
            format!("{name}を入力してください。"),
        ),
        (Language::En, true) => (
            format!("{name} {are} not chosen."),
            "Choose one.".to_owned(),
        ),
        (Language::En, false) => (format!("{name} {are} missing."), format!("Enter {them}.")),
    }
}

fn consent(language: Language) -> Pair {
    say(
        language,
        "利用規則に同意していません。",
        "規則を読み、「同意する」にチェックを入れてください。",
        "You have not agreed to the usage rules.",
        "Read them and tick the box to agree.",
    )
}

pub(super) fn too_long(language: Language, field: Field, longest: usize) -> Pair {
    let name = name(language, field);
    match language {
        Language::Ja => (
            format!("{name}が長すぎます。"),
            format!("{longest}文字以内で入力してください。"),
        ),
        Language::En => (
            format!("{name}: the text is too long."),
            format!("Use at most {longest} characters."),
        ),
    }
}

pub(super) fn malformed(language: Language, field: Field) -> Pair {
    let name = name(language, field);
    match (language, is_chosen(field)) {
        (Language::Ja, true) => (
            format!("{name}を読み取れません。"),
            format!("{name}を選び直してください。"),
        ),
        (Language::Ja, false) => (
            format!("{name}を読み取れません。"),
            format!("{name}を入力し直してください。"),
        ),
        (Language::En, true) => (
            format!("{name}: the choice can't be read."),
            "Choose again.".to_owned(),
        ),
        (Language::En, false) => (
            format!("{name}: the text can't be read."),
            "Enter it again.".to_owned(),
        ),
    }
}

fn not_an_email(language: Language) -> Pair {
    say(
        language,
        "メールアドレスの形式が正しくありません。",
        "name@example.jp のように、半角の英数字で入力してください。",
        "This is not an e-mail address.",
        "Enter it like name@example.jp.",
    )
}

/// What needs no number: no address, no account, no link.
pub(super) fn plain(language: Language, refusal: &Refusal) -> Pair {
    match refusal.wrong {
        Wrong::NotAnEmail => not_an_email(language),
        Wrong::SignInFailed => sign_in_failed(language),
        _ => link_expired(language),
    }
}

/// What is wrong with a new password.
pub(super) fn password(language: Language, refusal: &Refusal) -> Pair {
    match refusal.wrong {
        Wrong::PasswordShort { shortest } => password_short(language, shortest),
        Wrong::PasswordLong { longest } => password_long(language, longest),
        _ => password_guessable(language),
    }
}

fn password_short(language: Language, shortest: usize) -> Pair {
    match language {
        Language::Ja => (
            "パスワードが短すぎます。".to_owned(),
            format!(
                "{shortest}文字以上にしてください。関係のない言葉をいくつかつなげると、覚えやすく安全です。"
            ),
        ),
        Language::En => (
            "The password is too short.".to_owned(),
            format!(
                "Use at least {shortest} characters. A few unrelated words in a row are easy to remember and safe."
            ),
        ),
    }
}

fn password_long(language: Language, longest: usize) -> Pair {
    match language {
        Language::Ja => (
            "パスワードが長すぎます。".to_owned(),
            format!("{longest}文字以内にしてください。"),
        ),
        Language::En => (
            "The password is too long.".to_owned(),
            format!("Use at most {longest} characters."),
        ),
    }
}

fn password_guessable(language: Language) -> Pair {
    say(
        language,
        "推測されやすいパスワードです。",
        "名前やメールアドレス、同じ文字の繰返しを避け、関係のない言葉をいくつかつなげてください。",
        "The password is easy to guess.",
        "Avoid your name, your address and repeated characters; put a few unrelated words in a row.",
    )
}

fn sign_in_failed(language: Language) -> Pair {
    say(
        language,
        "メールアドレスまたはパスワードが違います。",
        "入力を確かめて、もう一度お試しください。忘れたときは、パスワードを再設定してください。",
        "The e-mail address or the password is wrong.",
        "Check both and try again. If you forgot the password, set a new one.",
    )
}

pub(super) fn too_many_tries(language: Language, seconds: u32) -> Pair {
    let minutes = seconds.div_ceil(60).max(1);
    match language {
        Language::Ja => (
            "回数が多すぎるため、受付を一時的に止めています。".to_owned(),
            format!("約{minutes}分後に、もう一度お試しください。"),
        ),
        Language::En => (
            "There were too many tries, so this is paused for a while.".to_owned(),
            format!(
                "Try again in about {minutes} {}.",
                if minutes == 1 { "minute" } else { "minutes" }
            ),
        ),
    }
}

fn link_expired(language: Language) -> Pair {
    say(
        language,
        "このリンクは、期限が過ぎたか、使用済みです。",
        "もう一度手続きをして、新しく届くメールのリンクを開いてください。",
        "This link has expired or was used already.",
        "Ask for a new e-mail and open the link in it.",
    )
}

fn say(language: Language, what_ja: &str, remedy_ja: &str, what_en: &str, remedy_en: &str) -> Pair {
    match language {
        Language::Ja => (what_ja.to_owned(), remedy_ja.to_owned()),
        Language::En => (what_en.to_owned(), remedy_en.to_owned()),
    }
}
