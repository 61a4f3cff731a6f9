package org.ringback.diagnosis.finding;

import java.util.List;
import org.ringback.capture.wire.Endpoint;
import org.ringback.language.NamedKey;

/**
 * Who said a response first, and who only passed it on.
 *
 * @param firstSaidBy the hop nearest to its source that was captured
 * @param software what the response's Server or User-Agent header says, or an empty string
 * @param relayedBy who passed it on, in order
 */
public record Origin(Endpoint firstSaidBy, String software, List<Endpoint> relayedBy, Basis basis) {

    /** How it is known. */
    public enum Basis implements NamedKey {
        /** The request went on to it and the response came back from it, both captured. */
        CAPTURED,
        /** It passed the request on to nobody that was captured, but its other responses name other software. */
        OTHER_SOFTWARE,
        /** The other leg through a B2BUA was refused with the same code just before. */
        OTHER_LEG,
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
}
