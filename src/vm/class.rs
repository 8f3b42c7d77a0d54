//! Making classes and instances: `__build_class__`, the method resolution order, `type(…)` and calls of classes.

use super::bind::Args;
use super::call::Called;
use crate::heap::Gc;
use crate::object::{
    BoundMethod, Cell, Class, ClassFlags, ClassMethod, Dict, Exception, Function, Instance, Layout, Maker, Native, NativeId,
    StaticMethod, Str, Tuple,
};
use crate::value::{Kind, Value};
use crate::vm::{Result, Vm};

impl Vm {
    /// `__build_class__(body, name, *bases, **keywords)`; keyword values are the last of `args`, named by `names`.
    pub fn build_class(&mut self, args: &[Value], names: &[Gc<Str>]) -> Result {
        let (positional, values) = args.split_at(args.len() - names.len());
        let [body, name, bases @ ..] = positional else { return Err(self.type_error("__build_class__: not enough arguments")) };
        let (Some(body), Some(name)) = (body.gc::<Function>(), name.gc::<Str>()) else {
            return Err(self.type_error("__build_class__: func must be a function"));
        };
        let (bases, original) = self.resolve_bases(bases)?;
        let mut keywords: Vec<(Gc<Str>, Value)> = names.iter().cloned().zip(values.iter().cloned()).collect();
        let explicit =
            keywords.iter().position(|(name, _)| name.same(&self.names.metaclass)).map(|place| keywords.remove(place).1);
        let metaclass = match explicit {
            Some(callable) if !callable.is::<Class>() => callable,
            other => {
                let given = other.and_then(|value| value.into_gc::<Class>().ok());
                let first = given.or_else(|| bases.first().map(|base| self.class_of(base)));
                self.winning_metaclass(first.unwrap_or_else(|| self.types.type_.clone()), &bases)?.into()
            }
        };
        let namespace = self.prepare_namespace(&metaclass, name, &bases, &keywords)?;
        let class_cell = self.run_class_body(body, &namespace)?;
        if class_cell.is::<Cell>() {
            self.set_item(&namespace, &self.names.classcell.clone().into(), class_cell.clone())?;
        }
        if let Some(original) = original {
            self.set_item(&namespace, &self.intern("__orig_bases__").into(), original)?;
        }
        let class = self.call_metaclass(&metaclass, name, &bases, namespace, &keywords)?;
        if let Some(cell) = class_cell.get::<Cell>().filter(|_| class.is::<Class>()) {
            self.check_class_cell(cell, &class, name)?;
        }
        Ok(class)
    }

    /// The methods of a class find it in a cell (`__class__`), which `type.__new__` fills.
    fn check_class_cell(&mut self, cell: &Cell, class: &Value, name: &Gc<Str>) -> Result<()> {
        let set = cell.get();
        if set.same(class) {
            return Ok(());
        }
        let (name, class) = (self.repr(&name.clone().into())?, self.repr(class)?);
        if set.is_set() {
            let set = self.repr(&set)?;
            return Err(self.type_error(format!("__class__ set to {set} defining {name} as {class}")));
        }
        Err(self.runtime_error(format!(
            "__class__ not set defining {name} as {class}. Was __classcell__ propagated to type.__new__?"
        )))
    }

    /// Replaces bases that are no classes by what their `__mro_entries__` give; the original tuple where that happened.
    fn resolve_bases(&mut self, bases: &[Value]) -> Result<(Vec<Value>, Option<Value>)> {
        if bases.iter().all(Value::is::<Class>) {
            return Ok((bases.to_vec(), None));
        }
        let original = Tuple::value(bases);
        let mut resolved = Vec::new();
        for base in bases {
            if base.is::<Class>() {
                resolved.push(base.clone());
                continue;
            }
            match self.get_attr_optional(base, &self.names.mro_entries.clone())? {
                Some(entries) => {
                    let entries = self.call(&entries, std::slice::from_ref(&original))?;
                    resolved.extend(self.collect(&entries)?);
                }
                None => resolved.push(base.clone()),
            }
        }
        Ok((resolved, Some(original)))
    }

    /// The most derived metaclass of all bases.
    pub fn winning_metaclass(&mut self, first: Gc<Class>, bases: &[Value]) -> Result<Gc<Class>> {
        let mut winner = first;
        for base in bases {
            let meta = self.class_of(base);
            if meta.derives_from(&winner) {
                winner = meta;
            } else if !winner.derives_from(&meta) {
                let text = "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases";
                return Err(self.type_error(text));
            }
        }
        Ok(winner)
    }

    fn prepare_namespace(
        &mut self,
        metaclass: &Value,
        name: &Gc<Str>,
        bases: &[Value],
        keywords: &[(Gc<Str>, Value)],
    ) -> Result {
        let plain = metaclass.gc::<Class>().is_some_and(|class| class.same(&self.types.type_));
        if plain {
            return Ok(Dict::new().into());
        }
        let Some(prepare) = self.get_attr_optional(metaclass, &self.names.prepare.clone())? else {
            return Ok(Dict::new().into());
        };
        let mut args = vec![name.clone().into(), Tuple::value(bases)];
        args.extend(keywords.iter().map(|(_, value)| value.clone()));
        let names: Vec<Gc<Str>> = keywords.iter().map(|(name, _)| name.clone()).collect();
        let namespace = self.call_kw(&prepare, &args, &names)?;
        if !namespace.is::<Dict>() && self.lookup_special(&namespace, &self.names.getitem.clone()).is_none() {
            let given = self.type_name(&namespace);
            let named = metaclass.get::<Class>().map(|class| class.name.borrow().to_string());
            let name = named.as_deref().unwrap_or("<metaclass>");
            return Err(self.type_error(format!("{name}.__prepare__() must return a mapping, not {given}")));
        }
        Ok(namespace)
    }

    fn run_class_body(&mut self, body: &Gc<Function>, namespace: &Value) -> Result {
        let body = body.clone();
        self.guard(|vm| vm.run_function(&body, Some(namespace.clone())))
    }

    fn call_metaclass(
        &mut self,
        metaclass: &Value,
        name: &Gc<Str>,
        bases: &[Value],
        namespace: Value,
        keywords: &[(Gc<Str>, Value)],
    ) -> Result {
        let mut args = vec![name.clone().into(), Tuple::value(bases), namespace];
        args.extend(keywords.iter().map(|(_, value)| value.clone()));
        let names: Vec<Gc<Str>> = keywords.iter().map(|(name, _)| name.clone()).collect();
        self.call_kw(metaclass, &args, &names)
    }

    /// `type.__new__(metaclass, name, bases, namespace, **keywords)`: makes the class, names its descriptors, tells its parents.
    pub fn new_class(
        &mut self,
        metaclass: &Gc<Class>,
        name: &Gc<Str>,
        bases: &[Value],
        namespace: &Gc<Dict>,
        keywords: &[(Gc<Str>, Value)],
    ) -> Result<Gc<Class>> {
        if name.as_str().contains('\0') {
            return Err(self.value_error("type name must not contain null characters"));
        }
        for base in bases.iter().filter(|base| !base.is::<Class>()) {
            if self.get_attr_optional(base, &self.names.mro_entries.clone())?.is_some() {
                return Err(self.type_error("type() doesn't support MRO entry resolution; use types.new_class()"));
            }
        }
        let metaclass = self.winning_metaclass(metaclass.clone(), bases)?;
        let mut parents = Vec::new();
        for base in bases {
            match base.gc::<Class>() {
                Some(class) if class.base_allowed.get() => parents.push(class.clone()),
                Some(class) => {
                    return Err(self.type_error(format!("type '{}' is not an acceptable base type", class.name_in_messages())));
                }
                None => return Err(self.type_error("bases must be types")),
            }
        }
        if parents.is_empty() {
            parents.push(self.types.object.clone());
        }
        let layout = self.common_layout(&parents)?;
        let rest = self.linearize(name, &parents)?;
        let own = Dict::from_storage(namespace.borrow().clone());
        let qualname = match own.remove_str(&self.names.qualname.clone()) {
            Some(value) => value.into_gc::<Str>().unwrap_or_else(|_| name.clone()),
            None => name.clone(),
        };
        let class_cell = self.take_cell(&own, &self.names.classcell.clone())?;
        let dict_cell = self.take_cell(&own, &self.names.classdictcell.clone())?;
        let slots = self.slot_names(name, &parents, &own)?;
        self.fix_methods(&own);
        let class = Class::new(name.clone(), qualname, parents, rest, own, layout, false);
        // The cell is fresh, so setting it can't fail.
        let _ = class.metaclass.set(metaclass.clone());
        if let Some(cell) = class_cell {
            cell.set(class.clone().into());
        }
        if let Some(cell) = dict_cell {
            cell.set(class.namespace().clone().into());
        }
        self.ask_for_order(&class, &metaclass)?;
        self.add_members(&class, slots);
        self.add_own_attributes(&class);
        self.derive_flags(&class);
        self.name_descriptors(&class)?;
        self.tell_parent(&class, None, keywords)?;
        Ok(class)
    }

    /// Takes a cell that the class's body left for `type.__new__` out of a namespace.
    fn take_cell(&mut self, namespace: &Dict, name: &Gc<Str>) -> Result<Option<Gc<Cell>>> {
        let Some(cell) = namespace.remove_str(name) else { return Ok(None) };
        match cell.into_gc::<Cell>() {
            Ok(cell) => Ok(Some(cell)),
            Err(other) => {
                let given = self.class_of(&other).into();
                let given = self.repr(&given)?;
                Err(self.type_error(format!("{name} must be a nonlocal cell, not {given}")))
            }
        }
    }

    /// A metaclass may have its own idea of a new class's order (`mro()`).
    fn ask_for_order(&mut self, class: &Gc<Class>, metaclass: &Gc<Class>) -> Result<()> {
        let name = self.intern("mro");
        let Some(hook) = metaclass.lookup(&name).filter(|hook| !metaclass.same(&self.types.type_) && !hook.is::<Native>())
        else {
            return Ok(());
        };
        let own: Value = class.clone().into();
        let hook = self.bind_descriptor(&hook, &own, metaclass)?;
        let listed = self.call(&hook, &[])?;
        let listed = self.collect(&listed)?;
        if listed.is_empty() {
            return Err(self.type_error("type MRO must not be empty"));
        }
        let mut order = Vec::with_capacity(listed.len());
        for item in &listed {
            let Some(item) = item.gc::<Class>() else {
                return Err(self.type_error(format!("mro() returned a non-class ('{}')", self.type_name(item))));
            };
            let suits = match (solid_base(item), solid_base(class)) {
                (Some(wanted), Some(solid)) => solid.derives_from(&wanted),
                (wanted, _) => wanted.is_none(),
            };
            if !suits {
                let name = item.name.borrow().clone();
                return Err(self.type_error(format!("mro() returned base with unsuitable layout ('{name}')")));
            }
            order.push(item.clone());
        }
        order.retain(|item| !item.same(class));
        Class::set_order(class, order);
        Ok(())
    }

    /// `__init_subclass__` and `__class_getitem__` are class methods, `__new__` a static one, without being said so.
    fn fix_methods(&self, namespace: &Gc<Dict>) {
        for name in [&self.names.init_subclass, &self.names.class_getitem] {
            if let Some(function) = namespace.get_str(name).filter(Value::is::<Function>) {
                namespace.set_str(name, Gc::new(ClassMethod(function)).into());
            }
        }
        if let Some(function) = namespace.get_str(&self.names.new).filter(Value::is::<Function>) {
            namespace.set_str(&self.names.new, Gc::new(crate::object::StaticMethod(function)).into());
        }
        if namespace.get_str(&self.names.module).is_none()
            && let Some(module) = self.current_globals().and_then(|globals| globals.get_str(&self.names.name))
        {
            namespace.set_str(&self.names.module, module);
        }
    }

    /// Calls `__set_name__` of the attributes that have one.
    fn name_descriptors(&mut self, class: &Gc<Class>) -> Result<()> {
        let entries: Vec<(Value, Value)> =
            class.namespace().borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
        for (key, value) in entries {
            if let Some(property) = value.get::<crate::object::Property>() {
                if property.name.borrow().is_none() {
                    *property.name.borrow_mut() = key;
                }
            } else if matches!(value.kind(), Some(Kind::Instance)) {
                let name = self.names.set_name.clone();
                if let Err(raised) = self.call_special(&value, &name, &[class.clone().into(), key.clone()]) {
                    let (type_name, own) = (self.type_name(&value), class.name.borrow().clone());
                    let key = self.repr(&key)?;
                    self.add_note(&raised, &format!("Error calling __set_name__ on '{type_name}' instance {key} in '{own}'"));
                    return Err(raised);
                }
            }
        }
        Ok(())
    }

    /// Calls the parent's `__init_subclass__`: the first one after `after` (or the class itself) in its order.
    pub fn tell_parent(&mut self, class: &Gc<Class>, after: Option<&Gc<Class>>, keywords: &[(Gc<Str>, Value)]) -> Result<()> {
        let parents = class.mro_rest().clone();
        let start = after.and_then(|after| parents.iter().position(|parent| parent.same(after))).map_or(0, |place| place + 1);
        let hook = parents[start..]
            .iter()
            .find_map(|parent| parent.namespace().get_str(&self.names.init_subclass).map(|hook| (hook, parent.clone())));
        let Some((hook, parent)) = hook else { return Ok(()) };
        if parent.same(&self.types.object) && keywords.is_empty() {
            return Ok(());
        }
        let bound = match hook.get::<ClassMethod>() {
            Some(method) => BoundMethod::value(method.0.clone(), class.clone().into()),
            None => hook,
        };
        let values: Vec<Value> = keywords.iter().map(|(_, value)| value.clone()).collect();
        let names: Vec<Gc<Str>> = keywords.iter().map(|(name, _)| name.clone()).collect();
        self.call_kw(&bound, &values, &names).map(|_| ())
    }

    /// The layout of a class's instances: that of the one base whose instances hold most.
    fn common_layout(&mut self, parents: &[Gc<Class>]) -> Result<Layout> {
        let mut layout = Layout::Plain;
        let mut winner: Option<Gc<Class>> = None;
        for parent in parents {
            let Some(solid) = solid_base(parent) else { continue };
            match &winner {
                Some(other) if other.derives_from(&solid) => {}
                Some(other) if !solid.derives_from(other) && !shares_layout(other, &solid) => {
                    return Err(self.type_error("multiple bases have instance lay-out conflict"));
                }
                _ => {
                    layout = parent.layout;
                    winner = Some(solid);
                }
            }
        }
        Ok(layout)
    }

    /// C3: the method resolution order of a class with these bases, without the class itself.
    pub fn linearize(&mut self, _name: &Gc<Str>, parents: &[Gc<Class>]) -> Result<Vec<Gc<Class>>> {
        let mut sequences: Vec<Vec<Gc<Class>>> = parents
            .iter()
            .map(|parent| std::iter::once(parent.clone()).chain(parent.mro_rest().iter().cloned()).collect())
            .collect();
        for (index, parent) in parents.iter().enumerate() {
            if parents[..index].iter().any(|other| other.same(parent)) {
                return Err(self.type_error(format!("duplicate base class {}", parent.name.borrow())));
            }
        }
        sequences.push(parents.to_vec());
        let mut order = Vec::new();
        loop {
            sequences.retain(|sequence| !sequence.is_empty());
            if sequences.is_empty() {
                return Ok(order);
            }
            let in_tail =
                |class: &Gc<Class>| sequences.iter().any(|sequence| sequence[1..].iter().any(|other| other.same(class)));
            let Some(next) = sequences.iter().map(|sequence| &sequence[0]).find(|class| !in_tail(class)).cloned() else {
                let mut names: Vec<String> = Vec::new();
                for head in sequences.iter().map(|sequence| sequence[0].name.borrow().to_string()) {
                    if !names.contains(&head) {
                        names.push(head);
                    }
                }
                return Err(self.type_error(format!(
                    "Cannot create a consistent method resolution order (MRO) for bases {}",
                    names.join(", ")
                )));
            };
            for sequence in &mut sequences {
                if sequence[0].same(&next) {
                    sequence.remove(0);
                }
            }
            order.push(next);
        }
    }

    /// Derives a class's hooks from the namespaces along its method resolution order, and those of its subclasses.
    pub fn derive_flags(&mut self, class: &Gc<Class>) {
        let from_script = |vm: &Vm, name: &Gc<Str>| {
            let found = class.search(name);
            found.is_some_and(|value| !vm.is_object_hook(&value))
        };
        let names = &self.names;
        let flags = ClassFlags {
            getattribute: from_script(self, &names.getattribute),
            getattr: from_script(self, &names.getattr),
            setattr: from_script(self, &names.setattr),
            delattr: from_script(self, &names.delattr),
            del: from_script(self, &names.del),
            slots_only: !class.builtin && class.wants_no_dict() && class.mro_rest().iter().all(|parent| parent.wants_no_dict()),
        };
        class.set_flags(flags);
        for subclass in class.subclasses() {
            self.derive_flags(&subclass);
        }
    }

    /// Whether a hook is a native of a built-in class, which the machine does itself.
    fn is_object_hook(&self, value: &Value) -> bool {
        value.get::<Native>().is_some_and(|native| native.method && self.does_hooks_of(native.owner.as_str()))
    }

    /// Whether the machine itself does what the hooks of a built-in class do.
    pub(super) fn does_hooks_of(&self, class: &str) -> bool {
        ["object", "type", "module", "super", "function"].contains(&class)
    }

    /// Calls a class: `metaclass.__call__`, which normally is `__new__` and `__init__`.
    pub(super) fn prepare_class(&mut self, class: &Gc<Class>, args: Args<'_>) -> Result<Called> {
        if class.same(&self.types.type_) && args.values.len() == 1 && args.names.is_empty() {
            return Ok(Called::Value(self.class_of(&args.values[0]).into()));
        }
        let meta = class.metaclass.get().cloned().unwrap_or_else(|| self.types.type_.clone());
        if !meta.same(&self.types.type_)
            && let Some(call) = meta.lookup(&self.names.call)
            && call.is::<Function>()
        {
            let bound = BoundMethod::value(call, class.clone().into());
            return self.prepare(&bound, args);
        }
        self.construct(class, args)
    }

    /// `type.__call__(class, *args)`, from native code; the last arguments are keyword arguments with these names.
    pub fn instantiate(&mut self, class: &Gc<Class>, args: &[Value], names: &[Gc<Str>]) -> Result {
        match self.construct(class, Args { values: args, names })? {
            Called::Value(value) => Ok(value),
            Called::Frame(frame) => self.run_entry(frame),
            Called::Init(frame, instance) => {
                let result = self.run_entry(frame)?;
                self.check_init(&result)?;
                Ok(instance)
            }
        }
    }

    /// The native that makes instances of a built-in class in one step, given the class and the arguments.
    #[inline(always)]
    pub(super) fn maker(&self, class: &Class) -> Option<NativeId> {
        match self.maker_of(class) {
            Maker::Native(id) => Some(id),
            _ => None,
        }
    }

    /// How instances of a class are made.
    #[inline(always)]
    pub(super) fn maker_of(&self, class: &Class) -> Maker {
        match class.maker.get() {
            Maker::Unknown => self.find_maker(class),
            known => known,
        }
    }

    #[cold]
    fn find_maker(&self, class: &Class) -> Maker {
        if let Some(id) = class.made_by.get() {
            class.maker.set(Maker::Native(id));
            return Maker::Native(id);
        }
        let own_kind = class.builtin && matches!(class.layout, Layout::Immediate | Layout::Native(_));
        let plain_meta = class.metaclass.get().is_none_or(|meta| meta.same(&self.types.type_));
        let no_init = || class.lookup(&self.names.init).is_none_or(|init| self.is_object_method(&init));
        let new = class.lookup(&self.names.new).filter(|_| own_kind && plain_meta && no_init());
        let new = new.filter(|new| !self.is_object_method(new));
        let maker = match new.as_ref().and_then(Value::get::<Native>) {
            Some(native) => Maker::Native(native.id),
            None if std::ptr::eq(class, &*self.types.type_) => Maker::Type,
            None if plain_meta && class.layout == Layout::Exception => self.find_exception_maker(class),
            None if plain_meta && !class.builtin => self.find_init(class).map_or(Maker::None, Maker::Init),
            None => Maker::None,
        };
        class.maker.set(maker);
        maker
    }

    /// How exceptions of a class are made.
    fn find_exception_maker(&self, class: &Class) -> Maker {
        let of_base = |name: &Gc<Str>, found: &Value| self.exc.base_exception.lookup(name).is_some_and(|own| own.same(found));
        if !class.lookup(&self.names.new).is_some_and(|new| of_base(&self.names.new, &new)) {
            return Maker::None;
        }
        let Some(place) = class.lookup_place(&self.names.init) else { return Maker::None };
        let init = class.lookup_at(place);
        if of_base(&self.names.init, &init) {
            Maker::Exception
        } else if init.is::<Function>() {
            Maker::ExceptionInit(place)
        } else {
            Maker::None
        }
    }

    /// Where the lookups of a class keep its `__init__`, if that is a script's function and all there is to making an instance.
    fn find_init(&self, class: &Class) -> Option<u32> {
        let object_new = |new: Value| {
            let new = new.get::<StaticMethod>().map_or(new.clone(), |method| method.0.clone());
            self.is_object_method(&new)
        };
        if class.layout != Layout::Plain || !class.lookup(&self.names.new).is_none_or(object_new) {
            return None;
        }
        class.lookup_place(&self.names.init).filter(|place| class.lookup_at(*place).is::<Function>())
    }

    /// `type.__call__`: makes an instance of a class.
    pub(super) fn construct(&mut self, class: &Gc<Class>, args: Args<'_>) -> Result<Called> {
        if let Some(maker) = self.maker(class)
            && self.native_takes(maker, args.values.len() - args.names.len() + 1, !args.names.is_empty())
        {
            let class: Value = class.clone().into();
            if let [only] = args.values {
                return self.call_native(maker, &[class, only.clone()], args.names).map(Called::Value);
            }
            let all: Vec<Value> = std::iter::once(class).chain(args.values.iter().cloned()).collect();
            return self.call_native(maker, &all, args.names).map(Called::Value);
        }
        let new = class
            .lookup(&self.names.new)
            .map(|new| new.get::<crate::object::StaticMethod>().map_or(new.clone(), |method| method.0.clone()));
        let init = class.lookup(&self.names.init);
        let plain_new = class.layout == Layout::Plain && new.as_ref().is_none_or(|new| self.is_object_method(new));
        let instance: Value = if plain_new {
            self.check_object_args(class, new.is_some(), init.as_ref(), args)?;
            self.check_abstract(class)?;
            Instance::new(class.clone()).into()
        } else if let Some(new) = new {
            if class.layout == Layout::Exception && args.names.is_empty() && self.is_exception_method(&new) {
                let instance: Value = Exception::new(class.clone(), Tuple::new(args.values)).into();
                return match init {
                    // It would take the same arguments once more.
                    Some(init) if !self.is_exception_method(&init) => self.initialise(init, instance, args),
                    _ => Ok(Called::Value(instance)),
                };
            }
            let mut all: smallvec::SmallVec<[Value; 6]> = smallvec::SmallVec::with_capacity(args.values.len() + 1);
            all.push(class.clone().into());
            all.extend(args.values.iter().cloned());
            self.call_kw(&new, &all, args.names)?
        } else {
            return Err(self.type_error(format!("cannot create '{}' instances", class.name.borrow())));
        };
        if !plain_new && !self.class_of(&instance).derives_from(class) {
            return Ok(Called::Value(instance));
        }
        match init {
            Some(init) if !self.is_object_method(&init) => self.initialise(init, instance, args),
            _ => Ok(Called::Value(instance)),
        }
    }

    fn initialise(&mut self, init: Value, instance: Value, args: Args<'_>) -> Result<Called> {
        let mut all: smallvec::SmallVec<[Value; 8]> = smallvec::SmallVec::with_capacity(args.values.len() + 1);
        let init = if matches!(init.kind(), Some(Kind::Function | Kind::Native)) {
            all.push(instance.clone());
            init
        } else {
            let class = self.class_of(&instance);
            self.bind_descriptor(&init, &instance, &class)?
        };
        all.extend(args.values.iter().cloned());
        Ok(match self.prepare(&init, Args { values: &all, names: args.names })? {
            Called::Frame(frame) => Called::Init(frame, instance),
            Called::Value(result) | Called::Init(_, result) => {
                self.check_init(&result)?;
                Called::Value(instance)
            }
        })
    }

    /// Whether a value is a method row of `object`.
    fn is_object_method(&self, value: &Value) -> bool {
        value.get::<Native>().is_some_and(|native| native.owner.same(&*self.types.object.name.borrow()))
    }

    /// Whether a value is a method row of `BaseException`.
    fn is_exception_method(&self, value: &Value) -> bool {
        value.get::<Native>().is_some_and(|native| native.owner.same(&*self.exc.base_exception.name.borrow()))
    }

    /// `object()` takes no arguments, unless one of `__new__` and `__init__` is overridden and takes them.
    fn check_object_args(&self, class: &Gc<Class>, _has_new: bool, init: Option<&Value>, args: Args<'_>) -> Result<()> {
        if args.values.is_empty() || init.is_some_and(|init| !self.is_object_method(init)) {
            return Ok(());
        }
        Err(self.type_error(format!("{}() takes no arguments", class.name.borrow())))
    }

    /// A class with abstract methods (module abc) has no instances.
    pub fn check_abstract(&mut self, class: &Gc<Class>) -> Result<()> {
        if class.metaclass.get().is_none_or(|meta| meta.same(&self.types.type_)) {
            return Ok(());
        }
        let Some(methods) = class.namespace().get_text("__abstractmethods__") else { return Ok(()) };
        let mut names = Vec::new();
        for name in self.collect(&methods)? {
            names.push(format!("'{}'", self.str(&name)?));
        }
        if names.is_empty() {
            return Ok(());
        }
        names.sort();
        let plural = if names.len() == 1 { "" } else { "s" };
        Err(self.type_error(format!(
            "Can't instantiate abstract class {} without an implementation for abstract method{plural} {}",
            class.name.borrow(),
            names.join(", ")
        )))
    }

    /// For `__new__` rows of built-in types: the value itself, or for a subclass an instance that carries it.
    #[inline(always)]
    pub fn wrap_new(&mut self, class: &Value, value: Value) -> Result {
        match class.gc::<Class>() {
            Some(class) if class.builtin => Ok(value),
            _ => self.wrap_derived(class, value),
        }
    }

    #[inline(never)]
    fn wrap_derived(&mut self, class: &Value, value: Value) -> Result {
        let Some(class) = class.gc::<Class>() else {
            return Err(self.type_error(format!("__new__(X): X is not a type object ({})", self.type_name(class))));
        };
        Ok(Instance::with_payload(class.clone(), value).into())
    }
}

/// The class that says what instances hold: the first with members of its own, else the built-in one at the root.
fn solid_base(class: &Gc<Class>) -> Option<Gc<Class>> {
    let order: Vec<Gc<Class>> = std::iter::once(class.clone()).chain(class.mro_rest().iter().cloned()).collect();
    let with_members = order.iter().find(|class| class.has_own_members());
    with_members.or_else(|| order.iter().rfind(|class| class.builtin && class.layout != Layout::Plain)).cloned()
}

/// Whether instances of one built-in class are laid out as those of another.
fn shares_layout(a: &Class, b: &Class) -> bool {
    a.builtin && b.builtin && a.layout == b.layout && a.layout != Layout::Immediate
}
