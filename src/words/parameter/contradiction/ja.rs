//! パラメーターの矛盾の文。{A}は値付き、{a}は名前だけ。

use crate::domain::parameter::clash::Clash;

#[expect(clippy::too_many_lines, reason = "a table of sentences")]
pub(super) const fn of(clash: Clash) -> &'static str {
    match clash {
        Clash::NoOrgClass | Clash::NoPosition | Clash::NoSupport | Clash::NoDisclosure => {
            "{A}のままでは、誰も申請できません。{a}を1つ以上選んでください。"
        }
        Clash::ShortestOverLongest | Clash::FailureDropAndUnit => {
            "{A}が{B}を超えています。{a}を短くするか、{b}を長くしてください。"
        }
        Clash::UnitAndShortest | Clash::UnitAndLongest => {
            "{B}が{A}の倍数ではありません。{b}を{a}の倍数にするか、{a}を変えてください。"
        }
        Clash::ClaimTooLong => {
            "{A}に{B}と{C}を足すと、1回の予約に確保できる31日を超えます。いずれかを短くしてください。"
        }
        Clash::DaysAndLongest => "{B}が{A}を超えています。{b}を短くするか、{a}を増やしてください。",
        Clash::HoursAndShortest => {
            "{B}が、{A}のどの時間帯にも収まりません。{b}を短くするか、{a}を広げてください。"
        }
        Clash::LeadAndHorizon | Clash::FirstLeadAndHorizon => {
            "{A}が{B}より先になり、誰も申請できません。{a}を短くするか、{b}を延ばしてください。"
        }
        Clash::MonthAndYear => "{A}が{B}を超えています。{a}を減らすか、{b}を増やしてください。",
        Clash::MonthAndShortest | Clash::YearAndShortest => {
            "{A}では、{B}の利用が1回もできません。{a}を増やすか、利用時間を短くしてください。"
        }
        Clash::AttendantAndSupport => {
            "{A}に、{B}で選んでいない支援形態があります。{a}から外すか、{b}に加えてください。"
        }
        Clash::SupervisionAndSupport => {
            "{A}を求めていますが、{B}に職員の加わる支援形態がありません。{b}に技術補助か技術代行を加えるか、{a}を0にしてください。"
        }
        Clash::AutomaticAndUnit => {
            "{A}が{B}より短いため、自動で承認される利用がありません。{a}を長くするか、{b}を短くしてください。"
        }
        Clash::ReminderAndDue | Clash::DueAndEscalation => {
            "{A}が{B}より後です。{a}を早めるか、{b}を遅らせてください。"
        }
        Clash::GatesBeforeSending => {
            "{A}に、{B}にない確認があります。{b}に加えるか、{a}から外してください。"
        }
        Clash::RequestBeforeSending => {
            "{A}に、申請ごとに確かめるものがあります。申請の前には登録できないため、{a}から外してください。"
        }
        Clash::LicensedWithoutLicence => {
            "{A}をライセンスのある方に認めていますが、{B}のままではライセンスを確かめられません。{b}を記入するか、{a}を変えてください。"
        }
        Clash::ExportAndGates => {
            "{A}としていますが、{B}に輸出管理の確認があります。{a}の方法を選ぶか、{b}から外してください。"
        }
        Clash::PledgeAndGates => {
            "{A}としていますが、{B}に所属機関の誓約書があります。{a}の頻度を選ぶか、{b}から外してください。"
        }
        Clash::FreeAndCharged => {
            "{A}と{B}が合っていません。{b}は、{a}までを無料とし、取消料はその後からかかるようにしてください。"
        }
        Clash::LimitAndSuspension => {
            "{A}を定めていますが、{B}が定められていません。{b}を1日以上にするか、{a}を0にしてください。"
        }
    }
}
