//! The dispatch loop.
//!
//! One loop runs all frames: an instruction that calls, resumes or returns changes which frame is current and goes on. What each
//! instruction means stands in `bytecode::ops`; here are its fast paths, the rest is in `step` and the files by theme.
//!
//! Invariants: `frame` is the machine's current frame, `registers` and `consts` belong to it, `pc` points into its code one past the
//! instruction under way. The frame's own `pc` is written before anything that may look at it (all but the plainest instructions).
#![allow(unsafe_code)]
// Frames are addressed by raw pointers on purpose: references made on the way end at once.
#![allow(dangerous_implicit_autorefs)]

use std::cmp::Ordering;
use std::sync::atomic::Ordering::Relaxed;

use super::call::Called;
use super::enter::taken;
use super::generator::Resumed;
use super::unwind::Landing;
use super::{arith::BinaryOp, arith::UnaryOp, attr, compare::CompareOp, fast};
use crate::bytecode::{Instr, Op};
use crate::object::frame::{self, Frame, Resume};
use crate::object::{Generator, Iter, Iterator, List, Tuple};
use crate::value::{Value, Words};
use crate::vm::{Raised, Vm};

/// Where the loop goes after something that may have changed the frame.
pub(super) enum Next {
    /// On with this frame, at its own `pc`.
    Frame(*mut Frame),
    /// An exception is raised in this frame, which rests.
    Throw(*mut Frame, Raised),
    /// Out of the loop.
    Leave(Resumed),
}

/// Which register a jump's constant or register operand is in.
macro_rules! compare_jump {
    ($vm:ident, $frame:ident, $pc:ident, $i:ident, $a:expr, $b:expr, $op:ident, $test:expr) => {{
        let (a, b) = ($a, $b);
        let holds = match fast::order(a, b) {
            Some(order) => $test(order),
            None => {
                (*$frame).pc = $pc;
                match $vm.compare_bool(CompareOp::$op, a, b) {
                    Ok(holds) => holds,
                    Err(raised) => break raised,
                }
            }
        };
        $vm.release_operands($frame, $i);
        if holds as u8 == $i.n & 1 {
            $pc = $pc.offset($i.jump16() as isize);
        }
    }};
}

macro_rules! compare_value {
    ($vm:ident, $frame:ident, $pc:ident, $regs:ident, $i:ident, $op:ident, $test:expr) => {{
        let (a, b) = (&*$regs.add($i.b as usize), &*$regs.add($i.c as usize));
        let value = match fast::order(a, b) {
            Some(order) => Value::Bool($test(order)),
            None => {
                (*$frame).pc = $pc;
                match $vm.compare(CompareOp::$op, a, b) {
                    Ok(value) => value,
                    Err(raised) => break raised,
                }
            }
        };
        *$regs.add($i.a as usize) = value;
    }};
}

fn lt(order: Option<Ordering>) -> bool {
    order == Some(Ordering::Less)
}
fn le(order: Option<Ordering>) -> bool {
    matches!(order, Some(Ordering::Less | Ordering::Equal))
}
fn gt(order: Option<Ordering>) -> bool {
    order == Some(Ordering::Greater)
}
fn ge(order: Option<Ordering>) -> bool {
    matches!(order, Some(Ordering::Greater | Ordering::Equal))
}
fn eq(order: Option<Ordering>) -> bool {
    order == Some(Ordering::Equal)
}
fn ne(order: Option<Ordering>) -> bool {
    order != Some(Ordering::Equal)
}

impl Vm {
    /// Runs a frame, and all that it calls, until it returns, rests or raises. `throw` is raised in it first.
    pub(super) fn run(&mut self, start: *mut Frame, throw: Option<Raised>) -> Resumed {
        // SAFETY (whole function): the invariants in this file's head; registers are addressed by operands that the verifier has checked.
        unsafe {
            let mut frame = start;
            if (*frame).resume == Resume::Entry && (*frame).back.is_null() {
                (*frame).back = self.frame;
            }
            self.frame = frame;
            let mut regs = frame::registers(frame);
            let mut pc = (*frame).pc;
            let mut consts = (*(*frame).code).consts.as_ptr();

            macro_rules! reg {
                ($n:expr) => {
                    *regs.add($n as usize)
                };
            }
            macro_rules! constant {
                ($n:expr) => {
                    &*consts.add($n as usize)
                };
            }
            // Makes the machine's current frame this function's.
            macro_rules! enter {
                ($frame:expr) => {{
                    frame = $frame;
                    self.frame = frame;
                    regs = frame::registers(frame);
                    pc = (*frame).pc;
                    consts = (*(*frame).code).consts.as_ptr();
                }};
            }
            macro_rules! next {
                ($next:expr) => {
                    match $next {
                        Next::Frame(other) => enter!(other),
                        Next::Throw(other, raised) => {
                            frame = other;
                            self.frame = frame;
                            pc = (*frame).pc.add(1);
                            break raised;
                        }
                        Next::Leave(resumed) => return resumed,
                    }
                };
            }
            // The result of something fallible goes to register a.
            macro_rules! store {
                ($i:ident, $result:expr) => {{
                    (*frame).pc = pc;
                    match $result {
                        Ok(value) => reg!($i.a) = value,
                        Err(raised) => break raised,
                    }
                }};
            }
            macro_rules! check {
                ($result:expr) => {{
                    (*frame).pc = pc;
                    match $result {
                        Ok(value) => value,
                        Err(raised) => break raised,
                    }
                }};
            }
            macro_rules! binary {
                ($i:ident, $fast:path, $op:ident, $right:expr) => {{
                    let (left, right) = (&reg!($i.b), $right);
                    match $fast(left, right) {
                        Some(number) => number.put(&mut reg!($i.a)),
                        None => {
                            (*frame).pc = pc;
                            match self.binary_step(frame, $i, BinaryOp::$op, left, right) {
                                Ok(Some(value)) => reg!($i.a) = value,
                                Ok(None) => enter!(self.frame),
                                Err(raised) => break raised,
                            }
                        }
                    }
                }};
            }
            macro_rules! called {
                ($i:ident, $called:expr) => {
                    match check!($called) {
                        Called::Value(value) => reg!($i.a) = value,
                        Called::Frame(new) => {
                            (*new).back = frame;
                            (*new).dst = $i.a;
                            enter!(new);
                        }
                        Called::Init(new, instance) => {
                            reg!($i.a) = instance;
                            (*new).back = frame;
                            (*new).dst = $i.a;
                            (*new).resume = Resume::Init;
                            enter!(new);
                        }
                    }
                };
            }

            let mut pending: Option<Raised> = match throw {
                Some(raised) if (*pc).op == Op::YieldFrom && !self.delegates_to_generator(frame) => {
                    match self.throw_into_delegate(frame, raised) {
                        Ok(Next::Frame(other)) => {
                            enter!(other);
                            None
                        }
                        Ok(Next::Leave(resumed)) => return resumed,
                        Ok(Next::Throw(_, raised)) | Err(raised) => {
                            pc = pc.add(1);
                            Some(raised)
                        }
                    }
                }
                Some(raised) => {
                    pc = pc.add(1);
                    Some(raised)
                }
                None => None,
            };

            loop {
                let raised: Raised = if let Some(raised) = pending.take() {
                    raised
                } else {
                    loop {
                        let i: Instr = *pc;
                        pc = pc.add(1);
                        match i.op {
                            Op::Nop => {}
                            Op::LoadConst => reg!(i.a).clone_from(constant!(i.bc())),
                            Op::Move => {
                                let source = &raw const reg!(i.b);
                                reg!(i.a).clone_from(&*source);
                            }
                            Op::Take => {
                                let words = Words::take(&mut reg!(i.b));
                                words.put(&mut reg!(i.a));
                            }
                            Op::Clear => {
                                for n in i.a..i.a + i.c {
                                    reg!(n) = Value::Unset;
                                }
                            }
                            Op::CheckBound => {
                                if !reg!(i.a).is_set() {
                                    (*frame).pc = pc;
                                    break self.unbound(frame, i.a);
                                }
                            }
                            Op::DeleteLocal => {
                                if !reg!(i.a).is_set() {
                                    (*frame).pc = pc;
                                    break self.unbound(frame, i.a);
                                }
                                reg!(i.a) = Value::Unset;
                            }
                            Op::MakeCell => {
                                let value = std::mem::take(&mut reg!(i.a));
                                reg!(i.a) = crate::object::Cell::new(value).into();
                            }
                            Op::LoadCell => store!(i, self.load_cell(frame, i.b)),
                            Op::StoreCell => self.store_cell(&reg!(i.a), reg!(i.b).clone()),
                            Op::DeleteCell => check!(self.delete_cell(frame, i.a)),
                            Op::LoadFree => {
                                let value = (&(*frame).function.closure)[i.b as usize].get();
                                if !value.is_set() {
                                    (*frame).pc = pc;
                                    break self.unbound_free(frame, i.b);
                                }
                                reg!(i.a) = value;
                            }
                            Op::StoreFree => (&(*frame).function.closure)[i.a as usize].set(reg!(i.b).clone()),
                            Op::DeleteFree => check!(self.delete_free(frame, i.a)),
                            Op::LoadClosure => reg!(i.a) = (&(*frame).function.closure)[i.b as usize].clone().into(),
                            Op::LoadGlobal => match attr::cached_global(
                                &(*frame).function.globals,
                                &self.builtins,
                                &(&(*(*frame).code).sites)[i.c as usize],
                            ) {
                                Some(found) => reg!(i.a).clone_from(&*found),
                                None => store!(i, self.load_global(frame, i.c)),
                            },
                            Op::StoreGlobal => self.store_global(frame, i.c, reg!(i.b).clone()),
                            Op::DeleteGlobal => check!(self.delete_global(frame, i.c)),
                            Op::LoadName => store!(i, self.load_name(frame, i.c)),
                            Op::StoreName => check!(self.store_name(frame, i.c, reg!(i.b).clone())),
                            Op::DeleteName => check!(self.delete_name(frame, i.c)),
                            Op::LoadClassFree => store!(i, self.load_class_free(frame, i.b, i.c)),

                            Op::LoadAttr => {
                                let site = &(&(*(*frame).code).sites)[i.c as usize];
                                match attr::cached_attr(&reg!(i.b), site) {
                                    Some(found) => reg!(i.a).clone_from(&*found),
                                    None => store!(i, self.load_attr(&reg!(i.b), site)),
                                }
                            }
                            Op::StoreAttr => {
                                let site = &(&(*(*frame).code).sites)[i.c as usize];
                                if !attr::cached_store(&reg!(i.a), site, &reg!(i.b)) {
                                    check!(self.store_attr(&reg!(i.a), site, reg!(i.b).clone()));
                                }
                            }
                            Op::DeleteAttr => {
                                let site = &(&(*(*frame).code).sites)[i.c as usize];
                                check!(self.del_attr(&reg!(i.a), &site.name));
                            }
                            Op::LoadMethod => {
                                let site = &(&(*(*frame).code).sites)[i.c as usize];
                                match self.cached_method(&reg!(i.b), site) {
                                    Some(function) => {
                                        let (function, receiver) = ((*function).clone(), reg!(i.b).clone());
                                        reg!(i.a) = function;
                                        reg!(i.a + 1) = receiver;
                                    }
                                    None => {
                                        let (function, receiver) = check!(self.load_method_site(&reg!(i.b), site));
                                        reg!(i.a) = function;
                                        reg!(i.a + 1) = receiver.unwrap_or_default();
                                    }
                                }
                            }
                            Op::LoadSuperAttr => {
                                let site = &(&(*(*frame).code).sites)[i.c as usize];
                                let first = [
                                    std::mem::take(&mut reg!(i.b)),
                                    std::mem::take(&mut reg!(i.b + 1)),
                                    std::mem::take(&mut reg!(i.b + 2)),
                                ];
                                let (value, receiver) = check!(self.load_super_attr(first, &site.name, i.n == 1));
                                reg!(i.a) = value;
                                if i.n == 1 {
                                    reg!(i.a + 1) = receiver.unwrap_or_default();
                                }
                            }
                            Op::LoadSpecial => {
                                let (function, receiver) = check!(self.load_special(&reg!(i.b), i.n));
                                reg!(i.a) = function;
                                reg!(i.a + 1) = receiver.unwrap_or_default();
                            }
                            Op::GetItem => {
                                let (object, key) = (&reg!(i.b), &reg!(i.c));
                                if let (Some(list), Value::Int(index)) = (object.get::<List>(), key) {
                                    // SAFETY: the borrow ends before anything else runs.
                                    if let Ok(items) = list.0.try_borrow_unguarded()
                                        && let Some(item) = items.get(*index as usize)
                                    {
                                        let item = item.clone();
                                        reg!(i.a) = item;
                                        continue;
                                    }
                                }
                                store!(i, self.get_item(object, key));
                            }
                            Op::GetItemK => {
                                let (object, key) = (&reg!(i.b), constant!(i.c));
                                if let (Some(tuple), Value::Int(index)) = (object.get::<Tuple>(), key)
                                    && let Some(item) = tuple.items().get(*index as usize)
                                {
                                    let item = item.clone();
                                    reg!(i.a) = item;
                                    continue;
                                }
                                store!(i, self.get_item(object, key));
                            }
                            Op::SetItem => {
                                let (object, key) = (&reg!(i.a), &reg!(i.b));
                                if let (Some(list), Value::Int(index)) = (object.get::<List>(), key)
                                    && let Ok(mut items) = list.0.try_borrow_mut()
                                    && let Some(item) = items.get_mut(*index as usize)
                                {
                                    let old = std::mem::replace(item, reg!(i.c).clone());
                                    drop(items);
                                    drop(old);
                                    continue;
                                }
                                check!(self.set_item(object, key, reg!(i.c).clone()));
                            }
                            Op::DeleteItem => check!(self.del_item(&reg!(i.a), &reg!(i.b))),

                            Op::Add => {
                                if i.n == 1 && self.append_in_place(regs, i) {
                                    continue;
                                }
                                binary!(i, fast::add, Add, &reg!(i.c))
                            }
                            Op::Sub => binary!(i, fast::sub, Sub, &reg!(i.c)),
                            Op::Mul => binary!(i, fast::mul, Mul, &reg!(i.c)),
                            Op::TrueDiv => binary!(i, fast::true_div, TrueDiv, &reg!(i.c)),
                            Op::FloorDiv => binary!(i, fast::floor_div, FloorDiv, &reg!(i.c)),
                            Op::Mod => binary!(i, fast::modulo, Mod, &reg!(i.c)),
                            Op::Pow => binary!(i, nothing, Pow, &reg!(i.c)),
                            Op::MatMul => binary!(i, nothing, MatMul, &reg!(i.c)),
                            Op::LShift => binary!(i, fast::shift_left, LShift, &reg!(i.c)),
                            Op::RShift => binary!(i, fast::shift_right, RShift, &reg!(i.c)),
                            Op::BitAnd => binary!(i, fast::bit_and, BitAnd, &reg!(i.c)),
                            Op::BitOr => binary!(i, fast::bit_or, BitOr, &reg!(i.c)),
                            Op::BitXor => binary!(i, fast::bit_xor, BitXor, &reg!(i.c)),
                            Op::AddK => binary!(i, fast::add, Add, constant!(i.c)),
                            Op::SubK => binary!(i, fast::sub, Sub, constant!(i.c)),
                            Op::MulK => binary!(i, fast::mul, Mul, constant!(i.c)),
                            Op::TrueDivK => binary!(i, fast::true_div, TrueDiv, constant!(i.c)),
                            Op::FloorDivK => binary!(i, fast::floor_div, FloorDiv, constant!(i.c)),
                            Op::ModK => binary!(i, fast::modulo, Mod, constant!(i.c)),
                            Op::BitAndK => binary!(i, fast::bit_and, BitAnd, constant!(i.c)),
                            Op::LShiftK => binary!(i, fast::shift_left, LShift, constant!(i.c)),
                            Op::RShiftK => binary!(i, fast::shift_right, RShift, constant!(i.c)),
                            Op::Negative => store!(i, self.unary(UnaryOp::Neg, &reg!(i.b))),
                            Op::Positive => store!(i, self.unary(UnaryOp::Pos, &reg!(i.b))),
                            Op::Invert => store!(i, self.unary(UnaryOp::Invert, &reg!(i.b))),
                            Op::Not => {
                                let truth = check!(self.truth(&reg!(i.b)));
                                reg!(i.a) = Value::Bool(!truth);
                            }

                            Op::Lt => compare_value!(self, frame, pc, regs, i, Lt, lt),
                            Op::Le => compare_value!(self, frame, pc, regs, i, Le, le),
                            Op::Gt => compare_value!(self, frame, pc, regs, i, Gt, gt),
                            Op::Ge => compare_value!(self, frame, pc, regs, i, Ge, ge),
                            Op::Eq => compare_value!(self, frame, pc, regs, i, Eq, eq),
                            Op::Ne => compare_value!(self, frame, pc, regs, i, Ne, ne),
                            Op::Is => reg!(i.a) = Value::Bool(reg!(i.b).same(&reg!(i.c)) != (i.n == 1)),
                            Op::In => {
                                let found = check!(self.contains(&reg!(i.c), &reg!(i.b)));
                                reg!(i.a) = Value::Bool(found != (i.n == 1));
                            }

                            Op::Jump => pc = pc.offset(i.jump32() as isize),
                            Op::JumpBack => {
                                pc = pc.offset(i.jump32() as isize);
                                if self.breaker.load(Relaxed) != 0 {
                                    // The place is the loop's end, where the jump is.
                                    (*frame).pc = pc;
                                    if let Err(raised) = self.attend() {
                                        pc = pc.add(1);
                                        break raised;
                                    }
                                }
                            }
                            Op::JumpIf => {
                                let truth = match &reg!(i.a) {
                                    Value::Bool(truth) => *truth,
                                    other => check!(self.truth(other)),
                                };
                                if i.n & 2 != 0 {
                                    reg!(i.a) = Value::Unset;
                                }
                                if truth as u8 == i.n & 1 {
                                    pc = pc.offset(i.jump32() as isize);
                                }
                            }
                            Op::JumpIfNone => {
                                let none = reg!(i.a).is_none();
                                if i.n & 2 != 0 {
                                    reg!(i.a).unset();
                                }
                                if none as u8 == i.n & 1 {
                                    pc = pc.offset(i.jump32() as isize);
                                }
                            }
                            Op::JumpIs => {
                                let same = reg!(i.a).same(&reg!(i.b));
                                self.release_operands(frame, i);
                                if same as u8 == i.n & 1 {
                                    pc = pc.offset(i.jump16() as isize);
                                }
                            }
                            Op::JumpIn => {
                                let found = check!(self.contains(&reg!(i.b), &reg!(i.a)));
                                self.release_operands(frame, i);
                                if found as u8 == i.n & 1 {
                                    pc = pc.offset(i.jump16() as isize);
                                }
                            }
                            Op::JumpLt => compare_jump!(self, frame, pc, i, &reg!(i.a), &reg!(i.b), Lt, lt),
                            Op::JumpLe => compare_jump!(self, frame, pc, i, &reg!(i.a), &reg!(i.b), Le, le),
                            Op::JumpGt => compare_jump!(self, frame, pc, i, &reg!(i.a), &reg!(i.b), Gt, gt),
                            Op::JumpGe => compare_jump!(self, frame, pc, i, &reg!(i.a), &reg!(i.b), Ge, ge),
                            Op::JumpEq => compare_jump!(self, frame, pc, i, &reg!(i.a), &reg!(i.b), Eq, eq),
                            Op::JumpNe => compare_jump!(self, frame, pc, i, &reg!(i.a), &reg!(i.b), Ne, ne),
                            Op::JumpLtK => compare_jump!(self, frame, pc, i, &reg!(i.a), constant!(i.b), Lt, lt),
                            Op::JumpLeK => compare_jump!(self, frame, pc, i, &reg!(i.a), constant!(i.b), Le, le),
                            Op::JumpGtK => compare_jump!(self, frame, pc, i, &reg!(i.a), constant!(i.b), Gt, gt),
                            Op::JumpGeK => compare_jump!(self, frame, pc, i, &reg!(i.a), constant!(i.b), Ge, ge),
                            Op::JumpEqK => compare_jump!(self, frame, pc, i, &reg!(i.a), constant!(i.b), Eq, eq),
                            Op::JumpNeK => compare_jump!(self, frame, pc, i, &reg!(i.a), constant!(i.b), Ne, ne),

                            Op::Call => {
                                let base = regs.add(i.b as usize);
                                (*frame).pc = pc;
                                if self.breaker.load(Relaxed) != 0
                                    && let Err(raised) = self.attend()
                                {
                                    break raised;
                                }
                                match self.enter_simple(base, base.add(1), u32::from(i.n), i.a) {
                                    Ok(true) => enter!(self.frame),
                                    Ok(false) => called!(i, self.call_registers(base, base.add(1), usize::from(i.n), None)),
                                    Err(raised) => break raised,
                                }
                            }
                            Op::CallMethod => {
                                let base = regs.add(i.b as usize);
                                (*frame).pc = pc;
                                if self.breaker.load(Relaxed) != 0
                                    && let Err(raised) = self.attend()
                                {
                                    break raised;
                                }
                                let bound = usize::from((*base.add(1)).is_set());
                                let (first, count) = (base.add(2 - bound), usize::from(i.n) + bound);
                                match self.enter_simple(base, first, count as u32, i.a) {
                                    Ok(true) => enter!(self.frame),
                                    Ok(false) => called!(i, self.call_registers(base, first, count, None)),
                                    Err(raised) => break raised,
                                }
                            }
                            Op::Invoke => {
                                let base = regs.add(i.b as usize);
                                (*frame).pc = pc;
                                if self.breaker.load(Relaxed) != 0
                                    && let Err(raised) = self.attend()
                                {
                                    break raised;
                                }
                                let site = &(&(*(*frame).code).sites)[i.c as usize];
                                match self.cached_method(&*base.add(1), site) {
                                    Some(function) => (*base).clone_from(&*function),
                                    None => {
                                        let (function, receiver) = check!(self.load_method_site(&*base.add(1), site));
                                        *base = function;
                                        *base.add(1) = receiver.unwrap_or_default();
                                    }
                                }
                                let bound = usize::from((*base.add(1)).is_set());
                                let (first, count) = (base.add(2 - bound), usize::from(i.n) + bound);
                                match self.enter_simple(base, first, count as u32, i.a) {
                                    Ok(true) => enter!(self.frame),
                                    Ok(false) => called!(i, self.call_registers(base, first, count, None)),
                                    Err(raised) => break raised,
                                }
                            }
                            Op::CallKw => {
                                let base = regs.add(i.b as usize);
                                called!(i, self.call_registers(base, base.add(1), usize::from(i.n), Some(constant!(i.c))))
                            }
                            Op::CallMethodKw => {
                                let base = regs.add(i.b as usize);
                                let bound = usize::from((*base.add(1)).is_set());
                                called!(
                                    i,
                                    self.call_registers(
                                        base,
                                        base.add(2 - bound),
                                        usize::from(i.n) + bound,
                                        Some(constant!(i.c))
                                    )
                                )
                            }
                            Op::CallEx => {
                                let base = regs.add(i.b as usize);
                                let parts = [
                                    std::mem::take(&mut *base),
                                    std::mem::take(&mut *base.add(1)),
                                    std::mem::take(&mut *base.add(2)),
                                ];
                                called!(i, self.call_spread(parts))
                            }
                            Op::Return | Op::ReturnNone => {
                                if (*frame).resume == Resume::Call && (*frame).generator.is_null() {
                                    let words = if i.op == Op::Return {
                                        Words::take(&mut reg!(i.a))
                                    } else {
                                        Words::take(&mut Value::None)
                                    };
                                    let (back, dst) = ((*frame).back, (*frame).dst);
                                    self.drop_frame(frame);
                                    enter!(back);
                                    words.put(&mut reg!(dst));
                                } else {
                                    let value = if i.op == Op::Return { std::mem::take(&mut reg!(i.a)) } else { Value::None };
                                    (*frame).pc = pc;
                                    next!(self.return_special(frame, value));
                                }
                            }
                            Op::MakeFunction => self.make_function_step(frame, i),
                            Op::LoadBuildClass => store!(i, self.load_build_class()),

                            Op::GetIter => store!(i, self.get_iter(&reg!(i.b))),
                            Op::ForIter => {
                                if let Some(iterator) = reg!(i.b).get::<Iterator>() {
                                    // SAFETY: the borrow ends before anything else runs.
                                    let state = &mut *iterator.0.as_ptr();
                                    match state {
                                        Iter::Range { next, step, left } => {
                                            if *left > 0 {
                                                *left -= 1;
                                                let item = *next;
                                                *next = item.wrapping_add(*step);
                                                reg!(i.a).set_int(item);
                                            } else {
                                                reg!(i.b) = Value::Unset;
                                                pc = pc.add(i.c as usize);
                                            }
                                            continue;
                                        }
                                        Iter::List(list, index) => {
                                            if let Ok(items) = list.0.try_borrow_unguarded()
                                                && let Some(item) = items.get(*index)
                                            {
                                                *index += 1;
                                                let item = item.clone();
                                                reg!(i.a) = item;
                                                continue;
                                            }
                                        }
                                        _ => {}
                                    }
                                } else if let Some(generator) = reg!(i.b).gc::<Generator>() {
                                    (*frame).pc = pc;
                                    if let Some(inner) = check!(self.step_generator(generator)) {
                                        enter!(inner);
                                        continue;
                                    }
                                }
                                (*frame).pc = pc;
                                match self.iter_next(&reg!(i.b)) {
                                    Ok(Some(item)) => reg!(i.a) = item,
                                    Ok(None) => {
                                        reg!(i.b) = Value::Unset;
                                        pc = pc.add(i.c as usize);
                                    }
                                    Err(raised) => break raised,
                                }
                            }
                            Op::Unpack => {
                                if let Some(tuple) = reg!(i.b).get::<Tuple>()
                                    && tuple.items().len() == usize::from(i.n)
                                    && !(i.a..i.a + u16::from(i.n)).contains(&i.b)
                                {
                                    for (n, item) in tuple.items().iter().enumerate() {
                                        *regs.add(i.a as usize + n) = item.clone();
                                    }
                                    continue;
                                }
                                let source = reg!(i.b).clone();
                                let items = check!(self.unpack(&source, usize::from(i.n)));
                                for (n, item) in items.into_iter().enumerate() {
                                    *regs.add(i.a as usize + n) = item;
                                }
                            }
                            Op::UnpackEx => {
                                let source = reg!(i.b).clone();
                                let items = check!(self.unpack_ex(&source, usize::from(i.n), usize::from(i.c)));
                                for (n, item) in items.into_iter().enumerate() {
                                    *regs.add(i.a as usize + n) = item;
                                }
                            }

                            Op::BuildTuple => {
                                let value = if i.c == 0 { self.empty_tuple().into() } else { Tuple::value(taken(regs, i)) };
                                reg!(i.a) = value;
                            }
                            Op::BuildList => reg!(i.a) = List::value(taken(regs, i)),
                            Op::BuildSet => store!(i, self.build_set(taken(regs, i))),
                            Op::BuildDict => {
                                let flat = taken(regs, Instr { c: i.c * 2, ..i });
                                store!(i, self.build_dict(flat))
                            }
                            Op::BuildString => reg!(i.a) = super::enter::joined(regs, i),
                            Op::BuildSlice => {
                                let parts = taken(regs, Instr { c: u16::from(i.n), ..i });
                                reg!(i.a) = super::build::build_slice(parts);
                            }
                            Op::ListAppend => {
                                if let Some(list) = reg!(i.a).get::<List>() {
                                    list.0.borrow_mut().push(reg!(i.b).clone());
                                }
                            }
                            Op::ListExtend => check!(self.extend_star(&reg!(i.a), &reg!(i.b))),
                            Op::ListToTuple => {
                                let list = std::mem::take(&mut reg!(i.b));
                                reg!(i.a) = super::build::list_to_tuple(list);
                            }
                            Op::SetAdd => check!(self.set_add_value(&reg!(i.a), reg!(i.b).clone())),
                            Op::SetUpdate => check!(self.set_update_value(&reg!(i.a), &reg!(i.b))),
                            Op::DictSet => check!(self.dict_set_value(&reg!(i.a), reg!(i.b).clone(), reg!(i.c).clone())),
                            Op::DictUpdate => check!(self.dict_update_display(&reg!(i.a), &reg!(i.b))),
                            Op::DictMerge => check!(self.dict_merge(&reg!(i.a), &reg!(i.b), &reg!(i.c))),
                            Op::Format => {
                                let spec = if i.c == crate::bytecode::NONE { &Value::Unset } else { &reg!(i.c) };
                                store!(i, self.format_step(&reg!(i.b), spec, i.n))
                            }

                            Op::Yield => {
                                let value = std::mem::take(&mut reg!(i.b));
                                (*frame).pc = pc.sub(1);
                                if i.n == 1 {
                                    next!(self.end_async_step(frame, value));
                                } else {
                                    next!(self.rest(frame, value));
                                }
                            }
                            Op::GetYieldFromIter => store!(i, self.get_yield_from_iter(frame, &reg!(i.b))),
                            Op::GetAwaitable => store!(i, self.get_awaitable(&reg!(i.b), i.n)),
                            Op::YieldFrom => {
                                (*frame).pc = pc.sub(1);
                                let sent = std::mem::replace(&mut self.sent, Value::None);
                                match self.delegate(frame, regs.add(i.b as usize), sent) {
                                    Ok(next) => next!(next),
                                    Err(raised) => break raised,
                                }
                            }
                            Op::GetAIter => store!(i, self.get_aiter(&reg!(i.b))),
                            Op::GetANext => store!(i, self.get_anext(&reg!(i.b))),
                            Op::EndAsyncFor => {
                                if let Ok(exception) = std::mem::take(&mut reg!(i.a)).into_gc() {
                                    let raised = Raised(exception);
                                    if !self.is_exception(&raised, &self.exc.stop_async_iteration) {
                                        (*frame).pc = pc;
                                        self.reraising = true;
                                        break raised;
                                    }
                                }
                            }

                            Op::PushExc => {
                                let handled = reg!(i.b).clone();
                                reg!(i.a) = std::mem::replace(&mut self.handled, handled);
                            }
                            Op::PopExc => self.handled = std::mem::take(&mut reg!(i.a)),
                            Op::JumpIfNotExcMatch => {
                                if !check!(self.exception_matches(&reg!(i.a), &reg!(i.b))) {
                                    pc = pc.offset(i.jump16() as isize);
                                }
                            }
                            Op::MatchExcStar => {
                                let (matched, rest) = check!(self.match_exc_star(&reg!(i.b), &reg!(i.c)));
                                reg!(i.b) = rest;
                                reg!(i.a) = matched;
                            }
                            Op::PrepReraiseStar => store!(i, self.prep_reraise_star(&reg!(i.b), &reg!(i.c))),
                            Op::Raise => {
                                (*frame).pc = pc;
                                let operand = |n: u16| if n == crate::bytecode::NONE { Value::Unset } else { reg!(n).clone() };
                                break self.raise_step(operand(i.a), operand(i.b));
                            }
                            Op::Reraise => {
                                (*frame).pc = pc;
                                if let Ok(exception) = std::mem::take(&mut reg!(i.a)).into_gc() {
                                    self.reraising = true;
                                    break Raised(exception);
                                }
                            }
                            Op::ExcTriple => {
                                let [class, value, traceback] = self.exc_triple(&reg!(i.b));
                                reg!(i.a) = class;
                                reg!(i.a + 1) = value;
                                reg!(i.a + 2) = traceback;
                            }
                            Op::LoadAssertionError => reg!(i.a) = self.exc.assertion_error.clone().into(),

                            Op::ImportName => store!(i, self.import_step(frame, i)),
                            Op::ImportFrom => {
                                let name = (&(*(*frame).code).names)[i.c as usize].clone();
                                store!(i, self.import_from(&reg!(i.b), &name))
                            }
                            Op::ImportStar => check!(self.import_star(frame, &reg!(i.a))),

                            Op::MatchSequence => reg!(i.a) = Value::Bool(self.match_sequence(&reg!(i.b))),
                            Op::MatchMapping => reg!(i.a) = Value::Bool(self.match_mapping(&reg!(i.b))),
                            Op::MatchKeys => store!(i, self.match_keys(&reg!(i.b), &reg!(i.c))),
                            Op::MatchRest => store!(i, self.match_rest(&reg!(i.b), &reg!(i.c))),
                            Op::MatchClass => {
                                store!(i, self.match_class(&reg!(i.b), &reg!(i.c), usize::from(i.n), &reg!(i.c + 1)))
                            }
                            Op::GetLen => {
                                let len = check!(self.len(&reg!(i.b)));
                                reg!(i.a) = Value::from(len);
                            }
                            Op::Intrinsic => store!(i, self.intrinsic(regs, i)),
                        }
                    }
                };
                (*frame).pc = pc;
                match self.unwind(frame, raised) {
                    Landing::Handler(other) => enter!(other),
                    Landing::Leave(resumed) => return resumed,
                }
            }
        }
    }
}

/// For operators without a fast path.
#[inline(always)]
fn nothing(_: &Value, _: &Value) -> Option<fast::Number> {
    None
}
