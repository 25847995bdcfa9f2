//! The steps a way can take with help from other subgraphs: jumps by keys, and conditions that must be met first.
//! Answers whether and where to; must not know which operations there are.

use super::closure::Estimates;
use super::interner::Interner;
use super::selections::Node;
use super::standing::{Choices, Last, Map, ROOT, Standing};
use super::subgraphs::{Condition, ConditionId, FieldId, GraphId, LocalField, NONE, Subgraphs, TYPENAME, TypeId};
use super::vertices::VertexId;
use crate::model::HashMap;
use std::collections::VecDeque;
use std::rc::Rc;

/// How many single decisions a check may take.
const MAX_STEPS: u64 = 50_000_000;
/// How deep conditions of conditions are followed.
const MAX_DEPTH: u32 = 150;

/// The check took more than it may.
#[derive(Debug)]
pub(super) struct Exhausted;

/// What the search for a condition may not use: subgraphs being entered, and conditions being met. Sorted.
pub(super) type Exclusions = (Vec<GraphId>, Vec<ConditionId>);

/// A place from which to go on: one way, or several of which each must go on, each with a choice of ways.
#[derive(Clone, Debug)]
enum Choice {
    One(Standing),
    All(Vec<Vec<Choice>>),
}

/// Why a way can not take a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Obstacle {
    Absent,
    External,
    Label,
    Requires,
    /// The required values can be had, but the subgraph can not be entered again with them.
    NoWayBack,
    Context,
}

/// A question about a condition: from where, which, and without what.
type Question = (VertexId, ConditionId, u32);

pub(super) struct Search<'a> {
    pub map: Map<'a>,
    typename: Rc<Condition>,
    exclusions: Interner<Exclusions>,
    answers: HashMap<Question, bool>,
    /// Questions being answered, with the depth at which each was asked.
    asked: HashMap<Question, u32>,
    /// The lowest depth of a question that was met again while it was being answered.
    met_again: u32,
    jumps: HashMap<(Standing, u32), Rc<[Standing]>>,
    at_hand: HashMap<(VertexId, ConditionId), bool>,
    pub(super) estimates: Estimates,
    steps: u64,
}

impl<'a> Search<'a> {
    pub fn new(subgraphs: Subgraphs<'a>) -> Self {
        let typename = Rc::new(Condition {
            id: 0,
            nodes: subgraphs.conditions.get(0).clone(),
        });
        Search {
            map: Map::new(subgraphs),
            typename,
            exclusions: Interner::starting_with((Vec::new(), Vec::new())),
            answers: HashMap::default(),
            asked: HashMap::default(),
            met_again: u32::MAX,
            jumps: HashMap::default(),
            at_hand: HashMap::default(),
            estimates: Estimates::default(),
            steps: 0,
        }
    }

    /// Counts work that is done outside.
    pub fn step(&mut self, count: usize) -> Result<(), Exhausted> {
        self.steps += count as u64;
        if self.steps > MAX_STEPS { Err(Exhausted) } else { Ok(()) }
    }

    fn without(&mut self, exclusions: u32, graph: Option<GraphId>, condition: Option<ConditionId>) -> u32 {
        let (mut graphs, mut conditions) = (**self.exclusions.get(exclusions)).clone();
        if let Some(graph) = graph
            && let Err(index) = graphs.binary_search(&graph)
        {
            graphs.insert(index, graph);
        }
        if let Some(condition) = condition
            && let Err(index) = conditions.binary_search(&condition)
        {
            conditions.insert(index, condition);
        }
        self.exclusions.number((graphs, conditions))
    }

    /// The way after a field, without leaving its subgraph but for what the field requires. `parent` is the type that
    /// operations name the field by.
    pub fn take_field(
        &mut self,
        way: Standing,
        field: FieldId,
        parent: TypeId,
        choices: &Choices,
    ) -> Result<Result<Standing, Obstacle>, Exhausted> {
        self.step(1)?;
        let local = self.map.local(way.vertex);
        if local.is_abstract() && local.ty != parent {
            // What an interface answers is asked of all its types, not of one.
            return Ok(Err(Obstacle::Absent));
        }
        let found = match self.map.field(way.vertex, field, choices) {
            Ok(found) => found,
            Err(refusal) => return Ok(Err(refusal.into())),
        };
        let is_leaf = found.target == NONE;
        if found.requires.is_some() || !found.needs.is_empty() {
            let requires = found.requires.clone();
            if !found.needs.is_empty() && !self.contexts_are_set(way, field)? {
                return Ok(Err(Obstacle::Context));
            }
            if let Some(condition) = requires {
                if !self.resolves(way.vertex, &condition, 0)? {
                    return Ok(Err(Obstacle::Requires));
                }
                let needs_way_back = !matches!(way.last, Last::Nothing | Last::Key(_));
                if needs_way_back && !self.map.local(way.vertex).has_usable_key {
                    return Ok(Err(Obstacle::NoWayBack));
                }
            }
        }
        if is_leaf {
            return Ok(Ok(way));
        }
        Ok(Ok(self.map.take_field(way, field, parent, choices)))
    }

    /// Whether every context that a field's arguments take from is set above, and can be read there.
    fn contexts_are_set(&mut self, way: Standing, field: FieldId) -> Result<bool, Exhausted> {
        let contexts = self.map.contexts.get(way.contexts).clone();
        let local = self.map.vertices.local(way.vertex);
        let needs: Vec<_> = {
            let local = &self.map.subgraphs.locals[local as usize];
            let found: &LocalField = local.field(field).expect("the field was found at the vertex");
            found.needs.iter().map(|need| (need.context, need.selection.clone())).collect()
        };
        for (context, selection) in needs {
            let Some((_, vertex, parent)) = contexts.iter().find(|(set, ..)| *set == context) else {
                return Ok(false);
            };
            let graph = self.map.local(*vertex).graph;
            let condition = self.map.subgraphs.condition_for(graph, *parent, &selection);
            if !self.resolves(*vertex, &condition, 0)? {
                return Ok(false);
            }
        }
        let entity = self.map.local(way.vertex);
        let can_be_left = self.map.subgraphs.entries[entity.ty as usize]
            .iter()
            .any(|entry| entry.graph != entity.graph);
        Ok(entity.has_usable_key || !can_be_left)
    }

    /// The way after a type condition of an operation; `None` if the subgraph can not take it.
    pub fn take_condition(&mut self, way: Standing, ty: TypeId) -> Result<Option<Standing>, Exhausted> {
        self.step(1)?;
        let local = self.map.local(way.vertex);
        if local.ty == ty {
            return Ok(Some(way));
        }
        if local.is_interface_object {
            return self.be_told(way, ty);
        }
        if !local.is_abstract() {
            return Ok(None);
        }
        Ok(self.map.take_condition(way, ty))
    }

    /// An interface object takes a type condition if another subgraph tells the object's type.
    fn be_told(&mut self, way: Standing, ty: TypeId) -> Result<Option<Standing>, Exhausted> {
        let interface = self.map.local(way.vertex).ty;
        let is_implementation = self.map.subgraphs.implementations(interface).contains(&ty);
        let typename = self.typename.clone();
        if !is_implementation || !self.resolves(way.vertex, &typename, 0)? {
            return Ok(None);
        }
        let after_jump = matches!(way.last, Last::Key(_));
        Ok(Some(Standing {
            last: Last::Told { after_jump },
            shadow: NONE,
            ..way
        }))
    }

    /// The ways into other subgraphs, one for each that can be reached.
    pub fn jumps(&mut self, way: Standing, exclusions: u32) -> Result<Rc<[Standing]>, Exhausted> {
        if let Some(known) = self.jumps.get(&(way, exclusions)) {
            return Ok(known.clone());
        }
        let before = std::mem::replace(&mut self.met_again, u32::MAX);
        let found: Rc<[Standing]> = self.find_jumps(way, exclusions)?.into();
        if self.met_again == u32::MAX {
            self.jumps.insert((way, exclusions), found.clone());
        }
        self.met_again = self.met_again.min(before);
        Ok(found)
    }

    fn find_jumps(&mut self, way: Standing, exclusions: u32) -> Result<Vec<Standing>, Exhausted> {
        if way.last == (Last::Told { after_jump: true }) {
            // The jump before saw them all.
            return Ok(Vec::new());
        }
        let origin = self.map.local(way.vertex).graph;
        let excluded = self.exclusions.get(exclusions).clone();
        // Per subgraph the way there, or nothing where a more direct way makes it pointless.
        let mut best: HashMap<GraphId, Option<Standing>> = HashMap::default();
        let mut order = Vec::new();
        let mut open = VecDeque::from([way]);
        while let Some(at) = open.pop_front() {
            let local = self.map.local(at.vertex);
            let (graph, ty) = (local.graph, local.ty);
            if self.map.subgraphs.is_root[ty as usize] && !matches!(at.last, Last::Start | Last::Root) {
                for target in self.map.subgraphs.locals_of(ty).to_vec() {
                    let destination = self.map.subgraphs.locals[target as usize].graph;
                    let is_open = destination != origin && !best.contains_key(&destination);
                    if is_open && excluded.0.binary_search(&destination).is_err() {
                        let there = self.enter(at, graph, target, Last::Root);
                        best.insert(destination, Some(there));
                        order.push(destination);
                    }
                }
            }
            for index in 0..self.map.subgraphs.entries[ty as usize].len() {
                self.step(1)?;
                let entry = &self.map.subgraphs.entries[ty as usize][index];
                let (destination, target) = (entry.graph, entry.local);
                if destination == origin
                    || destination == graph
                    || best.contains_key(&destination)
                    || excluded.0.binary_search(&destination).is_ok()
                {
                    continue;
                }
                let Some(condition) = self.key(at.vertex, index) else { continue };
                if at.last == Last::Key(condition.id) {
                    // What was left could have been left by this key.
                    continue;
                }
                if !self.enters(at.vertex, destination, &condition, exclusions)? {
                    continue;
                }
                if self.is_detour(at, target)? {
                    best.insert(destination, None);
                    continue;
                }
                let there = self.enter(at, graph, target, Last::Key(condition.id));
                best.insert(destination, Some(there));
                order.push(destination);
                open.push_back(there);
            }
        }
        Ok(order
            .into_iter()
            .filter_map(|destination| best.get(&destination).copied().flatten())
            .collect())
    }

    fn enter(&self, at: Standing, graph: GraphId, target: u32, last: Last) -> Standing {
        Standing {
            vertex: target,
            runtime: self.map.subgraphs.locals[target as usize].runtime,
            last,
            from: graph,
            shadow: at.vertex,
            contexts: at.contexts,
            contexts_seen: at.contexts_seen,
        }
    }

    /// The key of one of the entries of the vertex's type, as it is read there; `None` if it can not be.
    pub(super) fn key(&mut self, vertex: VertexId, entry: usize) -> Option<Rc<Condition>> {
        let local = self.map.vertices.local(vertex);
        let entry = &self.map.subgraphs.entries[self.map.local(vertex).ty as usize][entry];
        match &entry.condition {
            Some(condition) => Some(condition.clone()),
            None => {
                let text = entry.text.clone();
                self.map.subgraphs.key_of(local, &text)
            }
        }
    }

    pub(super) fn exclusions(&self, number: u32) -> Rc<Exclusions> {
        self.exclusions.get(number).clone()
    }

    /// Whether a key can be read in order to enter a subgraph.
    pub fn enters(&mut self, vertex: VertexId, destination: GraphId, condition: &Condition, exclusions: u32) -> Result<bool, Exhausted> {
        if self.is_at_hand(vertex, condition) {
            // Without other subgraphs nothing that is excluded is used, but for the condition itself.
            return Ok(self.exclusions.get(exclusions).1.binary_search(&condition.id).is_err());
        }
        let exclusions = self.without(exclusions, Some(destination), None);
        self.resolves(vertex, condition, exclusions)
    }

    /// Whether the subgraph that was left last offers a more direct way to where a jump leads.
    fn is_detour(&mut self, at: Standing, target: u32) -> Result<bool, Exhausted> {
        // Where contexts are used, the more direct way may lack what the longer one passes.
        if at.from == NONE || at.shadow == NONE || self.map.subgraphs.contexts.len() > 1 {
            return Ok(false);
        }
        let (graph, ty) = {
            let target = &self.map.subgraphs.locals[target as usize];
            (target.graph, target.ty)
        };
        if at.from == ROOT {
            return Ok(self.map.is_also_at(at, graph, ty));
        }
        if self.map.local(at.shadow).ty != ty {
            return Ok(false);
        }
        if graph == at.from {
            return Ok(true);
        }
        for index in 0..self.map.subgraphs.entries[ty as usize].len() {
            let entry = &self.map.subgraphs.entries[ty as usize][index];
            if entry.graph != graph {
                continue;
            }
            let Some(condition) = entry.condition.clone() else { continue };
            if self.is_at_hand(at.shadow, &condition) || self.resolves(at.shadow, &condition, 0)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a condition needs no other subgraph and has no conditions itself.
    pub(super) fn is_at_hand(&mut self, vertex: VertexId, condition: &Condition) -> bool {
        let question = (vertex, condition.id);
        if let Some(known) = self.at_hand.get(&question) {
            return *known;
        }
        let answer = self.are_at_hand(vertex, &condition.nodes);
        self.at_hand.insert(question, answer);
        answer
    }

    fn are_at_hand(&mut self, vertex: VertexId, nodes: &[Node]) -> bool {
        nodes.iter().all(|node| {
            let local = self.map.local(vertex);
            let Node::Field { field, nodes, .. } = node else { return false };
            if local.is_abstract() {
                return false;
            }
            if *field == TYPENAME {
                return !local.is_interface_object;
            }
            match self.map.field(vertex, *field, &[]) {
                Ok(found) if found.requires.is_none() && found.needs.is_empty() => {
                    if found.target == NONE {
                        return true;
                    }
                    let behind = self.map.behind_field(vertex, *field);
                    self.are_at_hand(behind, nodes)
                }
                _ => false,
            }
        })
    }

    /// Whether all that a condition selects can be read from a vertex.
    pub fn resolves(&mut self, vertex: VertexId, condition: &Condition, exclusions: u32) -> Result<bool, Exhausted> {
        if self.exclusions.get(exclusions).1.binary_search(&condition.id).is_ok() {
            return Ok(false);
        }
        if self.is_at_hand(vertex, condition) {
            return Ok(true);
        }
        let question = (vertex, condition.id, exclusions);
        if let Some(known) = self.answers.get(&question) {
            return Ok(*known);
        }
        if let Some(depth) = self.asked.get(&question) {
            // It would need itself.
            self.met_again = self.met_again.min(*depth);
            return Ok(false);
        }
        let inner = self.without(exclusions, None, Some(condition.id));
        if self.surely_resolves(vertex, condition, inner)? {
            self.answers.insert(question, true);
            return Ok(true);
        }
        if !self.may_resolve(vertex, condition)? {
            self.answers.insert(question, false);
            return Ok(false);
        }
        let depth = self.asked.len() as u32;
        if depth > MAX_DEPTH {
            return Err(Exhausted);
        }
        self.asked.insert(question, depth);
        let before = std::mem::replace(&mut self.met_again, u32::MAX);
        let start = Choice::One(self.map.start(vertex, Last::Nothing));
        let answer = self.reads(&condition.nodes, &[start], inner)?;
        self.asked.remove(&question);
        if answer || self.met_again >= depth {
            self.answers.insert(question, answer);
            self.met_again = u32::MAX;
        }
        self.met_again = self.met_again.min(before);
        Ok(answer)
    }

    /// Whether from one of the options each selection can be read.
    fn reads(&mut self, nodes: &[Node], options: &[Choice], exclusions: u32) -> Result<bool, Exhausted> {
        for node in nodes {
            let next = self.advance_all(options, node, exclusions)?.unwrap_or_default();
            if next.is_empty() || !self.reads(node.nodes(), &next, exclusions)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Where a selection leads from a choice of options: `None` if nowhere, no option if its type can not be there.
    fn advance_all(&mut self, options: &[Choice], node: &Node, exclusions: u32) -> Result<Option<Vec<Choice>>, Exhausted> {
        let mut all: Option<Vec<Choice>> = None;
        for option in options {
            let next = match option {
                Choice::One(way) => self.advance(*way, node, exclusions)?,
                Choice::All(groups) => self.advance_groups(groups, node, exclusions)?,
            };
            if let Some(next) = next {
                all.get_or_insert_default().extend(next);
            }
        }
        Ok(all)
    }

    /// All of several ways at once, but for those where the type can not be.
    fn advance_groups(&mut self, groups: &[Vec<Choice>], node: &Node, exclusions: u32) -> Result<Option<Vec<Choice>>, Exhausted> {
        let mut next = Vec::new();
        for group in groups {
            match self.advance_all(group, node, exclusions)? {
                None => return Ok(None),
                Some(group) if group.is_empty() => {}
                Some(group) => next.push(group),
            }
        }
        Ok(Some(if next.is_empty() { Vec::new() } else { vec![Choice::All(next)] }))
    }

    /// Where a selection leads from a way, jumps included: `None` if nowhere, no option if its type can not be there.
    fn advance(&mut self, way: Standing, node: &Node, exclusions: u32) -> Result<Option<Vec<Choice>>, Exhausted> {
        let direct = self.advance_here(way, node)?;
        let is_condition = matches!(node, Node::On { .. });
        let is_leaf = !is_condition && node.nodes().is_empty();
        if let Some(options) = &direct
            && (is_condition || (is_leaf && !options.is_empty()))
        {
            return Ok(direct);
        }
        let mut options = direct.unwrap_or_default();
        for other in self.jumps(way, exclusions)?.iter() {
            options.extend(self.advance_here(*other, node)?.unwrap_or_default());
            if is_leaf && !options.is_empty() {
                break;
            }
        }
        Ok((!options.is_empty()).then_some(options))
    }

    /// As `advance`, without jumps. Where an abstract type is taken apart, what is excluded is forgotten, as in the reference.
    fn advance_here(&mut self, way: Standing, node: &Node) -> Result<Option<Vec<Choice>>, Exhausted> {
        self.step(1)?;
        match node {
            Node::Field { field, parent, .. } => self.advance_field(way, *field, *parent, node),
            Node::On { ty, .. } => self.advance_condition(way, *ty),
        }
    }

    fn advance_field(&mut self, way: Standing, field: FieldId, parent: TypeId, node: &Node) -> Result<Option<Vec<Choice>>, Exhausted> {
        let local = self.map.local(way.vertex);
        if field == TYPENAME {
            return Ok((!local.is_interface_object).then(|| vec![Choice::One(way)]));
        }
        if !local.is_abstract() {
            let taken = self.take_field(way, field, parent, &[])?;
            return Ok(taken.ok().map(|way| vec![Choice::One(way)]));
        }
        // An interface answers for all its types at once, unless the field is one of an implementation.
        let is_of_interface = parent == local.ty;
        let whole = if is_of_interface {
            self.take_field(way, field, parent, &[])?.ok()
        } else {
            None
        };
        if let Some(whole) = whole
            && node.nodes().is_empty()
        {
            return Ok(Some(vec![Choice::One(whole)]));
        }
        let types = if is_of_interface {
            self.map.runtime(way).to_vec()
        } else {
            vec![parent]
        };
        let alone = whole.map(|whole| vec![Choice::One(whole)]);
        let mut groups = Vec::new();
        for ty in types {
            let Some(narrowed) = self.advance(way, &Node::On { ty, nodes: Vec::new() }, 0)? else {
                return Ok(alone);
            };
            if narrowed.is_empty() {
                // No object can be of the type here.
                continue;
            }
            match self.advance_all(&narrowed, node, 0)? {
                Some(group) if !group.is_empty() => groups.push(group),
                _ => return Ok(alone),
            }
        }
        let mut options = alone.unwrap_or_default();
        options.push(Choice::All(groups));
        Ok(Some(options))
    }

    fn advance_condition(&mut self, way: Standing, ty: TypeId) -> Result<Option<Vec<Choice>>, Exhausted> {
        let local = self.map.local(way.vertex);
        let own = local.ty;
        if own == ty {
            return Ok(Some(vec![Choice::One(way)]));
        }
        if local.is_interface_object {
            if self.map.subgraphs.implementations(own).contains(&ty) {
                return Ok(self.be_told(way, ty)?.map(|way| vec![Choice::One(way)]));
            }
            let is_wider = self.map.subgraphs.is_a(own, ty);
            return Ok(Some(if is_wider { vec![Choice::One(way)] } else { Vec::new() }));
        }
        if !local.is_abstract() {
            let is_wider = self.map.subgraphs.is_a(own, ty);
            return Ok(Some(if is_wider { vec![Choice::One(way)] } else { Vec::new() }));
        }
        if let Some(way) = self.map.take_condition(way, ty) {
            return Ok(Some(vec![Choice::One(way)]));
        }
        let types: Vec<TypeId> = self
            .map
            .runtime(way)
            .iter()
            .copied()
            .filter(|one| self.map.subgraphs.is_a(*one, ty))
            .collect();
        let mut groups = Vec::new();
        for ty in types {
            match self.advance(way, &Node::On { ty, nodes: Vec::new() }, 0)? {
                None => return Ok(None),
                Some(options) if options.is_empty() => {}
                Some(options) => groups.push(options),
            }
        }
        Ok(Some(if groups.is_empty() { Vec::new() } else { vec![Choice::All(groups)] }))
    }
}

impl From<super::standing::Refusal> for Obstacle {
    fn from(refusal: super::standing::Refusal) -> Self {
        match refusal {
            super::standing::Refusal::Absent => Obstacle::Absent,
            super::standing::Refusal::External => Obstacle::External,
            super::standing::Refusal::Label => Obstacle::Label,
        }
    }
}
