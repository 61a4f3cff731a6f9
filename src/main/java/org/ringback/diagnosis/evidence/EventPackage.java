package org.ringback.diagnosis.evidence;

import java.util.Locale;
import org.ringback.call.Message;

/** What a SUBSCRIBE, NOTIFY or PUBLISH is about, by its Event header (RFC 6665, 8.2.1). */
public final class EventPackage {

    private EventPackage() {}

    /** In small letters, without what tells one subscription in a dialog from another; empty if none is named. */
    public static String of(Message message) {
        String event = message.header("Event", "o").orElse("");
        int parameters = event.indexOf(';');
        return (parameters < 0 ? event : event.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a NOTIFY tells what became of a transfer (RFC 3515, 2.4.4). */
    public static boolean isOfTransfer(Message notify) {
        return of(notify).startsWith("refer");
    }
}
