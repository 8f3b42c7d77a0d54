//! Finalisers: what the heap queued is seen to at a safe point, in the order of its death.

use std::collections::VecDeque;

use super::generator::Sent;
use crate::heap::{self, Erased, Gc};
use crate::object::{Exception, GenState, Generator, GeneratorKind, Instance, Opaque, WeakRef};
use crate::value::Value;
use crate::vm::{Raised, Vm};

impl Vm {
    /// Runs the finalisers of objects that died: `__del__`, the closing of generators, the warning about coroutines never awaited. What dies
    /// with such an object comes before those that died after it.
    pub fn run_finalizers(&mut self) {
        let mut waiting = VecDeque::from(heap::take_finalizable());
        let mut bereaved = VecDeque::from(heap::take_bereaved());
        if waiting.is_empty() && bereaved.is_empty() {
            return;
        }
        // A finaliser must not disturb an exception that is being handled.
        let handled = std::mem::replace(&mut self.handled, Value::None);
        loop {
            if let Some(watcher) = bereaved.pop_front() {
                self.tell(watcher);
            } else if let Some(object) = waiting.pop_front() {
                self.finalize(object);
            } else {
                break;
            }
            bereaved.extend(heap::take_bereaved());
            for died in heap::take_finalizable().into_iter().rev() {
                waiting.push_front(died);
            }
        }
        self.handled = handled;
    }

    /// Calls the callback of a weak reference whose target is gone.
    fn tell(&mut self, watcher: Erased) {
        let Ok(reference) = watcher.downcast::<WeakRef>() else { return };
        let callback = reference.callback.replace(Value::None);
        let Some(shown) = WeakRef::shown(&reference).filter(|_| !callback.is_none()) else { return };
        if let Err(raised) = self.call(&callback, &[shown]) {
            self.ignored("while calling weakref callback", &callback, raised);
        }
    }

    fn finalize(&mut self, object: Erased) {
        let object = match object.downcast::<Generator>() {
            Ok(generator) => return self.finalize_generator(&generator),
            Err(other) => other,
        };
        let value: Value = match object.downcast::<Instance>() {
            Ok(instance) => instance.into(),
            Err(other) => match other.downcast::<Exception>() {
                Ok(exception) => exception.into(),
                Err(other) => match other.downcast::<Opaque>() {
                    Ok(opaque) => opaque.into(),
                    Err(other) => return (self.hooks.finalize)(self, other),
                },
            },
        };
        if let Err(raised) = self.call_special(&value, &self.names.del.clone(), &[]) {
            let method = self.lookup_special(&value, &self.names.del).unwrap_or(Value::None);
            self.ignored("while calling deallocator", &method, raised);
        }
    }

    /// Tells of an exception that nobody can catch.
    fn ignored(&mut self, how: &str, object: &Value, raised: Raised) {
        let text = match self.repr(object) {
            Ok(text) => text.to_string(),
            Err(_) => "<object repr() failed>".to_owned(),
        };
        (self.hooks.unraisable)(self, raised, &format!("{how} {text}"));
    }

    fn finalize_generator(&mut self, generator: &Gc<Generator>) {
        match (generator.state.get(), generator.kind) {
            (GenState::Created, GeneratorKind::Coroutine) => {
                (self.hooks.never_awaited)(self, generator);
                generator.finish();
            }
            // A loop runs its `finally` when it gets round to it; without one it runs now, as CPython's does.
            (GenState::Suspended, GeneratorKind::AsyncGenerator) if (self.hooks.async_generator_dropped)(self, generator) => {}
            (GenState::Suspended, _) => {
                let exit = self.raise_with(&self.exc.generator_exit, vec![]);
                match self.resume(generator, Sent::Throw(exit)) {
                    super::Resumed::Raised(raised) => {
                        let quiet = self.is_exception(&raised, &self.exc.generator_exit)
                            || self.is_exception(&raised, &self.exc.stop_iteration)
                            || self.is_exception(&raised, &self.exc.stop_async_iteration);
                        if !quiet {
                            self.ignored("while closing generator", &generator.clone().into(), raised);
                        }
                    }
                    super::Resumed::Yielded(_) => {
                        let what = match generator.kind {
                            GeneratorKind::Generator => "generator",
                            GeneratorKind::Coroutine => "coroutine",
                            GeneratorKind::AsyncGenerator => "async generator",
                        };
                        let raised = self.runtime_error(format!("{what} ignored GeneratorExit"));
                        self.ignored("while closing generator", &generator.clone().into(), raised);
                    }
                    super::Resumed::Returned(_) => {}
                }
            }
            _ => {}
        }
    }
}
