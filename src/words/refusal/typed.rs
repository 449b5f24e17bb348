//! Refusals of what was typed: fields, passwords, signing in, links of letters.

use crate::domain::language::Language;
use crate::domain::refusal::field::Field;
use crate::words::refusal::without_slot_field;

/// What is wrong, and what helps.
type Pair = (String, String);

/// The name of a field, as its label says it.
pub(super) fn name(language: Language, field: Field) -> &'static str {
    let (ja, en) = match field {
        Field::Name => ("氏名", "Name"),
        Field::Email => ("メールアドレス", "E-mail address"),
        Field::Password => ("パスワード", "Password"),
        Field::Institution => ("所属機関", "Institution"),
        Field::Position => ("職名", "Position"),
        Field::PositionClass => ("身分", "Kind of position"),
        Field::Phone => ("電話番号", "Phone number"),
        Field::Start => ("開始日時", "Start"),
        Field::Length => ("利用時間", "Length of use"),
        Field::Purpose => ("利用目的", "Purpose"),
        Field::Sample => ("試料", "Sample"),
        Field::Safety => ("試料の生物学的安全性", "Biosafety of the sample"),
        Field::SupportMode => ("利用のしかた", "How it will be used"),
        Field::ProjectNumber => ("課題番号", "Project number"),
        Field::Agree => ("利用規則への同意", "Consent to the usage rules"),
        Field::Reason => ("理由", "Reason"),
        Field::Gate => ("確認の種類", "Kind of check"),
        Field::Course => ("自機関の講習", "Our course"),
        Field::Issuer => ("発行機関", "Issuer"),
        Field::IssuerCourse => ("発行機関の講習", "The issuer's course"),
        Field::Months => ("有効月数", "Months"),
        Field::EndsOn => ("終了日", "Last day"),
        Field::Note => ("備考", "Note"),
        Field::Code => ("講習の記号", "Code of the course"),
        Field::NameJa => ("講習名（日本語）", "Name (Japanese)"),
        Field::NameEn => ("講習名（英語）", "Name (English)"),
        Field::Minutes => ("所要時間（分）", "Length in minutes"),
        Field::Seats => ("定員", "Seats"),
        Field::Place => ("会場", "Place"),
        Field::LicenceNumber => ("ライセンス番号", "Licence number"),
        Field::Service(field) => without_slot_field::service(field),
        Field::Outside(field) => without_slot_field::outside(field),
    };
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

/// Whether a field is chosen from a list rather than typed.
const fn is_chosen(field: Field) -> bool {
    match field {
        Field::Service(field) => field.is_chosen(),
        Field::Outside(field) => field.is_chosen(),
        _ => matches!(
            field,
            Field::Institution
                | Field::PositionClass
                | Field::Start
                | Field::Length
                | Field::Safety
                | Field::SupportMode
                | Field::Gate
                | Field::Course
                | Field::Issuer
                | Field::IssuerCourse
                | Field::Agree
        ),
    }
}

pub(super) fn missing(language: Language, field: Field) -> Pair {
    if field == Field::Agree {
        return consent(language);
    }
    let name = name(language, field);
    match (language, is_chosen(field)) {
        (Language::Ja, true) => (
            format!("{name}が選ばれていません。"),
            format!("{name}を選んでください。"),
        ),
        (Language::Ja, false) => (
            format!("{name}が入力されていません。"),
            format!("{name}を入力してください。"),
        ),
        (Language::En, true) => (format!("{name} is not chosen."), "Choose one.".to_owned()),
        (Language::En, false) => (format!("{name} is missing."), "Enter it.".to_owned()),
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

pub(super) fn not_an_email(language: Language) -> Pair {
    say(
        language,
        "メールアドレスの形式が正しくありません。",
        "name@example.jp のように、半角の英数字で入力してください。",
        "This is not an e-mail address.",
        "Enter it like name@example.jp.",
    )
}

pub(super) fn password_short(language: Language, shortest: usize) -> Pair {
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

pub(super) fn password_long(language: Language, longest: usize) -> Pair {
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

pub(super) fn password_guessable(language: Language) -> Pair {
    say(
        language,
        "推測されやすいパスワードです。",
        "名前やメールアドレス、同じ文字の繰返しを避け、関係のない言葉をいくつかつなげてください。",
        "The password is easy to guess.",
        "Avoid your name, your address and repeated characters; put a few unrelated words in a row.",
    )
}

pub(super) fn sign_in_failed(language: Language) -> Pair {
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

pub(super) fn link_expired(language: Language) -> Pair {
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
