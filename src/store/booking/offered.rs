//! What the owners of resources offer to whoever asks: courses with their dates, records they recognise.

use std::collections::BTreeSet;

use crate::domain::catalogue::Resource;
use crate::domain::equivalence::Line;
use crate::domain::halt::Halt;
use crate::domain::id::{CourseId, FacilityId, InstitutionId, TrainingId, UserId};
use crate::domain::policy::applicant::Course;
use crate::domain::time::Instant;
use crate::domain::training;
use crate::store::engine::Conn;
use crate::store::training::dates::{self, Next};
use crate::store::{course, equivalence};

/// What the owners offer: courses with their next dates, and whose records they recognise.
pub(super) struct Offered {
    courses: Vec<training::Course>,
    coming: Vec<Next>,
    /// The dates that they take part in.
    mine: BTreeSet<TrainingId>,
    lines: Vec<Line>,
}

impl Offered {
    pub(super) fn of(
        conn: &mut Conn,
        resources: &[Resource],
        by: Option<UserId>,
        at: Instant,
    ) -> Result<Self, Halt> {
        let mut units: Vec<(FacilityId, InstitutionId)> = resources
            .iter()
            .map(|one| (one.facility, one.institution))
            .collect();
        units.sort_unstable();
        units.dedup();
        let facilities: Vec<FacilityId> = units.iter().map(|(id, _)| *id).collect();
        let institutions: Vec<InstitutionId> = units.iter().map(|(_, id)| *id).collect();
        let coming = dates::next_of(conn, &units, at)?;
        let ids: Vec<TrainingId> = coming.iter().map(|date| date.training).collect();
        Ok(Self {
            courses: course::of_facilities(conn, &facilities)?,
            mine: match by {
                Some(by) => dates::enrolled_in(conn, by, &ids)?,
                None => BTreeSet::new(),
            },
            coming,
            lines: equivalence::of_institutions(conn, &institutions)?,
        })
    }

    /// A facility's courses, each with its next date that has a seat left and the next of their own.
    pub(super) fn courses(&self, facility: FacilityId) -> Vec<Course> {
        let first = |course: CourseId, fits: &dyn Fn(&Next) -> bool| {
            let mut dates = self.coming.iter().filter(|date| date.course == course);
            let found = dates.find(|date| fits(date));
            found.map(|date| date.span.start().day())
        };
        let is_mine = |date: &Next| self.mine.contains(&date.training);
        self.courses
            .iter()
            .filter(|known| known.facility == facility)
            .map(|known| Course {
                id: known.id,
                code: known.code.clone(),
                next: first(known.id, &|date| date.free > 0 && !is_mine(date)),
                enrolled: first(known.id, &is_mine),
            })
            .collect()
    }

    pub(super) fn lines(&self, institution: InstitutionId) -> Vec<Line> {
        let mut lines = self.lines.clone();
        lines.retain(|line| line.institution == institution);
        lines
    }
}
