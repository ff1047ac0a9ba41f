def longest_fresh_run(songs: list[str]) -> list[int]:
    last_played: dict[str, int] = {}
    start, best_start, best_length = 0, 0, 0
    for place, song in enumerate(songs):
        start = max(start, last_played.get(song, -1) + 1)
        last_played[song] = place
        length = place - start + 1
        if length > best_length:
            best_start, best_length = start, length
    return [best_start, best_length]
