//! What is true and what is allowed: pure types, decisions and arithmetic, with the glossary.
//!
//! | English | 日本語 | | English | 日本語 |
//! |---|---|---|---|---|
//! | institution | 機関 | | booking | 予約 |
//! | facility | 施設 | | request | 利用申請 |
//! | resource | リソース（機器など） | | claim, allocation | 枠の占有 |
//! | usage rule | 利用規則 | | return | 差戻し |
//! | consent | 同意 | | reject | 不承認 |
//! | business day | 営業日 | | withdraw, cancel | 取下げ、取消し |
//! | closed day | 休業日 | | slot | 予約単位、枠 |
//! | buffer | 準備・洗浄時間 | | horizon | 予約可能期間 |
//! | lead | 申請期限 | | facility manager | 機器管理責任者 |
//! | service request | 依頼・分譲 | | external call | 公募・課題採択 |
//! | attendant | 立会者 | | component, need | 構成要素 |

pub mod actor;
pub mod agenda;
pub mod attendant;
pub mod availability;
pub mod booking;
pub mod calendar;
pub mod catalogue;
pub mod catalogue_file;
pub mod closed_day;
pub mod cooperation;
pub mod counted;
pub mod delivery;
pub mod desk;
pub mod door;
pub mod draft;
pub mod earliest;
pub mod equivalence;
pub mod event;
pub mod feed;
pub mod gate;
pub mod glance;
pub mod grid;
pub mod halt;
pub mod holiday;
pub mod id;
pub mod language;
pub mod letter;
pub mod mail_token;
pub mod name;
pub mod outage;
pub mod outside;
pub mod parameter;
pub mod passport;
pub mod password;
pub mod policy;
pub mod position;
pub mod preflight;
pub mod profile;
pub mod publication;
pub mod reconsent;
pub mod refusal;
pub mod release;
pub mod rule;
pub mod search;
pub mod service_request;
pub mod session;
pub mod support;
pub mod text;
pub mod time;
pub mod together;
pub mod training;
pub mod usage;
pub mod user;
pub mod vacancy;
pub mod waitlist;
pub mod waiver;
pub mod world;
