package org.ringback.fuzz;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/**
 * Messages as one input: for each one byte that says between whom and how, one byte that says how long after the one before,
 * its length (two bytes), its bytes.
 */
public final class MessageRun {

    private static final int HEAD = 4;
    private static final int MOST = 64;
    private static final List<Endpoint> HOSTS = List.of(
            new Endpoint("192.0.2.1", 5060),
            new Endpoint("10.0.0.5", 5060),
            new Endpoint("198.51.100.7", 5062),
            new Endpoint("2001:db8::9", 5060),
            new Endpoint("", 0));
    private static final List<Transport> TRANSPORTS = List.of(Transport.values());

    private MessageRun() {}

    /** Messages of a capture; who is who stays, as far as there are names for them here. */
    public static byte[] of(List<Captured> messages) {
        var out = new ByteArrayOutputStream();
        var hosts = new ArrayList<Endpoint>();
        long before = messages.isEmpty() ? 0 : messages.getFirst().time();
        for (Captured message : messages) {
            int way = host(hosts, message.source())
                    + HOSTS.size() * host(hosts, message.destination())
                    + HOSTS.size() * HOSTS.size() * TRANSPORTS.indexOf(message.transport());
            byte[] bytes = message.bytes().toArray(ValueLayout.JAVA_BYTE);
            out.write(way);
            out.write(message.time() == Captured.NO_TIME ? 0xFF : pause(message.time() - before));
            out.write(bytes.length >>> 8);
            out.write(bytes.length);
            out.writeBytes(bytes);
            before = message.time();
        }
        return out.toByteArray();
    }

    private static int host(List<Endpoint> hosts, Endpoint host) {
        int known = hosts.indexOf(host);
        if (known < 0) {
            hosts.add(host);
            known = hosts.size() - 1;
        }
        return known % HOSTS.size();
    }

    /** The shortest that is as long. */
    private static int pause(long micros) {
        int pause = 0;
        while (pause < 0xFE && micros(pause) < micros) {
            pause++;
        }
        return pause;
    }

    /** From nothing to some ten years, each longer than the one before by an eighth. */
    private static long micros(int pause) {
        return (long) (100 * Math.pow(1.125, pause)) - 100;
    }

    /** The messages of an input; those that would be empty are left out, as a reader leaves them out. */
    public static List<Captured> messages(byte[] input) {
        var messages = new ArrayList<Captured>();
        long time = 1_700_000_000_000_000L;
        int at = 0;
        while (input.length - at > HEAD && messages.size() < MOST) {
            int way = input[at] & 0xFF;
            int pause = input[at + 1] & 0xFF;
            int length = (input[at + 2] & 0xFF) << 8 | (input[at + 3] & 0xFF);
            int from = at + HEAD;
            at = Math.min(input.length, from + length);
            time += pause == 0xFF ? 0 : micros(pause);
            if (at > from) {
                messages.add(new Captured(
                        MemorySegment.ofArray(Arrays.copyOfRange(input, from, at))
                                .asReadOnly(),
                        pause == 0xFF ? Captured.NO_TIME : time,
                        HOSTS.get(way % HOSTS.size()),
                        HOSTS.get(way / HOSTS.size() % HOSTS.size()),
                        TRANSPORTS.get(way / HOSTS.size() / HOSTS.size() % TRANSPORTS.size()),
                        0,
                        messages.size() + 1L));
            }
        }
        return messages;
    }
}
