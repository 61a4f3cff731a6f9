package org.ringback.call;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.sip.HeaderLookup;

/**
 * By what a call may be known as a leg of another one, read once.
 *
 * @param order its place among all legs
 * @param start when it began, in microseconds since 1970, or {@link Captured#NO_TIME}
 * @param arrivals the hosts to which its INVITE came
 * @param callers who calls, in every way in which it is said; nobody if that is hidden
 * @param callees who is called, or was before it was forwarded
 * @param told when what happened, where it was seen first
 * @param heard the same as its caller heard of it
 */
record LegTraits(
        Call call,
        int order,
        long start,
        Endpoint client,
        Endpoint server,
        Set<String> arrivals,
        Set<String> callers,
        Set<String> callees,
        LegMarks marks,
        Set<String> media,
        LegTimes told,
        LegTimes heard) {

    /** Some systems say who calls here when From must not. */
    private static final List<String> ASSERTED = List.of("P-Asserted-Identity", "Remote-Party-ID");

    /** Through whom a call was forwarded (RFC 5806, RFC 7044). */
    private static final List<String> FORWARDED = List.of("Diversion", "History-Info");

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:sips?:(?<user>[^@>;:,\\s]{1,64})[^@>,\\s]{0,64}@|tel:(?<number>[^>;,\\s]{1,64}))");

    private static final int LONGEST_SCHEME = "sips".length();

    static LegTraits of(Call call, int order, LegClocks clocks) {
        Message opening = call.opening();
        HeaderLookup headers = opening.lookup();
        Endpoint client = opening.captured().source();
        Set<String> arrivals = new LinkedHashSet<>(2);
        Set<String> media = new LinkedHashSet<>(4);
        for (Message message : call.messages()) {
            if (message.head().method().equals("INVITE") && !message.retransmission()) {
                media.addAll(MediaAddresses.of(message == opening ? headers : message.lookup()));
                if (message.head().request() && !message.insideDialog()) {
                    arrivals.add(message.captured().destination().host());
                }
            }
        }
        return new LegTraits(
                call,
                order,
                clocks.time(call.messages().getFirst()),
                client,
                opening.captured().destination(),
                small(arrivals),
                small(callers(call, headers)),
                small(callees(call, headers)),
                LegMarks.of(headers),
                small(media),
                LegTimes.of(call.messages(), "", clocks),
                LegTimes.of(call.messages(), client.host(), clocks));
    }

    /** Most have one member at most, and of hundreds of thousands of legs they are all kept for a while. */
    private static Set<String> small(Set<String> all) {
        return switch (all.size()) {
            case 0 -> Set.of();
            case 1 -> Set.of(all.iterator().next());
            default -> all;
        };
    }

    private static Set<String> callers(Call call, HeaderLookup headers) {
        Set<String> all = new LinkedHashSet<>(2);
        if (!CallNumber.nobody(call.from())) {
            all.add(CallNumber.plain(call.from().user()));
        }
        ASSERTED.forEach(name -> headers.all(name, "").forEach(value -> addUser(value, all)));
        return all;
    }

    private static Set<String> callees(Call call, HeaderLookup headers) {
        Set<String> all = new LinkedHashSet<>(2);
        if (!call.to().user().isEmpty()) {
            all.add(CallNumber.plain(call.to().user()));
        }
        addUser(headers.startLine(), all);
        FORWARDED.forEach(name -> headers.all(name, "").forEach(value -> addUser(value, all)));
        return all;
    }

    private static void addUser(String value, Set<String> all) {
        Matcher address = ADDRESS.matcher(value);
        // Most of a value is passed over: an address begins right before a colon.
        for (int colon = value.indexOf(':'), end = 0;
                colon >= 0 && address.find(Math.max(end, colon - LONGEST_SCHEME));
                end = address.end(), colon = value.indexOf(':', end)) {
            String user = address.group("user");
            var identity = new Identity(user == null ? address.group("number") : user, "");
            if (!CallNumber.nobody(identity)) {
                all.add(CallNumber.plain(identity.user()));
            }
        }
    }

    boolean timed() {
        return start != Captured.NO_TIME;
    }

    int file() {
        return call.opening().captured().file();
    }

    /** When its last message was captured. */
    long end() {
        return timed() ? start + call.end() - call.start() : Captured.NO_TIME;
    }

    /** The same at another place among all legs. */
    LegTraits at(int place) {
        return new LegTraits(call, place, start, client, server, arrivals, callers, callees, marks, media, told, heard);
    }

    /** Begins where the other one arrives; the system that wrote a log has no address in it. */
    boolean continues(LegTraits first) {
        return client.host().isEmpty()
                ? LegFit.throughLogWriter(first, this)
                        || (!server.host().isEmpty()
                                && !first.client.host().isEmpty()
                                && first.server.host().isEmpty())
                : first.arrivals.contains(client.host());
    }

    private String place(String host) {
        return "at " + (host.isEmpty() ? "file " + file() : host);
    }

    /** The place where it begins; the system that wrote a log has no address in it. */
    String beginning() {
        return client.host().isEmpty() && server.host().isEmpty() ? "nowhere" : place(client.host());
    }

    /** The places where it arrives, as {@link #beginning} names them. */
    List<String> destinations() {
        return arrivals.stream()
                .filter(host -> !host.isEmpty() || !client.host().isEmpty())
                .map(this::place)
                .toList();
    }

    /** Keys under which those are found with which it has something in common. */
    List<String> named() {
        List<String> keys = new ArrayList<>();
        callers.forEach(caller -> keys.add("from " + CallNumber.key(caller)));
        callees.forEach(callee -> keys.add("to " + CallNumber.key(callee)));
        media.forEach(address -> keys.add("media " + address));
        marks.shared().keySet().forEach(mark -> keys.add("mark " + mark));
        return keys;
    }
}
