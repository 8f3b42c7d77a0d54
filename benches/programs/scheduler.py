"""An operating system in small: tasks of several classes pass packets to each other under a scheduler."""

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE_PACKET, WORK_PACKET = range(2)
BUFFER = 4


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.data = [0] * BUFFER

    def append_to(self, queue):
        """Puts this packet at the end of a queue of linked packets and gives the queue."""
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class TaskState:
    def __init__(self, has_packet=False, waits=False):
        self.has_packet = has_packet
        self.waits = waits
        self.held = False

    def make_ready(self):
        self.has_packet = self.waits = self.held = False
        return self

    def can_resume(self):
        return not self.held and not (self.waits and not self.has_packet)

    def rests(self):
        return self.held or (self.waits and not self.has_packet)


class Task(TaskState):
    def __init__(self, system, number, priority, queue, waits):
        super().__init__(queue is not None, waits)
        self.system = system
        self.number = number
        self.priority = priority
        self.queue = queue
        system.add(self)

    def run(self):
        packet = None
        if self.waits and self.has_packet:
            packet = self.queue
            self.queue = packet.link
            self.has_packet = self.queue is not None
            self.waits = False
        return self.step(packet)

    def step(self, packet):
        raise NotImplementedError

    def wait(self):
        self.waits = True
        return self

    def hold(self):
        self.system.holds += 1
        self.held = True
        return self.system.after(self)

    def release(self, number):
        task = self.system.tasks[number]
        task.held = False
        return task if task.priority > self.priority else self

    def send(self, packet):
        task = self.system.tasks[packet.owner]
        self.system.packets += 1
        packet.owner = self.number
        return task.receive(packet, self)

    def receive(self, packet, sender):
        if self.queue is None:
            self.queue = packet
            self.has_packet = True
            packet.link = None
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.queue)
        return sender


class IdleTask(Task):
    def __init__(self, system, turns):
        super().__init__(system, IDLE, 0, None, False)
        self.control = 1
        self.turns = turns

    def step(self, packet):
        self.turns -= 1
        if self.turns == 0:
            return self.hold()
        if self.control & 1:
            self.control = self.control >> 1 ^ 0xD008
            return self.release(DEVICE_B)
        self.control >>= 1
        return self.release(DEVICE_A)


class WorkTask(Task):
    def __init__(self, system, priority, queue):
        super().__init__(system, WORKER, priority, queue, True)
        self.destination = HANDLER_A
        self.count = 0

    def step(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner = self.destination
        packet.datum = 0
        for i in range(BUFFER):
            self.count = self.count % 26 + 1
            packet.data[i] = ord("A") + self.count - 1
        return self.send(packet)


class HandlerTask(Task):
    def __init__(self, system, number, priority, queue):
        super().__init__(system, number, priority, queue, True)
        self.work = None
        self.devices = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == WORK_PACKET:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is None:
            return self.wait()
        if work.datum >= BUFFER:
            self.work = work.link
            return self.send(work)
        device = self.devices
        if device is None:
            return self.wait()
        self.devices = device.link
        device.datum = work.data[work.datum]
        work.datum += 1
        return self.send(device)


class DeviceTask(Task):
    def __init__(self, system, number, priority):
        super().__init__(system, number, priority, None, True)
        self.pending = None

    def step(self, packet):
        if packet is not None:
            self.pending = packet
            self.system.trace(packet.datum)
            return self.hold()
        packet, self.pending = self.pending, None
        return self.wait() if packet is None else self.send(packet)


class System:
    def __init__(self):
        self.tasks = {}
        self.order = []
        self.packets = 0
        self.holds = 0
        self.sum = 0

    def add(self, task):
        self.tasks[task.number] = task
        self.order.insert(0, task)

    def trace(self, datum):
        self.sum = (self.sum * 31 + datum) % 1000003

    def after(self, task):
        at = self.order.index(task) + 1
        return self.order[at] if at < len(self.order) else None

    def run(self):
        task = self.order[0]
        while task is not None:
            if task.rests():
                task = self.after(task)
            else:
                task = task.run()


def packets(owner, kind, count):
    queue = None
    for _ in range(count):
        queue = Packet(queue, owner, kind)
    return queue


def simulate(turns):
    system = System()
    IdleTask(system, turns)
    WorkTask(system, 1000, packets(WORKER, WORK_PACKET, 2))
    HandlerTask(system, HANDLER_A, 2000, packets(DEVICE_A, DEVICE_PACKET, 3))
    HandlerTask(system, HANDLER_B, 3000, packets(DEVICE_B, DEVICE_PACKET, 3))
    DeviceTask(system, DEVICE_A, 4000)
    DeviceTask(system, DEVICE_B, 5000)
    system.run()
    return system.packets, system.holds, system.sum


for _ in range(3):
    print(*simulate(50_000))
