package org.ringback.flow;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvent;
import org.ringback.network.NetworkEvents;

/** Knows a message again by what an ICMP error quotes of it (RFC 792, RFC 1812 section 4.3.2.3, RFC 4443 section 2.4). */
public final class QuotedMessages {

    /** A router waits for a host that may answer before it says that there is none. */
    private static final long ERROR_AFTER = 10_000_000;

    /** Two packets that were captured one after the other may have changed places. */
    private static final long CHANGED_PLACES = 10_000;

    /** Less of a text is no proof that it is that very message. */
    private static final int TELLING = 24;

    private QuotedMessages() {}

    /** The errors that quote a message, or by length and ends can mean no other, in order of time. */
    public static List<IcmpError> errorsAbout(Message message, NetworkEvents events) {
        Captured sent = message.captured();
        if (sent.time() == Captured.NO_TIME) {
            return List.of();
        }
        List<IcmpError> errors = new ArrayList<>();
        for (NetworkEvent event : events.between(
                sent.source(), sent.destination(), sent.time() - CHANGED_PLACES, sent.time() + ERROR_AFTER)) {
            if (event instanceof IcmpError error
                    && error.from().host().equals(sent.source().host())
                    && quotes(error, sent)) {
                errors.add(error);
            }
        }
        return errors;
    }

    private static boolean quotes(IcmpError error, Captured sent) {
        String text = error.quote().text();
        if (!error.quote().udp()) {
            return false;
        }
        long length = sent.bytes().byteSize();
        if (text.length() < TELLING) {
            return error.quote().length() == length && error.from().port() != 0;
        }
        int quoted = (int) Math.min(text.length(), length);
        for (int at = 0; at < quoted; at++) {
            if ((sent.bytes().get(ValueLayout.JAVA_BYTE, at) & 0xFF) != text.charAt(at)) {
                return false;
            }
        }
        return true;
    }
}
