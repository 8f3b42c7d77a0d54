//! `BaseExceptionGroup` and `ExceptionGroup`; the work is done in `vm/group.rs`.

use super::base::{class_argument, no_keywords, rest};
use super::fields::{read, read_only};
use super::{argument, stored, this};
use crate::heap::Gc;
use crate::object::{Class, Exception, GenericAlias, List, Str, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Result, Row, Vm, Wanted};

static ROWS: &[Row] = &[
    Row::static_method("__new__", "(cls, /, *args, **kwargs)", new, "Makes a group of a message and exceptions."),
    Row::method("__init__", "(self, /, *args, **kwargs)", init, "Takes the arguments as args."),
    Row::method("__str__", "(self, /)", str, "The message and how many exceptions there are."),
    Row::method("__repr__", "(self, /)", repr, "Class, message and exceptions."),
    Row::method("split", "(self, matcher_value, /)", split, "Splits the group in two: what matches, and the rest."),
    Row::method("subgroup", "(self, matcher_value, /)", subgroup, "The part of the group that matches, or None."),
    Row::method("derive", "(self, excs, /)", derive, "Makes a group with the same message and other exceptions."),
    Row::class_method("__class_getitem__", "(cls, item, /)", class_getitem, "ExceptionGroup[E], for annotations."),
    Row::getset("message", message, read_only, "The message."),
    Row::getset("exceptions", exceptions, read_only, "The exceptions, a tuple."),
];

pub(super) fn install(vm: &mut Vm) {
    let class = vm.exc.base_exception_group.clone();
    vm.add_methods(&class, ROWS);
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    let base = vm.exc.base_exception_group.clone();
    let class = class_argument(vm, &args[0], &base)?;
    let given = rest(vm, &args[1]);
    let [message, exceptions] = given.items() else {
        let count = given.items().len();
        return Err(vm.type_error(format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({count} given)")));
    };
    Ok(vm.new_group(&class, message, exceptions)?.into())
}

fn init(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    no_keywords(vm, &this.class(), &args[2])?;
    let old = this.args.replace(rest(vm, &args[1]));
    drop(old);
    Ok(Value::None)
}

fn str(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let message = stored(vm, &this, "message").unwrap_or(Value::None);
    let count = vm.group_exceptions(&this).len();
    let plural = if count == 1 { "" } else { "s" };
    Ok(Str::value(format!("{} ({count} sub-exception{plural})", vm.str(&message)?)))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let message = stored(vm, &this, "message").unwrap_or(Value::None);
    let items = stored(vm, &this, "exceptions").unwrap_or_else(|| vm.empty_tuple().into());
    // Shown as the kind of sequence that was given.
    let given = argument(&this, 1).unwrap_or(Value::None);
    let shown = match given.kind() {
        Some(Kind::List) => List::value(vm.collect(&items)?),
        Some(Kind::Tuple) | None => items,
        _ => given,
    };
    let name = this.class().name.borrow().clone();
    Ok(Str::value(format!("{name}({}, {})", vm.repr(&message)?, vm.repr(&shown)?)))
}

fn message(vm: &mut Vm, args: &[Value]) -> Result {
    read(vm, args, "message", |exception| argument(exception, 0))
}

fn exceptions(vm: &mut Vm, args: &[Value]) -> Result {
    read(vm, args, "exceptions", |_| None)
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

fn or_none(part: Option<Gc<Exception>>) -> Value {
    part.map_or(Value::None, Value::from)
}

fn split(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let wanted = wanted(vm, &args[1])?;
    let (matched, rest) = vm.split_exception(&this, &wanted, true)?;
    Ok(Tuple::value(vec![or_none(matched), or_none(rest)]))
}

fn subgroup(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let wanted = wanted(vm, &args[1])?;
    Ok(or_none(vm.split_exception(&this, &wanted, false)?.0))
}

fn derive(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let message = stored(vm, &this, "message").unwrap_or(Value::None);
    let base = vm.exc.base_exception_group.clone();
    Ok(vm.new_group(&base, &message, &args[1])?.into())
}

fn class_getitem(_vm: &mut Vm, args: &[Value]) -> Result {
    Ok(GenericAlias::value(args[0].clone(), &args[1]))
}
