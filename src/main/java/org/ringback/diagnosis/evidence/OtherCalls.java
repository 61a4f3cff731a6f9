package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;

/** Where to look for another call of the capture: by its Call-ID, or by the hosts between which it began. Immutable. */
public final class OtherCalls {

    /** So many before and behind are looked at: what differs from call to call shows soon. */
    private static final int NEAR = 64;

    private static final int RINGING = 180;

    private final Map<String, Call> byId = new HashMap<>();
    private final Map<String, List<Call>> byOpener = new HashMap<>();
    private final Map<Hosts, List<Call>> byHosts = new HashMap<>();

    private record Hosts(String client, String server) {
        static Hosts of(Call call) {
            Captured opening = call.opening().captured();
            return new Hosts(opening.source().host(), opening.destination().host());
        }

        boolean known() {
            return !client.isEmpty() && !server.isEmpty();
        }
    }

    /** @param calls in order of their start */
    OtherCalls(List<Call> calls) {
        for (Call call : calls) {
            byId.putIfAbsent(call.callId(), call);
            Hosts hosts = Hosts.of(call);
            if (hosts.known()) {
                byHosts.computeIfAbsent(hosts, _ -> new ArrayList<>()).add(call);
                if (call.kind() == CallKind.CALL) {
                    byOpener.computeIfAbsent(hosts.client(), _ -> new ArrayList<>())
                            .add(call);
                }
            }
        }
    }

    /** What there is under a Call-ID. */
    public Optional<Call> withId(String callId) {
        return Optional.ofNullable(byId.get(callId));
    }

    /**
     * Calls that a host set up from a moment on, in order of their start; not all if there are many.
     *
     * @param from microseconds since 1970
     */
    public List<Call> openedBy(String host, long from) {
        List<Call> all = byOpener.getOrDefault(host, List.of());
        int first = firstFrom(all, from);
        return List.copyOf(all.subList(first, Math.min(all.size(), first + NEAR)));
    }

    /** Calls of any kind that went from the same host to the same host shortly before or after, in order of their start. */
    public List<Call> beside(Call call) {
        Hosts hosts = Hosts.of(call);
        return between(hosts.client(), hosts.server(), call.start()).stream()
                .filter(other -> !other.callId().equals(call.callId()))
                .toList();
    }

    /**
     * Calls of any kind that went from one host to another, in order of their start; of many those nearest to a moment.
     *
     * @param around microseconds since 1970, or {@link Captured#NO_TIME}
     */
    public List<Call> between(String client, String server, long around) {
        List<Call> all = byHosts.getOrDefault(new Hosts(client, server), List.of());
        int at = around == Captured.NO_TIME ? 0 : firstFrom(all, around);
        return List.copyOf(all.subList(Math.max(0, at - NEAR), Math.min(all.size(), at + NEAR)));
    }

    /** Those of {@link #beside} that are calls and got through: the other side rang or answered. */
    public List<Call> passed(Call call) {
        return beside(call).stream()
                .filter(other -> other.kind() == CallKind.CALL
                        && other.messages().stream().anyMatch(OtherCalls::getsThrough))
                .toList();
    }

    private static boolean getsThrough(Message message) {
        return message.head().method().equals("INVITE") && (message.head().status() == RINGING || message.success());
    }

    /** Calls without a time stand at the end. */
    private static int firstFrom(List<Call> all, long from) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            long start = all.get(middle).start();
            if (start != Captured.NO_TIME && start < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
