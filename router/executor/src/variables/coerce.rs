//! The coercion pass.

use std::ops::Range;

use super::program::{InputKind, InputObject, InputType, VariableProgram};
use crate::json::{Malformed, Number, Scanner, Span, Start, push_unsigned, unescape_key};
use crate::leaf;

/// How many errors one request reports.
const MAX_ERRORS: usize = 20;

/// A step to the value an error is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathStep {
    /// A variable or an input field.
    Name(String),
    /// An item of a list.
    Index(usize),
}

/// A variable's value was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableError {
    /// What is wrong, with the path in words.
    pub message: String,
    /// From the variable's name down; empty when the variables as a whole are no JSON object.
    pub path: Vec<PathStep>,
}

/// The coerced values.
#[derive(Debug, Clone, Default)]
pub struct Coerced {
    text: Vec<u8>,
    values: Vec<Option<Range<usize>>>,
}

impl Coerced {
    /// The JSON of a variable by its number; `None` when it was not given and has no default.
    pub fn value(&self, variable: usize) -> Option<&[u8]> {
        let range = self.values.get(variable)?.clone()?;
        self.text.get(range)
    }

    /// All given values as one JSON object under the names of the program's variables.
    pub fn to_json(&self, program: &VariableProgram) -> Vec<u8> {
        let mut out = vec![b'{'];
        for (number, variable) in program.variables.iter().enumerate() {
            let Some(value) = self.value(number) else { continue };
            if out.len() > 1 {
                out.push(b',');
            }
            crate::json::push_string(&mut out, &variable.name);
            out.push(b':');
            out.extend_from_slice(value);
        }
        out.push(b'}');
        out
    }

    /// Whether the variable is `true`.
    pub fn is_true(&self, variable: usize) -> bool {
        self.value(variable) == Some(b"true")
    }
}

impl VariableProgram {
    /// Coerces the raw JSON object `raw` (empty or `null` counts as no variables). Variables the operation does not
    /// declare are ignored, as the specification asks; everything else that does not fit is reported with its path.
    pub fn coerce(&self, raw: &[u8]) -> Result<Coerced, Vec<VariableError>> {
        let given = top_level(raw).map_err(|error| {
            vec![VariableError {
                message: format!("Variables are not a JSON object: {error}."),
                path: Vec::new(),
            }]
        })?;
        let mut run = Run {
            program: self,
            raw,
            text: Vec::new(),
            copied: 0,
            path: Vec::new(),
            errors: Vec::new(),
        };
        let mut values = Vec::with_capacity(self.variables.len());
        for variable in &self.variables {
            run.path.clear();
            run.path.push(PathStep::Name(variable.name.to_string()));
            let start = run.text.len();
            let sent = given.iter().rev().find(|(key, _)| key.as_ref() == variable.name.as_bytes());
            let given = match (sent, &variable.default) {
                (Some((_, span)), _) => {
                    run.whole(*span, &variable.of_type);
                    true
                }
                (None, Some(default)) => {
                    run.text.extend_from_slice(default.as_bytes());
                    true
                }
                (None, None) => {
                    if variable.of_type.non_null {
                        run.refuse(format!("a value of type {} is required", variable.of_type.text));
                    }
                    false
                }
            };
            values.push(given.then_some(start..run.text.len()));
        }
        if run.errors.is_empty() {
            Ok(Coerced { text: run.text, values })
        } else {
            Err(run.errors)
        }
    }
}

impl VariableProgram {
    /// Brings the defaults of variables and input fields into the form that coercion gives them, once, when compiled.
    /// A default that does not fit its type stays as it is: the schema's validation speaks about those.
    pub(crate) fn coerce_defaults(&mut self) {
        for object in 0..self.objects.len() {
            for field in 0..self.objects[object].fields.len() {
                let input = &self.objects[object].fields[field];
                let coerced = input.default.as_deref().and_then(|default| self.constant(default, &input.of_type));
                if coerced.is_some() {
                    self.objects[object].fields[field].default = coerced;
                }
            }
        }
        for variable in 0..self.variables.len() {
            let declared = &self.variables[variable];
            let coerced = declared
                .default
                .as_deref()
                .and_then(|default| self.constant(default, &declared.of_type));
            if coerced.is_some() {
                self.variables[variable].default = coerced;
            }
        }
    }

    fn constant(&self, json: &str, of_type: &InputType) -> Option<Box<str>> {
        let raw = json.as_bytes();
        let mut run = Run {
            program: self,
            raw,
            text: Vec::new(),
            copied: 0,
            path: Vec::new(),
            errors: Vec::new(),
        };
        run.whole(
            Span {
                start: 0,
                len: raw.len() as u32,
            },
            of_type,
        );
        if run.errors.is_empty() {
            String::from_utf8(run.text).ok().map(Into::into)
        } else {
            None
        }
    }
}

type Given<'a> = Vec<(std::borrow::Cow<'a, [u8]>, Span)>;

/// The members of the variables object; the whole text is validated here once, so later passes cannot fail.
fn top_level(raw: &[u8]) -> Result<Given<'_>, Malformed> {
    if let Err(error) = std::str::from_utf8(raw) {
        return Err(Malformed {
            at: error.valid_up_to(),
            what: "a byte that is not UTF-8",
        });
    }
    let mut scanner = Scanner::new(raw);
    scanner.whitespace();
    let mut members = Vec::new();
    if scanner.at() == raw.len() {
        return Ok(members);
    }
    match scanner.start()? {
        Start::Null => scanner.null()?,
        Start::Object => {
            let mut more = scanner.enter_object()?;
            while more {
                let (key, escaped) = scanner.key()?;
                let key = key.of(raw);
                let value = scanner.value()?;
                members.push((if escaped { unescape_key(key) } else { key.into() }, value));
                more = scanner.next_member()?;
            }
        }
        _ => {
            return Err(Malformed {
                at: scanner.at(),
                what: "another kind of value",
            });
        }
    }
    scanner.end()?;
    Ok(members)
}

struct Run<'a> {
    program: &'a VariableProgram,
    raw: &'a [u8],
    text: Vec<u8>,
    /// How far the raw text has been copied or replaced, within the current variable.
    copied: usize,
    path: Vec<PathStep>,
    errors: Vec<VariableError>,
}

impl Run<'_> {
    fn whole(&mut self, span: Span, of_type: &InputType) {
        self.copied = span.start as usize;
        let mut scanner = Scanner::starting_at(self.raw, span.start as usize);
        if let Err(error) = self.value(&mut scanner, of_type) {
            self.refuse(error.to_string());
        }
        self.copy_to(scanner.at());
    }

    fn copy_to(&mut self, at: usize) {
        self.text.extend_from_slice(self.raw.get(self.copied..at).unwrap_or_default());
        self.copied = at;
    }

    fn refuse(&mut self, what: String) {
        if self.errors.len() == MAX_ERRORS {
            return;
        }
        let mut place = String::from("$");
        for (at, step) in self.path.iter().enumerate() {
            match step {
                PathStep::Name(name) => {
                    if at > 0 {
                        place.push('.');
                    }
                    place.push_str(name);
                }
                PathStep::Index(index) => place.push_str(&format!("[{index}]")),
            }
        }
        self.errors.push(VariableError {
            message: format!("Variable \"{place}\" is invalid: {what}."),
            path: self.path.clone(),
        });
    }

    fn value(&mut self, scanner: &mut Scanner<'_>, of_type: &InputType) -> Result<(), Malformed> {
        let found = scanner.start()?;
        let start = scanner.at();
        if found == Start::Null {
            scanner.null()?;
            if of_type.non_null {
                self.refuse(format!("null where {} is required", of_type.text));
            }
            return Ok(());
        }
        match &of_type.kind {
            InputKind::List(item) if found == Start::Array => {
                let mut more = scanner.enter_array()?;
                let mut index = 0;
                while more {
                    self.path.push(PathStep::Index(index));
                    self.value(scanner, item)?;
                    self.path.pop();
                    index += 1;
                    more = scanner.next_item()?;
                }
                Ok(())
            }
            InputKind::List(item) => {
                self.copy_to(start);
                self.text.push(b'[');
                self.value(scanner, item)?;
                self.copy_to(scanner.at());
                self.text.push(b']');
                Ok(())
            }
            InputKind::Object(number) if found == Start::Object => {
                let program = self.program;
                match program.objects.get(*number as usize) {
                    Some(object) => self.object(scanner, object),
                    None => scanner.value().map(drop),
                }
            }
            kind => {
                let span = scanner.value()?;
                self.leaf(found, span, kind, of_type);
                Ok(())
            }
        }
    }

    fn leaf(&mut self, found: Start, span: Span, kind: &InputKind, of_type: &InputType) {
        let text = span.of(self.raw);
        let number = match found {
            Start::Number => Scanner::new(text).number().ok(),
            _ => None,
        };
        let fits = match (kind, found) {
            (InputKind::Custom, _) | (InputKind::String | InputKind::Id, Start::String) | (InputKind::Boolean, Start::Boolean) => true,
            (InputKind::Float, Start::Number) => leaf::is_finite(text),
            (InputKind::Int, Start::Number) => match (number, leaf::integral(text)) {
                (Some(Number::Integer), _) => leaf::is_int(text),
                (_, Some(integer)) => {
                    self.copy_to(span.start as usize);
                    if integer < 0 {
                        self.text.push(b'-');
                    }
                    push_unsigned(&mut self.text, integer.unsigned_abs() as usize);
                    self.copied = span.start as usize + span.len as usize;
                    true
                }
                _ => false,
            },
            (InputKind::Id, Start::Number) if number == Some(Number::Integer) => {
                self.copy_to(span.start as usize);
                self.text.push(b'"');
                self.copy_to(span.start as usize + span.len as usize);
                self.text.push(b'"');
                true
            }
            (InputKind::Enum(enumeration), Start::String) => {
                let name = unescape_key(text.get(1..text.len() - 1).unwrap_or_default());
                let known = self.program.enums.get(*enumeration as usize);
                known.and_then(|(_, values)| values.shown(&name)) == Some(true)
            }
            _ => false,
        };
        if !fits {
            let shown: String = String::from_utf8_lossy(text).chars().take(60).collect();
            self.refuse(format!("{shown} is no value of type {}", of_type.text));
        }
    }

    fn object(&mut self, scanner: &mut Scanner<'_>, object: &InputObject) -> Result<(), Malformed> {
        let mut given = vec![false; object.fields.len()];
        let mut nulls = 0;
        let mut members = 0;
        let mut more = scanner.enter_object()?;
        while more {
            let (key, _) = scanner.key()?;
            let key = unescape_key(key.of(self.raw));
            let name = String::from_utf8_lossy(&key).into_owned();
            let field = object.fields.iter().position(|field| *field.name == *name);
            nulls += usize::from(scanner.start()? == Start::Null);
            members += 1;
            self.path.push(PathStep::Name(name.clone()));
            match field {
                None => {
                    self.refuse(format!("the input type {} has no field \"{name}\"", object.name));
                    scanner.value()?;
                }
                Some(at) if given[at] => {
                    self.refuse(format!("the field \"{name}\" is given twice"));
                    scanner.value()?;
                }
                Some(at) => {
                    given[at] = true;
                    self.value(scanner, &object.fields[at].of_type)?;
                }
            }
            self.path.pop();
            more = scanner.next_member()?;
        }
        if object.one_of {
            if members != 1 || nulls > 0 {
                self.refuse(format!("exactly one field of {} must be given, and not null", object.name));
            }
            return Ok(());
        }
        for (field, _) in object.fields.iter().zip(&given).filter(|(_, given)| !**given) {
            match &field.default {
                Some(default) => {
                    self.copy_to(scanner.at() - 1);
                    if members > 0 {
                        self.text.push(b',');
                    }
                    members += 1;
                    crate::json::push_string(&mut self.text, &field.name);
                    self.text.push(b':');
                    self.text.extend_from_slice(default.as_bytes());
                }
                None if field.of_type.non_null => {
                    self.path.push(PathStep::Name(field.name.to_string()));
                    self.refuse(format!("a value of type {} is required", field.of_type.text));
                    self.path.pop();
                }
                None => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::program::{InputField, Variable};
    use super::*;
    use crate::leaf::EnumValues;
    use proptest::prelude::*;

    /// Understands `Int`, `[ID!]!`, `Filter` and so on.
    fn input_type(text: &str) -> InputType {
        let bare = text.strip_suffix('!').unwrap_or(text);
        let kind = match bare {
            "Int" => InputKind::Int,
            "Float" => InputKind::Float,
            "String" => InputKind::String,
            "Boolean" => InputKind::Boolean,
            "ID" => InputKind::Id,
            "Color" => InputKind::Enum(0),
            "Filter" => InputKind::Object(0),
            "Choice" => InputKind::Object(1),
            list if list.starts_with('[') => InputKind::List(Box::new(input_type(&list[1..list.len() - 1]))),
            _ => InputKind::Custom,
        };
        InputType {
            non_null: bare != text,
            kind,
            text: text.into(),
        }
    }

    fn program(of_type: &str, default: Option<&str>) -> VariableProgram {
        let field = |name: &str, of_type: &str, default: Option<&str>| InputField {
            name: name.into(),
            of_type: input_type(of_type),
            default: default.map(Into::into),
        };
        VariableProgram {
            variables: vec![Variable {
                name: "v".into(),
                of_type: input_type(of_type),
                default: default.map(Into::into),
            }],
            objects: vec![
                InputObject {
                    name: "Filter".into(),
                    one_of: false,
                    fields: vec![
                        field("ids", "[ID!]", None),
                        field("first", "Int!", Some("20")),
                        field("size", "Int!", None),
                        field("inner", "Filter", None),
                    ],
                },
                InputObject {
                    name: "Choice".into(),
                    one_of: true,
                    fields: vec![field("a", "Int", None), field("b", "String", None)],
                },
            ],
            enums: vec![("Color".into(), EnumValues::new([("RED".into(), true), ("SECRET".into(), false)]))],
        }
    }

    fn coerced(of_type: &str, default: Option<&str>, raw: &str) -> String {
        match program(of_type, default).coerce(raw.as_bytes()) {
            Ok(values) => match values.value(0) {
                Some(value) => String::from_utf8(value.to_vec()).unwrap(),
                None => "absent".into(),
            },
            Err(errors) => errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join(" | "),
        }
    }

    #[test]
    fn values_are_forwarded_as_sent_except_where_coercion_changes_them() {
        for (of_type, raw, expected) in [
            ("Int", r#"{"v":7}"#, "7"),
            ("Int", r#"{"v": 1.0 }"#, "1"),
            ("Int", r#"{"v":-1e2}"#, "-100"),
            ("Float", r#"{"v":1.50000000000000000000001}"#, "1.50000000000000000000001"),
            ("ID", r#"{"v":123456789012345678901234}"#, r#""123456789012345678901234""#),
            ("ID", r#"{"v":"a\u0041"}"#, r#""a\u0041""#),
            ("[ID!]", r#"{"v":7}"#, r#"["7"]"#),
            ("[[Int]]", r#"{"v":7}"#, "[[7]]"),
            ("[[Int]]", r#"{"v":[1,[2, 3.0],null]}"#, "[[1],[2, 3],null]"),
            ("[Int]", r#"{"v":null}"#, "null"),
            ("Int", "{}", "absent"),
            ("Int", "", "absent"),
            ("Int", "null", "absent"),
            ("Int", r#"{"other":[1,{"x":2}]}"#, "absent"),
            ("Int", r#"{"v":1,"v":2}"#, "2"),
            ("Int", r#"{"\u0076":3}"#, "3"),
            ("Color", r#"{"v":"RED"}"#, r#""RED""#),
            ("Money", r#"{"v":{"any": [1e999, 0.10]}}"#, r#"{"any": [1e999, 0.10]}"#),
            ("Filter", r#"{"v":{"size":1}}"#, r#"{"size":1,"first":20}"#),
            (
                "Filter",
                r#"{"v":{"size":1, "ids":5, "first":2}}"#,
                r#"{"size":1, "ids":["5"], "first":2}"#,
            ),
            (
                "Filter",
                r#"{"v":{"size":1,"inner":{"size":2.0}}}"#,
                r#"{"size":1,"inner":{"size":2,"first":20},"first":20}"#,
            ),
            ("[Filter!]", r#"{"v":{"size":1 } }"#, r#"[{"size":1 ,"first":20}]"#),
            ("Choice", r#"{"v":{"a":1}}"#, r#"{"a":1}"#),
        ] {
            assert_eq!(coerced(of_type, None, raw), expected, "{of_type} {raw}");
        }
        assert_eq!(coerced("Int", Some("5"), "{}"), "5");
        assert_eq!(coerced("Int", Some("5"), r#"{"v":null}"#), "null");
        assert_eq!(coerced("Int!", Some("5"), r#"{"v":6}"#), "6");
    }

    #[test]
    fn refusals_name_the_place() {
        let invalid = |place: &str, what: &str| format!("Variable \"${place}\" is invalid: {what}.");
        for (of_type, raw, place, what) in [
            ("Int!", "{}", "v", "a value of type Int! is required"),
            ("Int!", r#"{"v":null}"#, "v", "null where Int! is required"),
            ("Int", r#"{"v":2147483648}"#, "v", "2147483648 is no value of type Int"),
            ("Int", r#"{"v":1.5}"#, "v", "1.5 is no value of type Int"),
            ("Int", r#"{"v":"1"}"#, "v", "\"1\" is no value of type Int"),
            ("Float", r#"{"v":1e400}"#, "v", "1e400 is no value of type Float"),
            ("ID", r#"{"v":1.5}"#, "v", "1.5 is no value of type ID"),
            ("Boolean", r#"{"v":0}"#, "v", "0 is no value of type Boolean"),
            ("Color", r#"{"v":"SECRET"}"#, "v", "\"SECRET\" is no value of type Color"),
            ("String", r#"{"v":["a"]}"#, "v", "[\"a\"] is no value of type String"),
            ("[Int!]", r#"{"v":[1,null]}"#, "v[1]", "null where Int! is required"),
            ("Filter", r#"{"v":{}}"#, "v.size", "a value of type Int! is required"),
            ("Filter", r#"{"v":3}"#, "v", "3 is no value of type Filter"),
            (
                "Filter",
                r#"{"v":{"size":1,"nope":2}}"#,
                "v.nope",
                "the input type Filter has no field \"nope\"",
            ),
            (
                "Filter",
                r#"{"v":{"size":1,"size":2}}"#,
                "v.size",
                "the field \"size\" is given twice",
            ),
            (
                "Filter",
                r#"{"v":{"size":1,"inner":{"size":1,"ids":[true]}}}"#,
                "v.inner.ids[0]",
                "true is no value of type ID!",
            ),
            (
                "Choice",
                r#"{"v":{}}"#,
                "v",
                "exactly one field of Choice must be given, and not null",
            ),
            (
                "Choice",
                r#"{"v":{"a":1,"b":"x"}}"#,
                "v",
                "exactly one field of Choice must be given, and not null",
            ),
            (
                "Choice",
                r#"{"v":{"a":null}}"#,
                "v",
                "exactly one field of Choice must be given, and not null",
            ),
        ] {
            assert_eq!(coerced(of_type, None, raw), invalid(place, what), "{of_type} {raw}");
        }
        for raw in ["[]", "7", "{\"v\":}", "{\"v\":1} x", "{\"v\":\"\\ud800\"}"] {
            let message = coerced("Int", None, raw);
            assert!(message.starts_with("Variables are not a JSON object: "), "{raw}: {message}");
        }
    }

    #[test]
    fn errors_are_limited() {
        let raw = format!("{{\"v\":[{}]}}", vec!["true"; 100].join(","));
        assert_eq!(program("[Int]", None).coerce(raw.as_bytes()).unwrap_err().len(), MAX_ERRORS);
    }

    proptest! {
        #[test]
        fn what_is_accepted_is_json(size in "-?[0-9]{1,3}(\\.0)?", ids in "(7|\"a\"|\\[(1(,\"b\")?)?\\]|null)", space in "[ \n]?") {
            let raw = format!("{{{space}\"v\":{space}{{\"ids\"{space}:{ids}{space},\"size\":{space}{size}}}}}");
            if let Ok(values) = program("[Filter]", None).coerce(raw.as_bytes()) {
                prop_assert!(serde_json::from_slice::<serde_json::Value>(values.value(0).unwrap()).is_ok());
            }
        }
    }
}
