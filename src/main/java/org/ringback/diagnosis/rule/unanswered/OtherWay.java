package org.ringback.diagnosis.rule.unanswered;

import java.util.List;
import java.util.Optional;
import org.ringback.call.Attempt;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.sip.SipMessage;
import org.ringback.sip.Via;

/** Whether a request that got no answer on one hop went another way as well. */
final class OtherWay {

    private OtherWay() {}

    /** Whether somebody who is not on the way to this hop said something; each hop on the way has left its Via. */
    static boolean taken(Transaction hop, Attempt attempt, Case examined) {
        List<String> passed = hop.request().map(examined::read).map(SipMessage::vias).orElse(List.of()).stream()
                .flatMap(via -> via.branch().stream())
                .toList();
        return attempt.hops().stream()
                .filter(other -> other.responded()
                        && !other.server().equals(hop.server())
                        && !other.server().host().equals(hop.client().host()))
                .anyMatch(other -> other.client().host().equals(hop.client().host())
                        || branch(other, examined).filter(passed::contains).isEmpty());
    }

    private static Optional<String> branch(Transaction hop, Case examined) {
        return hop.request()
                .flatMap(request -> examined.read(request).vias().stream().findFirst())
                .flatMap(Via::branch);
    }
}
