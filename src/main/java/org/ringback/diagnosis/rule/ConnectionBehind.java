package org.ringback.diagnosis.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.ConnectionFault;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.network.CertificateFault;
import org.ringback.network.ConnectionRefused;
import org.ringback.network.NetworkEvent;
import org.ringback.network.TlsAlert;
import org.ringback.network.TlsUnanswered;

/**
 * A server that got a request, tried to open a connection to somebody else meanwhile, could not, and refused the request
 * (RFC 3261, 16.9 and 18.4). That it was for this request no packet says, so it is likely at most, unless its code says that
 * sending failed.
 */
final class ConnectionBehind implements Rule {

    /** Beside these nobody need say that the next hop could not be reached. */
    static final String[] IDS = ConnectionFault.kinds().stream().map(Kind::id).toArray(String[]::new);

    /** What a proxy says when it cannot reach the next hop. */
    private static final Set<Integer> NOT_REACHED = Set.of(408, 477, 478, 480, 500, 502, 503, 504);

    private static final int NOT_SENT = 477;

    /** Registered for SIP are 5060 and 5061; those after them are given to further trunks and tenants. */
    private static final int FIRST_PORT = 5060;

    private static final int LAST_PORT = 5099;

    @Override
    public List<Kind> kinds() {
        return ConnectionFault.kinds();
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.NETWORK, Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.attempts()) {
            attempt.hops().stream()
                    .filter(hop -> !UnansweredInvite.passedOn(hop, attempt))
                    .flatMap(hop -> explain(hop, examined).stream())
                    .limit(1)
                    .forEach(findings);
        }
    }

    private static Optional<Finding> explain(Transaction hop, Case examined) {
        Optional<Message> told = hop.finalResponse()
                .filter(response -> NOT_REACHED.contains(response.head().status()));
        long from = hop.request().map(Message::time).orElse(Captured.NO_TIME);
        if (told.isEmpty() || from == Captured.NO_TIME || told.get().time() == Captured.NO_TIME) {
            return Optional.empty();
        }
        Endpoint server = hop.server();
        Certainty certainty = told.get().head().status() == NOT_SENT ? Certainty.CERTAIN : Certainty.LIKELY;
        return examined.transmission().begunBy(server, from, told.get().time()).stream()
                .filter(event -> !event.server().host().equals(hop.client().host()) && ofSip(event.server()))
                .sorted(Comparator.comparingInt(ConnectionBehind::rank))
                .flatMap(event -> ConnectionFault.of(event, certainty).stream())
                .findFirst()
                .map(finding -> finding.proof(told.get(), hop.request().orElseThrow())
                        .saidBy(Origins.of(told.get(), examined))
                        .found());
    }

    private static boolean ofSip(Endpoint server) {
        return server.port() >= FIRST_PORT && server.port() <= LAST_PORT;
    }

    /** What says most comes first. */
    private static int rank(NetworkEvent event) {
        return switch (event) {
            case CertificateFault _ -> 0;
            case TlsAlert _ -> 1;
            case TlsUnanswered _ -> 2;
            case ConnectionRefused _ -> 3;
            default -> 4;
        };
    }
}
