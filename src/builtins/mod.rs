//! Method tables of the built-in types, functions, and the format language.

pub mod alias;
pub mod bool;
pub mod bytes;
pub mod code;
pub mod complex;
pub mod coroutine;
mod deque;
pub mod descriptor;
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
pub mod member;
pub mod module;
pub mod namespace;
pub mod number;
pub mod object;
pub mod property;
pub mod range;
pub mod repr_guard;
pub mod sequence;
pub mod set;
pub mod slice;
pub mod sort;
pub mod str;
pub mod stream;
pub mod structseq;
pub mod super_;
pub mod template;
pub mod text;
pub mod traceback;
pub mod tuple;
pub mod type_;
pub mod typing;
pub mod weakref;

use crate::object::{Class, Str};
use crate::value::Value;
use crate::vm::Vm;

/// Fills the built-in classes and the module `builtins`.
pub fn install(vm: &mut Vm) {
    vm.hooks.plain_repr = format::plain::repr;
    vm.hooks.plain_format = format::plain::format;
    vm.hooks.percent = |vm, template, arguments| format::percent::format_str(vm, template.as_str(), arguments);
    describe(vm);
    object::install(vm);
    type_::install(vm);
    exception::install(vm);
    int::install(vm);
    float::install(vm);
    complex::install(vm);
    bool::install(vm);
    str::install(vm);
    bytes::install(vm);
    deque::install(vm);
    list::install(vm);
    tuple::install(vm);
    dict::install(vm);
    set::install(vm);
    range::install(vm);
    slice::install(vm);
    iterators::install(vm);
    function::install(vm);
    descriptor::install(vm);
    property::install(vm);
    super_::install(vm);
    generator::install(vm);
    coroutine::install(vm);
    member::install(vm);
    module::install(vm);
    code::install(vm);
    alias::install(vm);
    typing::install(vm);
    template::install(vm);
    weakref::install(vm);
    functions::install(vm);
    stream::install(vm);
    traceback::frame::install(vm);
}

/// Gives the classes that scripts meet their documentation.
fn describe(vm: &Vm) {
    let types = &vm.types;
    for (class, text) in [
        (&types.object, "The base of all classes."),
        (&types.type_, "type(object) gives an object's class; type(name, bases, dict) makes a new class."),
        (&types.int, "Whole numbers of any size; int(x, base=10) reads one."),
        (&types.float, "Floating-point numbers; float(x) reads or converts one."),
        (&types.complex, "Complex numbers; complex(real, imag) makes one, complex(text) reads one."),
        (&types.bool_, "True and False; bool(x) is the truth of x."),
        (&types.str, "Text; str(object) is what print shows."),
        (&types.bytes, "Immutable sequences of bytes."),
        (&types.bytearray, "Mutable sequences of bytes."),
        (&types.list, "Mutable sequences; list(iterable) collects items."),
        (&types.tuple, "Immutable sequences; tuple(iterable) collects items."),
        (&types.dict, "Mappings from keys to values, in order of insertion."),
        (&types.set, "Unordered collections of distinct items."),
        (&types.frozenset, "Immutable sets."),
        (&types.range, "range(stop) or range(start, stop[, step]): the ints from start up to stop."),
        (&types.slice, "slice(stop) or slice(start, stop[, step]): what sequences are indexed with."),
        (&types.property, "Attributes that are computed: fget, fset, fdel, doc."),
        (&types.classmethod, "Methods whose first argument is the class."),
        (&types.staticmethod, "Functions in a class that take no first argument."),
        (&types.super_, "Attributes of the classes behind a class in the method resolution order."),
        (&types.enumerate, "Pairs of a count and an item."),
        (&types.zip, "Tuples of one item from each iterable."),
        (&types.map, "A function's results for the items of iterables."),
        (&types.filter, "The items for which a function is true."),
        (&types.reversed, "The items of a sequence, last first."),
    ] {
        class.set(&vm.names.doc, Str::value(text));
    }
    // The others have none: they must not inherit that of `object`.
    for class in types.all().into_iter().chain(vm.exc.all()) {
        if class.namespace().get_str(&vm.names.doc).is_none() {
            class.set(&vm.names.doc, Value::None);
        }
    }
}

/// Marks the instances of a class as no keys of dicts.
fn unhashable(vm: &Vm, class: &Class) {
    class.set(&vm.names.hash, Value::None);
}
