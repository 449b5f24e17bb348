//! The invented people of the demonstration that visitors should try, one or more for each role.

use crate::cli::demo_world::post::{Guest, Post};
use crate::domain::gate::Desk;
use crate::domain::language::Language;

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
/// An invented company.
pub const COMPANY: &str = "kaku-pharma";
/// An invented university abroad.
pub const OVERSEAS: &str = "example-university-abroad";

const fn of(
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

const fn in_english(figure: Figure) -> Figure {
    Figure {
        language: Language::En,
        ..figure
    }
}

const MANAGER: &str = "機器管理責任者";

/// Those whom visitors should try. Whoever comes first in a role is the first of them.
pub const CAST: [Figure; 28] = [
    of("佐藤 恵", "sato.megumi", "ncgg", "室長", Post::Researcher),
    of(
        "鈴木 航",
        "suzuki.wataru",
        "nihs",
        "主任研究官",
        Post::Researcher,
    ),
    of(
        "山本 健太",
        "yamamoto.kenta",
        UNIVERSITY,
        "准教授",
        Post::Researcher,
    ),
    of("中村 葵", "nakamura.aoi", "ncc", "研究員", Post::Researcher),
    in_english(of(
        "Emily Carter",
        "emily.carter",
        "riken",
        "Postdoctoral researcher",
        Post::Researcher,
    )),
    of(
        "井上 玲",
        "inoue.rei",
        "riken",
        MANAGER,
        Post::Manager(&["riken-cryoem", "riken-yokohama-nmr", "riken-rccs"]),
    ),
    of(
        "西村 拓海",
        "nishimura.takumi",
        "ncvc",
        MANAGER,
        Post::Manager(&["ncvc-imaging"]),
    ),
    of(
        "松本 沙織",
        "matsumoto.saori",
        "nibiohn",
        MANAGER,
        Post::Manager(&["nibiohn-core"]),
    ),
    of(
        "高木 新",
        "takagi.arata",
        "aist",
        MANAGER,
        Post::Manager(&["aist-bio", "aist-map"]),
    ),
    of(
        "藤田 真由",
        "fujita.mayu",
        "ncchd",
        MANAGER,
        Post::Manager(&["ncchd-ri"]),
    ),
    of(
        "岡田 隼人",
        "okada.hayato",
        "ncgg",
        MANAGER,
        Post::Manager(&["ncgg-ri"]),
    ),
    of(
        "石川 恵子",
        "ishikawa.keiko",
        "jihs",
        MANAGER,
        Post::Manager(&["ncgm-ri", "niid-core"]),
    ),
    of(
        "渡辺 誠",
        "watanabe.makoto",
        "riken",
        "研究支援課長",
        Post::Officer(&["riken"]),
    ),
    of("加藤 由美", "kato.yumi", OFFICE, "事務局員", Post::Council),
    of(
        "小川 亮",
        "ogawa.ryo",
        OFFICE,
        "システム管理者",
        Post::Administrator,
    ),
    of(
        "三浦 遥",
        "miura.haruka",
        "ncgg",
        "研究企画係長",
        Post::Officer(&["ncgg", "ncc"]),
    ),
    of(
        "高野 理",
        "takano.osamu",
        "riken",
        "輸出管理担当",
        Post::Desks(&[Desk::ExportControl]),
    ),
    of(
        "三宅 誠司",
        "miyake.seiji",
        "riken",
        "放射線管理室員",
        Post::Desks(&[Desk::Radiation]),
    ),
    of(
        "林 美咲",
        "hayashi.misaki",
        "riken",
        "倫理審査・安全管理担当",
        Post::Desks(&[Desk::Ethics, Desk::Biosafety]),
    ),
    of(
        "西村 直",
        "nishimura.nao",
        "ncc",
        "輸出管理担当",
        Post::Desks(&[Desk::ExportControl]),
    ),
    of(
        "原田 愛",
        "harada.ai",
        "ncc",
        "バイオセーフティ担当",
        Post::Desks(&[Desk::Biosafety, Desk::Radiation]),
    ),
    of(
        "杉山 進",
        "sugiyama.susumu",
        "ncc",
        "倫理審査事務局員",
        Post::Desks(&[Desk::Ethics]),
    ),
    of(
        "木村 蒼",
        "kimura.ao",
        UNIVERSITY,
        "大学院生",
        Post::Guest(Guest::Student),
    ),
    of(
        "清水 翔",
        "shimizu.sho",
        COMPANY,
        "研究員",
        Post::Guest(Guest::Company),
    ),
    in_english(of(
        "Alex Example",
        "alex.example",
        OVERSEAS,
        "Associate professor",
        Post::Guest(Guest::Overseas),
    )),
    in_english(of(
        "Dr. A. Example",
        "a.example",
        "ncc",
        "Invited researcher",
        Post::Guest(Guest::Visiting),
    )),
    of(
        "小林 葵",
        "kobayashi.aoi",
        "jihs",
        "主任研究員",
        Post::Researcher,
    ),
    of(
        "吉田 望",
        "yoshida.nozomi",
        "ncc",
        "バイオバンク担当",
        Post::Manager(&["ncc-biobank", "ncc-ccat"]),
    ),
];

impl Figure {
    /// The mail address; the domain is reserved for examples and belongs to nobody.
    #[must_use]
    pub fn email(&self) -> String {
        format!("{}@example.jp", self.address)
    }
}
