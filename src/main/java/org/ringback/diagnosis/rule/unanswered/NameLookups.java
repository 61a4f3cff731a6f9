package org.ringback.diagnosis.rule.unanswered;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
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
import org.ringback.flow.NameWait;
import org.ringback.flow.Onward;
import org.ringback.network.DnsLookup;
import org.ringback.network.DnsLookup.Outcome;

/**
 * A server that was asked to pass a request on looks for the next hop by DNS (RFC 3263, 4), and finds none, or only after a
 * long time. That services are looked for and only an address is found is how it is meant to be.
 */
public final class NameLookups implements Rule {

    private static final Kind FAILED =
            Kind.of("dns-failed", Weight.FAILURE, 3263, "4.2", "server", "name", "type", "resolver", "answer", "code");
    private static final Kind UNANSWERED =
            Kind.of("dns-unanswered", Weight.FAILURE, 3263, "4.2", "server", "name", "resolver", "tries", "code");
    private static final Kind SLOW =
            Kind.of("dns-slow", Weight.TROUBLE, 3263, "4.2", "server", "name", "resolver", "wait");

    private static final int MOST_SHOWN = 8;

    /** Requests that waited for the same name go out one after the other. Microseconds. */
    private static final long TOGETHER = 100_000;

    /** Beside these nobody need say that a name was not found. */
    public static String[] ids() {
        return new String[] {FAILED.id(), UNANSWERED.id()};
    }

    @Override
    public List<Kind> kinds() {
        return List.of(FAILED, UNANSWERED, SLOW);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.NETWORK);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.attempts()) {
            for (Transaction hop : attempt.hops()) {
                if (hop.request()
                        .filter(request -> request.time() != Captured.NO_TIME)
                        .isPresent()) {
                    failed(hop, attempt, examined).ifPresent(findings);
                    slow(hop, examined).ifPresent(findings);
                }
            }
        }
    }

    private static Optional<Finding> failed(Transaction hop, Attempt attempt, Case examined) {
        List<DnsLookup> asked = examined.transmission().lookupsBehind(hop);
        if (asked.isEmpty() || UnansweredInvite.passedOn(hop, attempt)) {
            return Optional.empty();
        }
        Message request = hop.request().orElseThrow();
        Message told = hop.finalResponse().orElseThrow();
        String host = Onward.target(examined.read(request));
        // Where the name comes from a route or from the settings, the request does not tell that it was for it.
        Certainty certainty =
                asked.stream().anyMatch(lookup -> Onward.domain(lookup).equals(host))
                        ? Certainty.LIKELY
                        : Certainty.POSSIBLE;
        return asked.stream()
                .filter(lookup -> lookup.outcome() != Outcome.ANSWERED)
                .reduce((_, next) -> next)
                .map(lookup -> judge(lookup, certainty, told, request, hop.server(), examined));
    }

    private static Finding judge(
            DnsLookup lookup, Certainty certainty, Message told, Message request, Endpoint server, Case examined) {
        var finding = Finding.about(lookup.outcome() == Outcome.UNANSWERED ? UNANSWERED : FAILED, certainty)
                .proof(told, request)
                .saidBy(Origins.of(told, examined))
                .with("server", server.host())
                .with("name", lookup.name())
                .with("resolver", lookup.to().host())
                .with("code", examined.code(told));
        return lookup.outcome() == Outcome.UNANSWERED
                ? finding.with("tries", Value.of(lookup.tries()))
                        .seen(List.of(lookup.query(), lookup.last()))
                        .found()
                : finding.with("type", lookup.type().name())
                        .with("answer", answer(lookup))
                        .seen(List.of(lookup.seen(), lookup.query()))
                        .found();
    }

    /** As tools write it (RFC 6895, 2.3). */
    private static String answer(DnsLookup lookup) {
        return switch (lookup.outcome()) {
            case NO_NAME -> "NXDOMAIN";
            case SERVER_FAILED -> "SERVFAIL";
            case REFUSED -> "REFUSED";
            case NO_RECORDS -> "NODATA";
            case ANSWERED, UNANSWERED, OTHER_ERROR -> "RCODE " + lookup.code();
        };
    }

    /** Whoever sends it waited for a name just before. */
    private static Optional<Finding> slow(Transaction hop, Case examined) {
        Message request = hop.request().orElseThrow();
        return examined.transmission()
                .nameWaitBefore(hop, examined.call().transactions())
                .filter(wait -> !forAnother(wait, hop, examined))
                .map(wait -> Finding.about(SLOW, Certainty.LIKELY)
                        .proof(request)
                        .seen(packets(wait))
                        .with("server", hop.client().host())
                        .with("name", wait.slowest().name())
                        .with("resolver", wait.slowest().to().host())
                        .with("wait", Value.of(wait.length()))
                        .found());
    }

    /** Whether another request of another call went to the same server meanwhile: then the names were asked for that one. */
    private static boolean forAnother(NameWait wait, Transaction hop, Case examined) {
        long since = wait.lookups().getFirst().query().time();
        long sent = hop.request().orElseThrow().time();
        String client = hop.client().host();
        String server = hop.server().host();
        return examined.circumstances().others().between(client, server, sent).stream()
                .filter(call -> call != examined.call())
                .flatMap(call -> call.messages().stream())
                .anyMatch(message -> message.head().request()
                        && message.captured().source().host().equals(client)
                        && message.captured().destination().host().equals(server)
                        && message.time() > since
                        && message.time() < sent - TOGETHER);
    }

    /** The questions and answers, the slowest one first. */
    private static List<Sighting> packets(NameWait wait) {
        return Stream.concat(Stream.of(wait.slowest()), wait.lookups().stream())
                .flatMap(lookup -> Stream.concat(Stream.of(lookup.query()), lookup.answer().stream()))
                .distinct()
                .limit(MOST_SHOWN)
                .toList();
    }
}
