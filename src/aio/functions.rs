//! The functions of the module about tasks: `sleep`, `create_task`, `ensure_future`, `gather`, `current_task`, `all_tasks`, ….

use crate::heap::Gc;
use crate::object::{Dict, Set, SetStorage, Str, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Result, Row, Vm, function};

use super::coroutine;
use super::event_loop::LoopRef;
use super::future::{self, core_of};
use super::task::{self, is_coroutine};
use super::{gather, loops, state};

/// Seconds as a float.
pub fn seconds(vm: &mut Vm, value: &Value) -> Result<f64> {
    match value {
        Value::Int(value) => Ok(*value as f64),
        Value::Float(value) => Ok(*value),
        Value::Bool(value) => Ok(f64::from(u8::from(*value))),
        other => {
            let name = vm.names.float.clone();
            match vm.call_special(other, &name, &[])? {
                Some(Value::Float(value)) => Ok(value),
                _ => Err(vm.type_error(format!("'<=' not supported between instances of '{}' and 'int'", vm.type_name(other)))),
            }
        }
    }
}

fn sleep(vm: &mut Vm, delay: &Value, result: &Value) -> Result {
    let delay = match delay {
        Value::Int(value) => *value as f64,
        Value::Float(value) => *value,
        other => match seconds(vm, other) {
            Ok(delay) => delay,
            Err(raised) => return Ok(coroutine::failing(vm, "sleep", raised)),
        },
    };
    if delay.is_nan() {
        let raised = vm.value_error("Invalid delay: NaN (not a number)");
        return Ok(coroutine::failing(vm, "sleep", raised));
    }
    Ok(coroutine::sleep(vm, delay, result.clone()))
}

/// A task of a loop for a coroutine, through the loop's task factory if it has one; `options` are keyword arguments.
pub fn create_task(vm: &mut Vm, loop_: &LoopRef, coroutine: &Value, options: &[(&str, Value)]) -> Result {
    loop_.check_open(vm)?;
    let given = || options.iter().filter(|(_, value)| value.is_set() && !value.is_none());
    let factory = loop_.task_factory.get();
    if !factory.is_none() {
        let mut values = vec![loop_.value(), coroutine.clone()];
        values.extend(given().map(|(_, value)| value.clone()));
        let names: Vec<Gc<Str>> = given().map(|(name, _)| vm.intern(name)).collect();
        return vm.call_kw(&factory, &values, &names);
    }
    let mut name = None;
    let mut eager = false;
    for (option, value) in given() {
        match *option {
            "name" => name = Some(vm.str(value)?),
            "eager_start" => eager = vm.truth(value)?,
            _ => {}
        }
    }
    if eager {
        let class = state(vm).classes.task.clone().into();
        let mut values = vec![coroutine.clone(), loop_.value()];
        let mut names = vec![vm.intern("loop")];
        for (option, value) in given() {
            names.push(vm.intern(option));
            values.push(value.clone());
        }
        return vm.call_kw(&class, &values, &names);
    }
    if !is_coroutine(vm, coroutine) {
        let shown = vm.repr(coroutine)?;
        return Err(vm.type_error(format!("a coroutine was expected, got {shown}")));
    }
    Ok(task::spawn(vm, loop_, coroutine.clone(), name).into())
}

/// The future that a value is, or a task for it.
pub fn ensure(vm: &mut Vm, value: &Value, loop_: Option<&LoopRef>) -> Result {
    if let Some(plain) = future::plain(value) {
        let theirs = core_of(&plain).and_then(|core| core.loop_().cloned());
        if let (Some(theirs), Some(ours)) = (theirs, loop_)
            && !theirs.same(ours)
        {
            return Err(vm.value_error("The future belongs to a different loop than the one specified as the loop argument"));
        }
        return Ok(value.clone());
    }
    let mut wrapped = value.clone();
    if !is_coroutine(vm, value) {
        if value.kind() != Some(Kind::AsyncStep) && vm.lookup_special(value, &vm.names.await_.clone()).is_none() {
            return Err(vm.type_error("An asyncio.Future, a coroutine or an awaitable is required"));
        }
        let wrap = super::python(vm, "asyncio.tasks", "_wrap_awaitable")?;
        wrapped = vm.call(&wrap, std::slice::from_ref(value))?;
    }
    let loop_ = match loop_ {
        Some(loop_) => loop_.clone(),
        None => match loops::current_or_error(vm) {
            Ok(loop_) => loop_,
            Err(raised) => {
                if !is_coroutine(vm, value) {
                    coroutine::close(vm, &wrapped)?;
                }
                return Err(raised);
            }
        },
    };
    create_task(vm, &loop_, &wrapped, &[])
}

fn ensure_future(vm: &mut Vm, coro_or_future: &Value, loop_: Option<LoopRef>) -> Result {
    ensure(vm, coro_or_future, loop_.as_ref())
}

/// `(coro, *, name=None, context=None, **kwargs)`
fn create_task_function(vm: &mut Vm, coro: &Value, name: &Value, context: &Value, kwargs: &Dict) -> Result {
    let loop_ = loops::running_or_error(vm)?;
    let mut options = vec![("name", name.clone()), ("context", context.clone())];
    if let Some(eager) = kwargs.get_text("eager_start") {
        options.push(("eager_start", eager));
    }
    create_task(vm, &loop_, coro, &options)
}

fn gather_function(vm: &mut Vm, awaitables: &Tuple, return_exceptions: bool) -> Result {
    gather::gather(vm, awaitables.items(), return_exceptions)
}

fn current_task(vm: &mut Vm, loop_: Option<LoopRef>) -> Result {
    let loop_ = match loop_ {
        Some(loop_) => loop_,
        None => loops::running_or_error(vm)?,
    };
    Ok(loop_.current_task().map_or(Value::None, Value::from))
}

fn all_tasks(vm: &mut Vm, loop_: Option<LoopRef>) -> Result {
    let loop_ = match loop_ {
        Some(loop_) => loop_,
        None => loops::running_or_error(vm)?,
    };
    let set = Set::new(SetStorage::default());
    for task in loop_.all_tasks() {
        vm.set_add(&set.0, task.into())?;
    }
    Ok(set.into())
}

fn isfuture(obj: &Value) -> bool {
    future::plain(obj).is_some()
}

fn iscoroutine(vm: &mut Vm, obj: &Value) -> bool {
    is_coroutine(vm, obj)
}

fn iscoroutinefunction(vm: &mut Vm, func: &Value) -> Result {
    let module = vm.import_module("warnings")?;
    let warn = vm.get_attr(&module, &vm.intern("warn"))?;
    let message = "'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; use inspect.iscoroutinefunction() instead";
    let class = vm.exc.deprecation_warning.clone().into();
    vm.call(&warn, &[Str::value(message), class])?;
    makes_coroutines(vm, func).map(Value::Bool)
}

/// Whether calling a value makes a coroutine.
pub fn makes_coroutines(vm: &mut Vm, callable: &Value) -> Result<bool> {
    use crate::bytecode::CodeKind;
    use crate::object::{BoundMethod, Function, Native};
    let inner = callable.get::<BoundMethod>().map(|bound| bound.function.clone());
    let function = inner.unwrap_or_else(|| callable.clone());
    if let Some(function) = function.get::<Function>() {
        return Ok(function.code.code.kind == CodeKind::Coroutine);
    }
    let native =
        function.get::<Native>().is_some_and(|native| native.owner.as_str() == "asyncio" && native.name.as_str() == "sleep");
    let marked = vm.get_attr_optional(&function, &vm.intern("_is_coroutine_mark"))?.is_some();
    Ok(native || marked)
}

fn eager_task_factory(vm: &mut Vm, loop_: &Value, coro: &Value, name: &Value, context: &Value, eager_start: &Value) -> Result {
    let class = state(vm).classes.task.clone().into();
    let keywords = ["loop", "name", "context", "eager_start"].map(|name| vm.intern(name));
    vm.call_kw(&class, &[coro.clone(), loop_.clone(), name.clone(), context.clone(), eager_start.clone()], &keywords)
}

/// The functions of the module.
pub static ROWS: &[Row] = &[
    function!("sleep", "def (delay, result=None)", sleep, "A coroutine that ends after delay seconds, with the result."),
    function!(
        "ensure_future",
        "def (coro_or_future, *, loop=None)",
        ensure_future,
        "A future as it is; a task for anything else that can be awaited."
    ),
    function!(
        "create_task",
        "def (coro, *, name=None, context=None, **kwargs)",
        create_task_function,
        "Schedules a coroutine on the running loop."
    ),
    function!(
        "gather",
        "def (*coros_or_futures, return_exceptions=False)",
        gather_function,
        "A future for the results of all."
    ),
    function!("current_task", "(loop=None)", current_task, "The task that runs, or None."),
    function!("all_tasks", "(loop=None)", all_tasks, "The set of all tasks that are not done."),
    function!("isfuture", "(obj, /)", isfuture, "Whether it is a future."),
    function!("iscoroutine", "def (obj)", iscoroutine, "Whether it is a coroutine object."),
    function!("iscoroutinefunction", "def (func)", iscoroutinefunction, "Whether it is a function that makes coroutines."),
    function!(
        "eager_task_factory",
        "def (loop, coro, *, name=None, context=None, eager_start=True)",
        eager_task_factory,
        "Makes tasks that start at once."
    ),
    function!(
        "future_add_to_awaited_by",
        "(fut, waiter, /)",
        |_: &Value, _: &Value| (),
        "Not needed: tasks know what they wait for."
    ),
    function!(
        "future_discard_from_awaited_by",
        "(fut, waiter, /)",
        |_: &Value, _: &Value| (),
        "Not needed: tasks know what they wait for."
    ),
    function!("_register_task", "(task)", |_: &Value| (), "Not needed: tasks enter the loop's table themselves."),
    function!("_unregister_task", "(task)", |_: &Value| (), "Not needed: tasks leave the loop's table themselves."),
];
