package org.ringback.ladder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.flow.Announced;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallStream;
import org.ringback.ladder.Peers.Way;
import org.ringback.media.MediaStream;
import org.ringback.media.Timeline;

/** The streams of the legs of a call, and between which columns they go. */
final class Bands {

    /** More of them would hide the messages; these have the most packets. */
    private static final int MOST = 12;

    private record Stream(CallStream stream, int leg) {}

    private final Ends ends;
    private final Sockets sockets;
    private final List<Stream> streams;

    /**
     * Takes the streams whose time is known, each once though several legs may have it.
     *
     * @param media of each leg
     */
    Bands(List<CallMedia> media, Ends ends, Sockets sockets) {
        this.ends = ends;
        this.sockets = sockets;
        Set<MediaStream> known = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Stream> all = new ArrayList<>();
        for (int leg = 0; leg < media.size(); leg++) {
            for (CallStream stream : media.get(leg).streams()) {
                if (stream.stream().first().time() != Captured.NO_TIME && known.add(stream.stream())) {
                    all.add(new Stream(stream, leg));
                }
            }
        }
        streams = all.stream()
                .sorted(Comparator.comparingLong(
                                (Stream each) -> each.stream().stream().packets())
                        .reversed())
                .limit(MOST)
                .sorted(Comparator.comparingLong(
                        each -> each.stream().stream().first().time()))
                .toList();
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    /** From which column to which its streams go. */
    List<Way> ways(Grouping grouping) {
        return streams.stream().map(each -> way(each.stream(), grouping)).toList();
    }

    private Way way(CallStream stream, Grouping grouping) {
        return new Way(
                id(stream.stream().source(), stream.sender(), grouping),
                id(stream.stream().destination(), stream.receiver(), grouping));
    }

    private String id(Endpoint endpoint, Optional<Announced> announced, Grouping grouping) {
        return sockets.id(endpoint, announced.map(each -> ends.from(each.message())), grouping);
    }

    /** Of streams whose columns are shown, among lines whose times are all known. */
    List<Band> among(List<Line> lines, List<Column> shown, Grouping grouping) {
        if (lines.isEmpty() || lines.stream().anyMatch(line -> line.time() == Captured.NO_TIME)) {
            return List.of();
        }
        Map<String, Integer> places = Peers.places(shown);
        var clock = new Clock(lines);
        List<Band> bands = new ArrayList<>();
        for (Stream each : streams) {
            Way way = way(each.stream(), grouping);
            Integer from = places.get(way.from());
            Integer to = places.get(way.to());
            if (from != null && to != null) {
                add(each, from, to, clock, bands);
            }
        }
        bands.sort(Comparator.comparingDouble(Band::begin));
        return bands;
    }

    private static void add(Stream each, int from, int to, Clock clock, List<Band> bands) {
        MediaStream stream = each.stream().stream();
        double begin = clock.place(stream.first().time());
        double end = Math.max(begin, clock.place(stream.last().time()));
        int side = from < to ? -1 : 1;
        boolean[] taken = new boolean[Band.MOST_LANES];
        bands.stream()
                .filter(band -> band.to() == to && band.side() == side)
                .filter(band -> band.row() <= end && begin <= Math.ceil(band.end()))
                .forEach(band -> taken[band.lane()] = true);
        for (int lane = 0; lane < taken.length; lane++) {
            if (!taken[lane]) {
                bands.add(new Band(each.stream(), each.leg(), from, to, begin, end, holes(stream, clock), lane));
                return;
            }
        }
    }

    /**
     * Where packets are lost: long holes from the packet before to the one after. Of short ones only the part of the time is known
     * in which they lie; they take as much of its middle as they are of what should have come in it.
     */
    private static List<Band.Hole> holes(MediaStream stream, Clock clock) {
        Timeline timeline = stream.timeline();
        List<Band.Hole> holes = new ArrayList<>();
        stream.longHoles()
                .forEach(hole -> holes.add(new Band.Hole(
                        clock.place(hole.before().time()),
                        clock.place(hole.after().time()),
                        hole.packets())));
        for (int part = 0; part < timeline.parts(); part++) {
            long begin = timeline.begin() + part * timeline.width();
            long end = Math.min(stream.last().time(), begin + timeline.width());
            long lost = timeline.lost(part) - longIn(stream, begin, begin + timeline.width());
            if (lost > 0) {
                long middle = (begin + end) / 2;
                long half = (end - begin) * lost / (2 * (lost + timeline.packets(part)));
                holes.add(new Band.Hole(clock.place(middle - half), clock.place(middle + half), lost));
            }
        }
        holes.sort(Comparator.comparingDouble(Band.Hole::begin));
        return holes;
    }

    /** How many packets are missing in long holes of which a part of the time holds the end: there they were missed. */
    private static long longIn(MediaStream stream, long begin, long end) {
        return stream.longHoles().stream()
                .filter(hole -> begin <= hole.after().time() && hole.after().time() < end)
                .mapToLong(MediaStream.Hole::packets)
                .sum();
    }

    /** Tells places among the rows by the time. */
    private final class Clock {

        private final long[] times;
        private final long last;

        private Clock(List<Line> lines) {
            times = lines.stream().mapToLong(Line::time).toArray();
            last = streams.stream()
                    .mapToLong(each -> each.stream().stream().last().time())
                    .max()
                    .orElse(0);
        }

        private double place(long time) {
            int row = 0;
            int end = times.length;
            while (end - row > 1) {
                int middle = (row + end) >>> 1;
                if (times[middle] <= time) {
                    row = middle;
                } else {
                    end = middle;
                }
            }
            long next = row + 1 < times.length ? times[row + 1] : last + 1;
            return time <= times[row] ? row : row + (double) (time - times[row]) / (next - times[row]);
        }
    }
}
