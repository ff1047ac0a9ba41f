def earliest_finish(seconds: list[int], copies: int) -> int:
    low, high = 0, min(seconds) * copies
    while low < high:
        middle = (low + high) // 2
        if sum(middle // each for each in seconds) >= copies:
            high = middle
        else:
            low = middle + 1
    return low
