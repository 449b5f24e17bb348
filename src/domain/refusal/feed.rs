//! What stands in the way of a calendar feed.

/// What stands in the way of another feed.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum FeedBar {
    TooMany {
        most: usize,
    },
    /// The same form was sent before; its address was shown then.
    Opened,
}
