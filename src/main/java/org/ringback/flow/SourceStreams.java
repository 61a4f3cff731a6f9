package org.ringback.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringback.media.MediaStream;

/** The streams of each synchronization source that a host sends or receives. */
final class SourceStreams {

    private final Map<SourceAt, List<MediaStream>> streams = new HashMap<>();

    private record SourceAt(long ssrc, String host) {}

    void add(String host, MediaStream stream) {
        streams.computeIfAbsent(new SourceAt(stream.ssrc(), host), _ -> new ArrayList<>(2))
                .add(stream);
    }

    List<MediaStream> of(long ssrc, String host) {
        return streams.getOrDefault(new SourceAt(ssrc, host), List.of());
    }
}
