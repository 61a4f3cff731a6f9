package org.ringback.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the capture that ships with the program: a morning at a small company. Every name and address is one of those kept
 * for documentation (RFC 2606, RFC 5737) but for the private one that a finding is about.
 */
final class SampleCapture {

    /** 2026-03-02 09:00:00 UTC, a Monday. */
    private static final long START = 1_772_442_000_000_000L;

    private static final Map<String, String> HOSTS = Map.of(
            "alice", "192.0.2.21",
            "bob", "192.0.2.22",
            "carol", "192.0.2.23",
            "pbx", "192.0.2.5",
            "proxy", "198.51.100.10",
            "carrier", "203.0.113.7",
            "remote", "203.0.113.50",
            "dead", "198.51.100.99");

    private static final String AUDIO = "0 8 101";

    private final List<Packet> packets = new ArrayList<>();
    private final Map<String, String> vias = new HashMap<>();
    private long now = START;
    private String callId = "";
    private String from = "";
    private String to = "";
    private int cseq = 1;

    private record Packet(long time, String source, String destination, String text) {}

    /** Makes the file anew: {@code SampleCapture.main resources/sample/sample.pcap}. */
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), bytes());
    }

    /** The whole file. */
    static byte[] bytes() {
        var sample = new SampleCapture();
        sample.registration();
        sample.answered();
        sample.busyBehindAProxy();
        sample.wrongPassword();
        sample.noCommonCodec();
        sample.canceled();
        sample.oneWayAudio();
        sample.trunkDown();
        sample.notAnswered();
        sample.deadGateway();
        sample.options();
        return sample.file();
    }

    private void registration() {
        call(0, "reg-alice", "alice", "alice");
        request("alice", "pbx", "REGISTER", "Contact: <sip:alice@192.0.2.21>", "Expires: 3600");
        after(0.004);
        response("pbx", "alice", 401, "Unauthorized", "REGISTER", challenge("a1"));
        next();
        after(0.03);
        request(
                "alice",
                "pbx",
                "REGISTER",
                "Contact: <sip:alice@192.0.2.21>",
                "Expires: 3600",
                credentials("alice", "a1"));
        after(0.006);
        response("pbx", "alice", 200, "OK", "REGISTER", "Contact: <sip:alice@192.0.2.21>;expires=3600");
    }

    private void answered() {
        call(62, "answered-7f31", "alice", "bob");
        invite("alice", "pbx", "192.0.2.21", 20_000);
        after(0.003);
        response("pbx", "alice", 100, "Trying", "INVITE");
        after(0.004);
        invite("pbx", "bob", "192.0.2.21", 20_000);
        after(0.12);
        response("bob", "pbx", 180, "Ringing", "INVITE");
        after(0.002);
        response("pbx", "alice", 180, "Ringing", "INVITE");
        after(5.4);
        answer("bob", "pbx", "192.0.2.22", 30_000);
        after(0.002);
        answer("pbx", "alice", "192.0.2.22", 30_000);
        after(0.03);
        request("alice", "pbx", "ACK");
        after(0.002);
        request("pbx", "bob", "ACK");
        after(74.2);
        next();
        request("alice", "pbx", "BYE");
        after(0.002);
        request("pbx", "bob", "BYE");
        after(0.02);
        response("bob", "pbx", 200, "OK", "BYE");
        after(0.002);
        response("pbx", "alice", 200, "OK", "BYE");
    }

    private void busyBehindAProxy() {
        call(190, "busy-22c0", "carol", "bob");
        refused("carol", "pbx", "bob", 486, "Busy Here", 0.09);
    }

    private void wrongPassword() {
        call(245, "reg-carol", "carol", "carol");
        for (int attempt = 1; attempt <= 3; attempt++) {
            String contact = "Contact: <sip:carol@192.0.2.23>";
            if (attempt == 1) {
                request("carol", "pbx", "REGISTER", contact);
            } else {
                request("carol", "pbx", "REGISTER", contact, credentials("carol", "c" + (attempt - 1)));
            }
            after(0.005);
            response("pbx", "carol", 401, "Unauthorized", "REGISTER", challenge("c" + attempt));
            next();
            after(0.05);
        }
    }

    private void noCommonCodec() {
        call(300, "codec-90aa", "alice", "+12025550143");
        inviteWith("alice", "pbx", sdp("192.0.2.21", 20_010, "18", "a=rtpmap:18 G729/8000"));
        after(0.002);
        response("pbx", "alice", 100, "Trying", "INVITE");
        after(0.02);
        response(
                "pbx",
                "alice",
                488,
                "Not Acceptable Here",
                "INVITE",
                "Warning: 305 192.0.2.5 \"Incompatible media format: PCMU, PCMA\"");
        after(0.02);
        request("alice", "pbx", "ACK");
    }

    private void canceled() {
        call(360, "gave-up-51be", "alice", "carol");
        ringing("alice", "pbx", "carol");
        after(6.8);
        for (String[] hop : new String[][] {{"alice", "pbx"}, {"pbx", "carol"}}) {
            request(hop[0], hop[1], "CANCEL");
            after(0.003);
            response(hop[1], hop[0], 200, "OK", "CANCEL");
        }
        after(0.01);
        response("carol", "pbx", 487, "Request Terminated", "INVITE");
        after(0.002);
        request("pbx", "carol", "ACK");
        response("pbx", "alice", 487, "Request Terminated", "INVITE");
        after(0.01);
        request("alice", "pbx", "ACK");
    }

    /** The phone at home says where it believes to be, behind its router. */
    private void oneWayAudio() {
        call(420, "home-office-03d9", "remote", "alice");
        invite("remote", "pbx", "192.168.1.34", 40_000);
        after(0.003);
        response("pbx", "remote", 100, "Trying", "INVITE");
        after(0.2);
        response("pbx", "remote", 180, "Ringing", "INVITE");
        after(3.1);
        answer("pbx", "remote", "192.0.2.5", 18_000);
        after(0.05);
        request("remote", "pbx", "ACK");
        after(11.5);
        next();
        request("remote", "pbx", "BYE");
        after(0.004);
        response("pbx", "remote", 200, "OK", "BYE");
    }

    /** Two legs, since the PBX makes a call of its own to the carrier. */
    private void trunkDown() {
        call(480, "out-6612", "bob", "+12025550188");
        invite("bob", "pbx", "192.0.2.22", 30_020);
        after(0.003);
        response("pbx", "bob", 100, "Trying", "INVITE");
        String outer = callId;
        after(0.01);
        callId = "trunk-6612@192.0.2.5";
        inviteWith("pbx", "carrier", sdp("192.0.2.22", 30_020, AUDIO), "X-Call-ID: " + outer);
        after(0.04);
        response("carrier", "pbx", 503, "Service Unavailable", "INVITE", "Retry-After: 120", "Server: carrier-sbc/4.2");
        after(0.002);
        request("pbx", "carrier", "ACK");
        callId = outer;
        after(0.004);
        response("pbx", "bob", 503, "Service Unavailable", "INVITE");
        after(0.01);
        request("bob", "pbx", "ACK");
    }

    private void notAnswered() {
        call(540, "nobody-there-8b", "bob", "carol");
        ringing("bob", "pbx", "carol");
        after(30);
        response("carol", "pbx", 480, "Temporarily Unavailable", "INVITE");
        after(0.002);
        request("pbx", "carol", "ACK");
        response("pbx", "bob", 480, "Temporarily Unavailable", "INVITE");
        after(0.01);
        request("bob", "pbx", "ACK");
    }

    /** Timer A doubles until Timer B is over (RFC 3261, 17.1.1.2). */
    private void deadGateway() {
        call(600, "silence-4a", "pbx", "+12025550111");
        for (double wait : new double[] {0.5, 1, 2, 4, 8, 16}) {
            invite("pbx", "dead", "192.0.2.5", 18_020);
            after(wait);
        }
        invite("pbx", "dead", "192.0.2.5", 18_020);
    }

    private void options() {
        for (int i = 0; i < 3; i++) {
            call(30 + i * 300, "keepalive-" + i, "pbx", "carrier");
            request("pbx", "carrier", "OPTIONS");
            after(0.03);
            response("carrier", "pbx", 200, "OK", "OPTIONS");
        }
    }

    private void ringing(String caller, String middle, String callee) {
        invite(caller, middle, HOSTS.get(caller), 20_040);
        after(0.003);
        response(middle, caller, 100, "Trying", "INVITE");
        after(0.004);
        invite(middle, callee, HOSTS.get(caller), 20_040);
        after(0.11);
        response(callee, middle, 180, "Ringing", "INVITE");
        after(0.002);
        response(middle, caller, 180, "Ringing", "INVITE");
    }

    private void refused(String caller, String middle, String callee, int status, String phrase, double wait) {
        invite(caller, middle, HOSTS.get(caller), 20_060);
        after(0.003);
        response(middle, caller, 100, "Trying", "INVITE");
        after(0.003);
        invite(middle, callee, HOSTS.get(caller), 20_060);
        after(wait);
        response(callee, middle, status, phrase, "INVITE", "User-Agent: deskphone/3.1");
        after(0.002);
        request(middle, callee, "ACK");
        response(middle, caller, status, phrase, "INVITE", "User-Agent: deskphone/3.1");
        after(0.01);
        request(caller, middle, "ACK");
    }

    private void call(double seconds, String id, String caller, String callee) {
        now = START + Math.round(seconds * 1_000_000);
        callId = id + "@example.com";
        from = caller;
        to = callee;
        cseq = 1;
        vias.clear();
    }

    private void after(double seconds) {
        now += Math.round(seconds * 1_000_000);
    }

    private void next() {
        cseq++;
    }

    private static String challenge(String nonce) {
        return "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"" + nonce + "\", algorithm=MD5, qop=\"auth\"";
    }

    private static String credentials(String user, String nonce) {
        return "Authorization: Digest username=\"" + user + "\", realm=\"example.com\", nonce=\"" + nonce
                + "\", uri=\"sip:example.com\", response=\"6629fae49393a05397450978507c4ef1\", algorithm=MD5, qop=auth,"
                + " nc=00000001, cnonce=\"0a4f113b\"";
    }

    private static String sdp(String address, int port, String formats, String... lines) {
        return "v=0\r\no=- 1 1 IN IP4 " + address + "\r\ns=-\r\nc=IN IP4 " + address + "\r\nt=0 0\r\nm=audio " + port
                + " RTP/AVP " + formats + "\r\n"
                + (formats.equals(AUDIO) ? "a=rtpmap:101 telephone-event/8000\r\n" : "")
                + String.join(
                        "", List.of(lines).stream().map(line -> line + "\r\n").toList()) + "a=sendrecv\r\n";
    }

    private void invite(String sender, String receiver, String media, int port) {
        inviteWith(sender, receiver, sdp(media, port, AUDIO));
    }

    private void inviteWith(String sender, String receiver, String body, String... headers) {
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

    private void request(String sender, String receiver, String method, String... headers) {
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

    private void answer(String sender, String receiver, String media, int port) {
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

    private void response(String sender, String receiver, int status, String phrase, String method, String... headers) {
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
    private byte[] file() {
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
