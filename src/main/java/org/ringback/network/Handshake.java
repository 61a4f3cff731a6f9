package org.ringback.network;

import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sighting;
import org.ringback.network.CertificateFault.Flaw;
import org.ringback.network.CertificateFault.Verdict;
import org.ringback.network.TlsUnanswered.Ending;

/** How TLS begins on one connection, until both sides encrypt (RFC 8446 section 2, RFC 5246 section 7.3). */
final class Handshake {

    private static final int ACK = 16;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE = 11;
    private static final int TLS_1_3 = 0x0304;

    /** Alerts that speak of something else than the name: certificate_revoked, certificate_expired, unknown_ca. */
    private static final Set<Integer> OTHER_REASONS = Set.of(44, 45, 48);

    /** How often the client has to send its first bytes, lest an acknowledgment was only slow. */
    private static final int SENT = 3;

    /** Nobody sends anew as soon (RFC 6298, 2.4), but a packet may be captured twice, as at two interfaces. */
    private static final long COPIED = 50_000;

    private final Gathered gathered;
    private final AddressPair client = new AddressPair();
    private final Side ofClient;
    private final Side ofServer;
    private final int serverBase;
    private final int clientBase;
    private int sent;
    private long lastSent;
    private boolean acknowledged;
    private ClientHello hello;
    private boolean helloRead;
    private boolean answered;
    private boolean secret;
    private boolean over;
    private Sighting now;
    private final long begun;

    /** One side, with what is still to be told of its certificate. */
    private final class Side implements Flight.Reader {
        final Flight flight;
        final boolean server;
        Optional<CertificateFault> fault = Optional.empty();

        /** To read one takes long, and nobody shows two. */
        private boolean shown;

        Side(int base, boolean server) {
            flight = new Flight(base);
            this.server = server;
        }

        @Override
        public void message(int type, MemorySegment bytes, long from, long to) {
            if (type == CLIENT_HELLO && !server && !helloRead) {
                hello = Hellos.client(bytes, from, to, now);
                helloRead = true;
            } else if (type == SERVER_HELLO && server) {
                secret = Hellos.chosen(bytes, from, to) >= TLS_1_3;
            } else if (type == CERTIFICATE && !secret && !shown) {
                shown = true;
                Certificates.first(bytes, from, to).ifPresent(this::look);
            }
        }

        private void look(ShownCertificate certificate) {
            Set<Flaw> flaws = flaws(certificate, now.time());
            if (!flaws.isEmpty()) {
                fault = Optional.of(new CertificateFault(now, hello, certificate, flaws, Verdict.UNKNOWN));
            }
        }

        private Set<Flaw> flaws(ShownCertificate certificate, long when) {
            Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
            if (Captured.dated(when)) {
                if (when > certificate.notAfter()) {
                    flaws.add(Flaw.EXPIRED);
                }
                if (when < certificate.notBefore()) {
                    flaws.add(Flaw.NOT_YET_VALID);
                }
            }
            if (server && !hello.serverName().isEmpty() && !Certificates.covers(certificate, hello.serverName())) {
                flaws.add(Flaw.OTHER_NAME);
            }
            return flaws;
        }

        @Override
        public void alert(int level, int description) {
            if (!TlsAlert.known(level, description)) {
                return;
            }
            var alert = new TlsAlert(now, level, description, Optional.of(hello));
            gathered.add(alert);
            if (alert.fatal() || description == 0) {
                peer().judge(alert);
                over = true;
            }
        }

        private Side peer() {
            return server ? ofClient : ofServer;
        }

        /** An authority that is not known or a revocation is no matter of the name in a certificate. */
        private void judge(TlsAlert alert) {
            boolean otherReason = OTHER_REASONS.contains(alert.description())
                    && fault.filter(found -> found.flaws().equals(Set.of(Flaw.OTHER_NAME)))
                            .isPresent();
            judge(!alert.fatal() ? Verdict.LEFT : otherReason ? Verdict.REFUSED_OTHERWISE : Verdict.REFUSED);
        }

        /** Tells what the other side made of the certificate. */
        void judge(Verdict verdict) {
            fault.ifPresent(found -> gathered.add(
                    new CertificateFault(found.seen(), found.hello(), found.certificate(), found.flaws(), verdict)));
            fault = Optional.empty();
        }
    }

    /**
     * Begins with the packet in which a client does.
     *
     * @param from where its TCP header begins
     */
    Handshake(Gathered gathered, Packet packet, long from) {
        this.gathered = gathered;
        client.set(packet.addresses);
        begun = packet.time;
        serverBase = Bytes.i32(packet.bytes, from + 8);
        clientBase = Bytes.i32(packet.bytes, from + 4);
        ofClient = new Side(clientBase, false);
        ofServer = new Side(serverBase, true);
        now = gathered.seen(packet, Sighting.Kind.TLS);
        hello = ClientHello.unread(now);
    }

    /** Whether what is the same again was sent again, by the time between. */
    static boolean sentAgain(long before, long now) {
        return before == Captured.NO_TIME || now == Captured.NO_TIME || now - before > COPIED;
    }

    /** A segment of either side. */
    void segment(Packet packet, int flags, long from, long data, long to) {
        boolean server = !client.same(packet.addresses);
        if (!server && (flags & ACK) != 0 && Bytes.i32(packet.bytes, from + 8) - serverBase > 0) {
            // The capture may have missed what the server said.
            answered = true;
        }
        acknowledged |= server && (flags & ACK) != 0 && Bytes.i32(packet.bytes, from + 8) - clientBase > 0;
        if (data >= to || over) {
            return;
        }
        if (!server
                && Bytes.i32(packet.bytes, from + 4) == clientBase
                && (sent == 0 || sentAgain(lastSent, packet.time))) {
            sent++;
            lastSent = packet.time;
        }
        now = gathered.seen(packet, Sighting.Kind.TLS);
        Side side = server ? ofServer : ofClient;
        side.flight.add(packet.bytes, Bytes.i32(packet.bytes, from + 4), data, to, side, secret);
        if (server) {
            said();
        }
        if (side.flight.encrypted()) {
            side.peer().judge(Verdict.ACCEPTED);
        }
    }

    private void said() {
        if (ofServer.flight.foreign() && !answered) {
            gathered.add(new TlsUnanswered(hello, Ending.NO_TLS, Optional.of(now)));
            over = true;
        }
        answered |= ofServer.flight.begun() && !ofServer.flight.foreign();
    }

    /** Whether there is nothing more to be learned. */
    boolean over() {
        return over || (ofClient.flight.over() && ofServer.flight.over());
    }

    /** One side ends the connection. */
    void ended(Ending how, Packet last) {
        boolean server = !client.same(last.addresses);
        if (!answered && !over) {
            boolean told = server && how != Ending.SILENCE;
            gathered.add(new TlsUnanswered(
                    hello,
                    told ? how : silence(),
                    told ? Optional.of(gathered.seen(last, Sighting.Kind.TCP)) : Optional.empty()));
        }
        (server ? ofClient : ofServer).judge(Verdict.LEFT);
        (server ? ofServer : ofClient).judge(Verdict.UNKNOWN);
        over = true;
    }

    private Ending silence() {
        return !acknowledged && sent >= SENT ? Ending.NOT_ACKNOWLEDGED : Ending.SILENCE;
    }

    /**
     * The capture ends.
     *
     * @param last when its last segment came, by the clock of the file: who begins just before the end may be answered later
     */
    void giveUp(long last) {
        if (!answered && !over && begun != Captured.NO_TIME && last - begun >= Limits.HANDSHAKE_ANSWER) {
            gathered.add(new TlsUnanswered(hello, silence(), Optional.empty()));
        }
        ofClient.judge(Verdict.UNKNOWN);
        ofServer.judge(Verdict.UNKNOWN);
    }
}
