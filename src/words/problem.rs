//! The words of pages that say something did not work.

/// Heading, what happened, what to do.
type Three = (&'static str, &'static str, &'static str);

/// The problem pages.
pub struct Words {
    pub absent: Three,
    pub not_allowed: Three,
    pub wrong_method: Three,
    pub too_large: Three,
    pub file_too_large: Three,
    pub too_slow: Three,
    pub busy: Three,
    pub unreadable: Three,
    pub forged: Three,
    pub fault: Three,
    pub refused: Three,
    pub incident: &'static str,
    pub query: &'static str,
    pub search: &'static str,
    pub home: &'static str,
    pub find: &'static str,
    pub contact: &'static str,
}

pub(super) const JA: Words = Words {
    absent: (
        "ページが見つかりません",
        "お探しのページは移動または削除されたか、見る権限がありません。",
        "住所（URL）を確かめるか、下から機器を探してください。",
    ),
    not_allowed: (
        "この操作をする権限がありません",
        "この操作は、担当の管理者だけができます。",
        "担当者に依頼するか、相談窓口へご連絡ください。",
    ),
    wrong_method: (
        "この操作はできません",
        "この住所（URL）では、求められた操作を受け付けていません。",
        "前のページに戻って、ボタンからやり直してください。",
    ),
    too_large: (
        "送られた内容が大きすぎます",
        "一度に送れる大きさを超えています。",
        "文章を短くして、もう一度送信してください。",
    ),
    file_too_large: (
        "ファイルが大きすぎます",
        "添付できるファイルは20MBまでです。ファイルは保存していません。",
        "画像の解像度を下げるか、ファイルを分けて、もう一度送信してください。",
    ),
    too_slow: (
        "時間内に受信できませんでした",
        "通信が途中で止まりました。",
        "通信の状態を確かめて、もう一度送信してください。",
    ),
    busy: (
        "ただいま混み合っています",
        "受け付けられる数を超えたため、処理していません。",
        "数秒待って、もう一度お試しください。",
    ),
    unreadable: (
        "送られた内容を読み取れません",
        "形式が正しくないため、処理していません。",
        "前のページに戻って、もう一度送信してください。",
    ),
    forged: (
        "送信を受け付けられませんでした",
        "このページを開いてから時間がたったか、ほかのサイトから送信されました。何も変更していません。",
        "前のページを開き直して、もう一度送信してください。",
    ),
    fault: (
        "こちらの不具合で処理できませんでした",
        "入力の誤りではありません。原因は記録しました。",
        "少し待ってもう一度お試しください。続くときは、次の番号を相談窓口へお知らせください。",
    ),
    refused: (
        "この操作はできませんでした",
        "",
        "前のページに戻って内容を確かめてください。",
    ),
    incident: "事象番号",
    query: "機器名・手法・目的",
    search: "探す",
    home: "トップページ",
    find: "機器を探す",
    contact: "相談窓口",
};

pub(super) const EN: Words = Words {
    absent: (
        "Page not found",
        "The page was moved or deleted, or you may not see it.",
        "Check the address, or search for an instrument below.",
    ),
    not_allowed: (
        "You may not do this",
        "Only the managers in charge may do this.",
        "Ask the person in charge, or the contact desk.",
    ),
    wrong_method: (
        "This can't be done here",
        "This address does not accept what was asked of it.",
        "Go back to the previous page and use its buttons.",
    ),
    too_large: (
        "What you sent is too large",
        "It exceeds the size accepted at once.",
        "Shorten the text and send it again.",
    ),
    file_too_large: (
        "The file is too large",
        "A file may have at most 20 MB. It was not kept.",
        "Lower the resolution of its pictures or divide it, and send it again.",
    ),
    too_slow: (
        "We did not receive everything in time",
        "The transfer stopped half-way.",
        "Check your connection and send it again.",
    ),
    busy: (
        "We are busy right now",
        "More arrived than can be accepted, so nothing was done.",
        "Wait a few seconds and try again.",
    ),
    unreadable: (
        "What you sent can't be read",
        "It is not in the expected form, so nothing was done.",
        "Go back to the previous page and send it again.",
    ),
    forged: (
        "The form was not accepted",
        "The page was opened too long ago, or the form came from another site. Nothing was changed.",
        "Open the previous page again and send the form from there.",
    ),
    fault: (
        "Something broke on our side",
        "It was not your input. The cause has been recorded.",
        "Wait a moment and try again. If it goes on, tell the contact desk this number.",
    ),
    refused: (
        "This could not be done",
        "",
        "Go back to the previous page and check.",
    ),
    incident: "Incident number",
    query: "Instrument, method or purpose",
    search: "Search",
    home: "Home",
    find: "Find instruments",
    contact: "Contact",
};
