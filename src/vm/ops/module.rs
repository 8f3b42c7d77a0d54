//! Imports, pattern matching, and the rare rest.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use crate::value::Value;

step!(import_name, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.import_step(frame, i)?);
});

step!(import_from, |vm, frame, regs, i| {
    let name = (&(*(*frame).code).names)[i.c as usize].clone();
    (*regs.add(i.a as usize)).put_new(vm.import_from(&*regs.add(i.b as usize), &name)?);
});

step!(import_star, |vm, frame, regs, i| {
    vm.import_star(frame, &*regs.add(i.a as usize))?;
});

step!(match_sequence, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(Value::Bool(vm.match_sequence(&*regs.add(i.b as usize))));
});

step!(match_mapping, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(Value::Bool(vm.match_mapping(&*regs.add(i.b as usize))));
});

step!(match_keys, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.match_keys(&*regs.add(i.b as usize), &*regs.add(i.c as usize))?);
});

step!(match_rest, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.match_rest(&*regs.add(i.b as usize), &*regs.add(i.c as usize))?);
});

step!(match_class, |vm, frame, regs, i| {
    let (subject, class) = (&*regs.add(i.b as usize), &*regs.add(i.c as usize));
    (*regs.add(i.a as usize)).put_new(vm.match_class(subject, class, usize::from(i.n), &*regs.add(i.c as usize + 1))?);
});

step!(get_len, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(Value::from(vm.len(&*regs.add(i.b as usize))?));
});

step!(intrinsic, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.intrinsic(regs, i)?);
});
