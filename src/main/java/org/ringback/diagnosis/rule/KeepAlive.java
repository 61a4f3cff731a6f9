package org.ringback.diagnosis.rule;

import java.util.Locale;
import org.ringback.call.Message;

/** A NOTIFY that keeps a binding of NAT open: nobody has subscribed to it, and any answer will do. */
final class KeepAlive {

    private KeepAlive() {}

    static boolean is(Message notify) {
        return notify.header("Event", "o")
                .map(event -> event.strip().toLowerCase(Locale.ROOT))
                .filter(event -> event.startsWith("keep-alive") || event.startsWith("keepalive"))
                .isPresent();
    }
}
