//! Composes damaged schemas and random text until it is stopped, or for so many seconds; ends at the first that panics or
//! takes too long and prints it. It needs no special compiler: `cargo run --release -p federation-conformance --bin fuzz
//! -- [SECONDS] [SEED]`.

use federation_conformance::torture::torture;
use router_composition::compose;
use std::error::Error;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

const LIMIT: Duration = Duration::from_secs(20);

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let seconds: u64 = words.next().map_or(Ok(60), |word| word.parse())?;
    let seed: u64 = words.next().map_or(Ok(1), |word| word.parse())?;
    let (say, said) = channel();
    std::thread::spawn(move || {
        for index in 0.. {
            let _ = compose(torture(seed, index));
            if say.send(index).is_err() {
                return;
            }
        }
    });
    let began = Instant::now();
    let mut next = 0;
    while began.elapsed().as_secs() < seconds {
        match said.recv_timeout(LIMIT) {
            Ok(index) => next = index + 1,
            Err(reason) => {
                let what = if reason == RecvTimeoutError::Timeout {
                    "takes too long"
                } else {
                    "panics"
                };
                for subgraph in torture(seed, next) {
                    println!("# ----- {}\n{}", subgraph.name, subgraph.sdl);
                }
                return Err(format!("seed {seed}, index {next} {what}").into());
            }
        }
    }
    println!(
        "{next} sets of damaged subgraphs, seed {seed}: none panics, none takes {} s",
        LIMIT.as_secs()
    );
    Ok(())
}
