//! Bytecode: the opcode table, the code object, its disassembly and its verifier.
//!
//! A register machine. A frame's registers hold its parameters, then its other locals, then temporaries. Instructions are 8
//! bytes: an opcode, a small number and three operands of 16 bits. Operands are borrowed in place unless the table says that
//! they are taken.

mod code;
mod disasm;
mod flow;
mod ops;
mod verify;

pub use code::{Code, CodeKind, Const, DEFERRED, Handler, Instr, NONE, YIELD_ASYNC, YIELD_UNUSED};
pub use disasm::disassemble;
pub use ops::{Intrinsic, OPCODES, Op, OpInfo};
pub use verify::{Fault, verify};
