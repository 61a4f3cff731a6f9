package org.ringback.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The payload types of a stream, in order of their first packet; of very many the first few. */
final class PayloadTable {

    private static final int MOST = 8;

    private final List<PayloadMeter> payloads = new ArrayList<>(1);

    /**
     * The meter of a type.
     *
     * @param last that of the packet before, or null: mostly it is the same
     */
    PayloadMeter of(int type, PayloadMeter last) {
        if (last != null && last.type == type) {
            return last;
        }
        for (PayloadMeter known : payloads) {
            if (known.type == type) {
                return known;
            }
        }
        if (payloads.size() == MOST) {
            return payloads.getLast();
        }
        var added = new PayloadMeter(type);
        payloads.add(added);
        return added;
    }

    /** What speech is sent in: comfort noise fills the time in which nobody speaks, and tells nothing of how speech is sent. */
    PayloadMeter most() {
        return payloads.stream()
                .max(Comparator.comparing(
                                (PayloadMeter each) -> !ClockRates.comfortNoise(each.type) && each.speech() > 0)
                        .thenComparingLong(PayloadMeter::speech))
                .orElseThrow();
    }

    /** @param withCopies whether these count as packets */
    List<MediaStream.Payload> measured(boolean withCopies) {
        return payloads.stream().map(payload -> payload.measured(withCopies)).toList();
    }
}
