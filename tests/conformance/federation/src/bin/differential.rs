//! Compares our composer with the reference over random sets of subgraphs; see `script/differential --help`.

use federation_conformance::cases;
use federation_conformance::compare::{Weight, compare};
use federation_conformance::coverage::Coverage;
use federation_conformance::document::{SubgraphSet, read};
use federation_conformance::generate::{Flavour, generate, mutate};
use federation_conformance::outcome::{Outcome, count, inputs, ours};
use federation_conformance::random::Random;
use federation_conformance::reference::{Reference, SYNTAX};
use federation_conformance::shrink::shrink;
use federation_conformance::verdict::{Class, Rules};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const HELP: &str = "\
Compares our composer with the reference over random sets of subgraphs.

  --sets N          how many sets (1000)
  --seed S          seed (1); a set is a function of the seed and its index
  --first I         index of the first set (0)
  --flavour F       valid, tangled, mutated or chaotic; all in turns when absent
  --cases           changes the outside cases in one to three places instead of making sets
  --folder DIR      compares the sets in the folders below DIR (each has subgraphs/NAME.graphql), and ends
  --show I          prints the set of that index with both outcomes, and ends
  --each N          differences of one kind that are cut down and kept (1)
  --hints           counts sets that differ in hints only as different
  --reference DIR   folder of the reference composers
  --report DIR      where the report goes (target/differential)
  --seconds N       stops after that time";

struct Options {
    sets: u64,
    seed: u64,
    first: u64,
    flavour: Option<Flavour>,
    cases: bool,
    folder: Option<PathBuf>,
    show: Option<u64>,
    each: usize,
    hints: bool,
    reference: PathBuf,
    report: PathBuf,
    seconds: u64,
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut options = Options {
        sets: 1000,
        seed: 1,
        first: 0,
        flavour: None,
        cases: false,
        folder: None,
        show: None,
        each: 1,
        hints: false,
        reference: PathBuf::from("tests/conformance/reference"),
        report: PathBuf::from("target/differential"),
        seconds: u64::MAX,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--sets" => options.sets = value()?.parse()?,
            "--seed" => options.seed = value()?.parse()?,
            "--first" => options.first = value()?.parse()?,
            "--flavour" => {
                options.flavour = Some(match value()?.as_str() {
                    "valid" => Flavour::Valid,
                    "tangled" => Flavour::Tangled,
                    "mutated" => Flavour::Mutated,
                    "chaotic" => Flavour::Chaotic,
                    other => return Err(format!("there is no flavour {other}").into()),
                });
            }
            "--cases" => options.cases = true,
            "--folder" => options.folder = Some(value()?.into()),
            "--show" => options.show = Some(value()?.parse()?),
            "--each" => options.each = value()?.parse()?,
            "--hints" => options.hints = true,
            "--reference" => options.reference = value()?.into(),
            "--report" => options.report = value()?.into(),
            "--seconds" => options.seconds = value()?.parse()?,
            _ => return Err(format!("unknown option {word}\n\n{HELP}").into()),
        }
    }
    Ok(options)
}

/// All differences of one kind and class.
#[derive(Default)]
struct Kind {
    count: usize,
    reason: String,
    shown: Vec<Shown>,
}

struct Shown {
    index: u64,
    set: SubgraphSet,
    ours: String,
    theirs: String,
    lines: Vec<String>,
}

struct Run {
    options: Options,
    reference: Reference,
    rules: Rules,
    outside: Vec<SubgraphSet>,
}

impl Run {
    fn set(&self, index: u64) -> SubgraphSet {
        let flavour = self.options.flavour.unwrap_or_else(|| Flavour::of_index(index));
        if self.outside.is_empty() {
            return generate(self.options.seed, index, flavour);
        }
        let mut random = Random::new(self.options.seed, index);
        let mut set = random.pick(&self.outside).cloned().unwrap_or_default();
        for _ in 0..random.between(1, 3) {
            mutate(&mut set, &mut random);
        }
        set
    }

    fn both(&mut self, set: &SubgraphSet) -> io::Result<(Outcome, Outcome)> {
        let ours = ours(inputs(set));
        let theirs = match self.reference.compose("apollo", set)? {
            // The reference takes documents: of a text that is none, it says nothing but that.
            Outcome::Broken(how) if how == SYNTAX => match ours.codes().contains(&"INVALID_GRAPHQL") {
                true => ours.clone(),
                false => Outcome::Refused(count(["INVALID_GRAPHQL"])),
            },
            theirs => theirs,
        };
        Ok((ours, theirs))
    }

    /// The set cut down to what still differs in the same way.
    fn cut(&mut self, set: SubgraphSet, signature: &str) -> SubgraphSet {
        shrink(set, 1500, |smaller| {
            self.both(smaller)
                .is_ok_and(|(ours, theirs)| compare(&ours, &theirs).is_some_and(|difference| difference.signature() == signature))
        })
    }
}

/// One line for each folder below: its name, and how the outcomes differ.
fn folders(run: &mut Run, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)?.flatten().map(|entry| entry.path()).collect();
    found.retain(|path| path.join("subgraphs").is_dir());
    found.sort();
    for path in found {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let subgraphs = cases::subgraphs(&path.join("subgraphs"))?;
        let read = subgraphs
            .iter()
            .map(|input| read(&input.name, &input.sdl))
            .collect::<Option<Vec<_>>>();
        let Some(subgraphs) = read else {
            println!("{name}\tnot readable");
            continue;
        };
        let (ours, theirs) = run.both(&SubgraphSet { subgraphs })?;
        let signature = compare(&ours, &theirs).map_or("same".to_string(), |difference| difference.signature());
        println!("{name}\t{signature}\t{}\t{}", ours.summary(), theirs.summary());
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::args().any(|word| word == "--help") {
        eprintln!("{HELP}");
        return Ok(());
    }
    // A panic of our composer is an outcome; its text is in the report.
    std::panic::set_hook(Box::new(|_| {}));
    let options = options()?;
    let mut outside = Vec::new();
    if options.cases {
        let folder = cases::folder("composition").ok_or("there are no outside cases")?;
        outside = cases::load(&folder)?.iter().filter_map(cases::Case::set).collect();
    }
    let mut run = Run {
        reference: Reference::new(&options.reference, Duration::from_secs(20)),
        rules: Rules::load(),
        outside,
        options,
    };
    if let Some(folder) = run.options.folder.clone() {
        return folders(&mut run, &folder);
    }
    if let Some(index) = run.options.show {
        let set = run.set(index);
        let (ours, theirs) = run.both(&set)?;
        println!("{set}\nours: {}\ntheirs: {}", ours.summary(), theirs.summary());
        if let Some(difference) = compare(&ours, &theirs) {
            println!("{}\n{}", difference.signature(), difference.lines().join("\n"));
        }
        return Ok(());
    }

    let began = Instant::now();
    let mut coverage = Coverage::default();
    let mut flavours: BTreeMap<Flavour, (usize, usize)> = BTreeMap::new();
    let mut kinds: BTreeMap<(Class, Weight, String), Kind> = BTreeMap::new();
    let (mut same, mut unsupported) = (0, 0);
    for index in run.options.first..run.options.first + run.options.sets {
        if began.elapsed().as_secs() >= run.options.seconds {
            break;
        }
        let set = run.set(index);
        let (ours, theirs) = run.both(&set)?;
        coverage.add(&set, &theirs);
        let flavour = flavours
            .entry(run.options.flavour.unwrap_or_else(|| Flavour::of_index(index)))
            .or_default();
        flavour.0 += 1;
        flavour.1 += usize::from(matches!(theirs, Outcome::Composed { .. }));
        let found = compare(&ours, &theirs).filter(|difference| run.options.hints || difference.weight < Weight::Hints);
        let Some(difference) = found else {
            same += 1;
            continue;
        };
        let refused = |outcome: &Outcome| outcome.codes().contains(&"UNSUPPORTED_FEATURE");
        if refused(&ours) && !refused(&theirs) {
            unsupported += 1;
            continue;
        }
        let signature = difference.signature();
        let (class, reason) = run.rules.classify(&difference, &set);
        let kind = kinds.entry((class, difference.weight, signature.clone())).or_default();
        kind.count += 1;
        kind.reason = reason.to_string();
        if kind.shown.len() < run.options.each && class == Class::Open {
            let cut = run.cut(set, &signature);
            let (ours, theirs) = run.both(&cut)?;
            let lines = compare(&ours, &theirs).map_or(Vec::new(), |difference| difference.lines());
            let shown = Shown {
                index,
                set: cut,
                ours: ours.summary(),
                theirs: theirs.summary(),
                lines,
            };
            // A difference may have changed its class by being cut down; that is for the reader to see.
            kinds.entry((class, difference.weight, signature)).or_default().shown.push(shown);
        }
    }

    let mut report = String::new();
    let seconds = began.elapsed().as_secs_f64();
    writeln!(
        report,
        "seed {}, from index {}: {} sets in {seconds:.0} s",
        run.options.seed, run.options.first, coverage.sets
    )?;
    writeln!(report, "{same} the same, {unsupported} with something ours does not support yet")?;
    for (flavour, (sets, composed)) in &flavours {
        writeln!(report, "{flavour:?}: {composed} of {sets} compose")?;
    }
    let total = |class: Class| {
        kinds
            .iter()
            .filter(|((of, ..), _)| *of == class)
            .map(|(_, kind)| kind.count)
            .sum::<usize>()
    };
    for class in [Class::Ours, Class::Theirs, Class::Open] {
        writeln!(report, "{}: {}", class.as_str(), total(class))?;
    }
    fs::create_dir_all(&run.options.report)?;
    let mut number = 0;
    for ((class, weight, signature), kind) in &kinds {
        writeln!(report, "\n[{}] {} x {signature} {}", class.as_str(), kind.count, kind.reason)?;
        for shown in &kind.shown {
            number += 1;
            let folder = run.options.report.join(format!("{number:03}-{weight:?}").to_lowercase());
            let subgraphs = folder.join("subgraphs");
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            fs::create_dir_all(&subgraphs)?;
            for subgraph in &shown.set.subgraphs {
                let file = subgraph.name.replace('%', "%25").replace('/', "%2F");
                fs::write(subgraphs.join(format!("{file}.graphql")), subgraph.to_string())?;
            }
            let lines = shown.lines.join("\n");
            fs::write(folder.join("ours.txt"), format!("{}\n", shown.ours))?;
            fs::write(folder.join("theirs.txt"), format!("{}\n", shown.theirs))?;
            fs::write(folder.join("difference.txt"), format!("{signature}\n{lines}\n"))?;
            writeln!(
                report,
                "--- index {} in {}\nours: {}\ntheirs: {}\n{lines}\n{}",
                shown.index,
                folder.display(),
                shown.ours,
                shown.theirs,
                shown.set
            )?;
        }
    }
    writeln!(report, "\ndirectives, by sets: {:?}", coverage.directives)?;
    writeln!(report, "codes, by sets: {:?}", coverage.codes)?;
    writeln!(report, "hints, by sets: {:?}", coverage.hints)?;
    writeln!(report, "codes that never came: {:?}", coverage.missing())?;
    fs::write(run.options.report.join("report.txt"), &report)?;
    print!("{report}");
    Ok(())
}
