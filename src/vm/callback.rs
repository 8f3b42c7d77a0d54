//! Calls that natives make for each item of many: key functions, `map`, `filter`.
//!
//! What a native does with an item or a result while the loop that made it goes on stands in the machine, for the innermost such native: natives
//! that drive others nest like calls, and each puts back what was there.
#![allow(unsafe_code)]

use std::ptr::NonNull;

use super::bind::Args;
use super::consume::Consumer;
use super::generator::Resumed;
use super::run::Next;
use crate::object::frame::{Frame, Resume, registers};
use crate::object::{Class, Function, Native};
use crate::value::{Value, Words};
use crate::vm::{Result, Vm};

/// What takes a function's result and gives the next argument.
type Feed<'a> = dyn FnMut(&mut Vm, Value) -> Result<Option<Value>> + 'a;

/// What the innermost native that drives something does with what it gets.
#[derive(Clone, Copy, Default)]
pub(super) struct Driven {
    consumer: Option<NonNull<dyn Consumer>>,
    feed: Option<NonNull<Feed<'static>>>,
}

impl Driven {
    /// Hands an item to the consumer, as long as that runs nothing.
    #[inline(always)]
    pub(super) fn quick(&self, item: &mut Value) -> bool {
        // SAFETY: the consumer lives in the native that runs the loop, which uses it only when the loop is left.
        self.consumer.is_some_and(|consumer| unsafe { (*consumer.as_ptr()).quick(item) })
    }

    /// Hands an item to the consumer.
    pub(super) fn take_item(self, vm: &mut Vm, item: &mut Value) -> Result<bool> {
        match self.consumer {
            // SAFETY: as in `quick`; what the consumer runs drives others, if at all, by consumers of their own.
            Some(consumer) => unsafe { (*consumer.as_ptr()).take(vm, item) },
            None => Ok(false),
        }
    }
}

impl Vm {
    /// Calls a value with one argument. A script's plain function gets it right in its frame.
    #[inline]
    pub fn call_one(&mut self, callee: &Value, mut argument: Value) -> Result {
        if let Some(function) = callee.gc::<Function>()
            && function.code.simple == 1
        {
            let frame = self.push_frame(function.clone(), 1)?;
            // SAFETY: the new frame's one parameter is its first register, and nothing is in it yet.
            unsafe { Words::take(&raw mut argument).write(registers(frame)) };
            return self.run_entry(frame);
        }
        self.call_one_any(callee, argument)
    }

    /// Calls a value with one argument, hands the result to `feed` and begins again with the argument that it gives, if any. A script's plain
    /// function has one frame for all calls.
    pub fn call_each(&mut self, callee: &Value, first: Value, feed: &mut Feed<'_>) -> Result<()> {
        self.check_room()?;
        let mut argument = first;
        loop {
            if let Some(function) = callee.gc::<Function>()
                && function.code.simple == 1
            {
                let frame = self.push_frame(function.clone(), 1)?;
                // SAFETY: the new frame's one parameter is its first register, and nothing is in it yet. The feed outlives the loop that is run here.
                let resumed = unsafe {
                    Words::take(&raw mut argument).write(registers(frame));
                    (*frame).back = self.frame;
                    (*frame).resume = Resume::Repeat;
                    let feed = NonNull::from(std::mem::transmute::<&mut Feed<'_>, &mut Feed<'static>>(&mut *feed));
                    let before = self.driven.feed.replace(feed);
                    let resumed = self.run(frame, None);
                    self.driven.feed = before;
                    resumed
                };
                match resumed {
                    // The function has got other code.
                    Resumed::Yielded(next) => argument = next,
                    Resumed::Returned(_) => return Ok(()),
                    Resumed::Raised(raised) => return Err(raised),
                }
                continue;
            }
            let result = self.call_one(callee, argument)?;
            match feed(self, result)? {
                Some(next) => argument = next,
                None => return Ok(()),
            }
        }
    }

    /// A function that is called again and again has returned.
    pub(super) fn repeat(&mut self, frame: *mut Frame, result: Value) -> Next {
        // SAFETY: the frame has just returned; it is the newest on the stack until it is dropped here, and its registers are initialised.
        // The feed lives in the native that runs the loop.
        unsafe {
            for n in 0..usize::from((*frame).registers) {
                (*registers(frame).add(n)).unset();
            }
            let back = (*frame).back;
            self.frame = back;
            self.settle();
            let fed = match (self.attend_if_due(), self.driven.feed) {
                (Ok(()), Some(feed)) => (*feed.as_ptr())(self, result),
                (Ok(()), None) => Ok(None),
                (Err(raised), _) => Err(raised),
            };
            let function = &(*frame).function;
            let same_code = std::ptr::eq(&raw const *function.code, (*frame).code);
            let resumed = match fed {
                Ok(Some(argument)) if same_code => {
                    (*registers(frame)).put_new(argument);
                    (*frame).pc = function.code.start();
                    return Next::Frame(frame);
                }
                Ok(Some(argument)) => Resumed::Yielded(argument),
                Ok(None) => Resumed::Returned(Value::None),
                Err(raised) => Resumed::Raised(raised),
            };
            self.drop_frame(frame);
            Next::Leave(resumed)
        }
    }

    /// Runs a generator's frame for a consumer.
    pub(super) fn run_for(&mut self, frame: *mut Frame, consumer: &mut dyn Consumer) -> Resumed {
        // SAFETY: the consumer outlives the loop that is run here.
        let consumer = unsafe { std::mem::transmute::<&mut dyn Consumer, &mut (dyn Consumer + 'static)>(consumer) };
        let before = self.driven.consumer.replace(NonNull::from(consumer));
        let resumed = self.run(frame, None);
        self.driven.consumer = before;
        resumed
    }

    #[inline(never)]
    fn call_one_any(&mut self, callee: &Value, argument: Value) -> Result {
        self.check_room()?;
        if let Some(native) = callee.get::<Native>() {
            return self.call_native(native.id, std::slice::from_ref(&argument), &[]);
        }
        if let Some(class) = callee.get::<Class>()
            && let Some(maker) = self.maker(class)
            && self.native_takes(maker, 2, false)
        {
            return self.call_native(maker, &[callee.clone(), argument], &[]);
        }
        let called = self.prepare(callee, Args { values: std::slice::from_ref(&argument), names: &[] })?;
        self.finish_call(called)
    }
}
