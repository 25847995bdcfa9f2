//! Many trials: operations on one supergraph after another, undisturbed and with faults, with a count of what was exercised. Owns
//! how many of what are tried and which failures are kept; must not know what counts as right.

use crate::coverage::Coverage;
use crate::document::SubgraphSet;
use crate::grounds::{Site, composition_cases, planner_cases, supergraphs};
use crate::operations::{Call, operation, shrink, with_values};
use crate::outcome::{Outcome, count};
use crate::random::Random;
use crate::simulate::{Fault, Service};
use crate::trial::{Failure, INVALID, attempt};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

/// How much to try.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Valid operations in all.
    pub operations: usize,
    /// The seed of sets and operations.
    pub seed: u64,
    /// Operations per random supergraph.
    pub per_set: usize,
    /// Operations per case, beside those that come with it.
    pub per_case: usize,
    /// The index of the first random set.
    pub first: u64,
    /// How many attempts to cut a failure down.
    pub shrink_attempts: usize,
    /// How many failures to keep before stopping.
    pub failures: usize,
}

impl Default for Plan {
    fn default() -> Plan {
        Plan {
            operations: 10_000,
            seed: 1,
            per_set: 100,
            per_case: 15,
            first: 0,
            shrink_attempts: 400,
            failures: 25,
        }
    }
}

/// A failure, cut down.
#[derive(Debug)]
pub struct Kept {
    /// The supergraph's name.
    pub site: String,
    /// Its subgraphs.
    pub set: SubgraphSet,
    /// The operation.
    pub call: Call,
    /// The labels in force.
    pub labels: BTreeSet<Box<str>>,
    /// The fault.
    pub fault: Fault,
    /// What went wrong.
    pub failure: Failure,
}

/// A run of trials.
#[derive(Debug)]
pub struct Campaign {
    plan: Plan,
    /// Failures by kind and supergraph, one each.
    pub failures: Vec<Kept>,
    /// Valid operations tried.
    pub operations: usize,
    /// Operations that were not valid.
    pub invalid: usize,
    /// Runs, with labels and faults counted.
    pub runs: BTreeMap<&'static str, usize>,
    /// Supergraphs tried.
    pub sites: usize,
    /// Sets not tried, by reason.
    pub skipped: BTreeMap<String, usize>,
    failing: usize,
    keywords: BTreeMap<String, usize>,
    labelled: usize,
    renamed: usize,
    coverage: Coverage,
}

impl Campaign {
    /// Nothing tried yet.
    pub fn new(plan: Plan) -> Campaign {
        Campaign {
            plan,
            failures: Vec::new(),
            operations: 0,
            invalid: 0,
            runs: BTreeMap::new(),
            sites: 0,
            skipped: BTreeMap::new(),
            failing: 0,
            keywords: BTreeMap::new(),
            labelled: 0,
            renamed: 0,
            coverage: Coverage::default(),
        }
    }

    /// Whether enough was tried.
    pub fn is_over(&self) -> bool {
        self.operations >= self.plan.operations || self.failures.len() >= self.plan.failures
    }

    /// Tries the cases of composition and planner.
    pub fn cases(&mut self) {
        let composition = composition_cases().into_iter().map(|(name, set)| Site::new(name, set));
        for site in planner_cases().into_iter().chain(composition) {
            self.site(site, self.plan.per_case);
        }
    }

    /// Tries every supergraph of a folder.
    pub fn supergraphs(&mut self, folder: &Path) {
        supergraphs(folder).into_iter().for_each(|site| self.site(site, self.plan.per_set));
    }

    /// Tries random sets until enough was tried.
    pub fn random_sets(&mut self) {
        let mut index = self.plan.first;
        while !self.is_over() {
            self.site(Site::random(self.plan.seed, index), self.plan.per_set);
            index += 1;
        }
    }

    fn site(&mut self, site: Result<Site, String>, operations: usize) {
        if self.is_over() {
            return;
        }
        let site = match site {
            Ok(site) => site,
            Err(why) => {
                let why = why.chars().take(700).collect();
                *self.skipped.entry(why).or_insert(0) += 1;
                return;
            }
        };
        self.sites += 1;
        self.labelled += usize::from(!site.ground.labels.is_empty());
        let is_renamed = |service: &Service| service.own_names.iter().any(|(common, own)| common != own);
        self.renamed += usize::from(site.ground.world.services.iter().any(is_renamed));
        let composed = Outcome::Composed {
            supergraph: String::new(),
            api: String::new(),
            hints: count(Vec::<String>::new()),
        };
        self.coverage.add(&site.set, &composed);
        let mut failed: BTreeSet<&'static str> = BTreeSet::new();
        // What comes with the supergraph is tried with several values of its variables.
        let own: Vec<_> = site.operations.iter().flat_map(|request| vec![request; 4]).collect();
        for number in 0..operations + own.len() {
            let mut random = Random::new(self.plan.seed ^ 0x51AB, number_of(&site.name, number));
            let world = &site.ground.world;
            let call = match own.get(number) {
                Some(request) => with_values(world, (*request).clone(), &mut random),
                None => operation(world, &mut random),
            };
            if let Some(kept) = self.operation(&site, call, &mut random) {
                self.failing += 1;
                if failed.insert(kept.failure.kind) {
                    self.failures.push(kept);
                }
                if self.failures.len() >= self.plan.failures {
                    return;
                }
            }
        }
    }

    fn operation(&mut self, site: &Site, call: Call, random: &mut Random) -> Option<Kept> {
        let ground = &site.ground;
        let none = BTreeSet::new();
        let mut outcomes = vec![none.clone()];
        if !ground.labels.is_empty() {
            outcomes.push(ground.labels.clone());
            outcomes.push(ground.labels.iter().filter(|_| random.chance(50)).cloned().collect());
        }
        let mut called = BTreeSet::new();
        for labels in outcomes {
            *self.runs.entry("clean").or_insert(0) += 1;
            match attempt(ground, &call, &labels, &Fault::None) {
                Ok(services) => called = services,
                Err(failure) if failure.kind == INVALID => {
                    self.invalid += 1;
                    return None;
                }
                Err(failure) => return Some(self.kept(site, call, labels, Fault::None, failure)),
            }
        }
        self.operations += 1;
        *self.keywords.entry(call.request.keyword.clone()).or_insert(0) += 1;
        if !random.chance(50) || call.request.keyword == "subscription" {
            return None;
        }
        let called: Vec<String> = called.into_iter().collect();
        let service = random.pick(&called)?.clone();
        let (name, fault) = match random.below(6) {
            0 => ("subgraph down", Fault::Down(service)),
            1 => ("subgraph answers nothing", Fault::Nothing(service)),
            2 => ("entities short", Fault::Short(service)),
            3 => ("entities unknown", Fault::Unknown(service)),
            _ => ("fields fail", Fault::Fields(ground.world.failing_fields(random, 20))),
        };
        *self.runs.entry(name).or_insert(0) += 1;
        match attempt(ground, &call, &none, &fault) {
            Ok(_) => None,
            Err(failure) => Some(self.kept(site, call, none, fault, failure)),
        }
    }

    fn kept(&self, site: &Site, call: Call, labels: BTreeSet<Box<str>>, fault: Fault, failure: Failure) -> Kept {
        let still = |set: &Site, call: &Call| match attempt(&set.ground, call, &labels, &fault) {
            Err(found) if found.kind == failure.kind => Some(found),
            _ => None,
        };
        let call = shrink(call, self.plan.shrink_attempts, |smaller| still(site, smaller).is_some());
        let set = crate::shrink::shrink(site.set.clone(), self.plan.shrink_attempts, |smaller| {
            let smaller = Site::new(site.name.clone(), smaller.clone());
            smaller.is_ok_and(|smaller| still(&smaller, &call).is_some())
        });
        let failure = Site::new(site.name.clone(), set.clone())
            .ok()
            .and_then(|site| still(&site, &call))
            .unwrap_or(failure);
        Kept {
            site: site.name.clone(),
            set,
            call,
            labels,
            fault,
            failure,
        }
    }

    /// What was tried and what came of it.
    pub fn summary(&self) -> String {
        let mut text = format!(
            "{} operations on {} supergraphs ({} invalid ones left out), {} wrong\noperations: {:?}\nruns: {:?}\nsupergraphs with labels: {}, with renamed roots: {}\n",
            self.operations, self.sites, self.invalid, self.failing, self.keywords, self.runs, self.labelled, self.renamed
        );
        let _ = writeln!(text, "supergraphs with each directive: {:?}", self.coverage.directives);
        for (why, times) in &self.skipped {
            let _ = writeln!(text, "not tried ({times}): {why}");
        }
        for kept in &self.failures {
            let _ = writeln!(text, "{}: {}", kept.failure.kind, kept.site);
        }
        text
    }

    /// On how many supergraphs a directive was tried.
    pub fn exercised(&self, directive: &str) -> usize {
        self.coverage.directives.get(directive).copied().unwrap_or_default()
    }

    /// How many operations of a keyword were tried.
    pub fn operations_of(&self, keyword: &str) -> usize {
        self.keywords.get(keyword).copied().unwrap_or_default()
    }

    /// Writes failures, a folder each.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        for (number, kept) in self.failures.iter().enumerate() {
            kept.write(&folder.join(format!("{number:03}-{}", kept.failure.kind.replace(' ', "-"))))?;
        }
        Ok(())
    }
}

/// The number of an operation's stream: of the supergraph's name and the operation's place.
fn number_of(site: &str, number: usize) -> u64 {
    site.bytes()
        .fold(number as u64, |folded, byte| folded.wrapping_mul(31).wrapping_add(u64::from(byte)))
}

impl Kept {
    /// Writes it as a case: subgraphs, operation, variables, labels, and what went wrong.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder.join("subgraphs"))?;
        for subgraph in &self.set.subgraphs {
            fs::write(folder.join(format!("subgraphs/{}.graphql", subgraph.name)), subgraph.to_string())?;
        }
        fs::write(folder.join("operation.graphql"), format!("{}\n", self.call.request))?;
        let labels: Vec<&str> = self.labels.iter().map(|label| &**label).collect();
        let run = json!({"variables": self.call.variables, "labels": labels, "fault": self.fault.to_json()});
        fs::write(folder.join("run.json"), format!("{run:#}\n"))?;
        fs::write(folder.join("found.txt"), format!("{}\n{}\n", self.site, self.failure.detail))
    }
}
