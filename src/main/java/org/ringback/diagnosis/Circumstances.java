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
import org.ringback.capture.Captured;
import org.ringback.capture.Unusable;

/** What was captured beside a call. Does not change, so any thread may ask it. */
public final class Circumstances {

    private final long captureEnd;
    private final List<Unusable> unusable;
    private final LegLinks links;
    private final Map<String, List<Call>> registrations = new HashMap<>();

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
        for (Call call : calls) {
            if (call.kind() == CallKind.REGISTRATION) {
                registrations.computeIfAbsent(key(call.to()), _ -> new ArrayList<>()).add(call);
            }
        }
        registrations.replaceAll((_, same) -> List.copyOf(same));
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
        return registrations.getOrDefault(key(addressOfRecord), List.of());
    }

    /** The other legs of a call, as far as they can be told. */
    public List<LegLink> legsOf(Call call) {
        return links.of(call);
    }
}
