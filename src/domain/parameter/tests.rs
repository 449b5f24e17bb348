//! The table of parameters holds together.

use std::collections::BTreeSet;

use super::*;

#[test]
fn codes_are_distinct_and_defaults_can_be_read() {
    let codes: BTreeSet<&str> = Parameter::ALL.iter().map(|one| one.code()).collect();
    assert_eq!(codes.len(), Parameter::ALL.len());
    for parameter in Parameter::ALL {
        let entry = parameter.entry();
        let read = entry.kind.read(entry.default);
        assert_eq!(read, Ok(parameter.default()), "{}", entry.code);
        assert_eq!(entry.kind.read(&parameter.default().to_string()), read);
        assert_eq!(Parameter::from_code(entry.code), Some(*parameter));
    }
}
