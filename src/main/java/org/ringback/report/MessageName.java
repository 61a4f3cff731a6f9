package org.ringback.report;

import org.ringback.call.Message;
import org.ringback.sip.SipMessage;
import org.ringback.sip.StartLine;

/** What people call a message: {@code INVITE}, {@code 486 Busy Here}. */
public final class MessageName {

    private MessageName() {}

    /** The method of a request; the code of a response with its phrase as it came over the wire. */
    public static String of(Message message) {
        if (message.head().request()) {
            return CallValues.printable(message.head().method());
        }
        var line = SipMessage.parse(message.captured().bytes()).startLine();
        return line instanceof StartLine.StatusLine status && !status.reason().isBlank()
                ? status.status() + " " + CallValues.printable(status.reason().strip())
                : Integer.toString(message.head().status());
    }
}
