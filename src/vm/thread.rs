//! Threads of a script: each runs on a stack of its own, all on the machine's one thread, so that nothing in the machine is ever shared.
//!
//! A thread runs until it blocks ([`Vm::block`]); what it blocks on goes to whoever runs it, who lets it go on later. While it rests, its part
//! of the machine's state (frames, depth, the exception that it handles) rests with it.
//!
//! On the stack of a thread that rests lie exclusive references to the machine, while whoever runs it uses the machine through others. That is
//! allowed because the machine is not `Unpin` ([`Shared`]): the compiler takes no exclusive reference to such a type for the only way to it.
//! One side runs at a time, and neither keeps a reference into the machine across a switch.
#![allow(unsafe_code)]

use std::mem::{ManuallyDrop, swap};

use corosensei::stack::{DefaultStack, Stack as _};
use corosensei::{Coroutine, CoroutineResult, Yielder};

use super::callback::Driven;
use super::room::Room;
use super::stack::Stack;
use crate::object::Generator;
use crate::object::frame::Frame;
use crate::value::Value;
use crate::vm::{Result, Vm};

/// Bytes of native stack; the system gives memory as it is touched.
const NATIVE_STACK: usize = 16 << 20;
/// Bytes of stack for frames, likewise.
const FRAME_STACK: usize = 16 << 20;

/// What a thread waits for.
pub enum Block {
    /// So many seconds to pass.
    Sleep(f64),
    /// A future to be done.
    Future(Value),
}

/// How far a thread came.
pub enum ThreadStep {
    /// It waits.
    Blocked(Block),
    /// Its function has returned or raised.
    Done(Result),
}

/// In the machine, so that exclusive references to it may rest while others are used.
pub(super) type Shared = std::marker::PhantomPinned;

/// What the machine hands to a thread that goes on: itself.
type Machine = *mut Vm;
type Chain = Coroutine<Machine, Block, Result, DefaultStack>;

/// The part of the machine's state that belongs to one thread.
pub(super) struct Own {
    frame: *mut Frame,
    stack: Stack,
    root: *const Generator,
    driven: Driven,
    handled: Value,
    depth: usize,
    room: Room,
}

/// A thread.
pub struct Thread {
    /// Never dropped while it rests: its stack can't be unwound from outside, so what it holds stays.
    chain: ManuallyDrop<Chain>,
    own: Own,
    yielder: *const Yielder<Machine, Block>,
    ended: bool,
}

impl Thread {
    /// A thread that will call a function; it does not run yet. None where there is no memory for its stack.
    pub fn new(function: Value, args: Vec<Value>) -> Option<Thread> {
        let native = DefaultStack::new(NATIVE_STACK);
        let native = if native.is_err() && crate::heap::shrink() { DefaultStack::new(NATIVE_STACK) } else { native }.ok()?;
        let room = Room::of_stack(native.limit().get(), native.base().get() - native.limit().get());
        let chain = Coroutine::with_stack(native, move |yielder: &Yielder<Machine, Block>, machine: Machine| {
            // SAFETY: `resume` hands the same machine over each time that this side runs; the other side touches it only while this one
            // rests, and what rests here of references to it is `Shared`.
            let vm = unsafe { &mut *machine };
            vm.yielder = yielder;
            vm.call(&function, &args)
        });
        let own = Own {
            frame: std::ptr::null_mut(),
            stack: Stack::with_room(FRAME_STACK),
            root: std::ptr::null(),
            driven: Driven::default(),
            handled: Value::None,
            depth: 0,
            room,
        };
        Some(Thread { chain: ManuallyDrop::new(chain), own, yielder: std::ptr::null(), ended: false })
    }

    /// Runs it until it blocks or ends. One that has ended is not resumed again.
    pub fn resume(&mut self, vm: &mut Vm) -> ThreadStep {
        if self.ended {
            return ThreadStep::Done(Ok(Value::None));
        }
        vm.swap_thread(self);
        let machine: Machine = vm;
        let came = self.chain.resume(machine);
        // SAFETY: the thread rests or has ended, so the machine is this side's again.
        unsafe { &mut *machine }.swap_thread(self);
        match came {
            CoroutineResult::Yield(block) => ThreadStep::Blocked(block),
            CoroutineResult::Return(outcome) => {
                self.ended = true;
                ThreadStep::Done(outcome)
            }
        }
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        if self.ended {
            // SAFETY: dropped once, here; a chain that has ended has nothing left to unwind.
            unsafe { ManuallyDrop::drop(&mut self.chain) };
        }
    }
}

impl Vm {
    /// Exchanges the running thread's part of the state with a resting one's.
    fn swap_thread(&mut self, thread: &mut Thread) {
        let own = &mut thread.own;
        swap(&mut self.frame, &mut own.frame);
        swap(&mut self.stack, &mut own.stack);
        swap(&mut self.root, &mut own.root);
        swap(&mut self.driven, &mut own.driven);
        swap(&mut self.handled, &mut own.handled);
        swap(&mut self.depth, &mut own.depth);
        swap(&mut self.room, &mut own.room);
        swap(&mut self.yielder, &mut thread.yielder);
    }

    /// Whether a thread of the script runs, not the main one.
    pub fn in_thread(&self) -> bool {
        !self.yielder.is_null()
    }

    /// Lets the running thread wait; false in the main one, which nobody could run meanwhile. Never in line, so that nobody's idea of what is
    /// in the machine outlives the call.
    #[inline(never)]
    pub fn block(&mut self, block: Block) -> bool {
        // SAFETY: a thread's yielder lives on its stack as long as the thread runs, and the state of another thread holds another one.
        let Some(yielder) = (unsafe { self.yielder.as_ref() }) else { return false };
        // The machine that comes back is this one: `resume` is always called with the same.
        yielder.suspend(block);
        true
    }
}
