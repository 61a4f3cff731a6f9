package org.ringback.capture;

/** What can carry a whole packet inside another one. */
enum Tunnel {
    IP_IN_IP,
    GRE,
    ERSPAN,
    VXLAN,
    GENEVE,
    GTP_U,
    HEP
}
