"""Policy iteration for a game of dice: states are keys of classes of their own, one a tuple, one with `__hash__`."""


class State(tuple):
    """Points so far, points at stake, throws left: a tuple with names."""

    def __new__(cls, points, stake, throws):
        return tuple.__new__(cls, (points, stake, throws))

    @property
    def points(self):
        return self[0]

    @property
    def stake(self):
        return self[1]

    @property
    def throws(self):
        return self[2]

    def __repr__(self):
        return f"State({self[0]}, {self[1]}, {self[2]})"


class Choice:
    """A state and what is done there."""

    def __init__(self, state, action):
        self.state = state
        self.action = action

    def __hash__(self):
        return hash((self.state, self.action))

    def __eq__(self, other):
        return isinstance(other, Choice) and self.state == other.state and self.action == other.action


GOAL = 25
HOLD, THROW = "hold", "throw"


class Game:
    """Whoever throws a one loses the stake; holding banks it; only so many throws are allowed."""

    def __init__(self, goal, throws):
        self.start = State(0, 0, throws)
        self.goal = goal
        self.outcomes = {}
        self.states = []
        self.explore()

    def actions(self, state):
        if state.points >= self.goal or state.throws == 0:
            return []
        return [HOLD, THROW] if state.stake else [THROW]

    def after(self, state, action):
        """Pairs of probability and state."""
        points, stake, throws = state
        if action == HOLD:
            yield 1.0, State(min(points + stake, self.goal), 0, throws - 1)
            return
        yield 1 / 6, State(points, 0, throws - 1)
        for eyes in range(2, 7):
            yield 1 / 6, State(points, min(stake + eyes, self.goal), throws - 1)

    def explore(self):
        seen = {self.start}
        todo = [self.start]
        while todo:
            state = todo.pop()
            self.states.append(state)
            for action in self.actions(state):
                outcomes = list(self.after(state, action))
                self.outcomes[Choice(state, action)] = outcomes
                for _, following in outcomes:
                    if following not in seen:
                        seen.add(following)
                        todo.append(following)

    def reward(self, state):
        return 1.0 if state.points >= self.goal else 0.0


class PolicyIteration:
    def __init__(self, game):
        self.game = game
        self.policy = {state: game.actions(state)[0] for state in game.states if game.actions(state)}
        self.values = {state: game.reward(state) for state in game.states}

    def value_of(self, state, action):
        return sum(chance * self.values[following] for chance, following in self.game.outcomes[Choice(state, action)])

    def evaluate(self):
        sweeps = 0
        while True:
            sweeps += 1
            change = 0.0
            for state, action in self.policy.items():
                value = self.value_of(state, action)
                change = max(change, abs(value - self.values[state]))
                self.values[state] = value
            if change < 1e-9:
                return sweeps

    def improve(self):
        changed = 0
        for state in self.policy:
            best = max(self.game.actions(state), key=lambda action: self.value_of(state, action))
            if best != self.policy[state]:
                self.policy[state] = best
                changed += 1
        return changed

    def run(self):
        rounds = sweeps = 0
        while True:
            rounds += 1
            sweeps += self.evaluate()
            if not self.improve():
                return rounds, sweeps


game = Game(GOAL, 12)
solver = PolicyIteration(game)
print(len(game.states), len(game.outcomes), *solver.run())
print(f"{solver.values[game.start]:.9f}", sum(action == HOLD for action in solver.policy.values()))
print(max(state for state, action in solver.policy.items() if action == THROW and state.stake))
