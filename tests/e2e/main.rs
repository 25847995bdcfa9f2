//! Journeys through the router, from outside, in both forms with the same assertions.

mod access;
mod bad_input;
mod buyer;
mod crash;
mod organiser;
mod sessions;

/// Declares a journey once for each form.
macro_rules! both_forms {
    ($($journey:ident),* $(,)?) => {
        mod all_in_one {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $journey() {
                let platform = harness::Platform::start(harness::Form::AllInOne).await;
                super::$journey(platform).await;
            })*
        }
        mod distributed {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $journey() {
                let platform = harness::Platform::start(harness::Form::Distributed).await;
                super::$journey(platform).await;
            })*
        }
    };
}
pub(crate) use both_forms;
