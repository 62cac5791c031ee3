package io.onsale.standalone.crowd;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How large the crowd is and how it goes about.
 *
 * @param fans how many
 * @param seats how many seats the show has
 * @param edges base addresses of the edges; fans use them in turn
 * @param seed the same seed makes the same fans
 * @param holdSeconds how long a hold lasts, short enough to see some expire
 * @param arrivals within what time all fans come
 * @param cap when the crowd goes home at the latest
 * @param speed how many times faster than people the fans are
 * @param room the waiting room before the show, where it has one
 */
public record CrowdSettings(
        int fans,
        int seats,
        List<URI> edges,
        long seed,
        int holdSeconds,
        Duration arrivals,
        Duration cap,
        double speed,
        Optional<CrowdRoom> room) {

    public CrowdSettings {
        edges = List.copyOf(edges);
        if (fans < 1 || seats < 1 || edges.isEmpty()) {
            throw new IllegalArgumentException("a crowd needs at least one fan, one seat and one edge");
        }
    }

    /** A crowd without a waiting room, that all comes within ten seconds and is ten times as fast as people. */
    public static CrowdSettings of(int fans, int seats, List<URI> edges) {
        return new CrowdSettings(
                fans, seats, edges, 1, 20, Duration.ofSeconds(10), Duration.ofMinutes(3), 10, Optional.empty());
    }

    public CrowdSettings withSeed(long other) {
        return new CrowdSettings(fans, seats, edges, other, holdSeconds, arrivals, cap, speed, room);
    }

    public CrowdSettings withHoldSeconds(int seconds) {
        return new CrowdSettings(fans, seats, edges, seed, seconds, arrivals, cap, speed, room);
    }

    /** Fans come within that time and go home at the latest at the cap. */
    public CrowdSettings withTimes(Duration otherArrivals, Duration otherCap) {
        return new CrowdSettings(fans, seats, edges, seed, holdSeconds, otherArrivals, otherCap, speed, room);
    }

    public CrowdSettings withSpeed(double faster) {
        return new CrowdSettings(fans, seats, edges, seed, holdSeconds, arrivals, cap, faster, room);
    }

    /** Fans wait in line before they may shop. */
    public CrowdSettings withRoom(CrowdRoom before) {
        return new CrowdSettings(fans, seats, edges, seed, holdSeconds, arrivals, cap, speed, Optional.of(before));
    }
}
