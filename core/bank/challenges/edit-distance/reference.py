def steps_within(first: str, second: str, limit: int) -> int:
    if abs(len(first) - len(second)) > limit:
        return -1
    too_many = limit + 1
    # above[c] is the number of steps from the letters of `first` so far to second[:c]; columns
    # further than `limit` from the diagonal are left out, for they need too many steps.
    above = {column: column for column in range(min(len(second), limit) + 1)}
    for row, letter in enumerate(first, start=1):
        here: dict[int, int] = {}
        for column in range(max(0, row - limit), min(len(second), row + limit) + 1):
            fewest = 1 + min(above.get(column, too_many), here.get(column - 1, too_many))
            if column > 0:
                fewest = min(fewest, above[column - 1] + (letter != second[column - 1]))
            here[column] = fewest
        above = here
    return above[len(second)] if above[len(second)] <= limit else -1
