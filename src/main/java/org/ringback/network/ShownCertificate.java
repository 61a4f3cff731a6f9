package org.ringback.network;

import java.util.List;

/**
 * The certificate by which one side of TLS proves who it is (RFC 5280).
 *
 * @param subject its distinguished name
 * @param names the hosts, addresses and SIP domains that it is for, in lower case
 * @param notBefore microseconds since 1970
 * @param notAfter microseconds since 1970
 */
public record ShownCertificate(String subject, List<String> names, long notBefore, long notAfter) {

    public ShownCertificate {
        names = List.copyOf(names);
    }
}
