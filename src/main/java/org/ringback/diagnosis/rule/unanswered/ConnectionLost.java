package org.ringback.diagnosis.rule.unanswered;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.network.ConnectionClosed;
import org.ringback.network.ConnectionReset;
import org.ringback.network.NetworkEvent;
import org.ringback.network.SegmentUnacknowledged;
import org.ringback.network.TlsAlert;

/**
 * A connection that ends while a request on it waits for its answer (RFC 3261, 18.4), or whose other side speaks TLS. How a
 * connection ends on which all was answered means nothing.
 */
public final class ConnectionLost implements Rule {

    private static final Kind RESET =
            Kind.of("connection-reset", Weight.FAILURE, 3261, "18.4", "sender", "receiver", "method", "who", "after");
    private static final Kind CLOSED =
            Kind.of("connection-closed-early", Weight.FAILURE, 3261, "18.4", "sender", "receiver", "method", "after");
    private static final Kind TLS_PORT =
            Kind.of("plain-to-tls-port", Weight.FAILURE, 3261, "26.2.1", "sender", "receiver", "method", "alert");
    private static final Kind NOT_ACKNOWLEDGED = Kind.of(
            "tcp-not-acknowledged", Weight.FAILURE, 3261, "18.4", "sender", "receiver", "method", "repeats", "size");

    /** Beside these nobody need say that a request was not answered. */
    static final String[] IDS = {
        "connection-reset", "connection-closed-early", "plain-to-tls-port", "tcp-not-acknowledged"
    };

    /** What comes so soon is the reaction to the request. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** After Timer B or F the sender has given up anyway. */
    private static final long WAITING = Elapsed.TRANSACTION_TIMEOUT.toNanos() / 1000;

    @Override
    public List<Kind> kinds() {
        return List.of(RESET, CLOSED, TLS_PORT, NOT_ACKNOWLEDGED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.NETWORK, Sign.OPEN);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.attempts()) {
            if (attempt.accepted()) {
                continue;
            }
            for (Transaction hop : attempt.hops()) {
                if (hop.finalResponse().isEmpty()
                        && hop.request().filter(ConnectionLost::overTcp).isPresent()
                        && !UnansweredInvite.passedOn(hop, attempt)
                        && examined.messages().stream().noneMatch(said -> later(said, hop) && answers(said, hop))) {
                    judge(hop, examined).ifPresent(findings);
                }
            }
        }
    }

    private static boolean later(Message said, Transaction hop) {
        return said.time() != Captured.NO_TIME && said.time() > hop.last().time();
    }

    /** Whether a later message shows that a request was answered, although no answer was captured. */
    static boolean answers(Message said, Transaction hop) {
        Captured captured = said.captured();
        boolean fromServer = captured.source().equals(hop.server())
                && captured.destination().host().equals(hop.client().host());
        boolean goesOn = said.head().request()
                && said.insideDialog()
                && !hop.first().insideDialog()
                && captured.source().host().equals(hop.client().host());
        return fromServer || goesOn;
    }

    private static boolean overTcp(Message request) {
        Transport transport = request.captured().transport();
        return transport == Transport.TCP || transport == Transport.WS;
    }

    private static Optional<Finding> judge(Transaction hop, Case examined) {
        Message request = hop.request().orElseThrow();
        List<NetworkEvent> after = examined.transmission()
                .onConnection(hop.client(), hop.server(), hop.last().time(), WAITING);
        for (NetworkEvent event : after) {
            Optional<Duration> wait =
                    Elapsed.between(hop.last().time(), event.seen().time());
            boolean byServer = event.from().equals(hop.server());
            Certainty certainty = byServer
                            && !hop.responded()
                            && wait.filter(time -> time.compareTo(AT_ONCE) <= 0).isPresent()
                    ? Certainty.CERTAIN
                    : Certainty.LIKELY;
            if (event instanceof TlsAlert alert && byServer && alert.hello().isEmpty()) {
                return Optional.of(about(TLS_PORT, certainty, hop, event, request)
                        .with("alert", alert.name())
                        .found());
            }
            if (event instanceof SegmentUnacknowledged segment && !byServer && !hop.responded()) {
                return Optional.of(about(NOT_ACKNOWLEDGED, Certainty.LIKELY, hop, event, request)
                        .with("repeats", Value.of(segment.tries()))
                        .with("size", Value.of(segment.size()))
                        .found());
            }
            if (event instanceof ConnectionReset) {
                return Optional.of(about(RESET, certainty, hop, event, request)
                        .with("who", Value.of(event.from()))
                        .with("after", Elapsed.value(wait))
                        .found());
            }
            if (event instanceof ConnectionClosed) {
                return byServer
                        ? Optional.of(about(CLOSED, certainty, hop, event, request)
                                .with("after", Elapsed.value(wait))
                                .found())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Finding.Builder about(
            Kind kind, Certainty certainty, Transaction hop, NetworkEvent event, Message request) {
        return Finding.about(kind, certainty)
                .proof(request)
                .seen(List.of(event.seen()))
                .with("sender", Value.of(hop.client()))
                .with("receiver", Value.of(hop.server()))
                .with("method", hop.method());
    }
}
