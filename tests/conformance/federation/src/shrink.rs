//! Cuts a set of subgraphs down while something stays true of it. Owns the order of attempts; must not know what is kept
//! true.

use crate::document::{Application, Definition, Member, SubgraphSet};

/// A smaller set for which `holds` is still true; at most `attempts` sets are tried.
pub fn shrink(mut set: SubgraphSet, mut attempts: usize, mut holds: impl FnMut(&SubgraphSet) -> bool) -> SubgraphSet {
    loop {
        let before = set.size();
        for cut in [subgraphs, definitions, members, directives, small] {
            let mut at = 0;
            loop {
                let mut smaller = set.clone();
                if !cut(&mut smaller, at) {
                    break;
                }
                if attempts == 0 {
                    return set;
                }
                attempts -= 1;
                if smaller != set && holds(&smaller) {
                    set = smaller;
                } else {
                    at += 1;
                }
            }
        }
        if set.size() == before {
            return set;
        }
    }
}

fn subgraphs(set: &mut SubgraphSet, at: usize) -> bool {
    let there = at < set.subgraphs.len();
    if there {
        set.subgraphs.remove(at);
    }
    there
}

fn definitions(set: &mut SubgraphSet, mut at: usize) -> bool {
    for subgraph in &mut set.subgraphs {
        if at < subgraph.definitions.len() {
            subgraph.definitions.remove(at);
            return true;
        }
        at -= subgraph.definitions.len();
    }
    false
}

fn all(set: &mut SubgraphSet) -> impl Iterator<Item = &mut Definition> {
    set.subgraphs.iter_mut().flat_map(|subgraph| &mut subgraph.definitions)
}

fn members(set: &mut SubgraphSet, mut at: usize) -> bool {
    for definition in all(set) {
        if at < definition.members.len() {
            definition.members.remove(at);
            return true;
        }
        at -= definition.members.len();
    }
    false
}

fn directives(set: &mut SubgraphSet, mut at: usize) -> bool {
    for list in set.subgraphs.iter_mut().flat_map(|subgraph| subgraph.applications_mut()) {
        if at < list.len() {
            list.remove(at);
            return true;
        }
        at -= list.len();
    }
    false
}

/// The small things: arguments of fields and directives, interfaces, defaults, descriptions.
fn small(set: &mut SubgraphSet, at: usize) -> bool {
    let mut left = at;
    let mut turn = || {
        let now = left == 0;
        left = left.wrapping_sub(1);
        now
    };
    for definition in all(set) {
        if definition.description.is_some() && turn() {
            definition.description = None;
            return true;
        }
        for number in 0..definition.implements.len() {
            if turn() {
                definition.implements.remove(number);
                return true;
            }
        }
        if cut_applications(&mut definition.directives, &mut turn) {
            return true;
        }
        for member in &mut definition.members {
            if cut_member(member, &mut turn) {
                return true;
            }
            for number in 0..member.arguments.len() {
                if turn() {
                    member.arguments.remove(number);
                    return true;
                }
                if cut_member(&mut member.arguments[number], &mut turn) {
                    return true;
                }
            }
        }
    }
    false
}

fn cut_member(member: &mut Member, turn: &mut impl FnMut() -> bool) -> bool {
    if member.description.is_some() && turn() {
        member.description = None;
        return true;
    }
    if member.default.is_some() && turn() {
        member.default = None;
        return true;
    }
    cut_applications(&mut member.directives, turn)
}

fn cut_applications(applications: &mut [Application], turn: &mut impl FnMut() -> bool) -> bool {
    for application in applications {
        for number in 0..application.arguments.len() {
            if turn() {
                application.arguments.remove(number);
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Subgraph, read};

    #[test]
    fn only_what_is_needed_stays() {
        let sdl = "type A @x(b: 1) @y { a(p: Int, q: Int): Int b: Int } type B { c: Int }";
        let subgraph = read("a", sdl).expect("the text is GraphQL");
        let empty = Subgraph {
            name: "b".to_string(),
            definitions: Vec::new(),
        };
        let set = SubgraphSet {
            subgraphs: vec![empty, subgraph],
        };
        let shrunk = shrink(set, 1000, |set| {
            set.to_string().contains("q: Int") && set.to_string().contains("@x")
        });
        assert_eq!(shrunk.subgraphs.len(), 1);
        assert_eq!(shrunk.subgraphs[0].to_string(), "type A @x {\n  a(q: Int): Int\n}\n");
    }
}
