package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ringback.call.Message;

/** Requests by their method, and responses, each in order. */
final class MessageIndex {

    private final Map<String, List<Message>> requests = new HashMap<>();
    private final List<Message> responses = new ArrayList<>();

    MessageIndex(List<Message> messages) {
        for (Message message : messages) {
            if (message.head().request()) {
                requests.computeIfAbsent(message.head().method(), _ -> new ArrayList<>(2))
                        .add(message);
            } else {
                responses.add(message);
            }
        }
    }

    List<Message> requests(String method) {
        return Collections.unmodifiableList(requests.getOrDefault(method, List.of()));
    }

    List<Message> responses(Predicate<Message> wanted) {
        List<Message> found = new ArrayList<>();
        for (Message response : responses) {
            if (wanted.test(response)) {
                found.add(response);
            }
        }
        return found;
    }
}
