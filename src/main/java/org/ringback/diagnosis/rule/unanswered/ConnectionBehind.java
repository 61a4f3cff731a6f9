package org.ringback.diagnosis.rule.unanswered;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.ConnectionFault;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.rule.Rule;
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
public final class ConnectionBehind implements Rule {

    /** Sending failed. */
    private static final int NOT_SENT = 477;

    /** Beside these nobody need say that the next hop could not be reached. */
    public static String[] ids() {
        return ConnectionFault.kinds().stream().map(Kind::id).toArray(String[]::new);
    }

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
        List<NetworkEvent> events = examined.transmission().connectionsBehind(hop);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        Message told = hop.finalResponse().orElseThrow();
        Certainty certainty = told.head().status() == NOT_SENT ? Certainty.CERTAIN : Certainty.LIKELY;
        return events.stream()
                .sorted(Comparator.comparingInt(ConnectionBehind::rank))
                .flatMap(event -> ConnectionFault.of(event, certainty).stream())
                .findFirst()
                .map(finding -> finding.proof(told, hop.request().orElseThrow())
                        .saidBy(Origins.of(told, examined))
                        .found());
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
