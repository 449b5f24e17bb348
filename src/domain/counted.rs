//! What is counted where many share a capacity: seats, nodes, cages, animals.

/// One unit of a shared capacity.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Counted {
    /// 席
    Seat,
    /// ノード
    Node,
    /// ケージ
    Cage,
    /// 頭
    Animal,
    /// Something that has no word of its own.
    Unit,
}

impl Counted {
    /// What is counted of a resource, by the code of its 分類.
    #[must_use]
    pub fn of(category: &str) -> Self {
        match category {
            "secure_cloud" => Self::Seat,
            "hpc" => Self::Node,
            "containment_animal" => Self::Cage,
            "primate" => Self::Animal,
            _ => Self::Unit,
        }
    }
}
