package org.ringback.capture.payload;

/** What can carry a whole packet inside another one. */
public enum Tunnel {
    IP_IN_IP(1),
    GRE(2),
    ERSPAN(3),
    VXLAN(4),
    GENEVE(5),
    GTP_U(6),
    HEP(7);

    private final int number;

    Tunnel(int number) {
        this.number = number;
    }

    /** The tunnels of a packet with this one as the innermost, see {@link AddressPair#tunnels}. */
    long inside(long outer) {
        return outer << 4 | number;
    }
}
