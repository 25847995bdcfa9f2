//! Where `@cost` may stand, and what `@listSize` may say of a field.

use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, FieldDef, Kind, Known, Schema, TypeDef, TypeRef, Value};

/// COST_APPLIED_TO_INTERFACE_FIELD, LIST_SIZE_APPLIED_TO_NON_LIST, LIST_SIZE_INVALID_ASSUMED_SIZE,
/// LIST_SIZE_INVALID_SLICING_ARGUMENT and LIST_SIZE_INVALID_SIZED_FIELD.
pub(super) fn check(schema: &Schema, report: &mut Report<'_>) {
    for definition in schema.types.values() {
        for field in definition.fields.values() {
            if let Some(application) = field.find(Known::Cost).filter(|_| definition.kind == Kind::Interface) {
                report.error(
                    Code::CostAppliedToInterfaceField,
                    format!(
                        "\"{}.{}\" is a field of an interface, and only what implements it has a cost.",
                        definition.name, field.name
                    ),
                    &[application.span],
                    &format!("Put @{} on the field in the implementing types.", application.name),
                );
            }
            if let Some(application) = field.find(Known::ListSize) {
                let coordinate = format!("{}.{}", definition.name, field.name);
                let mut check = ListSize {
                    schema,
                    coordinate,
                    field,
                    application,
                    report,
                };
                check.sized_fields();
                check.assumed_size();
                check.slicing_arguments();
            }
        }
    }
}

/// One `@listSize` and the field it stands on.
struct ListSize<'a, 'r, 's> {
    schema: &'a Schema,
    coordinate: String,
    field: &'a FieldDef,
    application: &'a DirectiveUse,
    report: &'r mut Report<'s>,
}

impl<'a> ListSize<'a, '_, '_> {
    fn refuse(&mut self, code: Code, argument: &str, message: String, help: &str) {
        let spans = [self.application.argument_span(argument), self.field.span];
        self.report.error(code, message, &spans, help);
    }

    /// The names in a list argument; a single name stands for a list of itself.
    fn names(&self, argument: &str) -> Vec<&'a str> {
        match self.application.argument(argument) {
            Some(Value::List(items)) => items.iter().filter_map(Value::as_str).collect(),
            Some(value) => value.as_str().into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// The field itself is a list, or the sized fields of what it returns are.
    fn sized_fields(&mut self) {
        let coordinate = self.coordinate.clone();
        let names = self.names("sizedFields");
        if names.is_empty() {
            if !is_list(&self.field.ty) {
                self.refuse(
                    Code::ListSizeAppliedToNonList,
                    "",
                    format!("\"{coordinate}\" is not a list, and @listSize names no sizedFields that are."),
                    "Name the lists inside of what it returns as sizedFields, or remove the directive.",
                );
            }
            return;
        }
        let returned = self.schema.types.get(self.field.ty.base());
        let Some(parent) = returned.filter(|parent| parent.kind.is_composite()) else {
            self.refuse(
                Code::ListSizeInvalidSizedField,
                "sizedFields",
                format!(
                    "\"{coordinate}\" returns {}, which has no fields that could be lists.",
                    self.field.ty
                ),
                "Remove sizedFields.",
            );
            return;
        };
        for name in names {
            self.sized_field(parent, name);
        }
    }

    fn sized_field(&mut self, parent: &TypeDef, name: &str) {
        let coordinate = self.coordinate.clone();
        let ty = parent.fields.get(name).map(|field| &field.ty);
        match ty {
            Some(ty) if is_list(ty) => {}
            None if name != "__typename" => self.refuse(
                Code::ListSizeInvalidSizedField,
                "sizedFields",
                format!(
                    "The @listSize of \"{coordinate}\" names \"{name}\", but \"{}\" has no such field.",
                    parent.name
                ),
                "Name fields of the returned type.",
            ),
            _ => self.refuse(
                Code::ListSizeAppliedToNonList,
                "sizedFields",
                format!(
                    "The @listSize of \"{coordinate}\" names \"{name}\", but \"{}.{name}\" is not a list.",
                    parent.name
                ),
                "Name only fields that are lists.",
            ),
        }
    }

    fn assumed_size(&mut self) {
        if let Some(Value::Int(size)) = self.application.argument("assumedSize")
            && size.starts_with('-')
            && size != "-0"
        {
            self.refuse(
                Code::ListSizeInvalidAssumedSize,
                "assumedSize",
                format!("\"{}\" cannot be assumed to have {size} items.", self.coordinate),
                "Give a size of 0 or more.",
            );
        }
    }

    fn slicing_arguments(&mut self) {
        for name in self.names("slicingArguments") {
            let problem = match self.field.arguments.get(name) {
                None => "which the field does not have".to_string(),
                Some(argument) if matches!(argument.ty.nullable(), TypeRef::Named(ty) if &**ty == "Int") => continue,
                Some(argument) => format!("which is {} and not Int", argument.ty),
            };
            self.refuse(
                Code::ListSizeInvalidSlicingArgument,
                "slicingArguments",
                format!("The @listSize of \"{}\" names the argument \"{name}\", {problem}.", self.coordinate),
                "Name arguments of type Int or Int!.",
            );
        }
    }
}

fn is_list(ty: &TypeRef) -> bool {
    matches!(ty.nullable(), TypeRef::List(_))
}
