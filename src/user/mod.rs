//! What a user has of their own: a record, which is laid over the embedded one or takes its place, and saved blocs.

mod blocs;
mod record;

pub use self::blocs::{open_blocs, remove_bloc, save_bloc};
pub use self::record::{Open, user_file};
