//! `BaseExceptionGroup` and `ExceptionGroup`; the work is done in `vm/group.rs`.

use super::super::alias::class_getitem;
use super::base::{class_argument, no_keywords};
use super::fields::{read, read_only};
use super::{argument, stored};
use crate::heap::Gc;
use crate::object::{Class, Dict, Exception, List, Str, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Result, Row, Vm, Wanted, class_method, getset, method, static_method};

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, /, *args, **kwargs)", new, "Makes a group of a message and exceptions."),
    method!("__init__", "(self, /, *args, **kwargs)", init, "Takes the arguments as args."),
    method!("__str__", "(self, /)", str, "The message and how many exceptions there are."),
    method!("__repr__", "(self, /)", repr, "Class, message and exceptions."),
    method!("split", "(self, matcher_value, /)", split, "Splits the group in two: what matches, and the rest."),
    method!("subgroup", "(self, matcher_value, /)", subgroup, "The part of the group that matches, or None."),
    method!("derive", "(self, excs, /)", derive, "Makes a group with the same message and other exceptions."),
    class_method!("__class_getitem__", "(cls, item, /)", class_getitem, "ExceptionGroup[E], for annotations."),
    getset!(
        "message",
        |vm: &mut Vm, this| read(vm, this, "message", |exception| argument(exception, 0)),
        read_only,
        "The message."
    ),
    getset!("exceptions", |vm: &mut Vm, this| read(vm, this, "exceptions", |_| None), read_only, "The exceptions, a tuple."),
];

pub(super) fn install(vm: &mut Vm) {
    let class = vm.exc.base_exception_group.clone();
    vm.add_methods(&class, ROWS);
}

fn new(vm: &mut Vm, class: &Value, args: &Gc<Tuple>, _: &Value) -> Result<Gc<Exception>> {
    let base = vm.exc.base_exception_group.clone();
    let class = class_argument(vm, class, &base)?;
    let [message, exceptions] = args.items() else {
        let count = args.items().len();
        return Err(vm.type_error(format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({count} given)")));
    };
    vm.new_group(&class, message, exceptions)
}

fn init(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict) -> Result<()> {
    no_keywords(vm, &this.class(), kwargs)?;
    drop(this.args.replace(args.clone()));
    Ok(())
}

fn str(vm: &mut Vm, this: &Gc<Exception>) -> Result {
    let message = stored(vm, this, "message").unwrap_or(Value::None);
    let count = vm.group_exceptions(this).len();
    let plural = if count == 1 { "" } else { "s" };
    Ok(Str::value(format!("{} ({count} sub-exception{plural})", vm.str(&message)?)))
}

fn repr(vm: &mut Vm, this: &Gc<Exception>) -> Result {
    let message = stored(vm, this, "message").unwrap_or(Value::None);
    let items = stored(vm, this, "exceptions").unwrap_or_else(|| vm.empty_tuple().into());
    // Shown as the kind of sequence that was given, where a message and a sequence were.
    let pair = this.args.borrow().items().len() == 2;
    let given = argument(this, 1).filter(|_| pair).unwrap_or(Value::None);
    let shown = match given.kind() {
        _ if vm.native_arg::<List>(&given).is_some() => List::value(vm.collect(&items)?),
        Some(Kind::Tuple) | None => items,
        _ => given,
    };
    let name = this.class().name.borrow().clone();
    Ok(Str::value(format!("{name}({}, {})", vm.repr(&message)?, vm.repr(&shown)?)))
}

/// What `split` and `subgroup` were given, as a question.
fn wanted<'a>(vm: &Vm, matcher: &'a Value) -> Result<Wanted<'a>> {
    let is_exception = |value: &Value| value.get::<Class>().is_some_and(|class| class.derives_from(&vm.exc.base_exception));
    if is_exception(matcher) || matcher.get::<Tuple>().is_some_and(|classes| classes.items().iter().all(is_exception)) {
        return Ok(Wanted::Types(matcher));
    }
    let callable = !matcher.is::<Class>()
        && (matches!(matcher.kind(), Some(Kind::Function | Kind::Native | Kind::BoundMethod))
            || vm.lookup_special(matcher, &vm.names.call).is_some());
    if callable {
        return Ok(Wanted::Predicate(matcher));
    }
    Err(vm.type_error("expected an exception type, a tuple of exception types, or a callable (other than a class)"))
}

fn split(vm: &mut Vm, this: &Gc<Exception>, matcher_value: &Value) -> Result {
    let wanted = wanted(vm, matcher_value)?;
    let (matched, rest) = vm.split_exception(this, &wanted, true)?;
    Ok(Tuple::value([Value::from(matched), rest.into()]))
}

fn subgroup(vm: &mut Vm, this: &Gc<Exception>, matcher_value: &Value) -> Result<Option<Gc<Exception>>> {
    let wanted = wanted(vm, matcher_value)?;
    Ok(vm.split_exception(this, &wanted, false)?.0)
}

fn derive(vm: &mut Vm, this: &Gc<Exception>, excs: &Value) -> Result<Gc<Exception>> {
    let message = stored(vm, this, "message").unwrap_or(Value::None);
    let base = vm.exc.base_exception_group.clone();
    vm.new_group(&base, &message, excs)
}
