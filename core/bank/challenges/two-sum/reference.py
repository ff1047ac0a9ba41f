def two_sum(numbers: list[int], target: int) -> list[int]:
    seen: dict[int, int] = {}
    for place, number in enumerate(numbers):
        if target - number in seen:
            return [seen[target - number], place]
        seen[number] = place
    return []
