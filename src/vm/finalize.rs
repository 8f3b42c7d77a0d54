//! Finalisers: what the heap queued is seen to at a safe point, in the order of its death.

use std::collections::VecDeque;

use super::generator::Sent;
use crate::heap::{self, Erased, Gc};
use crate::object::{AsyncStep, Exception, GenState, Generator, GeneratorKind, Instance, Opaque, WeakRef};
use crate::value::Value;
use crate::vm::{Raised, Vm};

impl Vm {
    /// Runs the finalisers of objects that died: `__del__`, the closing of generators, the warning about coroutines never awaited. What dies
    /// with such an object comes before those that died after it.
    pub fn run_finalizers(&mut self) {
        let mut waiting = VecDeque::new();
        queue(&mut waiting, 0);
        let mut bereaved = VecDeque::from(heap::take_bereaved());
        if waiting.is_empty() && bereaved.is_empty() {
            return;
        }
        loop {
            if let Some(watcher) = bereaved.pop_front() {
                self.tell(watcher);
                queue(&mut waiting, 0);
            } else if let Some((object, nested)) = waiting.pop_front() {
                let ended = self.finalize(object, nested);
                // What died while the finaliser ran was made by it, perhaps; what dies with the object was not.
                queue(&mut waiting, nested + 1);
                drop(ended);
                queue(&mut waiting, nested);
            } else {
                break;
            }
            bereaved.extend(heap::take_bereaved());
        }
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

    /// Finalises an object, which comes back as long as it is a value. `nested` finalisers, each run by the one before, led to it: they count like calls.
    fn finalize(&mut self, object: Erased, nested: usize) -> Value {
        let object = match object.downcast::<Generator>() {
            Ok(generator) => {
                self.finalize_generator(&generator);
                return generator.into();
            }
            Err(other) => other,
        };
        let object = match object.downcast::<AsyncStep>() {
            Ok(step) => {
                (self.hooks.never_awaited_step)(self, &step);
                drop(step.action.take());
                return step.into();
            }
            Err(other) => other,
        };
        let value: Value = match object.downcast::<Instance>() {
            Ok(instance) => instance.into(),
            Err(other) => match other.downcast::<Exception>() {
                Ok(exception) => exception.into(),
                Err(other) => match other.downcast::<Opaque>() {
                    Ok(opaque) => opaque.into(),
                    Err(other) => {
                        (self.hooks.finalize)(self, other);
                        return Value::None;
                    }
                },
            },
        };
        let called = if self.depth + nested < self.recursion_limit {
            self.call_special(&value, &self.names.del.clone(), &[])
        } else {
            Err(self.recursion_error("maximum recursion depth exceeded"))
        };
        if let Err(raised) = called {
            let method = self.lookup_special(&value, &self.names.del).unwrap_or(Value::None);
            self.ignored("while calling deallocator", &method, raised);
        }
        value
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
            (GenState::Suspended, GeneratorKind::AsyncGenerator)
                if !generator.closed.get() && (self.hooks.async_generator_dropped)(self, generator) => {}
            (GenState::Suspended, _) => {
                let exit = self.raise_with(&self.exc.generator_exit, vec![]);
                match self.resume(generator, Sent::Throw(exit)) {
                    super::Resumed::Raised(raised) => {
                        if !self.is_regular_end(&raised) {
                            self.ignored("while closing generator", &generator.clone().into(), raised);
                        }
                    }
                    super::Resumed::Yielded(_) => {
                        let raised = self.ignored_exit(generator.kind);
                        self.ignored("while closing generator", &generator.clone().into(), raised);
                    }
                    super::Resumed::Returned(_) => {}
                }
            }
            _ => {}
        }
    }
}

/// Puts what died before what waits, with the number of finalisers that led to it.
fn queue(waiting: &mut VecDeque<(Erased, usize)>, nested: usize) {
    for died in heap::take_finalizable().into_iter().rev() {
        waiting.push_front((died, nested));
    }
}
