//! Comparisons, membership, identity and truth whose result is a value.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use crate::object::frame::Resume;
use crate::value::{Kind, Value, Words};
use crate::vm::compare::CompareOp;
use crate::vm::dicts::has_plain;
use crate::vm::fast;
use crate::vm::run::store;

macro_rules! compare {
    ($($name:ident, $objects:ident, $slow:ident, $op:ident;)*) => {$(
        instruction!($name, |vm, pc, regs, consts, i| {
            match fast::$name(&*regs.add(i.b as usize), &*regs.add(i.c as usize)) {
                Some(holds) => store(vm, pc, regs, consts, i.a, Words::bool(holds)),
                None => $objects(vm, pc, regs, consts, i.word()),
            }
        });
        instruction!($objects, |vm, pc, regs, consts, i| {
            let (left, right) = (regs.add(i.b as usize), regs.add(i.c as usize));
            enter_operator!(vm, pc, regs, i.a, Resume::Binary, CompareOp::$op.name(&vm.names), left, right);
            $slow(vm, pc, regs, consts, i.word())
        });
        step!($slow, |vm, frame, regs, i| {
            (*regs.add(i.a as usize)).put_new(vm.compare(CompareOp::$op, &*regs.add(i.b as usize), &*regs.add(i.c as usize))?);
        });
    )*};
}

compare! {
    lt, lt_objects, lt_any, Lt;
    le, le_objects, le_any, Le;
    gt, gt_objects, gt_any, Gt;
    ge, ge_objects, ge_any, Ge;
    eq, eq_objects, eq_any, Eq;
    ne, ne_objects, ne_any, Ne;
}

instruction!(is, |vm, pc, regs, consts, i| {
    let same = (*regs.add(i.b as usize)).same(&*regs.add(i.c as usize));
    store(vm, pc, regs, consts, i.a, Words::bool(same != (i.n == 1)))
});

instruction!(contains, |vm, pc, regs, consts, i| {
    match has_plain(&*regs.add(i.c as usize), &*regs.add(i.b as usize)) {
        Some(found) => store(vm, pc, regs, consts, i.a, Words::bool(found != (i.n == 1))),
        None => contains_any(vm, pc, regs, consts, i.word()),
    }
});

step!(contains_any, |vm, frame, regs, i| {
    let found = vm.contains(&*regs.add(i.c as usize), &*regs.add(i.b as usize))?;
    (*regs.add(i.a as usize)).put_new(Value::Bool(found != (i.n == 1)));
});

instruction!(not, |vm, pc, regs, consts, i| {
    match &*regs.add(i.b as usize) {
        Value::Bool(truth) => store(vm, pc, regs, consts, i.a, Words::bool(!truth)),
        other => match vm.plain_truth(other) {
            Some(truth) => store(vm, pc, regs, consts, i.a, Words::bool(!truth)),
            None => not_object(vm, pc, regs, consts, i.word()),
        },
    }
});

step!(not_object, |vm, frame, regs, i| {
    let truth = vm.truth(&*regs.add(i.b as usize))?;
    (*regs.add(i.a as usize)).put_new(Value::Bool(!truth));
});
