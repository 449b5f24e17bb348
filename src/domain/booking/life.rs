//! 予約の一生: every deed on a booking, where it may be done, and where it leads (domain dossier §3.5).
//!
//! What is not in this one table cannot happen: decisions ask it first, and tests walk it at random.

use crate::domain::booking::State;

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident;)+) => {
        /// What can be done with a booking that was sent.
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
    /// 承諾する: the responsible person at home agrees.
    Endorse;
    /// 差し戻す, by the home side or the facility.
    HandBack;
    /// 直して再申請する
    Resend;
    /// 承認する: settled, or waiting for the other owners of its set.
    Approve;
    /// 条件を付けて承認する
    ApproveWithConditions;
    /// 条件を受け入れる
    Accept;
    /// 不承認とする
    Reject;
    /// 取り下げる, before it is settled.
    Withdraw;
    /// 取り消す, after that.
    Cancel;
    /// 施設の都合で取り消す
    CallOff;
    /// 日時や内容を変更する: of what is settled the facility may have to decide anew.
    Amend;
    /// 保留にする
    Hold;
    /// 保留を解く
    Release;
    /// 利用を始める
    CheckIn;
    /// 利用を終える
    CheckOut;
    /// 無断不使用とする
    MarkNoShow;
    /// 無断不使用の記録を取り消す
    Excuse;
    /// 利用報告を入力する
    Log;
    /// 完了とする: nothing is due any more.
    Close;
    /// 期限切れにする: nobody decided before the start.
    Expire;
    /// 一組をそろえる: the last owner of a set has agreed.
    Complete;
    /// 一組を解く: another booking of the set came to nothing.
    Dissolve;
}

/// Where a deed leads.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Leads {
    To(State),
    /// To one of two, as the rule says.
    Either(State, State),
    /// Where it stood before it was put on hold.
    Back,
}

/// Where a deed leads from a state; none where it can't be done.
#[must_use]
pub const fn leads(from: State, deed: Deed) -> Option<Leads> {
    match decided(from, deed) {
        None => used(from, deed),
        found => found,
    }
}

/// Until it is settled, and how it is changed or given up afterwards.
const fn decided(from: State, deed: Deed) -> Option<Leads> {
    use Leads::{Back, Either, To};
    use State::{
        Approved, ApprovedWithConditions, CancelledByFacility, CancelledByUser, Confirmed, Expired,
        FacilityReview, Held, InUse, Rejected, Returned, Submitted, UserSide, Withdrawn,
    };
    let leads = match (deed, from) {
        (Deed::Endorse, UserSide) => Either(FacilityReview, Submitted),
        // a request that competes holds no slot that a correction could keep
        (Deed::HandBack, UserSide | FacilityReview) => To(Returned),
        (Deed::Resend, Returned) => Either(FacilityReview, UserSide),
        (Deed::Approve, FacilityReview | Submitted) | (Deed::Accept, ApprovedWithConditions) => {
            Either(Confirmed, Approved)
        }
        (Deed::Dissolve, open) if open.is_open() => To(Withdrawn),
        (Deed::ApproveWithConditions, FacilityReview | Submitted) => To(ApprovedWithConditions),
        // a slot that a request on hold keeps can be given back by rejecting it
        (Deed::Reject, UserSide | FacilityReview | Submitted | Held) => To(Rejected),
        (Deed::Withdraw, open) if open.is_open() => To(Withdrawn),
        (Deed::Expire, open) if open.is_open() => To(Expired),
        (Deed::Cancel, Confirmed | Held) => To(CancelledByUser),
        (Deed::CallOff, Confirmed | InUse) => To(CancelledByFacility),
        (Deed::CallOff, open) if open.is_open() => To(CancelledByFacility),
        // what is settled stays so while a change of it is decided
        (Deed::Complete, Approved) | (Deed::Amend, Confirmed) => To(Confirmed),
        (Deed::Amend, FacilityReview | ApprovedWithConditions | Approved) => To(FacilityReview),
        (Deed::Amend, UserSide) => To(UserSide),
        (Deed::Amend, Submitted) => To(Submitted),
        (Deed::Hold, FacilityReview | UserSide | Confirmed | Held) => To(Held),
        (Deed::Release, Held) => Back,
        _ => return None,
    };
    Some(leads)
}

/// The use itself and what follows it.
const fn used(from: State, deed: Deed) -> Option<Leads> {
    use Leads::To;
    use State::{Closed, Confirmed, InUse, NoShow, Reported, Used};
    let leads = match (deed, from) {
        (Deed::CheckIn, Confirmed) => To(InUse),
        (Deed::CheckOut, Confirmed | InUse) => To(Used),
        (Deed::MarkNoShow, Confirmed | Used) => To(NoShow),
        (Deed::Log, Used | Reported) => To(Reported),
        (Deed::Excuse, NoShow) | (Deed::Close, Used | Reported) => To(Closed),
        _ => return None,
    };
    Some(leads)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Where a new request may begin.
    const BEGINNINGS: [State; 5] = [
        State::Submitted,
        State::UserSide,
        State::FacilityReview,
        State::Held,
        State::Confirmed,
    ];

    /// Every state that a deed may lead to.
    fn ends(leads: Leads) -> Vec<State> {
        match leads {
            Leads::To(state) => vec![state],
            Leads::Either(one, other) => vec![one, other],
            Leads::Back => vec![State::FacilityReview, State::UserSide, State::Confirmed],
        }
    }

    fn next(from: State) -> Vec<State> {
        Deed::ALL
            .iter()
            .filter_map(|deed| leads(from, *deed))
            .flat_map(ends)
            .collect()
    }

    #[test]
    fn every_state_is_reached_and_every_one_that_is_not_over_goes_on() {
        let mut reached = BEGINNINGS.to_vec();
        let mut seen = 0;
        while let Some(&state) = reached.get(seen) {
            for found in next(state) {
                if !reached.contains(&found) {
                    reached.push(found);
                }
            }
            seen += 1;
        }
        for state in State::ALL {
            assert!(reached.contains(state), "{state:?} is never reached");
            let over = state.is_given_up() && *state != State::NoShow || *state == State::Closed;
            assert_eq!(next(*state).is_empty(), over, "{state:?}");
        }
    }

    #[test]
    fn what_was_given_up_never_holds_time_again() {
        for from in State::ALL.iter().filter(|state| state.is_given_up()) {
            for to in next(*from) {
                assert_eq!((*from, to), (State::NoShow, State::Closed));
            }
        }
    }

    #[test]
    fn only_a_manager_s_yes_gives_time_to_what_held_none() {
        for deed in Deed::ALL {
            let Some(found) = leads(State::Submitted, *deed) else {
                continue;
            };
            let gains = ends(found).into_iter().any(State::holds_time);
            let gives = [Deed::Approve, Deed::ApproveWithConditions];
            assert!(!gains || gives.contains(deed), "{deed:?}");
        }
    }

    #[test]
    fn nobody_can_undo_a_use() {
        for from in [State::InUse, State::Used, State::Reported, State::Closed] {
            assert!(
                next(from)
                    .iter()
                    .all(|to| !to.is_open() && *to != State::CancelledByUser),
                "{from:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_walk_is_settled_only_by_approval(steps in prop::collection::vec((0..Deed::ALL.len(), any::<bool>()), 1..60)) {
            let mut state = State::FacilityReview;
            let mut before_hold = state;
            let mut approved = false;
            for (at, first) in steps {
                let deed = Deed::ALL[at];
                let Some(found) = leads(state, deed) else { continue };
                if deed == Deed::Hold && state != State::Held {
                    before_hold = state;
                }
                approved |= matches!(deed, Deed::Approve | Deed::Accept);
                state = match found {
                    Leads::To(state) => state,
                    Leads::Either(one, other) => if first { one } else { other },
                    Leads::Back => before_hold,
                };
                prop_assert!(!state.is_settled() || approved || state == State::Closed && deed == Deed::Excuse);
            }
        }
    }
}
