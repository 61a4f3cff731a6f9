package org.ringback.diagnosis.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.Networks;
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
 * Connections to a port of SIP that never came about, so that no message of whoever wanted them is in the capture (RFC 3261,
 * 18.4 and 26.2.1). What a rule has told of a call is not told again.
 */
final class FailedConnections implements Pattern {

    /** Registered for SIP are 5060 and 5061; those after them are given to further trunks and tenants. */
    private static final int FIRST_PORT = 5060;

    private static final int LAST_PORT = 5099;

    /** Who is refused tries the next transport at once (RFC 3261, 18.1.1). */
    private static final Duration FALLBACK = Duration.ofSeconds(5);

    /** A device of the house is set to one port. */
    private static final int DOORS = 2;

    private record Ends(String client, Endpoint server) {}

    private record Same(Class<?> kind, Object detail, String client, Endpoint server) {}

    /** Those that rules find too. */
    @Override
    public List<Kind> kinds() {
        return List.of();
    }

    @Override
    public List<Incident> in(Traffic traffic) {
        Map<Same, List<NetworkEvent>> groups = new LinkedHashMap<>();
        for (NetworkEvent event : traffic.network().all()) {
            Endpoint server = event.server();
            if (ofSip(server)) {
                groups.computeIfAbsent(
                                new Same(
                                        event.getClass(),
                                        detail(event),
                                        event.client().host(),
                                        server),
                                _ -> new ArrayList<>())
                        .add(event);
            }
        }
        Set<Ends> known = new HashSet<>();
        groups.forEach((same, events) -> {
            if (events.getFirst() instanceof CertificateFault fault
                    && fault.verdict() == CertificateFault.Verdict.REFUSED) {
                known.add(new Ends(same.client(), same.server()));
            }
        });
        List<Incident> found = new ArrayList<>();
        groups.forEach((same, events) -> {
            // An alert about a certificate says less than the certificate.
            boolean saidBetter =
                    same.kind() == TlsAlert.class && known.contains(new Ends(same.client(), same.server()));
            boolean harmless = same.kind() == ConnectionRefused.class
                    && ((events.size() == 1 && knocks(same, groups.keySet(), traffic))
                            || events.stream().allMatch(event -> traffic.wentOn(event, FALLBACK)));
            if (!saidBetter && !harmless && events.stream().noneMatch(event -> traffic.told(event.seen()))) {
                fault(events.getFirst(), traffic)
                        .map(Finding.Builder::found)
                        .ifPresent(finding -> found.add(new Incident(finding, List.of())));
            }
        });
        return found;
    }

    /** Whether its port is one of those at which SIP is spoken. */
    static boolean ofSip(Endpoint end) {
        return end.port() >= FIRST_PORT && end.port() <= LAST_PORT;
    }

    private static Optional<Finding.Builder> fault(NetworkEvent event, Traffic traffic) {
        return ConnectionFault.of(event, Certainty.CERTAIN)
                .or(() -> event instanceof TlsAlert alert && alone(alert, traffic)
                        ? ConnectionFault.ofAlert(alert)
                        : Optional.empty());
    }

    /** Beside messages an alert may answer something that is no TLS. */
    private static boolean alone(TlsAlert alert, Traffic traffic) {
        return traffic.lastHeard(alert.from().host()) == Captured.NO_TIME
                && traffic.lastHeard(alert.to().host()) == Captured.NO_TIME;
    }

    /** Somebody from outside tries one door after the other and says nothing to anybody: to refuse that is right. */
    private static boolean knocks(Same same, Set<Same> all, Traffic traffic) {
        return Networks.outer(same.client())
                && traffic.lastHeard(same.client()) == Captured.NO_TIME
                && all.stream()
                                .filter(other -> other.kind() == same.kind()
                                        && other.client().equals(same.client()))
                                .limit(DOORS)
                                .count()
                        == DOORS
                && traffic.lastHeard(same.server().host()) != Captured.NO_TIME;
    }

    /** Which of them are the same fault. */
    private static Object detail(NetworkEvent event) {
        return switch (event) {
            case TlsAlert alert -> alert.description();
            case TlsUnanswered unanswered -> unanswered.ending();
            case CertificateFault fault -> fault.flaws();
            default -> "";
        };
    }
}
