//! What changes for clients from one schema to the next. Owns the kinds of changes, how each is classed and where it
//! stands; must not know who uses the schema: it only names what an operation must use to be affected.
//!
//! The classes are those people know from graphql-js (breaking and dangerous changes), and what federation adds: demands
//! on callers, and subgraphs.

mod demands;
mod inputs;
mod types;

use crate::diagnostic::{Diagnostic, Location, Report};
use crate::model::{DirectiveUse, Known, SPECIFICATIONS_URL, Schema, Source, Span, uses};
use crate::{api, parse, print, reader, stop};
use demands::Demand;
use std::collections::{BTreeMap, BTreeSet};

macro_rules! change_codes {
    ($($variant:ident = $text:literal,)*) => {
        /// A stable code of a kind of change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ChangeCode { $(#[doc = $text] $variant,)* }

        impl ChangeCode {
            /// The code as it is printed, in capitals.
            pub fn as_str(self) -> &'static str {
                match self { $(ChangeCode::$variant => $text,)* }
            }
        }
    };
}

change_codes! {
    TypeAdded = "TYPE_ADDED",
    TypeRemoved = "TYPE_REMOVED",
    TypeChangedKind = "TYPE_CHANGED_KIND",
    FieldAdded = "FIELD_ADDED",
    FieldRemoved = "FIELD_REMOVED",
    FieldChangedKind = "FIELD_CHANGED_KIND",
    ArgRemoved = "ARG_REMOVED",
    ArgChangedKind = "ARG_CHANGED_KIND",
    ArgDefaultValueAdded = "ARG_DEFAULT_VALUE_ADDED",
    ArgDefaultValueChange = "ARG_DEFAULT_VALUE_CHANGE",
    RequiredArgAdded = "REQUIRED_ARG_ADDED",
    OptionalArgAdded = "OPTIONAL_ARG_ADDED",
    RequiredInputFieldAdded = "REQUIRED_INPUT_FIELD_ADDED",
    OptionalInputFieldAdded = "OPTIONAL_INPUT_FIELD_ADDED",
    InputFieldDefaultValueAdded = "INPUT_FIELD_DEFAULT_VALUE_ADDED",
    InputFieldDefaultValueChange = "INPUT_FIELD_DEFAULT_VALUE_CHANGE",
    OneOfAdded = "ONE_OF_ADDED",
    OneOfRemoved = "ONE_OF_REMOVED",
    ImplementedInterfaceAdded = "IMPLEMENTED_INTERFACE_ADDED",
    ImplementedInterfaceRemoved = "IMPLEMENTED_INTERFACE_REMOVED",
    TypeAddedToUnion = "TYPE_ADDED_TO_UNION",
    TypeRemovedFromUnion = "TYPE_REMOVED_FROM_UNION",
    ValueAddedToEnum = "VALUE_ADDED_TO_ENUM",
    ValueRemovedFromEnum = "VALUE_REMOVED_FROM_ENUM",
    SpecifiedByChanged = "SPECIFIED_BY_CHANGED",
    RootOperationAdded = "ROOT_OPERATION_ADDED",
    RootOperationChanged = "ROOT_OPERATION_CHANGED",
    RootOperationRemoved = "ROOT_OPERATION_REMOVED",
    DirectiveAdded = "DIRECTIVE_ADDED",
    DirectiveRemoved = "DIRECTIVE_REMOVED",
    DirectiveLocationAdded = "DIRECTIVE_LOCATION_ADDED",
    DirectiveLocationRemoved = "DIRECTIVE_LOCATION_REMOVED",
    DirectiveRepeatableAdded = "DIRECTIVE_REPEATABLE_ADDED",
    DirectiveRepeatableRemoved = "DIRECTIVE_REPEATABLE_REMOVED",
    DirectiveArgRemoved = "DIRECTIVE_ARG_REMOVED",
    DirectiveArgChangedKind = "DIRECTIVE_ARG_CHANGED_KIND",
    DirectiveArgDefaultValueAdded = "DIRECTIVE_ARG_DEFAULT_VALUE_ADDED",
    DirectiveArgDefaultValueChange = "DIRECTIVE_ARG_DEFAULT_VALUE_CHANGE",
    RequiredDirectiveArgAdded = "REQUIRED_DIRECTIVE_ARG_ADDED",
    OptionalDirectiveArgAdded = "OPTIONAL_DIRECTIVE_ARG_ADDED",
    DescriptionChanged = "DESCRIPTION_CHANGED",
    DeprecationAdded = "DEPRECATION_ADDED",
    DeprecationChanged = "DEPRECATION_CHANGED",
    DeprecationRemoved = "DEPRECATION_REMOVED",
    AuthorizationTightened = "AUTHORIZATION_TIGHTENED",
    AuthorizationRelaxed = "AUTHORIZATION_RELAXED",
    SubgraphAdded = "SUBGRAPH_ADDED",
    SubgraphRemoved = "SUBGRAPH_REMOVED",
    SubgraphUrlChanged = "SUBGRAPH_URL_CHANGED",
}

/// What a change does to clients that were right before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Impact {
    /// Operations can become invalid, or answers no longer what they promised.
    Breaking,
    /// Operations stay valid, but a client may meet what it did not expect.
    Dangerous,
    /// Nobody notices who does not look.
    Safe,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// How it is classed.
    pub impact: Impact,
    /// The schema coordinate of what changed, as `Type.field(argument:)`; for a change of subgraphs the subgraph's name.
    pub coordinate: String,
    /// The kind of change.
    pub code: ChangeCode,
    /// What happened, as a sentence about the coordinate.
    pub message: String,
    /// Schema coordinates in the old schema; an operation that does not use all of them is not affected.
    pub touches: Vec<String>,
    /// Where: in the new schema, or in the old one if it was removed. `subgraph` is the text's name.
    pub location: Option<Location>,
}

/// A schema as it was published: a supergraph, or an API schema.
#[derive(Debug)]
pub struct PublishedSchema {
    source: Source,
    api: Schema,
    /// Input types of which exactly one field is given.
    one_of: BTreeSet<String>,
    /// By coordinate; none for an API schema, which does not tell.
    demands: Option<BTreeMap<String, Demand>>,
    /// Addresses by name; none for an API schema.
    subgraphs: BTreeMap<String, String>,
}

impl PublishedSchema {
    /// Reads a supergraph of any composer, or an API schema. `name` is what locations call the text.
    pub fn read(name: &str, sdl: &str) -> Result<Self, Vec<Diagnostic>> {
        let sources = [Source::new(name.to_owned(), sdl.to_owned())];
        let mut report = Report::new(&sources);
        let document = reader::read(0, &sources[0], &mut report);
        stop(&mut report)?;
        let document = document.expect("what cannot be read is reported");
        let own = document.own();
        let api = api::build(&own, &mut report);
        stop(&mut report)?;
        let is_one_of = |directives: &[DirectiveUse]| directives.iter().any(|application| &*application.name == "oneOf");
        let one_of = own.types.values().filter(|definition| is_one_of(&definition.directives));
        Ok(PublishedSchema {
            one_of: one_of.map(|definition| definition.name.to_string()).collect(),
            demands: document.is_supergraph().then(|| demands::of(&own, &api)),
            subgraphs: document.graphs().map(|(name, url)| (name.to_owned(), url.to_owned())).collect(),
            api,
            source: Source::new(name.to_owned(), sdl.to_owned()),
        })
    }

    /// What clients see of it.
    pub fn api_sdl(&self) -> String {
        print::print(&self.api)
    }
}

/// Whether a schema is a subgraph's, which must be composed before clients see it: it links federation, or uses
/// directives of federation 1 without defining them.
pub fn is_subgraph(sdl: &str) -> bool {
    let Some(schema) = parse::document(sdl) else { return false };
    let mut is_subgraph = false;
    schema.each_directive(&mut |application| {
        let links_federation = application.text("url").is_some_and(|url| {
            url.strip_prefix(SPECIFICATIONS_URL)
                .is_some_and(|rest| rest.starts_with("/federation/"))
        });
        let is_undefined = !schema.directive_defs.contains_key(&application.name);
        let is_federation_1 = matches!(&*application.name, "key" | "requires" | "provides" | "external" | "extends");
        is_subgraph |= links_federation || (is_undefined && is_federation_1);
    });
    is_subgraph
        || schema
            .types
            .values()
            .any(|definition| definition.blocks.iter().all(|block| block.is_extension))
}

/// All changes from one schema to another, those with most impact first, then by coordinate.
pub fn changes(old: &PublishedSchema, new: &PublishedSchema) -> Vec<Change> {
    let mut comparison = Comparison {
        old,
        new,
        changes: Vec::new(),
    };
    comparison.types();
    comparison.directives();
    comparison.roots();
    comparison.demands();
    comparison.subgraphs();
    let mut changes = comparison.changes;
    changes.sort_by(|one, two| {
        let by_impact = one.impact.cmp(&two.impact).then_with(|| one.coordinate.cmp(&two.coordinate));
        by_impact
            .then_with(|| one.code.cmp(&two.code))
            .then_with(|| one.message.cmp(&two.message))
    });
    changes
}

struct Comparison<'a> {
    old: &'a PublishedSchema,
    new: &'a PublishedSchema,
    changes: Vec<Change>,
}

/// Where a change is seen.
#[derive(Clone, Copy)]
enum Place {
    Old(Span),
    New(Span),
    Nowhere,
}

/// A change whose place and impact are known.
struct Seen<'a> {
    code: ChangeCode,
    impact: Impact,
    coordinate: &'a str,
    place: Place,
}

impl Comparison<'_> {
    fn note(&mut self, seen: Seen<'_>, message: impl Into<String>, touches: &[&str]) {
        let (source, span) = match seen.place {
            Place::Old(span) => (&self.old.source, Some(span)),
            Place::New(span) => (&self.new.source, Some(span)),
            Place::Nowhere => (&self.new.source, None),
        };
        let location = span.filter(|span| span.is_located()).map(|span| {
            let (line, column) = source.line_column(span.offset);
            Location {
                subgraph: source.name.clone(),
                line,
                column,
            }
        });
        self.changes.push(Change {
            impact: seen.impact,
            coordinate: seen.coordinate.to_owned(),
            code: seen.code,
            message: message.into(),
            touches: touches.iter().map(|touched| (*touched).to_owned()).collect(),
            location,
        });
    }

    fn safe(&mut self, code: ChangeCode, coordinate: &str, place: Place, message: impl Into<String>) {
        let seen = Seen {
            code,
            impact: Impact::Safe,
            coordinate,
            place,
        };
        self.note(seen, message, &[]);
    }

    fn dangerous(&mut self, code: ChangeCode, coordinate: &str, place: Place, message: impl Into<String>) {
        let seen = Seen {
            code,
            impact: Impact::Dangerous,
            coordinate,
            place,
        };
        self.note(seen, message, &[]);
    }

    fn breaking(&mut self, code: ChangeCode, coordinate: &str, place: Place, message: impl Into<String>, touches: &[&str]) {
        let seen = Seen {
            code,
            impact: Impact::Breaking,
            coordinate,
            place,
        };
        self.note(seen, message, touches);
    }

    fn description(&mut self, coordinate: &str, old: Option<&str>, new: Option<&str>, span: Span) {
        let filled = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
        let what = match (filled(old), filled(new)) {
            (old, new) if old == new => return,
            (None, _) => "Its description was added.",
            (_, None) => "Its description was removed.",
            _ => "Its description changed.",
        };
        self.safe(ChangeCode::DescriptionChanged, coordinate, Place::New(span), what);
    }

    fn deprecation(&mut self, coordinate: &str, old: &[DirectiveUse], new: &[DirectiveUse], span: Span) {
        let reason = |directives| {
            uses(directives, Known::Deprecated)
                .next()
                .map(|application| application.text("reason").unwrap_or("No longer supported").to_owned())
        };
        let place = Place::New(span);
        match (reason(old), reason(new)) {
            (old, new) if old == new => {}
            (None, Some(reason)) => self.safe(
                ChangeCode::DeprecationAdded,
                coordinate,
                place,
                format!("It is deprecated now: {reason}"),
            ),
            (Some(_), None) => self.safe(ChangeCode::DeprecationRemoved, coordinate, place, "It is no longer deprecated."),
            (_, Some(reason)) => self.safe(
                ChangeCode::DeprecationChanged,
                coordinate,
                place,
                format!("It is deprecated for another reason now: {reason}"),
            ),
            (None, None) => {}
        }
    }

    fn subgraphs(&mut self) {
        let (old, new) = (self.old, self.new);
        if old.subgraphs.is_empty() || new.subgraphs.is_empty() {
            return;
        }
        for (name, url) in &old.subgraphs {
            match new.subgraphs.get(name) {
                None => self.safe(ChangeCode::SubgraphRemoved, name, Place::Nowhere, "The subgraph was removed."),
                Some(other) if other != url => self.safe(
                    ChangeCode::SubgraphUrlChanged,
                    name,
                    Place::Nowhere,
                    format!("The subgraph's address changed from {url} to {other}."),
                ),
                Some(_) => {}
            }
        }
        for name in new.subgraphs.keys().filter(|name| !old.subgraphs.contains_key(*name)) {
            self.safe(ChangeCode::SubgraphAdded, name, Place::Nowhere, "The subgraph was added.");
        }
    }
}
