//! Where a resting generator and those that it delegates to stand.
#![allow(unsafe_code)]

use crate::heap::Gc;
use crate::object::{CodeObject, GenState, Generator};
use crate::vm::Vm;

impl Vm {
    /// The codes of a resting chain of generators, outermost first, each with the instruction that it rests at. One that runs or has not
    /// begun stands alone; one that has finished stands nowhere.
    pub fn generator_stack(&self, generator: &Gc<Generator>) -> Vec<(Gc<CodeObject>, u32)> {
        let root: *const Generator = &raw const **generator;
        let resting = generator.state.get() == GenState::Suspended;
        let mut member = if resting { generator.innermost.get() } else { root };
        let mut places = Vec::new();
        // SAFETY: `innermost` and each `awaiter` up to the root are kept alive by the root's chain while it rests.
        while let Some(current) = unsafe { member.as_ref() } {
            if let Some(instr) = instruction(current) {
                places.push((current.code.clone(), instr));
            }
            if std::ptr::eq(current, root) {
                break;
            }
            member = current.awaiter.get();
        }
        places.reverse();
        places
    }

    /// The line that a generator stands at; that of its `def` before it has begun.
    pub fn generator_line(&self, generator: &Generator) -> u32 {
        match instruction(generator).filter(|_| generator.state.get() != GenState::Created) {
            Some(instr) => generator.code.line(instr),
            None => generator.code.code.first_line,
        }
    }
}

/// The instruction that a generator's frame stands at.
fn instruction(generator: &Generator) -> Option<u32> {
    // SAFETY: a generator that has not finished has an initialised frame, whose `pc` points into its code.
    let frame = unsafe { generator.frame.get().as_ref() }?;
    let offset = unsafe { frame.pc.offset_from(generator.code.start()) };
    let past = offset - isize::from(generator.state.get() == GenState::Running);
    u32::try_from(past.max(0)).ok()
}
