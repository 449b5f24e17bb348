//! The words of the page on which people change what is known of them; labels are those of registering.

use crate::domain::language::Language;

/// The page of one's profile.
pub struct Words {
    pub heading: &'static str,
    pub lead: &'static str,
    pub save: &'static str,
    pub done: &'static str,
    pub fixed_heading: &'static str,
    pub email_why: &'static str,
    pub institution_why: &'static str,
    pub contact: &'static str,
}

pub(super) const JA: Words = Words {
    heading: "登録情報",
    lead: "氏名と身分は、申請のときに施設の担当者へ表示されます。",
    save: "変更を保存する",
    done: "登録情報を保存しました。",
    fixed_heading: "ここでは変更できない項目",
    email_why: "サインインに使うため、ここでは変更できません。変わったときは、相談窓口へご連絡ください。",
    institution_why: "所属は機関が確認するため、ここでは変更できません。",
    contact: "相談窓口",
};

pub(super) const EN: Words = Words {
    heading: "Profile",
    lead: "Facility managers see your name and position when you send a request.",
    save: "Save changes",
    done: "Your profile is saved.",
    fixed_heading: "What can't be changed here",
    email_why: "You sign in with it, so it can't be changed here. If it has changed, ask the contact desk.",
    institution_why: "Institutions confirm who belongs to them, so it can't be changed here.",
    contact: "Contact desk",
};

/// Whom to ask about another institution.
#[must_use]
pub fn whom_to_ask(language: Language, officers: &[String]) -> String {
    match (language, officers.is_empty()) {
        (Language::Ja, true) => "異動したときは、相談窓口へご連絡ください。".to_owned(),
        (Language::Ja, false) => format!(
            "異動したときは、機関の窓口（{}）または相談窓口へご連絡ください。",
            officers.join("、")
        ),
        (Language::En, true) => "If you have moved, ask the contact desk.".to_owned(),
        (Language::En, false) => format!(
            "If you have moved, ask the officer of your institution ({}) or the contact desk.",
            officers.join(", ")
        ),
    }
}
