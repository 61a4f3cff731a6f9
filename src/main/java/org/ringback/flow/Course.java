package org.ringback.flow;

import java.util.ArrayList;
import java.util.List;
import org.ringback.media.MediaStream;
import org.ringback.media.Timeline;

/** A stream over time, in parts that follow each other. */
public record Course(CallStream stream, List<Part> parts) {

    /** So short a rest of the last part tells nothing of how many packets come in a second. */
    private static final double SHORTEST = 0.2;

    private static final double SECOND = 1e6;

    /**
     * One part.
     *
     * @param from in seconds since the moment from which times count
     * @param to where it ends, never after the stream
     * @param rate packets per second
     * @param lost packets that should have come in it
     * @param jitter the highest, in microseconds
     */
    public record Part(double from, double to, double rate, int lost, int jitter) {}

    public Course {
        parts = List.copyOf(parts);
    }

    static Course of(CallStream stream, long zero) {
        MediaStream of = stream.stream();
        Timeline timeline = of.timeline();
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < timeline.parts(); part++) {
            double from = (timeline.begin() + part * timeline.width() - zero) / SECOND;
            double whole = timeline.width() / SECOND;
            double length = Math.min(whole, (of.last().time() - zero) / SECOND - from);
            parts.add(new Part(
                    from,
                    from + Math.max(0, length),
                    timeline.packets(part) / Math.max(length, SHORTEST * whole),
                    timeline.lost(part),
                    timeline.jitter(part)));
        }
        return new Course(stream, parts);
    }

    /** The most packets that come in a second. */
    public double highestRate() {
        return parts.stream().mapToDouble(Part::rate).max().orElse(0);
    }

    /** In microseconds. */
    public int highestJitter() {
        return parts.stream().mapToInt(Part::jitter).max().orElse(0);
    }
}
