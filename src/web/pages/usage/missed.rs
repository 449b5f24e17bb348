//! What both pages of a no-show show: the booking, what was recorded, what follows or would follow from it.

use crate::domain::booking::decided::Decided;
use crate::domain::parameter::Parameter;
use crate::domain::usage::no_show::{NoShow, Record, appeal_until};
use crate::web::booking_facts;
use crate::web::parts::LinkedFact;
use crate::web::visit::Visit;
use crate::words::no_show as said;
use crate::words::{cancellation, when};

/// The booking, what was recorded, and what follows or would follow from it.
pub(super) fn facts(visit: &Visit, record: &Record) -> Vec<LinkedFact> {
    let (l, w) = (visit.language, &visit.words().no_show);
    let standing = &record.standing;
    let terms = standing
        .resource
        .on(standing.booking.span.start().day())
        .terms;
    let kept = record.kept.as_ref();
    let percent = kept.map_or_else(|| terms.count(Parameter::NoShowPercent), |one| one.percent);
    let limit = kept.map_or_else(
        || terms.count(Parameter::NoShowLimit),
        |one| one.mark.suspends_after,
    );
    let counted = record.marks.iter().filter(|mark| !mark.excused).count();
    let mut facts = booking_facts::place_and_time(visit, standing);
    facts.push(LinkedFact::plain(w.applicant, &standing.applicant.name));
    let excused = kept.is_some_and(|one| one.mark.excused);
    if !excused {
        facts.push(LinkedFact::plain(w.fee, cancellation::percent(l, percent)));
    }
    facts.push(LinkedFact::plain(w.count, said::times(l, counted, limit)));
    if let Some(kept) = kept {
        facts.extend(recorded(visit, kept, record));
    }
    facts
}

fn recorded(visit: &Visit, kept: &NoShow, record: &Record) -> Vec<LinkedFact> {
    let (l, w) = (visit.language, &visit.words().no_show);
    let until = kept.mark.suspends_until(&record.marks);
    let note = match kept.note.is_empty() {
        true => w.by_clock,
        false => &kept.note,
    };
    let moment = when::moment_with_year(l, kept.mark.at);
    let mut facts = vec![
        LinkedFact::plain(w.suspension, said::suspended(l, until)),
        LinkedFact::plain(w.marked_at, moment),
        LinkedFact::plain(w.note, note),
    ];
    match &kept.appeal {
        Some(appeal) => facts.push(LinkedFact::plain(w.appeal, &appeal.text)),
        None if kept.answer.is_none() => {
            let until = when::moment_with_year(l, appeal_until(kept));
            facts.push(LinkedFact::plain(w.appeal_until, until));
        }
        None => {}
    }
    let answer = |one: &Decided| {
        let reason = one.reason.as_deref().unwrap_or_default();
        format!("{reason}（{} {}）", one.by, when::moment(l, one.at))
    };
    let answered = kept.answer.as_ref().map(answer);
    facts.extend(answered.map(|text| LinkedFact::plain(w.answer, text)));
    facts
}
