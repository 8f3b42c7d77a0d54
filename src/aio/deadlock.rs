//! When nothing can ever run again: who waits for what, and where.

use crate::object::{CodeObject, Str};
use crate::value::Value;
use crate::vm::{Raised, Vm};

use super::coroutine::NativeCoroutine;
use super::event_loop::LoopRef;
use super::future::core_of;
use super::task::{self, Task};
use super::{describe, state};

/// One task that waits for ever.
pub struct Stuck {
    /// Its name.
    pub name: String,
    /// Where it was made, as `file:line`.
    pub made: Option<String>,
    /// Where it rests, as `file:line`, innermost last.
    pub rests: Vec<String>,
    /// The library's function that it rests in, such as `Lock.acquire`.
    pub inside: Option<String>,
    /// What it waits for: another task's name, or the future's form.
    pub waits_for: Option<String>,
    /// Where that future was made.
    pub waits_made: Option<String>,
}

/// The tasks of a loop that wait for ever, in the order in which they were made.
pub fn stuck(vm: &mut Vm, loop_: &LoopRef) -> Vec<Stuck> {
    let tasks = loop_.all_tasks();
    tasks.iter().map(|task| describe_task(vm, task)).collect()
}

fn describe_task(vm: &mut Vm, stuck: &Task) -> Stuck {
    let place = |(code, instr)| describe::place(&code, instr);
    let (library, script): (Vec<_>, Vec<_>) = task::stack(vm, stuck).into_iter().partition(|(code, _)| is_library(code));
    let waiting = stuck.waiting.get();
    let native = waiting.get::<NativeCoroutine>().map(NativeCoroutine::waits_in);
    let waits_for = match waiting.get::<Task>() {
        Some(other) => Some(format!("task {}", other.name())),
        None if waiting.is_set() && native.is_none() => Some(future(vm, &waiting)),
        None => None,
    };
    Stuck {
        name: stuck.name().to_string(),
        made: stuck.core.origin().map(place),
        rests: script.into_iter().map(place).collect(),
        inside: native.map(str::to_owned).or_else(|| library.last().map(|(code, _)| code.code.qualname.to_string())),
        waits_for,
        waits_made: core_of(&waiting)
            .filter(|_| native.is_none())
            .and_then(super::core::Core::origin)
            .filter(|(code, _)| !is_library(code))
            .map(place),
    }
}

/// Whether a code belongs to the library: its lines say nothing to whoever wrote the script.
fn is_library(code: &CodeObject) -> bool {
    code.code.source.name().starts_with("<frozen ")
}

/// The way out for one that waits in a function of the library, or for something else.
fn advice(task: &Stuck) -> &'static str {
    match task.inside.as_deref().or(task.waits_for.as_deref()).unwrap_or_default() {
        "Lock.acquire" => "a lock that is never released; a task that takes a Lock twice waits for itself",
        "Semaphore.acquire" => "nobody is left to release the semaphore",
        "Queue.get" => "nobody is left to put an item; end consumers with queue.shutdown(), a sentinel or task.cancel()",
        "Queue.put" => "the queue is full, and nobody is left to take an item",
        "Queue.join" => "some item was taken without a call of task_done() after it",
        "Event.wait" => "nobody is left to set the event",
        "Condition.wait" => "nobody is left to notify the condition",
        what if what.starts_with("Barrier.") => "fewer tasks come to the barrier than it was made for",
        what if what.starts_with("task ") => "it goes on when that task ends",
        _ if task.inside.is_some() => "it goes on when what it waits for is done",
        _ => "nobody is left to set the result",
    }
}

fn future(vm: &mut Vm, waiting: &Value) -> String {
    vm.repr(waiting).map_or_else(|_| "a future".to_owned(), |text| text.to_string())
}

/// The exception that ends the loop.
pub fn report(vm: &mut Vm, loop_: &LoopRef) -> Raised {
    let stuck = stuck(vm, loop_);
    let mut text = "nothing can ever run again: no task is ready, and no timer, socket, child or thread is awaited".to_owned();
    for task in &stuck {
        text.push_str(&format!("\n  {}", task.name));
        if let Some(made) = &task.made {
            text.push_str(&format!(", made at {made},"));
        }
        if let Some(rests) = task.rests.last() {
            text.push_str(&format!(" rests at {rests}"));
        }
        if let Some(inside) = &task.inside {
            text.push_str(&format!(" in {inside}()"));
        }
        if let Some(waits_for) = &task.waits_for {
            text.push_str(&format!(", waiting for {waits_for}"));
        }
        if let Some(made) = &task.waits_made {
            text.push_str(&format!(" (made at {made})"));
        }
        text.push_str(&format!("\n    {}", advice(task)));
    }
    let class = state(vm).classes.deadlock_error.clone();
    vm.raise_with(&class, vec![Str::value(text)])
}
