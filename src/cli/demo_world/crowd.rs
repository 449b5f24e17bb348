//! More invented researchers, so that the calendars of the demonstration are filled by many.

use crate::cli::demo_world::people::{Figure, UNIVERSITY};
use crate::cli::demo_world::post::Post;
use crate::domain::language::Language;

/// Name, address and institution.
type Known = (&'static str, &'static str, &'static str);

const CROWD: [Known; 32] = [
    ("伊藤 結", "ito.yui", "nihs"),
    ("田中 陸", "tanaka.riku", "ncc"),
    ("渡辺 蓮", "watanabe.ren", "ncgg"),
    ("林 杏", "hayashi.an", "ncc"),
    ("中島 光", "nakajima.hikaru", "ncc"),
    ("山口 海", "yamaguchi.kai", "jihs"),
    ("石井 航", "ishii.wataru", "ncchd"),
    ("森田 楓", "morita.kaede", "ncvc"),
    ("池田 陽", "ikeda.haru", "ncvc"),
    ("橋本 澪", "hashimoto.mio", "nibiohn"),
    ("阿部 律", "abe.ritsu", "nibiohn"),
    ("前田 紬", "maeda.tsumugi", "riken"),
    ("藤井 湊", "fujii.minato", "riken"),
    ("後藤 凛", "goto.rin", "qst"),
    ("近藤 樹", "kondo.itsuki", "qst"),
    ("坂本 詩", "sakamoto.uta", "aist"),
    ("遠藤 司", "endo.tsukasa", "aist"),
    ("青木 茜", "aoki.akane", "ncnp"),
    ("福田 創", "fukuda.hajime", "ncnp"),
    ("三上 椿", "mikami.tsubaki", "ncchd"),
    ("岡本 昴", "okamoto.subaru", "ncgg"),
    ("竹内 栞", "takeuchi.shiori", "ncgg"),
    ("金子 匠", "kaneko.takumi", "jihs"),
    ("中川 環", "nakagawa.tamaki", "jihs"),
    ("原 千尋", "hara.chihiro", "niph"),
    ("小野 朔", "ono.saku", UNIVERSITY),
    ("田村 怜", "tamura.rei", UNIVERSITY),
    ("中山 葉", "nakayama.yo", UNIVERSITY),
    ("石田 灯", "ishida.akari", UNIVERSITY),
    ("上田 要", "ueda.kaname", "ncc"),
    ("宮崎 和", "miyazaki.nodoka", "nihs"),
    ("酒井 透", "sakai.toru", "ncvc"),
];

/// The crowd, as people of the demonstration.
pub fn crowd() -> impl Iterator<Item = Figure> {
    CROWD.iter().map(|&(name, address, institution)| Figure {
        name,
        address,
        institution,
        position: "研究員",
        language: Language::Ja,
        post: Post::Researcher,
    })
}
