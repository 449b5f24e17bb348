//! When a resource of the file is open: the windows that the file gives, else the model's.

use toml::Spanned;

use crate::domain::availability::WeeklyWindow;
use crate::domain::catalogue_file::problem::Findings;

/// From this slot on, in minutes, a resource runs through the night.
const LONG_SLOT: i64 = 720;
const DAYTIME: &str = "Mon 09:00-Mon 17:00;Tue 09:00-Tue 17:00;Wed 09:00-Wed 17:00;Thu 09:00-Thu 17:00;Fri 09:00-Fri 17:00";
const ROUND_THE_CLOCK: &str = "Mon 09:00-Tue 09:00;Tue 09:00-Wed 09:00;Wed 09:00-Thu 09:00;Thu 09:00-Fri 09:00;Fri 09:00-Sat 09:00";
/// Minute of the week at which Saturday begins.
const SATURDAY: u16 = 5 * 24 * 60;
const WEEKDAYS_ONLY: &str = "weekend,national_holiday,year_end";
const ALSO_WEEKENDS: &str = "national_holiday,year_end";

/// Weekly windows and the codes of the closed calendars, as they are kept.
pub type Hours = (String, &'static str);

/// The model for a resource with slots of this length.
#[must_use]
pub fn model(slot_minutes: i64) -> Hours {
    let windows = if slot_minutes < LONG_SLOT {
        DAYTIME
    } else {
        ROUND_THE_CLOCK
    };
    (windows.to_owned(), WEEKDAYS_ONLY)
}

/// The windows of the file; none when one of them can't be read, which is noted.
pub fn of_file(
    asked: &[Spanned<String>],
    name: &str,
    findings: &mut Findings<'_>,
) -> Option<Hours> {
    let mut read = Vec::new();
    for window in asked {
        match WeeklyWindow::parse(window.as_ref()) {
            Some(parsed) => read.push(parsed),
            None => {
                let text = format!(
                    "the window '{}' can't be read; write 'Mon 21:00-Tue 07:00'",
                    window.as_ref()
                );
                findings.note(window.span(), name, text);
            }
        }
    }
    // Who opens on a Saturday is not closed at weekends.
    let calendars = if read.iter().any(|window| window.start >= SATURDAY) {
        ALSO_WEEKENDS
    } else {
        WEEKDAYS_ONLY
    };
    let written = read.iter().map(WeeklyWindow::write).collect::<Vec<_>>();
    (read.len() == asked.len()).then(|| (written.join(";"), calendars))
}
