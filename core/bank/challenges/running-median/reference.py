from heapq import heappop, heappush, heappushpop


def running_medians(readings: list[int]) -> list[float]:
    lower: list[int] = []  # the smaller half, negated so that its largest comes first
    upper: list[int] = []  # the larger half
    medians: list[float] = []
    for reading in readings:
        heappush(upper, -heappushpop(lower, -reading))
        if len(upper) > len(lower):
            heappush(lower, -heappop(upper))
        if len(lower) > len(upper):
            medians.append(float(-lower[0]))
        else:
            medians.append((upper[0] - lower[0]) / 2)
    return medians
