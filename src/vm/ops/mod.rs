//! The instructions: one function each, in files by theme. What each means stands in `bytecode::ops`.
//!
//! An instruction gets the machine, the code position one past itself, its frame's registers and constants, and its own word. What happens
//! often it does itself, without calls, so that everything stays in the processor's registers; it ends by handing on to
//! the next instruction (`run::dispatch`). The rest it leaves to a step out of line (`step!`), which may raise, change the frame, or both.
//!
//! Invariants: `vm.frame` is the frame whose registers and constants are passed; its `pc` is written before anything that may look at
//! it (all that isn't done in line). An instruction that stores a value stores it before it drops the one that was there.
//!
//! The bodies stand in the unsafe blocks of the macros below. What makes them sound is the same for all:
//!
//! - *The place*: `regs`, `consts` and `pc` belong to `vm.frame`, which is in use. `run::dispatch` asks for it, those that push and leave frames
//!   see to it, and builds with debug assertions check it at each instruction.
//! - *Operands* (guarantee 1 of `bytecode::verify`): `regs.add` and `consts.add` of an operand, also of consecutive ones, stay within the
//!   frame and the code; `get_unchecked` of a site is in range.
//! - *Initialised*: all registers of a frame always hold a value, be it `Unset`: new frames are filled before they run, and what is moved out
//!   leaves `Unset` behind. So a read is never of uninitialised memory; guarantee 3 makes it one of a value.
//! - *Next* (guarantee 2): the word at `pc` is an instruction, after each step and each jump; looking at it ahead is sound, too.
//! - *Left* (guarantee 4): a return drops the registers that the instruction names, and none behind them holds a reference.
//! - *Alone*: references to registers, to constants and into objects end before anything runs that could change, move or free what they
//!   point at: a script, a drop of the last reference, a push to the same list. A step that calls the machine takes or clones what it needs
//!   afterwards, or reads it from the register again; registers themselves never move while their frame is in use.
//! - *Types* are not promised: `Value::get` and the like look.

/// An instruction done in line. The body gives what `run::dispatch` gives.
macro_rules! instruction {
    ($name:ident, |$vm:ident, $pc:ident, $regs:ident, $consts:ident, $i:ident| $body:block) => {
        #[inline(never)]
        pub(in crate::vm) unsafe fn $name(
            $vm: &mut $crate::vm::Vm,
            $pc: $crate::vm::run::Pc,
            $regs: *mut $crate::value::Value,
            $consts: *const $crate::value::Value,
            word: u64,
        ) -> bool {
            // SAFETY: "the place", "operands", "initialised", "next" and "alone" above hold for each body; those that leave a frame need
            // "left" besides.
            unsafe {
                let $i = $crate::bytecode::Instr::of_word(word);
                $body
            }
        }
    };
}

/// Goes on in a frame that was just entered.
macro_rules! go_into {
    ($vm:ident, $new:expr) => {{
        let new = $new;
        $crate::vm::run::dispatch($vm, (*new).pc, $crate::object::frame::registers(new), (*(*new).code).consts.as_ptr())
    }};
}

/// Enters a script's special method for two operands, the left one of which is an instance, unless that has to be done step by step.
macro_rules! enter_operator {
    ($vm:ident, $pc:ident, $regs:ident, $dst:expr, $resume:expr, $name:expr, $left:expr, $right:expr) => {{
        let (left, right): (*const Value, *const Value) = ($left, $right);
        if (*left).kind() == Some(Kind::Instance) {
            let method = $vm.find_special(&*left, $name);
            let new = $crate::vm::ops::completed::enter_operator($vm, $pc, $regs, $dst, $resume, method, left, right);
            if !new.is_null() {
                return go_into!($vm, new);
            }
        }
    }};
}

/// An instruction done out of line. The body may raise by `?` and may change the frame; it gives nothing.
macro_rules! step {
    ($name:ident, |$vm:ident, $frame:ident, $regs:ident, $i:ident| $body:block) => {
        found_step!($name, |$vm, $frame, $regs, $i, _found| $body);
    };
}

/// As `step!`, with a value that the instruction has found in place of the constants.
macro_rules! found_step {
    ($name:ident, |$vm:ident, $frame:ident, $regs:ident, $i:ident, $found:ident| $body:block) => {
        #[inline(never)]
        pub(in crate::vm) unsafe fn $name(
            vm: &mut $crate::vm::Vm,
            pc: $crate::vm::run::Pc,
            regs: *mut $crate::value::Value,
            found: *const $crate::value::Value,
            word: u64,
        ) -> bool {
            #[inline(never)]
            #[allow(unused_variables, unused_unsafe, unreachable_code)]
            unsafe fn step(
                $vm: &mut $crate::vm::Vm,
                $regs: *mut $crate::value::Value,
                $i: $crate::bytecode::Instr,
                $found: *const $crate::value::Value,
            ) -> $crate::vm::Result<()> {
                let $frame = $crate::object::frame::of_registers($regs);
                // SAFETY: as in `instruction!`; what was found in place of the constants was handed on by an instruction that says so.
                unsafe { $body }
                Ok(())
            }
            // SAFETY: "the place": the frame's `pc` is written, and going on is from the frame that is the current one then.
            unsafe {
                let frame = $crate::object::frame::of_registers(regs);
                (*frame).pc = pc;
                match step(vm, regs, $crate::bytecode::Instr::of_word(word), found) {
                    Ok(()) => {
                        // In a frame that was just entered, the first step sees to it.
                        if vm.frame == frame {
                            vm.settle();
                        }
                        $crate::vm::run::go_on(vm)
                    }
                    Err(raised) => $crate::vm::run::raise(vm, raised),
                }
            }
        }
    };
}

/// An instruction done out of line that may leave the loop. The body gives a `Next`.
macro_rules! turn {
    ($name:ident, |$vm:ident, $frame:ident, $regs:ident, $i:ident| $body:block) => {
        #[inline(never)]
        pub(in crate::vm) unsafe fn $name(
            vm: &mut $crate::vm::Vm,
            pc: $crate::vm::run::Pc,
            regs: *mut $crate::value::Value,
            _: *const $crate::value::Value,
            word: u64,
        ) -> bool {
            #[inline(never)]
            #[allow(unused_unsafe)]
            unsafe fn turn(
                $vm: &mut $crate::vm::Vm,
                $regs: *mut $crate::value::Value,
                $i: $crate::bytecode::Instr,
            ) -> $crate::vm::run::Flow {
                let $frame = $crate::object::frame::of_registers($regs);
                // SAFETY: as in `instruction!`.
                let next: $crate::vm::run::Next = unsafe { $body };
                $vm.follow(next)
            }
            // SAFETY: as in `found_step!`.
            unsafe {
                (*$crate::object::frame::of_registers(regs)).pc = pc;
                let flow = turn(vm, regs, $crate::bytecode::Instr::of_word(word));
                $crate::vm::run::flow_on(vm, flow)
            }
        }
    };
}

mod arith;
mod attribute;
mod build;
mod call;
mod callee;
mod compare;
mod completed;
mod direct;
mod except;
mod iterate;
mod jump;
mod load;
mod module;
mod native;
pub(super) mod next;
mod special;
mod suspend;

use super::run::Handler;
use crate::bytecode::{OPCODES, Op};

/// The function of each instruction, by opcode.
pub(super) static HANDLERS: [Handler; OPCODES.len()] = {
    let mut handlers = [load::nop as Handler; OPCODES.len()];
    let mut n = 0;
    while n < handlers.len() {
        handlers[n] = handler(OPCODES[n].op);
        n += 1;
    }
    handlers
};

const fn handler(op: Op) -> Handler {
    match op {
        Op::Nop => load::nop,
        Op::LoadConst => load::load_const,
        Op::Move => load::copy,
        Op::Take => load::take,
        Op::Clear => load::clear,
        Op::CheckBound => load::check_bound,
        Op::DeleteLocal => load::delete_local,
        Op::MakeCell => load::make_cell,
        Op::LoadCell => load::load_cell,
        Op::StoreCell => load::store_cell,
        Op::DeleteCell => load::delete_cell,
        Op::LoadFree => load::load_free,
        Op::StoreFree => load::store_free,
        Op::DeleteFree => load::delete_free,
        Op::LoadClosure => load::load_closure,
        Op::LoadGlobal => load::load_global,
        Op::StoreGlobal => load::store_global,
        Op::DeleteGlobal => load::delete_global,
        Op::LoadName => load::load_name,
        Op::StoreName => load::store_name,
        Op::DeleteName => load::delete_name,
        Op::LoadClassFree => load::load_class_free,

        Op::LoadAttr => attribute::load_attr,
        Op::StoreAttr => attribute::store_attr,
        Op::DeleteAttr => attribute::delete_attr,
        Op::LoadMethod => attribute::load_method,
        Op::LoadAppend => attribute::load_append,
        Op::LoadSuperAttr => attribute::load_super_attr,
        Op::LoadSpecial => attribute::load_special,
        Op::GetItem => attribute::get_item,
        Op::GetItemK => attribute::get_item_k,
        Op::SetItem => attribute::set_item,
        Op::DeleteItem => attribute::delete_item,

        Op::Add => arith::add,
        Op::Sub => arith::sub,
        Op::Mul => arith::mul,
        Op::TrueDiv => arith::true_div,
        Op::FloorDiv => arith::floor_div,
        Op::Mod => arith::modulo,
        Op::Pow => arith::power,
        Op::MatMul => arith::binary,
        Op::LShift => arith::shift_left,
        Op::RShift => arith::shift_right,
        Op::BitAnd => arith::bit_and,
        Op::BitOr => arith::bit_or,
        Op::BitXor => arith::bit_xor,
        Op::AddK => arith::add_k,
        Op::SubK => arith::sub_k,
        Op::MulK => arith::mul_k,
        Op::TrueDivK => arith::true_div_k,
        Op::FloorDivK => arith::floor_div_k,
        Op::ModK => arith::modulo_k,
        Op::BitAndK => arith::bit_and_k,
        Op::LShiftK => arith::shift_left_k,
        Op::RShiftK => arith::shift_right_k,
        Op::Negative => arith::negative,
        Op::Positive => arith::positive,
        Op::Invert => arith::invert,
        Op::Not => compare::not,

        Op::Lt => compare::lt,
        Op::Le => compare::le,
        Op::Gt => compare::gt,
        Op::Ge => compare::ge,
        Op::Eq => compare::eq,
        Op::Ne => compare::ne,
        Op::Is => compare::is,
        Op::In => compare::contains,

        Op::Jump => jump::forward,
        Op::JumpBack => jump::back,
        Op::JumpIf => jump::jump_if,
        Op::JumpIfNone => jump::if_none,
        Op::JumpIs => jump::is,
        Op::JumpIn => jump::contains,
        Op::JumpLt => jump::lt,
        Op::JumpLe => jump::le,
        Op::JumpGt => jump::gt,
        Op::JumpGe => jump::ge,
        Op::JumpEq => jump::eq,
        Op::JumpNe => jump::ne,
        Op::JumpLtK => jump::lt_k,
        Op::JumpLeK => jump::le_k,
        Op::JumpGtK => jump::gt_k,
        Op::JumpGeK => jump::ge_k,
        Op::JumpEqK => jump::eq_k,
        Op::JumpNeK => jump::ne_k,

        Op::Call => call::call,
        Op::CallKw => call::call_kw,
        Op::CallMethod => call::call_method,
        Op::CallMethodKw => call::call_method_kw,
        Op::Invoke => call::invoke,
        Op::Append => native::append,
        Op::CallEx => call::call_ex,
        Op::Return => call::give_back,
        Op::ReturnNone => call::give_back_none,
        Op::MakeFunction => call::make_function,
        Op::LoadBuildClass => call::load_build_class,

        Op::GetIter => iterate::get_iter,
        Op::ForIter => iterate::for_iter,
        Op::Unpack => iterate::unpack,
        Op::UnpackMany => build::unpack_many,
        Op::UnpackEx => iterate::unpack_ex,

        Op::BuildTuple => build::tuple,
        Op::BuildList => build::list,
        Op::BuildSet => build::set,
        Op::BuildDict => build::dict,
        Op::BuildString => build::string,
        Op::BuildSlice => build::slice,
        Op::ListAppend => build::list_append,
        Op::ListExtend => build::list_extend,
        Op::ListToTuple => build::list_to_tuple,
        Op::SetAdd => build::set_add,
        Op::SetUpdate => build::set_update,
        Op::DictSet => build::dict_set,
        Op::DictUpdate => build::dict_update,
        Op::DictMerge => build::dict_merge,
        Op::Format => build::format,

        Op::Yield => suspend::give,
        Op::GetYieldFromIter => suspend::get_yield_from_iter,
        Op::GetAwaitable => suspend::get_awaitable,
        Op::YieldFrom => suspend::give_from,
        Op::GetAIter => suspend::get_aiter,
        Op::GetANext => suspend::get_anext,
        Op::EndAsyncFor => suspend::end_async_for,

        Op::PushExc => except::push,
        Op::PopExc => except::pop,
        Op::JumpIfNotExcMatch => except::jump_if_not_match,
        Op::MatchExcStar => except::match_star,
        Op::PrepReraiseStar => except::prepare_reraise_star,
        Op::Raise => except::raise,
        Op::Reraise => except::reraise,
        Op::ExcTriple => except::triple,
        Op::LoadAssertionError => except::load_assertion_error,

        Op::ImportName => module::import_name,
        Op::ImportFrom => module::import_from,
        Op::ImportStar => module::import_star,
        Op::MatchSequence => module::match_sequence,
        Op::MatchMapping => module::match_mapping,
        Op::MatchKeys => module::match_keys,
        Op::MatchRest => module::match_rest,
        Op::MatchClass => module::match_class,
        Op::GetLen => module::get_len,
        Op::Intrinsic => module::intrinsic,
    }
}
