//! `asyncio.Task`: a coroutine that the loop drives.
//!
//! Invariants: a task is in its loop's table of tasks exactly while it is not done, so a running task is never lost; while it rests on a
//! future, `waiting` holds that future and the future holds one `Callback::Wake` for it.

use std::cell::Cell;

use crate::heap::{Gc, HeapType, Visitor};
use crate::object::{Class, CodeObject, GenState, Generator, GeneratorKind, List, Str, object_kind};
use crate::value::{Kind, Value};
use crate::vm::{FromArg, Place, Result, Row, Vm, getset, getter, method, static_method};

use super::core::{Core, Slot};
use super::coroutine::{self, NativeCoroutine, Op};
use super::event_loop::LoopRef;
use super::ready::Ready;
use super::{describe, future, loops, state, step};

/// A task.
pub struct Task {
    /// State, result and callbacks.
    pub core: Core,
    /// What it drives; None once it is done.
    pub coroutine: Slot,
    /// The future that it waits for, or unset.
    pub waiting: Slot,
    /// What a task has that was named or cancelled.
    rare: Cell<Option<Box<Rare>>>,
    /// The number in its name, unless it was given one.
    number: Cell<u32>,
    /// Its place in the loop's table of tasks.
    pub place: Cell<u32>,
}

/// What few tasks have.
#[derive(Default)]
struct Rare {
    name: Option<Gc<Str>>,
    /// Cancellations asked for and not taken back.
    cancels: u32,
    /// Who asked for the last cancellation.
    asked: Option<Asked>,
    /// The message of the last cancellation.
    message: Value,
}

/// Who asked for a cancellation.
pub struct Asked {
    /// The task that asked; none for a callback of the loop.
    pub task: Option<Gc<Task>>,
    /// Code and instruction that asked.
    pub place: Option<(Gc<CodeObject>, u32)>,
}

// A program may make hundreds of thousands.
const _: () = assert!(size_of::<Task>() <= 96);

impl HeapType for Task {
    const TRACKED: bool = true;
    const FINALIZED: bool = true;

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.core.trace(visitor);
        self.coroutine.trace(visitor);
        self.waiting.trace(visitor);
        self.with_rare(|rare| {
            let Some(rare) = rare else { return };
            rare.message.trace(visitor);
            if let Some(task) = rare.asked.as_ref().and_then(|asked| asked.task.as_ref()) {
                task.trace(visitor);
            }
        });
    }

    fn clear(&self) {
        self.core.clear();
        drop((self.coroutine.take(), self.waiting.take(), self.rare.take()));
    }

    /// An exception that nobody saw is worth a message, and so is work that is left undone.
    fn finalize(&self) -> bool {
        self.core.has(Core::UNSEEN) || self.is_left_undone()
    }
}
object_kind!(Task, Task);

/// Whether a value can be driven by a task.
pub fn is_coroutine(vm: &Vm, value: &Value) -> bool {
    match value.kind() {
        Some(Kind::Generator) => value.get::<Generator>().is_some_and(|generator| generator.kind == GeneratorKind::Coroutine),
        Some(Kind::Awaitable) => value.get::<NativeCoroutine>().is_some_and(NativeCoroutine::is_coroutine),
        Some(Kind::AsyncStep) => true,
        Some(Kind::Instance) => {
            let names = [&vm.names.send, &vm.names.throw, &vm.names.close, &vm.names.await_];
            names.into_iter().all(|name| vm.lookup_special(value, name).is_some())
        }
        _ => false,
    }
}

/// Makes a task and lets the loop take its first step.
pub fn spawn(vm: &mut Vm, loop_: &LoopRef, coroutine: Value, name: Option<Gc<Str>>) -> Gc<Task> {
    let task = bare(vm);
    start(vm, &task, loop_, coroutine, name);
    loop_.push(Ready::Step(task.clone()));
    task
}

fn bare(vm: &Vm) -> Gc<Task> {
    Gc::new(Task {
        core: Core::new(vm),
        coroutine: Slot::default(),
        waiting: Slot::default(),
        rare: Cell::new(None),
        number: Cell::new(0),
        place: Cell::new(u32::MAX),
    })
}

/// Binds a bare task to its loop and coroutine.
fn start(vm: &Vm, task: &Gc<Task>, loop_: &LoopRef, coroutine: Value, name: Option<Gc<Str>>) {
    task.core.set_loop(loop_.clone());
    task.coroutine.set(coroutine);
    match name {
        Some(name) => task.change_rare(|rare| rare.name = Some(name)),
        None => task.number.set(state(vm).next_task_number()),
    }
    loop_.enter_table(task);
}

impl Task {
    /// Whether it is worth a complaint that it dies pending.
    pub fn is_left_undone(&self) -> bool {
        !self.core.is_done() && self.core.loop_().is_some() && !self.core.has(Core::QUIET)
    }

    /// Its name.
    pub fn name(&self) -> Gc<Str> {
        let given = self.with_rare(|rare| rare.and_then(|rare| rare.name.clone()));
        given.unwrap_or_else(|| {
            let name = Str::new(format!("Task-{}", self.number.get()));
            self.change_rare(|rare| rare.name = Some(name.clone()));
            name
        })
    }

    /// Cancellations asked for and not taken back.
    pub fn cancels(&self) -> u32 {
        self.with_rare(|rare| rare.map_or(0, |rare| rare.cancels))
    }

    /// Whether a cancellation was asked for that it has not ended by.
    pub fn is_cancelling(&self) -> bool {
        self.cancels() > 0
    }

    /// The message of the last cancellation, or None.
    pub fn cancel_message(&self) -> Value {
        self.with_rare(|rare| rare.map_or(Value::None, |rare| rare.message.clone().set_or_none()))
    }

    /// Looks at who asked for its last cancellation.
    pub fn with_asked<R>(&self, look: impl FnOnce(Option<&Asked>) -> R) -> R {
        self.with_rare(|rare| look(rare.and_then(|rare| rare.asked.as_ref())))
    }

    fn with_rare<R>(&self, look: impl FnOnce(Option<&Rare>) -> R) -> R {
        let rare = self.rare.take();
        let result = look(rare.as_deref());
        self.rare.set(rare);
        result
    }

    fn change_rare(&self, change: impl FnOnce(&mut Rare)) {
        let mut rare = self.rare.take().unwrap_or_default();
        change(&mut rare);
        self.rare.set(Some(rare));
    }
}

/// `Task.cancel`: what it waits for is cancelled, or the next step raises CancelledError.
pub fn cancel(vm: &mut Vm, task: &Gc<Task>, message: Value) -> Result<bool> {
    task.core.flag(Core::UNSEEN, false);
    if task.core.is_done() {
        return Ok(false);
    }
    let asker = state(vm).running().and_then(|loop_| loop_.current_task());
    let asked = Asked { task: asker, place: vm.place() };
    let mut before = (Some(asked), message.clone());
    task.change_rare(|rare| {
        std::mem::swap(&mut rare.asked, &mut before.0);
        std::mem::swap(&mut rare.message, &mut before.1);
        rare.cancels += 1;
    });
    drop(before);
    let waiting = task.waiting.get();
    if waiting.is_set() && future::cancel(vm, &waiting, message)? {
        return Ok(true);
    }
    task.core.flag(Core::MUST_CANCEL, true);
    Ok(true)
}

/// The task that a method is called on.
#[derive(Clone, Copy)]
struct OwnTask<'a> {
    /// What scripts see.
    shown: &'a Value,
    task: &'a Gc<Task>,
}

impl std::ops::Deref for OwnTask<'_> {
    type Target = Gc<Task>;
    fn deref(&self) -> &Gc<Task> {
        self.task
    }
}

impl<'a> FromArg<'a> for OwnTask<'a> {
    fn from_arg(vm: &mut Vm, shown: &'a Value, place: &'static Place) -> Result<Self> {
        match future::plain_ref(shown).and_then(Value::gc::<Task>) {
            Some(task) => Ok(OwnTask { shown, task }),
            None => Err(place.must_be(vm, "Task", shown)),
        }
    }
}

fn new(vm: &mut Vm, class: &Value, _: &Value, _: &Value) -> Result {
    let task = bare(vm).into();
    let exact = class.gc::<Class>().is_some_and(|class| class.same(&state(vm).classes.task));
    if exact { Ok(task) } else { vm.wrap_new(class, task) }
}

/// `(self, coro, *, loop=None, name=None, context=None, eager_start=False)`
fn init(
    vm: &mut Vm,
    task: OwnTask,
    coro: &Value,
    loop_: Option<LoopRef>,
    name: Option<&Value>,
    _: &Value,
    eager: bool,
) -> Result<()> {
    if !is_coroutine(vm, coro) {
        let shown = vm.repr(coro)?;
        return Err(vm.type_error(format!("a coroutine was expected, got {shown}")));
    }
    let loop_ = loop_.map_or_else(|| loops::current_or_error(vm), Ok)?;
    let name = name.map(|name| vm.str(name)).transpose()?;
    // Only a running loop can take a step at once.
    let eager = eager && loop_.is_running();
    start(vm, &task, &loop_, coro.clone(), name);
    if eager {
        step::eager(vm, &task)?
    } else {
        loop_.push(Ready::Step(task.task.clone()))
    }
    Ok(())
}

fn repr(vm: &mut Vm, task: OwnTask) -> Result {
    let name = vm.class_of(task.shown).name.borrow().clone();
    describe::task(vm, &task.task.clone().into(), name.as_str()).map(Str::value)
}

fn get_name(task: OwnTask) -> Gc<Str> {
    task.name()
}

fn set_name(vm: &mut Vm, task: OwnTask, value: &Value) -> Result<()> {
    let name = vm.str(value)?;
    task.change_rare(|rare| rare.name = Some(name));
    Ok(())
}

fn get_coro(task: OwnTask) -> Value {
    task.coroutine.get().set_or_none()
}

fn get_context(_: &Value) {}

fn cancelling(task: OwnTask) -> i64 {
    i64::from(task.cancels())
}

fn uncancel(task: OwnTask) -> i64 {
    let left = task.cancels().saturating_sub(1);
    if task.is_cancelling() {
        task.change_rare(|rare| rare.cancels = left);
    }
    if left == 0 {
        task.core.flag(Core::MUST_CANCEL, false);
    }
    i64::from(left)
}

fn no_result(vm: &mut Vm, _: &Value, _: &Value) -> Result {
    Err(vm.runtime_error("Task does not support set_result operation"))
}

fn no_exception(vm: &mut Vm, _: &Value, _: &Value) -> Result {
    Err(vm.runtime_error("Task does not support set_exception operation"))
}

fn must_cancel(task: OwnTask) -> bool {
    task.core.has(Core::MUST_CANCEL)
}

fn waiter(task: OwnTask) -> Value {
    let waiting = task.waiting.get().set_or_none();
    future::shown(&waiting)
}

fn quiet(task: OwnTask) -> bool {
    !task.core.has(Core::QUIET)
}

fn set_quiet(task: OwnTask, complain: bool) {
    task.core.flag(Core::QUIET, !complain);
}

/// The places at which a task rests, outermost first.
pub fn stack(vm: &Vm, task: &Task) -> Vec<(Gc<CodeObject>, u32)> {
    let coroutine = task.coroutine.get();
    let Some(generator) = coroutine.gc::<Generator>() else { return Vec::new() };
    if generator.state.get() == GenState::Finished {
        return Vec::new();
    }
    vm.generator_stack(generator)
}

fn get_stack(vm: &mut Vm, task: OwnTask, limit: Option<i64>) -> Value {
    let places = stack(vm, &task);
    let limit = limit.map_or(places.len(), |limit| usize::try_from(limit).unwrap_or(0));
    let skipped = places.len().saturating_sub(limit);
    List::value(places.into_iter().skip(skipped).map(|(code, _)| code.into()).collect())
}

fn print_stack(vm: &mut Vm, task: OwnTask, limit: Option<i64>, file: Option<&Value>) -> Result<()> {
    let places = stack(vm, &task);
    let limit = limit.map_or(places.len(), |limit| usize::try_from(limit).unwrap_or(0));
    let shown = describe::task(vm, &task.task.clone().into(), "Task")?;
    let mut text = if places.is_empty() {
        format!("No stack for {shown}\n")
    } else {
        format!("Stack for {shown} (most recent call last):\n")
    };
    for (code, instr) in places.iter().skip(places.len().saturating_sub(limit)) {
        text.push_str(&describe::traceback_line(code, *instr));
    }
    match file {
        None => super::errors::write(vm, &text),
        Some(file) => drop(vm.call_method(file, &vm.intern("write"), &[Str::value(text)])?),
    }
    Ok(())
}

fn iter(vm: &mut Vm, task: OwnTask) -> Value {
    coroutine::make(vm, Op::Iterate(Box::new(task.task.clone().into())))
}

/// The rows of the class `Task`, beyond those of futures.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new, "Makes a task."),
    method!(
        "__init__",
        "(self, coro, *, loop=None, name=None, context=None, eager_start=False)",
        init,
        "Schedules the coroutine."
    ),
    method!("__await__", "(self, /)", iter, "What an await goes through."),
    method!("__iter__", "(self, /)", iter, "What a yield from goes through."),
    method!("__repr__", "(self, /)", repr, "Shows state, name, coroutine and what it waits for."),
    method!("get_name", "(self, /)", get_name, "Its name."),
    method!("set_name", "(self, value, /)", set_name, "Sets its name."),
    method!("get_coro", "(self, /)", get_coro, "The coroutine that it drives."),
    method!("get_context", "(self, /)", get_context, "The context that it runs in."),
    method!("cancelling", "(self, /)", cancelling, "How many cancellations were asked for and not taken back."),
    method!("uncancel", "(self, /)", uncancel, "Takes one cancellation back; returns how many are left."),
    method!("get_stack", "(self, /, *, limit=None)", get_stack, "The codes that it rests in, outermost first."),
    method!("print_stack", "(self, /, *, limit=None, file=None)", print_stack, "Prints the places at which it rests."),
    method!("set_result", "(self, result, /)", no_result, "Not supported: a task gets its result from its coroutine."),
    method!(
        "set_exception",
        "(self, exception, /)",
        no_exception,
        "Not supported: a task gets its exception from its coroutine."
    ),
    getter!("_coro", get_coro, "The coroutine that it drives."),
    getter!("_must_cancel", must_cancel, "Whether the next step raises CancelledError."),
    getter!("_fut_waiter", waiter, "The future that it waits for, or None."),
    getset!("_log_destroy_pending", quiet, set_quiet, "Whether it complains when it dies pending."),
];
