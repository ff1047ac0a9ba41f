def team_sizes(managers: list[int]) -> list[int]:
    sizes = [0] * len(managers)
    unfinished = [0] * len(managers)  # direct reports whose own team is not counted yet
    for manager in managers:
        if manager >= 0:
            unfinished[manager] += 1
    ready = [person for person, reports in enumerate(unfinished) if reports == 0]
    while ready:
        person = ready.pop()
        manager = managers[person]
        if manager < 0:
            continue
        sizes[manager] += sizes[person] + 1
        unfinished[manager] -= 1
        if unfinished[manager] == 0:
            ready.append(manager)
    return sizes
