# Programs: a timetable, a rate limiter and a simulation, all on a virtual clock.
import sched


class World:
    """Time that only passes when somebody waits."""

    def __init__(self):
        self.now = 0.0
        self.plan = sched.scheduler(lambda: self.now, self.wait)

    def wait(self, seconds):
        self.now += seconds


def timetable():
    world = World()
    log = []

    def train(name, stops, every):
        log.append((world.now, name))
        if stops > 1:
            world.plan.enter(every, len(name), train, (name, stops - 1), {"every": every})

    world.plan.enterabs(10, 1, train, ("fast", 4, 15))
    world.plan.enterabs(10, 0, train, ("slow", 3, 20))
    world.plan.enterabs(30, 5, train, ("extra", 1, 0))
    world.plan.run()
    for when, name in log:
        print(f"{when:5.1f} {name}")


def steps():
    """run(blocking=False) tells how long until the next event."""
    world = World()
    for when in (2, 2, 5, 9):
        world.plan.enterabs(when, 0, print, ("  due", when))
    left = world.plan.run(blocking=False)
    while left is not None:
        print("next in", left, "of", len(world.plan.queue))
        world.now += left
        left = world.plan.run(False)
    print("done at", world.now, world.plan.empty())


def limiter(requests, per_second):
    world = World()
    free, done = 0.0, []
    for number, arrives in enumerate(requests):
        start = max(arrives, free)
        free = start + 1 / per_second
        world.plan.enterabs(start, number, lambda n=number: done.append((n, world.now)))
    cancelled = [event for event in world.plan.queue if event.time > 2]
    for event in cancelled:
        world.plan.cancel(event)
    world.plan.run()
    return done, len(cancelled)


def bank(customers, tellers):
    """Customers come every three minutes and need five to nine."""
    world = World()
    waiting, free, waits = [], tellers, []

    def come(number):
        waiting.append((number, world.now))
        serve()

    def serve():
        nonlocal free
        while free and waiting:
            number, since = waiting.pop(0)
            free -= 1
            waits.append(world.now - since)
            world.plan.enter(5 + number * 7 % 5, 1, leave, argument=(number,))

    def leave(number):
        nonlocal free
        free += 1
        serve()

    for number in range(customers):
        world.plan.enterabs(number * 3, 2, come, (number,))
    world.plan.run()
    return world.now, max(waits), sum(waits) / len(waits)


timetable()
steps()
print(limiter([0, 0.1, 0.2, 0.3, 5], 2))
print(bank(10, 1), bank(10, 2), bank(10, 3))
try:
    World().plan.enter(1, 1)
except TypeError as error:
    print(str(error).split(".")[-1])
event = World().plan.enter(1, 2, print, ("a",), {"end": ""})
print(event.time, event.priority, event.argument, event.kwargs, event._replace(priority=3).priority, sched.Event._fields)
print(sched.Event(1, 2, 3, None, (), {}) < sched.Event(1, 2, 4, None, (), {}), sched.Event(1, 2, 3, None, (), {}) == sched.Event(1, 2, 3, None, (), {}))
