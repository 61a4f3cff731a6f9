package org.ringback.diagnosis.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** A host answers nobody any more: its OPTIONS stay unanswered (RFC 3261, 11), and so do calls, or whoever asks it refuses them. */
final class SilentHosts implements Pattern {

    private static final Kind SILENT =
            Kind.of("incident-host-silent", Weight.FAILURE, 3261, "17.1.2.2", "server", "count", "calls");
    private static final Kind REFUSED_MEANWHILE = Kind.of(
            "incident-host-silent-refused", Weight.FAILURE, 3261, "17.1.2.2", "server", "count", "asker", "calls");

    /** What a server says that knows of no way on. */
    private static final Set<Integer> NO_WAY_ON = Set.of(408, 480, 500, 502, 503, 504);

    @Override
    public List<Kind> kinds() {
        return List.of(SILENT, REFUSED_MEANWHILE);
    }

    @Override
    public List<Incident> in(Traffic traffic) {
        Map<Endpoint, List<Struck>> silent = new LinkedHashMap<>();
        traffic.all().stream()
                .filter(struck -> struck.unanswered()
                        && struck.timed()
                        && !struck.server().host().isEmpty())
                .forEach(struck -> silent.computeIfAbsent(struck.server(), _ -> new ArrayList<>())
                        .add(struck));
        List<Incident> found = new ArrayList<>();
        silent.forEach((server, unanswered) -> {
            long since = unanswered.getFirst().call().start();
            long heard = traffic.lastHeard(server.host());
            if (heard == Captured.NO_TIME || heard < since) {
                judge(server, unanswered, traffic).ifPresent(found::add);
            }
        });
        return found;
    }

    private static Optional<Incident> judge(Endpoint server, List<Struck> unanswered, Traffic traffic) {
        Endpoint asker = unanswered.getFirst().client();
        List<Struck> refused = traffic.asked(asker).stream()
                .filter(struck -> struck.call().kind() == CallKind.CALL
                        && struck.timed()
                        && struck.call().start() > unanswered.getFirst().call().start())
                .filter(struck -> struck.refusal()
                        .filter(refusal -> refusal.by().equals(asker) && NO_WAY_ON.contains(refusal.status()))
                        .isPresent())
                .toList();
        List<Struck> calls = unanswered.stream()
                .filter(struck -> struck.call().kind() == CallKind.CALL)
                .toList();
        if (!refused.isEmpty()) {
            return Optional.of(new Incident(
                    about(REFUSED_MEANWHILE, Certainty.POSSIBLE, server, unanswered)
                            .with("asker", Value.of(asker))
                            .with("calls", Value.of(refused.size()))
                            .found(),
                    calls(Stream.concat(calls.stream(), refused.stream()))));
        }
        return unanswered.size() < 2
                ? Optional.empty()
                : Optional.of(new Incident(
                        about(SILENT, Certainty.LIKELY, server, unanswered)
                                .with("calls", Value.of(calls.size()))
                                .found(),
                        calls(unanswered.stream())));
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Endpoint server, List<Struck> unanswered) {
        return Finding.about(kind, certainty)
                .proof(Stream.of(unanswered.getFirst(), unanswered.getLast())
                        .distinct()
                        .map(struck -> struck.call().opening())
                        .toList())
                .with("server", Value.of(server))
                .with("count", Value.of(unanswered.size()));
    }

    private static List<Call> calls(Stream<Struck> struck) {
        return struck.sorted(Struck.BY_START).map(Struck::first).distinct().toList();
    }
}
