package org.ringback.diagnosis.rule.refusal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.StartLine;
import org.ringback.sip.Via;

/** Requests that go in circles, or that may not go far enough (RFC 3261, 16.3 and 20.22). */
final class Loops implements Rule {

    private static final Kind LOOP =
            Kind.of("loop-detected", Weight.FAILURE, 3261, "16.3", "server", "hosts", "method", "forwards");
    private static final Kind MERGED = Kind.of("merged-request", Weight.NORMAL, 3261, "8.2.2.2", "server", "method");
    private static final Kind USED_UP =
            Kind.of("hops-used-up", Weight.FAILURE, 3261, "16.3", "server", "hosts", "method", "start", "left");
    private static final Kind TOO_LOW =
            Kind.of("max-forwards-too-low", Weight.FAILURE, 3261, "8.1.1.6", "client", "start", "method", "server");
    private static final Kind CIRCLE =
            Kind.of("request-circles", Weight.TROUBLE, 3261, "16.3", "one", "other", "count", "first", "last");
    private static final Kind MISSING =
            Kind.of("max-forwards-missing", Weight.TROUBLE, 3261, "8.1.1.6", "client", "method", "code");

    /** Fewer hops than that a request must be able to go; 70 is recommended (8.1.1.6). */
    private static final long FEW = 10;

    /** Twice over the same hop may be a spiral that ends, as with call forwarding (16.3). */
    private static final int ROUNDS = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(LOOP, MERGED, USED_UP, TOO_LOW, CIRCLE, MISSING);
    }

    @Override
    public Needs needs() {
        return Needs.any(Sign.REFUSED, Sign.PASSED_ON);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.attempts()) {
            int told = attempt.finalResponse()
                    .map(response -> response.head().status())
                    .orElse(0);
            switch (told) {
                case 400 -> missing(attempt, examined).ifPresent(findings);
                case 482 -> loop(attempt, examined).ifPresent(findings);
                case 483 -> usedUp(attempt, examined).ifPresent(findings);
                default -> {
                    merged(attempt).ifPresent(findings);
                    circle(attempt, examined).ifPresent(findings);
                }
            }
        }
    }

    private static Optional<Finding> missing(Attempt attempt, Case examined) {
        Message told = attempt.finalResponse().orElseThrow();
        return attempt.request()
                .filter(request -> examined.whole(request)
                        && examined.read(request).header("Max-Forwards").isEmpty())
                .map(request -> Finding.about(MISSING, Certainty.POSSIBLE)
                        .proof(request, told)
                        .saidBy(Origins.of(told, examined))
                        .with("client", Value.of(request.captured().source()))
                        .with("method", request.head().method())
                        .with("code", examined.code(told))
                        .found());
    }

    private static Optional<Finding> loop(Attempt attempt, Case examined) {
        return lastHop(attempt, 482)
                .flatMap(hop -> hop.request().map(request -> {
                    Message told = attempt.finalResponse().orElseThrow();
                    List<String> way = way(request, examined);
                    // The same 482 is due to a fork that meets itself again (8.2.2.2).
                    boolean back = way.stream()
                            .anyMatch(host -> host.equals(hop.server().host())
                                    || host.equals(hop.server().text()));
                    return Finding.about(LOOP, back ? Certainty.CERTAIN : Certainty.LIKELY)
                            .proof(proof(attempt, request, told))
                            .saidBy(Origins.of(told, examined))
                            .with("server", Value.of(hop.server()))
                            .with("hosts", Value.of(way))
                            .with("method", request.head().method())
                            .with("forwards", written(examined.read(request).maxForwards()))
                            .found();
                }));
    }

    private static Optional<Finding> usedUp(Attempt attempt, Case examined) {
        Message told = attempt.finalResponse().orElseThrow();
        Optional<Message> sent = attempt.request();
        Optional<Transaction> hop = lastHop(attempt, 483);
        if (sent.isEmpty() || hop.isEmpty() || hop.get().request().isEmpty()) {
            return Optional.empty();
        }
        Message first = sent.get();
        Message last = hop.get().request().orElseThrow();
        if (first.head().method().equals("OPTIONS") && attempt.hops().size() == 1) {
            // A keep-alive that a border controller does not care to answer otherwise: it lives all the same.
            return Optional.empty();
        }
        OptionalLong start = examined.read(first).maxForwards();
        if (start.isPresent()
                && start.getAsLong() < FEW
                && examined.read(first).vias().size() == 1
                // Where the circle is seen, more hops would only make it longer.
                && circle(attempt, examined).isEmpty()) {
            // With OPTIONS this is how one looks for the hops on a way.
            return first.head().method().equals("OPTIONS")
                    ? Optional.empty()
                    // A B2BUA that passes on what is left after a circle seems to begin with few as well.
                    : Optional.of(Finding.about(TOO_LOW, Certainty.LIKELY)
                            .proof(first, told)
                            .saidBy(Origins.of(told, examined))
                            .with("client", Value.of(first.captured().source()))
                            .with("start", Value.of(start.getAsLong()))
                            .with("method", first.head().method())
                            .with("server", Value.of(hop.get().server()))
                            .found());
        }
        return Optional.of(Finding.about(USED_UP, Certainty.LIKELY)
                .proof(proof(attempt, last, told))
                .saidBy(Origins.of(told, examined))
                .with("server", Value.of(hop.get().server()))
                .with("hosts", Value.of(way(last, examined)))
                .with("method", first.head().method())
                .with("start", written(start))
                .with("left", written(examined.read(last).maxForwards()))
                .found());
    }

    /** A second copy of a forked request is refused while the first one goes its way (8.2.2.2). */
    private static Optional<Finding> merged(Attempt attempt) {
        return attempt.hops().size() < 2
                ? Optional.empty()
                : lastHop(attempt, 482)
                        .flatMap(Transaction::finalResponse)
                        .map(told -> Finding.about(MERGED, Certainty.LIKELY)
                                .proof(told)
                                .with("server", Value.of(told.captured().source()))
                                .with("method", told.head().method())
                                .found());
    }

    /** The same request over the same hop again and again, and each time it may go less far. */
    private static Optional<Finding> circle(Attempt attempt, Case examined) {
        if (attempt.hops().size() < ROUNDS) {
            return Optional.empty();
        }
        Map<List<String>, List<Message>> rounds = new LinkedHashMap<>();
        for (Transaction hop : attempt.hops()) {
            if (!hop.client().host().isEmpty() && !hop.server().host().isEmpty()) {
                hop.request()
                        .ifPresent(request -> rounds.computeIfAbsent(
                                        List.of(
                                                hop.client().host(),
                                                hop.server().host()),
                                        _ -> new ArrayList<>())
                                .add(request));
            }
        }
        return rounds.values().stream()
                .filter(requests -> requests.size() >= ROUNDS && countsDown(requests, examined))
                .filter(requests -> !spiral(requests, examined))
                .findFirst()
                .map(requests -> Finding.about(
                                CIRCLE, targets(requests, examined) == 1 ? Certainty.CERTAIN : Certainty.LIKELY)
                        .proof(requests.size() > 6 ? requests.subList(0, 6) : requests)
                        .with("one", Value.of(requests.getFirst().captured().source()))
                        .with("other", Value.of(requests.getFirst().captured().destination()))
                        .with("count", Value.of(requests.size()))
                        .with(
                                "first",
                                written(examined.read(requests.getFirst()).maxForwards()))
                        .with("last", written(examined.read(requests.getLast()).maxForwards()))
                        .found());
    }

    /** With another Request-URI each time it comes nearer to its end: no loop but a spiral (RFC 3261, 16.3). */
    private static boolean spiral(List<Message> requests, Case examined) {
        return targets(requests, examined) == requests.size();
    }

    private static long targets(List<Message> requests, Case examined) {
        return requests.stream()
                .map(request -> examined.read(request).startLine())
                .map(line -> line instanceof StartLine.RequestLine asked ? asked.uri() : "")
                .distinct()
                .count();
    }

    private static boolean countsDown(List<Message> requests, Case examined) {
        long before = Long.MAX_VALUE;
        for (Message request : requests) {
            OptionalLong left = examined.read(request).maxForwards();
            if (left.isEmpty() || left.getAsLong() >= before) {
                return false;
            }
            before = left.getAsLong();
        }
        return true;
    }

    /** The hop on which a code was said first. */
    private static Optional<Transaction> lastHop(Attempt attempt, int status) {
        return attempt.hops().stream()
                .filter(hop -> hop.finalResponse()
                        .filter(told -> told.head().status() == status)
                        .isPresent())
                .min(Comparator.comparingLong(
                        hop -> hop.finalResponse().orElseThrow().time()));
    }

    private static List<Message> proof(Attempt attempt, Message last, Message told) {
        Optional<Message> first = attempt.request().filter(request -> request != last);
        return first.isPresent() ? List.of(first.get(), last, told) : List.of(last, told);
    }

    /** Where the request has been, beginning with its sender. */
    private static List<String> way(Message request, Case examined) {
        return examined.read(request).vias().reversed().stream()
                .map(Via::sentBy)
                .toList();
    }

    private static Value written(OptionalLong number) {
        return number.isPresent() ? Value.of(number.getAsLong()) : new Value.Unknown();
    }
}
