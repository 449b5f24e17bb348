//! 改正案について断る文。

use crate::domain::language::Language;
use crate::domain::refusal::drafting::Drafting;
use crate::domain::rule::pdf::FileBar;
use crate::domain::rule::text::{
    ARTICLE_LONGEST, ARTICLES_MOST, DOCUMENTS_MOST, Problem, TITLE_LONGEST, WHOLE_LONGEST,
};
use crate::words::{citation, when};

/// What is wrong, and what helps.
type Pair = (String, String);

fn pair(what: impl Into<String>, remedy: impl Into<String>) -> Pair {
    (what.into(), remedy.into())
}

#[expect(clippy::too_many_lines, reason = "a table of sentences")]
pub(super) fn of(bar: &Drafting) -> Pair {
    let l = Language::Ja;
    match bar {
        Drafting::Standing { by, at } => pair(
            format!(
                "この規則の改正案は、すでに作成されています（最終更新：{} {by}）。",
                when::moment(l, *at)
            ),
            "続きを編集するか、その改正案を破棄してから作り直してください。",
        ),
        Drafting::Changed { by, at } => pair(
            format!(
                "このページを開いた後、{}に{by}さんが改正案を保存しました。",
                when::moment(l, *at)
            ),
            "入力した内容は残してあります。保存されている内容と見比べ、必要ならもう一度保存してください。",
        ),
        Drafting::Contradictory { pairs } => pair(
            format!("矛盾している条件が{pairs}件あります。"),
            "下に挙げた条件を直してから公開してください。",
        ),
        Drafting::TooManySettings { most } => pair(
            format!("条件の数が、1つの版に定められる{most}件を超えています。"),
            "分類や機器ごとの条件をまとめて、数を減らしてください。",
        ),
        Drafting::VersionUsed { version } => pair(
            format!(
                "版の番号「{version}」は、公開した版または公開を取りやめた版で使われています。"
            ),
            "別の番号にしてください。",
        ),
        Drafting::TooEarly { earliest } => pair(
            "施行日が早すぎます。利用者に知らせる前の利用には適用できません。",
            format!(
                "{}以降の日にしてください。",
                when::day_with_year(l, *earliest)
            ),
        ),
        Drafting::TooLate { last } => pair(
            "施行日が先すぎます。",
            format!("{}までの日にしてください。", when::day_with_year(l, *last)),
        ),
        Drafting::BeforeScheduled {
            version,
            effective_on,
        } => pair(
            format!(
                "第{version}版が{}に施行される予定です。",
                when::day_with_year(l, *effective_on)
            ),
            "それより後の日にするか、その版の公開を取りやめてください。先に施行する場合は、下の確認にチェックを入れてください（同じ日にはできません）。",
        ),
        Drafting::Grace { most } => pair(
            "再同意の猶予が正しくありません。",
            format!("0～{most}の整数（日）を半角数字で入力してください。"),
        ),
        Drafting::GraceDiffers { said } => pair(
            format!("条件「改正後の再同意猶予」では{said}日と定めています。"),
            format!("猶予を{said}日にするか、条件を直してください。"),
        ),
        Drafting::InForce { since } => pair(
            format!(
                "この版は{}に施行されています。",
                when::day_with_year(l, *since)
            ),
            "施行後の版は取りやめられません。改正案を作って、新しい版を公開してください。",
        ),
        Drafting::Text(problem) => text(problem),
        Drafting::File(bar) => file(bar),
    }
}

#[expect(clippy::too_many_lines, reason = "a table of sentences")]
fn text(problem: &Problem) -> Pair {
    match problem {
        Problem::Empty => pair(
            "本文がありません。",
            "条文を1つ以上、日本語で入力してください。",
        ),
        Problem::TooManyDocuments => pair(
            format!("文書が{DOCUMENTS_MOST}件を超えています。"),
            "文書をまとめてください。",
        ),
        Problem::TooManyArticles { .. } => pair(
            format!("1つの文書の条が{ARTICLES_MOST}を超えています。"),
            "条をまとめるか、文書を分けてください。",
        ),
        Problem::ArticleTooLong { .. } => pair(
            format!(
                "本文が長すぎます（1つの言語で{}kBまで）。",
                ARTICLE_LONGEST / 1000
            ),
            "条を分けるか、別添のPDFにしてください。入力した内容は残してあります。",
        ),
        Problem::BadTitle { .. } => pair(
            format!("名称や見出しが長すぎます（{TITLE_LONGEST}文字まで）。"),
            "短くしてください。",
        ),
        Problem::BadNumber { .. } => pair(
            "条番号を読み取れません。",
            "「5」「5-2」のように半角の数字とハイフンで入力してください。前文は空欄にします。",
        ),
        Problem::NumberTwice { article, .. } if article.is_empty() => pair(
            "前文は、この文書にもうあります。",
            "条番号を入力してください。",
        ),
        Problem::NumberTwice { article, .. } => pair(
            format!(
                "{}は、この文書にもうあります。",
                citation::article(Language::Ja, article)
            ),
            "別の条番号にしてください。",
        ),
        Problem::WholeTooLong => pair(
            format!(
                "規則全体の本文が長すぎます（{}MBまで）。",
                WHOLE_LONGEST / 1_000_000
            ),
            "一部を別添のPDFにしてください。入力した内容は残してあります。",
        ),
        Problem::NoSuchArticle { article, .. } => pair(
            format!(
                "条件の根拠とした{}が、本文にありません。",
                citation::article(Language::Ja, article)
            ),
            "本文にある条番号を選ぶか、空欄にしてください。",
        ),
    }
}

fn file(bar: &FileBar) -> Pair {
    match bar {
        FileBar::Empty => pair(
            "ファイルが選ばれていないか、中身がありません。",
            "PDFファイルを選んでください。",
        ),
        FileBar::TooLarge { most } => pair(
            format!("ファイルが大きすぎます（{}MBまで）。", most / (1024 * 1024)),
            "画像の解像度を下げるか、ファイルを分けてください。",
        ),
        FileBar::NotPdf => pair(
            "PDFファイルではありません。",
            "名前が「.pdf」で終わる、完全なPDFファイルを選んでください。",
        ),
        FileBar::Acts { name } => pair(
            format!("開いたときに動作するもの、またはほかのファイルを含むPDFです（/{name}）。"),
            "「印刷」からPDFに保存し直すと、動作のないPDFになります。",
        ),
        FileBar::Quota { most } => pair(
            format!(
                "この施設の添付ファイルの合計が{}MBを超えます。",
                most / (1024 * 1024)
            ),
            "使わなくなった添付を改正案から外すか、小さいファイルにしてください。",
        ),
        FileBar::TooMany { most } => pair(
            format!("添付ファイルは、1つの版に{most}件までです。"),
            "ファイルをまとめてください。",
        ),
    }
}
