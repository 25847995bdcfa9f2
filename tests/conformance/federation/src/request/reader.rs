//! Text to executable documents. Owns the grammar; directives other than `@skip` and `@include` are not kept.

use super::{Condition, Field, Fragment, Request, Selection, Variable};
use crate::document::{Token, tokens};
use router_graph::Value;

/// The first operation of a document with all fragments; `None` where the text breaks the grammar.
pub fn read_request(text: &str) -> Option<Request> {
    let mut reader = Reader::new(text)?;
    let mut request = Request::default();
    while reader.at < reader.tokens.len() {
        if matches!(reader.peek(), Some(Token::Mark("{"))) {
            request.keyword = "query".to_string();
            request.selections = reader.selections()?;
            continue;
        }
        let keyword = reader.name()?;
        if keyword == "fragment" {
            let name = reader.name()?;
            reader.word("on").then_some(())?;
            let on = reader.name()?;
            reader.conditions()?;
            let selections = reader.selections()?;
            request.fragments.push(Fragment { name, on, selections });
        } else {
            request.keyword = keyword;
            request.name = reader.name();
            request.variables = reader.variables()?;
            reader.conditions()?;
            request.selections = reader.selections()?;
        }
    }
    Some(request)
}

/// A field set, without or with outer braces.
pub fn read_field_set(text: &str) -> Option<Vec<Selection>> {
    let text = text.trim();
    let braced = if text.starts_with('{') {
        text.to_string()
    } else {
        format!("{{{text}}}")
    };
    Reader::new(&braced)?.selections()
}

/// A value.
pub fn read_value(text: &str) -> Option<Value> {
    Reader::new(text)?.value()
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
}

impl Reader {
    fn new(text: &str) -> Option<Reader> {
        Some(Reader {
            tokens: tokens(text)?,
            at: 0,
        })
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn eat(&mut self, mark: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Mark(found)) if *found == mark);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, mark: &str) -> Option<()> {
        self.eat(mark).then_some(())
    }

    fn word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Name(found)) if found == word);
        self.at += usize::from(found);
        found
    }

    fn name(&mut self) -> Option<String> {
        let Some(Token::Name(name)) = self.peek() else { return None };
        let name = name.clone();
        self.at += 1;
        Some(name)
    }

    fn variables(&mut self) -> Option<Vec<Variable>> {
        let mut variables = Vec::new();
        if self.eat("(") {
            while !self.eat(")") {
                self.expect("$")?;
                let name = self.name()?;
                self.expect(":")?;
                let ty = self.ty()?;
                let default = if self.eat("=") { Some(self.value()?) } else { None };
                variables.push(Variable { name, ty, default });
            }
        }
        Some(variables)
    }

    fn ty(&mut self) -> Option<String> {
        let mut text = if self.eat("[") {
            let inner = self.ty()?;
            self.expect("]")?;
            format!("[{inner}]")
        } else {
            self.name()?
        };
        if self.eat("!") {
            text.push('!');
        }
        Some(text)
    }

    fn selections(&mut self) -> Option<Vec<Selection>> {
        self.expect("{")?;
        let mut selections = Vec::new();
        while !self.eat("}") {
            selections.push(self.selection()?);
        }
        Some(selections)
    }

    fn selection(&mut self) -> Option<Selection> {
        if self.eat("...") {
            let on = if self.word("on") {
                Some(self.name()?)
            } else if let Some(name) = self.name() {
                return Some(Selection::Spread {
                    name,
                    conditions: self.conditions()?,
                });
            } else {
                None
            };
            return Some(Selection::Inline {
                on,
                conditions: self.conditions()?,
                selections: self.selections()?,
            });
        }
        let first = self.name()?;
        let (alias, name) = if self.eat(":") {
            (Some(first), self.name()?)
        } else {
            (None, first)
        };
        let arguments = self.arguments()?;
        let conditions = self.conditions()?;
        let has_selections = matches!(self.peek(), Some(Token::Mark("{")));
        let selections = if has_selections { self.selections()? } else { Vec::new() };
        Some(Selection::Field(Field {
            alias,
            name,
            arguments,
            conditions,
            selections,
        }))
    }

    fn arguments(&mut self) -> Option<Vec<(String, Value)>> {
        let mut arguments = Vec::new();
        if self.eat("(") {
            while !self.eat(")") {
                let name = self.name()?;
                self.expect(":")?;
                arguments.push((name, self.value()?));
            }
        }
        Some(arguments)
    }

    fn conditions(&mut self) -> Option<Vec<Condition>> {
        let mut conditions = Vec::new();
        while self.eat("@") {
            let name = self.name()?;
            let arguments = self.arguments()?;
            if name == "skip" || name == "include" {
                let (_, value) = arguments.into_iter().next()?;
                conditions.push(Condition {
                    include: name == "include",
                    value,
                });
            }
        }
        Some(conditions)
    }

    fn value(&mut self) -> Option<Value> {
        if self.eat("$") {
            return Some(Value::Variable(self.name()?.into()));
        }
        if self.eat("[") {
            let mut items = Vec::new();
            while !self.eat("]") {
                items.push(self.value()?);
            }
            return Some(Value::List(items));
        }
        if self.eat("{") {
            let mut fields = Vec::new();
            while !self.eat("}") {
                let name = self.name()?;
                self.expect(":")?;
                fields.push((name.into(), self.value()?));
            }
            return Some(Value::Object(fields));
        }
        let token = self.peek()?.clone();
        self.at += 1;
        Some(match token {
            Token::Text(text) => Value::String(text.into()),
            Token::Number(text) if text.contains(['.', 'e', 'E']) => Value::Float(text.into()),
            Token::Number(text) => Value::Int(text.into()),
            Token::Name(name) => match name.as_str() {
                "true" => Value::Boolean(true),
                "false" => Value::Boolean(false),
                "null" => Value::Null,
                _ => Value::Enum(name.into()),
            },
            Token::Mark(_) => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let text = "query Q($a: [Int!]! = [1, 2], $b: Boolean!) { x: f(i: {a: $a, e: RED}) @include(if: $b) { ... on T { g } ...F @skip(if: true) } }\n\
            fragment F on T { h(s: \"q\\\"\", f: 1.5, n: null) }";
        assert_eq!(read_request(text).expect("the text is GraphQL").to_string(), text);
        assert_eq!(read_field_set("a { b }").expect("a field set").len(), 1);
    }
}
