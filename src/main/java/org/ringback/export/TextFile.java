package org.ringback.export;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/**
 * Messages as text in the shape of sngrep's: a line with time in UTC, both addresses and the transport, then the message as
 * it was sent. What is unknown is a {@code -} for the time and a {@code ?} elsewhere, and a {@code *} is the system that wrote
 * a log without naming itself; nothing is made up.
 */
public final class TextFile {

    /** With its zone: whoever reads it may live in another one. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu/MM/dd HH:mm:ss.SSSSSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TextFile() {}

    /** Writes messages in the order given. */
    public static void write(List<Captured> messages, OutputStream out) throws IOException {
        for (Captured message : messages) {
            out.write((heading(message) + "\n").getBytes(StandardCharsets.UTF_8));
            out.write(message.bytes().toArray(ValueLayout.JAVA_BYTE));
            out.write('\n');
            out.write('\n');
        }
    }

    private static String heading(Captured message) {
        String time = message.time() == Captured.NO_TIME
                ? "-"
                : (Captured.dated(message.time()) ? TIME : TIME_OF_DAY)
                        .format(Instant.EPOCH.plus(message.time(), ChronoUnit.MICROS));
        String transport = message.transport() == Transport.UNKNOWN
                ? Endpoint.NOT_KNOWN
                : message.transport().name();
        return time + " " + shown(message.source()) + " -> " + shown(message.destination()) + " " + transport;
    }

    private static String shown(Endpoint endpoint) {
        return endpoint.equals(Endpoint.LOG_WRITER) ? Endpoint.LOG_WRITER_MARK : endpoint.shown();
    }
}
