package org.ringback.diagnosis.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/** Which hosts took a call, that is answered its INVITE with a 2xx, and when. Does not change, so any thread may ask it. */
public final class CallsTaken {

    /** When last, by host. */
    private final Map<String, Long> last = new HashMap<>();

    CallsTaken(List<Call> calls) {
        for (Call call : calls) {
            // A change of a call that was up before shows nothing of new ones.
            if (call.kind() == CallKind.CALL && !call.opening().insideDialog()) {
                for (Message message : call.messages()) {
                    if (message.success() && message.head().method().equals("INVITE")) {
                        last.merge(message.captured().source().host(), message.time(), Math::max);
                    }
                }
            }
        }
    }

    /** Whether a host took any call of the capture; of an unknown host that is not known. */
    public boolean by(Endpoint host) {
        return !host.host().isEmpty() && last.containsKey(host.host());
    }

    /** Whether it took one after a message, as far as there are times. */
    public boolean after(Message message, Endpoint host) {
        return by(host) && message.time() != Captured.NO_TIME && last.get(host.host()) > message.time();
    }
}
