package org.ringback.diagnosis.finding;

import java.util.List;
import org.ringback.call.Message;
import org.ringback.capture.wire.Endpoint;
import org.ringback.language.NamedKey;

/**
 * Who said a response first, and who only passed it on.
 *
 * @param firstSaidBy the hop nearest to its source that was captured
 * @param software what the response's Server or User-Agent header says, or an empty string
 * @param relayedBy who passed it on, in order
 * @param answer its own words: the response as it was captured nearest to its source
 * @param told what became of it where it is asked for, maybe with another code
 */
public record Origin(
        Endpoint firstSaidBy, String software, List<Endpoint> relayedBy, Basis basis, Message answer, Message told) {

    /** How it is known. */
    public enum Basis implements NamedKey {
        /** The request went on to it and the response came back from it, both captured. */
        CAPTURED,
        /** It passed the request on to nobody that was captured, but its other responses name other software. */
        OTHER_SOFTWARE,
        /** The other leg through a B2BUA was refused just before. */
        OTHER_LEG,
        /** The next hop refused the request that was sent on to it just before, and a proxy made its own response of that. */
        NEXT_HOP,
        /** It sent the request on, but what came back, if anything did, is not the reason. */
        ITSELF,
        /** Only this hop was captured: it said so itself, or someone behind it did. */
        LAST_HOP_CAPTURED;

        @Override
        public String group() {
            return "finding.origin";
        }
    }

    public Origin {
        relayedBy = List.copyOf(relayedBy);
    }

    /** The same for another copy of what became of it. */
    public Origin told(Message copy) {
        return new Origin(firstSaidBy, software, relayedBy, basis, answer, copy);
    }

    /** Whether somebody on the way made another code of it. */
    public boolean changed() {
        return answer.head().status() != told.head().status();
    }

    /** Whether it was said on another leg. */
    public boolean elsewhere() {
        return !answer.head().callId().equals(told.head().callId());
    }
}
