package org.ringback.diagnosis.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.network.IcmpError;

/**
 * Errors of ICMP about packets of SIP that are not in the capture themselves, as where somebody filtered for ICMP, or captured
 * on another interface (RFC 3261, 18.4).
 */
final class UndeliveredAlone implements Pattern {

    private static final Kind UNDELIVERED = Kind.of(
            "sip-packet-undeliverable", Weight.FAILURE, 3261, "18.4", "sender", "receiver", "teller", "error", "count");

    /** How a message of SIP begins (RFC 3261, 7). */
    private static final java.util.regex.Pattern MESSAGE =
            java.util.regex.Pattern.compile("^(SIP/2\\.0 \\d|[A-Z]{3,12} (sips?|tel):)");

    private static final int SHOWN = 3;

    /** Signs of life and requests of STUN are shorter than any message. Bytes. */
    private static final int SHORTEST = 120;

    private record Same(String label, String teller, Endpoint sender, Endpoint receiver) {}

    @Override
    public List<Kind> kinds() {
        return List.of(UNDELIVERED);
    }

    @Override
    public List<Incident> in(Traffic traffic) {
        Map<Same, List<IcmpError>> groups = new LinkedHashMap<>();
        traffic.network().all().stream()
                .flatMap(event -> event instanceof IcmpError error && ofSip(error) && alone(error, traffic)
                        ? Stream.of(error)
                        : Stream.empty())
                .forEach(error -> groups.computeIfAbsent(
                                new Same(error.label(), error.seen().source().host(), error.from(), error.to()),
                                _ -> new ArrayList<>())
                        .add(error));
        return groups.entrySet().stream()
                .map(group -> new Incident(found(group.getKey(), group.getValue()), List.of()))
                .toList();
    }

    private static Finding found(Same same, List<IcmpError> errors) {
        boolean read = errors.stream().noneMatch(error -> error.quote().text().isEmpty());
        return Finding.about(UNDELIVERED, read ? Certainty.CERTAIN : Certainty.LIKELY)
                .seen(errors.stream().limit(SHOWN).map(IcmpError::seen).toList())
                .with("sender", Value.of(same.sender()))
                .with("receiver", Value.of(same.receiver()))
                .with("teller", same.teller())
                .with("error", same.label())
                .with("count", Value.of(errors.size()))
                .found();
    }

    /** Connections are told as such; for a packet without text its ports must do. */
    private static boolean ofSip(IcmpError error) {
        var quote = error.quote();
        return !quote.tcp()
                && (quote.text().isEmpty()
                        ? (quote.length() == 0 || quote.length() >= SHORTEST)
                                && (FailedConnections.ofSip(quote.source())
                                        || FailedConnections.ofSip(quote.destination()))
                        : MESSAGE.matcher(quote.text()).find());
    }

    /** What calls show is told with them, or is known to have done no harm. */
    private static boolean alone(IcmpError error, Traffic traffic) {
        return !traffic.told(error.seen())
                && traffic.lastHeard(error.from().host()) == Captured.NO_TIME
                && traffic.lastHeard(error.to().host()) == Captured.NO_TIME;
    }
}
