# scheduler on a clock of its own: order, cancelling, running in steps.
# collections: as usual
import sched
import time


class Clock:
    def __init__(self):
        self.now = 0

    def time(self):
        return self.now

    def sleep(self, seconds):
        if seconds:
            print(f"  wait {seconds}")
        self.now += seconds


clock = Clock()
plan = sched.scheduler(clock.time, clock.sleep)
print(plan.empty(), plan.queue, plan.run(), plan.run(blocking=False))
late = plan.enter(5, 1, print, ("late",), {"end": "!\n"})
second = plan.enterabs(3, 2, print, argument=("second",))
first = plan.enterabs(3, 1, print, ("first",))
third = plan.enterabs(3, 2, print, ("third",))
print([event.argument for event in plan.queue], plan.empty(), late.kwargs, first.kwargs, late._fields)
print(late.time, late.priority, late.sequence, second.sequence, type(late) is sched.Event, first < second < third < late)
plan.cancel(second)
for event in (second, "x"):
    try:
        plan.cancel(event)
    except ValueError as error:
        print(type(error).__name__)
print(plan.run(blocking=False))
clock.now = 3
print(plan.run(False))
plan.run()
print(plan.empty(), plan.queue, clock.now)


def again(left):
    print("again", left, clock.now)
    if left:
        plan.enter(1, 0, again, kwargs={"left": left - 1})


plan.enter(1, 0, again, (2,))
plan.run()

# An error of an action leaves the others in the queue.
plan.enter(1, 1, lambda: 1 / 0)
plan.enter(2, 1, print, ("after the error",))
try:
    plan.run()
except ZeroDivisionError as error:
    print(error, len(plan.queue))
plan.run()

# Of events at one time the lower priority runs first, of equal ones the earlier.
for priority, name in ((3, "c"), (1, "a"), (2, "b"), (1, "aa")):
    plan.enterabs(clock.now + 1, priority, print, (name,))
copy = plan.queue
copy.clear()
print(len(plan.queue))
plan.run()
shared = {"sep": "-"}
event = plan.enter(0, 0, print, ("x", "y"), shared)
print(event.kwargs is shared)
plan.run()

real = sched.scheduler()
print(real.timefunc is time.monotonic, real.delayfunc is time.sleep)
real.enter(0.002, 1, print, ("two",))
real.enter(0.001, 1, print, ("one",))
started = time.monotonic()
real.run()
print(time.monotonic() - started >= 0.002, sched.__all__)
