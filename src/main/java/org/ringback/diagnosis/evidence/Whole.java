package org.ringback.diagnosis.evidence;

import org.ringback.call.Message;
import org.ringback.capture.wire.Captured.Counted;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.sip.Fault;
import org.ringback.sip.SipMessage;

/** Whether a message is there to its end: of one that was cut nobody can say what is missing in it. */
public final class Whole {

    private Whole() {}

    /** Whether the capture is known to have only its begin, be the rest cut off or in fragments that did not come. */
    public static boolean cut(Message message, Circumstances circumstances) {
        return circumstances.lacks(message.captured(), Unusable.Reason.CUT_PACKET)
                || circumstances.lacks(message.captured(), Unusable.Reason.MISSING_FRAGMENTS);
    }

    public static boolean is(Message message, Case examined) {
        if (cut(message, examined.circumstances())) {
            return false;
        }
        SipMessage read = examined.read(message);
        return message.captured().counted() == Counted.PACKETS ? !shorter(read) : LoggedBody.isWhole(read);
    }

    /** Whether a body ends before its Content-Length says, by more than what logs leave out and people replace. */
    public static boolean endsEarly(SipMessage read) {
        return shorter(read) && LoggedBody.isCut(read);
    }

    private static boolean shorter(SipMessage read) {
        return read.doubts().stream().anyMatch(doubt -> doubt.fault() == Fault.CUT_BODY);
    }

    /** Whether a message has no body and never had one, as far as it tells; of a log it must say so. */
    public static boolean bodiless(Message message, Case examined) {
        SipMessage read = examined.read(message);
        return read.body().from() == read.body().to()
                && examined.whole(message)
                && read.header("Content-Length")
                        .filter(length -> !length.value().equals("0"))
                        .isEmpty();
    }

    /** How sure it is that a header which a whole message lacks was never there: whoever prints messages may leave some out. */
    public static Certainty lacking(Message message) {
        return message.captured().counted() == Counted.PACKETS ? Certainty.CERTAIN : Certainty.LIKELY;
    }

    /** Whether offer and answer are. */
    public static boolean is(Exchange.Round round, Case examined) {
        return is(round.offered(), examined)
                && round.answered().filter(answer -> is(answer, examined)).isPresent();
    }
}
