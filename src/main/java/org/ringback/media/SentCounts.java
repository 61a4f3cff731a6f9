package org.ringback.media;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Limits;

/** How many packets each sender says that it has sent, by its own reports (RFC 3550, section 6.4.1). */
final class SentCounts {

    /** What one sender says of one of its sources. */
    static final class Said {
        final Endpoint sender;
        final Endpoint receiver;
        final int ssrc;
        final Moment first;
        Moment last;
        int reports;
        long packets;

        private Said(Endpoint sender, Endpoint receiver, int ssrc, Moment first) {
            this.sender = sender;
            this.receiver = receiver;
            this.ssrc = ssrc;
            this.first = first;
            last = first;
        }
    }

    private record Source(String sender, int ssrc) {}

    private final Map<Source, Said> said = new LinkedHashMap<>();

    /**
     * A report of a sender.
     *
     * @param packets sent since it began, as an unsigned number
     * @return whether there was room for it
     */
    boolean add(Endpoint sender, Endpoint receiver, int ssrc, long packets, Moment when) {
        var source = new Source(sender.text(), ssrc);
        Said known = said.get(source);
        if (known == null) {
            if (said.size() >= Limits.REPORTERS) {
                return false;
            }
            known = new Said(sender, receiver, ssrc, when);
            said.put(source, known);
        }
        known.reports++;
        if (packets > known.packets) {
            known.packets = packets;
            known.last = when;
        }
        return true;
    }

    boolean isEmpty() {
        return said.isEmpty();
    }

    void forEach(Consumer<Said> each) {
        said.values().forEach(each);
    }
}
