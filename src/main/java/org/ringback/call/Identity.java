package org.ringback.call;

import org.ringback.sip.NameAddr;
import org.ringback.sip.SipUri;

/**
 * Who is named in a From or To header, as it stands there.
 *
 * @param user before the {@code @} without a password, the number of a {@code tel:} address, or empty
 * @param host with its port, if there is one; empty if there is none
 */
public record Identity(String user, String host) {

    /** Nobody is named, or in a way that cannot be read. */
    public static final Identity UNKNOWN = new Identity("", "");

    /** The user, whom people know, else the host; empty if there is neither. */
    public String name() {
        return user.isEmpty() ? host : user;
    }

    /** As {@code user@host}, or the one that is there; empty if neither is. */
    public String address() {
        return user.isEmpty() || host.isEmpty() ? user + host : user + "@" + host;
    }

    /** Reads the value of a header; whatever it is, this does not fail. */
    static Identity of(String header) {
        SipUri uri = NameAddr.uri(header);
        int parameter = uri.user().indexOf(';');
        String user = parameter < 0 ? uri.user() : uri.user().substring(0, parameter);
        return new Identity(user, uri.port() == 0 ? uri.host() : uri.host() + ":" + uri.port());
    }
}
