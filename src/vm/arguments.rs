//! Errors about the arguments of calls, in CPython's words.
//!
//! Functions of scripts and natives differ in them, and natives among each other: CPython's argument parsers count `self` or don't, name the
//! class or don't. What they say is derived from the signature; nothing else depends on it.

use super::native::{NativeEntry, ParameterKind, RowKind};
use crate::heap::Gc;
use crate::object::{NativeId, Str};
use crate::vm::{Raised, Result, Vm};

/// The ending of a counted noun.
fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

// Functions of scripts, and natives that are such functions in CPython.
impl Vm {
    /// Required arguments that were not given; `what` is "positional" or "keyword-only".
    #[cold]
    pub(super) fn missing_arguments(&self, function: &str, what: &str, names: &[&str]) -> Raised {
        let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
        let list = match quoted.as_slice() {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
            [] => String::new(),
        };
        let count = names.len();
        self.type_error(format!("{function}() missing {count} required {what} argument{}: {list}", plural(count)))
    }

    /// More positional arguments than parameters; `keyword_only` counts those given by name that can only be given so.
    #[cold]
    pub(super) fn too_many_arguments(
        &self,
        function: &str,
        (least, most): (usize, usize),
        given: usize,
        keyword_only: usize,
    ) -> Raised {
        let takes = if least < most { format!("from {least} to {most}") } else { most.to_string() };
        let ending = if most == 1 && least == most { "" } else { "s" };
        let extra = match keyword_only {
            0 => String::new(),
            count => {
                let (ending, more) = (plural(given), plural(count));
                format!(" positional argument{ending} (and {count} keyword-only argument{more})")
            }
        };
        let verb = if given == 1 && keyword_only == 0 { "was" } else { "were" };
        self.type_error(format!("{function}() takes {takes} positional argument{ending} but {given}{extra} {verb} given"))
    }

    /// A keyword argument that no parameter is named for.
    #[cold]
    pub(super) fn unexpected_argument<'a>(&self, function: &str, name: &Str, known: impl Iterator<Item = &'a str>) -> Raised {
        let hint = crate::diag::closest(name.as_str(), known)
            .map_or_else(String::new, |similar| format!(". Did you mean '{similar}'?"));
        self.type_error(format!("{function}() got an unexpected keyword argument '{name}'{hint}"))
    }

    /// An argument given by position and by name.
    #[cold]
    pub(super) fn repeated_argument(&self, function: &str, name: &Str) -> Raised {
        self.type_error(format!("{function}() got multiple values for argument '{name}'"))
    }
}

impl NativeEntry {
    /// Its name in errors: those of construction are said of the class.
    fn short_name(&self) -> &str {
        match self.row.name {
            "__new__" | "__init__" => self.constructed().unwrap_or_default(),
            name => name,
        }
    }

    /// The class that it constructs.
    fn constructed(&self) -> Option<&str> {
        let constructs = self.row.kind != RowKind::Function && ["__new__", "__init__"].contains(&self.row.name);
        constructs.then(|| self.owner.as_str())
    }

    /// Its name for messages: `str.split()` or `print()`, without the parentheses.
    fn qualname(&self) -> String {
        if self.row.kind == RowKind::Function { self.row.name.to_owned() } else { format!("{}.{}", self.owner, self.row.name) }
    }

    /// As [`NativeEntry::short_name`], with the class or module before the name.
    fn full_name(&self) -> String {
        match self.row.kind {
            RowKind::Function if self.owner.as_str() != "builtins" => format!("{}.{}", self.owner, self.row.name),
            _ => self.constructed().map_or_else(|| self.qualname(), str::to_owned),
        }
    }

    /// Its name where the arguments given by name are at fault: `sorted` hands them to `list.sort`.
    fn keyword_name(&self) -> &str {
        match self.short_name() {
            "sorted" => "sort",
            name => name,
        }
    }

    /// 1 where `self` or the class is not counted.
    fn own(&self) -> usize {
        let method = matches!(self.row.kind, RowKind::Method | RowKind::ClassMethod | RowKind::Getter);
        usize::from(method || self.row.name == "__new__")
    }
}

// Natives.
impl Vm {
    /// Whether there are few enough arguments, and of kinds that the native takes at all.
    pub(super) fn check_counts(&self, id: NativeId, positional: usize, names: &[Gc<Str>]) -> Result<()> {
        let signature = self.signature(id);
        let entry = self.native_entry(id);
        let kinds = || signature.parameters.iter().map(|parameter| parameter.kind);
        if !names.is_empty() && kinds().all(|kind| matches!(kind, ParameterKind::PositionalOnly | ParameterKind::VarArgs)) {
            return Err(self.type_error(format!("{}() takes no keyword arguments", entry.full_name())));
        }
        if positional > signature.positional.1 && (names.is_empty() || !signature.scripted) {
            return Err(self.native_arity(id, positional));
        }
        // With `*args`, most natives don't count the arguments given by name.
        let counted = !signature.varargs() || ["max", "min", "zip", "sorted"].contains(&entry.short_name());
        let open = kinds().any(|kind| kind == ParameterKind::VarKw) || signature.scripted || !counted;
        let all = kinds().filter(|kind| *kind != ParameterKind::VarArgs).count().saturating_sub(entry.own());
        let given = if signature.varargs() { 0 } else { positional.saturating_sub(entry.own()) };
        if !names.is_empty() && !open && given + names.len() > all {
            let (name, count, word) = (entry.keyword_name(), given + names.len(), if given == 0 { "keyword " } else { "" });
            let ending = plural(all);
            return Err(self.type_error(format!("{name}() takes at most {all} {word}argument{ending} ({count} given)")));
        }
        Ok(())
    }

    /// Too many or too few positional arguments.
    #[cold]
    pub(super) fn native_arity(&self, id: NativeId, given: usize) -> Raised {
        let entry = self.native_entry(id);
        let signature = self.signature(id);
        if entry.row.kind == RowKind::Method && given == 0 {
            return self.type_error(match super::descriptor::is_slot(entry.row.name, entry.owner.as_str()) {
                true => format!("descriptor '{}' of '{}' object needs an argument", entry.row.name, entry.owner),
                false => format!("unbound method {}() needs an argument", entry.qualname()),
            });
        }
        if entry.row.name == "__new__" && given == 0 {
            return self.type_error(format!("{}(): not enough arguments", entry.qualname()));
        }
        let name = entry.short_name();
        if signature.scripted {
            return self.too_many_arguments(&entry.qualname(), signature.positional, given, 0);
        }
        let own = entry.own();
        let (least, most) = (signature.positional.0.saturating_sub(own), signature.positional.1.saturating_sub(own));
        let given = given.saturating_sub(own);
        let all_positional_only = signature.parameters.iter().all(|parameter| parameter.kind != ParameterKind::Positional);
        let keyword_only = signature.parameters.iter().any(|parameter| parameter.kind == ParameterKind::KeywordOnly);
        // Special methods are C slots to CPython, which have no name to complain under.
        let special =
            entry.row.kind == RowKind::Method && name.starts_with("__") && name.ends_with("__") && name != "__format__";
        // Calls of these without keywords are checked apart from their signatures.
        let quick = matches!(name, "int" | "str");
        if !all_positional_only && most > 0 && !quick {
            return self.keyworded_arity(id, own, given);
        }
        let constructor = entry.constructed().is_some();
        self.type_error(match (least, most) {
            (least, most) if least == most && special && !constructor => {
                format!("expected {least} argument{}, got {given}", plural(least))
            }
            (0, 0) if keyword_only => format!("{name}() takes no positional arguments"),
            (0, 0) => format!("{}() takes no arguments ({given} given)", entry.full_name()),
            (1, 1) if all_positional_only && !keyword_only && !constructor => {
                format!("{}() takes exactly one argument ({given} given)", entry.full_name())
            }
            (least, most) if least == most && keyword_only => {
                format!("{name}() takes exactly {least} positional argument{} ({given} given)", plural(least))
            }
            (least, most) if least == most => format!("{name} expected {least} argument{}, got {given}", plural(least)),
            (least, _) if given < least => format!("{name} expected at least {least} argument{}, got {given}", plural(least)),
            (_, most) => format!("{name} expected at most {most} argument{}, got {given}", plural(most)),
        })
    }

    /// The same where some parameters can be given by name; `own` is 1 where `self` is not counted.
    #[cold]
    fn keyworded_arity(&self, id: NativeId, own: usize, given: usize) -> Raised {
        let signature = self.signature(id);
        let name = self.native_entry(id).short_name();
        let required = |parameter: &&super::Parameter| parameter.default.is_none() && parameter.kind != ParameterKind::VarArgs;
        let positional_only = |parameter: &&super::Parameter| parameter.kind == ParameterKind::PositionalOnly;
        let all = signature.parameters.len() - own;
        let (least, most) = (signature.positional.0.saturating_sub(own), signature.positional.1.saturating_sub(own));
        let (count, limit, what) = if given > all {
            let exact = signature.parameters.iter().filter(required).count() - own == all;
            (all, if exact { "exactly" } else { "at most" }, "argument")
        } else if given > most {
            (most, if least < most { "at most" } else { "exactly" }, "positional argument")
        } else {
            let count = signature.parameters.iter().filter(positional_only).filter(required).count().saturating_sub(own);
            (count, if count < most { "at least" } else { "exactly" }, "positional argument")
        };
        self.type_error(format!("{name}() takes {limit} {count} {what}{} ({given} given)", plural(count)))
    }

    /// A required argument that is missing; `given` says which are there, `positional` counts those by position.
    #[cold]
    pub(super) fn native_missing(&self, id: NativeId, given: &[bool], positional: usize) -> Raised {
        let (signature, entry) = (self.signature(id), self.native_entry(id));
        let is_missing = |place: &usize| !given[*place] && signature.parameters[*place].default.is_none();
        let missing: Vec<usize> = (0..given.len()).filter(is_missing).collect();
        let Some(place) = missing.first().copied() else { return self.native_arity(id, positional) };
        let parameter = &signature.parameters[place];
        if signature.scripted {
            let keyword_only = parameter.kind == ParameterKind::KeywordOnly;
            let same = |place: &&usize| (signature.parameters[**place].kind == ParameterKind::KeywordOnly) == keyword_only;
            let names: Vec<&str> =
                missing.iter().filter(same).map(|place| signature.parameters[*place].name.as_str()).collect();
            return self.missing_arguments(&entry.qualname(), if keyword_only { "keyword-only" } else { "positional" }, &names);
        }
        let name = entry.short_name();
        match parameter.kind {
            ParameterKind::PositionalOnly => self.native_arity(id, positional),
            ParameterKind::KeywordOnly => {
                self.type_error(format!("{name}() missing required keyword-only argument: '{}'", parameter.name))
            }
            _ => {
                let at = place + 1 - entry.own();
                self.type_error(format!("{name}() missing required argument '{}' (pos {at})", parameter.name))
            }
        }
    }

    /// An argument given by position and by name; `place` is its parameter's.
    #[cold]
    pub(super) fn native_given_twice(&self, id: NativeId, name: &Str, place: usize) -> Raised {
        let entry = self.native_entry(id);
        let qualname = entry.qualname();
        if self.signature(id).scripted {
            return self.repeated_argument(&qualname, name);
        }
        self.type_error(format!("argument for {qualname}() given by name ('{name}') and position ({})", place + 1))
    }

    /// A keyword argument that no parameter is named for.
    #[cold]
    pub(super) fn native_unexpected(&self, id: NativeId, name: &Str) -> Raised {
        let named = self
            .signature(id)
            .parameters
            .iter()
            .filter(|parameter| matches!(parameter.kind, ParameterKind::Positional | ParameterKind::KeywordOnly))
            .map(|parameter| parameter.name.as_str());
        let entry = self.native_entry(id);
        let scripted_method = self.signature(id).scripted && entry.row.kind != RowKind::Function;
        let function = if scripted_method { entry.qualname() } else { entry.keyword_name().to_owned() };
        self.unexpected_argument(&function, name, named)
    }
}
