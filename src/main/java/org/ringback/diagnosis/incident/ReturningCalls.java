package org.ringback.diagnosis.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Ending;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/**
 * A call that comes back to where it was, under a new Call-ID each time: B2BUAs that send it to each other count no hops, so
 * Max-Forwards does not end it (RFC 3261, 8.1.1.6; RFC 5853, 3.1).
 */
final class ReturningCalls implements Pattern {

    private static final Kind RETURNS =
            Kind.of("incident-call-returns", Weight.FAILURE, 3261, "16.3", "number", "count", "first", "second");

    /** Twice there is an honest forwarding to oneself. */
    private static final int ROUNDS = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(RETURNS);
    }

    /** Who sends a call back does so at once. Microseconds. */
    private static final long SOON = 2_000_000;

    private record Way(String from, String to, String number) {}

    @Override
    public List<Incident> in(Traffic traffic) {
        Map<String, List<Struck>> byNumber = new LinkedHashMap<>();
        // A B2BUA may put a prefix before the number, and the next one takes it away: then only the caller stays.
        Map<String, List<Struck>> byCaller = new LinkedHashMap<>();
        for (Struck struck : traffic.all()) {
            if (struck.call().kind() == CallKind.CALL
                    && struck.call().opening().request("INVITE")
                    && struck.timed()
                    && !struck.client().host().isEmpty()
                    && !struck.call().to().user().isEmpty()) {
                byNumber.computeIfAbsent(struck.call().to().user(), _ -> new ArrayList<>())
                        .add(struck);
                byCaller.computeIfAbsent(struck.call().from().user(), _ -> new ArrayList<>())
                        .add(struck);
            }
        }
        List<Incident> found = new ArrayList<>();
        byNumber.forEach((number, calls) -> search(calls, found));
        if (found.isEmpty()) {
            byCaller.forEach((caller, calls) -> search(calls, found));
        }
        return found;
    }

    private static void search(List<Struck> calls, List<Incident> found) {
        if (calls.size() > ROUNDS) {
            chains(calls, found);
        }
    }

    /** Each call of a chain begins where the one before arrives, while that one still waits. */
    private static void chains(List<Struck> calls, List<Incident> found) {
        List<Struck> chain = new ArrayList<>();
        for (Struck next : calls) {
            if (!chain.isEmpty() && !continues(chain.getLast(), next)) {
                judge(chain, found);
                chain.clear();
            }
            chain.add(next);
        }
        judge(chain, found);
    }

    private static boolean continues(Struck before, Struck next) {
        return next.client().host().equals(before.server().host())
                && !next.client().host().equals(before.client().host())
                && (next.call().start() <= before.call().end() || waits(before, next));
    }

    /** Of a call that was neither answered nor refused, nothing is seen while it waits. */
    private static boolean waits(Struck before, Struck next) {
        return before.call().outcome().ending() == Ending.STILL_RUNNING
                && before.answered() == Captured.NO_TIME
                && next.call().start() - before.call().start() <= SOON;
    }

    private static void judge(List<Struck> chain, List<Incident> found) {
        Map<Way, Integer> ways = new HashMap<>();
        chain.forEach(leg -> ways.merge(way(leg), 1, Integer::sum));
        // Whoever called first is not part of the circle.
        List<Struck> circle =
                chain.stream().filter(leg -> ways.get(way(leg)) > 1).toList();
        long different = ways.values().stream().filter(times -> times > 1).count();
        if (different < 2 || circle.size() < ROUNDS * different) {
            return;
        }
        Finding finding = Finding.about(RETURNS, Certainty.LIKELY)
                .proof(
                        circle.getFirst().call().opening(),
                        circle.getLast().call().opening())
                .with("number", circle.getFirst().call().to().user())
                .with("count", Value.of(circle.size()))
                .with("first", host(circle.getFirst().client()))
                .with("second", host(circle.getFirst().server()))
                .found();
        List<Call> calls = chain.stream().map(Struck::call).toList();
        found.add(new Incident(finding, calls));
    }

    private static Way way(Struck leg) {
        return new Way(leg.client().host(), leg.server().host(), leg.call().to().user());
    }

    private static Value host(Endpoint endpoint) {
        return Value.of(new Endpoint(endpoint.host(), 0));
    }
}
