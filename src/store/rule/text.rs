//! The texts of published versions: documents with articles, and parameters. They never change.

use diesel::prelude::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

use crate::domain::halt::Halt;
use crate::domain::id::RuleId;
use crate::domain::name::Name;
use crate::domain::parameter::setting::Sheet;
use crate::domain::rule::Rule;
use crate::domain::rule::text::Text;
use crate::store::engine::Conn;
use crate::store::schema::rule_text;
use crate::store::tx::Tx;

/// What a version says. One that is older than documents has its text in one piece: `whole`.
///
/// # Errors
/// A fault: a text that can't be read is not passed over.
pub fn of(conn: &mut Conn, rule: &Rule, whole: Name) -> Result<Text, Halt> {
    let kept: Option<(String, String)> = rule_text::table
        .find(rule.id.number())
        .select((rule_text::documents, rule_text::settings))
        .first(conn)
        .optional()?;
    let Some((documents, settings)) = kept else {
        return Ok(Text::plain(rule.title.clone(), whole));
    };
    Ok(Text {
        documents: serde_json::from_str(&documents).map_err(|error| {
            Halt::broken(format!(
                "the text of rule {} can't be read: {error}",
                rule.id
            ))
        })?,
        sheet: self::settings(rule, &settings)?,
    })
}

/// Keeps the text of a new version, with the titles that its parameters cite.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, id: RuleId, text: &Text) -> Result<(), Halt> {
    let mut sheet = text.sheet.clone();
    sheet.titles = text
        .documents
        .iter()
        .map(|document| (document.key, document.title.clone()))
        .collect();
    let written = |value: Result<String, serde_json::Error>| value.map_err(Halt::broken);
    diesel::insert_into(rule_text::table)
        .values((
            rule_text::rule_id.eq(id.number()),
            rule_text::documents.eq(written(serde_json::to_string(&text.documents))?),
            rule_text::settings.eq(written(serde_json::to_string(&sheet))?),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Reads the parameters of a version as they are kept.
///
/// # Errors
/// A fault: what can't be read is not passed over, as a rule would silently not hold.
pub fn settings(rule: &Rule, text: &str) -> Result<Sheet, Halt> {
    serde_json::from_str(text).map_err(|error| {
        Halt::broken(format!(
            "the parameters of rule {} can't be read: {error}",
            rule.id
        ))
    })
}
