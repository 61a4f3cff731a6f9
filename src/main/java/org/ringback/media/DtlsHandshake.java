package org.ringback.media;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringback.capture.wire.Endpoint;

/**
 * How a client began DTLS with a server, to agree on keys for media (RFC 5764), as far as it is in the clear.
 *
 * @param file index of the file in the order given
 * @param hellos how often the client began, retransmissions included
 * @param first of them
 * @param last of them
 * @param answered whether the server said anything of DTLS
 * @param secret whether both sides went on encrypted, as they do when they have agreed
 * @param alert that ended it before encryption began
 * @param shown the certificates that were shown in the clear, as DTLS 1.2 does (RFC 6347); TLS 1.3 hides them
 */
public record DtlsHandshake(
        int file,
        Endpoint client,
        Endpoint server,
        long hellos,
        Moment first,
        Moment last,
        boolean answered,
        boolean secret,
        Optional<Alert> alert,
        List<Shown> shown) {

    public DtlsHandshake {
        shown = List.copyOf(shown);
    }

    /**
     * A fatal alert (RFC 5246, 7.2).
     *
     * @param ofClient whether the client sent it
     * @param description its number
     */
    public record Alert(boolean ofClient, Moment packet, int description) {}

    /**
     * A certificate that one side showed.
     *
     * @param ofClient whether the client showed it
     * @param packet that completed it
     * @param fingerprints as session descriptions write them, in small letters (RFC 8122, 5): {@code sha-256 0a:1b:…}, by each
     *     function that is in use
     */
    public record Shown(boolean ofClient, Moment packet, Set<String> fingerprints) {

        public Shown {
            fingerprints = Set.copyOf(fingerprints);
        }
    }
}
