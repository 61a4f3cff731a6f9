package org.ringback.diagnosis;

import org.ringback.call.Message;
import org.ringback.sip.StartLine;

/** The reason phrases of responses: free text that is often more telling than the code. */
final class Phrases {

    private Phrases() {}

    /** As it came, for instance {@code 403 Forbidden}. */
    static Value.Code of(Message response, Case examined) {
        String phrase = examined.read(response).startLine() instanceof StartLine.StatusLine line ? line.reason() : "";
        return new Value.Code(response.head().status(), phrase);
    }
}
