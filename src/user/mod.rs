//! The user's own data: a record, which is laid over the embedded one or replaces it, and saved blocs.

mod blocs;
mod record;

pub use self::blocs::{open_blocs, remove_bloc, save_bloc};
pub use self::record::{Open, user_file};
