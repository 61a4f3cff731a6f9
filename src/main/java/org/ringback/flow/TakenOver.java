package org.ringback.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.media.MediaStream;

/**
 * Streams that began in another call and go on in this one: who replaces a call (RFC 3891), or gets one handed over, may keep
 * ports and source, and then nothing begins anew.
 */
final class TakenOver {

    /** What stops sooner had not been told yet that its own call is over. */
    private static final long GOES_ON = 2_000_000;

    private TakenOver() {}

    /**
     * Those that went between two announced ports already when these were announced; of very many not all.
     *
     * @param firstOf by which description each port was announced first
     */
    static List<MediaStream> of(Map<Endpoint, Announced> firstOf, PortStreams byDestination) {
        List<MediaStream> found = new ArrayList<>(0);
        firstOf.forEach((port, announced) -> {
            for (MediaStream stream : byDestination.begunBefore(port, announced.time())) {
                Announced sender = firstOf.get(stream.source());
                if (sender != null
                        && sender.side() != announced.side()
                        && sender.time() != Captured.NO_TIME
                        && stream.last().time() > Math.max(announced.time(), sender.time()) + GOES_ON) {
                    found.add(stream);
                }
            }
        });
        return found;
    }
}
