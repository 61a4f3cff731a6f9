package org.ringback.diagnosis.rule.refusal;

import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.EventPackage;

/** A NOTIFY that keeps a binding of NAT open: nobody has subscribed to it, and any answer will do. */
public final class KeepAlive {

    private KeepAlive() {}

    public static boolean is(Message notify) {
        String event = EventPackage.of(notify);
        return event.startsWith("keep-alive") || event.startsWith("keepalive");
    }
}
