package org.ringback.network;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sighting;

/**
 * The HTTP with which a WebSocket begins, as far as it stands in the first segment of request and response. Of any other
 * segment its first four bytes are looked at, and nothing is kept.
 */
final class WebSocketReader {

    private static final int GET = 0x47455420;
    private static final int HTTP = 0x48545450;

    /** A request with cookies is longer than what matters of it. */
    private static final int LONGEST = 4096;

    /** Behind the question mark may stand what is secret. */
    private static final Pattern REQUEST = Pattern.compile("^GET (/[^\\s?]{0,512})(?:\\?\\S{0,2048})? HTTP/1\\.");

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.\\d (\\d{3})(?: ([^\\r\\n]{0,64}))?");
    private static final Pattern UPGRADE = Pattern.compile("(?im)^upgrade:[ \\t]{0,8}websocket\\b");
    private static final Pattern PROTOCOL =
            Pattern.compile("(?im)^sec-websocket-protocol:[ \\t]{0,8}([^\\r\\n]{0,256})");

    private record Asked(Sighting seen, String path, boolean forSip) {}

    private final Gathered gathered;
    private final long seed = new SplittableRandom().nextLong();
    private final ConnectionKey key = new ConnectionKey(seed);
    private final Map<ConnectionKey, Asked> waiting = new LinkedHashMap<>();

    WebSocketReader(Gathered gathered) {
        this.gathered = gathered;
    }

    void segment(Packet packet, long data, long to) {
        if (to - data < Integer.BYTES) {
            return;
        }
        int begin = Bytes.i32(packet.bytes, data);
        if (begin == GET) {
            request(packet, text(packet.bytes, data, to));
        } else if (begin == HTTP && !waiting.isEmpty()) {
            Asked asked = waiting.remove(key.with(packet.addresses));
            if (asked != null) {
                response(packet, asked, text(packet.bytes, data, to));
            }
        }
    }

    private void request(Packet packet, String text) {
        Matcher line = REQUEST.matcher(text);
        if (line.find() && UPGRADE.matcher(text).find()) {
            if (waiting.size() >= Limits.HANDSHAKES) {
                Iterator<ConnectionKey> oldest = waiting.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
            waiting.put(
                    new ConnectionKey(seed).with(packet.addresses),
                    new Asked(gathered.seen(packet, Sighting.Kind.TCP), line.group(1), sip(text)));
        }
    }

    private void response(Packet packet, Asked asked, String text) {
        Matcher line = STATUS.matcher(text);
        if (!line.find()) {
            return;
        }
        int status = Integer.parseInt(line.group(1));
        // Of a header that does not end here the protocol may follow.
        boolean granted =
                status == WebSocketRefused.SWITCHING && (!asked.forSip() || sip(text) || !text.contains("\r\n\r\n"));
        if (granted) {
            gathered.granted(asked.seen());
        } else {
            String phrase = line.group(2) == null ? "" : line.group(2).strip();
            gathered.add(new WebSocketRefused(
                    gathered.seen(packet, Sighting.Kind.TCP),
                    asked.seen(),
                    status,
                    phrase,
                    asked.path(),
                    asked.forSip()));
        }
    }

    private static boolean sip(String text) {
        Matcher protocols = PROTOCOL.matcher(text);
        while (protocols.find()) {
            for (String protocol : protocols.group(1).split(",", -1)) {
                if (protocol.strip().toLowerCase(Locale.ROOT).equals("sip")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String text(MemorySegment bytes, long from, long to) {
        var copy = new byte[(int) Math.min(to - from, LONGEST)];
        Bytes.copy(bytes, from, copy, 0, copy.length);
        return new String(copy, StandardCharsets.ISO_8859_1);
    }
}
