from collections import deque


def fewest_steps(plan: list[str], cards: int) -> int:
    rows, columns = len(plan), len(plan[0])
    most_cards = {(0, 0): cards}  # the best that any visit so far had left in a square
    queue = deque([(0, 0, cards, 0)])
    while queue:
        row, column, left, steps = queue.popleft()
        if (row, column) == (rows - 1, columns - 1):
            return steps
        for r, c in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if not (0 <= r < rows and 0 <= c < columns) or plan[r][c] == "#":
                continue
            remaining = left - 1 if plan[r][c] == "D" else left
            if remaining > most_cards.get((r, c), -1):
                most_cards[r, c] = remaining
                queue.append((r, c, remaining, steps + 1))
    return -1
