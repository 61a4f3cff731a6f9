package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.ringback.call.Call;
import org.ringback.call.LegLink;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;

/** What hosts were told on the other legs of a call; thousands of legs may name one, and one may be of any length. */
final class OtherLegs {

    private final List<Map<Told, NavigableMap<Long, Message>>> legs = new ArrayList<>();

    private record Told(int status, String method, String host) {}

    /** @param links those that are no guess are looked at, in their order */
    OtherLegs(Call own, List<LegLink> links) {
        for (LegLink link : links) {
            if (link.confidence() != LegLink.Confidence.LOW) {
                legs.add(told(link.otherThan(own)));
            }
        }
    }

    private static Map<Told, NavigableMap<Long, Message>> told(Call leg) {
        Map<Told, NavigableMap<Long, Message>> told = new HashMap<>();
        leg.messages().stream()
                .limit(Case.MOST_MESSAGES)
                .filter(message -> message.head().status() >= 300 && message.time() != Captured.NO_TIME)
                .forEach(message -> told.computeIfAbsent(
                                new Told(
                                        message.head().status(),
                                        message.head().method(),
                                        message.captured().destination().host()),
                                _ -> new TreeMap<>())
                        .putIfAbsent(message.time(), message));
        return told;
    }

    /**
     * The first time that a host was told the same, in the order of the legs.
     *
     * @param within no longer before, in microseconds
     */
    Optional<Message> toldBefore(Message response, String host, long within) {
        var wanted = new Told(response.head().status(), response.head().method(), host);
        for (Map<Told, NavigableMap<Long, Message>> leg : legs) {
            NavigableMap<Long, Message> same = leg.get(wanted);
            var found = same == null ? null : same.higherEntry(response.time() - within);
            if (found != null && found.getKey() <= response.time()) {
                return Optional.of(found.getValue());
            }
        }
        return Optional.empty();
    }
}
