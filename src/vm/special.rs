//! Special methods: found by the number of their name in the class's table, and called without being bound.
//!
//! A method of a built-in type is one indirect call with the operands where they are, a script's method gets a frame: of the running
//! loop where an instruction asks for it, else of a loop of its own. What the table gives is valid until anything else runs.
#![allow(unsafe_code)]

use smallvec::SmallVec;

use super::bind::Args;
use super::call::Called;
use super::invoke::Borrowed;
use crate::heap::Gc;
use crate::object::frame::{self, Frame};
use crate::object::{Function, Native, Str};
use crate::value::{Kind, Value, Words};
use crate::vm::{Result, Vm};

/// Most arguments that a special method gets besides the receiver without memory of their own.
const FEW: usize = 3;

/// A receiver and arguments side by side.
#[inline(always)]
fn row(receiver: &Value, args: &[Value]) -> Borrowed<{ FEW + 1 }> {
    let mut row = Borrowed::new();
    // SAFETY: the caller has at most `FEW` arguments, and uses the row while they are borrowed.
    std::iter::once(receiver).chain(args).for_each(|value| unsafe { row.push(value) });
    row
}

impl Vm {
    /// What a type has under the name of a special method, not bound.
    #[inline]
    pub fn lookup_special(&self, object: &Value, name: &Gc<Str>) -> Option<Value> {
        // SAFETY: nothing has run since the lookup.
        self.find_special(object, name).map(|found| unsafe { (*found).clone() })
    }

    /// The function of a script that a type has under the name of a special method.
    #[inline]
    pub(super) fn special_function(&self, object: &Value, name: &Gc<Str>) -> Option<Gc<Function>> {
        // SAFETY: nothing has run since the lookup.
        self.find_special(object, name).and_then(|found| unsafe { (*found).gc::<Function>().cloned() })
    }

    /// Whether a type has a special method.
    #[inline]
    pub fn has_special(&self, object: &Value, name: &Gc<Str>) -> bool {
        self.find_special(object, name).is_some()
    }

    /// Calls a special method, looked up on the type only; none if the type has none.
    pub fn call_special(&mut self, object: &Value, name: &Gc<Str>, args: &[Value]) -> Result<Option<Value>> {
        let Some(found) = self.find_special(object, name) else { return Ok(None) };
        self.check_room()?;
        // SAFETY: nothing has run since the lookup.
        let method = unsafe { &*found };
        if args.len() <= FEW {
            if let Some(native) = method.get::<Native>() {
                return self.call_native_plain(native.id, row(object, args).get()).map(Some);
            }
            if let Some(function) = method.gc::<Function>() {
                let function = function.clone();
                return self.call_script(function, object, args).map(Some);
            }
        }
        let method = method.clone();
        if matches!(method.kind(), Some(Kind::Function | Kind::Native)) {
            let mut all: SmallVec<[Value; 4]> = SmallVec::with_capacity(args.len() + 1);
            all.push(object.clone());
            all.extend(args.iter().cloned());
            return self.call(&method, &all).map(Some);
        }
        let class = self.class_of(object);
        let bound = self.bind_descriptor(&method, object, &class)?;
        self.call(&bound, args).map(Some)
    }

    /// Calls a script's function with a receiver and few arguments.
    pub(super) fn call_script(&mut self, function: Gc<Function>, receiver: &Value, args: &[Value]) -> Result {
        if function.code.simple as usize != args.len() + 1 {
            let row = row(receiver, args);
            return match self.prepare_function(&function, Args { values: row.get(), names: &[] })? {
                Called::Frame(frame) => self.run_entry(frame),
                Called::Value(value) | Called::Init(_, value) => Ok(value),
            };
        }
        let frame = self.push_frame(function, args.len() + 1)?;
        // SAFETY: the new frame has a register for each parameter, and nothing is in it yet.
        unsafe { fill(frame, receiver, args) };
        self.run_entry(frame)
    }
}

/// Writes the first registers of a new frame.
///
/// # Safety
/// The frame has these registers, and nothing is in them.
#[inline(always)]
unsafe fn fill(frame: *mut Frame, receiver: &Value, args: &[Value]) {
    // SAFETY: the caller's registers.
    unsafe {
        let registers = frame::registers(frame);
        Words::copy(receiver).write(registers);
        for (n, value) in args.iter().enumerate() {
            Words::copy(value).write(registers.add(n + 1));
        }
    }
}
