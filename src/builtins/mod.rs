//! Method tables of the built-in types, functions, and the format language.

pub mod alias;
pub mod bool;
pub mod bytes;
pub mod code;
pub mod coroutine;
pub mod dict;
pub mod exception;
pub mod float;
pub mod format;
pub mod function;
pub mod functions;
pub mod generator;
pub mod int;
pub mod iterators;
pub mod list;
pub mod module;
pub mod number;
pub mod object;
pub mod property;
pub mod range;
pub mod receiver;
pub mod repr_guard;
pub mod sequence;
pub mod set;
pub mod slice;
pub mod sort;
pub mod str;
pub mod stream;
pub mod super_;
pub mod text;
pub mod namespace;
pub mod structseq;
pub mod traceback;
pub mod tuple;
pub mod type_;
pub mod weakref;

use crate::object::Class;
use crate::value::Value;
use crate::vm::Vm;

/// Fills the built-in classes and the module `builtins`.
pub fn install(vm: &mut Vm) {
    object::install(vm);
    type_::install(vm);
    exception::install(vm);
    int::install(vm);
    float::install(vm);
    bool::install(vm);
    str::install(vm);
    bytes::install(vm);
    list::install(vm);
    tuple::install(vm);
    dict::install(vm);
    set::install(vm);
    range::install(vm);
    slice::install(vm);
    iterators::install(vm);
    function::install(vm);
    property::install(vm);
    super_::install(vm);
    generator::install(vm);
    coroutine::install(vm);
    module::install(vm);
    code::install(vm);
    alias::install(vm);
    weakref::install(vm);
    functions::install(vm);
    stream::install(vm);
    traceback::frame::install(vm);
}

/// Marks the instances of a class as no keys of dicts.
fn unhashable(vm: &Vm, class: &Class) {
    class.set(&vm.names.hash, Value::None);
}
