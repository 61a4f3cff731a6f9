package org.ringback.call;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringback.capture.wire.Captured;

/**
 * Compares the clocks of files by the messages that two of them hold: the same request or response of the same transaction
 * (RFC 3261, 17.1.3 and 17.2.3), seen on its way between the same two elements, at one place and at another. The first file is
 * taken for right.
 */
public final class FileClocks {

    /** Less would be chance: three messages are one call that was answered. */
    private static final int FEWEST = 6;

    /** No way through a network takes longer, and no clock that is worth correcting wanders more within a capture. */
    private static final Duration MOST_UNEVEN = Duration.ofMillis(400);

    /** Of all messages, to take no notice of those that one of the files lost and has as a retransmission. */
    private static final double MOST_OF_THEM = 0.9;

    private FileClocks() {}

    /** One message on one hop; of what is sent again the first one counts. */
    private record Same(String branch, long cseq, String method, int status, String callId) {}

    /** When and by whom it was sent, as one file saw it. */
    private record Seen(long time, String from, String to) {}

    /** Two elements between which messages go. */
    private record Hop(String one, String other) {}

    /** By how much a file is behind on one hop, in microseconds, told by what went there and what came back. */
    private static final class Behind {
        private final List<Long> there = new ArrayList<>();
        private final List<Long> back = new ArrayList<>();

        /**
         * What passes on the way is added to one direction and taken from the other: in the middle between both there is
         * nothing of it.
         */
        private long middle() {
            if (there.isEmpty() || back.isEmpty()) {
                return median(there.isEmpty() ? back : there);
            }
            return Math.floorDiv(median(there) + median(back), 2L);
        }
    }

    /**
     * What can be told of each file but the first.
     *
     * @param files how many there are
     * @return by the index of the file
     */
    public static Map<Integer, FileClock> of(List<Call> calls, int files) {
        List<Map<Same, Seen>> seen = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            seen.add(new HashMap<>());
        }
        calls.stream().flatMap(call -> call.messages().stream()).forEach(message -> note(message, seen));
        Map<Integer, FileClock> told = new TreeMap<>();
        Map<Integer, Long> right = new TreeMap<>(Map.of(0, 0L));
        boolean more = true;
        // A file that has nothing in common with the first one may have so with one that has.
        while (more) {
            more = false;
            for (int file = 1; file < files; file++) {
                if (!right.containsKey(file)) {
                    FileClock clock = best(seen, file, right);
                    told.put(file, clock);
                    if (clock instanceof FileClock.Known known) {
                        right.put(file, known.offset().toNanos() / 1000);
                        more = true;
                    }
                }
            }
        }
        return told;
    }

    private static void note(Message message, List<Map<Same, Seen>> seen) {
        Captured captured = message.captured();
        var head = message.head();
        if (!Captured.dated(captured.time()) || head.branch().isEmpty() || head.cseq() < 0) {
            return;
        }
        var same = new Same(head.branch(), head.cseq(), head.method(), head.status(), head.callId());
        var here = new Seen(
                captured.time(),
                captured.source().host(),
                captured.destination().host());
        seen.get(captured.file()).merge(same, here, (one, other) -> one.time() <= other.time() ? one : other);
    }

    /** By the file that has most in common with it. */
    private static FileClock best(List<Map<Same, Seen>> seen, int file, Map<Integer, Long> right) {
        FileClock best = new FileClock.TooFew(0);
        for (var against : right.entrySet()) {
            FileClock clock = compare(seen.get(file), seen.get(against.getKey()), against.getKey(), against.getValue());
            boolean known = clock instanceof FileClock.Known;
            boolean knownBefore = best instanceof FileClock.Known;
            if ((known && !knownBefore) || (known == knownBefore && clock.messages() > best.messages())) {
                best = clock;
            }
        }
        return best;
    }

    private static FileClock compare(
            Map<Same, Seen> file, Map<Same, Seen> reference, int against, long referenceOffset) {
        Map<Hop, Behind> hops = new HashMap<>();
        List<Long> all = new ArrayList<>();
        file.forEach((same, here) -> {
            Seen there = reference.get(same);
            if (there != null) {
                long behind = there.time() + referenceOffset - here.time();
                boolean forth = there.from().compareTo(there.to()) <= 0;
                var hop = forth ? new Hop(there.from(), there.to()) : new Hop(there.to(), there.from());
                Behind both = hops.computeIfAbsent(hop, _ -> new Behind());
                (forth ? both.there : both.back).add(behind);
                all.add(behind);
            }
        });
        if (all.size() < FEWEST) {
            return new FileClock.TooFew(all.size());
        }
        List<Long> middles = new ArrayList<>();
        hops.values()
                .forEach(hop -> middles.addAll(Collections.nCopies(hop.there.size() + hop.back.size(), hop.middle())));
        long offset = median(middles);
        Duration spread = micros(spread(all, offset));
        return spread.compareTo(MOST_UNEVEN) > 0
                ? new FileClock.TooUneven(spread, all.size())
                : new FileClock.Known(against, micros(offset), spread, all.size());
    }

    private static long spread(List<Long> all, long offset) {
        long[] apart =
                all.stream().mapToLong(one -> Math.abs(one - offset)).sorted().toArray();
        return apart[(int) Math.ceil(MOST_OF_THEM * apart.length) - 1];
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
