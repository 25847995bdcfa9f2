//! SDL to documents. Owns the grammar of type system definitions; must not know any rule beyond grammar.

use super::{Application, Definition, Keyword, Member, Subgraph, Token, quote, tokens};

/// The subgraph of that name from its SDL; `None` where the text breaks the grammar.
pub fn read(name: &str, sdl: &str) -> Option<Subgraph> {
    let mut reader = Reader {
        tokens: tokens(sdl)?,
        at: 0,
    };
    let mut definitions = Vec::new();
    while reader.at < reader.tokens.len() {
        definitions.push(reader.definition()?);
    }
    Some(Subgraph {
        name: name.to_string(),
        definitions,
    })
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
}

impl Reader {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn eat(&mut self, mark: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Mark(found)) if *found == mark);
        self.at += usize::from(found);
        found
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

    fn description(&mut self) -> Option<String> {
        let Some(Token::Text(text)) = self.peek() else { return None };
        let text = text.clone();
        self.at += 1;
        Some(text)
    }

    fn definition(&mut self) -> Option<Definition> {
        let description = self.description();
        let extend = self.word("extend");
        let keyword = match self.name()?.as_str() {
            "schema" => Keyword::Schema,
            "scalar" => Keyword::Scalar,
            "type" => Keyword::Type,
            "interface" => Keyword::Interface,
            "union" => Keyword::Union,
            "enum" => Keyword::Enum,
            "input" => Keyword::Input,
            "directive" => Keyword::Directive,
            _ => return None,
        };
        let mut definition = Definition::new(keyword, "");
        definition.extend = extend;
        definition.description = description;
        if keyword == Keyword::Directive && !self.eat("@") {
            return None;
        }
        if keyword != Keyword::Schema {
            definition.name = self.name()?;
        }
        if keyword == Keyword::Directive {
            if self.eat("(") {
                definition.members = self.members(")", true)?;
            }
            definition.repeatable = self.word("repeatable");
            if !self.word("on") {
                return None;
            }
            self.eat("|");
            loop {
                definition.locations.push(self.name()?);
                if !self.eat("|") {
                    return Some(definition);
                }
            }
        }
        if matches!(keyword, Keyword::Type | Keyword::Interface) && self.word("implements") {
            self.eat("&");
            loop {
                definition.implements.push(self.name()?);
                self.eat("&");
                if !matches!(self.peek(), Some(Token::Name(name)) if !is_keyword(name)) {
                    break;
                }
            }
        }
        definition.directives = self.directives()?;
        if keyword == Keyword::Union {
            if self.eat("=") {
                self.eat("|");
                loop {
                    definition.members.push(Member::new(&self.name()?, ""));
                    if !self.eat("|") {
                        break;
                    }
                }
            }
        } else if keyword != Keyword::Scalar && self.eat("{") {
            definition.members = self.members("}", keyword != Keyword::Enum)?;
        }
        Some(definition)
    }

    fn members(&mut self, end: &str, typed: bool) -> Option<Vec<Member>> {
        let mut members = Vec::new();
        while !self.eat(end) {
            let description = self.description();
            let mut member = Member::new(&self.name()?, "");
            member.description = description;
            if self.eat("(") {
                member.arguments = self.members(")", true)?;
            }
            if typed {
                if !self.eat(":") {
                    return None;
                }
                member.ty = self.ty()?;
                if self.eat("=") {
                    member.default = Some(self.value()?);
                }
            }
            member.directives = self.directives()?;
            members.push(member);
        }
        Some(members)
    }

    fn ty(&mut self) -> Option<String> {
        let mut ty = if self.eat("[") {
            let inner = self.ty()?;
            if !self.eat("]") {
                return None;
            }
            format!("[{inner}]")
        } else {
            self.name()?
        };
        if self.eat("!") {
            ty.push('!');
        }
        Some(ty)
    }

    fn directives(&mut self) -> Option<Vec<Application>> {
        let mut directives = Vec::new();
        while self.eat("@") {
            let mut application = Application::new(&self.name()?, &[]);
            if self.eat("(") {
                while !self.eat(")") {
                    let name = self.name()?;
                    if !self.eat(":") {
                        return None;
                    }
                    application.arguments.push((name, self.value()?));
                }
            }
            directives.push(application);
        }
        Some(directives)
    }

    fn value(&mut self) -> Option<String> {
        if self.eat("[") {
            let mut items = Vec::new();
            while !self.eat("]") {
                items.push(self.value()?);
            }
            return Some(format!("[{}]", items.join(", ")));
        }
        if self.eat("{") {
            let mut fields = Vec::new();
            while !self.eat("}") {
                let name = self.name()?;
                if !self.eat(":") {
                    return None;
                }
                fields.push(format!("{name}: {}", self.value()?));
            }
            return Some(format!("{{{}}}", fields.join(", ")));
        }
        if self.eat("$") {
            return Some(format!("${}", self.name()?));
        }
        let value = match self.peek()? {
            Token::Name(name) => name.clone(),
            Token::Number(number) => number.clone(),
            Token::Text(text) => quote(text),
            Token::Mark(_) => return None,
        };
        self.at += 1;
        Some(value)
    }
}

fn is_keyword(name: &str) -> bool {
    const KEYWORDS: [&str; 9] = [
        "extend",
        "schema",
        "scalar",
        "type",
        "interface",
        "union",
        "enum",
        "input",
        "directive",
    ];
    KEYWORDS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_the_same() {
        let sdl = "\"d\" type A implements I & J @key(fields: \"id { a }\", resolvable: false) { \"f\" id(a: [Int!]! = [1, 2] @x): ID! @y(o: {a: null}) }\n\
                   extend schema @link(url: \"u\", import: [\"@a\", {name: \"@b\", as: \"@c\"}]) { query: Q }\n\
                   directive @x(a: Int = 3) repeatable on FIELD | OBJECT union U = A | B enum E { A B @z } scalar S @s input N { a: Int = -1.5 }";
        let subgraph = read("a", sdl).expect("the text is GraphQL");
        assert_eq!(subgraph.definitions.len(), 7);
        assert_eq!(read("a", &subgraph.to_string()), Some(subgraph));
    }
}
