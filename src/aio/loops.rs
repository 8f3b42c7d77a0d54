//! Which loop runs and which is the current one: `get_running_loop()` and its relatives.

use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

use super::event_loop::LoopRef;
use super::state;

/// The running loop, or RuntimeError.
pub fn running_or_error(vm: &Vm) -> Result<LoopRef> {
    state(vm).running().ok_or_else(|| vm.runtime_error("no running event loop"))
}

/// The running loop, else the one that was set, else RuntimeError.
pub fn current_or_error(vm: &Vm) -> Result<LoopRef> {
    let aio = state(vm);
    let found = aio.running().or_else(|| aio.current());
    found.ok_or_else(|| vm.runtime_error("There is no current event loop in thread 'MainThread'."))
}

fn get_running_loop(vm: &mut Vm) -> Result {
    running_or_error(vm).map(|loop_| loop_.value())
}

fn running_or_none(vm: &mut Vm) -> Value {
    state(vm).running().map_or(Value::None, |loop_| loop_.value())
}

fn set_running(vm: &mut Vm, loop_: Option<LoopRef>) {
    state(vm).set_running(loop_);
}

fn get_event_loop(vm: &mut Vm) -> Result {
    current_or_error(vm).map(|loop_| loop_.value())
}

fn set_event_loop(vm: &mut Vm, given: &Value) -> Result<()> {
    if given.is_none() {
        state(vm).set_current(None);
        return Ok(());
    }
    let Ok(loop_) = LoopRef::from_value(vm, given) else {
        let name = vm.type_name(given);
        return Err(vm.type_error(format!("loop must be an instance of AbstractEventLoop or None, not '{name}'")));
    };
    state(vm).set_current(Some(loop_));
    Ok(())
}

fn new_event_loop(vm: &mut Vm) -> Value {
    LoopRef::new(vm).value()
}

/// The functions of the module.
pub static ROWS: &[Row] = &[
    function!("get_running_loop", "()", get_running_loop, "The running loop; RuntimeError if none runs."),
    function!("_get_running_loop", "()", running_or_none, "The running loop, or None."),
    function!("_set_running_loop", "(loop, /)", set_running, "Sets the running loop."),
    function!("get_event_loop", "()", get_event_loop, "The running loop, or the one that was set."),
    function!("set_event_loop", "(loop, /)", set_event_loop, "Sets the current loop."),
    function!("new_event_loop", "()", new_event_loop, "Makes a loop."),
];
