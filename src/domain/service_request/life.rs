//! 依頼の一生: every deed on a request without a slot, where it may be done, and where it leads.
//!
//! What is not in this one table cannot happen: decisions ask it first, and tests walk it at random.

use crate::domain::service_request::chain::Chain;
use crate::domain::service_request::state::State;

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident;)+) => {
        /// What can be done with a request.
        #[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
        pub enum Deed {
            $($(#[$doc])* $name,)+
        }

        impl Deed {
            /// Every deed.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];
        }
    };
}

deeds! {
    /// 回答する: the facility answers a question.
    Answer;
    /// 申込みを送信する, where there was only a question.
    Apply;
    /// 直して再送信する
    Resend;
    /// 審査委員会へ進める
    Screen;
    /// 差し戻す
    HandBack;
    /// 承認する: all that was asked for.
    Grant;
    /// 条件付きで承認する: less, or under conditions.
    GrantInPart;
    /// 受諾する
    Accept;
    /// 辞退する
    Decline;
    /// 不承認とする
    Reject;
    /// 取り下げる
    Withdraw;
    /// 提供を取りやめる
    CallOff;
    /// 倫理審査の延長承認を登録する
    Extend;
    /// 署名日を記録する, of one side.
    NoteSignature;
    /// 署名日を記録する, of the second side: the contract stands.
    Sign;
    /// 支払いを記録する
    Settle;
    /// 発送する・利用権を付与する
    Deliver;
    /// 受領を確認する
    Receive;
    /// 経過報告の時期になる
    AskReport;
    /// 経過報告を提出する
    Report;
    /// 利用期間を更新する
    Renew;
    /// 終了を報告する: nothing is left.
    Finish;
    /// 残余の廃棄を報告する
    Dispose;
    /// 終了とする, by the facility.
    Close;
    /// 期限切れにする
    Expire;
}

/// Where a deed leads.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Leads {
    To(State),
    /// To the step that follows in the request's own chain.
    Next,
    /// To the step that follows the decision.
    Onward,
    Nowhere,
}

/// Where a deed leads from a state; none where it can't be done.
const fn leads(from: State, deed: Deed) -> Option<Leads> {
    match decided(from, deed) {
        None => provided(from, deed),
        found => found,
    }
}

/// Until it is decided and accepted.
const fn decided(from: State, deed: Deed) -> Option<Leads> {
    use Leads::{Next, Nowhere, Onward, To};
    use State::{
        Application, CalledOff, Committee, Conditional, Contract, Declined, Expired, Inquiry,
        Payment, Preparing, Rejected, Returned, Screening, Withdrawn,
    };
    let leads = match (deed, from) {
        (Deed::Answer, Inquiry) => To(Application),
        (Deed::Apply, Inquiry | Application) | (Deed::Resend, Returned) => To(Screening),
        (Deed::Screen, Screening) => Next,
        (Deed::HandBack, Screening | Committee) => To(Returned),
        (Deed::Grant, Screening | Committee) | (Deed::Accept, Conditional) => Onward,
        (Deed::GrantInPart, Screening | Committee) => To(Conditional),
        (Deed::Decline, Conditional) => To(Declined),
        (Deed::Reject, Inquiry | Screening | Committee) => To(Rejected),
        (
            Deed::Withdraw,
            Inquiry | Application | Screening | Committee | Returned | Contract | Payment
            | Preparing,
        ) => To(Withdrawn),
        (Deed::CallOff, Conditional | Contract | Payment | Preparing) => To(CalledOff),
        (
            Deed::Extend,
            Application
            | Screening
            | Committee
            | Returned
            | Conditional
            | Contract
            | Payment
            | Preparing
            | State::InUse
            | State::ProgressReport,
        ) => Nowhere,
        (Deed::Expire, Application | Returned | Conditional) => To(Expired),
        _ => return None,
    };
    Some(leads)
}

/// Once it was granted.
const fn provided(from: State, deed: Deed) -> Option<Leads> {
    use Leads::{Next, Nowhere, To};
    use State::{
        Contract, Delivered, Disposed, Finished, Granted, InUse, Payment, Preparing, ProgressReport,
    };
    let leads = match (deed, from) {
        (Deed::NoteSignature, Contract) | (Deed::Renew, InUse | ProgressReport) => Nowhere,
        (Deed::Sign, Contract)
        | (Deed::Settle, Payment)
        | (Deed::Deliver, Preparing)
        | (Deed::Receive, Delivered | Granted) => Next,
        (Deed::AskReport, InUse) => To(ProgressReport),
        (Deed::Report, InUse | ProgressReport) => To(InUse),
        (Deed::Finish, InUse | ProgressReport)
        | (Deed::Close, Delivered | Granted | InUse | ProgressReport) => To(Finished),
        (Deed::Dispose, InUse | ProgressReport) => To(Disposed),
        _ => return None,
    };
    Some(leads)
}

/// Where a deed leads a request with this chain; none where it can't be done.
#[must_use]
pub fn next(chain: &Chain, from: State, deed: Deed) -> Option<State> {
    let found = leads(from, deed)?;
    // a committee that the rules ask for is never passed by, and never asked where they don't
    let decides = matches!(deed, Deed::Grant | Deed::GrantInPart);
    let misplaced = decides && from != chain.decided_at()
        || deed == Deed::Screen && !chain.has(State::Committee);
    if misplaced {
        return None;
    }
    Some(match found {
        Leads::To(state) => state,
        Leads::Next => chain.after(from),
        Leads::Onward => chain.after(chain.decided_at()),
        Leads::Nowhere => from,
    })
}

#[cfg(test)]
mod tests;
