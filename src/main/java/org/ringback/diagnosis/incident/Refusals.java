package org.ringback.diagnosis.incident;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.Call;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.sip.SipMessage;

/**
 * One host refuses many calls with the same code: because something is wrong there, or because all its channels are in use.
 * The code says whose refusal it may be (RFC 3261, 21).
 */
final class Refusals implements Pattern {

    static final Kind REFUSES =
            Kind.of("incident-refused", Weight.FAILURE, 3261, "21.5", "server", "code", "count", "all", "up");
    private static final Kind REQUESTS = Kind.of(
            "incident-requests-refused", Weight.FAILURE, 3261, "21.5", "server", "code", "count", "all", "method");
    private static final Kind CHANNELS =
            Kind.of("incident-channels-used-up", Weight.FAILURE, 3261, "21.5.4", "server", "code", "count", "up");

    /** Fewer may be chance. */
    private static final int MANY = 3;

    /** Said by people, about their login, or about a number that one caller mistyped. */
    private static final Set<Integer> PERSONAL = Set.of(401, 407, 486, 487, 491, 600, 603);

    /** About a number, unless everybody gets it whomever they call. */
    private static final Set<Integer> OF_NUMBERS = Set.of(404, 410, 480, 484, 485, 488, 604);

    /** What a host says that has no channel left; networks use others too, but then the cause says so. */
    private static final Set<Integer> OF_CHANNELS = Set.of(403, 480, 486, 500, 503, 600);

    private static final Set<Integer> NO_CHANNEL = Set.of(34, 42, 44);

    @Override
    public List<Kind> kinds() {
        return List.of(REFUSES, REQUESTS, CHANNELS);
    }

    private record Key(Endpoint by, int status, boolean calls) {}

    @Override
    public List<Incident> in(Traffic traffic) {
        Map<Key, List<Struck>> groups = new LinkedHashMap<>();
        for (Struck struck : traffic.all()) {
            struck.refusal()
                    .filter(refused -> !refused.by().host().isEmpty())
                    .ifPresent(refused -> groups.computeIfAbsent(
                                    new Key(
                                            refused.by(),
                                            refused.status(),
                                            struck.call().method().equals("INVITE")),
                                    _ -> new ArrayList<>())
                            .add(struck));
        }
        List<Incident> found = new ArrayList<>();
        groups.forEach((key, refused) -> {
            List<Struck> once = firstLegs(refused);
            if (once.size() >= MANY && once.getFirst().timed()) {
                channels(key, once, traffic)
                        .or(() -> refuses(key, once, traffic))
                        .ifPresent(found::add);
            }
        });
        return found;
    }

    /** Joint calls once. */
    private static List<Struck> firstLegs(List<Struck> all) {
        Set<Call> counted = new HashSet<>();
        return all.stream().filter(struck -> counted.add(struck.first())).toList();
    }

    private static Optional<Incident> refuses(Key key, List<Struck> refused, Traffic traffic) {
        if (PERSONAL.contains(key.status())) {
            return Optional.empty();
        }
        long from = refused.getFirst().call().start();
        long to = refused.getLast().call().start();
        List<Struck> asked = firstLegs(traffic.asked(key.by()).stream()
                .filter(struck -> struck.call().start() >= from && struck.call().start() <= to)
                .filter(struck ->
                        struck.call().method().equals(refused.getFirst().call().method()))
                .toList());
        int all = Math.max(asked.size(), refused.size());
        boolean everything = all == refused.size() && callees(refused) >= MANY;
        // A host that takes most calls and refuses some has a reason in each of these.
        if ((OF_NUMBERS.contains(key.status()) && !everything) || refused.size() * 3 < all) {
            return Optional.empty();
        }
        String method = refused.getFirst().call().method();
        var about = method.equals("INVITE")
                ? about(REFUSES, Certainty.LIKELY, key, refused).with("up", Value.of(traffic.up(from)))
                : about(REQUESTS, Certainty.LIKELY, key, refused).with("method", method);
        return Optional.of(new Incident(about.with("all", Value.of(all)).found(), calls(refused)));
    }

    private static long callees(List<Struck> refused) {
        return refused.stream()
                .map(struck -> struck.call().to().user())
                .distinct()
                .count();
    }

    /** All refusals came while as many calls were up as there are channels, and nobody was accepted then. */
    private static Optional<Incident> channels(Key key, List<Struck> refused, Traffic traffic) {
        if (!OF_CHANNELS.contains(key.status()) || callees(refused) < 2) {
            return Optional.empty();
        }
        List<Struck> through = traffic.asked(key.by());
        var counts = new Concurrency(through);
        int limit = refused.stream()
                .mapToInt(struck -> counts.up(struck.call().start()))
                .min()
                .orElse(0);
        boolean acceptedBeyond = through.stream()
                .anyMatch(struck -> struck.answered() != Captured.NO_TIME
                        && counts.up(struck.call().start()) >= limit);
        if (limit < 2 || acceptedBeyond) {
            return Optional.empty();
        }
        long from = refused.getFirst().call().start();
        boolean acceptedLater = through.stream()
                .anyMatch(struck ->
                        struck.answered() != Captured.NO_TIME && struck.call().start() > from);
        // A server that fails and takes nobody afterwards need not lack channels.
        if (!acceptedLater
                && key.status() >= 500
                && key.status() < 600
                && refused.stream().noneMatch(Refusals::ofCapacity)) {
            return Optional.empty();
        }
        return Optional.of(new Incident(
                about(CHANNELS, acceptedLater ? Certainty.LIKELY : Certainty.POSSIBLE, key, refused)
                        .with("up", Value.of(limit))
                        .found(),
                calls(refused)));
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Key key, List<Struck> refused) {
        var first = refused.getFirst().refusal().orElseThrow().response();
        var last = refused.getLast().refusal().orElseThrow().response();
        return Finding.about(kind, certainty)
                .proof(first, last)
                .with("server", Value.of(key.by()))
                .with(
                        "code",
                        new Value.Code(key.status(), phrase(first.captured().bytes())))
                .with("count", Value.of(refused.size()));
    }

    /** Whether the cause says that no channel is left: no circuit, congestion, or the channel not available (Q.850). */
    private static boolean ofCapacity(Struck refused) {
        return SipMessage.parse(
                        refused.refusal().orElseThrow().response().captured().bytes())
                .reasons()
                .stream()
                .anyMatch(reason -> reason.protocol().equalsIgnoreCase("Q.850")
                        && reason.cause().isPresent()
                        && NO_CHANNEL.contains(reason.cause().getAsInt()));
    }

    private static String phrase(MemorySegment response) {
        return SipMessage.parse(response).phrase();
    }

    private static List<Call> calls(List<Struck> struck) {
        return struck.stream().map(Struck::first).toList();
    }
}
