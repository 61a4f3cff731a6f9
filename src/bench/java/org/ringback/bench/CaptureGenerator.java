package org.ringback.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes large captures to measure with: always the same bytes for the same arguments. */
public final class CaptureGenerator {

    private static final int RTP_PAYLOAD = 160;
    private static final int STREAMS = 400;
    private static final int PACKETS_PER_CALL = 4000;
    private static final String SDP = lines(
            "v=0",
            "o=- 1 1 IN IP4 192.0.2.1",
            "s=-",
            "c=IN IP4 192.0.2.1",
            "t=0 0",
            "m=audio 20000 RTP/AVP 0 8 101",
            "a=rtpmap:0 PCMU/8000",
            "a=rtpmap:8 PCMA/8000",
            "a=rtpmap:101 telephone-event/8000",
            "a=sendrecv");

    private final ByteBuffer packet = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    private final OutputStream out;
    private long written = 24;
    private long time = 1_700_000_000_000_000L;

    private CaptureGenerator(OutputStream out) {
        this.out = out;
    }

    /**
     * {@code --rtp FILE BYTES}: calls with much RTP; {@code --sip FILE MESSAGES}: SIP only; {@code --call FILE MESSAGES}:
     * one call that is changed again and again.
     */
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 3 || !List.of("--rtp", "--sip", "--call").contains(arguments[0])) {
            System.err.println("usage: CaptureGenerator --rtp FILE BYTES | --sip FILE MESSAGES | --call FILE MESSAGES");
            System.exit(2);
        }
        long amount = Long.parseLong(arguments[2]);
        try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])), 1 << 20)) {
            var generator = new CaptureGenerator(out);
            generator.header();
            switch (arguments[0]) {
                case "--rtp" -> generator.rtp(amount);
                case "--sip" -> generator.sip(amount);
                default -> generator.call(amount);
            }
        }
    }

    private void header() throws IOException {
        out.write(ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(262_144)
                .putInt(1)
                .array());
    }

    private void rtp(long bytes) throws IOException {
        byte[] payload = new byte[12 + RTP_PAYLOAD];
        for (int at = 12; at < payload.length; at++) {
            payload[at] = (byte) (at * 37);
        }
        payload[0] = (byte) 0x80;
        for (long count = 0; written < bytes; count++) {
            if (count % PACKETS_PER_CALL == 0) {
                for (int step = 0; step < 7; step++) {
                    message(count / PACKETS_PER_CALL, step);
                }
            }
            int stream = (int) (count % STREAMS);
            int sequence = (int) (count / STREAMS);
            payload[2] = (byte) (sequence >>> 8);
            payload[3] = (byte) sequence;
            timestamp(payload, sequence * RTP_PAYLOAD);
            payload[11] = (byte) stream;
            time += 50;
            write(stream % 2 == 0, 20_000 + stream, 30_000 + stream, payload);
        }
    }

    private static void timestamp(byte[] payload, int samples) {
        for (int at = 0; at < 4; at++) {
            payload[4 + at] = (byte) (samples >>> (24 - 8 * at));
        }
    }

    private void sip(long messages) throws IOException {
        for (long count = 0; count < messages; count++) {
            time += 700;
            message(count / 7, (int) (count % 7));
        }
    }

    /** The five messages that set a call up, once and then as changes of the session; only the first has no tag. */
    private void call(long messages) throws IOException {
        for (long count = 0; count < messages; count++) {
            time += 20_000;
            message(0, (int) (count % 5), 1 + count / 5);
        }
    }

    /** One of the seven messages of an answered call. */
    private void message(long call, int step) throws IOException {
        message(call, step, 1);
    }

    private void message(long call, int step, long sequence) throws IOException {
        boolean toServer = step == 0 || step == 4 || step == 5;
        String start = switch (step) {
            case 0 -> "INVITE sip:bob@example.com SIP/2.0";
            case 1 -> "SIP/2.0 100 Trying";
            case 2 -> "SIP/2.0 180 Ringing";
            case 3, 6 -> "SIP/2.0 200 OK";
            case 4 -> "ACK sip:bob@192.0.2.2 SIP/2.0";
            default -> "BYE sip:bob@192.0.2.2 SIP/2.0";
        };
        String method = step < 4 ? sequence + " INVITE" : step == 4 ? sequence + " ACK" : "2 BYE";
        String branch = call + "-" + (step < 4 ? 1 : step == 4 ? 2 : 3) + (sequence == 1 ? "" : "-" + sequence);
        String body = step == 0 || step == 3 ? SDP : "";
        String toTag = sequence == 1 && (step == 0 || step == 1) ? "" : ";tag=b" + call;
        String text = lines(
                        start,
                        "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-" + branch,
                        "Max-Forwards: 70",
                        "From: \"Alice\" <sip:alice@example.com>;tag=a" + call,
                        "To: <sip:bob@example.com>" + toTag,
                        "Call-ID: " + call + "@bench.example.com",
                        "CSeq: " + method,
                        "Contact: <sip:alice@192.0.2.1:5060>",
                        "User-Agent: Bench 1.0",
                        "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, INFO, REFER",
                        "Supported: replaces, timer",
                        "Content-Type: application/sdp",
                        "Content-Length: " + body.length(),
                        "")
                + body;
        write(toServer, 5060, 5060, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private void write(boolean toServer, int source, int destination, byte[] payload) throws IOException {
        int length = 14 + 20 + 8 + payload.length;
        packet.clear();
        packet.order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (time / 1_000_000))
                .putInt((int) (time % 1_000_000))
                .putInt(length)
                .putInt(length);
        packet.order(ByteOrder.BIG_ENDIAN)
                .putLong(0x0200_0000_0001_0200L)
                .putInt(2)
                .putShort((short) 0x0800);
        packet.putShort((short) 0x4500)
                .putShort((short) (length - 14))
                .putInt(0)
                .putInt(0x4011_0000)
                .putInt(toServer ? 0xC000_0201 : 0xC000_0202)
                .putInt(toServer ? 0xC000_0202 : 0xC000_0201);
        packet.putShort((short) source)
                .putShort((short) destination)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .put(payload);
        out.write(packet.array(), 0, packet.position());
        written += packet.position();
    }
}
