//! How large an operation may be before any work proportional to its expansion is done.

/// Limits on one request document. Each is checked before the work it bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Tokens of the document, counted by the parser.
    pub tokens: usize,
    /// Nesting of the parser's recursion.
    pub recursion: usize,
    /// Operations per document, checked before validation.
    pub operations: usize,
    /// Root fields of the chosen operation, after fragments.
    pub root_fields: usize,
    /// Aliases of the chosen operation, after fragments.
    pub aliases: usize,
    /// Field nesting of the chosen operation, after fragments.
    pub depth: usize,
    /// Selections of the chosen operation once every fragment spread is replaced by its content.
    pub expanded_selections: u64,
    /// Diagnostics returned for one document.
    pub reported_errors: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            tokens: 15_000,
            recursion: 200,
            operations: 10,
            root_fields: 100,
            aliases: 200,
            depth: 64,
            expanded_selections: 100_000,
            reported_errors: 20,
        }
    }
}
