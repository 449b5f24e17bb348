//! The invented people of the demonstration, and the two invented places they need.

use crate::domain::language::Language;

/// What somebody is in the demonstration.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Post {
    Researcher,
    /// Decides on requests of these facilities.
    Manager(&'static [&'static str]),
    Officer,
    Council,
    Administrator,
}

impl Post {
    /// The name of the role in the list of sign-ins.
    #[must_use]
    pub const fn role(self) -> &'static str {
        match self {
            Self::Researcher => "researcher",
            Self::Manager(_) => "facility_manager",
            Self::Officer => "institution_officer",
            Self::Council => "council",
            Self::Administrator => "administrator",
        }
    }
}

/// One person.
#[derive(Copy, Clone, Debug)]
pub struct Figure {
    pub name: &'static str,
    /// The part of the address before the `@`.
    pub address: &'static str,
    /// The institution, by its address in the catalogue.
    pub institution: &'static str,
    pub position: &'static str,
    pub language: Language,
    pub post: Post,
}

/// An invented university: researchers from outside the group.
pub const UNIVERSITY: &str = "toto-university";
/// The office of the people who belong to no institution of the catalogue.
pub const OFFICE: &str = "council-office";

const fn ja(
    name: &'static str,
    address: &'static str,
    institution: &'static str,
    position: &'static str,
    post: Post,
) -> Figure {
    Figure {
        name,
        address,
        institution,
        position,
        language: Language::Ja,
        post,
    }
}

/// Everybody. Whoever comes first in a role is the one that a visitor should try.
pub const ALL: [Figure; 15] = [
    ja("佐藤 恵", "sato.megumi", "ncgg", "室長", Post::Researcher),
    ja(
        "鈴木 航",
        "suzuki.wataru",
        "nihs",
        "主任研究官",
        Post::Researcher,
    ),
    ja(
        "山本 健太",
        "yamamoto.kenta",
        UNIVERSITY,
        "准教授",
        Post::Researcher,
    ),
    ja("中村 葵", "nakamura.aoi", "ncc", "研究員", Post::Researcher),
    Figure {
        name: "Emily Carter",
        address: "emily.carter",
        institution: "riken",
        position: "Postdoctoral researcher",
        language: Language::En,
        post: Post::Researcher,
    },
    ja(
        "井上 玲",
        "inoue.rei",
        "riken",
        "機器管理責任者",
        Post::Manager(&["riken-cryoem", "riken-yokohama-nmr"]),
    ),
    ja(
        "西村 拓海",
        "nishimura.takumi",
        "ncvc",
        "機器管理責任者",
        Post::Manager(&["ncvc-imaging"]),
    ),
    ja(
        "松本 沙織",
        "matsumoto.saori",
        "nibiohn",
        "機器管理責任者",
        Post::Manager(&["nibiohn-core"]),
    ),
    ja(
        "高木 新",
        "takagi.arata",
        "aist",
        "機器管理責任者",
        Post::Manager(&["aist-bio", "aist-map"]),
    ),
    ja(
        "藤田 真由",
        "fujita.mayu",
        "ncchd",
        "機器管理責任者",
        Post::Manager(&["ncchd-ri"]),
    ),
    ja(
        "岡田 隼人",
        "okada.hayato",
        "ncgg",
        "機器管理責任者",
        Post::Manager(&["ncgg-ri"]),
    ),
    ja(
        "石川 恵子",
        "ishikawa.keiko",
        "jihs",
        "機器管理責任者",
        Post::Manager(&["ncgm-ri", "niid-core"]),
    ),
    ja(
        "渡辺 誠",
        "watanabe.makoto",
        "riken",
        "研究支援課長",
        Post::Officer,
    ),
    ja("加藤 由美", "kato.yumi", OFFICE, "事務局員", Post::Council),
    ja(
        "小川 亮",
        "ogawa.ryo",
        OFFICE,
        "システム管理者",
        Post::Administrator,
    ),
];

impl Figure {
    /// The mail address; the domain is reserved for examples and belongs to nobody.
    #[must_use]
    pub fn email(&self) -> String {
        format!("{}@example.jp", self.address)
    }
}
