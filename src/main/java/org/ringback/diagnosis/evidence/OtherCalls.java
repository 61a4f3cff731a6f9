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
import org.ringback.capture.wire.Endpoint;

/** Where to look for another call of the capture: by its Call-ID, or by the hosts between which it began. Immutable. */
public final class OtherCalls {

    /** So many before and behind are looked at: what differs from call to call shows soon. */
    public static final int NEAR = 64;

    private static final int RINGING = 180;

    private final Map<String, Call> byId = new HashMap<>();
    private final Map<String, List<Call>> byOpener = new HashMap<>();
    private final Map<Hosts, List<Call>> byHosts = new HashMap<>();
    private final Map<String, List<Call>> byRegistered = new HashMap<>();
    private final Map<String, List<Call>> byCaller = new HashMap<>();
    private final Map<String, List<Call>> bySubscriber = new HashMap<>();

    private record Hosts(String client, String server) {
        static Hosts of(Call call) {
            Captured opening = call.opening().captured();
            return new Hosts(named(opening.source(), opening), named(opening.destination(), opening));
        }

        /** The system that wrote a log has no address in it, and is the same one all through it. */
        private static String named(Endpoint end, Captured opening) {
            return end.host().isEmpty() ? "file " + opening.file() : end.host();
        }

        boolean known() {
            return !client.equals(server);
        }
    }

    /** @param calls in order of their start */
    OtherCalls(List<Call> calls) {
        for (Call call : calls) {
            byId.putIfAbsent(call.callId(), call);
            if (call.kind() == CallKind.REGISTRATION && !call.to().user().isEmpty()) {
                byRegistered
                        .computeIfAbsent(call.to().user(), _ -> new ArrayList<>())
                        .add(call);
            }
            if (call.kind() == CallKind.CALL && !call.from().user().isEmpty()) {
                byCaller.computeIfAbsent(call.from().user(), _ -> new ArrayList<>())
                        .add(call);
            }
            if (call.kind() == CallKind.SUBSCRIPTION) {
                bySubscriber
                        .computeIfAbsent(call.from().user(), _ -> new ArrayList<>())
                        .add(call);
            }
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

    /** Registrations of this user, whatever the domain is called; of many the last ones. */
    public List<Call> registrationsOf(String user) {
        List<Call> all = byRegistered.getOrDefault(user, List.of());
        return List.copyOf(all.subList(Math.max(0, all.size() - NEAR), all.size()));
    }

    /**
     * Calls in which this user is the caller, in order of their start; of many those nearest to a moment.
     *
     * @param around microseconds since 1970, or {@link Captured#NO_TIME}
     */
    public List<Call> ofCaller(String user, long around) {
        return near(byCaller.getOrDefault(user, List.of()), around);
    }

    /**
     * Subscriptions of this user, in order of their start; of many those nearest to a moment.
     *
     * @param around microseconds since 1970, or {@link Captured#NO_TIME}
     */
    public List<Call> subscriptionsOf(String user, long around) {
        return near(bySubscriber.getOrDefault(user, List.of()), around);
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
        return near(byHosts.getOrDefault(new Hosts(client, server), List.of()), around);
    }

    private static List<Call> near(List<Call> all, long around) {
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

    /** Whether one of those was to the same number: then it is known there. */
    public boolean reached(Call call) {
        String number = call.to().user();
        return !number.isEmpty()
                && passed(call).stream().anyMatch(other -> other.to().user().equals(number));
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
