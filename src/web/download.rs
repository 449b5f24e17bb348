//! A file as a download, never shown inside the house, whatever is in it.

use actix_web::http::header::{
    self, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};
use actix_web::{HttpRequest, HttpResponse};

use crate::domain::rule::document::Attachment;

/// Even a browser that opens it lets it do nothing.
const CSP: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

/// Answers with a PDF, or with the news that the reader has it already. Always the whole file: ranges
/// are not offered.
#[must_use]
pub fn pdf(
    request: &HttpRequest,
    file: &Attachment,
    content: Vec<u8>,
    cache: &str,
) -> HttpResponse {
    let etag = format!("\"{}\"", file.sha256);
    let is_known = request
        .headers()
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|seen| seen.split(',').any(|tag| tag.trim() == etag));
    let mut response = if is_known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response
        .insert_header((header::ETAG, etag))
        .insert_header((header::CACHE_CONTROL, cache))
        .insert_header((header::ACCEPT_RANGES, "none"))
        .insert_header((header::CONTENT_SECURITY_POLICY, CSP))
        .insert_header(disposition(&file.name));
    if is_known {
        return response.finish();
    }
    response.content_type("application/pdf").body(content)
}

/// The name for saving, in both forms of RFC 6266: plain letters for old programs, then all of it.
fn disposition(name: &str) -> ContentDisposition {
    let name: String = name
        .chars()
        .filter(|letter| !letter.is_control() && !matches!(letter, '/' | '\\'))
        .collect();
    let plain: String = name
        .chars()
        .map(|letter| match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '_' | ' ' => letter,
            _ => '_',
        })
        .collect();
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![
            DispositionParam::Filename(plain),
            DispositionParam::FilenameExt(ExtendedValue {
                charset: Charset::Ext("UTF-8".to_owned()),
                language_tag: None,
                value: name.into_bytes(),
            }),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e01_a_name_is_said_in_both_forms_and_breaks_out_of_neither() {
        let said = |name: &str| disposition(name).to_string();
        assert_eq!(
            said("様式1 申請書.pdf"),
            "attachment; filename=\"__1 ___.pdf\"; \
             filename*=UTF-8''%E6%A7%98%E5%BC%8F1%20%E7%94%B3%E8%AB%8B%E6%9B%B8.pdf"
        );
        for hostile in [
            "a\"; filename=\"b.exe",
            "a\r\nset-cookie: x=y",
            "../../a\\b",
        ] {
            let said = said(hostile);
            assert!(!said.contains(['\r', '\n', '\\']), "{said}");
            assert_eq!(said.matches('"').count(), 2, "{said}");
            assert!(!said.contains("../../"), "{said}");
        }
    }
}
