//! Generators, coroutines and asynchronous generators: what they have in common, and the methods of generators.

use crate::heap::Gc;
use crate::object::{Class, Exception, GenState, Generator, GeneratorKind, Str, Tuple};
use crate::value::Value;
use crate::vm::{Enters, Of, Raised, Result, Resumed, Row, Sent, Vm, getset, getter, method};

use super::object::address;
use super::traceback::frame::{NOT_BEGUN, frame_object};

static GENERATOR: &[Row] = &[
    method!("__iter__", "(self, /)", |this: &Value| this.clone(), "Implement iter(self)."),
    method!("__next__", "(self, /)", |vm, this| send(vm, this, &Value::None), "Implement next(self).").enters(Enters::Send),
    method!("send", "(self, value, /)", send, "Return next yielded value or raise StopIteration.").enters(Enters::Send),
    method!(
        "throw",
        "(self, typ, val=None, tb=None, /)",
        throw,
        "Raise exception in generator, return next yielded value or raise StopIteration."
    ),
    method!("close", "(self, /)", close, "Raise GeneratorExit inside the generator."),
    getter!("gi_running", running, "Whether it runs now."),
    getter!("gi_suspended", suspended, "Whether it rests at a yield."),
    getter!("gi_frame", frame, "Its frame, None once it has finished."),
    getter!("gi_code", code, "Its code."),
    getter!("gi_yieldfrom", delegate, "What it delegates to, or None."),
];

/// Rows of all three.
static COMMON: &[Row] = &[
    getset!("__name__", |this: &Gc<Generator>| this.name(), set_name, "The name."),
    getset!("__qualname__", |this: &Gc<Generator>| this.qualname(), set_qualname, "The qualified name."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let types = &vm.types;
    let classes = [types.generator.clone(), types.coroutine.clone(), types.async_generator.clone()];
    vm.add_methods(&classes[0], GENERATOR);
    for class in &classes {
        vm.add_methods(class, COMMON);
    }
}

/// What a resumption came to, as a call's result.
fn outcome(vm: &Vm, resumed: Resumed) -> Result {
    match resumed {
        Resumed::Yielded(value) => Ok(value),
        Resumed::Returned(value) => Err(vm.stop_iteration(value)),
        Resumed::Raised(raised) => Err(raised),
    }
}

pub fn send(vm: &mut Vm, generator: &Gc<Generator>, value: &Value) -> Result {
    let resumed = vm.resume(generator, Sent::Value(value.clone()));
    outcome(vm, resumed)
}

pub fn throw(vm: &mut Vm, generator: &Gc<Generator>, typ: &Value, val: &Value, _: &Value) -> Result {
    let raised = thrown(vm, typ, val)?;
    let resumed = vm.resume(generator, Sent::Throw(raised));
    outcome(vm, resumed)
}

pub fn close(vm: &mut Vm, generator: &Gc<Generator>) -> Result {
    vm.close_generator(generator)
}

/// The exception that `throw(type_or_exception[, value])` throws.
pub fn thrown(vm: &mut Vm, what: &Value, value: &Value) -> Result<Raised> {
    if let Some(exception) = what.gc::<Exception>() {
        if !value.is_none() {
            return Err(vm.type_error("instance exception may not have a separate value"));
        }
        return Ok(Raised(exception.clone()));
    }
    let class = what.gc::<Class>().filter(|class| class.derives_from(&vm.exc.base_exception)).cloned();
    let Some(class) = class else {
        let given = vm.type_name(what);
        return Err(vm.type_error(format!("exceptions must be classes or instances deriving from BaseException, not {given}")));
    };
    if let Some(exception) = value.gc::<Exception>()
        && exception.class().derives_from(&class)
    {
        return Ok(Raised(exception.clone()));
    }
    let args: Vec<Value> = match value.get::<Tuple>() {
        Some(tuple) => tuple.items().to_vec(),
        None if value.is_none() => vec![],
        None => vec![value.clone()],
    };
    match vm.call(what, &args)?.into_gc::<Exception>() {
        Ok(exception) => Ok(Raised(exception)),
        Err(other) => {
            let (class, given) = (vm.repr(what)?, vm.type_name(&other));
            let text = format!("calling {class} should have returned an instance of BaseException, not {given}");
            Err(vm.type_error(text))
        }
    }
}

pub fn running(generator: &Generator) -> bool {
    generator.state.get() == GenState::Running || generator.busy.get()
}

pub fn suspended(this: &Generator) -> bool {
    this.state.get() == GenState::Suspended
}

/// Its frame, as it stands now; None of one that has finished.
pub fn frame(vm: &mut Vm, generator: &Gc<Generator>) -> Result {
    Ok(match vm.generator_frame(generator) {
        Some((instr, globals, locals)) => {
            let instr = if generator.state.get() == GenState::Created { NOT_BEGUN } else { instr };
            frame_object(vm, (generator.code.clone(), instr), globals, Some(locals), Value::None)
        }
        None => Value::None,
    })
}

pub fn code(this: &Gc<Generator>) -> Result {
    Ok(this.code.clone().into())
}

pub fn delegate(generator: &Generator) -> Value {
    generator.delegate().unwrap_or(Value::None)
}

fn set_names(
    vm: &Vm,
    generator: &Generator,
    value: &Value,
    change: impl FnOnce(&mut (Gc<Str>, Gc<Str>), Gc<Str>),
    attribute: &str,
) -> Result {
    let Some(text) = value.gc::<Str>() else {
        return Err(vm.type_error(format!("{attribute} must be set to a string object")));
    };
    let mut names = (generator.name(), generator.qualname());
    change(&mut names, vm.intern_str(text));
    let old = generator.names.replace(Some(Box::new(names)));
    drop(old);
    Ok(Value::None)
}

fn set_name(vm: &mut Vm, this: &Generator, value: &Value) -> Result {
    set_names(vm, this, value, |names, new| names.0 = new, "__name__")
}

fn set_qualname(vm: &mut Vm, this: &Generator, value: &Value) -> Result {
    set_names(vm, this, value, |names, new| names.1 = new, "__qualname__")
}

fn repr(this: Of<Generator>) -> Result {
    let generator = this.storage;
    let what = match generator.kind {
        GeneratorKind::Generator => "generator",
        GeneratorKind::Coroutine => "coroutine",
        GeneratorKind::AsyncGenerator => "async_generator",
    };
    Ok(Str::value(format!("<{what} object {} at {:#x}>", generator.qualname(), address(this.value))))
}
