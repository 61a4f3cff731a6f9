package org.ringback.diagnosis.evidence;

import org.ringback.call.Message;
import org.ringback.capture.wire.Transport;

/** Whether a message went over UDP: as it was captured, else as its Via says, for logs often leave the transport out. */
public final class OverUdp {

    private OverUdp() {}

    public static boolean is(Message message) {
        Transport transport = message.captured().transport();
        return transport == Transport.UDP
                || (transport == Transport.UNKNOWN
                        && message.header("Via", "v")
                                .filter(via -> via.startsWith("SIP/2.0/UDP"))
                                .isPresent());
    }
}
