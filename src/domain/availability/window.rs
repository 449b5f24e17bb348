//! Weekly windows as people write them: `Mon 21:00-Tue 07:00`.

use crate::domain::availability::{DAY, WeeklyWindow};
use crate::domain::time::parse_clock;

/// Minutes of one week.
const WEEK: u16 = 7 * DAY;
/// The days of the week as they are written, from Monday.
const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

impl WeeklyWindow {
    /// Reads `Mon 21:00-Tue 07:00`. The end is the first such time after the start, `24:00`
    /// is the end of its day. Nothing may be as long as a week but a week from midnight,
    /// `Mon 00:00-Sun 24:00`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (start, end) = text.trim().split_once('-')?;
        let (first, opens) = moment(start)?;
        let (last, closes) = moment(end)?;
        let start = (first * DAY + opens) % WEEK;
        let end = (last * DAY + closes) % WEEK;
        let minutes = match (end + WEEK - start) % WEEK {
            0 if opens == 0 && closes == DAY => WEEK,
            0 => return None,
            minutes => minutes,
        };
        Some(Self { start, minutes })
    }

    /// Writes the window as [`WeeklyWindow::parse`] reads it; an end at midnight is `24:00`.
    #[must_use]
    pub fn write(&self) -> String {
        let week = u32::from(WEEK);
        let end = (u32::from(self.start) + u32::from(self.minutes)) % week;
        let closes = end % u32::from(DAY);
        let end = if closes == 0 {
            // The day that ends here rather than the one that starts.
            written((end + week - 1) % week, u32::from(DAY))
        } else {
            written(end, closes)
        };
        let start = u32::from(self.start) % week;
        format!("{}-{end}", written(start, start % u32::from(DAY)))
    }
}

/// Reads `Mon 21:00` as number of the day and minute of the day.
fn moment(text: &str) -> Option<(u16, u16)> {
    let (name, clock) = text.split_once(' ')?;
    let day = (0_u16..).zip(NAMES).find(|(_, known)| *known == name)?.0;
    Some((day, parse_clock(clock)?))
}

/// Writes a time on the day that holds the minute of the week.
fn written(minute_of_week: u32, minute_of_day: u32) -> String {
    let day = (0_u32..)
        .zip(NAMES)
        .find(|(day, _)| *day == minute_of_week / u32::from(DAY));
    let name = day.map_or("", |(_, name)| name);
    format!("{name} {:02}:{:02}", minute_of_day / 60, minute_of_day % 60)
}

#[cfg(test)]
mod tests {
    use crate::domain::availability::{WeeklyWindow, parse_windows, write_windows};
    use proptest::prelude::{prop_assert_eq, prop_assume, proptest};

    #[test]
    fn windows_are_written_as_they_are_read() {
        let night = WeeklyWindow {
            start: 1260,
            minutes: 600,
        };
        assert_eq!(WeeklyWindow::parse("Mon 21:00-Tue 07:00"), Some(night));
        let all = WeeklyWindow {
            start: 0,
            minutes: 7 * 1440,
        };
        assert_eq!(WeeklyWindow::parse("Mon 00:00-Sun 24:00"), Some(all));
        let list =
            "Mon 09:00-Mon 17:00; Sat 00:00-Sat 24:00; Sun 21:00-Mon 07:00; Tue 00:00-Mon 24:00";
        assert_eq!(write_windows(&parse_windows(list).unwrap()), list);
        assert_eq!(
            write_windows(&parse_windows("Sun 12:00-Mon 00:00").unwrap()),
            "Sun 12:00-Sun 24:00"
        );
        assert_eq!(
            parse_windows("Sun 24:00-Mon 07:00"),
            parse_windows("Mon 00:00-Mon 07:00")
        );
        assert_eq!(parse_windows(" "), Some(Vec::new()));
        assert_eq!(parse_windows(&write_windows(&[])), Some(Vec::new()));
    }

    #[test]
    fn a_window_in_another_form_is_refused() {
        for text in [
            "Mon 09:00",
            "Mon 09:00-",
            "Mon 09:00-17:00",
            "mon 09:00-mon 17:00",
            "Mon 9:00-Mon 17:00",
            "Mon 09:00-Mon 24:01",
            "Mon 09:00-Mon 09:00",
            "Mon 24:00-Mon 24:00",
            "Mon  09:00-Mon 17:00",
            "Mon 09:00 - Mon 17:00",
            "Mon 09:00-Mon 17:00;",
            ";",
            "Mon 09:00-Mon 17:00-Tue 01:00",
            "月 09:00-月 17:00",
            "Mon 09:60-Mon 17:00",
        ] {
            assert_eq!(parse_windows(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn writing_a_window_is_the_inverse_of_reading(start in 0_u16..10080, minutes in 1_u16..10080) {
            let window = WeeklyWindow { start, minutes };
            prop_assert_eq!(WeeklyWindow::parse(&window.write()), Some(window));
        }

        #[test]
        fn no_text_breaks_the_reader(text in "[MonSuTe0-9:; -]{0,30}|.{0,20}") {
            if let Some(windows) = parse_windows(&text) {
                prop_assume!(!windows.is_empty());
                prop_assert_eq!(parse_windows(&write_windows(&windows)), Some(windows));
            }
        }
    }
}
