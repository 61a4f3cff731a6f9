package org.ringback.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Identity;
import org.ringback.call.LegLink;
import org.ringback.call.LegLinks;
import org.ringback.call.Message;
import org.ringback.capture.Captured;
import org.ringback.capture.Endpoint;
import org.ringback.capture.Unusable;

/** What was captured beside a call. Does not change, so any thread may ask it. */
public final class Circumstances {

    /** So many messages of one host are enough to know what it can do. */
    private static final int ENOUGH = 3;

    private final long captureEnd;
    private final List<Unusable> unusable;
    private final LegLinks links;
    private final Map<String, List<Call>> registrations = new HashMap<>();
    private final List<Call> calls;
    private Map<Endpoint, List<Message>> capabilities;

    /**
     * Takes everything that was captured.
     *
     * @param calls in order of their start
     * @param captureEnd microseconds since 1970, or {@link Captured#NO_TIME}
     */
    public Circumstances(List<Call> calls, LegLinks links, List<Unusable> unusable, long captureEnd) {
        this.captureEnd = captureEnd;
        this.unusable = List.copyOf(unusable);
        this.links = links;
        this.calls = List.copyOf(calls);
        for (Call call : calls) {
            if (call.kind() == CallKind.REGISTRATION) {
                registrations.computeIfAbsent(key(call.to()), _ -> new ArrayList<>()).add(call);
            }
        }
    }

    private static String key(Identity identity) {
        return identity.user() + "@" + identity.host().toLowerCase(Locale.ROOT);
    }

    /** When the capture ended: microseconds since 1970, or {@link Captured#NO_TIME}. */
    public long captureEnd() {
        return captureEnd;
    }

    /** What could not be used of the files. */
    public List<Unusable> unusable() {
        return unusable;
    }

    /** All registrations of the same address-of-record (RFC 3261, 10.2: the To header), in order of their start. */
    public List<Call> registrationsOf(Identity addressOfRecord) {
        return List.copyOf(registrations.getOrDefault(key(addressOfRecord), List.of()));
    }

    /** The other legs of a call, as far as they can be told. */
    public List<LegLink> legsOf(Call call) {
        return links.of(call);
    }

    /**
     * A few messages of a host in which it may say all media that it can do: its INVITEs with their offers, and its answers to
     * OPTIONS (RFC 3261, 11.2). An answer to an INVITE is none of them, for it holds only what was chosen.
     */
    List<Message> capabilities(Endpoint host) {
        return host.host().isEmpty() ? List.of() : capabilities().getOrDefault(host, List.of());
    }

    private synchronized Map<Endpoint, List<Message>> capabilities() {
        if (capabilities == null) {
            capabilities = new HashMap<>();
            calls.stream()
                    .flatMap(call -> call.messages().stream())
                    .filter(message -> message.request("INVITE")
                            || (message.success() && message.head().method().equals("OPTIONS")))
                    .forEach(this::note);
        }
        return capabilities;
    }

    private void note(Message message) {
        List<Message> known = capabilities.computeIfAbsent(message.captured().source(), _ -> new ArrayList<>());
        if (known.size() < ENOUGH) {
            known.add(message);
        }
    }
}
