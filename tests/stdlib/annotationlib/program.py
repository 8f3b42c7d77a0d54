"""A small field collector, as libraries of data classes do it: fields in order, defaults, types that come later."""
from annotationlib import Format, ForwardRef, call_annotate_function, get_annotate_from_class_namespace, get_annotations, type_repr


class Field:
    def __init__(self, name, annotation, default):
        self.name, self.annotation, self.default = name, annotation, default

    def __repr__(self):
        annotation = self.annotation.__forward_arg__ + "?" if isinstance(self.annotation, ForwardRef) else type_repr(self.annotation)
        return f"{self.name}: {annotation}" + ("" if self.default is Field else f" = {self.default!r}")

    def resolve(self):
        if isinstance(self.annotation, ForwardRef):
            self.annotation = self.annotation.evaluate()
        return self.annotation


class Collecting(type):
    def __new__(meta, name, bases, namespace):
        annotate = get_annotate_from_class_namespace(namespace)
        made = super().__new__(meta, name, bases, namespace)
        fields = dict(getattr(bases[0], "fields", {})) if bases else {}
        if annotate is not None:
            for key, annotation in call_annotate_function(annotate, Format.FORWARDREF, owner=made).items():
                fields[key] = Field(key, annotation, namespace.get(key, Field))
        made.fields = fields
        return made


class Record(metaclass=Collecting):
    def __init__(self, **values):
        for field in self.fields.values():
            value = values.pop(field.name, field.default)
            if value is Field:
                raise TypeError(f"{field.name} is missing")
            setattr(self, field.name, value)
        if values:
            raise TypeError(f"unknown: {', '.join(sorted(values))}")


class Person(Record):
    name: str
    friend: Pet = None
    address: Address | None = None


class Owner(Person):
    pets: list[Pet] = ()


print(Person.fields, Owner.fields, sep="\n")
print(get_annotations(Person, format=Format.STRING))


class Pet(Record):
    name: str


class Address(Record):
    street: str


print(Person.fields["friend"].resolve(), Person.fields["address"].resolve() == Address | None)
print(Person.fields)
print(get_annotations(Person))
person = Person(name="Ann", friend=Pet(name="Rex"))
print(person.name, person.friend.name, person.address)
for values in ({}, {"name": "x", "age": 3}):
    try:
        Person(**values)
    except TypeError as error:
        print("TypeError", error)
