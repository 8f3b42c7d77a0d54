//! Where a resting generator and those that it delegates to stand.
#![allow(unsafe_code)]

use crate::heap::Gc;
use crate::object::{CodeObject, Dict, GenState, Generator, Str};
use crate::value::Value;
use crate::vm::Vm;

/// What can be seen of a generator's frame: instruction, namespace of the module, local variables.
pub type GeneratorFrame = (u32, Gc<Dict>, Vec<(Gc<Str>, Value)>);

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

    /// The instruction that a generator stands at, the namespace of its module and its local variables; none of one that has finished.
    pub fn generator_frame(&self, generator: &Generator) -> Option<GeneratorFrame> {
        let instr = instruction(generator)?;
        let frame = generator.frame.get();
        // SAFETY: as in `instruction`.
        let globals = unsafe { frame.as_ref() }?.function.globals.clone();
        Some((instr, globals, self.locals_of(frame)))
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
