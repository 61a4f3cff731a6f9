package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.capture.wire.Endpoint;

/**
 * A few messages of each host in which it may say all media that it can do: its INVITEs with their offers, and its answers to
 * OPTIONS (RFC 3261, 11.2). An answer to an INVITE is none of them, for it holds only what was chosen.
 */
final class Capabilities {

    /** So many messages of one host are enough to know what it can do. */
    private static final int ENOUGH = 3;

    private final Map<Endpoint, List<Message>> said = new HashMap<>();

    Capabilities(List<Call> calls) {
        calls.stream()
                .flatMap(call -> call.messages().stream())
                .filter(message -> message.request("INVITE")
                        || (message.success() && message.head().method().equals("OPTIONS")))
                .forEach(this::note);
    }

    private void note(Message message) {
        List<Message> known = said.computeIfAbsent(message.captured().source(), _ -> new ArrayList<>());
        if (known.size() < ENOUGH) {
            known.add(message);
        }
    }

    List<Message> of(Endpoint host) {
        return host.host().isEmpty() ? List.of() : said.getOrDefault(host, List.of());
    }
}
