//! What rules may look like, and what they may never do.

use std::time::{Duration, Instant};

use askama::Template;
use proptest::prelude::{prop_assert, proptest};

use super::{Author, LONGEST, Prose, render};

fn html(text: &str) -> String {
    render(text, Author::Facility).0
}

#[test]
fn what_rules_are_made_of_is_shown() {
    assert_eq!(
        html(
            "# 第1条\n\n本文は*強調*と**重要**と`記号`。\n\n1. 一\n2. 二\n\n- あ\n- い\n\n> 引用\n\n---\n"
        ),
        "<h2>第1条</h2>\n<p>本文は<em>強調</em>と<strong>重要</strong>と<code>記号</code>。</p>\n\
         <ol>\n<li>一</li>\n<li>二</li>\n</ol>\n<ul>\n<li>あ</li>\n<li>い</li>\n</ul>\n\
         <blockquote>\n<p>引用</p>\n</blockquote>\n<hr>\n"
    );
    assert_eq!(
        html("3. 三\n4. 四"),
        "<ol start=\"3\">\n<li>三</li>\n<li>四</li>\n</ol>\n"
    );
    assert_eq!(
        html("| 区分 | 期限 |\n|---|---|\n| 初回 | 10日 |\n"),
        "<div class=\"scr\"><table>\n<thead><tr><th scope=\"col\">区分</th><th scope=\"col\">期限</th></tr></thead>\n\
         <tbody>\n<tr><td>初回</td><td>10日</td></tr>\n</tbody></table></div>\n"
    );
}

#[test]
fn headings_never_skip_a_level() {
    assert_eq!(
        html("#### a\n# b\n### c\n###### d\n# e"),
        "<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n<h4>d</h4>\n<h2>e</h2>\n"
    );
}

#[test]
fn d02_raw_html_is_text() {
    for raw in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=\"x\">b</b> c",
        "<!-- x --><svg/onload=alert(1)>",
        "<style>*{display:none}</style>",
        "<?php x ?>",
        "<![CDATA[ x ]]>",
        "- <iframe src=\"https://x.example\">\n\n  <div>",
        "| <b> | \"' |\n|---|---|\n| <i> | & |",
        "`<script>` and\n\n```<x y=\"z\">\n<script>\n```",
    ] {
        assert_only_known_elements(&html(raw));
    }
    assert_eq!(html("<b>&amp;"), "<p>&lt;b&gt;&amp;</p>\n");
    assert_eq!(html("a &lt;b&gt; \0\u{202E}c"), "<p>a &lt;b&gt; c</p>\n");
}

#[test]
fn d02_links_lead_outward_by_https_http_or_mail_only() {
    assert_eq!(
        html("[規程](https://example.jp/a?b=1&c=2)"),
        "<p><a href=\"https://example.jp/a?b=1&amp;c=2\" rel=\"noopener noreferrer nofollow\">規程</a></p>\n"
    );
    assert!(html("<mailto:desk@example.jp>").contains("href=\"mailto:desk@example.jp\""));
    assert!(html("[a](HTTPS://example.jp)").contains("<a href"));
    for wrong in [
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java&#115;cript:alert(1))",
        "[a](&#x6A;avascript&colon;alert(1))",
        "[a](java&Tab;script:alert(1))",
        "[a](<java\tscript:alert(1)>)",
        "[a](\\javascript:alert(1))",
        "[a](vbscript:x)",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a](file:///etc/passwd)",
        "[a](//evil.example)",
        "[a](/signout)",
        "[a](?next=x)",
        "[a](#main)",
        "[a]()",
        "[a](https:evil.example)",
        "[a](<https://a b>)",
        "[a](https://a&#10;b)",
        "[a](https:\\\\evil.example)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "<data:x>",
        "https://example.jp www.example.jp",
    ] {
        let shown = html(wrong);
        assert!(!shown.contains("<a"), "{wrong} gave {shown}");
        assert_only_known_elements(&shown);
    }
    let quoted = html("[a](https://x.example/\"onmouseover=\"alert(1))");
    assert!(!quoted.contains("\"onmouseover"), "{quoted}");
}

#[test]
fn d02_images_are_their_description() {
    assert_eq!(
        html("![配置図](https://tracker.example/x.png \"t\")"),
        "<p>配置図</p>\n"
    );
    assert_eq!(html("![a](javascript:alert(1))"), "<p>a</p>\n");
    assert!(!html("[![a](https://t.example/x.png)](https://x.example)").contains("img"));
}

#[test]
fn d02_nesting_is_bounded_and_stays_well_formed() {
    for deep in [
        "- ".repeat(10_000) + "x",
        "> ".repeat(10_000) + "x",
        "1. ".repeat(10_000) + "x",
        (0..300)
            .map(|depth| format!("{}- a\n", "  ".repeat(depth)))
            .collect(),
        "*a **b ".repeat(2_000) + &"** *".repeat(2_000),
        format!("{}| a |\n{}|---|\n", "> ".repeat(30), "> ".repeat(30)),
        "[".repeat(5_000) + "a" + &"](https://x.example)".repeat(5_000),
    ] {
        let deepest = assert_only_known_elements(&html(&deep));
        assert!(deepest <= 28, "{deepest}");
    }
    assert!(html(&("> ".repeat(10_000) + "深い所")).contains("深い所"));
}

#[test]
fn d02_a_megabyte_of_anything_takes_no_time() {
    let limit = if cfg!(debug_assertions) { 4_000 } else { 100 };
    let megabyte = |part: &str| part.repeat(LONGEST / part.len());
    let references = format!(
        "[a]: https://example.jp/{}\n\n{}",
        "x".repeat(900),
        megabyte("[a] ")
    );
    let wide = format!(
        "{}\n{}\n{}",
        megabyte("|a").get(..4_000).unwrap(),
        "|-".repeat(2_000),
        megabyte("b\n")
    );
    let footnotes = "[^a]: [^b]\n[^b]: [^a]\n\n[^a] ".repeat(20_000);
    let autolinks = megabyte("<https://a.example> ");
    let bombs = [
        "[", "*", "_", "`", "![", "](", "<", "&", "*_", "**a ", "[a](", "~~~\n", "- \n", "|", "\\",
        "\"", "a\n\n",
    ];
    for text in bombs
        .iter()
        .map(|part| megabyte(part))
        .chain([references, wide, footnotes, autolinks])
    {
        let begun = Instant::now();
        let shown = html(&text);
        let taken = begun.elapsed();
        let start: String = text.chars().take(12).collect();
        assert!(
            taken < Duration::from_millis(limit),
            "{start:?} took {taken:?}"
        );
        assert!(
            shown.len() < 12_000_000,
            "{start:?} became {} bytes",
            shown.len()
        );
    }
}

#[test]
fn d02_what_is_too_long_is_cut_between_characters() {
    let shown = html(&"あ".repeat(LONGEST));
    assert!(shown.len() <= LONGEST + 20 && shown.ends_with("あ</p>\n"));
}

#[test]
fn the_house_links_to_its_own_pages_in_the_readers_language() {
    let of = |text: &str| render(text, Author::House { prefix: "/en" }).0;
    assert_eq!(
        of("[a](/resources)"),
        "<p><a href=\"/en/resources\">a</a></p>\n"
    );
    for wrong in [
        "[a](//evil.example)",
        "[a](/\\evil.example)",
        "[a](javascript:x)",
    ] {
        assert!(!of(wrong).contains("<a"), "{wrong}");
    }
}

#[test]
fn templates_show_prose_as_it_is_and_everything_else_escaped() {
    #[derive(Template)]
    #[template(source = "{{ prose }}{{ text }}", ext = "html")]
    struct Page<'a> {
        prose: Prose,
        text: &'a str,
    }
    let page = Page {
        prose: render("*a* <b>", Author::Facility),
        text: "<b>",
    };
    assert_eq!(
        page.render().unwrap(),
        "<p><em>a</em> &lt;b&gt;</p>\n&#60;b&#62;"
    );
}

/// Every `<` begins a known element, every element is closed in order; tells the deepest nesting.
fn assert_only_known_elements(shown: &str) -> usize {
    const STARTS: [&str; 25] = [
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "em",
        "strong",
        "code",
        "pre class=\"letter\"",
        "ul",
        "ol",
        "li",
        "blockquote",
        "div class=\"scr\"",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th scope=\"col\"",
        "br",
        "hr",
        "a",
        "ol start",
    ];
    let (mut open, mut deepest): (Vec<&str>, usize) = (Vec::new(), 0);
    for piece in shown.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').expect(shown);
        let name = tag.split(' ').next().unwrap_or_default();
        if let Some(closing) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closing), "{shown}");
            continue;
        }
        let is_link = tag.starts_with("a href=\"http") || tag.starts_with("a href=\"mailto:");
        let is_start = tag.starts_with("ol start=\"");
        assert!(
            is_link || is_start || STARTS.contains(&tag),
            "<{tag}> in {shown}"
        );
        if !matches!(name, "br" | "hr") {
            open.push(name);
            deepest = deepest.max(open.len());
        }
    }
    assert!(open.is_empty(), "{open:?} stay open in {shown}");
    deepest
}

proptest! {
    #[test]
    fn d02_no_text_makes_an_unknown_element(text in "([-*_`\\[\\]()<>!#|&:;/\\\\\"'= \\n1.~a]|javascript:|https://|<b>|&lt;){0,120}") {
        let deepest = assert_only_known_elements(&html(&text));
        prop_assert!(deepest <= 28);
    }
}
