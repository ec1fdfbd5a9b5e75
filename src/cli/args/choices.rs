//! Arguments that are one of several words.

use clap::ValueEnum;

use crate::{answer, report};

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(in crate::cli) enum FormatArg {
    #[default]
    Table,
    Json,
    Csv,
    Md,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum When {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(in crate::cli) enum SortArg {
    #[default]
    Date,
    Symbol,
    Title,
    Yes,
    No,
    Abstain,
    Absent,
    Margin,
}

/// What a series runs over.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(in crate::cli) enum ByArg {
    Year,
    Session,
    Topic,
}

impl From<ByArg> for answer::By {
    fn from(by: ByArg) -> Self {
        match by {
            ByArg::Year => Self::Year,
            ByArg::Session => Self::Session,
            ByArg::Topic => Self::Topic,
        }
    }
}

impl From<SortArg> for answer::SortKey {
    fn from(sort: SortArg) -> Self {
        match sort {
            SortArg::Date => Self::Date,
            SortArg::Symbol => Self::Symbol,
            SortArg::Title => Self::Title,
            SortArg::Yes => Self::Yes,
            SortArg::No => Self::No,
            SortArg::Abstain => Self::Abstain,
            SortArg::Absent => Self::Absent,
            SortArg::Margin => Self::Margin,
        }
    }
}

impl From<FormatArg> for report::Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Table => Self::Table,
            FormatArg::Json => Self::Json,
            FormatArg::Csv => Self::Csv,
            FormatArg::Md => Self::Markdown,
        }
    }
}
