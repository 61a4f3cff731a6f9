package org.ringback.flow;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringback.capture.wire.Endpoint;
import org.ringback.media.MediaSeen;
import org.ringback.media.MediaStream;
import org.ringback.media.PassedOver;

/**
 * Why media of a call may be there and are not found at its time.
 *
 * @param from when the first stream of the call may begin, in microseconds
 * @param to when the last one may
 * @param files in which its messages stand
 */
record OutOfTime(long from, long to, Set<Integer> files) {

    /** Of what there was too much to look at all of it until a time. */
    static Set<PassedOver.Kind> passedOver(MediaSeen seen, long until) {
        return seen.passedOver().stream()
                .filter(each -> each.before(until))
                .map(PassedOver::kind)
                .collect(Collectors.toSet());
    }

    /** Whether a file without its messages has streams between its very ports at another time, so by another clock. */
    boolean between(Map<Endpoint, Announced> ports, PortStreams byDestination) {
        return ports.entrySet().stream()
                .anyMatch(asked -> byDestination.all(asked.getKey()).stream()
                        .anyMatch(stream -> !files.contains(stream.file())
                                && !beganInside(stream)
                                && of(
                                        ports.get(stream.source()),
                                        asked.getValue().side().other())));
    }

    private static boolean of(Announced sender, Side side) {
        return sender != null && sender.side() == side;
    }

    private boolean beganInside(MediaStream stream) {
        long first = stream.first().time();
        return first >= from && first <= to;
    }
}
