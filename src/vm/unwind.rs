//! Returning from frames that are not plain calls, raising, and unwinding to a handler.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use super::generator::Resumed;
use super::run::Next;
use crate::bytecode::Op;
use crate::heap::Gc;
use crate::object::frame::{self, Frame, Resume};
use crate::object::{AsyncStep, Class, Exception, Generator, GeneratorKind, Maker, Traceback, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Raised, Result, Vm};

impl Vm {
    /// A frame that belongs to a generator, or whose result isn't simply stored, returns.
    pub(super) fn give_back(&mut self, frame: *mut Frame, value: Value) -> Next {
        // SAFETY (whole function): the frame runs, so it is initialised and `back` lives.
        unsafe {
            let (back, dst, resume) = ((*frame).back, (*frame).dst, (*frame).resume);
            if !(*frame).generator.is_null() {
                return self.return_generator(frame, value);
            }
            if resume == Resume::Repeat {
                return self.repeat(frame, value);
            }
            self.drop_frame(frame);
            self.frame = back;
            self.settle();
            match resume {
                Resume::Entry => return Next::Leave(Resumed::Returned(value)),
                Resume::Init => {
                    let registers = frame::registers(back);
                    let instance = std::mem::take(&mut *registers.add(usize::from(dst)));
                    if let Err(raised) = self.check_init(&value) {
                        return Next::Throw(rewound(back), raised);
                    }
                    *registers.add(usize::from((*(*back).pc.sub(1)).a)) = instance;
                }
                Resume::Binary if matches!(value, Value::NotImplemented) => match self.binary_declined(back) {
                    Ok(value) => *frame::registers(back).add(usize::from(dst)) = value,
                    Err(raised) => return Next::Throw(rewound(back), raised),
                },
                Resume::Length => match self.length_of(&value) {
                    Ok(length) => *frame::registers(back).add(usize::from(dst)) = Value::Int(length as i64),
                    Err(raised) => return Next::Throw(rewound(back), raised),
                },
                Resume::Branch => {
                    if let Err(raised) = self.branch_by(back, value) {
                        return Next::Throw(rewound(back), raised);
                    }
                }
                _ => {
                    *frame::registers(back).add(usize::from(dst)) = value;
                }
            }
            Next::Frame(back)
        }
    }

    fn return_generator(&mut self, frame: *mut Frame, value: Value) -> Next {
        // SAFETY (whole function): as in `return_special`; the generator is held by whoever resumed it.
        unsafe {
            let (back, resume) = ((*frame).back, (*frame).resume);
            let generator = &*(*frame).generator;
            if generator.kind == GeneratorKind::AsyncGenerator {
                generator.closed.set(true);
                let stop = self.raise_with(&self.exc.stop_async_iteration, vec![]);
                return match self.leave_generator(generator, back, resume) {
                    Some(next) if awaits_close(next) => self.finish_delegation(next, Value::None),
                    Some(next) => Next::Throw(next, stop),
                    None => Next::Leave(Resumed::Raised(stop)),
                };
            }
            match resume {
                Resume::Delegate => {
                    self.unlink(generator);
                    generator.finish();
                    self.finish_delegation(back, value)
                }
                Resume::ForIter => {
                    self.leave_root(generator);
                    generator.finish();
                    self.frame = back;
                    let instr = *(*back).pc.sub(1);
                    *frame::registers(back).add(usize::from(instr.b)) = Value::Unset;
                    (*back).pc = (*back).pc.add(usize::from(instr.c));
                    Next::Frame(back)
                }
                Resume::Step => {
                    self.leave_root(generator);
                    generator.finish();
                    self.frame = back;
                    let call = *(*back).pc.sub(1);
                    match self.end_step(back) {
                        Some(default) => {
                            *frame::registers(back).add(usize::from(call.a)) = default;
                            Next::Frame(back)
                        }
                        None => Next::Throw(rewound(back), self.stop_iteration(value)),
                    }
                }
                _ => {
                    self.leave_root(generator);
                    generator.finish();
                    self.frame = back;
                    Next::Leave(Resumed::Returned(value))
                }
            }
        }
    }

    /// A generator ends by an exception: the frame to raise it in, standing at the instruction that resumed it; none where that was a native.
    fn leave_generator(&mut self, generator: &Generator, back: *mut Frame, resume: Resume) -> Option<*mut Frame> {
        generator.busy.set(false);
        match resume {
            Resume::Delegate => {
                self.unlink(generator);
                generator.finish();
                self.frame = back;
                Some(back)
            }
            Resume::ForIter | Resume::Step => {
                self.leave_root(generator);
                generator.finish();
                self.frame = back;
                Some(rewound(back))
            }
            _ => {
                self.leave_root(generator);
                generator.finish();
                self.frame = back;
                None
            }
        }
    }

    /// Finds the handler of an exception, from the frame that raised it outwards; leaves the frames that have none.
    /// The frame of the handler becomes the current one; where there is none, what the loop is left with.
    pub(super) fn unwind(&mut self, mut frame: *mut Frame, mut raised: Raised) -> Option<Resumed> {
        let mut again = std::mem::take(&mut self.reraising);
        loop {
            // SAFETY (whole loop): frames from the running one along `back` are initialised; a frame's `pc` is one past its instruction.
            unsafe {
                frame::check(frame);
                let code = &*(*frame).code;
                let instr = (*frame).pc.offset_from(code.start()).max(1) as u32 - 1;
                let handler = code.code.handlers.iter().find(|handler| (handler.start..handler.end).contains(&instr));
                let ends = handler.is_none() && self.ends_loop(frame, &raised);
                // Nobody reads the traceback of the end of a loop, unless somebody has kept the exception.
                let unread = ends && Gc::get_mut(&mut raised.0).is_some();
                if !std::mem::take(&mut again) && !unread {
                    self.add_place(&raised, frame, instr);
                }
                if let Some(handler) = handler {
                    let registers = frame::registers(frame);
                    for index in handler.register..(*frame).registers {
                        *registers.add(usize::from(index)) = Value::Unset;
                    }
                    *registers.add(usize::from(handler.register)) = raised.0.into();
                    (*frame).pc = code.start().add(handler.target as usize);
                    self.frame = frame;
                    return None;
                }
                let (back, resume) = ((*frame).back, (*frame).resume);
                if (*frame).generator.is_null() {
                    self.drop_frame(frame);
                    self.frame = back;
                    if ends {
                        let instr = *(*back).pc.sub(1);
                        *frame::registers(back).add(usize::from(instr.b)) = Value::Unset;
                        (*back).pc = (*back).pc.add(usize::from(instr.c));
                        return None;
                    }
                    if matches!(resume, Resume::Entry | Resume::Repeat) {
                        return Some(Resumed::Raised(raised));
                    }
                    frame = back;
                    continue;
                }
                let generator = &*(*frame).generator;
                raised = self.escaping(generator, raised);
                match self.leave_generator(generator, back, resume) {
                    Some(other) if self.ends_close(resume, other, &raised) => {
                        self.finish_delegation(other, Value::None);
                        return None;
                    }
                    Some(other) => {
                        (*other).pc = (*other).pc.add(1);
                        frame = other;
                    }
                    None => return Some(Resumed::Raised(raised)),
                }
            }
        }
    }

    /// Whether an exception that leaves a frame is the end of the loop that it makes an item for.
    ///
    /// # Safety
    /// The frame is initialised.
    #[inline]
    unsafe fn ends_loop(&self, frame: *mut Frame, raised: &Raised) -> bool {
        // SAFETY: the caller's.
        unsafe { (*frame).resume == Resume::ForNext && self.is_exception(raised, &self.exc.stop_iteration) }
    }

    /// Whether an exception is the regular end of the `aclose()` that a frame awaits.
    fn ends_close(&self, resume: Resume, frame: *mut Frame, raised: &Raised) -> bool {
        resume == Resume::Delegate
            && awaits_close(frame)
            && (self.is_exception(raised, &self.exc.generator_exit)
                || self.is_exception(raised, &self.exc.stop_async_iteration))
    }

    /// Puts the frame's place before an exception's traceback; a new exception also learns what was being handled.
    unsafe fn add_place(&mut self, raised: &Raised, frame: *mut Frame, instr: u32) {
        let exception = &raised.0;
        let next = exception.traceback.take();
        if next.is_none() {
            self.set_context(exception);
        }
        // SAFETY: the caller's frame is initialised.
        let (code, globals) = unsafe { ((*frame).function.code_of_frame((*frame).code), (*frame).function.globals.clone()) };
        *exception.traceback.borrow_mut() = Some(Gc::new(Traceback { code, instr, globals, next: next.into() }));
    }

    /// The exception that is being handled becomes the context of one that is raised.
    #[inline]
    fn set_context(&self, exception: &Gc<Exception>) {
        if let Some(handled) = self.handled_exception()
            && exception.context.borrow().is_none()
        {
            chain(handled, exception);
        }
    }

    /// The exception that is being handled becomes the context of one that is raised again or thrown, whatever that had before.
    pub(super) fn replace_context(&self, exception: &Gc<Exception>) {
        if let Some(handled) = self.handled_exception() {
            chain(handled, exception);
        }
    }
    /// StopIteration must not leave a generator, nor StopAsyncIteration an asynchronous one: RuntimeError takes its place.
    fn escaping(&mut self, generator: &Generator, raised: Raised) -> Raised {
        let stop = self.is_exception(&raised, &self.exc.stop_iteration);
        let stop_async =
            generator.kind == GeneratorKind::AsyncGenerator && self.is_exception(&raised, &self.exc.stop_async_iteration);
        if !stop && !stop_async {
            return raised;
        }
        let what = match generator.kind {
            GeneratorKind::Generator => "generator",
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::AsyncGenerator => "async generator",
        };
        let error = self.runtime_error(format!("{what} raised {}", if stop { "StopIteration" } else { "StopAsyncIteration" }));
        let traceback = raised.0.traceback.borrow().clone();
        *error.0.traceback.borrow_mut() = traceback;
        *error.0.context.borrow_mut() = Some(raised.0.clone());
        *error.0.cause.borrow_mut() = Some(raised.0);
        error.0.suppress_context.set(true);
        error
    }

    /// Whether a resting frame delegates to a generator of ours (which then is the innermost one, not this).
    pub(super) fn delegates_to_generator(&self, frame: *mut Frame) -> bool {
        // SAFETY: the frame rests at a `YieldFrom`.
        let target = unsafe { &*frame::registers(frame).add(usize::from((*(*frame).pc).b)) };
        matches!(target.kind(), Some(Kind::Generator | Kind::AsyncStep) | None)
    }

    /// The exception of a `raise` statement.
    pub(super) fn raise_step(&mut self, exception: Value, cause: Value) -> Raised {
        if !exception.is_set() {
            return match self.handled_exception() {
                Some(handled) => {
                    let handled = handled.clone();
                    self.reraising = true;
                    Raised(handled)
                }
                None => self.runtime_error("No active exception to reraise"),
            };
        }
        let raised = match self.make_exception(&exception, "exceptions must derive from BaseException") {
            Ok(exception) => exception,
            Err(raised) => return raised,
        };
        if cause.is_set() {
            let cause = match &cause {
                Value::None => None,
                other => match self.make_exception(other, "exception causes must derive from BaseException") {
                    Ok(cause) => Some(cause),
                    Err(raised) => return raised,
                },
            };
            *raised.cause.borrow_mut() = cause;
            raised.suppress_context.set(true);
        }
        self.replace_context(&raised);
        Raised(raised)
    }

    /// An exception from what `raise` or `throw` was given: an instance, or a class that is called.
    pub fn make_exception(&mut self, value: &Value, otherwise: &str) -> Result<Gc<Exception>> {
        if let Some(exception) = value.gc::<Exception>() {
            return Ok(exception.clone());
        }
        if let Some(class) = value.gc::<Class>()
            && class.derives_from(&self.exc.base_exception)
        {
            if self.maker_of(class) == Maker::Exception {
                return Ok(Exception::new(class.clone(), self.empty_tuple()));
            }
            let made = self.call(value, &[])?;
            return match made.into_gc::<Exception>() {
                Ok(made) => Ok(made),
                Err(other) => {
                    let given = self.class_of(&other).into();
                    let (class, given) = (self.repr(value)?, self.repr(&given)?);
                    let text = format!("calling {class} should have returned an instance of BaseException, not {given}");
                    Err(self.type_error(text))
                }
            };
        }
        Err(self.type_error(otherwise))
    }

    /// `except` with a class or a tuple of classes.
    pub(super) fn exception_matches(&mut self, exception: &Value, classes: &Value) -> Result<bool> {
        let message = "catching classes that do not inherit from BaseException is not allowed";
        let valid = |class: &Value| class.get::<Class>().is_some_and(|class| class.derives_from(&self.exc.base_exception));
        let listed: &[Value] = match classes.get::<Tuple>() {
            Some(tuple) => tuple.items(),
            None => std::slice::from_ref(classes),
        };
        if !listed.iter().all(valid) {
            return Err(self.type_error(message));
        }
        let Some(exception) = exception.get::<Exception>() else { return Ok(false) };
        let class = exception.class.borrow();
        Ok(listed.iter().any(|listed| listed.gc::<Class>().is_some_and(|listed| class.derives_from(listed))))
    }

    /// Type, value and traceback of an exception, for `__exit__`.
    pub(super) fn exc_triple(&self, exception: &Value) -> [Value; 3] {
        let Some(object) = exception.get::<Exception>() else { return [Value::None, Value::None, Value::None] };
        let traceback = object.traceback.borrow().clone().map_or(Value::None, Value::from);
        [object.class().into(), exception.clone(), traceback]
    }

    /// Raises where `__init__` returned something.
    pub(in crate::vm) fn check_init(&self, result: &Value) -> Result<()> {
        if result.is_none() {
            return Ok(());
        }
        Err(self.type_error(format!("__init__() should return None, not '{}'", self.type_name(result))))
    }

    /// A special method that an instruction entered returned NotImplemented: the other operand is asked.
    fn binary_declined(&mut self, frame: *mut Frame) -> Result {
        // SAFETY: the frame stands one past the binary instruction, whose operands are in its registers and constants.
        let (instr, left, right) = unsafe {
            let instr = *(*frame).pc.sub(1);
            let registers = frame::registers(frame);
            let left = (*registers.add(usize::from(instr.b))).clone();
            let right = if constant_operand(instr.op) {
                (&(*(*frame).code).consts)[usize::from(instr.c)].clone()
            } else {
                (*registers.add(usize::from(instr.c))).clone()
            };
            (instr, left, right)
        };
        match (super::step::binary_of(instr.op), super::step::comparison_of(instr.op)) {
            (Some(op), _) => self.binary_declined_by_left(op, &left, &right, if instr.n == 1 { "=" } else { "" }),
            (_, Some(op)) => self.compare_declined_by_left(op, &left, &right),
            _ => Ok(Value::NotImplemented),
        }
    }
}

/// Makes an exception that is handled the context of another one.
fn chain(handled: &Gc<Exception>, exception: &Gc<Exception>) {
    if handled.same(exception) {
        return;
    }
    // A chain that already leads to the new exception would become a circle: cut it there.
    let mut link = handled.clone();
    loop {
        let next = link.context.borrow().clone();
        match next {
            Some(next) if next.same(exception) => {
                link.context.take();
                break;
            }
            Some(next) => link = next,
            None => break,
        }
    }
    let old = exception.context.replace(Some(handled.clone()));
    drop(old);
}

/// A frame whose `pc` is one past the instruction under way, set back to it as in a frame that rests.
fn rewound(frame: *mut Frame) -> *mut Frame {
    // SAFETY: the frame runs an instruction, so its `pc` is at least one past the start.
    unsafe { (*frame).pc = (*frame).pc.sub(1) };
    frame
}

/// Whether an instruction's right operand is a constant.
fn constant_operand(op: Op) -> bool {
    op.info().operands.contains("c:k")
}

/// Whether a frame awaits the `aclose()` of an asynchronous generator.
pub(super) fn awaits_close(frame: *mut Frame) -> bool {
    // SAFETY: a frame that something was delegated from is initialised and stands at its instruction, whose registers are its own.
    unsafe {
        let instr = *(*frame).pc;
        if instr.op != Op::YieldFrom {
            return false;
        }
        let delegate = &*frame::registers(frame).add(usize::from(instr.b));
        delegate.get::<AsyncStep>().is_some_and(|step| step.closes)
    }
}
