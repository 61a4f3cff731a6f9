package org.ringback.report;

import java.util.Map;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.call.Note;

/** What the user has noted at calls that are given away, and at their messages; nothing at all others. */
public record Remarks(Map<Call, Note> calls, Map<Message, Note> messages) {

    public static final Remarks NONE = new Remarks(Map.of(), Map.of());

    public Remarks {
        calls = Map.copyOf(calls);
        messages = Map.copyOf(messages);
    }
}
