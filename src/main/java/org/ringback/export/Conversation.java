package org.ringback.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A TCP connection as one sees it who comes when it is open already: no handshake is made up. */
final class Conversation {

    private final Map<Hop.Socket, Integer> next = new HashMap<>();

    /** The segments that carry a message; each acknowledges all that the other side has sent. */
    List<byte[]> segments(Hop hop, byte[] message) {
        int acknowledged = next.getOrDefault(hop.destination(), 1);
        int sequence = next.getOrDefault(hop.source(), 1);
        List<byte[]> segments = new ArrayList<>();
        for (int from = 0; from < message.length; from += hop.largestSegment()) {
            int to = Math.min(message.length, from + hop.largestSegment());
            segments.add(hop.segment(sequence + from, acknowledged, message, from, to));
        }
        next.put(hop.source(), sequence + message.length);
        return segments;
    }
}
