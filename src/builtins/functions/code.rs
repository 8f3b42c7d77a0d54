//! Functions that run code: compile, eval, exec, `__import__`, `__build_class__`, exit, help.

use crate::heap::Gc;
use crate::object::{ByteArray, Bytes, CodeObject, Dict, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function, storage};

use super::attributes::local_namespace;

pub static ROWS: &[Row] = &[
    function!(
        "compile",
        "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)",
        compile,
        "Compile source into a code object that can be executed by exec() or eval()."
    ),
    function!(
        "eval",
        "(source, /, globals=None, locals=None)",
        eval,
        "Evaluate the given source in the context of globals and locals."
    ),
    function!(
        "exec",
        "(source, /, globals=None, locals=None, *, closure=None)",
        exec,
        "Execute the given source in the context of globals and locals."
    ),
    function!("__import__", "(name, globals=None, locals=None, fromlist=None, level=0)", import, "Import a module."),
    function!(
        "__build_class__",
        "(func, name, /, *bases, **kwds)",
        build_class,
        "Internal helper function used by the class statement."
    ),
    function!("exit", "(code=None)", exit, "Exit by raising SystemExit."),
    function!("quit", "(code=None)", exit, "Exit by raising SystemExit."),
    function!("help", "(object=..., /)", help, "Print the documentation of an object."),
];

/// The text of source code that may be str or bytes.
fn source_text(vm: &Vm, source: &Value, function: &str) -> Result<String> {
    if let Some(text) = storage::<Str>(source) {
        return Ok(text.as_str().to_owned());
    }
    let bytes = match (storage::<Bytes>(source), storage::<ByteArray>(source)) {
        (Some(bytes), _) => bytes.data().to_vec(),
        (_, Some(bytes)) => bytes.0.borrow().to_vec(),
        _ => return Err(vm.type_error(format!("{function}() arg 1 must be a string, bytes or code object"))),
    };
    String::from_utf8(bytes).map_err(|_| vm.raise(&vm.exc.syntax_error, "source code is not valid UTF-8"))
}

fn compile_text(vm: &mut Vm, text: &str, filename: &str, mode: &str, namespace: bool) -> Result<Gc<CodeObject>> {
    let Some(loader) = vm.loader.clone() else { return Err(vm.system_error("there is no compiler")) };
    if text.contains('\0') {
        return Err(vm.raise(&vm.exc.syntax_error, "source code string cannot contain null bytes"));
    }
    loader.compile(vm, text, filename, mode, namespace)
}

fn compile(vm: &mut Vm, source: &Value, named: &Value, mode: &Value, _: &Value, _: &Value, _: &Value) -> Result {
    let text = source_text(vm, source, "compile")?;
    let filename = match storage::<Bytes>(named) {
        Some(bytes) => String::from_utf8_lossy(bytes.data()).into_owned(),
        None => vm.str(named)?.to_string(),
    };
    let mode = vm.str(mode)?;
    if !["exec", "eval", "single"].contains(&mode.as_str()) {
        return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'"));
    }
    // Whoever runs it may bring separate locals.
    Ok(compile_text(vm, &text, &filename, mode.as_str(), true)?.into())
}

fn eval(vm: &mut Vm, source: &Value, globals: &Value, locals: &Value) -> Result {
    run(vm, source, globals, locals, "eval")
}

fn exec(vm: &mut Vm, source: &Value, globals: &Value, locals: &Value, _: &Value) -> Result {
    run(vm, source, globals, locals, "exec")?;
    Ok(Value::None)
}

fn run(vm: &mut Vm, source: &Value, globals: &Value, locals: &Value, function: &str) -> Result {
    let (globals, locals) = namespaces(vm, globals, locals, function)?;
    if globals.get_str(&vm.names.builtins).is_none() {
        // What runs with other built-in names than usual hands them on.
        let current = vm.current_globals().and_then(|current| current.get_str(&vm.names.builtins));
        let usual = || vm.modules.get_text("builtins").unwrap_or_else(|| vm.builtins.clone().into());
        let builtins = current.unwrap_or_else(usual);
        globals.set_str(&vm.names.builtins, builtins);
    }
    let separate = !matches!(locals.gc::<Dict>(), Some(locals) if locals.same(&globals));
    let code = match source.gc::<CodeObject>() {
        Some(code) => code.clone(),
        None => {
            let text = source_text(vm, source, function)?;
            let text = if function == "eval" { text.trim_start_matches([' ', '\t']) } else { text.as_str() };
            compile_text(vm, text, "<string>", function, separate)?
        }
    };
    if !code.code.free.is_empty() {
        let words = match function {
            "exec" => format!("code object requires a closure of exactly length {}", code.code.free.len()),
            _ => format!("code object passed to {function}() may not contain free variables"),
        };
        return Err(vm.type_error(words));
    }
    let takes_namespace = code.code.locals.first().is_some_and(|name| &**name == ".namespace");
    vm.run_code(&code, &globals, takes_namespace.then_some(locals))
}

/// The namespaces that code is to run in.
fn namespaces(vm: &mut Vm, globals: &Value, locals: &Value, function: &str) -> Result<(Gc<Dict>, Value)> {
    let (globals, own) = if globals.is_none() {
        let Some(current) = vm.current_globals() else {
            return Err(vm.system_error(format!("{function}(): no frame is running")));
        };
        (current, Some(local_namespace(vm)))
    } else {
        match storage::<Dict>(globals) {
            Some(dict) => (dict.clone(), None),
            None => {
                let given = vm.type_name(globals);
                return Err(vm.type_error(format!("{function}() globals must be a dict, not {given}")));
            }
        }
    };
    if locals.is_none() {
        let locals = own.unwrap_or_else(|| globals.clone().into());
        return Ok((globals, locals));
    }
    if !vm.match_mapping(locals) && vm.lookup_special(locals, &vm.names.getitem).is_none() {
        let given = vm.type_name(locals);
        let hint = if function == "exec" { format!(" or None, not {given}") } else { String::new() };
        return Err(vm.type_error(format!("locals must be a mapping{hint}")));
    }
    Ok((globals, locals.clone()))
}

fn import(vm: &mut Vm, name: &Value, globals: &Value, _: &Value, fromlist: Option<&Value>, level: i64) -> Result {
    let Some(name) = storage::<Str>(name).cloned() else { return Err(vm.type_error("module name must be a string")) };
    let globals = match storage::<Dict>(globals) {
        Some(globals) => globals.clone(),
        None => vm.current_globals().unwrap_or_else(Dict::new),
    };
    let from_list = match fromlist {
        None => vm.empty_tuple().into(),
        Some(names) => Tuple::value(vm.collect(names)?),
    };
    let Ok(level) = usize::try_from(level) else { return Err(vm.value_error("level must be >= 0")) };
    vm.import(&vm.intern_str(&name), &globals, &from_list, level)
}

fn build_class(vm: &mut Vm, func: &Value, name: &Value, bases: &Value, kwds: &Value) -> Result {
    let mut all = vec![func.clone(), name.clone()];
    let (values, names) = super::super::function::spread(bases, kwds);
    all.extend(values);
    let names: Vec<Gc<Str>> = names.iter().map(|name| vm.intern_str(name)).collect();
    vm.build_class(&all, &names)
}

fn exit(vm: &mut Vm, code: &Value) -> Result {
    let class: Value = vm.exc.system_exit.clone().into();
    let exception = vm.call(&class, std::slice::from_ref(code))?;
    match exception.into_gc::<crate::object::Exception>() {
        Ok(exception) => Err(crate::vm::Raised(exception)),
        Err(_) => Err(vm.raise_with(&vm.exc.system_exit, vec![code.clone()])),
    }
}

fn help(vm: &mut Vm, object: &Value) -> Result {
    let text = if object.is_set() {
        let name = vm.get_attr_optional(object, &vm.names.name.clone())?;
        let name = match name {
            Some(name) => vm.str(&name)?.to_string(),
            None => vm.type_name(object).to_string(),
        };
        let doc = vm.get_attr_optional(object, &vm.names.doc.clone())?.filter(|doc| !doc.is_none());
        let doc = match doc {
            Some(doc) => vm.str(&doc)?.to_string(),
            None => "There is no documentation.".to_owned(),
        };
        format!("Help on {name}:\n\n{doc}\n")
    } else {
        "help(object) prints the documentation of an object.\n".to_owned()
    };
    let stdout = super::super::stream::current(vm, "stdout")?;
    let write = vm.intern("write");
    vm.call_method(&stdout, &write, &[Str::value(text)])?;
    Ok(Value::None)
}
