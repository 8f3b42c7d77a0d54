//! Native coroutines that await what a script made: a lock of its own, the method that its subclass put in place of a native one.

use crate::heap::{Gc, Visitor};
use crate::object::Generator;
use crate::value::Value;
use crate::vm::{Poll, Result, Resumed, Sent, Vm};

use super::coroutine::{self, NativeCoroutine, Operation, Wait};

/// Something awaited.
pub struct Nested(Value);

impl Nested {
    /// Begins to await something.
    pub fn begin(vm: &mut Vm, awaitable: &Value) -> Result<(Nested, Wait)> {
        let nested = Nested(vm.get_awaitable(awaitable, 0)?);
        let wait = nested.go_on(vm, Ok(Value::None))?;
        Ok((nested, wait))
    }

    /// Goes on with what the coroutine was sent, or with what was thrown into it.
    pub fn go_on(&self, vm: &mut Vm, outcome: Result) -> Result<Wait> {
        let sent = match outcome {
            Ok(value) => Sent::Value(value),
            Err(raised) => Sent::Throw(raised),
        };
        if let Some(generator) = self.0.gc::<Generator>() {
            return match vm.resume(&generator.clone(), sent) {
                Resumed::Yielded(value) => Ok(Wait::Pass(value)),
                Resumed::Returned(value) => Ok(Wait::Ready(value)),
                Resumed::Raised(raised) => Err(raised),
            };
        }
        if let Some(poll) = self.0.kind().and_then(|kind| vm.hooks.poll[kind as usize]) {
            return Ok(match poll(vm, &self.0, sent)? {
                Poll::Pending(value) => Wait::Pass(value),
                Poll::Ready(value) => Wait::Ready(value),
            });
        }
        let yielded = match sent {
            Sent::Value(Value::None) => return Ok(vm.iter_next_or_stop(&self.0)?.map_or_else(Wait::Ready, Wait::Pass)),
            Sent::Value(value) => vm.call_method(&self.0, &vm.names.send.clone(), &[value]),
            Sent::Throw(raised) if vm.get_attr_optional(&self.0, &vm.names.throw.clone())?.is_none() => Err(raised),
            Sent::Throw(raised) => vm.call_method(&self.0, &vm.names.throw.clone(), &[raised.0.into()]),
        };
        yielded.map(Wait::Pass).or_else(|raised| vm.stop_value(raised).map(Wait::Ready))
    }

    /// Visits what is awaited.
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}

/// Awaits what a call of a script returns.
pub struct Delegated {
    /// The qualified name of the coroutine.
    pub name: &'static str,
    /// What is called, without arguments.
    pub callee: Value,
    /// Whether the result counts; else it is None.
    pub keeps: bool,
    nested: Option<Nested>,
}

impl Delegated {
    /// A coroutine that awaits what a method of an object returns.
    pub fn method(vm: &mut Vm, name: &'static str, object: &Value, method: &str, keeps: bool) -> Result {
        let callee = vm.get_attr(object, &vm.intern(method))?;
        Ok(Delegated::call(vm, name, callee, keeps))
    }

    /// A coroutine that awaits what a call returns.
    pub fn call(vm: &Vm, name: &'static str, callee: Value, keeps: bool) -> Value {
        coroutine::operation(vm, Delegated { name, callee, keeps, nested: None })
    }

    fn finish(&self, wait: Wait) -> Wait {
        match wait {
            Wait::Ready(_) if !self.keeps => Wait::Ready(Value::None),
            other => other,
        }
    }
}

impl Operation for Delegated {
    fn name(&self) -> &'static str {
        self.name
    }

    fn start(&mut self, vm: &mut Vm, _: &Gc<NativeCoroutine>) -> Result<Wait> {
        let awaitable = vm.call(&self.callee, &[])?;
        let (nested, wait) = Nested::begin(vm, &awaitable)?;
        self.nested = Some(nested);
        Ok(self.finish(wait))
    }

    fn resume(&mut self, vm: &mut Vm, _: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        let Some(nested) = &self.nested else { return outcome.map(Wait::Ready) };
        let wait = nested.go_on(vm, outcome)?;
        Ok(self.finish(wait))
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.callee.trace(visitor);
        if let Some(nested) = &self.nested {
            nested.trace(visitor);
        }
    }
}
