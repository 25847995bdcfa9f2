//! The types a variable may have, compiled from the API schema.

use crate::leaf::EnumValues;

/// What a value must be, apart from null.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputKind {
    /// An integer of 32 bits.
    Int,
    /// A finite number.
    Float,
    /// A string.
    String,
    /// `true` or `false`.
    Boolean,
    /// A string or an integer.
    Id,
    /// A value of the enum with this number in [`VariableProgram::enums`].
    Enum(u32),
    /// Any JSON.
    Custom,
    /// An input object, by its number in [`VariableProgram::objects`].
    Object(u32),
    /// A list, or one item alone.
    List(Box<InputType>),
}

/// A kind with nullability.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputType {
    /// Whether null is refused.
    pub non_null: bool,
    /// The kind.
    pub kind: InputKind,
    /// As GraphQL writes it, for messages: `[ID!]!`.
    pub text: Box<str>,
}

/// A field of an input object.
#[derive(Debug, Clone)]
pub struct InputField {
    /// The field's name.
    pub name: Box<str>,
    /// The field's type.
    pub of_type: InputType,
    /// The default as JSON.
    pub default: Option<Box<str>>,
}

/// An input object.
#[derive(Debug, Clone)]
pub struct InputObject {
    /// The type's name, for messages.
    pub name: Box<str>,
    /// Whether exactly one field must be given, and not null (`@oneOf`).
    pub one_of: bool,
    /// The fields the API schema shows.
    pub fields: Vec<InputField>,
}

/// A variable of the operation.
#[derive(Debug, Clone)]
pub struct Variable {
    /// The name without `$`.
    pub name: Box<str>,
    /// The declared type.
    pub of_type: InputType,
    /// The declared default as JSON.
    pub default: Option<Box<str>>,
}

/// All variables of an operation with the input types they reach.
#[derive(Debug, Clone, Default)]
pub struct VariableProgram {
    /// In the order of declaration.
    pub variables: Vec<Variable>,
    /// Input objects by number.
    pub objects: Vec<InputObject>,
    /// Enums by number, with their names for messages.
    pub enums: Vec<(Box<str>, EnumValues)>,
}
