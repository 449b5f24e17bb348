//! The words of signing in, and of going on where a session ended.

use crate::domain::language::Language;

/// The pages of a session.
pub struct Words {
    pub heading: &'static str,
    pub error_prefix: &'static str,
    pub failed: &'static str,
    pub required: &'static str,
    pub email: &'static str,
    pub password: &'static str,
    pub sign_in: &'static str,
    pub reset: &'static str,
    pub first_heading: &'static str,
    pub first_text: &'static str,
    pub register: &'static str,
    pub demo_heading: &'static str,
    pub demo_text: &'static str,
    pub resume_heading: &'static str,
    pub resume_text: &'static str,
    pub resume_button: &'static str,
    /// What stands above the form, by what led here.
    pub for_request: &'static str,
    pub for_page: &'static str,
    pub session_ended: &'static str,
    pub password_changed: &'static str,
    /// Roles of the demonstration's people.
    pub researcher: &'static str,
    pub facility_manager: &'static str,
    pub institution_officer: &'static str,
    pub council: &'static str,
    pub administrator: &'static str,
}

impl Words {
    /// The name of a role, by the code that a demonstration's account carries.
    #[must_use]
    pub fn role(&self, code: &str) -> &'static str {
        match code {
            "facility_manager" | "biobank_manager" | "manager" => self.facility_manager,
            "institution_officer" | "officer" => self.institution_officer,
            "council" => self.council,
            "administrator" => self.administrator,
            _ => self.researcher,
        }
    }
}

/// The button that signs in as one of the demonstration's people.
#[must_use]
pub fn sign_in_as(language: Language, name: &str) -> String {
    match language {
        Language::Ja => format!("{name}さんとしてサインイン"),
        Language::En => format!("Sign in as {name}"),
    }
}

pub(super) const JA: Words = Words {
    heading: "サインイン",
    error_prefix: "エラー：",
    failed: "サインインできませんでした",
    required: "※必須",
    email: "メールアドレス",
    password: "パスワード",
    sign_in: "サインイン",
    reset: "パスワードを忘れたとき",
    first_heading: "はじめて利用する方へ",
    first_text: "利用申請には利用者登録が必要です。約3分で終わります。",
    register: "利用者登録へ進む",
    demo_heading: "見本の利用者",
    demo_text: "見本の環境では、次の架空の利用者としてすぐにサインインできます。",
    resume_heading: "サインインしました",
    resume_text: "送信の途中だった内容は、まだ送られていません。次のボタンを押すと、入力した内容をそのまま送信します。",
    resume_button: "送信を続ける",
    for_request: "サインインの後、選んだ機器と日時の申請に進みます。",
    for_page: "このページを見るには、サインインが必要です。",
    session_ended: "しばらく操作がなかったため、サインインが切れました。入力した内容は残っています。サインインの後、続けて送信できます。",
    password_changed: "パスワードを設定しました。新しいパスワードでサインインしてください。",
    researcher: "研究者",
    facility_manager: "機器管理責任者",
    institution_officer: "機関窓口",
    council: "連絡調整会議事務局",
    administrator: "システム管理者",
};

pub(super) const EN: Words = Words {
    heading: "Sign in",
    error_prefix: "Error: ",
    failed: "You are not signed in",
    required: "required",
    email: "E-mail address",
    password: "Password",
    sign_in: "Sign in",
    reset: "Forgot your password?",
    first_heading: "First visit?",
    first_text: "You need to register before you can request time. It takes about three minutes.",
    register: "Register",
    demo_heading: "People of the demonstration",
    demo_text: "Here you can sign in at once as one of these invented people.",
    resume_heading: "You are signed in",
    resume_text: "What you were about to send has not been sent yet. Press the button to send it just as you entered it.",
    resume_button: "Go on and send",
    for_request: "After signing in you continue with the instrument and time you chose.",
    for_page: "You need to sign in to see this page.",
    session_ended: "You were signed out because nothing happened for a while. What you entered is kept; sign in and you can send it.",
    password_changed: "Your password is set. Sign in with the new one.",
    researcher: "Researcher",
    facility_manager: "Facility manager",
    institution_officer: "Institution officer",
    council: "Council office",
    administrator: "Administrator",
};
