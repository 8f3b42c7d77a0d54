//! `asyncio.Future`.
//!
//! Its methods serve tasks as well: they find the [`Core`] of either. An instance of a script's subclass carries the future as its payload.

use std::cell::OnceCell;

use crate::heap::{Gc, HeapType, Visitor, Weak};
use crate::object::{Class, Exception, GenericAlias, Instance, List, Tuple, object_kind};
use crate::value::{Kind, Value};
use crate::vm::{FromArg, Place, Poll, Raised, Result, Row, Sent, Vm, class_method, getset, getter, method, static_method};

use super::core::{Callback, Core, ScriptCallback, State};
use super::coroutine::{self, NativeCoroutine, Op};
use super::event_loop::LoopRef;
use super::gather::Gather;
use super::task::Task;
use super::{describe, gather, invalid_state, loops, state, task};

/// A future.
pub struct Future {
    /// State, result and callbacks.
    pub core: Core,
    extra: OnceCell<Box<Extra>>,
}

/// What few futures have.
#[derive(Default)]
struct Extra {
    /// What it gathers.
    gather: Option<Gather>,
    /// The instance that it is the payload of.
    instance: OnceCell<Weak<Instance>>,
}

impl HeapType for Future {
    const TRACKED: bool = true;
    const FINALIZED: bool = true;

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.core.trace(visitor);
        if let Some(gather) = self.gather() {
            gather.trace(visitor);
        }
    }

    fn clear(&self) {
        self.core.clear();
        if let Some(gather) = self.gather() {
            gather.clear();
        }
    }

    /// An exception that nobody saw is worth a message.
    fn finalize(&self) -> bool {
        self.core.has(Core::UNSEEN)
    }
}
object_kind!(Future, Future);

impl Future {
    /// A pending future of a loop.
    pub fn new(vm: &Vm, loop_: &LoopRef) -> Gc<Future> {
        let future = Gc::new(Future { core: Core::new(vm), extra: OnceCell::new() });
        future.core.set_loop(loop_.clone());
        future
    }

    /// A pending future that gathers others.
    pub fn gathering(vm: &Vm, loop_: &LoopRef, gather: Gather) -> Gc<Future> {
        let future = Future::new(vm, loop_);
        let _ = future.extra.set(Box::new(Extra { gather: Some(gather), instance: OnceCell::new() }));
        future
    }

    /// A future as an instance of a subclass.
    pub fn instance(future: &Gc<Future>, class: &Gc<Class>) -> Value {
        let instance = Instance::with_payload(class.clone(), future.clone().into());
        future.shown_as(&instance);
        instance.into()
    }

    /// Notes the instance that it is the payload of.
    fn shown_as(&self, instance: &Gc<Instance>) {
        let extra = self.extra.get_or_init(Box::default);
        let _ = extra.instance.set(Weak::new(instance));
    }

    /// What it gathers.
    pub fn gather(&self) -> Option<&Gather> {
        self.extra.get()?.gather.as_ref()
    }
}

/// The core of a future, task or native coroutine.
#[inline]
pub fn core_of(value: &Value) -> Option<&Core> {
    match value.kind()? {
        Kind::Future => value.get::<Future>().map(|future| &future.core),
        Kind::Task => value.get::<Task>().map(|task| &task.core),
        Kind::Awaitable => value.get::<NativeCoroutine>().map(|coroutine| &coroutine.core),
        _ => None,
    }
}

/// The future or task that a value is, or carries as an instance of a subclass.
pub fn plain(value: &Value) -> Option<Value> {
    plain_ref(value).cloned()
}

/// The same where it lies.
pub fn plain_ref(value: &Value) -> Option<&Value> {
    let is_plain = |value: &&Value| matches!(value.kind(), Some(Kind::Future | Kind::Task));
    match value.get::<Instance>() {
        Some(instance) => instance.payload().filter(is_plain),
        None => Some(value).filter(is_plain),
    }
}

/// What scripts see of a future: the instance of their subclass, if it is one's payload.
pub fn shown(value: &Value) -> Value {
    let instance = value.get::<Future>().and_then(|future| future.extra.get()?.instance.get()?.upgrade());
    instance.map_or_else(|| value.clone(), Value::from)
}

/// The future or task that a method is called on.
#[derive(Clone, Copy)]
struct Owner<'a> {
    /// What scripts see.
    shown: &'a Value,
    /// Itself.
    value: &'a Value,
    core: &'a Core,
}

impl std::ops::Deref for Owner<'_> {
    type Target = Core;
    fn deref(&self) -> &Core {
        self.core
    }
}

impl<'a> FromArg<'a> for Owner<'a> {
    fn from_arg(vm: &mut Vm, shown: &'a Value, place: &'static Place) -> Result<Self> {
        if let Some(value) = plain_ref(shown)
            && let Some(core) = core_of(value)
        {
            return Ok(Owner { shown, value, core });
        }
        Err(place.must_be(vm, "Future", shown))
    }
}

/// Steps an `await` of a future or task.
pub fn poll(vm: &mut Vm, value: &Value, sent: Sent) -> Result<Poll> {
    if let Sent::Throw(raised) = sent {
        return Err(raised);
    }
    let Some(core) = core_of(value) else { return Ok(Poll::Ready(Value::None)) };
    if core.is_done() {
        return core.result(vm).map(Poll::Ready);
    }
    if core.loop_().is_none() {
        return Err(not_initialised(vm));
    }
    core.flag(Core::BLOCKING, true);
    Ok(Poll::Pending(value.clone()))
}

fn not_initialised(vm: &Vm) -> Raised {
    vm.runtime_error("Future object is not initialized.")
}

/// Cancels any future: tasks and gathering futures have their own ways, which lead to other futures, in a circle perhaps.
pub fn cancel(vm: &mut Vm, value: &Value, message: Value) -> Result<bool> {
    if value.is::<Instance>()
        && let Some(plain) = plain(value)
    {
        return cancel(vm, &plain, message);
    }
    if let Some(task) = value.gc::<Task>() {
        let task = task.clone();
        return vm.guard(|vm| task::cancel(vm, &task, message));
    }
    if let Some(future) = value.gc::<Future>().filter(|future| future.gather().is_some()) {
        let future = future.clone();
        return vm.guard(|vm| gather::cancel(vm, &future, message));
    }
    match core_of(value) {
        Some(core) => core.cancel(vm, value, message),
        None => {
            let name = vm.intern("cancel");
            let cancelled = vm.call_method(value, &name, &[])?;
            vm.truth(&cancelled)
        }
    }
}

/// The exception that `set_exception` was given, as an instance; classes are called.
fn exception_to_set(vm: &mut Vm, exception: &Value) -> Result<Gc<Exception>> {
    let made = match exception.get::<Class>() {
        Some(_) => vm.call(exception, &[])?,
        None => exception.clone(),
    };
    let Ok(raised) = made.clone().into_gc::<Exception>() else {
        return Err(vm.type_error("invalid exception object"));
    };
    if !raised.class().derives_from(&vm.exc.stop_iteration) {
        return Ok(raised);
    }
    let wrapped = vm.runtime_error("StopIteration interacts badly with generators and cannot be raised into a Future").0;
    *wrapped.cause.borrow_mut() = Some(raised.clone());
    *wrapped.context.borrow_mut() = Some(raised);
    wrapped.suppress_context.set(true);
    Ok(wrapped)
}

/// Sets the exception of one that is pending.
pub fn set_exception(vm: &mut Vm, owner: &Value, core: &Core, exception: &Value) -> Result<()> {
    if core.is_done() {
        return Err(invalid_state(vm, "invalid state"));
    }
    let exception = exception_to_set(vm, exception)?;
    core.finish(vm, owner, State::Failed, exception.into())
}

/// `exception()`: the exception or None; raises when cancelled or pending.
pub fn exception(vm: &Vm, core: &Core) -> Result {
    match core.state() {
        State::Pending => Err(invalid_state(vm, "Exception is not set.")),
        State::Cancelled => Err(core.cancelled_error(vm)),
        State::Finished => Ok(Value::None),
        State::Failed => {
            core.flag(Core::UNSEEN, false);
            Ok(core.slot().get())
        }
    }
}

fn new(vm: &mut Vm, class: &Value, _: &Value, _: &Value) -> Result {
    let future = Gc::new(Future { core: Core::new(vm), extra: OnceCell::new() });
    let exact = class.gc::<Class>().is_some_and(|class| class.same(&state(vm).classes.future));
    if exact { Ok(future.into()) } else { vm.wrap_new(class, future.into()) }
}

fn init(vm: &mut Vm, owner: Owner, loop_: Option<LoopRef>) -> Result<()> {
    let loop_ = loop_.map_or_else(|| loops::current_or_error(vm), Ok)?;
    owner.set_loop(loop_);
    if let (Some(future), Some(instance)) = (owner.value.get::<Future>(), owner.shown.gc::<Instance>()) {
        future.shown_as(instance);
    }
    Ok(())
}

fn cancel_method(vm: &mut Vm, owner: Owner, msg: &Value) -> Result<bool> {
    cancel(vm, owner.value, msg.clone())
}

fn cancelled(core: Owner) -> bool {
    core.state() == State::Cancelled
}

fn done(core: Owner) -> bool {
    core.is_done()
}

fn result(vm: &mut Vm, core: Owner) -> Result {
    core.result(vm)
}

fn exception_method(vm: &mut Vm, core: Owner) -> Result {
    exception(vm, &core)
}

fn set_result(vm: &mut Vm, core: Owner, result: &Value) -> Result<()> {
    if core.loop_().is_none() {
        return Err(not_initialised(vm));
    }
    if core.is_done() {
        return Err(invalid_state(vm, "invalid state"));
    }
    core.finish(vm, core.value, State::Finished, result.clone())
}

fn set_exception_method(vm: &mut Vm, core: Owner, exception: &Value) -> Result<()> {
    set_exception(vm, core.value, &core, exception)
}

fn add_done_callback(vm: &mut Vm, core: Owner, function: &Value, context: &Value) -> Result<()> {
    let Some(loop_) = core.loop_() else { return Err(not_initialised(vm)) };
    let callback = Callback::Script(Box::new(ScriptCallback { function: function.clone(), context: context.clone() }));
    if core.is_done() {
        loop_.check_open(vm)?;
        loop_.push(super::ready::Ready::Callback(Box::new((callback, core.value.clone()))));
    } else {
        core.add(callback);
    }
    Ok(())
}

fn remove_done_callback(vm: &mut Vm, core: Owner, removed: &Value) -> Result<usize> {
    let functions: Vec<Value> = core.with_callbacks(|all| {
        let script = |callback: &Callback| {
            if let Callback::Script(script) = callback { Some(script.function.clone()) } else { None }
        };
        all.iter().filter_map(script).collect()
    });
    let mut equal = Vec::new();
    for function in functions {
        if vm.equal(&function, removed)? {
            equal.push(function);
        }
    }
    Ok(core.remove_where(|callback| {
        let Callback::Script(script) = callback else { return false };
        equal.iter().any(|function| function.same(&script.function))
    }))
}

fn get_loop(vm: &mut Vm, core: Owner) -> Result {
    match core.loop_() {
        Some(loop_) => Ok(loop_.value()),
        None => Err(not_initialised(vm)),
    }
}

fn iter(vm: &mut Vm, owner: Owner) -> Value {
    coroutine::make(vm, Op::Iterate(Box::new(owner.value.clone())))
}

fn repr(vm: &mut Vm, owner: Owner) -> Result {
    let name = vm.class_of(owner.shown).name.borrow().clone();
    let text = describe::future(vm, owner.value, if owner.shown.is::<Instance>() { Some(name.as_str()) } else { None })?;
    Ok(crate::object::Str::value(text))
}

fn blocking(core: Owner) -> bool {
    core.has(Core::BLOCKING)
}

fn set_blocking(core: Owner, on: bool) {
    core.flag(Core::BLOCKING, on);
}

fn log_traceback(core: Owner) -> bool {
    core.has(Core::UNSEEN)
}

fn set_log_traceback(vm: &mut Vm, core: Owner, value: bool) -> Result<()> {
    if value {
        return Err(vm.value_error("_log_traceback can only be set to False"));
    }
    core.flag(Core::UNSEEN, false);
    Ok(())
}

fn state_name(core: Owner) -> Value {
    crate::object::Str::value(match core.state() {
        State::Pending => "PENDING",
        State::Cancelled => "CANCELLED",
        State::Finished | State::Failed => "FINISHED",
    })
}

fn raw_exception(core: Owner) -> Value {
    if core.state() == State::Failed { core.slot().get() } else { Value::None }
}

fn raw_result(core: Owner) -> Value {
    if core.state() == State::Finished { core.slot().get() } else { Value::None }
}

fn callbacks(core: Owner) -> Value {
    let functions: Vec<Value> = core.with_callbacks(|all| {
        let script = |callback: &Callback| {
            if let Callback::Script(script) = callback { Some(script.function.clone()) } else { None }
        };
        all.iter().filter_map(script).collect()
    });
    let pairs: Vec<Value> = functions.into_iter().map(|function| Tuple::value(vec![function, Value::None])).collect();
    if pairs.is_empty() { Value::None } else { List::value(pairs) }
}

fn make_cancelled_error(vm: &mut Vm, core: Owner) -> Value {
    core.cancelled_error(vm).0.into()
}

fn cancel_message(core: Owner) -> Value {
    match (core.state(), core.value.get::<Task>()) {
        (State::Pending, Some(task)) => task.cancel_message(),
        (State::Cancelled, _) if !core.has(Core::KEPT) => core.slot().get().set_or_none(),
        _ => Value::None,
    }
}

fn class_getitem(class: &Value, item: &Value) -> Value {
    GenericAlias::value(class.clone(), item)
}

/// The rows of the class `Future`.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new, "Makes a future."),
    method!("__init__", "(self, *, loop=None)", init, "Binds a future to a loop: the given one, or the current one."),
    method!("__await__", "(self, /)", iter, "What an await goes through."),
    method!("__iter__", "(self, /)", iter, "What a yield from goes through."),
    method!("__repr__", "(self, /)", repr, "Shows state, result and callbacks."),
    class_method!("__class_getitem__", "(cls, item, /)", class_getitem, "Future[int]."),
];

/// The rows that futures and tasks share.
pub static SHARED_ROWS: &[Row] = &[
    method!("cancel", "(self, /, msg=None)", cancel_method, "Cancels the future and schedules its callbacks."),
    method!("cancelled", "(self, /)", cancelled, "Whether it was cancelled."),
    method!("done", "(self, /)", done, "Whether it has a result or an exception, or was cancelled."),
    method!("result", "(self, /)", result, "Its result; raises its exception."),
    method!("exception", "(self, /)", exception_method, "Its exception, or None."),
    method!("add_done_callback", "(self, fn, /, *, context=...)", add_done_callback, "Calls fn(future) soon after it is done."),
    method!(
        "remove_done_callback",
        "(self, fn, /)",
        remove_done_callback,
        "Removes all callbacks equal to fn; returns how many."
    ),
    method!("set_result", "(self, result, /)", set_result, "Marks it done with a result."),
    method!("set_exception", "(self, exception, /)", set_exception_method, "Marks it done with an exception."),
    method!("get_loop", "(self, /)", get_loop, "The loop that it is bound to."),
    method!("_make_cancelled_error", "(self, /)", make_cancelled_error, "The CancelledError to raise when it was cancelled."),
    getset!("_asyncio_future_blocking", blocking, set_blocking, "Whether an await has just handed it to its task."),
    getset!("_log_traceback", log_traceback, set_log_traceback, "Whether its exception was not seen yet."),
    getter!("_loop", get_loop, "The loop that it is bound to."),
    getter!("_state", state_name, "PENDING, CANCELLED or FINISHED."),
    getter!("_exception", raw_exception, "Its exception or None."),
    getter!("_result", raw_result, "Its result or None."),
    getter!("_callbacks", callbacks, "The script's callbacks, or None."),
    getter!("_cancel_message", cancel_message, "The message that it was cancelled with."),
];
