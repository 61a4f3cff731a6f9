package org.ringback.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.media.MediaStream;

/** The streams of each port in order of their first packet, so that those of one time are found among any number of others. */
final class PortStreams {

    /** No port gets more at the same time, unless somebody floods it. */
    private static final int AT_ONCE = 16;

    private final int most;
    private final Map<Endpoint, List<MediaStream>> streams = new HashMap<>();

    /** @param most how many are told at once */
    PortStreams(int most) {
        this.most = most;
    }

    /** One that began no earlier than those before it; those without a time come first. */
    void add(Endpoint port, MediaStream stream) {
        streams.computeIfAbsent(port, _ -> new ArrayList<>(1)).add(stream);
    }

    List<MediaStream> all(Endpoint port) {
        return streams.getOrDefault(port, List.of());
    }

    /**
     * Those that began between two times, and those of which nobody knows; of very many the first few.
     *
     * @param since in microseconds, or {@link Captured#NO_TIME} for all
     */
    List<MediaStream> begun(Endpoint port, long since, long until) {
        List<MediaStream> all = all(port);
        int from = since == Captured.NO_TIME ? 0 : firstFrom(all, since);
        List<MediaStream> begun = new ArrayList<>(1);
        for (int i = 0; i < Math.min(from, most) && all.get(i).first().time() == Captured.NO_TIME; i++) {
            begun.add(all.get(i));
        }
        for (int i = from;
                i < all.size() && i - from < most && all.get(i).first().time() <= until;
                i++) {
            begun.add(all.get(i));
        }
        return begun;
    }

    /**
     * The last few that began before a time, the latest first.
     *
     * @param time in microseconds; before {@link Captured#NO_TIME} nothing began
     */
    List<MediaStream> begunBefore(Endpoint port, long time) {
        List<MediaStream> all = all(port);
        int to = time == Captured.NO_TIME ? 0 : firstFrom(all, time);
        return all.subList(Math.max(0, to - AT_ONCE), to).reversed();
    }

    private static int firstFrom(List<MediaStream> all, long time) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).first().time() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
