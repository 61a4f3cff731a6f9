package org.ringback.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.call.LegLink.Confidence;
import org.ringback.call.LegLink.Reason;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.sip.HeaderLookup;

/** Finds calls that are legs of one call through a B2BUA. It only says so: calls are never merged. */
public final class LegLinks {

    /** A B2BUA makes its second leg at once, or after a look-up; later equal numbers are another call. Microseconds. */
    private static final long SHORT_TIME = 5_000_000;

    /** Forking to more legs than that is not looked at: load tests have thousands of calls with the same numbers. */
    private static final int MOST_NEIGHBORS = 16;

    private static final List<String> CALL_ID_HEADERS =
            List.of("X-Call-ID", "X-CID", "X-CallID", "X-Original-Call-ID", "X-Orig-Call-ID", "X-Leg-Call-ID");

    /** 32 zeros are the identifier of nobody: its sender does not know it (RFC 7989, 5). */
    private static final Pattern UUID = Pattern.compile("(?!0{32})[0-9a-fA-F]{32}");

    private final Map<Call, Map<Call, LegLink>> links = new HashMap<>();
    /** The same, the most certain first: thousands may name one call, and each asks for its links again. */
    private final Map<Call, List<LegLink>> sorted = new HashMap<>();

    private LegLinks() {}

    /** Of all calls that were captured; reads the INVITE of each. The strongest reason for a pair is kept. */
    public static LegLinks of(List<Call> calls) {
        var found = new LegLinks();
        List<Leg> legs = calls.parallelStream()
                .filter(call -> call.kind() == CallKind.CALL && call.opening().request("INVITE"))
                .map(Leg::new)
                .toList();
        found.linkBySessionId(legs);
        found.linkByCallIdHeader(legs);
        found.linkByMedia(legs);
        found.linkByNumbers(legs);
        found.linkByCaller(legs);
        found.sort();
        return found;
    }

    private void sort() {
        links.forEach((call, own) -> sorted.put(
                call,
                own.values().stream()
                        .sorted((one, other) -> one.confidence().compareTo(other.confidence()))
                        .toList()));
        links.clear();
    }

    /** The links of one call, the most certain first. */
    public List<LegLink> of(Call call) {
        return sorted.getOrDefault(call, List.of());
    }

    /** What a call has in common with others, read once. */
    private static final class Leg {
        private final Call call;
        private final Endpoint client;
        private final Endpoint server;
        private final long start;
        private final long end;
        private final String from;
        private final String to;
        private final String sessionId;
        private final List<String> otherCallIds = new ArrayList<>(0);
        private final Set<String> media;

        Leg(Call call) {
            this.call = call;
            Message opening = call.opening();
            client = opening.captured().source();
            server = opening.captured().destination();
            start = opening.time();
            end = call.end();
            HeaderLookup headers = opening.lookup();
            from = number(call.from());
            to = number(call.to());
            sessionId = headers.first("Session-ID", "").orElse("");
            CALL_ID_HEADERS.forEach(name -> headers.first(name, "").ifPresent(otherCallIds::add));
            media = media(call);
        }

        /** Begins soon after the other one and elsewhere, as a second leg does. */
        boolean soonAfter(Leg first) {
            return start - first.start <= SHORT_TIME
                    && start <= first.end
                    && (client.host().isEmpty() || !client.equals(first.client));
        }

        /** Begins where the other one arrives. */
        boolean continues(Leg first) {
            return !client.host().isEmpty() && client.host().equals(first.server.host());
        }

        /** Every media address that either side named in an offer or answer while the call was set up. */
        private static Set<String> media(Call call) {
            Set<String> addresses = new TreeSet<>();
            for (Message message : call.messages()) {
                if (message.head().method().equals("INVITE") && !message.retransmission()) {
                    addresses.addAll(MediaAddresses.of(message.lookup().body()));
                }
            }
            return addresses;
        }

        /** Without what stands for an international number. */
        private static String number(Identity identity) {
            String user = identity.user();
            int prefix = user.startsWith("+") ? 1 : user.startsWith("00") ? 2 : 0;
            boolean digit = prefix < user.length() && user.charAt(prefix) >= '0' && user.charAt(prefix) <= '9';
            return digit ? user.substring(prefix) : user;
        }
    }

    private void linkBySessionId(List<Leg> legs) {
        Map<String, List<Leg>> byId = new LinkedHashMap<>();
        for (Leg leg : legs) {
            Matcher found = UUID.matcher(leg.sessionId);
            if (found.lookingAt()) {
                String id = found.group().toLowerCase(Locale.ROOT);
                byId.computeIfAbsent(id, _ -> new ArrayList<>()).add(leg);
            }
        }
        byId.forEach((id, same) -> {
            for (int i = 0; i < same.size(); i++) {
                for (Leg next : same.subList(i + 1, Math.min(same.size(), i + MOST_NEIGHBORS))) {
                    link(same.get(i), next, Reason.SESSION_ID, Confidence.HIGH, id);
                }
            }
        });
    }

    private void linkByCallIdHeader(List<Leg> legs) {
        Map<String, Leg> byCallId = new HashMap<>();
        legs.forEach(leg -> byCallId.putIfAbsent(leg.call.callId(), leg));
        for (Leg leg : legs) {
            for (String callId : leg.otherCallIds) {
                Leg named = byCallId.get(callId);
                if (named != null) {
                    link(named, leg, Reason.CALL_ID_HEADER, Confidence.HIGH, callId);
                }
            }
        }
    }

    private void linkByMedia(List<Leg> legs) {
        Map<String, List<Leg>> byAddress = new LinkedHashMap<>();
        for (Leg leg : legs) {
            for (String address : leg.media) {
                byAddress.computeIfAbsent(address, _ -> new ArrayList<>()).add(leg);
            }
        }
        byAddress.forEach((address, same) -> linkNeighbors(same, Reason.SAME_MEDIA, address));
    }

    private void linkByNumbers(List<Leg> legs) {
        Map<String, List<Leg>> byNumbers = new LinkedHashMap<>();
        for (Leg leg : legs) {
            if (!leg.from.isEmpty() && !leg.to.isEmpty()) {
                byNumbers
                        .computeIfAbsent(leg.from + " > " + leg.to, _ -> new ArrayList<>())
                        .add(leg);
            }
        }
        byNumbers.forEach((numbers, same) -> linkNeighbors(same, Reason.SAME_NUMBERS, numbers));
    }

    private void linkByCaller(List<Leg> legs) {
        Map<String, List<Leg>> byCaller = new LinkedHashMap<>();
        for (Leg leg : legs) {
            if (!leg.from.isEmpty()) {
                byCaller.computeIfAbsent(leg.from, _ -> new ArrayList<>()).add(leg);
            }
        }
        byCaller.forEach((from, same) -> forNeighbors(same, (first, next) -> {
            if (next.continues(first)) {
                link(first, next, Reason.SAME_CALLER, Confidence.LOW, from);
            }
        }));
    }

    private void linkNeighbors(List<Leg> same, Reason reason, String evidence) {
        forNeighbors(
                same,
                (first, next) -> link(
                        first, next, reason, next.continues(first) ? Confidence.MEDIUM : Confidence.LOW, evidence));
    }

    /** Those that begin soon after each other; calls come in order of time. */
    private static void forNeighbors(List<Leg> same, BiConsumer<Leg, Leg> linking) {
        for (int i = 0; i < same.size(); i++) {
            Leg first = same.get(i);
            if (first.start == Captured.NO_TIME) {
                continue;
            }
            for (Leg next : same.subList(i + 1, Math.min(same.size(), i + MOST_NEIGHBORS))) {
                if (next.start != Captured.NO_TIME && next.soonAfter(first)) {
                    linking.accept(first, next);
                }
            }
        }
    }

    private void link(Leg one, Leg other, Reason reason, Confidence confidence, String evidence) {
        if (one.call == other.call) {
            return;
        }
        var link = new LegLink(one.call, other.call, reason, confidence, evidence);
        keepStronger(one.call, other.call, link);
        keepStronger(other.call, one.call, link);
    }

    private void keepStronger(Call one, Call other, LegLink link) {
        links.computeIfAbsent(one, _ -> new LinkedHashMap<>())
                .merge(other, link, (old, now) -> now.confidence().compareTo(old.confidence()) < 0 ? now : old);
    }
}
