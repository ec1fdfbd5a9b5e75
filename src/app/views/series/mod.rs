//! The roll calls of a series.

mod page;

pub(in crate::app) use self::page::{aside, near, page, within};
