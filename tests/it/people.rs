//! The people of the tests, as values. They are invented.

/// Somebody with an account.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct Person {
    pub id: i64,
    pub name: &'static str,
    pub email: &'static str,
    pub institution: &'static str,
    pub language: &'static str,
    pub role: Option<Role>,
}

/// What they may do beyond asking.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// Decides on requests of this facility.
    Manager(&'static str),
    /// Speaks for this institution.
    Officer(&'static str),
    Administrator,
}

/// The password of all of them.
pub const PASSWORD: &str = "窓口のことは窓口で聞く2026";

/// A researcher who needs other institutions' instruments.
pub const SATO: Person = Person {
    id: 1001,
    name: "佐藤 恵",
    email: "sato@ncgg.example.jp",
    institution: "ncgg",
    language: "ja",
    role: None,
};

/// Another researcher, of another institution, who reads English.
pub const KIM: Person = Person {
    id: 1002,
    name: "Kim Jiwoo",
    email: "kim@ncc.example.jp",
    institution: "ncc",
    language: "en",
    role: None,
};

/// Decides on the cryo-electron microscope of RIKEN.
pub const INOUE: Person = Person {
    id: 1003,
    name: "井上 玲",
    email: "inoue@riken.example.jp",
    institution: "riken",
    language: "ja",
    role: Some(Role::Manager("riken-cryoem")),
};

/// Decides on the instruments of another institution.
pub const NAKAMURA: Person = Person {
    id: 1004,
    name: "中村 悠",
    email: "nakamura@ncchd.example.jp",
    institution: "ncchd",
    language: "ja",
    role: Some(Role::Manager("ncchd-ri")),
};

/// Decides on the instruments of a third institution, and reads English.
pub const YAMADA: Person = Person {
    id: 1005,
    name: "Yamada Noa",
    email: "yamada@ncgg.example.jp",
    institution: "ncgg",
    language: "en",
    role: Some(Role::Manager("ncgg-ri")),
};

/// Speaks for an institution.
pub const TAKAHASHI: Person = Person {
    id: 1006,
    name: "高橋 修",
    email: "takahashi@ncgg.example.jp",
    institution: "ncgg",
    language: "ja",
    role: Some(Role::Officer("ncgg")),
};

/// Runs the application.
pub const ADMINISTRATOR: Person = Person {
    id: 1007,
    name: "管理 花",
    email: "kanri@ncgm.example.jp",
    institution: "jihs",
    language: "ja",
    role: Some(Role::Administrator),
};

/// Everybody.
pub const ALL: [Person; 7] = [SATO, KIM, INOUE, NAKAMURA, YAMADA, TAKAHASHI, ADMINISTRATOR];
