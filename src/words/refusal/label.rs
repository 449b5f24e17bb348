//! The names of fields, as their labels say them; which of them are chosen rather than typed, which are many.

use crate::domain::language::Language;
use crate::domain::refusal::calendar_field::CalendarField;
use crate::domain::refusal::field::{FactField, Field, RuleField};
use crate::domain::refusal::keeping_field::KeepingField;
use crate::domain::refusal::service_field::ServiceField;
use crate::domain::refusal::use_field::UseField;
use crate::words::refusal::without_slot_field;

/// The name of a field, as its label says it.
pub(super) fn name(language: Language, field: Field) -> &'static str {
    let (ja, en) = both(field);
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}

const fn both(field: Field) -> (&'static str, &'static str) {
    match field {
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
        Field::Course => ("講習", "Course"),
        Field::Issuer => ("発行機関", "Issuer"),
        Field::IssuerCourse => ("発行機関の講習", "The issuer's course"),
        Field::Months => ("認める月数", "Months"),
        Field::EndsOn => ("終了日", "Last day"),
        Field::Note => ("備考", "Note"),
        Field::Code => ("講習の記号", "Code of the course"),
        Field::NameJa => ("講習名（日本語）", "Name (Japanese)"),
        Field::NameEn => ("講習名（英語）", "Name (English)"),
        Field::Minutes => ("所要時間（分）", "Length in minutes"),
        Field::Seats => ("定員", "Seats"),
        Field::Place => ("会場", "Place"),
        Field::LicenceNumber => ("ライセンス番号", "Licence number"),
        Field::Calendar(field) => of_calendar(field),
        Field::UntilDay => ("最終日", "Last day"),
        Field::Facility => ("施設", "Facility"),
        Field::Resource => ("機器", "Equipment"),
        Field::Parameter => ("条件", "Condition"),
        Field::FromDay => ("最初の日", "First day"),
        Field::FeedName => ("配信の名前", "Name of the feed"),
        Field::FeedSubject => ("配信する予定", "What it shows"),
        Field::Training => ("講習の日程", "Date of the training"),
        Field::Service(field) => without_slot_field::service(field),
        Field::Outside(field) => without_slot_field::outside(field),
        Field::Fact(field) => of_facts(field),
        Field::Rule(field) => of_rule(field),
        Field::Use(field) => of_use(field),
        Field::Keeping(field) => of_keeping(field),
    }
}

/// The names of the fields of the holidays and of a facility's closed days.
const fn of_calendar(field: CalendarField) -> (&'static str, &'static str) {
    match field {
        CalendarField::List => ("祝日の一覧", "List of holidays"),
        CalendarField::Day => ("日付", "Day"),
        CalendarField::Standing => ("休日かどうか", "Holiday or open"),
        CalendarField::NameJa => ("名称（日本語）", "Name (Japanese)"),
        CalendarField::NameEn => ("名称（英語）", "Name (English)"),
    }
}

/// The names of the fields of facts, answers and desks.
const fn of_facts(field: FactField) -> (&'static str, &'static str) {
    match field {
        FactField::Number => ("承認・登録の番号", "Number"),
        FactField::Level => ("区分", "Level"),
        FactField::Authority => ("審査した委員会・部署", "Committee or office"),
        FactField::IssuedOn => ("承認・実施の日", "Day of approval"),
        FactField::ValidUntil => ("有効期限", "Last day"),
        FactField::Subject => ("内容", "What it is about"),
        FactField::Resident => ("日本での居住", "Residence in Japan"),
        FactField::Employed => ("日本国内での雇用", "Employment in Japan"),
        FactField::EnteredOn => ("入国した日", "Day of entry"),
        FactField::SpecificCategory => ("特定類型", "Specific category"),
        FactField::EndUse => ("利用の目的と用途", "End use"),
        FactField::Decision => ("判断番号", "Number of the decision"),
        FactField::RuledOn => ("判断の日", "Day of the decision"),
        FactField::Condition => ("条件", "Condition"),
        FactField::Desk => ("担当", "Desk"),
    }
}

/// The name of a field of a draft of rules.
const fn of_rule(field: RuleField) -> (&'static str, &'static str) {
    match field {
        RuleField::TitleJa => ("名称（日本語）", "Title (Japanese)"),
        RuleField::TitleEn => ("名称（英語）", "Title (English)"),
        RuleField::DocumentKind => ("文書の種類", "Kind of document"),
        RuleField::DocumentVersion => ("文書の版", "Version of the document"),
        RuleField::EnactedOn => ("制定日", "Day of enactment"),
        RuleField::AmendedOn => ("改正日", "Day of amendment"),
        RuleField::EffectiveOn => ("施行日", "Day it comes into force"),
        RuleField::ArticleNumber => ("条番号", "Number of the article"),
        RuleField::HeadingJa => ("見出し（日本語）", "Heading (Japanese)"),
        RuleField::HeadingEn => ("見出し（英語）", "Heading (English)"),
        RuleField::BodyJa => ("本文（日本語）", "Text (Japanese)"),
        RuleField::BodyEn => ("本文（英語）", "Text (English)"),
        RuleField::Version => ("版の番号", "Version"),
        RuleField::GraceDays => ("再同意の猶予", "Grace period"),
        RuleField::File => ("ファイル", "File"),
    }
}

/// The name of a field of a use.
const fn of_use(field: UseField) -> (&'static str, &'static str) {
    match field {
        UseField::From => ("実際の開始", "Actual start"),
        UseField::Until => ("実際の終了", "Actual end"),
        UseField::Samples => ("試料の数", "Number of samples"),
        UseField::Note => ("備考", "Note"),
        UseField::Incident => ("不具合・事故", "What went wrong"),
        UseField::Title => ("報告書の題名", "Title of the report"),
        UseField::Summary => ("成果の概要", "Summary of results"),
        UseField::Doi => ("論文のDOI", "DOI of the paper"),
        UseField::Units => ("利用する数", "Units"),
        UseField::Other => ("入れ替える相手の予約", "The other booking"),
        UseField::Conditions => ("承認の条件", "Conditions"),
        UseField::WaitFrom => ("最初の日", "First day"),
        UseField::WaitUntil => ("最後の日", "Last day"),
        UseField::WaitWhen => ("待つ日時", "What you wait for"),
        UseField::StopFrom => ("停止の開始", "Start of the outage"),
        UseField::StopUntil => ("停止の終わり", "End of the outage"),
        UseField::EndedAt => ("復旧した日時", "Back since"),
        UseField::StopSort => ("停止の種類", "Kind of outage"),
        UseField::StopResource => ("機器", "Equipment"),
        UseField::Want => ("空いたときの扱い", "What to do when time frees"),
        UseField::Every => ("繰り返しの間隔", "Days between dates"),
        UseField::LastDay => ("定期予約の最終日", "Last day of the series"),
        UseField::Times => ("定期予約の回数", "Number of dates"),
        UseField::Pin => ("暗証番号", "PIN"),
        UseField::AtDoor => ("利用する予約", "Booking"),
        UseField::Responsible => ("所属責任者", "Person responsible for you"),
        UseField::Attendant => ("立会者", "Attendant"),
    }
}

/// The name of a field of attendants, components and companions.
const fn of_keeping(field: KeepingField) -> (&'static str, &'static str) {
    match field {
        KeepingField::NameJa => ("氏名（日本語）", "Name (Japanese)"),
        KeepingField::NameEn => ("氏名（英語）", "Name (English)"),
        KeepingField::Account => ("本人のメールアドレス", "Their e-mail address"),
        KeepingField::Weekdays => ("曜日", "Days of the week"),
        KeepingField::From => ("始業の時刻", "Start of the day"),
        KeepingField::Until => ("終業の時刻", "End of the day"),
        KeepingField::Attended => ("立ち会う機器", "Equipment to attend"),
        KeepingField::AbsentFrom => ("不在の開始", "Start of the absence"),
        KeepingField::AbsentUntil => ("不在の終わり", "End of the absence"),
        KeepingField::Needed => ("構成要素", "Component"),
        KeepingField::Units => ("一回に使う数", "Units of one use"),
        KeepingField::ComponentJa => ("構成要素の名称（日本語）", "Component (Japanese)"),
        KeepingField::ComponentEn => ("構成要素の名称（英語）", "Component (English)"),
        KeepingField::Capacity => ("全体の数", "Number in all"),
        KeepingField::Companion => ("一緒に申請できるもの", "Equipment to go with it"),
        KeepingField::OtherCompanion => (
            "ほかの施設の機器のアドレス",
            "Address of another facility's equipment",
        ),
    }
}

/// Whether a field is chosen from a list rather than typed.
pub(super) const fn is_chosen(field: Field) -> bool {
    match field {
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
        | Field::Facility
        | Field::Resource
        | Field::Parameter
        | Field::Training
        | Field::EndsOn
        | Field::FeedSubject
        | Field::Agree => true,
        Field::Fact(field) => field.is_chosen(),
        Field::Rule(field) => field.is_chosen(),
        Field::Use(field) => field.is_chosen(),
        Field::Keeping(field) => field.is_chosen(),
        Field::Service(field) => field.is_chosen(),
        Field::Outside(field) => field.is_chosen(),
        Field::Calendar(field) => field.is_chosen(),
        Field::Name
        | Field::Email
        | Field::Password
        | Field::Position
        | Field::Phone
        | Field::Purpose
        | Field::Sample
        | Field::ProjectNumber
        | Field::Months
        | Field::Note
        | Field::Code
        | Field::NameJa
        | Field::NameEn
        | Field::Minutes
        | Field::Seats
        | Field::Place
        | Field::LicenceNumber
        | Field::UntilDay
        | Field::FeedName
        | Field::FromDay
        | Field::Reason => false,
    }
}

/// Whether its English name speaks of several things, so that they "are" missing.
pub(super) const fn is_plural(field: Field) -> bool {
    if let Field::Keeping(field) = field {
        return field.is_plural();
    }
    matches!(
        field,
        Field::Months
            | Field::Seats
            | Field::Service(
                ServiceField::Items | ServiceField::Amounts | ServiceField::Conditions
            )
    )
}
