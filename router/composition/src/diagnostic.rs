//! What composition tells people: codes, sentences, places in their files.
//! Owns the public diagnostic types; must not know how any rule is checked, nor how a diagnostic is shown.

use crate::model::{Source, Span};

macro_rules! codes {
    (errors { $($error:ident = $error_text:literal,)* } hints { $($hint:ident = $hint_text:literal,)* }) => {
        /// A stable code of an error or hint; the same words the federation tools of others use.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $error_text] $error,)* $(#[doc = $hint_text] $hint,)* }

        impl Code {
            /// The codes of errors. `CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS` is a hint's too.
            pub const ERRORS: &'static [Code] = &[$(Code::$error,)*];
            /// The codes of hints alone.
            pub const HINTS: &'static [Code] = &[$(Code::$hint,)*];

            /// The code as it is printed, in capitals.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$error => $error_text,)* $(Code::$hint => $hint_text,)* }
            }
        }
    };
}

codes! {
    errors {
        InvalidGraphql = "INVALID_GRAPHQL",
        DirectiveDefinitionInvalid = "DIRECTIVE_DEFINITION_INVALID",
        TypeDefinitionInvalid = "TYPE_DEFINITION_INVALID",
        InvalidSubgraphName = "INVALID_SUBGRAPH_NAME",
        RootQueryUsed = "ROOT_QUERY_USED",
        RootMutationUsed = "ROOT_MUTATION_USED",
        RootSubscriptionUsed = "ROOT_SUBSCRIPTION_USED",
        InvalidLinkDirectiveUsage = "INVALID_LINK_DIRECTIVE_USAGE",
        InvalidLinkIdentifier = "INVALID_LINK_IDENTIFIER",
        UnknownLinkVersion = "UNKNOWN_LINK_VERSION",
        UnknownFederationLinkVersion = "UNKNOWN_FEDERATION_LINK_VERSION",
        InvalidFederationSupergraph = "INVALID_FEDERATION_SUPERGRAPH",
        DownstreamServiceError = "DOWNSTREAM_SERVICE_ERROR",
        LinkImportNameMismatch = "LINK_IMPORT_NAME_MISMATCH",
        KeyInvalidFields = "KEY_INVALID_FIELDS",
        ProvidesInvalidFields = "PROVIDES_INVALID_FIELDS",
        RequiresInvalidFields = "REQUIRES_INVALID_FIELDS",
        KeyInvalidFieldsType = "KEY_INVALID_FIELDS_TYPE",
        ProvidesInvalidFieldsType = "PROVIDES_INVALID_FIELDS_TYPE",
        RequiresInvalidFieldsType = "REQUIRES_INVALID_FIELDS_TYPE",
        KeyFieldsHasArgs = "KEY_FIELDS_HAS_ARGS",
        ProvidesFieldsHasArgs = "PROVIDES_FIELDS_HAS_ARGS",
        KeyDirectiveInFieldsArg = "KEY_DIRECTIVE_IN_FIELDS_ARG",
        ProvidesDirectiveInFieldsArg = "PROVIDES_DIRECTIVE_IN_FIELDS_ARG",
        RequiresDirectiveInFieldsArg = "REQUIRES_DIRECTIVE_IN_FIELDS_ARG",
        KeyFieldsSelectInvalidType = "KEY_FIELDS_SELECT_INVALID_TYPE",
        ProvidesFieldsMissingExternal = "PROVIDES_FIELDS_MISSING_EXTERNAL",
        RequiresFieldsMissingExternal = "REQUIRES_FIELDS_MISSING_EXTERNAL",
        KeyUnsupportedOnInterface = "KEY_UNSUPPORTED_ON_INTERFACE",
        ProvidesUnsupportedOnInterface = "PROVIDES_UNSUPPORTED_ON_INTERFACE",
        RequiresUnsupportedOnInterface = "REQUIRES_UNSUPPORTED_ON_INTERFACE",
        ProvidesOnNonObjectField = "PROVIDES_ON_NON_OBJECT_FIELD",
        ExternalUnused = "EXTERNAL_UNUSED",
        ExternalOnInterface = "EXTERNAL_ON_INTERFACE",
        ExternalMissingOnBase = "EXTERNAL_MISSING_ON_BASE",
        ExternalTypeMismatch = "EXTERNAL_TYPE_MISMATCH",
        ExternalArgumentMissing = "EXTERNAL_ARGUMENT_MISSING",
        ExternalArgumentTypeMismatch = "EXTERNAL_ARGUMENT_TYPE_MISMATCH",
        ExternalArgumentDefaultMismatch = "EXTERNAL_ARGUMENT_DEFAULT_MISMATCH",
        ExternalCollisionWithAnotherDirective = "EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE",
        MergedDirectiveApplicationOnExternal = "MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL",
        InvalidFieldSharing = "INVALID_FIELD_SHARING",
        InvalidShareableUsage = "INVALID_SHAREABLE_USAGE",
        OverrideFromSelfError = "OVERRIDE_FROM_SELF_ERROR",
        OverrideSourceHasOverride = "OVERRIDE_SOURCE_HAS_OVERRIDE",
        OverrideCollisionWithAnotherDirective = "OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE",
        OverrideOnInterface = "OVERRIDE_ON_INTERFACE",
        TypeKindMismatch = "TYPE_KIND_MISMATCH",
        FieldTypeMismatch = "FIELD_TYPE_MISMATCH",
        FieldArgumentTypeMismatch = "FIELD_ARGUMENT_TYPE_MISMATCH",
        FieldArgumentDefaultMismatch = "FIELD_ARGUMENT_DEFAULT_MISMATCH",
        InputFieldDefaultMismatch = "INPUT_FIELD_DEFAULT_MISMATCH",
        RequiredArgumentMissingInSomeSubgraph = "REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH",
        RequiredInputFieldMissingInSomeSubgraph = "REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH",
        EmptyMergedInputType = "EMPTY_MERGED_INPUT_TYPE",
        EnumValueMismatch = "ENUM_VALUE_MISMATCH",
        EmptyMergedEnumType = "EMPTY_MERGED_ENUM_TYPE",
        ExtensionWithNoBase = "EXTENSION_WITH_NO_BASE",
        NoQueries = "NO_QUERIES",
        InterfaceFieldNoImplem = "INTERFACE_FIELD_NO_IMPLEM",
        InterfaceObjectUsageError = "INTERFACE_OBJECT_USAGE_ERROR",
        InterfaceKeyNotOnImplementation = "INTERFACE_KEY_NOT_ON_IMPLEMENTATION",
        InterfaceKeyMissingImplementationType = "INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE",
        ReferencedInaccessible = "REFERENCED_INACCESSIBLE",
        DefaultValueUsesInaccessible = "DEFAULT_VALUE_USES_INACCESSIBLE",
        QueryRootTypeInaccessible = "QUERY_ROOT_TYPE_INACCESSIBLE",
        RequiredInaccessible = "REQUIRED_INACCESSIBLE",
        ImplementedByInaccessible = "IMPLEMENTED_BY_INACCESSIBLE",
        OnlyInaccessibleChildren = "ONLY_INACCESSIBLE_CHILDREN",
        AuthRequirementsAppliedOnInterface = "AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE",
        MissingTransitiveAuthRequirements = "MISSING_TRANSITIVE_AUTH_REQUIREMENTS",
        SatisfiabilityError = "SATISFIABILITY_ERROR",
        ShareableHasMismatchedRuntimeTypes = "SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES",
        MaxValidationSubgraphPathsExceeded = "MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED",
        DirectiveCompositionError = "DIRECTIVE_COMPOSITION_ERROR",
        TypeWithOnlyUnusedExternal = "TYPE_WITH_ONLY_UNUSED_EXTERNAL",
        OverrideLabelInvalid = "OVERRIDE_LABEL_INVALID",
        DisallowedInaccessible = "DISALLOWED_INACCESSIBLE",
        ContextNotSet = "CONTEXT_NOT_SET",
        ContextInvalidSelection = "CONTEXT_INVALID_SELECTION",
        NoContextInSelection = "NO_CONTEXT_IN_SELECTION",
        ContextNoResolvableKey = "CONTEXT_NO_RESOLVABLE_KEY",
        ContextNameInvalid = "CONTEXT_NAME_INVALID",
        ContextualArgumentNotContextualInAllSubgraphs = "CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS",
        CostAppliedToInterfaceField = "COST_APPLIED_TO_INTERFACE_FIELD",
        ListSizeAppliedToNonList = "LIST_SIZE_APPLIED_TO_NON_LIST",
        ListSizeInvalidAssumedSize = "LIST_SIZE_INVALID_ASSUMED_SIZE",
        ListSizeInvalidSizedField = "LIST_SIZE_INVALID_SIZED_FIELD",
        ListSizeInvalidSlicingArgument = "LIST_SIZE_INVALID_SLICING_ARGUMENT",
    }
    hints {
        OverrideMigrationInProgress = "OVERRIDE_MIGRATION_IN_PROGRESS",
        DirectiveCompositionInfo = "DIRECTIVE_COMPOSITION_INFO",
        DirectiveCompositionWarn = "DIRECTIVE_COMPOSITION_WARN",
        ImplicitlyUpgradedFederationVersion = "IMPLICITLY_UPGRADED_FEDERATION_VERSION",
        InconsistentDefaultValuePresence = "INCONSISTENT_DEFAULT_VALUE_PRESENCE",
        InconsistentInputObjectField = "INCONSISTENT_INPUT_OBJECT_FIELD",
        InconsistentEnumValueForInputEnum = "INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM",
        InconsistentEnumValueForOutputEnum = "INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM",
        UnusedEnumType = "UNUSED_ENUM_TYPE",
        InconsistentDescription = "INCONSISTENT_DESCRIPTION",
        InconsistentArgumentPresence = "INCONSISTENT_ARGUMENT_PRESENCE",
        FromSubgraphDoesNotExist = "FROM_SUBGRAPH_DOES_NOT_EXIST",
        InconsistentNonRepeatableDirectiveArguments = "INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS",
        MergedNonRepeatableDirectiveArguments = "MERGED_NON_REPEATABLE_DIRECTIVE_ARGUMENTS",
        InconsistentButCompatibleFieldType = "INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE",
        InconsistentButCompatibleArgumentType = "INCONSISTENT_BUT_COMPATIBLE_ARGUMENT_TYPE",
        InconsistentEntity = "INCONSISTENT_ENTITY",
        InconsistentObjectValueTypeField = "INCONSISTENT_OBJECT_VALUE_TYPE_FIELD",
        InconsistentInterfaceValueTypeField = "INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD",
        InconsistentUnionMember = "INCONSISTENT_UNION_MEMBER",
        OverriddenFieldCanBeRemoved = "OVERRIDDEN_FIELD_CAN_BE_REMOVED",
        OverrideDirectiveCanBeRemoved = "OVERRIDE_DIRECTIVE_CAN_BE_REMOVED",
        InconsistentExecutableDirectivePresence = "INCONSISTENT_EXECUTABLE_DIRECTIVE_PRESENCE",
        InconsistentExecutableDirectiveRepeatable = "INCONSISTENT_EXECUTABLE_DIRECTIVE_REPEATABLE",
        InconsistentExecutableDirectiveLocations = "INCONSISTENT_EXECUTABLE_DIRECTIVE_LOCATIONS",
        NoExecutableDirectiveLocationsIntersection = "NO_EXECUTABLE_DIRECTIVE_INTERSECTION",
        InconsistentRuntimeTypesForShareableReturn = "INCONSISTENT_RUNTIME_TYPES_FOR_SHAREABLE_RETURN",
    }
}

/// A place in a subgraph's SDL.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The subgraph's name.
    pub subgraph: String,
    /// Line, counted from 1.
    pub line: u32,
    /// Column in characters, counted from 1.
    pub column: u32,
}

/// One error or hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code, absent only where no rule of federation names one.
    pub code: Option<Code>,
    /// What is wrong, in one or a few sentences.
    pub message: String,
    /// Names of the subgraphs concerned, sorted, without repeats.
    pub subgraphs: Vec<String>,
    /// Where it is, most telling place first.
    pub locations: Vec<Location>,
    /// What to change; composition always says it.
    pub help: Option<String>,
}

/// Gathers diagnostics of one stage and resolves spans to lines and columns.
pub(crate) struct Report<'a> {
    sources: &'a [Source],
    pub errors: Vec<Diagnostic>,
    pub hints: Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    pub fn new(sources: &'a [Source]) -> Self {
        Report {
            sources,
            errors: Vec::new(),
            hints: Vec::new(),
        }
    }

    pub fn sources(&self) -> &'a [Source] {
        self.sources
    }

    /// Where byte `inside` of the value of the string literal at `literal` stands.
    pub fn place_in(&self, literal: Span, inside: usize) -> Span {
        let source = &self.sources[literal.subgraph as usize];
        Span {
            subgraph: literal.subgraph,
            offset: source.offset_in_string(literal.offset, inside),
        }
    }

    pub fn error(&mut self, code: Code, message: impl Into<String>, spans: &[Span], help: &str) {
        let diagnostic = self.diagnostic(Some(code), message.into(), spans, help);
        self.errors.push(diagnostic);
    }

    /// An error that no rule of federation names: the merged schema is not GraphQL.
    pub fn error_without_code(&mut self, message: impl Into<String>, spans: &[Span], help: &str) {
        let diagnostic = self.diagnostic(None, message.into(), spans, help);
        self.errors.push(diagnostic);
    }

    pub fn hint(&mut self, code: Code, message: impl Into<String>, spans: &[Span], help: &str) {
        let diagnostic = self.diagnostic(Some(code), message.into(), spans, help);
        self.hints.push(diagnostic);
    }

    fn diagnostic(&self, code: Option<Code>, message: String, spans: &[Span], help: &str) -> Diagnostic {
        let mut subgraphs: Vec<String> = spans.iter().map(|span| self.sources[span.subgraph as usize].name.clone()).collect();
        subgraphs.sort();
        subgraphs.dedup();
        let locations = spans
            .iter()
            .filter(|span| span.is_located())
            .map(|span| {
                let source = &self.sources[span.subgraph as usize];
                let (line, column) = source.line_column(span.offset);
                Location {
                    subgraph: source.name.clone(),
                    line,
                    column,
                }
            })
            .collect();
        Diagnostic {
            code,
            message,
            subgraphs,
            locations,
            help: Some(help.to_string()),
        }
    }
}
