package org.ringback.report;

import org.ringback.call.Message;
import org.ringback.sip.Printable;
import org.ringback.sip.SipMessage;

/** What people call a message: {@code INVITE}, {@code 486 Busy Here}. */
public final class MessageName {

    private MessageName() {}

    /** The method of a request; the code of a response with its phrase as it came over the wire. */
    public static String of(Message message) {
        if (message.head().request()) {
            return Printable.of(message.head().method());
        }
        String phrase = SipMessage.parse(message.captured().bytes()).phrase();
        String code = Integer.toString(message.head().status());
        return phrase.isEmpty() ? code : code + " " + Printable.of(phrase);
    }
}
