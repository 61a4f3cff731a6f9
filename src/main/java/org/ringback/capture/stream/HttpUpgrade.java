package org.ringback.capture.stream;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ringback.capture.wire.Limits;

/** The headers of HTTP: of use only if they ask for WebSocket, or grant it (RFC 6455 section 4). */
final class HttpUpgrade implements StreamProtocol {

    private final Direction direction;

    HttpUpgrade(Direction direction) {
        this.direction = direction;
    }

    @Override
    public Step next(MemorySegment bytes, long from, long to) {
        long end = LineEnds.headersEnd(bytes, from, Math.min(to, from + Limits.HTTP_HEADERS));
        if (end < 0) {
            return to - from > Limits.HTTP_HEADERS ? Dropped.HTTP.from(to) : new Step(from, this);
        }
        byte[] head = bytes.asSlice(from, end - from).toArray(JAVA_BYTE);
        boolean webSocket = toWebSocket(new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
        return webSocket ? new Step(end, new WebSocketFrames(direction)) : Dropped.HTTP.from(to);
    }

    private static boolean toWebSocket(String headers) {
        boolean response = headers.startsWith("http/");
        boolean granted = !response || headers.startsWith("101", headers.indexOf(' ') + 1);
        return granted && headers.contains("\nupgrade:") && headers.contains("websocket");
    }
}
