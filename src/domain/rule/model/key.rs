//! The keys of the model's documents, by which articles are named.

/// 規則
pub const RULE: u32 = 1;
/// 細則
pub const BYLAW: u32 = 2;
/// 別表1: equipment.
pub const EQUIPMENT: u32 = 3;
/// 別表2: periods and deadlines.
pub const PERIODS: u32 = 4;
/// 様式
pub const FORMS: u32 = 5;
/// 約款
pub const TERMS: u32 = 6;
