package org.ringback.network;

import java.util.Set;
import java.util.stream.Stream;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;

/**
 * A certificate that should not be accepted. Only TLS up to 1.2 shows certificates (RFC 8446 section 2 hides them).
 *
 * @param seen the packet that completed it; its source is whose certificate it is
 * @param hello with what the client had begun
 * @param flaws at least one
 */
public record CertificateFault(
        Sighting seen, ClientHello hello, ShownCertificate certificate, Set<Flaw> flaws, Verdict verdict)
        implements NetworkEvent {

    public CertificateFault {
        flaws = Set.copyOf(flaws);
    }

    /** Why not to accept it. */
    public enum Flaw {
        EXPIRED,
        NOT_YET_VALID,
        /** It is for other hosts than the one that the client asked for (RFC 5922 section 7.1). */
        OTHER_NAME
    }

    /** What the other side made of it. */
    public enum Verdict {
        /** The handshake went on. */
        ACCEPTED,
        /** It answered with an alert. */
        REFUSED,
        /** It answered with an alert that names another reason, such as an authority that it does not know. */
        REFUSED_OTHERWISE,
        /** It ended the connection without a word. */
        LEFT,
        /** That was not captured. */
        UNKNOWN
    }

    @Override
    public Stream<Sighting> packets() {
        return Stream.of(seen, hello.seen());
    }

    @Override
    public String label() {
        return "TLS Certificate";
    }

    @Override
    public Endpoint from() {
        return hello.seen().source();
    }

    @Override
    public Endpoint to() {
        return hello.seen().destination();
    }
}
