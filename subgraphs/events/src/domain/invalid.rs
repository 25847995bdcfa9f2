//! What is wrong with an input: a stable code, a sentence for the person, the place in the input.

/// One thing to correct. `path` names the input field, outermost first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    pub code: &'static str,
    pub message: String,
    pub path: Vec<String>,
}

impl Invalid {
    /// `path` is the field of the mutation's input.
    pub fn new(code: &'static str, message: impl Into<String>, path: &[&str]) -> Self {
        Self {
            code,
            message: message.into(),
            path: path.iter().map(|&step| step.to_owned()).collect(),
        }
    }
}
