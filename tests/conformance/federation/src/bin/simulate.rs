//! Tries random operations on random supergraphs and on the cases of composition and planner, each against the answer of a single
//! schema: `cargo run -p federation-conformance --bin simulate -- --operations 100000 --seed 7 [--per-set 100]
//! [--per-case 15] [--first 0] [--random-only] [--supergraphs FOLDER]`.
//! Failures are cut down and written below `target/simulate`.

use federation_conformance::campaign::{Campaign, Plan};
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let mut plan = Plan::default();
    let mut cases = true;
    let mut folder = None;
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        if word == "--random-only" {
            cases = false;
            continue;
        }
        let value = words.next().ok_or_else(|| format!("{word} wants a value"))?;
        match word.as_str() {
            "--operations" => plan.operations = value.parse()?,
            "--seed" => plan.seed = value.parse()?,
            "--per-set" => plan.per_set = value.parse()?,
            "--supergraphs" => folder = Some(PathBuf::from(value)),
            "--per-case" => plan.per_case = value.parse()?,
            "--first" => plan.first = value.parse()?,
            "--attempts" => plan.shrink_attempts = value.parse()?,
            _ => return Err(format!("{word} is not known").into()),
        }
    }
    std::panic::set_hook(Box::new(|_| {}));
    let mut campaign = Campaign::new(plan);
    if let Some(folder) = folder {
        campaign.supergraphs(&folder);
    }
    if cases {
        campaign.cases();
    }
    campaign.random_sets();
    println!("{}", campaign.summary());
    let folder = PathBuf::from("target/simulate");
    campaign.write(&folder)?;
    if campaign.failures.is_empty() {
        Ok(())
    } else {
        Err(format!("{} kinds of failure, below {}", campaign.failures.len(), folder.display()).into())
    }
}
