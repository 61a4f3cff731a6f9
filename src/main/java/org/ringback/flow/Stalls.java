package org.ringback.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.ringback.capture.wire.Captured;
import org.ringback.media.MediaSeen;
import org.ringback.media.MediaStream;

/**
 * Moments in which every stream of a file lacks packets at once, whoever sent it and whichever way it went. Networks seldom do
 * that; a host that captures and cannot keep up does.
 */
public final class Stalls {

    /** Fewer streams may meet the same trouble. */
    private static final int ENOUGH = 3;

    private final Map<Integer, NavigableMap<Long, Stall>> byFile = new HashMap<>();

    /**
     * One such moment, in microseconds since 1970.
     *
     * @param streams how many lack packets: all that there were then
     */
    public record Stall(long from, long to, int streams) {}

    /** A stream and one of its holes. */
    private record HoleOf(MediaStream stream, MediaStream.Hole hole) {

        private long before() {
            return hole.before().time();
        }

        private long after() {
            return hole.after().time();
        }
    }

    private Stalls() {}

    public static Stalls in(MediaSeen seen) {
        Map<Integer, List<MediaStream>> byFile = new HashMap<>();
        for (MediaStream stream : seen.streams()) {
            if (stream.first().time() != Captured.NO_TIME) {
                byFile.computeIfAbsent(stream.file(), _ -> new ArrayList<>()).add(stream);
            }
        }
        var stalls = new Stalls();
        byFile.forEach((file, streams) -> stalls.byFile.put(file, in(streams)));
        return stalls;
    }

    private static NavigableMap<Long, Stall> in(List<MediaStream> streams) {
        long[] begins = sorted(streams, stream -> stream.first().time());
        long[] ends = sorted(streams, stream -> stream.last().time());
        List<HoleOf> holes = streams.stream()
                .flatMap(stream -> stream.longHoles().stream().map(hole -> new HoleOf(stream, hole)))
                .sorted(Comparator.comparingLong(HoleOf::before))
                .toList();
        NavigableMap<Long, Stall> found = new TreeMap<>();
        for (int i = 0; i < holes.size(); ) {
            int next = i;
            long to = Long.MAX_VALUE;
            while (next < holes.size() && holes.get(next).before() < to) {
                to = Math.min(to, holes.get(next).after());
                next++;
            }
            List<HoleOf> together = holes.subList(i, next);
            long from = together.getLast().before();
            long middle = from + (to - from) / 2;
            int alive = notAfter(begins, middle) - notAfter(ends, middle);
            if (alive == together.size()
                    && severalWays(together)
                    && together.stream().noneMatch(each -> missedByReceiver(each.stream()))) {
                found.put(from, new Stall(from, to, together.size()));
            }
            i = next;
        }
        return found;
    }

    /** The same stream may be captured at several ports, and sound in one direction may be lost on its only way. */
    private static boolean severalWays(List<HoleOf> together) {
        Set<Long> sources = new HashSet<>();
        Set<String> senders = new HashSet<>();
        Set<String> receivers = new HashSet<>();
        for (HoleOf each : together) {
            sources.add(each.stream().ssrc());
            senders.add(each.stream().source().host());
            receivers.add(each.stream().destination().host());
        }
        senders.retainAll(receivers);
        return sources.size() >= ENOUGH && senders.size() >= 2;
    }

    /**
     * Whether the host that a stream goes to reports that at least half of what is missing in its long holes did not come there
     * either: then the network stood still, or the host on which this was captured, with all that it passes on.
     */
    private static boolean missedByReceiver(MediaStream stream) {
        long inHoles =
                stream.longHoles().stream().mapToLong(MediaStream.Hole::packets).sum();
        long elsewhere = Math.max(0, stream.loss().lost() - inHoles);
        return stream.reports().stream()
                .anyMatch(report -> report.reports() > 0
                        && report.reporter().host().equals(stream.destination().host())
                        && 2 * (report.lost() - elsewhere) >= inHoles);
    }

    private static long[] sorted(List<MediaStream> streams, ToLongFunction<MediaStream> time) {
        long[] times = streams.stream().mapToLong(time).toArray();
        Arrays.sort(times);
        return times;
    }

    private static int notAfter(long[] times, long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Those that account for most of the length of a hole of a stream of a file. */
    public List<Stall> in(int file, MediaStream.Hole hole) {
        NavigableMap<Long, Stall> all = byFile.get(file);
        return all == null
                ? List.of()
                : all.subMap(hole.before().time(), true, hole.after().time(), true).values().stream()
                        .filter(stall -> 2 * (stall.to() - stall.from()) > hole.length())
                        .toList();
    }
}
