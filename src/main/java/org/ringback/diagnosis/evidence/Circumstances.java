package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Identity;
import org.ringback.call.LegLink;
import org.ringback.call.LegLinks;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Unusable;
import org.ringback.flow.CallMedia;
import org.ringback.flow.Stalls;
import org.ringback.flow.Surroundings;
import org.ringback.network.NetworkEvents;

/** What was captured beside a call. Does not change, so any thread may ask it. */
public final class Circumstances {

    /** Who comes back too soon does so within so many calls. */
    private static final int NEXT = 64;

    /** Nobody forks to so many phones. */
    private static final int MOST_LEGS = 100;

    private final long captureEnd;
    private final List<Unusable> unusable;
    private final LegLinks links;
    private final Surroundings surroundings;
    private final Function<Call, CallMedia> media;
    private final Map<String, List<Call>> registrations = new HashMap<>();
    private final Map<Call, Integer> placeOfRegistration = new HashMap<>();
    private final Map<Way, List<Call>> opened = new HashMap<>();
    private final Losses losses;
    private final Map<Host, Set<String>> encrypted = new HashMap<>();

    private record Host(int file, String name) {}

    private record Way(String client, String server) {}

    private final List<Call> calls;
    private final CallsBegun begun;
    private Capabilities capabilities;
    private Stalls stalls;
    private OtherCalls others;
    private CallLengths lengths;
    private CallsTaken taken;

    /**
     * Takes everything that was captured.
     *
     * @param calls in order of their start
     * @param captureEnd microseconds since 1970, or {@link Captured#NO_TIME}
     * @param media finds those of a call; any thread may ask
     */
    public Circumstances(
            List<Call> calls,
            LegLinks links,
            List<Unusable> unusable,
            long captureEnd,
            Surroundings surroundings,
            Function<Call, CallMedia> media) {
        this.surroundings = surroundings;
        this.media = media;
        this.captureEnd = captureEnd;
        this.unusable = List.copyOf(unusable);
        this.links = links;
        this.losses = new Losses(unusable);
        for (Unusable part : unusable) {
            if (part.reason() == Unusable.Reason.ENCRYPTED) {
                noteEncrypted(part);
            }
        }
        this.calls = List.copyOf(calls);
        begun = new CallsBegun(this.calls);
        for (Call call : calls) {
            Captured opening = call.opening().captured();
            var way = new Way(opening.source().host(), opening.destination().host());
            opened.computeIfAbsent(way, _ -> new ArrayList<>()).add(call);
            if (call.kind() == CallKind.REGISTRATION) {
                List<Call> same = registrations.computeIfAbsent(key(call.to()), _ -> new ArrayList<>());
                placeOfRegistration.put(call, same.size());
                same.add(call);
            }
        }
        registrations.replaceAll((_, same) -> List.copyOf(same));
    }

    private void noteEncrypted(Unusable connection) {
        String[] ends = connection.detail().split(" ", -1);
        if (ends.length == 2) {
            String one = hostOf(ends[0]);
            String other = hostOf(ends[1]);
            encryptedAt(connection.file(), one).add(other);
            encryptedAt(connection.file(), other).add(one);
        }
    }

    private Set<String> encryptedAt(int file, String host) {
        return encrypted.computeIfAbsent(new Host(file, host), _ -> new HashSet<>());
    }

    /** Of {@code host:port}, an IPv6 address in brackets. */
    private static String hostOf(String end) {
        int colon = end.lastIndexOf(':');
        String host = colon < 0 ? end : end.substring(0, colon);
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String key(Identity identity) {
        return identity.user() + "@" + identity.host().toLowerCase(Locale.ROOT);
    }

    /** When the capture ended: microseconds since 1970, or {@link Captured#NO_TIME}. */
    public long captureEnd() {
        return captureEnd;
    }

    public List<Unusable> unusable() {
        return unusable;
    }

    /** Whether a reason why something could not be used concerns the very packet or line of a message. */
    public boolean lacks(Captured message, Unusable.Reason reason) {
        return losses.at(message, reason);
    }

    /** Whether something could not be used for a reason after a message of its file: it may have been part of the call. */
    public boolean lostAfter(Captured message, Unusable.Reason reason) {
        return losses.after(message, reason);
    }

    /** Whether there is any connection with SIP that cannot be read because it is encrypted. */
    public boolean anyEncrypted() {
        return !encrypted.isEmpty();
    }

    /** With which hosts a host has such connections in a file. */
    public Set<String> encryptedPeers(int file, String host) {
        return encrypted.getOrDefault(new Host(file, host), Set.of());
    }

    /** Whether something could not be used in a file of a call while it went on: it may have been part of the call. */
    public boolean lostDuring(Call call, Unusable.Reason reason) {
        return losses.during(call, reason);
    }

    /**
     * The calls of any kind whose first request went from one host to another, in order of their start.
     *
     * @param after their first message came later, in microseconds since 1970
     */
    public List<Call> openedBetween(String client, String server, long after) {
        List<Call> all = opened.getOrDefault(new Way(client, server), List.of());
        int low = CallsBegun.firstAfter(all, after);
        return List.copyOf(all.subList(low, Math.min(low + NEXT, all.size())));
    }

    /**
     * The calls that began within some time after a moment, in order of their start; of very many not all.
     *
     * @param time microseconds since 1970, or {@link Captured#NO_TIME}, after which nothing is known to begin
     * @param within microseconds
     */
    public List<Call> begunAfter(long time, long within) {
        return begun.after(time, within);
    }

    /**
     * The same after a message. A log may count whole seconds or nothing: what it writes down later in the same second, or
     * next, began after it.
     */
    public List<Call> begunAfter(Message message, long within) {
        return begun.after(message, within);
    }

    /** The media of a call, with what was reported of them in other messages. */
    public CallMedia media(Call call) {
        return media.apply(call);
    }

    /** What happened to packets, connections and names. */
    public NetworkEvents network() {
        return surroundings.network();
    }

    /** Whether any streams were captured. */
    boolean anyMedia() {
        return !surroundings.media().empty();
    }

    /** How long calls lasted, for who looks for a timer. */
    public synchronized CallLengths lengths() {
        if (lengths == null) {
            lengths = new CallLengths(calls);
        }
        return lengths;
    }

    /** Which hosts took calls. */
    public synchronized CallsTaken taken() {
        if (taken == null) {
            taken = new CallsTaken(calls);
        }
        return taken;
    }

    /** All registrations of the same address-of-record (RFC 3261, 10.2: the To header), in order of their start. */
    public List<Call> registrationsOf(Identity addressOfRecord) {
        return registrations.getOrDefault(key(addressOfRecord), List.of());
    }

    /** All calls, for who looks for another one. */
    public synchronized OtherCalls others() {
        if (others == null) {
            others = new OtherCalls(calls);
        }
        return others;
    }

    /** Where a registration stands among those of its address-of-record, from 0; -1 for what is none of the captured. */
    int placeOf(Call registration) {
        return placeOfRegistration.getOrDefault(registration, -1);
    }

    /** The legs that a call brought about, as far as they can be told. */
    List<LegLink> legsBelow(Call call) {
        return links.below(call);
    }

    /** The other legs of a call, as far as they can be told, the most certain first; if thousands name it, not all. */
    public List<LegLink> legsOf(Call call) {
        List<LegLink> all = links.of(call);
        return all.subList(0, Math.min(all.size(), MOST_LEGS));
    }

    /** A few messages of a host in which it may say all media that it can do. */
    public synchronized List<Message> capabilities(Endpoint host) {
        if (capabilities == null) {
            capabilities = new Capabilities(calls);
        }
        return capabilities.of(host);
    }

    /** When the capture itself seems to have stood still. */
    public synchronized Stalls stalls() {
        if (stalls == null) {
            stalls = Stalls.in(surroundings.media());
        }
        return stalls;
    }
}
