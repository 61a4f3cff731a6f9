package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringback.call.Message;

/** Responses on every hop on which each was seen: a proxy changes neither the To tag nor the CSeq of one. */
final class HopCopies {

    private final Map<Said, List<Message>> copies = new HashMap<>();

    private record Said(int status, String method, long cseq, String toTag) {
        static Said of(Message response) {
            var head = response.head();
            return new Said(head.status(), head.method(), head.cseq(), head.toTag());
        }
    }

    /** @param messages of a call, in order of time */
    HopCopies(List<Message> messages) {
        for (Message message : messages) {
            if (!message.head().request()) {
                copies.computeIfAbsent(Said.of(message), _ -> new ArrayList<>(2))
                        .add(message);
            }
        }
    }

    /** In order of time. */
    List<Message> of(Message response) {
        return copies.getOrDefault(Said.of(response), List.of());
    }
}
