def rotate_grid(grid: list[list[int]], turns: int) -> list[list[int]]:
    rotated = [list(row) for row in grid]
    for _ in range(turns % 4):
        # Read from the last row up, each column is a row of the turned grid.
        rotated = [list(column) for column in zip(*reversed(rotated), strict=True)]
    return rotated
