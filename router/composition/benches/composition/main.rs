//! What composing costs: SDL strings to supergraph and API strings, satisfiability included, in one thread, best of five
//! rounds after warm-up; beside it two composers in node over the same files, when their folder is given.
//! `script/bench composition` runs it.
//!
//! Arguments: `--sizes 10x200,200x1000` (subgraphs x types), `--phases`, `--write FOLDER` (the sets as files, then stop),
//! `--competitors FOLDER` (that of `bench.mjs`, installed), `--graph FILE.svg`. Every size is measured in a process of its
//! own (`--one SIZE`), so that its peak of memory is its own.

mod graphs;
mod picture;

use graphs::Size;
use router_composition::{Phase, SubgraphInput, compose_watched};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// As the router's own program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: &str = "10x200,50x1000,200x1000,200x5000";
const COMPETITORS: [&str; 2] = ["@apollo/composition", "@theguild/federation-composition"];
const WARM_UPS: usize = 2;
const ROUNDS: usize = 5;
/// A competitor's run is given up after this time.
const PATIENCE_SECONDS: &str = "600";
/// Node believes what it is told of its stack, so the system's limit has to go first.
const WITH_LARGE_STACK: &str = "ulimit -s $(ulimit -H -s); patience=$1; shift
    exec timeout $patience node --stack-size=60000 --max-old-space-size=8192 bench.mjs \"$@\"";

/// What measuring one composer at one size gave.
struct Figure {
    milliseconds: Option<f64>,
    /// The same by what the thread had of a processor: what else the machine does distorts it less.
    processor_milliseconds: Option<f64>,
    peak_megabytes: f64,
    problem: String,
}

#[derive(Default)]
struct Arguments {
    sizes: Vec<Size>,
    phases: bool,
    one: Option<Size>,
    write: Option<PathBuf>,
    competitors: Option<PathBuf>,
    graph: Option<PathBuf>,
}

fn main() -> ExitCode {
    // `cargo test --benches` asks for nothing.
    if std::env::args().any(|argument| argument == "--test") {
        return ExitCode::SUCCESS;
    }
    let arguments = match read_arguments() {
        Ok(arguments) => arguments,
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::from(2);
        }
    };
    if let Some(size) = arguments.one {
        println!("{}", measure(size));
        return ExitCode::SUCCESS;
    }
    if let Some(folder) = &arguments.write {
        arguments.sizes.iter().for_each(|size| write(*size, &folder.join(size.name())));
        return ExitCode::SUCCESS;
    }
    report(&arguments);
    ExitCode::SUCCESS
}

fn read_arguments() -> Result<Arguments, String> {
    let sizes = |text: &str| {
        let sizes = text.split(',').map(|size| Size::parse(size).ok_or(format!("{size} is no size")));
        sizes.collect::<Result<Vec<Size>, String>>()
    };
    let mut read = Arguments {
        sizes: sizes(SIZES)?,
        ..Arguments::default()
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--bench" => {}
            "--phases" => read.phases = true,
            "--sizes" => read.sizes = sizes(&value()?)?,
            "--one" => read.one = sizes(&value()?)?.first().copied(),
            "--write" => read.write = Some(value()?.into()),
            "--competitors" => read.competitors = Some(value()?.into()),
            "--graph" => read.graph = Some(value()?.into()),
            _ => return Err(format!("{word} is no argument of this benchmark")),
        }
    }
    Ok(read)
}

fn write(size: Size, folder: &Path) {
    std::fs::create_dir_all(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for (name, sdl) in graphs::generate(size) {
        let path = folder.join(name + ".graphql");
        std::fs::write(&path, sdl).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

/// Composes one set over and over in this process; best times of the whole and of each phase, and the peak of memory.
fn measure(size: Size) -> Value {
    let subgraphs: Vec<SubgraphInput> = graphs::generate(size)
        .into_iter()
        .map(|(name, sdl)| SubgraphInput { name, url: None, sdl })
        .collect();
    let bytes: usize = subgraphs.iter().map(|subgraph| subgraph.sdl.len()).sum();
    let (mut best, mut best_of_processor) = (Duration::MAX, Duration::MAX);
    let mut phases: BTreeMap<String, Duration> = BTreeMap::new();
    for round in 0..WARM_UPS + ROUNDS {
        let input = subgraphs.clone();
        let processor_began = processor_time();
        let began = Instant::now();
        let mut last = began;
        let mut passed: Vec<(Phase, Duration)> = Vec::new();
        let composed = compose_watched(input, &mut |phase| {
            let now = Instant::now();
            passed.push((phase, now - last));
            last = now;
        });
        let took = began.elapsed();
        let processor_took = processor_time().zip(processor_began).map_or(took, |(now, began)| now - began);
        if let Err(errors) = composed {
            let first = errors.first().map_or("", |error| error.message.as_str());
            return json!({"ok": false, "problem": format!("{} errors: {first}", errors.len())});
        }
        if round < WARM_UPS {
            continue;
        }
        best = best.min(took);
        best_of_processor = best_of_processor.min(processor_took);
        for (number, (phase, took)) in passed.into_iter().enumerate() {
            let least = phases.entry(format!("{number}{phase:?}")).or_insert(took);
            *least = took.min(*least);
        }
    }
    let phases: serde_json::Map<String, Value> = phases
        .into_iter()
        .map(|(phase, took)| (phase, json!(took.as_secs_f64() * 1e3)))
        .collect();
    json!({
        "ok": true,
        "milliseconds": best.as_secs_f64() * 1e3,
        "processor_milliseconds": best_of_processor.as_secs_f64() * 1e3,
        "phases": phases,
        "peak_kilobytes": peak_kilobytes(),
        "bytes": bytes,
    })
}

/// What this thread had of a processor so far, where the system says.
fn processor_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = text.split(' ').next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

/// The most memory this process ever held; 0 where the system does not say.
fn peak_kilobytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

fn report(arguments: &Arguments) {
    let mut curves: Vec<picture::Curve> = Vec::new();
    println!(
        "| subgraphs / types | composer | best of {ROUNDS} | on the processor | peak memory | times our time |\n|---|---|---|---|---|---|"
    );
    for size in &arguments.sizes {
        let answer = run(Command::new(std::env::current_exe().expect("the program knows itself")).args(["--one", &size.name()]));
        let ours = figure(&answer);
        row(*size, "this one", &ours, None);
        let bytes = answer["bytes"].as_u64().unwrap_or(0) as usize;
        picture::Curve::add(&mut curves, "this one", &label(*size), bytes, ours.processor_milliseconds);
        let Some(folder) = &arguments.competitors else {
            phases_of(arguments, &answer);
            continue;
        };
        let files = std::env::temp_dir().join(format!("composition-{}-{}", std::process::id(), size.name()));
        write(*size, &files);
        for name in COMPETITORS {
            let answer = run(Command::new("bash")
                .args(["-c", WITH_LARGE_STACK, "bash", PATIENCE_SECONDS, name])
                .arg(&files)
                .args([WARM_UPS.to_string(), ROUNDS.to_string()])
                .current_dir(folder));
            let theirs = figure(&answer);
            let version = format!("{name} {}", answer["version"].as_str().unwrap_or_default());
            row(*size, &version, &theirs, ours.processor_milliseconds);
            picture::Curve::add(&mut curves, name, &label(*size), bytes, theirs.processor_milliseconds);
        }
        // Only a hint if it can't be removed: it lies among temporary files.
        let _ = std::fs::remove_dir_all(&files);
        phases_of(arguments, &answer);
    }
    if let Some(path) = &arguments.graph {
        std::fs::write(path, picture::svg(&curves)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        println!("\ncost against size: {}", path.display());
    }
}

/// The JSON a measuring process prints last; what happened to it if it prints none.
fn run(command: &mut Command) -> Value {
    let output = match command.output() {
        Ok(output) => output,
        Err(error) => return json!({"ok": false, "problem": format!("{error}")}),
    };
    let text = String::from_utf8_lossy(&output.stdout);
    let answer = text.lines().next_back().and_then(|line| serde_json::from_str(line).ok());
    // 124 is what `timeout` ends with.
    let problem = match output.status.code() {
        Some(124) => format!("no answer in {PATIENCE_SECONDS} s"),
        _ => format!("crashed: {}", output.status),
    };
    answer.unwrap_or_else(|| json!({"ok": false, "problem": problem}))
}

fn figure(answer: &Value) -> Figure {
    Figure {
        milliseconds: answer["milliseconds"].as_f64(),
        processor_milliseconds: answer["processor_milliseconds"].as_f64(),
        peak_megabytes: answer["peak_kilobytes"].as_f64().unwrap_or(0.0) / 1024.0,
        problem: answer["problem"].as_str().unwrap_or_default().to_string(),
    }
}

fn label(size: Size) -> String {
    format!("{} / {}", size.subgraphs, size.types)
}

fn row(size: Size, composer: &str, figure: &Figure, ours: Option<f64>) {
    let time = match figure.milliseconds {
        Some(time) => format!("{time:.1} ms"),
        None => figure.problem.clone(),
    };
    let on_processor = figure
        .processor_milliseconds
        .map(|time| format!("{time:.1} ms"))
        .unwrap_or_default();
    let ratio = match (figure.processor_milliseconds, ours) {
        (Some(time), Some(ours)) => format!("{:.0}", time / ours),
        _ => String::new(),
    };
    let size = label(size);
    println!(
        "| {size} | {composer} | {time} | {on_processor} | {:.0} MB | {ratio} |",
        figure.peak_megabytes
    );
}

fn phases_of(arguments: &Arguments, answer: &Value) {
    let phases = answer["phases"].as_object().filter(|_| arguments.phases);
    for (phase, took) in phases.into_iter().flatten() {
        // A digit before the name keeps the order of the phases.
        eprintln!("    {:>9.2} ms  {}", took.as_f64().unwrap_or(0.0), &phase[1..]);
    }
}
