package org.ringback.session;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes packets as one reads them: the messages of phones, a PBX and a carrier, each with the headers that go with
 * it.
 */
final class SampleTraffic {

    /** 2026-03-02 09:00:00 UTC, a Monday. */
    private static final long START = 1_772_442_000_000_000L;

    /** Their addresses. */
    static final Map<String, String> HOSTS = Map.of(
            "alice", "192.0.2.21",
            "bob", "192.0.2.22",
            "carol", "192.0.2.23",
            "pbx", "192.0.2.5",
            "proxy", "198.51.100.10",
            "carrier", "203.0.113.7",
            "remote", "203.0.113.50",
            "dead", "198.51.100.99");
    /** The formats of an audio stream that everybody has. */
    static final String AUDIO = "0 8 101";

    private final List<Packet> packets = new ArrayList<>();
    private final Map<String, String> vias = new HashMap<>();
    private long now = START;
    private String callId = "";
    private String from = "";
    private String to = "";
    private int cseq = 1;

    private record Packet(long time, String source, String destination, String text) {}

    /** A call begins so many seconds after the start; all that follows belongs to it. */
    void call(double seconds, String id, String caller, String callee) {
        now = START + Math.round(seconds * 1_000_000);
        callId = id + "@example.com";
        from = caller;
        to = callee;
        cseq = 1;
        vias.clear();
    }

    /** What follows belongs to this leg of the call. */
    void leg(String id) {
        callId = id;
    }

    String callId() {
        return callId;
    }

    void after(double seconds) {
        now += Math.round(seconds * 1_000_000);
    }

    /** The next request is a new one, and no repetition. */
    void next() {
        cseq++;
    }

    static String challenge(String nonce) {
        return "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"" + nonce + "\", algorithm=MD5, qop=\"auth\"";
    }

    static String credentials(String user, String nonce) {
        return "Authorization: Digest username=\"" + user + "\", realm=\"example.com\", nonce=\"" + nonce
                + "\", uri=\"sip:example.com\", response=\"6629fae49393a05397450978507c4ef1\", algorithm=MD5, qop=auth,"
                + " nc=00000001, cnonce=\"0a4f113b\"";
    }

    static String sdp(String address, int port, String formats, String... lines) {
        return "v=0\r\no=- 1 1 IN IP4 " + address + "\r\ns=-\r\nc=IN IP4 " + address + "\r\nt=0 0\r\nm=audio " + port
                + " RTP/AVP " + formats + "\r\n"
                + (formats.equals(AUDIO) ? "a=rtpmap:101 telephone-event/8000\r\n" : "")
                + String.join(
                        "", List.of(lines).stream().map(line -> line + "\r\n").toList()) + "a=sendrecv\r\n";
    }

    void invite(String sender, String receiver, String media, int port) {
        inviteWith(sender, receiver, sdp(media, port, AUDIO));
    }

    void inviteWith(String sender, String receiver, String body, String... headers) {
        send(
                sender,
                receiver,
                "INVITE",
                "INVITE sip:" + to + "@example.com SIP/2.0",
                via(sender, receiver, "INVITE"),
                false,
                contact(sender),
                body,
                headers);
    }

    void request(String sender, String receiver, String method, String... headers) {
        boolean inside = method.equals("ACK") || method.equals("BYE");
        String target = method.equals("REGISTER") ? "sip:example.com" : "sip:" + to + "@example.com";
        send(
                sender,
                receiver,
                method,
                method + " " + target + " SIP/2.0",
                via(sender, receiver, method),
                inside,
                "",
                "",
                headers);
    }

    void answer(String sender, String receiver, String media, int port) {
        send(
                sender,
                receiver,
                "INVITE",
                "SIP/2.0 200 OK",
                via(receiver, sender, "INVITE"),
                true,
                contact(sender),
                sdp(media, port, AUDIO));
    }

    void response(String sender, String receiver, int status, String phrase, String method, String... headers) {
        send(
                sender,
                receiver,
                method,
                "SIP/2.0 " + status + " " + phrase,
                via(receiver, sender, method),
                status > 100,
                "",
                "",
                headers);
    }

    private static String contact(String host) {
        return "Contact: <sip:" + host + "@" + HOSTS.get(host) + ">\r\n";
    }

    /** A request of the PBX keeps the Via of the phone below its own, as a proxy does. */
    private String via(String client, String server, String method) {
        String transaction = method.equals("CANCEL") || method.equals("ACK") ? "INVITE" : method;
        String own = "Via: SIP/2.0/UDP " + HOSTS.get(client) + ":5060;branch=z9hG4bK-" + client + "-" + transaction
                + cseq + "-" + callId.substring(0, callId.indexOf('@')) + "\r\n";
        String below =
                client.equals("pbx") && !from.equals("pbx") && !server.equals("carrier") && !method.equals("CANCEL")
                        ? vias.getOrDefault(transaction + cseq, "")
                        : "";
        if (!client.equals("pbx")) {
            vias.put(transaction + cseq, own);
        }
        return own + below;
    }

    private void send(
            String sender,
            String receiver,
            String method,
            String startLine,
            String via,
            boolean tagged,
            String contact,
            String body,
            String... headers) {
        var text = new StringBuilder(startLine).append("\r\n").append(via);
        if (!startLine.startsWith("SIP/2.0")) {
            text.append("Max-Forwards: ")
                    .append(via.indexOf("Via", 4) > 0 ? 69 : 70)
                    .append("\r\n");
        }
        text.append("From: <sip:")
                .append(from)
                .append("@example.com>;tag=")
                .append(callId, 0, 4)
                .append("1\r\n");
        text.append("To: <sip:")
                .append(to)
                .append("@example.com>")
                .append(tagged ? ";tag=" + callId.substring(0, 4) + "2" : "");
        text.append("\r\nCall-ID: ")
                .append(callId)
                .append("\r\nCSeq: ")
                .append(cseq)
                .append(' ')
                .append(method)
                .append("\r\n");
        text.append(contact);
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        text.append(body.isEmpty() ? "" : "Content-Type: application/sdp\r\n");
        text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        packets.add(new Packet(now, HOSTS.get(sender), HOSTS.get(receiver), text.toString()));
    }

    /** As pcap with raw IPv4 and UDP. */
    byte[] file() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(little(24)
                .putInt(0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(101)
                .array());
        packets.stream().sorted(Comparator.comparingLong(Packet::time)).forEach(packet -> {
            byte[] payload = packet.text().getBytes(StandardCharsets.US_ASCII);
            int length = 28 + payload.length;
            file.writeBytes(little(16)
                    .putInt((int) (packet.time() / 1_000_000))
                    .putInt((int) (packet.time() % 1_000_000))
                    .putInt(length)
                    .putInt(length)
                    .array());
            file.writeBytes(ByteBuffer.allocate(28)
                    .putShort((short) 0x4500)
                    .putShort((short) length)
                    .putInt(0)
                    .putShort((short) 0x4011)
                    .putShort((short) 0)
                    .put(address(packet.source()))
                    .put(address(packet.destination()))
                    .putShort((short) 5060)
                    .putShort((short) 5060)
                    .putShort((short) (8 + payload.length))
                    .putShort((short) 0)
                    .array());
            file.writeBytes(payload);
        });
        return file.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] address(String text) {
        byte[] four = new byte[4];
        String[] numbers = text.split("\\.", -1);
        for (int i = 0; i < four.length; i++) {
            four[i] = (byte) Integer.parseInt(numbers[i]);
        }
        return four;
    }
}
