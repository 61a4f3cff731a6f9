package org.ringback.session;

import static org.ringback.session.SampleTraffic.AUDIO;
import static org.ringback.session.SampleTraffic.HOSTS;
import static org.ringback.session.SampleTraffic.challenge;
import static org.ringback.session.SampleTraffic.credentials;
import static org.ringback.session.SampleTraffic.sdp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the capture that ships with the program: a morning at a small company. Every name and address is one of
 * those kept for documentation (RFC 2606, RFC 5737) but for the private one that a finding is about.
 */
final class SampleCapture {

    private final SampleTraffic traffic = new SampleTraffic();

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
        return sample.traffic.file();
    }

    private void registration() {
        traffic.call(0, "reg-alice", "alice", "alice");
        traffic.request("alice", "pbx", "REGISTER", "Contact: <sip:alice@192.0.2.21>", "Expires: 3600");
        traffic.after(0.004);
        traffic.response("pbx", "alice", 401, "Unauthorized", "REGISTER", challenge("a1"));
        traffic.next();
        traffic.after(0.03);
        traffic.request(
                "alice",
                "pbx",
                "REGISTER",
                "Contact: <sip:alice@192.0.2.21>",
                "Expires: 3600",
                credentials("alice", "a1"));
        traffic.after(0.006);
        traffic.response("pbx", "alice", 200, "OK", "REGISTER", "Contact: <sip:alice@192.0.2.21>;expires=3600");
    }

    private void answered() {
        traffic.call(62, "answered-7f31", "alice", "bob");
        traffic.invite("alice", "pbx", "192.0.2.21", 20_000);
        traffic.after(0.003);
        traffic.response("pbx", "alice", 100, "Trying", "INVITE");
        traffic.after(0.004);
        traffic.invite("pbx", "bob", "192.0.2.21", 20_000);
        traffic.after(0.12);
        traffic.response("bob", "pbx", 180, "Ringing", "INVITE");
        traffic.after(0.002);
        traffic.response("pbx", "alice", 180, "Ringing", "INVITE");
        traffic.after(5.4);
        traffic.answer("bob", "pbx", "192.0.2.22", 30_000);
        traffic.after(0.002);
        traffic.answer("pbx", "alice", "192.0.2.22", 30_000);
        traffic.after(0.03);
        traffic.request("alice", "pbx", "ACK");
        traffic.after(0.002);
        traffic.request("pbx", "bob", "ACK");
        traffic.after(74.2);
        traffic.next();
        traffic.request("alice", "pbx", "BYE");
        traffic.after(0.002);
        traffic.request("pbx", "bob", "BYE");
        traffic.after(0.02);
        traffic.response("bob", "pbx", 200, "OK", "BYE");
        traffic.after(0.002);
        traffic.response("pbx", "alice", 200, "OK", "BYE");
    }

    private void busyBehindAProxy() {
        traffic.call(190, "busy-22c0", "carol", "bob");
        refused("carol", "pbx", "bob", 486, "Busy Here", 0.09);
    }

    private void wrongPassword() {
        traffic.call(245, "reg-carol", "carol", "carol");
        for (int attempt = 1; attempt <= 3; attempt++) {
            String contact = "Contact: <sip:carol@192.0.2.23>";
            if (attempt == 1) {
                traffic.request("carol", "pbx", "REGISTER", contact);
            } else {
                traffic.request("carol", "pbx", "REGISTER", contact, credentials("carol", "c" + (attempt - 1)));
            }
            traffic.after(0.005);
            traffic.response("pbx", "carol", 401, "Unauthorized", "REGISTER", challenge("c" + attempt));
            traffic.next();
            traffic.after(0.05);
        }
    }

    private void noCommonCodec() {
        traffic.call(300, "codec-90aa", "alice", "+12025550143");
        traffic.inviteWith("alice", "pbx", sdp("192.0.2.21", 20_010, "18", "a=rtpmap:18 G729/8000"));
        traffic.after(0.002);
        traffic.response("pbx", "alice", 100, "Trying", "INVITE");
        traffic.after(0.02);
        traffic.response(
                "pbx",
                "alice",
                488,
                "Not Acceptable Here",
                "INVITE",
                "Warning: 305 192.0.2.5 \"Incompatible media format: PCMU, PCMA\"");
        traffic.after(0.02);
        traffic.request("alice", "pbx", "ACK");
    }

    private void canceled() {
        traffic.call(360, "gave-up-51be", "alice", "carol");
        ringing("alice", "pbx", "carol");
        traffic.after(6.8);
        for (String[] hop : new String[][] {{"alice", "pbx"}, {"pbx", "carol"}}) {
            traffic.request(hop[0], hop[1], "CANCEL");
            traffic.after(0.003);
            traffic.response(hop[1], hop[0], 200, "OK", "CANCEL");
        }
        traffic.after(0.01);
        traffic.response("carol", "pbx", 487, "Request Terminated", "INVITE");
        traffic.after(0.002);
        traffic.request("pbx", "carol", "ACK");
        traffic.response("pbx", "alice", 487, "Request Terminated", "INVITE");
        traffic.after(0.01);
        traffic.request("alice", "pbx", "ACK");
    }

    /** The phone at home says where it believes to be, behind its router. */
    private void oneWayAudio() {
        traffic.call(420, "home-office-03d9", "remote", "alice");
        traffic.invite("remote", "pbx", "192.168.1.34", 40_000);
        traffic.after(0.003);
        traffic.response("pbx", "remote", 100, "Trying", "INVITE");
        traffic.after(0.2);
        traffic.response("pbx", "remote", 180, "Ringing", "INVITE");
        traffic.after(3.1);
        traffic.answer("pbx", "remote", "192.0.2.5", 18_000);
        traffic.after(0.05);
        traffic.request("remote", "pbx", "ACK");
        traffic.after(11.5);
        traffic.next();
        traffic.request("remote", "pbx", "BYE");
        traffic.after(0.004);
        traffic.response("pbx", "remote", 200, "OK", "BYE");
    }

    /** Two legs, since the PBX makes a call of its own to the carrier. */
    private void trunkDown() {
        traffic.call(480, "out-6612", "bob", "+12025550188");
        traffic.invite("bob", "pbx", "192.0.2.22", 30_020);
        traffic.after(0.003);
        traffic.response("pbx", "bob", 100, "Trying", "INVITE");
        String outer = traffic.callId();
        traffic.after(0.01);
        traffic.leg("trunk-6612@192.0.2.5");
        traffic.inviteWith("pbx", "carrier", sdp("192.0.2.22", 30_020, AUDIO), "X-Call-ID: " + outer);
        traffic.after(0.04);
        traffic.response(
                "carrier", "pbx", 503, "Service Unavailable", "INVITE", "Retry-After: 120", "Server: carrier-sbc/4.2");
        traffic.after(0.002);
        traffic.request("pbx", "carrier", "ACK");
        traffic.leg(outer);
        traffic.after(0.004);
        traffic.response("pbx", "bob", 503, "Service Unavailable", "INVITE");
        traffic.after(0.01);
        traffic.request("bob", "pbx", "ACK");
    }

    private void notAnswered() {
        traffic.call(540, "nobody-there-8b", "bob", "carol");
        ringing("bob", "pbx", "carol");
        traffic.after(30);
        traffic.response("carol", "pbx", 480, "Temporarily Unavailable", "INVITE");
        traffic.after(0.002);
        traffic.request("pbx", "carol", "ACK");
        traffic.response("pbx", "bob", 480, "Temporarily Unavailable", "INVITE");
        traffic.after(0.01);
        traffic.request("bob", "pbx", "ACK");
    }

    /** Timer A doubles until Timer B is over (RFC 3261, 17.1.1.2). */
    private void deadGateway() {
        traffic.call(600, "silence-4a", "pbx", "+12025550111");
        for (double wait : new double[] {0.5, 1, 2, 4, 8, 16}) {
            traffic.invite("pbx", "dead", "192.0.2.5", 18_020);
            traffic.after(wait);
        }
        traffic.invite("pbx", "dead", "192.0.2.5", 18_020);
    }

    private void options() {
        for (int i = 0; i < 3; i++) {
            traffic.call(30 + i * 300, "keepalive-" + i, "pbx", "carrier");
            traffic.request("pbx", "carrier", "OPTIONS");
            traffic.after(0.03);
            traffic.response("carrier", "pbx", 200, "OK", "OPTIONS");
        }
    }

    private void ringing(String caller, String middle, String callee) {
        traffic.invite(caller, middle, HOSTS.get(caller), 20_040);
        traffic.after(0.003);
        traffic.response(middle, caller, 100, "Trying", "INVITE");
        traffic.after(0.004);
        traffic.invite(middle, callee, HOSTS.get(caller), 20_040);
        traffic.after(0.11);
        traffic.response(callee, middle, 180, "Ringing", "INVITE");
        traffic.after(0.002);
        traffic.response(middle, caller, 180, "Ringing", "INVITE");
    }

    private void refused(String caller, String middle, String callee, int status, String phrase, double wait) {
        traffic.invite(caller, middle, HOSTS.get(caller), 20_060);
        traffic.after(0.003);
        traffic.response(middle, caller, 100, "Trying", "INVITE");
        traffic.after(0.003);
        traffic.invite(middle, callee, HOSTS.get(caller), 20_060);
        traffic.after(wait);
        traffic.response(callee, middle, status, phrase, "INVITE", "User-Agent: deskphone/3.1");
        traffic.after(0.002);
        traffic.request(middle, callee, "ACK");
        traffic.response(middle, caller, status, phrase, "INVITE", "User-Agent: deskphone/3.1");
        traffic.after(0.01);
        traffic.request(caller, middle, "ACK");
    }
}
