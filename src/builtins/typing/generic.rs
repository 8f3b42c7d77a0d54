//! `Generic`: the base of classes with type parameters; and how arguments take the place of type parameters.

use crate::heap::Gc;
use crate::object::{Class, Dict, GenericAlias, List, Str, Tuple};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm, class_method};

use super::super::alias;
use super::variable::{self, Variable, VariableKind};

static ROWS: &[Row] = &[
    class_method!("__class_getitem__", "(cls, params, /)", class_getitem, "A class with arguments for its type parameters."),
    class_method!("__init_subclass__", "(cls, /, *args, **kwargs)", init_subclass, "Finds the type parameters."),
];

pub fn install(vm: &mut Vm) {
    let (generic, unpack) = (vm.types.generic.clone(), vm.types.unpack.clone());
    vm.add_methods(&generic, ROWS);
    for class in [&generic, &unpack, &vm.types.typing_alias] {
        super::set_module(vm, class);
    }
}

/// `Generic[…]` of a tuple of type parameters.
pub fn base(vm: &mut Vm, params: &Value) -> Result {
    let unpacked = items(params).into_iter().map(|param| if is_many(&param) { variable::unpack(vm, &param) } else { param });
    let params = Tuple::value(unpacked.collect::<Vec<_>>());
    Ok(GenericAlias::of_typing(vm.types.generic.clone().into(), params))
}

fn items(value: &Value) -> Vec<Value> {
    value.get::<Tuple>().map_or_else(|| vec![value.clone()], |all| all.items().to_vec())
}

fn is_kind(value: &Value, kind: VariableKind) -> bool {
    variable::variable(value).is_some_and(|variable: &Variable| variable.kind == kind)
}

fn is_many(value: &Value) -> bool {
    is_kind(value, VariableKind::TypeVarTuple)
}

/// The type parameters among types, each once.
pub fn parameters(types: &[Value]) -> Vec<Value> {
    let mut found = Vec::new();
    types.iter().for_each(|value| find(value, &mut found));
    found
}

fn find(value: &Value, found: &mut Vec<Value>) {
    if variable::variable(value).is_some() {
        if !found.iter().any(|other| other.same(value)) {
            found.push(value.clone());
        }
        return;
    }
    parts(value).iter().for_each(|part| find(part, found));
}

/// The types that a type is made of.
fn parts(value: &Value) -> Vec<Value> {
    if let Some(alias) = value.get::<GenericAlias>() {
        return items(&alias.args);
    }
    if let Some(members) = alias::union_members(value) {
        return members;
    }
    match (value.get::<List>(), value.get::<Tuple>()) {
        (Some(list), _) => list.0.borrow().to_vec(),
        (_, Some(tuple)) => tuple.items().to_vec(),
        _ => Vec::new(),
    }
}

/// Puts arguments in the place of the type parameters of an alias or union.
pub fn substitute(vm: &mut Vm, target: &Value, key: &Value) -> Result {
    let params = parameters(&parts(target));
    let arguments = arguments(vm, target, &params, key)?;
    replace(vm, target, &params, &arguments)
}

/// One argument for each type parameter: those that stand for several get a tuple.
fn arguments(vm: &mut Vm, target: &Value, params: &[Value], key: &Value) -> Result<Vec<Value>> {
    if params.is_empty() {
        let text = vm.repr(target)?;
        return Err(vm.type_error(format!("{text} is not a generic class")));
    }
    let mut given = items(key);
    if let [only] = params
        && is_kind(only, VariableKind::ParamSpec)
        && !matches!(given.as_slice(), [one] if one.is::<List>() || one.is::<Tuple>() || matches!(one, Value::Ellipsis) || is_kind(one, VariableKind::ParamSpec))
    {
        given = vec![Tuple::value(given)];
    }
    let many = params.iter().position(is_many);
    let least = params.iter().filter(|param| !is_many(param) && !variable::has_default(param)).count();
    let most = if many.is_some() { usize::MAX } else { params.len() };
    if given.len() < least || given.len() > most {
        return Err(miscounted(vm, target, (least, most), given.len())?);
    }
    let mut arguments = Vec::with_capacity(params.len());
    let after = many.map_or(0, |place| params.len() - place - 1);
    let mut next = 0;
    for (place, param) in params.iter().enumerate() {
        if many == Some(place) {
            let end = given.len().saturating_sub(after).max(next);
            arguments.push(Tuple::value(&given[next..end]));
            next = end;
        } else if let Some(argument) = given.get(next) {
            arguments.push(converted(vm, param, argument));
            next += 1;
        } else {
            arguments.push(variable::default_of(vm, param)?.unwrap_or(Value::None));
        }
    }
    Ok(arguments)
}

/// An argument as it is kept: lists of types for a ParamSpec are tuples.
fn converted(vm: &Vm, param: &Value, argument: &Value) -> Value {
    match argument.get::<List>() {
        Some(list) if is_kind(param, VariableKind::ParamSpec) => Tuple::value(list.0.borrow().to_vec()),
        _ if argument.is_none() => vm.types.none_type.clone().into(),
        _ => argument.clone(),
    }
}

#[cold]
fn miscounted(vm: &mut Vm, target: &Value, (least, most): (usize, usize), given: usize) -> Result<Raised> {
    let text = vm.repr(target)?;
    Ok(vm.type_error(if given > most {
        format!("Too many arguments for {text}; actual {given}, expected {most}")
    } else {
        format!("Too few arguments for {text}; actual {given}, expected at least {least}")
    }))
}

/// A type with its parameters replaced.
fn replace(vm: &mut Vm, value: &Value, params: &[Value], arguments: &[Value]) -> Result {
    if let Some(place) = params.iter().position(|param| param.same(value)) {
        return Ok(arguments[place].clone());
    }
    if let Some(members) = alias::union_members(value) {
        let mut whole = Value::Unset;
        for member in members {
            let member = replace(vm, &member, params, arguments)?;
            whole = if whole.is_set() { alias::or(vm, &whole, &member)? } else { member };
        }
        return Ok(whole);
    }
    if let Some(alias) = value.gc::<GenericAlias>().cloned() {
        let args = replace_all(vm, &items(&alias.args), params, arguments)?;
        let args = Tuple::value(args);
        return Ok(Gc::new(GenericAlias { origin: alias.origin.clone(), args, typing: alias.typing }).into());
    }
    if value.is::<List>() || value.is::<Tuple>() {
        let all = replace_all(vm, &parts(value), params, arguments)?;
        return Ok(if value.is::<List>() { List::value(all) } else { Tuple::value(all) });
    }
    Ok(value.clone())
}

/// The same for several; `*Ts` becomes as many as it stands for.
fn replace_all(vm: &mut Vm, values: &[Value], params: &[Value], arguments: &[Value]) -> Result<Vec<Value>> {
    let mut all = Vec::with_capacity(values.len());
    for value in values {
        let unpacked = value
            .get::<GenericAlias>()
            .filter(|alias| alias.origin.gc::<Class>().is_some_and(|class| class.same(&vm.types.unpack)));
        let place = unpacked.and_then(|alias| {
            let variable = items(&alias.args).into_iter().next()?;
            params.iter().position(|param| param.same(&variable))
        });
        match place {
            Some(place) => all.extend(items(&arguments[place])),
            None => all.push(replace(vm, value, params, arguments)?),
        }
    }
    Ok(all)
}

fn class_getitem(vm: &mut Vm, class: &Value, arguments: &Value) -> Result {
    let generic = class.gc::<Class>().is_some_and(|class| class.same(&vm.types.generic));
    if generic {
        return Ok(GenericAlias::of_typing(class.clone(), Tuple::value(items(arguments))));
    }
    let name = vm.intern("__parameters__");
    let params = vm.get_attr(class, &name)?;
    let params = items(&params);
    let arguments = self::arguments(vm, class, &params, arguments)?;
    let mut all = Vec::new();
    for (param, argument) in params.iter().zip(arguments) {
        if is_many(param) { all.extend(items(&argument)) } else { all.push(argument) }
    }
    Ok(GenericAlias::of_typing(class.clone(), Tuple::value(all)))
}

fn init_subclass(vm: &mut Vm, class: &Value, _: &Value, kwargs: &Value) -> Result<()> {
    let Some(class) = class.gc::<Class>().cloned() else { return Ok(()) };
    let bases = class.namespace().get_text("__orig_bases__").map_or_else(Vec::new, |bases| items(&bases));
    let of_generic = |base: &&Value| {
        let origin = base.get::<GenericAlias>().and_then(|alias| alias.origin.gc::<Class>());
        origin.is_some_and(|origin| origin.same(&vm.types.generic))
    };
    let found = match bases.iter().find(of_generic) {
        Some(base) => parameters(std::slice::from_ref(base)),
        None => parameters(&bases),
    };
    class.set(&vm.intern("__parameters__"), Tuple::value(found));
    let keywords: Vec<(Gc<Str>, Value)> = kwargs.get::<Dict>().map_or_else(Vec::new, |keywords| {
        let keywords = keywords.borrow();
        keywords.iter().filter_map(|entry| Some((entry.key.gc::<Str>()?.clone(), entry.value.clone()))).collect()
    });
    let generic = vm.types.generic.clone();
    vm.tell_parent(&class, Some(&generic), &keywords)?;
    Ok(())
}
