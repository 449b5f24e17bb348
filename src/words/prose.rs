//! The pages of plain text: first steps, contact, accessibility, privacy, terms; each a Markdown file per language.

/// One page: its heading, one sentence for search engines, its text in Markdown.
pub struct Text {
    pub heading: &'static str,
    pub description: &'static str,
    pub body: &'static str,
}

/// All pages of plain text.
pub struct Words {
    pub crumb_label: &'static str,
    pub home: &'static str,
    pub guide: Text,
    pub contact: Text,
    pub accessibility: Text,
    pub privacy: Text,
    pub terms: Text,
}

pub(super) const JA: Words = Words {
    crumb_label: "現在の位置",
    home: "トップページ",
    guide: Text {
        heading: "はじめての方へ",
        description: "機器を探し、空きを確かめ、利用申請を送り、使うまでの流れ。",
        body: include_str!("prose/guide.ja.md"),
    },
    contact: Text {
        heading: "相談窓口",
        description: "機器の選び方、申請の書き方、画面の不具合の相談先。",
        body: include_str!("prose/contact.ja.md"),
    },
    accessibility: Text {
        heading: "アクセシビリティ方針",
        description: "JIS X 8341-3:2016の適合レベルAAに準拠する目標と、現在の状況。",
        body: include_str!("prose/accessibility.ja.md"),
    },
    privacy: Text {
        heading: "個人情報の取扱い",
        description: "保存する情報、その目的、見られる人、保存する期間。",
        body: include_str!("prose/privacy.ja.md"),
    },
    terms: Text {
        heading: "利用条件",
        description: "共用機器窓口を使うときの約束。",
        body: include_str!("prose/terms.ja.md"),
    },
};

pub(super) const EN: Words = Words {
    crumb_label: "You are here",
    home: "Home",
    guide: Text {
        heading: "Your first visit",
        description: "From finding an instrument and a free time to the request and its use.",
        body: include_str!("prose/guide.en.md"),
    },
    contact: Text {
        heading: "Contact desk",
        description: "Where to ask about instruments, requests and pages that do not work.",
        body: include_str!("prose/contact.en.md"),
    },
    accessibility: Text {
        heading: "Accessibility",
        description: "Our target, JIS X 8341-3:2016 level AA, and where we stand.",
        body: include_str!("prose/accessibility.en.md"),
    },
    privacy: Text {
        heading: "Privacy",
        description: "What is stored, why, who can see it, and for how long.",
        body: include_str!("prose/privacy.en.md"),
    },
    terms: Text {
        heading: "Terms of use",
        description: "The terms for using Madoguchi.",
        body: include_str!("prose/terms.en.md"),
    },
};
