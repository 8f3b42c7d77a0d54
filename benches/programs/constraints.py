"""One-way constraints of different strengths, kept satisfied while variables are edited (after the published
incremental algorithm): long chains of equalities and fans of scaled values."""

REQUIRED, STRONG, MEDIUM, WEAK, WEAKEST = range(5)
FORWARD, BACKWARD = "forward", "backward"


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.source = None
        self.mark = 0
        self.strength = WEAKEST
        self.stays = True

    def __repr__(self):
        return f"{self.name}={self.value}"


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def enforce(self, planner):
        self.connect()
        planner.add(self)

    def drop(self, planner):
        if self.is_satisfied():
            planner.remove(self)
        else:
            self.disconnect()

    def satisfy(self, mark, planner):
        """Chooses what to compute; gives the constraint that had to yield."""
        self.choose(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise ValueError("a required constraint cannot be kept")
            return None
        for variable in self.inputs():
            variable.mark = mark
        out = self.output()
        yielding = out.source
        if yielding is not None:
            yielding.forget()
        out.source = self
        if not planner.propagate(self, mark):
            raise ValueError("constraints go round in a circle")
        out.mark = mark
        return yielding

    def inputs_known(self, mark):
        return all(v.mark == mark or v.stays or v.source is None for v in self.inputs())

    def is_input(self):
        return False


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False
        self.enforce(planner)

    def connect(self):
        self.variable.constraints.append(self)
        self.satisfied = False

    def disconnect(self):
        self.variable.constraints.remove(self)
        self.satisfied = False

    def choose(self, mark):
        self.satisfied = self.variable.mark != mark and self.strength < self.variable.strength

    def is_satisfied(self):
        return self.satisfied

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def forget(self):
        self.satisfied = False

    def recalculate(self):
        self.variable.strength = self.strength
        self.variable.stays = not self.is_input()
        if self.variable.stays:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    def is_input(self):
        return True


class Binary(Constraint):
    def __init__(self, a, b, strength, planner):
        super().__init__(strength)
        self.a = a
        self.b = b
        self.direction = None
        self.enforce(planner)

    def connect(self):
        for variable in self.ends():
            variable.constraints.append(self)
        self.direction = None

    def disconnect(self):
        for variable in self.ends():
            variable.constraints.remove(self)
        self.direction = None

    def ends(self):
        return self.a, self.b

    def choose(self, mark):
        a, b = self.a, self.b
        if a.mark == mark:
            free = b.mark != mark and self.strength < b.strength
            self.direction = FORWARD if free else None
        elif b.mark == mark:
            self.direction = BACKWARD if self.strength < a.strength else None
        elif a.strength > b.strength:
            self.direction = BACKWARD if self.strength < a.strength else None
        else:
            self.direction = FORWARD if self.strength < b.strength else None

    def is_satisfied(self):
        return self.direction is not None

    def input(self):
        return self.a if self.direction == FORWARD else self.b

    def output(self):
        return self.b if self.direction == FORWARD else self.a

    def inputs(self):
        return (self.input(),)

    def forget(self):
        self.direction = None

    def recalculate(self):
        into, out = self.input(), self.output()
        out.strength = max(self.strength, into.strength)
        out.stays = into.stays
        if out.stays:
            self.execute()


class Equal(Binary):
    def execute(self):
        self.output().value = self.input().value


class Scaled(Binary):
    """b = a * factor + offset"""

    def __init__(self, a, factor, offset, b, strength, planner):
        self.factor = factor
        self.offset = offset
        super().__init__(a, b, strength, planner)

    def ends(self):
        return self.a, self.b, self.factor, self.offset

    def inputs(self):
        return self.input(), self.factor, self.offset

    def execute(self):
        if self.direction == FORWARD:
            self.b.value = self.a.value * self.factor.value + self.offset.value
        else:
            self.a.value = (self.b.value - self.offset.value) // self.factor.value

    def recalculate(self):
        into, out = self.input(), self.output()
        out.strength = max(self.strength, into.strength)
        out.stays = into.stays and self.factor.stays and self.offset.stays
        if out.stays:
            self.execute()


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def add(self, constraint):
        mark = self.new_mark()
        while constraint is not None:
            constraint = constraint.satisfy(mark, self)

    def remove(self, constraint):
        out = constraint.output()
        constraint.forget()
        constraint.disconnect()
        for unsatisfied in sorted(self.orphans(out), key=lambda c: c.strength):
            self.add(unsatisfied)

    def orphans(self, out):
        out.source = None
        out.strength = WEAKEST
        out.stays = True
        found = []
        todo = [out]
        while todo:
            variable = todo.pop()
            found.extend(c for c in variable.constraints if not c.is_satisfied())
            for constraint in self.consumers(variable):
                constraint.recalculate()
                todo.append(constraint.output())
        return found

    def consumers(self, variable):
        source = variable.source
        return [c for c in variable.constraints if c is not source and c.is_satisfied()]

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            constraint = todo.pop()
            out = constraint.output()
            if out.mark == mark:
                self.remove(constraint)
                return False
            constraint.recalculate()
            todo.extend(self.consumers(out))
        return True

    def plan(self, inputs):
        mark = self.new_mark()
        steps = []
        todo = [c for c in inputs if c.is_input() and c.is_satisfied()]
        while todo:
            constraint = todo.pop()
            out = constraint.output()
            if out.mark != mark and constraint.inputs_known(mark):
                steps.append(constraint)
                out.mark = mark
                todo.extend(self.consumers(out))
        return steps

    def change(self, variable, values):
        edit = Edit(variable, STRONG, self)
        plan = self.plan([edit])
        for value in values:
            variable.value = value
            for step in plan:
                step.execute()
        edit.drop(self)


def chain(length):
    planner = Planner()
    variables = [Variable(f"v{i}") for i in range(length)]
    for a, b in zip(variables, variables[1:]):
        Equal(a, b, REQUIRED, planner)
    Stay(variables[-1], WEAK, planner)
    planner.change(variables[0], range(40))
    assert variables[-1].value == 39, variables[-1]
    planner.change(variables[0], [7])
    return variables[-1]


def fan(width):
    planner = Planner()
    factor, offset = Variable("factor", 10), Variable("offset", 1000)
    sources, targets = [], []
    for i in range(width):
        source, target = Variable(f"s{i}", i), Variable(f"t{i}", i)
        sources.append(source)
        targets.append(target)
        Stay(source, WEAK, planner)
        Scaled(source, factor, offset, target, REQUIRED, planner)
    planner.change(sources[0], [17])
    assert targets[0].value == 1170, targets[0]
    planner.change(targets[0], [1050])
    assert sources[0].value == 5, sources[0]
    planner.change(factor, [5])
    assert all(t.value == s.value * 5 + 1000 for s, t in zip(sources[1:], targets[1:]))
    planner.change(offset, range(2000, 2040))
    return sum(target.value for target in targets)


print(chain(18_000), fan(9000))
