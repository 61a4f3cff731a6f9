package org.ringback.diagnosis.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ringback.call.Message;
import org.ringback.sip.HeaderLookup;
import org.ringback.sip.Sdp;
import org.ringback.sip.SipMessage;

/** Messages of a call in full, each read once, and only as far as somebody asks. For one thread. */
final class ReadMessages {

    private final Map<Message, SipMessage> read = new HashMap<>();
    private final Map<Message, HeaderLookup> headers = new HashMap<>();
    private final Map<Message, Optional<Sdp>> descriptions = new HashMap<>();

    SipMessage read(Message message) {
        return read.computeIfAbsent(
                message, asked -> SipMessage.parse(asked.captured().bytes()));
    }

    Optional<Sdp> sdp(Message message) {
        return descriptions.computeIfAbsent(
                message, asked -> Sdp.in(asked.captured().bytes(), headers(asked)));
    }

    HeaderLookup headers(Message message) {
        return headers.computeIfAbsent(message, Message::lookup);
    }
}
